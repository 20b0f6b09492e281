"""Links: the same targets, block by block, then section by section; never their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from operator import itemgetter

from facingpages.align import Bead
from facingpages.align.features import named_in
from facingpages.align.imported import sets_in
from facingpages.document import Link
from facingpages.finding import Finding, Severity
from facingpages.option import Option
from facingpages.rules.base import Pair, codes, images, links, shorten
from facingpages.rules.editions import is_aside
from facingpages.rules.fragments import crossed, same_heading
from facingpages.rules.held import What
from facingpages.rules.identity import identity, is_another, leads_to
from facingpages.rules.likest import are_alike, are_two, counterpart, surest_first
from facingpages.rules.link_form import LOCALE, SYNTAX, locales, syntax_beside, syntax_of, unled, where_lost
from facingpages.rules.matching import NEAR, matched
from facingpages.rules.mend_links import exchanged, linked, taken_over, unlinked
from facingpages.rules.mistyped import mistyped
from facingpages.rules.nearby import lost_rows
from facingpages.rules.occurrences import Sought
from facingpages.rules.rule import ERROR, INFO, WARNING, Family, Rule
from facingpages.rules.targets import doubtful, is_lost_picture, is_own_edition, put_aside, spelled, tolerance

LOCALE_PATHS = Option(
    "locale_paths",
    "texts",
    "The parts of addresses that name a locale, where a site writes it otherwise than `/{locale}/`.",
    default=(),
    pattern=r"^/[^{}]*\{locale\}[^{}]*$",
    right='a list of paths that begin with a slash and name the locale, such as "/{locale}/"',
)
TARGET = Rule(
    "link-target",
    ERROR,
    "A link leads elsewhere than in the source.",
    {"changed": 'This link leads to "{new}"; in the source it leads to "{old}".'},
    origin="source link",
    options=(LOCALE_PATHS,),
)
MISSING = Rule(
    "link-missing",
    ERROR,
    "A link of the source was lost.",
    {"lost": 'The link "{text}" to "{old}" was lost here.'},
    origin="source link",
)
EXTRA = Rule(
    "link-extra", WARNING, "A link that the source lacks.", {"extra": 'The source has no link to "{new}" here.'}
)
MOVED = Rule(
    "link-moved",
    INFO,
    "A link stands in another block of the page.",
    {"moved": "This link stands in another block in the source."},
    origin="source link",
)
SWAPPED = Rule(
    "link-swapped",
    WARNING,
    "Two links carry each other's targets.",
    {"swapped": 'The links "{first}" and "{second}" seem to carry each other\'s targets.'},
    origin="source link",
    evident=True,
)


class _Odd:
    """An aligned bead whose links differ."""

    def __init__(self, bead: Bead, missing: list[Link], extra: list[Link]) -> None:
        self.bead = bead
        self.missing = missing
        self.extra = extra


def check(pair: Pair) -> Iterator[Finding]:
    """Targets changed, lost, added, moved, swapped; broken syntax; foreign locales."""
    odd: list[_Odd] = []
    told: set[int] = set()  # where links begin that carry each other's targets
    for bead in pair.holding(What.LINK | What.BRACKET):
        a, b = bead.source, bead.target
        if len(a) == len(b) == 1:
            s, t = a[0].links, b[0].links
        else:
            s, t = links(a), links(b)
        if s or t:
            item = _differing(bead, s, t)
            if item is not None:
                _drop_pictures(item)
                item.missing = unled(pair, item.missing, b)
                item = item if item.missing or item.extra else None
            if item is not None:
                odd.append(item)
            elif len(s) > 1:
                for finding, carried in _swapped(pair, bead, s, t):
                    told |= carried
                    yield finding
            if t:
                yield from locales(pair, bead, s, t)
        syntax = syntax_of(pair, bead)
        if syntax is not None:
            yield syntax
            if odd and odd[-1].bead is bead:
                broken = odd.pop()
                if len(broken.missing) > 1:
                    odd.append(_Odd(bead, broken.missing[1:], broken.extra))
    yield from syntax_beside(pair)
    yield from _crossed(pair, told, odd)
    yield from _by_meaning(pair, told)
    yield from _settle(pair, odd)


def _differing(bead: Bead, s: Sequence[Link], t: Sequence[Link]) -> _Odd | None:
    if [link.target for link in s] == [link.target for link in t]:  # as most are, to the letter
        return None
    _, missing, extra = matched(s, t, _end)
    return _Odd(bead, missing, extra) if missing or extra else None


def _end(link: Link) -> str:
    """Where a link leads: an address in angle brackets is one for letters."""
    letters = link.form == "auto" and "@" in link.target and ":" not in link.target
    return identity("mailto:" + link.target if letters else link.target)


def _drop_pictures(item: _Odd) -> None:
    """A picture that became a link is told by the rules about pictures."""
    if pictures := {image.source for image in images(item.bead.source)}:
        item.extra = [link for link in item.extra if link.target not in pictures]


def _settle(pair: Pair, odd: list[_Odd]) -> Iterator[Finding]:
    """First what changed in place, then what moved to another block, then what is lost or new."""
    if not odd:
        return
    yield from _changed(pair, odd)
    yield from _moved(pair, odd)
    yield from _left(pair, odd)


def _changed(pair: Pair, odd: list[_Odd]) -> Iterator[Finding]:
    for item in odd:
        others: list[Link] = []
        for old in item.missing:
            same = next((new for new in item.extra[:NEAR] if same_heading(pair, old, new)), None)
            if same is not None:
                item.extra.remove(same)
            else:
                others.append(old)
        item.missing = others
    lost = {identity(old.target): old for item in odd for old in item.missing}
    gone = _gone(pair)
    for item in odd:
        left, ends = (Counter(identity(link.target) for link in some) for some in (item.missing, item.extra))
        taken: set[int] = set()
        for old in surest_first(item.missing, item.extra[:NEAR]):
            new = counterpart(old, item.extra[:NEAR])
            if new is None or is_another(old, new, lost.get(identity(new.target))) or _came_along(old, new, gone):
                continue
            as_many = len(ends) in ((many := len(item.missing) - len(taken)), len(left) * (many == len(item.extra)))
            several = not as_many and (len(ends) > 1 or new.target.isascii())
            if (several and not are_alike(old, new)) or are_two(pair, item.bead, old, new):
                continue  # which of them it was, if any, nobody knows: it is lost, and they are new
            taken.add(id(old))
            item.extra.remove(new)
            for those, end in ((left, identity(old.target)), (ends, identity(new.target))):
                those[end] -= 1
                if not those[end]:
                    del those[end]
            severity = tolerance(pair, old, new)
            if pair.doubts is not None and doubtful(pair, old, new):
                pair.doubts.append(put_aside(pair, item.bead, old, new, severity))
                continue
            if severity is Severity.OFF:
                continue
            yield pair.finding(
                TARGET, "changed", at=new, origin=old, bead=item.bead, severity=severity, new=new.target, old=old.target,
                fix=taken_over(pair, new, old),
            )  # fmt: skip
        item.missing = [old for old in item.missing if id(old) not in taken]


def _moved(pair: Pair, odd: list[_Odd]) -> Iterator[Finding]:
    lost = [(spelled(old.target, pair.source.locale), item, old) for item in odd for old in item.missing]
    new = [(spelled(link.target, pair.locale), item, link) for item in odd for link in item.extra]
    pairs, lost, new = matched(lost, new, itemgetter(0))
    for (_, _, old), (_, item, link) in pairs:
        yield pair.finding(MOVED, "moved", at=link, origin=old, bead=item.bead)
    for item in odd:
        item.missing, item.extra = [], []
    for _, item, old in lost:
        item.missing.append(old)
    for _, item, link in new:
        item.extra.append(link)


def _came_along(old: Link, new: Link, gone: Set[str]) -> bool:
    """Whether a link that leads where lost blocks do came here with what they say, and is no other one, changed."""
    return identity(new.target) in gone and not mistyped(new.target, old.target)


def _gone(pair: Pair) -> set[str]:
    """Where the blocks of the source lead that have no counterpart."""
    return {identity(link.target) for unit in pair.missing for link in links(unit.blocks)}


def _is_empty(pair: Pair, link: Link) -> bool:
    """Whether a link of the source has nothing in it, so that nobody can follow it: the number of a line in HTML."""
    return link.form == "html" and not pair.source.raw[link.text_start : link.text_end].strip()


def _left(pair: Pair, odd: list[_Odd]) -> Iterator[Finding]:
    gone = _gone(pair)
    targets = Counter(spelled(link.target, pair.source.locale) for block in pair.source.blocks for link in block.links)
    present = Counter(spelled(link.target, pair.locale) for block in pair.target.blocks for link in block.links)
    for item in odd:
        block = item.bead.target[0]
        text = Sought(block.text, [old.text for old in item.missing if old.text])
        for old in item.missing:
            if is_own_edition(pair, old) or is_lost_picture(item.bead, old) or _is_empty(pair, old):
                continue
            end = spelled(old.target, pair.source.locale)
            level = WARNING if present[end] or old.form == "bare" else None
            if present[end] >= targets[end] or lost_rows(pair, item.bead):
                level = INFO  # it leads there elsewhere, as often as the source: what it stands in was moved
            yield pair.finding(
                MISSING, "lost", at=where_lost(block, old, text), origin=old, bead=item.bead,
                severity=level, text=shorten(old.text, 40), old=old.target,
                fix=linked(pair, block, old, text) if len(item.bead.target) == 1 else None,
            )  # fmt: skip
        named = {code.text for code in codes(item.bead.source)} if item.extra else ()  # which a link may explain
        for new in () if sets_in(block) else item.extra:
            known = spelled(new.target, pair.locale) in targets or identity(new.target) in gone
            known = known or new.target[:1] == "#" or new.text.strip() in named or is_aside(pair, new, item.bead.source)
            known = known or leads_to(pair.target.path, new.target) == pair.source.path  # as a list of languages has it
            yield pair.finding(
                EXTRA, "extra", at=new, origin=item.bead.source[0], bead=item.bead, severity=INFO if known else None,
                new=new.target, fix=unlinked(pair, new),
            )  # fmt: skip


def _swapped(pair: Pair, bead: Bead, s: Sequence[Link], t: Sequence[Link]) -> Iterator[tuple[Finding, set[int]]]:
    by_s = {identity(link.target): link for link in s}
    by_t = {identity(link.target): link for link in t}
    if len(by_s) != len(s) or len(by_t) != len(t) or len(by_s) < 2 or len(by_s) > 30:
        return
    names, told = list(by_s), set[str]()
    for position, one in enumerate(names):
        for two in names[position + 1 :]:
            if one in told or two in told or one not in by_t or two not in by_t:
                continue
            a, b = named_in(by_s[one].text), named_in(by_s[two].text)
            x, y = named_in(by_t[one].text), named_in(by_t[two].text)
            a, b, x, y = a - b, b - a, x - y, y - x
            texts = by_s[one].text, by_s[two].text, by_t[one].text, by_t[two].text
            exact = (texts[0] == texts[3] or texts[1] == texts[2]) and texts[0] != texts[2] and texts[1] != texts[3]
            if exact or (not (a & x or b & y) and (a & y or b & x)):
                told |= {one, two}
                link, other = sorted((by_t[one], by_t[two]), key=lambda item: item.start)
                finding = pair.finding(
                    SWAPPED, "swapped", at=link, origin=by_s[one], bead=bead, first=shorten(link.text, 40),
                    second=shorten(other.text, 40), fix=exchanged(pair, link, other),
                )  # fmt: skip
                yield finding, {by_t[one].start, by_t[two].start}


def _crossed(pair: Pair, told: set[int], odd: Sequence[_Odd]) -> Iterator[Finding]:
    """Links to headings whose texts say that they carry each other's targets; where they begin is noted as told, and no
    more is told of their targets."""
    for bead, one, two in crossed(pair):
        told |= {one.start, two.start}
        yield pair.finding(
            SWAPPED, "swapped", at=one, origin=bead.source[0], bead=bead, severity=ERROR, first=shorten(one.text, 40),
            second=shorten(two.text, 40), fix=exchanged(pair, one, two),
        )  # fmt: skip
    for item in odd if told else ():
        for new in [link for link in item.extra if link.start in told]:
            item.extra.remove(new)
            if (old := counterpart(new, item.missing[:NEAR])) is not None:
                item.missing.remove(old)


def _by_meaning(pair: Pair, told: Set[int]) -> Iterator[Finding]:
    """Links whose texts say that they carry each other's targets: in one block, or anywhere on the page."""
    for one, another in pair.meant.swapped_links if pair.lexicon is not None else ():
        first, second = sorted((one.new, another.new), key=lambda link: link.start)
        if first.start not in told and second.start not in told:
            yield pair.finding(
                SWAPPED, "swapped", at=first, origin=one.old, bead=one.bead, first=shorten(first.text, 40),
                second=shorten(second.text, 40),
            )  # fmt: skip


FAMILY = Family((TARGET, MISSING, EXTRA, MOVED, SYNTAX, SWAPPED, LOCALE), pair=check, of=What.LINK | What.BRACKET)
