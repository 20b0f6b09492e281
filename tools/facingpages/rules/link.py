"""Links: the same targets, block by block, then section by section; never their order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from facingpages.align import Bead
from facingpages.align.features import tokens
from facingpages.document import OBJECT, Block, Link
from facingpages.finding import Finding, Severity
from facingpages.languages.codes import ADDRESSED
from facingpages.rules.base import ERROR, INFO, WARNING, Example, Family, Pair, Rule, images, links, shorten
from facingpages.rules.targets import counterpart, identity, same_heading, tolerance

TARGET = Rule(
    "link-target",
    ERROR,
    "A link leads elsewhere than in the source.",
    "Locale segments do not count: `/en-us/x`, `/lv-lv/x` and `/x` are one target. Neither does the order of links in a "
    "block, nor how far a relative path climbs. Where a site writes the locale otherwise, the configuration says how: "
    '`[rule.link-target]` with `locale_paths = ["/help-{locale}/", "/{locale}-*/"]`.',
    (
        Example("See [rates](https://example.com/rates).\n", "Se [priser](https://example.com/rate).\n", ("1:4",)),
        Example("[A](https://x.example/en-us/a)\n", "[A](https://x.example/sv-se/a)\n", note="Another locale segment."),
        Example("See [a](a.md) and [b](b.md).\n", "Se [b](b.md) och [a](a.md).\n", note="Another order."),
        Example(
            "[ids](https://x.example/en/a/#heading-ids)\n",
            "[id](https://x.example/sv/a/#id-i-rubriker)\n",
            note="The Swedish edition of that page has Swedish headings.",
        ),
    ),
)
MISSING = Rule(
    "link-missing",
    ERROR,
    "A link of the source was lost.",
    "The text may still be there, but nothing can be clicked.",
    (Example("See [rates](r.md) and [terms](t.md).\n", "Se priser och [villkor](t.md).\n", ("1:1",)),),
)
EXTRA = Rule(
    "link-extra",
    WARNING,
    "A link that the source lacks.",
    "For information only where the same target occurs elsewhere on the page or the link leads to the same site.",
    (Example("See the rates.\n", "Se [priserna](https://other.example/p).\n", ("1:4",)),),
)
MOVED = Rule(
    "link-moved",
    INFO,
    "A link stands in another block of the page.",
    "The target is still there, in a neighbouring block.",
    (
        Example(
            "Read [the guide](g.md) and `help` first.\n\nThen set the amount in `field` with care.\n",
            "Läs guiden och `help` först.\n\nAnge sedan beloppet i `field`, se [guiden](g.md).\n",
            ("3:35",),
        ),
    ),
)
SYNTAX = Rule(
    "link-syntax",
    ERROR,
    "A link is broken as Markdown.",
    "A space between `]` and `(`, a bracket lost or doubled, a line break inside: readers see the brackets.",
    (
        Example("See [rates](r.md).\n", "Se [priser] (r.md).\n", ("1:4",)),
        Example("See [rates](r.md).\n", "Se [priser(r.md).\n", ("1:4",)),
    ),
)
SWAPPED = Rule(
    "link-swapped",
    WARNING,
    "Two links carry each other's targets.",
    "Reported only with evidence: words, names, numbers or code that each text shares with the other's source text.",
    (
        Example(
            "See [Azure portal](a.md) or [Teams client](t.md).\n",
            "Se [Azure-portalen](t.md) eller [Teams-klienten](a.md).\n",
            ("1:4",),
        ),
        Example(
            "See [Azure portal](a.md) or [Teams client](t.md).\n",
            "Se [Teams-klienten](t.md) eller [Azure-portalen](a.md).\n",
            note="Another order, each text on its own target.",
        ),
    ),
)
LOCALE = Rule(
    "link-locale",
    WARNING,
    "A link leads to another language than the page's.",
    "The source has no locale in this address, or its own; the translation names a third, or the source's where the "
    "source itself names none.",
    (Example("[Docs](https://x.example/docs)\n", "[Dok](https://x.example/en-us/docs)\n", ("1:1",)),),
)

SPACED = re.compile(
    r"<\s+(?=\ufffc)|"
    r"\[[^\[\]]+\](?=\uff08[^\uff08\uff09]*(?:[/.#:]|\ufffc)[^\uff08\uff09]*\uff09)|\[[^\[\]]*\]\s+\((?=[^\s()]*[/.#:][^\s()]*\)|\ufffc)|\](?=\((?:[^\s()]*[/.#:]|\ufffc))"
)
UNOPENED = re.compile(r"\[[^\[\]()]*\((?:[^\s()]*[/.#][^\s()]*|\ufffc)\)|\]\((?:[^\s()]*[/.#]|\ufffc)")
PATH_LOCALE = re.compile(r"/([a-z]{2})-([a-z]{2}|[a-z]{4})(?=/|$)", re.I)


@dataclass(slots=True)
class _Odd:
    """An aligned bead whose links differ."""

    bead: Bead
    missing: list[Link] = field(default_factory=list)
    extra: list[Link] = field(default_factory=list)


def check(pair: Pair) -> Iterator[Finding]:
    """Targets changed, lost, added, moved, swapped; broken syntax; foreign locales."""
    odd: list[_Odd] = []
    for bead in pair.aligned:
        a, b = bead.source, bead.target
        if len(a) == len(b) == 1:
            s, t = a[0].links, b[0].links
        else:
            s, t = links(a), links(b)
        if s or t:
            item = _differing(bead, s, t)
            if item is not None:
                _drop_pictures(item)
                item = item if item.missing or item.extra else None
            if item is not None:
                odd.append(item)
            elif len(s) > 1:
                yield from _swapped(pair, bead, s, t)
            if t:
                yield from _locales(pair, bead, s, t)
        syntax = _syntax(pair, bead)
        if syntax is not None:
            yield syntax
            if odd and odd[-1].bead is bead:
                broken = odd.pop()
                if len(broken.missing) > 1:
                    odd.append(_Odd(bead, broken.missing[1:], broken.extra))
    yield from _settle(pair, odd)


def _differing(bead: Bead, s: Sequence[Link], t: Sequence[Link]) -> _Odd | None:
    left = [(identity(link.target), link) for link in s]
    extra: list[Link] = []
    for link in t:
        key = identity(link.target)
        for position, (other, _) in enumerate(left):
            if other == key:
                del left[position]
                break
        else:
            extra.append(link)
    if not left and not extra:
        return None
    return _Odd(bead, [link for _, link in left], extra)


def _drop_pictures(item: _Odd) -> None:
    """A picture that became a link is told by the rules about pictures."""
    pictures = {image.source for image in images(item.bead.source)}
    if pictures:
        item.extra = [link for link in item.extra if link.target not in pictures]


def _settle(pair: Pair, odd: list[_Odd]) -> Iterator[Finding]:
    """First what changed in place, then what moved to another block, then what is lost or new."""
    if not odd:
        return
    for item in odd:
        for old in list(item.missing):
            same = next((new for new in item.extra if same_heading(pair, old, new)), None)
            if same is not None:
                item.missing.remove(old)
                item.extra.remove(same)
    for item in odd:
        for old in list(item.missing):
            new = counterpart(old, item.extra)
            if new is None:
                continue
            item.missing.remove(old)
            item.extra.remove(new)
            severity = tolerance(pair, old, new)
            if severity is Severity.OFF:
                continue
            yield pair.finding(
                TARGET, 'This link leads to "{new}"; in the source it leads to "{old}".', (new.start, new.end),
                (old.start, old.end), note="source link", bead=item.bead, severity=severity, new=new.target, old=old.target,
            )  # fmt: skip
    gone = {identity(link.target) for unit in pair.missing for link in links(unit.blocks)}
    targets = {identity(link.target) for block in pair.source.blocks for link in block.links}
    present = [identity(link.target) for block in pair.target.blocks for link in block.links]
    for item in odd:
        for new in list(item.extra):
            key = identity(new.target)
            for other in odd:
                match = next((old for old in other.missing if identity(old.target) == key), None)
                if match is not None:
                    other.missing.remove(match)
                    item.extra.remove(new)
                    yield pair.finding(
                        MOVED, "This link stands in another block in the source.", (new.start, new.end),
                        (match.start, match.end), note="source link", bead=item.bead,
                    )  # fmt: skip
                    break
    for item in odd:
        block = item.bead.target[0]
        for old in item.missing:
            key = identity(old.target)
            repeated = key in present
            yield pair.finding(
                MISSING, 'The link "{text}" to "{old}" was lost here.', _where(block, old), (old.start, old.end),
                note="source link", bead=item.bead, severity=WARNING if repeated or old.form == "bare" else None,
                text=shorten(old.text, 40), old=old.target,
            )  # fmt: skip
        for new in item.extra:
            key = identity(new.target)
            known = key in targets or key in gone or new.target.startswith("#")
            yield pair.finding(
                EXTRA, 'The source has no link to "{new}" here.', (new.start, new.end),
                (item.bead.source[0].start, item.bead.source[0].end), bead=item.bead, severity=INFO if known else None,
                new=new.target,
            )  # fmt: skip


def _where(block: Block, link: Link) -> tuple[int, int]:
    """Where a lost link's text still stands, else the block."""
    at = block.text.find(link.text) if link.text else -1
    if at >= 0:
        start = block.offset(at)
        return start, start + len(link.text.encode())
    return block.start, block.end


