"""Pictures: the same ones, with a text for those who can't see them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from facingpages.align import Bead
from facingpages.document import Image, Link
from facingpages.finding import Finding, Fix, Severity
from facingpages.languages.codes import language_of, names_of, spelling
from facingpages.late import late
from facingpages.nearest import resemblance
from facingpages.rules.base import Pair, images, links, shorten
from facingpages.rules.held import What
from facingpages.rules.link_form import syntax_of
from facingpages.rules.matching import matched
from facingpages.rules.mend import SAFE, UNSAFE, exchange, instead
from facingpages.rules.mend_blocks import Blocks
from facingpages.rules.mistyped import mistyped
from facingpages.rules.pictures import LOCALE_NAME, name_of
from facingpages.rules.rule import ERROR, INFO, WARNING, Family, Rule

MISSING = Rule(
    "image-missing",
    ERROR,
    "A picture of the source was lost.",
    {"missing": 'The picture "{there}" of the source was lost.'},
    origin="source picture",
)
SOURCE = Rule(
    "image-source",
    ERROR,
    "A picture is another than in the source.",
    {"changed": 'This picture is "{here}"; in the source it is "{there}".'},
    origin="source picture",
)
LINK = Rule(
    "image-link",
    ERROR,
    "A picture became a link.",
    {"link": "A picture of the source is a link here: the ! before the bracket was lost."},
    origin="source picture",
)
EXTRA = Rule(
    "image-extra", WARNING, "A picture that the source lacks.", {"extra": 'The source has no picture "{here}" here.'}
)
ALT = Rule(
    "image-alt",
    WARNING,
    "A picture lost its text.",
    {"empty": 'This picture has no text; in the source it is "{text}".'},
    origin="source picture",
)

ALIKE = 0.6  # how like the name of another picture one is that may be mistyped
PARTS = late(r"[._-]")
SLIP = 0.9  # of one that a store of pictures named
UPLOAD = late(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{16,}", re.I)
PATH = late(r"[^/\\\s\"'{}()]+")
STORED = late(r"(?=[a-z\d]*[A-Z])(?=[A-Z\d]*[a-z])(?=[A-Za-z]*\d)[A-Za-z\d]{14,}")  # by such a store


def check(pair: Pair) -> Iterator[Finding]:
    """Pictures lost, changed, added, without text, turned into links."""
    lost: list[tuple[Bead, Image]] = []
    new: list[tuple[Bead, Image]] = []
    for bead in pair.holding(What.PICTURE):
        s, t = images(bead.source), images(bead.target)
        if not s and not t:
            continue
        pairs, left, extra = matched(s, t, lambda image: name_of(image.source))
        for match, image in pairs:
            if match.alt and match.alt.strip() and not (image.alt or "").strip():
                yield pair.finding(ALT, "empty", at=image, origin=match, bead=bead, text=shorten(match.alt))
        named, left, extra = matched(left, extra, lambda image: (image.alt or "").strip().lower() or image)
        yield from _changed(pair, bead, named)  # two that say the same where they can't be seen
        changed = min(len(left), len(extra))
        yield from _changed(pair, bead, zip(left[:changed], extra[:changed], strict=True))
        lost += [(bead, image) for image in left[changed:]]
        new += [(bead, image) for image in extra[changed:]]
    blocks = Blocks(pair)
    joined: dict[str, list[tuple[Bead, Image]]] = {}
    for item in reversed(new):
        joined.setdefault(name_of(item[1].source), []).append(item)
    for unit in pair.missing:
        if unit.kind == "image":
            image = unit.blocks[0].images[0]
            if same := joined.get(name_of(image.source)):
                new.remove(same.pop())  # it stands at the end of the text before it
                continue
            yield pair.finding(
                MISSING, "missing", at=pair.gap(unit.position), origin=image, there=image.source, lost=unit, fix=blocks.put_in(unit),
                severity=INFO if _is_elsewhere(pair, image) else None,
            )  # fmt: skip
    for unit in pair.extra:
        if unit.kind == "image":
            image = unit.blocks[0].images[0]
            yield pair.finding(
                EXTRA, "extra", at=image, here=image.source, added=unit, fix=blocks.take_out(unit.blocks, unit.kind)
            )
    yield from _settle(pair, lost, new)


def _changed(pair: Pair, bead: Bead, pairs: Iterable[tuple[Image, Image]]) -> Iterator[Finding]:
    for old, image in pairs:
        if not _is_localized(pair, old, image) and not _is_same_upload(old.source, image.source):
            yield pair.finding(
                SOURCE, "changed", at=image, origin=old, bead=bead, here=image.source, there=old.source,
                severity=_severity(pair, old, image), fix=_taken_over(pair, image, old),
            )  # fmt: skip


def _settle(pair: Pair, lost: list[tuple[Bead, Image]], new: list[tuple[Bead, Image]]) -> Iterator[Finding]:
    known = {name_of(image.source) for block in pair.source.blocks for image in block.images}
    _, lost, new = matched(lost, new, lambda item: name_of(item[1].source))
    for bead, image in new:
        yield pair.finding(
            EXTRA,
            "extra",
            at=image,
            origin=bead.source[0],
            bead=bead,
            severity=INFO if name_of(image.source) in known else None,
            here=image.source,
        )
    for bead, image in lost:
        if name_of(image.source).encode() in _written(pair, bead) and syntax_of(pair, bead) is not None:
            continue  # it is still written there, and told as what is broken
        here = (link for link in links(bead.target) if link.form not in ("bare", "auto"))  # these are no bracket's
        link = next((link for link in here if name_of(link.target) == name_of(image.source)), None)
        if link is not None:
            yield pair.finding(LINK, "link", at=link, origin=image, bead=bead, fix=_shown(pair, link))
            continue
        severity = INFO if _is_elsewhere(pair, image) else None
        yield pair.finding(
            MISSING, "missing", at=bead.target[0], origin=image, bead=bead, severity=severity, there=image.source
        )


def _is_elsewhere(pair: Pair, image: Image) -> bool:
    """Whether the translation shows a picture as often as the source: it was not lost, the text around it was moved."""
    shown = pair.memo.get("shown")
    if shown is None:
        sides = (
            Counter(name_of(image.source) for block in page.blocks for image in block.images)
            for page in (pair.source, pair.target)
        )
        shown = pair.memo["shown"] = tuple(sides)
    there, here = shown
    return bool(here[name_of(image.source)] >= there[name_of(image.source)])


def _is_localized(pair: Pair, old: Image, new: Image) -> bool:
    """Whether the names differ in a part that names a language: `step-2.png`, `step-de-2.png`, `step-en-2.png`."""
    one, two = (PARTS.split(name_of(image.source).lower()) for image in (old, new))
    own = {locale.lower().split("-")[0] for locale in (pair.locale, pair.source.locale, "en")}
    at = next((at for at, parts in enumerate(zip(one, two, strict=False)) if parts[0] != parts[1]), -1)
    if at < 1 or abs(len(one) - len(two)) > 1:
        return False
    more, less = (one, two) if len(one) > len(two) else (two, one)
    return more[at] in own and (more[at + 1 :] == less[at:] or (less[at] in own and more[at + 1 :] == less[at + 1 :]))


def _is_same_upload(old: str, new: str) -> bool:
    """Whether a store of pictures gave both names by one long number: `248637861-f3552ab5-….png` is `f3552ab5-…`."""
    short, long = sorted((name_of(source).rpartition(".")[0] or name_of(source) for source in (old, new)), key=len)
    return UPLOAD.fullmatch(short) is not None and long.endswith(short)


def _written(pair: Pair, bead: Bead) -> bytes:
    return pair.target.raw[bead.target[0].start : bead.target[-1].end]


def _severity(pair: Pair, old: Image, new: Image) -> Severity | None:
    """How much another picture matters: one of another name altogether is an edition in the reader's language."""
    if _is_in_own_folder(pair, old.source, new.source):
        return INFO
    one, two = name_of(old.source), name_of(new.source)
    if "." not in one + two and _host(old.source) and _host(old.source) == _host(new.source):
        return INFO  # numbers of a store of pictures: no more alike than others
    if _is_of_language(old.source, pair.source.locale or "en") and resemblance(one, two) < SLIP:
        if not (two.startswith(one.rpartition(".")[0]) and language_of(pair.locale) in two):
            return INFO  # a picture for the source's readers; else the same, with a slip in what names the language
    stored = _host(old.source) == _host(new.source) != "" and STORED.search(one) is not None
    if one == two or resemblance(one, two) > (SLIP if stored else ALIKE):
        return None
    return INFO if _host(old.source) == _host(new.source) else WARNING


