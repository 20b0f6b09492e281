"""Consistency: the same label of the source is rendered the same way all over a locale."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import lru_cache
from itertools import chain
from typing import Any
from unicodedata import normalize

from facingpages.align.agreeing import sections
from facingpages.align.score import weight
from facingpages.document import Block, Heading
from facingpages.finding import Finding, Severity
from facingpages.late import late
from facingpages.rules.across import Across
from facingpages.rules.base import Pair, reach, related_at
from facingpages.rules.facts import Facts
from facingpages.rules.held import What
from facingpages.rules.rule import INFO, WARNING, Family, Rule
from facingpages.tuples import NamedTuple
from facingpages.workers import in_batches

LABEL = Rule(
    "label-consistency",
    WARNING,
    "A label is rendered otherwise than in the rest of the locale.",
    {"differs": 'This label is "{here}"; elsewhere {count} of {total} times it is "{usual}".'},
    origin="source label",
)

SHIFTED = Rule(
    "label-shifted",
    WARNING,
    "The bold stands on another word than the label.",
    {"shifted": 'The bold stands on "{here}"; the label "{usual}" has none.'},
    origin="source label",
)

EDGES = " .:,"
SHORT, LONGER = 12, 3  # letters of a label; so many times as long is the sentence that was stressed for it
BOLD = late(r"\*\*.*?\*\*|__.*?__|<(b|strong)\b.*?</\1>|\]\([^)]*\)", re.S)
BRACKETED = late(r"(.*\S)\s*[(\uff08]([^()\uff08\uff09]+)[)\uff09]")
# Between scripts a blank is a matter of taste: both of \u6587\u4ef6ID and \u6587\u4ef6 ID are two words.
WORD = late(r"(?:(?=[\u2e80-\uffef])[^\W\d_])+|(?:(?![\u2e80-\uffef])[^\W\d_])+")
ENOUGH, AGREED, WEAK = 4, 0.75, 0.6
KNOWN = 6  # renderings from which on a label's usual one is known


class Rendered(NamedTuple):
    """A label of the source and what it became, once. Places are offsets: hardly any of them is ever told."""

    label: str
    text: str
    place: tuple[int, int]
    origin: tuple[int, int]
    block: tuple[int, int]
    alone: bool  # whether nothing else in the block is bold


class Labels(NamedTuple):
    """The labels of one translation; `target` and `source` are the paths of the two pages.

    `counted` are the renderings that count when others are judged, None where these are all. No lexicon was asked for
    them: who edits a page should not have to learn what all others teach.
    """

    locale: str
    target: str
    source: str
    renderings: list[Rendered]
    counted: list[Rendered] | None = None


Shown = tuple[Labels, Rendered]


class _Group:
    """One label of one locale: what is judged, and what it is judged by."""

    def __init__(self) -> None:
        self.judged: list[Shown] = []
        self.counted: list[Shown] = []


class Consistency(Across[Labels]):
    """How each label is rendered all over a locale."""

    name = "labels"

    def of_pair(self, pair: Pair) -> Iterator[Labels]:
        """Labels of aligned blocks with as many on one side as on the other."""
        if not pair.held.whole & What.BOLD:
            return
        bold = pair.holding(What.BOLD)
        beads = [(one.source[0], one.target[0]) for one in bold if len(one.source) + len(one.target) == 2]
        aligned, counted = _labelled(beads), _labelled(_in_parallel(pair.source.blocks, pair.target.blocks))
        found = _renderings(aligned)
        others = _renderings(counted) if aligned != counted else None
        if found or others:
            yield Labels(pair.locale, pair.target.path, pair.source.path, found, others)

    def load(self, data: Any) -> Labels:
        """A fact from plain data."""
        locale, target, source, found, counted = data
        return Labels(locale, target, source, _loaded(found), _loaded(counted) if counted is not None else None)

    def path(self, fact: Labels) -> str:
        """Of the translation."""
        return fact.target

    def settle(self, facts: Facts[Labels], only: Set[str] | None = None, jobs: int = 1) -> Iterator[Finding]:
        """Renderings that differ from what the locale agrees on: each locale by itself."""
        if only is not None and not any(fact.renderings for path in only for fact in facts.at(path)):
            return
        paths: dict[str, list[str]] = defaultdict(list)
        page_of = self.whole.site.by_path.get
        for path in facts.speaking():
            page = page_of(path)
            paths[page.locale if page is not None else ""].append(path)

        def some(locales: Sequence[str]) -> list[Finding] | None:
            return [finding for locale in locales for finding in self._locale(facts, paths[locale], only)]

        known = {locale: facts.settled(f"{self.name} {locale}", pages) for locale, pages in paths.items()}
        anew = [locale for locale, findings in known.items() if findings is None]
        for locale, findings in zip(anew, in_batches(some, anew, 1, jobs, lambda _: None), strict=True):
            known[locale] = findings
            if findings is not None:
                facts.keep(f"{self.name} {locale}", paths[locale], findings)
        for each in known.values():
            yield from each or ()

    def _locale(self, facts: Facts[Labels], paths: Iterable[str], only: Set[str] | None) -> Iterator[Finding]:
        """Those of a locale's pages."""
        groups: dict[tuple[str, str], _Group] = defaultdict(_Group)
        known = [page for path in paths for page in facts.at(path)]
        for page in known:
            if only is None or page.target in only:
                for rendering in page.renderings:
                    groups[page.locale, rendering.label].judged.append((page, rendering))
        for page in known if groups else ():
            for rendering in page.renderings if page.counted is None else page.counted:
                group = groups.get((page.locale, rendering.label))
                if group is not None:
                    group.counted.append((page, rendering))
        for group in groups.values():
            yield from self._group(group)

    def _group(self, group: _Group) -> Iterator[Finding]:
        """One label of one locale."""
        counted = group.counted
        shifted = self._shifted(group) if len(counted) >= KNOWN else {}
        for one in group.judged:
            yield from shifted.get(_place(one), ())
        counted = [one for one in counted if one[1].alone and _place(one) not in shifted]
        if len(counted) < ENOUGH:
            return
        stems = Counter(stem(shown.text) for _, shown in counted)
        usual, count = max(stems.items(), key=lambda item: (item[1], item[0]))
        share = count / len(counted)
        if share < WEAK:
            return
        example = Counter(shown.text for _, shown in counted if stem(shown.text) == usual).most_common(1)[0][0]
        kept = example.lower() == group.judged[0][1].label  # most are as in the source, perhaps not translated yet
        for page, shown in group.judged:
            if shown.alone and _place((page, shown)) not in shifted and not _same(stem(shown.text), usual):
                values = {"here": shown.text, "usual": example, "count": str(count), "total": str(len(counted))}
                severity = WARNING if share >= AGREED and not kept else INFO
                yield from self._finding(LABEL, "differs", page, shown, values, severity)

    def _shifted(self, group: _Group) -> dict[tuple[str, tuple[int, int]], list[Finding]]:
        """Bold words beside which the label's usual rendering stands without bold, by where they are."""
        usual, count = Counter(shown.text for _, shown in group.counted).most_common(1)[0]
        if count < 2 or count * 2 < len(group.counted) or len(usual) < 3 or not usual[0].isupper():
            return {}
        found: dict[tuple[str, tuple[int, int]], list[Finding]] = {}
        for page, shown in {_place(one): one for one in (*group.counted, *group.judged)}.values():
            text, known = shown.text.lower(), usual.lower()
            if known in text or text in known:
                continue
            document = self.whole.text(page.target)
            whole = document.source_text(*shown.block) if document is not None else ""
            bold = " ".join(match.group() for match in BOLD.finditer(whole))
            plain = BOLD.sub("", whole)
            if re.search(
                rf"[(\uff08]\s*{re.escape(usual)}\s*[)\uff09]|{re.escape(usual)}\s*[(\uff08]\s*[)\uff09]", plain
            ):
                found[_place((page, shown))] = []  # said in both languages, one of them in brackets
            elif usual in plain and known not in bold.lower() and re.search(rf"\b{re.escape(usual)}\b", plain):
                values = {"here": shown.text, "usual": usual}
                found[_place((page, shown))] = list(self._finding(SHIFTED, "shifted", page, shown, values, WARNING))
        return found

    def _finding(
        self, rule: Rule, message: str, page: Labels, shown: Rendered, values: Mapping[str, str], severity: Severity
    ) -> Iterator[Finding]:
        """A finding on a rendering, none where its page can't be read any more."""
        here, there = self.whole.text(page.target), self.whole.text(page.source)
        if here is not None and there is not None:
            yield rule.finding(
                message, here.place(*shown.place), page.locale, values, severity=severity,
                related=(related_at(there, shown.origin, rule.origin),), snippet=here.line_text(shown.place[0]),
                content=shown.label + "\0" + shown.text, page=here.page,
            )  # fmt: skip