def _swapped(pair: Pair, bead: Bead, s: Sequence[Link], t: Sequence[Link]) -> Iterator[Finding]:
    by_s = {identity(link.target): link for link in s}
    by_t = {identity(link.target): link for link in t}
    if len(by_s) != len(s) or len(by_t) != len(t) or len(by_s) < 2 or len(by_s) > 30:
        return
    names = list(by_s)
    told: set[str] = set()
    for position, one in enumerate(names):
        for two in names[position + 1 :]:
            if one in told or two in told or one not in by_t or two not in by_t:
                continue
            a, b = tokens(by_s[one].text), tokens(by_s[two].text)
            x, y = tokens(by_t[one].text), tokens(by_t[two].text)
            a, b, x, y = a - b, b - a, x - y, y - x
            texts = by_s[one].text, by_s[two].text, by_t[one].text, by_t[two].text
            exact = (texts[0] == texts[3] or texts[1] == texts[2]) and texts[0] != texts[2] and texts[1] != texts[3]
            if exact or (not (a & x or b & y) and (a & y or b & x)):
                told |= {one, two}
                link, other = sorted((by_t[one], by_t[two]), key=lambda item: item.start)
                yield pair.finding(
                    SWAPPED, 'The links "{first}" and "{second}" seem to carry each other\'s targets.',
                    (link.start, link.end), (by_s[one].start, by_s[one].end), note="source link", bead=bead,
                    first=shorten(link.text, 40), second=shorten(other.text, 40),
                )  # fmt: skip