def _is_in_own_folder(pair: Pair, old: str, new: str) -> bool:
    """Whether a picture lies in its language's folder, where the source's lies in that of its own, under another name
    that is no slip of that one: `img/de/speichern.png`, `img/en/save.png`."""
    one, two = ([part for part in PATH.findall(source) if part.strip(".")] for source in (old, new))
    sides = ((one, pair.source.locale or "en"), (two, pair.locale))
    ats = [
        next((at for at, part in enumerate(parts[:-1]) if spelling(part) in names_of(locale)), -1)
        for parts, locale in sides
    ]
    if -1 in ats or len(one) != len(two) or ats[0] != ats[1]:
        return False
    there, here = (name_of(source).rpartition(".")[0] for source in (old, new))
    return resemblance(there, here) < SLIP


def _is_of_language(source: str, locale: str) -> bool:
    """Whether a picture's name ends in the language of its page: `overview-en.png`."""
    found = LOCALE_NAME.search(source.partition("?")[0])
    return found is not None and spelling(found.group()[1:]) in names_of(locale)


def _host(source: str) -> str:
    return source.partition("://")[2].partition("/")[0]


def _taken_over(pair: Pair, new: Image, old: Image) -> Fix | None:
    """The source's picture. Only on request where another one may be meant: of another name, or on a site."""
    sure = mistyped(new.source, old.source) and "://" not in new.source + old.source
    message = "take the picture of the source"
    return exchange(pair.target, new, new.source, old.source, message, SAFE if sure else UNSAFE)


def _shown(pair: Pair, link: Link) -> Fix | None:
    """The `!` that makes a picture of a link."""
    if pair.target.raw[link.start : link.start + 1] != b"[":
        return None
    return instead(pair.target, (link.start, link.start), "!", "make it a picture")


FAMILY = Family((MISSING, SOURCE, LINK, EXTRA, ALT), pair=check, of=What.PICTURE)
