"""Fixes that findings carry, made true: applied to a page, looked at again, and only then shown or written."""

from facingpages.fixing.edit import edited, offsets
from facingpages.fixing.looked import Looked, Looker
from facingpages.fixing.page import Fixed, fix_page
from facingpages.fixing.site import Fixes, fix_site

__all__ = ["Fixed", "Fixes", "Looked", "Looker", "edited", "fix_page", "fix_site", "offsets"]
