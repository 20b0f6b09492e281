"""Consistency: the same label of the source is rendered the same way all over a locale."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Any, NamedTuple

from facingpages.finding import Finding, Severity
from facingpages.rules.across import Across
from facingpages.rules.base import Pair, line_of, reach, related_at
from facingpages.rules.held import What
from facingpages.rules.rule import INFO, WARNING, Family, Rule

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
BOLD = re.compile(r"\*\*.*?\*\*|__.*?__|<(b|strong)\b.*?</\1>|\]\([^)]*\)", re.S)
BRACKETED = re.compile(r"(.+?)\s*[(\uff08]([^()\uff08\uff09]+)[)\uff09]")
ENDING = re.compile(r"[^\W\d_]+")
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
    """The labels of one translation; `target` and `source` are the paths of the two pages."""

    locale: str
    target: str
    source: str
    renderings: list[Rendered]


Shown = tuple[Labels, Rendered]


class Consistency(Across[Labels]):
    """How each label is rendered all over a locale."""

    name = "labels"

    def of_pair(self, pair: Pair) -> Iterator[Labels]:
        """Labels of aligned blocks with as many on one side as on the other."""
        found: list[Rendered] = []
        for bead in pair.holding(What.BOLD):
            a, b = bead.source[0], bead.target[0]
            if not a.strongs or len(a.strongs) != len(b.strongs) or len(bead.source) + len(bead.target) != 2:
                continue
            for one, two in zip(a.strongs, b.strongs, strict=True):
                label, text = one.text.strip(EDGES).lower(), two.text.strip(EDGES)
                text = _without(label, text)
                if text and 1 < len(one.text) <= 40:
                    alone = len(a.strongs) == 1
                    found.append(Rendered(label, text, reach(two), reach(one), reach(b), alone))
        if found:
            yield Labels(pair.locale, pair.target.path, pair.source.path, found)

    def load(self, data: Any) -> Labels:
        """A fact from plain data."""
        locale, target, source, rows = data
        found = [
            Rendered(label, text, tuple(place), tuple(origin), tuple(block), alone)
            for label, text, place, origin, block, alone in rows
        ]
        return Labels(locale, target, source, found)

    def settle(self, facts: Sequence[Labels], only: Set[str] | None = None) -> Iterator[Finding]:
        """Renderings that differ from what the locale agrees on."""
        groups: dict[tuple[str, str], list[Shown]] = defaultdict(list)
        wanted = None
        if only is not None:
            asked = [page for page in facts if page.target in only]
            wanted = {(page.locale, rendering.label) for page in asked for rendering in page.renderings}
        for page in facts:
            for rendering in page.renderings:
                if wanted is None or (page.locale, rendering.label) in wanted:
                    groups[page.locale, rendering.label].append((page, rendering))
        for group in groups.values():
            yield from self._group(group)

    def _group(self, group: Sequence[Shown]) -> Iterator[Finding]:
        """One label of one locale."""
        shifted = dict(self._shifted(group)) if len(group) >= KNOWN else {}
        yield from shifted.values()
        group = [shown for at, shown in enumerate(group) if shown[1].alone and at not in shifted]
        if len(group) < ENOUGH:
            return
        stems = Counter(stem(shown.text) for _, shown in group)
        usual, count = max(stems.items(), key=lambda item: (item[1], item[0]))
        share = count / len(group)
        if share < WEAK or share == 1:
            return
        example = Counter(shown.text for _, shown in group if stem(shown.text) == usual).most_common(1)[0][0]
        for page, shown in group:
            if not _same(stem(shown.text), usual):
                values = {"here": shown.text, "usual": example, "count": str(count), "total": str(len(group))}
                yield from self._finding(LABEL, "differs", page, shown, values, WARNING if share >= AGREED else INFO)

    def _shifted(self, group: Sequence[Shown]) -> Iterator[tuple[int, Finding]]:
        """Bold words beside which the label's usual rendering stands without bold, by their number in the group."""
        usual, count = Counter(shown.text for _, shown in group).most_common(1)[0]
        if count < 2 or count * 2 < len(group) or len(usual) < 3 or not usual[0].isupper():
            return
        word = re.compile(rf"\b{re.escape(usual)}\b")
        for at, (page, shown) in enumerate(group):
            text, known = shown.text.lower(), usual.lower()
            if known in text or text in known:
                continue
            document = self.whole.text(page.target)
            whole = document.source_text(*shown.block) if document is not None else ""
            bold = " ".join(match.group() for match in BOLD.finditer(whole))
            plain = BOLD.sub("", whole)
            if usual in plain and known not in bold.lower() and word.search(plain):
                values = {"here": shown.text, "usual": usual}
                for finding in self._finding(SHIFTED, "shifted", page, shown, values, WARNING):
                    yield at, finding

    def _finding(
        self, rule: Rule, message: str, page: Labels, shown: Rendered, values: Mapping[str, str], severity: Severity
    ) -> Iterator[Finding]:
        """A finding on a rendering, none where its page can't be read any more."""
        here, there = self.whole.text(page.target), self.whole.text(page.source)
        if here is not None and there is not None:
            yield rule.finding(
                message, here.place(*shown.place), page.locale, values, severity=severity,
                related=(related_at(there, shown.origin, rule.origin),), snippet=line_of(here, shown.place[0]),
                content=shown.label + "\0" + shown.text, page=here.page,
            )  # fmt: skip


def _without(label: str, text: str) -> str:
    """A rendering without the source's own label in brackets behind it."""
    match = BRACKETED.fullmatch(text)
    return match[1] if match is not None and match[2].strip(EDGES).lower() == label else text


def stem(text: str) -> str:
    """A label without the endings of its words, so that its cases and numbers are one."""
    return " ".join(word.lower()[: max(3, round(len(word) * 0.6))] for word in ENDING.findall(text))


def _same(one: str, two: str) -> bool:
    words_a, words_b = one.split(), two.split()
    return len(words_a) == len(words_b) and all(a[:3] == b[:3] for a, b in zip(words_a, words_b, strict=True))


FAMILY = Family((LABEL, SHIFTED), across=Consistency)