def _locales(pair: Pair, bead: Bead, s: Sequence[Link], t: Sequence[Link]) -> Iterator[Finding]:
    for new in t:
        match = PATH_LOCALE.search(new.target) if new.target[:4] == "http" else None
        if match is None or match.group(1).lower() not in ADDRESSED:
            continue
        language = match.group(1).lower()
        if language == pair.locale.split("-")[0].lower():
            continue
        old = next((link for link in s if identity(link.target) == identity(new.target)), None)
        if old is None:
            continue
        had = PATH_LOCALE.search(old.target)
        if had is not None and had.group(1).lower() == language:
            continue
        yield pair.finding(
            LOCALE, 'This link names the locale "{locale}"; the source links to "{old}".', (new.start, new.end),
            (old.start, old.end), note="source link", bead=bead, locale=match.group(0).strip("/"), old=old.target,
        )  # fmt: skip


def _syntax(pair: Pair, bead: Bead) -> Finding | None:
    for block in bead.target:
        text = block.text
        if "[" not in text and "](" not in text and "] (" not in text and "< " not in text:
            continue
        if block.kind in ("code", "directive", "html"):
            continue
        match = SPACED.search(text) or UNOPENED.search(text)
        if match is None:
            continue
        for other in bead.source:
            if SPACED.search(other.text) or UNOPENED.search(other.text):
                return None
        start = block.offset(match.start())
        line = pair.target.line_span(start)[1]
        return pair.finding(
            SYNTAX, "This is no link: {shown}", (start, min(line, start + len(match.group().encode()))),
            (bead.source[0].start, bead.source[0].end), bead=bead, shown=shorten(match.group().replace(OBJECT, "…")),
        )  # fmt: skip
    return None


FAMILY = Family((TARGET, MISSING, EXTRA, MOVED, SYNTAX, SWAPPED, LOCALE), pair=check)
