"""Videos on sites for them: a translator may show one in the reader's language."""

from __future__ import annotations

from facingpages.late import late
from facingpages.nearest import resemblance

VIDEO = late(
    r"https?://(?:www\.|m\.|player\.)?(?:youtu\.be/|youtube(?:-nocookie)?\.com/(?:watch\?v=|embed/|shorts/)|"
    r"vimeo\.com/(?:video/)?|bilibili\.com/video/)([\w-]+)"
)
SET_IN = late(r"\{(?:%-?|\{[<%])\s*(?:youtube|vimeo|bilibili)\s+[\"']?([\w-]{6,})[\"']?\s*(?:-?%|[>%]\})\}")
NUMBERED = late(r".*/[a-z]*\d[\da-z]*/?")
SLIP = 0.7  # how alike the names of two videos are at least, one of which is a slip of the other


def is_other_video(old: str, new: str) -> bool:
    """Whether two addresses, or tags that set one in, are of two videos. One called nearly as the other is mistyped."""
    one, other = VIDEO.match(old) or SET_IN.fullmatch(old.strip()), VIDEO.match(new) or SET_IN.fullmatch(new.strip())
    if one is None or other is None:
        return False
    return resemblance(one[1], other[1]) < SLIP


def is_same_video(old: str, new: str) -> bool:
    """Whether two addresses are of one video: `youtu.be/ID` is `youtube.com/watch?v=ID`."""
    one, other = VIDEO.match(old), VIDEO.match(new)
    return one is not None and other is not None and one[1] == other[1]


def are_numbered(one: str, other: str) -> bool:
    """Whether two addresses are of what is known by its number, as a film is: that in another language has another."""
    (one, _, asked), (other, _, too) = one.partition("?"), other.partition("?")
    return asked == too and NUMBERED.fullmatch(one) is not None and NUMBERED.fullmatch(other) is not None
