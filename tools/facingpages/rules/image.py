"""Pictures: the same ones, with a text for those who can't see them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from facingpages.align import Bead
from facingpages.document import Image
from facingpages.finding import Finding
from facingpages.rules.base import ERROR, INFO, WARNING, Example, Family, Pair, Rule, images, links, shorten

MISSING = Rule(
    "image-missing",
    ERROR,
    "A picture of the source was lost.",
    "Compared block by block, then over the page.",
    (Example("Select it. ![Save](save.png)\n", "Välj den.\n", ("1:1",)),),
)
SOURCE = Rule(
    "image-source",
    ERROR,
    "A picture is another than in the source.",
    "A localized screenshot has the same file name in a folder of its locale, or the locale in its name.",
    (
        Example("![Save](img/save.png)\n", "![Spara](img/safe.png)\n", ("1:1",)),
        Example("![Save](img/save.png)\n", "![Spara](img/sv/save.png)\n", note="A localized screenshot."),
    ),
)
LINK = Rule(
    "image-link",
    ERROR,
    "A picture became a link.",
    "The `!` before the bracket was lost.",
    (Example("![Save](save.png)\n", "[Spara](save.png)\n", ("1:1",)),),
)
EXTRA = Rule(
    "image-extra",
    WARNING,
    "A picture that the source lacks.",
    "For information where the same picture occurs elsewhere on the source page.",
    (Example("Select it.\n", "Välj den. ![Spara](save.png)\n", ("1:11",)),),
)
ALT = Rule(
    "image-alt",
    WARNING,
    "A picture lost its text.",
    "The source describes it for those who can't see it; the translation leaves the description empty.",
    (Example("![The Save button](save.png)\n", "![](save.png)\n", ("1:1",)),),
)

LOCALE_NAME = re.compile(r"[._-](?:[a-z]{2})(?:[_-][a-z]{2})?(?=\.[a-z]+$)", re.I)


def name_of(source: str) -> str:
    """What a picture is compared by: its file name without query and locale."""
    name = source.split("?", 1)[0].split("#", 1)[0].replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
    return LOCALE_NAME.sub("", name) if "." in name else name


def check(pair: Pair) -> Iterator[Finding]:
    """Pictures lost, changed, added, without text, turned into links."""
    lost: list[tuple[Bead, Image]] = []
    new: list[tuple[Bead, Image]] = []
    for bead in pair.aligned:
        s, t = images(bead.source), images(bead.target)
        if not s and not t:
            continue
        left = list(s)
        extra = []
        for image in t:
            match = next((other for other in left if name_of(other.source) == name_of(image.source)), None)
            if match is None:
                extra.append(image)
                continue
            left.remove(match)
            if match.alt and match.alt.strip() and not (image.alt or "").strip():
                yield pair.finding(
                    ALT, 'This picture has no text; in the source it is "{text}".', (image.start, image.end),
                    (match.start, match.end), note="source picture", bead=bead, text=shorten(match.alt),
                )  # fmt: skip
        while left and extra:
            old, image = left.pop(0), extra.pop(0)
            yield pair.finding(
                SOURCE, 'This picture is "{here}"; in the source it is "{there}".', (image.start, image.end),
                (old.start, old.end), note="source picture", bead=bead, here=image.source, there=old.source,
            )  # fmt: skip
        lost += [(bead, image) for image in left]
        new += [(bead, image) for image in extra]
    for unit in pair.missing:
        if unit.kind == "image":
            image = unit.blocks[0].images[0]
            yield pair.finding(
                MISSING, 'The picture "{there}" of the source was lost.', pair.gap(unit.position),
                (image.start, image.end), note="source picture", there=image.source,
            )  # fmt: skip
    for unit in pair.extra:
        if unit.kind == "image":
            image = unit.blocks[0].images[0]
            yield pair.finding(
                EXTRA, 'The source has no picture "{here}" here.', (image.start, image.end), here=image.source
            )
    yield from _settle(pair, lost, new)


def _settle(pair: Pair, lost: list[tuple[Bead, Image]], new: Sequence[tuple[Bead, Image]]) -> Iterator[Finding]:
    known = {name_of(image.source) for block in pair.source.blocks for image in block.images}
    for bead, image in new:
        name = name_of(image.source)
        match = next((item for item in lost if name_of(item[1].source) == name), None)
        if match is not None:
            lost.remove(match)
            continue
        yield pair.finding(
            EXTRA, 'The source has no picture "{here}" here.', (image.start, image.end),
            (bead.source[0].start, bead.source[0].end), bead=bead, severity=INFO if name in known else None,
            here=image.source,
        )  # fmt: skip
    for bead, image in lost:
        link = next((link for link in links(bead.target) if name_of(link.target) == name_of(image.source)), None)
        if link is not None:
            yield pair.finding(
                LINK, "A picture of the source is a link here: the ! before the bracket was lost.",
                (link.start, link.end), (image.start, image.end), note="source picture", bead=bead,
            )  # fmt: skip
            continue
        block = bead.target[0]
        yield pair.finding(
            MISSING, 'The picture "{there}" of the source was lost.', (block.start, block.end), (image.start, image.end),
            note="source picture", bead=bead, there=image.source,
        )  # fmt: skip


FAMILY = Family((MISSING, SOURCE, LINK, EXTRA, ALT), pair=check)
