"""The MkDocs plugin `facingpages`: the check, the source beside every translation, and what a reader may trust."""

from facingpages.mkdocs.plugin import FacingPagesPlugin

__all__ = ["FacingPagesPlugin"]