def _labelled(blocks: Iterable[tuple[Block, Block]]) -> list[tuple[Block, Block]]:
    return [(a, b) for a, b in blocks if a.strongs and len(a.strongs) == len(b.strongs)]


def _renderings(blocks: Iterable[tuple[Block, Block]]) -> list[Rendered]:
    found: list[Rendered] = []
    for a, b in blocks:
        for one, two in zip(a.strongs, b.strongs, strict=True):
            label = one.text.strip(EDGES).lower()
            text = _without(label, normalize("NFC", two.text.strip(EDGES)))
            if text and 1 < len(one.text) <= 40 and weight(text) <= LONGER * max(len(label), SHORT):
                found.append(Rendered(label, text, reach(two), reach(one), reach(b), len(a.strongs) == 1))
    return found


def _loaded(rows: Any) -> list[Rendered]:
    return [
        Rendered(label, text, tuple(place), tuple(origin), tuple(block), alone)
        for label, text, place, origin, block, alone in rows
    ]


def _in_parallel(s: Sequence[Block], t: Sequence[Block]) -> Iterable[tuple[Block, Block]]:
    """The blocks of two pages that stand at one place among blocks of the same kinds: all, or those of such sections."""
    if _kinds(s) == _kinds(t):
        return zip(s, t, strict=True)
    one, other = list(sections(s).values()), list(sections(t).values())
    if len(one) != len(other):
        return ()
    same = [(a, b) for a, b in zip(one, other, strict=True) if _kinds(a) == _kinds(b)]
    return chain.from_iterable(zip(a, b, strict=True) for a, b in same)


def _kinds(blocks: Sequence[Block]) -> list[str | int]:
    return [block.level if isinstance(block, Heading) else block.kind for block in blocks]


def _place(shown: Shown) -> tuple[str, tuple[int, int]]:
    page, rendering = shown
    return page.target, rendering.place


def _without(label: str, text: str) -> str:
    """A rendering without the source's own label in brackets behind it."""
    match = BRACKETED.fullmatch(text) if text.endswith((")", "\uff09")) else None
    return match[1] if match is not None and match[2].strip(EDGES).lower() == label else text


@lru_cache(maxsize=4096)
def stem(text: str) -> str:
    """A label without the endings of its words, so that its cases and numbers are one."""
    return " ".join(word.lower()[: max(3, round(len(word) * 0.6))] for word in WORD.findall(text))


def _same(one: str, two: str) -> bool:
    words_a, words_b = one.split(), two.split()
    return len(words_a) == len(words_b) and all(a[:3] == b[:3] for a, b in zip(words_a, words_b, strict=True))


FAMILY = Family((LABEL, SHIFTED), across=Consistency)
