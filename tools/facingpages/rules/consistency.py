"""Consistency: the same label of the source is rendered the same way all over a locale."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facingpages.document import Document
from facingpages.finding import Finding, Severity
from facingpages.rules.base import Pair, line_of, related_at
from facingpages.rules.rule import INFO, WARNING, Family, Rule
from facingpages.site import Site

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
ENDING = re.compile(r"[^\W\d_]+")
ENOUGH, AGREED, WEAK = 4, 0.75, 0.6
KNOWN = 6  # renderings from which on a label's usual one is known


@dataclass(frozen=True, slots=True)
class Rendering:
    """A label of the source and what it became, once. Places are offsets: hardly any of them is ever told."""

    locale: str
    page: str
    label: str
    text: str
    target: tuple[str, bytes]  # path and content of the translation, and of the source
    source: tuple[str, bytes]
    place: tuple[int, int]
    origin: tuple[int, int]
    block: tuple[int, int]
    alone: bool  # whether nothing else in the block is bold

    def parted(self) -> tuple[str, str]:
        """The block around it without what is bold, and what is."""
        start, end = self.block
        whole = self.target[1][start:end].decode("utf-8", "replace")
        return BOLD.sub("", whole), " ".join(match.group() for match in BOLD.finditer(whole))

    def finding(self, rule: Rule, message: str, /, *, severity: Severity, **values: str) -> Finding:
        """A finding on it."""
        here, there = (Document(*side) for side in (self.target, self.source))
        return rule.finding(
            message, here.place(*self.place), self.locale, values, severity=severity,
            related=(related_at(there, self.origin, rule.origin),), snippet=line_of(here, self.place[0]),
            content=self.label + "\0" + self.text, page=self.page,
        )  # fmt: skip


def gather(pair: Pair) -> Iterator[Rendering]:
    """Labels of aligned blocks with as many on one side as on the other."""
    target, source = (pair.target.path, pair.target.raw), (pair.source.path, pair.source.raw)
    for bead in pair.aligned:
        a, b = bead.source[0], bead.target[0]
        if not a.strongs or len(a.strongs) != len(b.strongs) or len(bead.source) + len(bead.target) != 2:
            continue
        for one, two in zip(a.strongs, b.strongs, strict=True):
            label, text = one.text.strip(EDGES).lower(), two.text.strip(EDGES)
            if text and 1 < len(one.text) <= 40:
                yield Rendering(
                    pair.locale, pair.target.page, label, text, target, source, (two.start, two.end), (one.start, one.end),
                    (b.start, b.end), len(a.strongs) == 1,
                )  # fmt: skip


def settle(site: Site, facts: Sequence[Rendering]) -> Iterator[Finding]:
    """Renderings that differ from what the locale agrees on."""
    del site
    groups: dict[tuple[str, str], list[Rendering]] = defaultdict(list)
    for fact in facts:
        groups[fact.locale, fact.label].append(fact)
    for whole in groups.values():
        shifted = list(_shifted(whole)) if len(whole) >= KNOWN else []
        yield from (finding for _, finding in shifted)
        told = {id(fact) for fact, _ in shifted}
        group = [fact for fact in whole if fact.alone and id(fact) not in told]
        if len(group) < ENOUGH:
            continue
        stems = Counter(stem(fact.text) for fact in group)
        usual, count = max(stems.items(), key=lambda item: (item[1], item[0]))
        share = count / len(group)
        if share < WEAK or share == 1:
            continue
        example = Counter(fact.text for fact in group if stem(fact.text) == usual).most_common(1)[0][0]
        for fact in group:
            if not _same(stem(fact.text), usual):
                yield fact.finding(
                    LABEL, "differs",
                    severity=WARNING if share >= AGREED else INFO, here=fact.text, usual=example, count=str(count),
                    total=str(len(group)),
                )  # fmt: skip


def _shifted(group: Sequence[Rendering]) -> Iterator[tuple[Rendering, Finding]]:
    """Bold words beside which the label's usual rendering stands without bold."""
    usual, count = Counter(fact.text for fact in group).most_common(1)[0]
    if count < 2 or count * 2 < len(group) or len(usual) < 3 or not usual[0].isupper():
        return
    word = re.compile(rf"\b{re.escape(usual)}\b")
    for fact in group:
        text, known = fact.text.lower(), usual.lower()
        if known in text or text in known:
            continue
        plain, bold = fact.parted()
        if usual in plain and known not in bold.lower() and word.search(plain):
            finding = fact.finding(
                SHIFTED, "shifted", severity=WARNING, here=fact.text, usual=usual
            )  # fmt: skip
            yield fact, finding


def stem(text: str) -> str:
    """A label without the endings of its words, so that its cases and numbers are one."""
    return " ".join(word.lower()[: max(3, round(len(word) * 0.6))] for word in ENDING.findall(text))


def _same(one: str, two: str) -> bool:
    words_a, words_b = one.split(), two.split()
    return len(words_a) == len(words_b) and all(a[:3] == b[:3] for a, b in zip(words_a, words_b, strict=True))


FAMILY: Family = Family((LABEL, SHIFTED), gather=gather, settle=settle)
