"""HTML that only shows: what acts - scripts, event handlers, forms, frames, players, styles - is left out.

A piece of the source stands on the page of its translation a second time, hidden, where nobody looks for what it does.
So it is made anew of the elements and attributes that text is made of, by Ammonia, and of no others.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import nh3

TEXT = nh3.ALLOWED_TAGS - {"map", "area"}
PICTURES = {"svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon"}  # icons stand in the text
# These act or play, so their contents go as well: what is left would be a remnant.
ACTING = {
    "script", "style", "iframe", "object", "embed", "form", "input", "button", "select", "textarea", "video", "audio",
    "canvas", "noscript", "template", "dialog", "animate", "animatemotion", "animatetransform", "set", "foreignobject",
    "use",
}  # fmt: skip
SHAPE = {"d", "fill", "cx", "cy", "r", "rx", "ry", "x", "y", "x1", "x2", "y1", "y2", "points", "transform", "fill-rule"}
ATTRIBUTES: Mapping[str, set[str]] = {
    "*": {"class", "lang", "dir", "title", "translate"},
    "a": {"href", "hreflang"},
    "img": {"src", "alt", "width", "height"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "col": {"span"},
    "colgroup": {"span"},
    "ol": {"start", "reversed", "type"},
    "li": {"value"},
    "time": {"datetime"},
    "svg": {"xmlns", "viewBox", "width", "height", "fill"},
    **dict.fromkeys(PICTURES - {"svg"}, SHAPE),
}
SCHEMES = {"http", "https", "mailto", "tel", "data"}
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.I)
UNSEEN = re.compile(r"^[\x00-\x20]+|[\x00-\x1f\x7f]|\s+$")
PICTURE_DATA = ("data:image/png", "data:image/jpeg", "data:image/gif", "data:image/webp", "data:image/avif")


def passive(html: str, address: Callable[[str], str]) -> str:
    """A piece of HTML with nothing in it that acts. `address` turns every address of a link or picture."""
    if "<" not in html:
        return html

    def attribute(tag: str, name: str, value: str) -> str | None:
        if name not in ("href", "src"):
            return value
        # What browsers skip in front of and within a scheme would hide it from whoever looks for schemes.
        value = UNSEEN.sub("", value)
        if SCHEME.match(value) and value.partition(":")[0].lower() not in SCHEMES:
            return None
        if value[:5].lower() == "data:" and not (tag == "img" and value.lower().startswith(PICTURE_DATA)):
            return None
        return address(value)

    return nh3.clean(
        html, tags=TEXT | PICTURES, clean_content_tags=ACTING, attributes=dict(ATTRIBUTES), attribute_filter=attribute,
        link_rel=None, url_schemes=SCHEMES,
    )  # fmt: skip
