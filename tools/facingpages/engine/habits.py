"""What a locale does in one way on many pages: a generator's way that we do not know, a convention of its translators,
or one mistake that was made by a program. Whichever it is, it is one thing: the first is told, the others are hints.

So a site that is misunderstood costs one finding, not hundreds; and what is broken everywhere is still told as loud.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from typing import Any

from facingpages.finding import Finding, Related, Severity, fill
from facingpages.late import late
from facingpages.read.frontmatter import read_metadata
from facingpages.rules.across import Across
from facingpages.rules.facts import Facts
from facingpages.rules.rule import INFO
from facingpages.tuples import NamedTuple

ALIKE = "one of {times} alike on {count} pages, of which the first is told"
WORDS = (ALIKE,)
PAGES, TIMES, FIRST = "pages alike", "times alike", "first alike"  # values of a finding that is one of many
MANY = 4  # pages from which on the same is one thing: on three, three may have made a mistake
PART = 0.04  # of a locale's pages, too: on a few of a thousand it is a mistake that was made a few times
OFTEN = 12  # times on fewer pages, if it is as often on each: then it is the way of these pages
SHORT, SHARE = 3, 0.25  # what has fewer signs says little, and a kind of link: then of so many of a locale's pages
MOST = 0.75  # of the pages whose source has a key: then what a locale does to it, whatever its value, is one thing
# The values of a finding that say what stands for what, wherever that is.
WHAT: Mapping[str, tuple[str, ...]] = {
    "link-missing": ("old",), "link-extra": ("new",), "image-missing": ("there",), "image-extra": ("here",),
    "code-block": ("here", "there"), "code-language": ("here", "there"), "code-span": ("here", "text"),
    "label-missing": ("text",), "callout-type": ("here", "there"), "callout-missing": ("there", "text"),
    "callout-extra": ("here", "text"), "anchor-missing": ("there",), "anchor-changed": ("here", "there"),
    "link-dead": ("target",), "link-case": ("target",), "link-outside": ("target",), "image-dead": ("target",),
    "anchor-dead": ("page", "id"), "anchor-translated": ("page", "id"), "snippet-dead": ("target",),
    "reference-undefined": ("label",), "directive-missing": ("text",), "directive-extra": ("text",),
    "directive-changed": ("here", "there"), "directive-placeholder": ("name",), "directive-unknown": ("text",),
    "tag-missing": ("text",), "tag-changed": ("here", "there"), "tag-shown": ("text",), "tag-swallowed": ("text",),
    "marker-missing": ("there",), "marker-changed": ("here", "there"), "number-changed": ("here", "there"),
    "number-unit": ("here", "there"), "literal-changed": ("literal",), "literal-name": ("literal",),
    "metadata-missing": ("there",), "metadata-key": ("here", "there"), "metadata-locale": ("key", "here"),
    "metadata-changed": ("key", "here", "there"), "text-script": ("word",), "text-control": ("code",),
    "label-consistency": ("here", "usual"),
    "block-missing": ("text",), "block-extra": ("text",), "block-untranslated": ("text",), "page-leftover": ("text",),
}  # fmt: skip
MOVED = {"link-target": ("new", "old"), "image-source": ("here", "there"), "link-locale-better": ("hint", "target")}
CHANGED, ELSEWHERE = "metadata-changed", "link-locale-better"
# What may be found once the whole site is known.
CROSSING = frozenset((
    *MOVED, "link-dead", "link-case", "link-outside", "image-dead", "anchor-dead", "anchor-translated", "snippet-dead",
    "reference-undefined", "label-consistency", "id-duplicate",
))  # fmt: skip
# Of these the same kind on a quarter of a locale's pages is one thing, whatever each of them names.
ALIKE_IN = {
    "marker-missing": ("there",), "marker-changed": ("here", "there"), "heading-level": ("here", "there"),
    "text-language": ("other",), "id-duplicate": (), "anchor-translated": (), ELSEWHERE: (),
}  # fmt: skip
NAMES = late(r"[\w-]+")
BROAD = "\0"  # with which a kind begins
WEAK = ("number-changed", "number-unit", "literal-changed", "literal-name", "code-span", "block-missing", "block-extra")


class Key(NamedTuple):
    """By what findings are alike: a rule, a locale, and what stands for what."""

    rule: str
    locale: str
    what: tuple[str, ...]


class Told(NamedTuple):
    """What was found on a page, how often."""

    path: str
    locale: str
    times: Mapping[Key, int]


class Repetition(NamedTuple):
    """What is found on many pages: the first of them, how many there are, and how often it is found."""

    path: str
    pages: int
    times: int


class Repeated(Across[Told]):
    """What is found on each pair of pages, so that what is one thing is known as such."""

    name = "habits"

    def told(self, path: str, locale: str, findings: Iterable[Finding]) -> Iterator[Told]:
        """What was found on a page, as far as others may have it, too."""
        times = Counter(key for one in findings for key in keys(one) if key.locale == locale)
        if times:
            yield Told(path, locale, times)

    def path(self, fact: Told) -> str:
        """Of the translation."""
        return fact.path

    def dump(self, fact: Told) -> Any:
        """A fact as plain data."""
        return [fact.path, fact.locale, [[key.rule, *key.what, count] for key, count in fact.times.items()]]

    def load(self, data: Any) -> Told:
        """A fact from plain data."""
        path, locale, rows = data
        return Told(path, locale, {Key(row[0], locale, tuple(row[1:-1])): row[-1] for row in rows})

    def settle(self, facts: Facts[Told], only: Set[str] | None = None, jobs: int = 1) -> Iterator[Finding]:  # noqa: ARG002
        """Nothing: what they say is of findings."""
        yield from ()

    def asked(self, findings: Iterable[Finding]) -> set[Key]:
        """By what some findings may be one of many."""
        return {key for one in findings for key in keys(one)}

    def found(
        self, asked: Set[Key] | None, crossing: Iterable[Finding], facts: Facts[Told],
        others: Callable[[Set[str]], Iterable[Finding]] | None = None,
    ) -> dict[Key, Repetition]:  # fmt: skip
        """Which of what is asked about, or of all, many pages of a locale have.

        `crossing` are the findings that cross pages. `others` gives those of all pages of some locales, where these are
        only what concerns a few; nobody hears of a source then.
        """
        if asked is not None and others is not None:
            asked = {key for key in asked if key.locale != self.whole.site.source}
            far = {key.locale for key in asked if key.rule in CROSSING}
            crossing = others(far) if far else ()
        if asked is not None and not asked:
            return {}
        counted: dict[Key, Counter[str]] = defaultdict(Counter)
        for fact in facts.at_hand():
            for key, times in fact.times.items():
                if asked is None or key in asked:
                    counted[key][fact.path] += times
        for one in crossing:
            for key in keys(one):
                if asked is None or key in asked:
                    counted[key][one.place.path] += 1
        return {
            key: Repetition(min(pages), len(pages), sum(pages.values()))
            for key, pages in counted.items()
            if self.is_one(key, pages)
        }

    def is_one(self, key: Key, pages: Mapping[str, int]) -> bool:
        """Whether what some pages have is one thing."""
        site, broad = self.whole.site, key.what[:1] == (BROAD,)
        if len(pages) < max(MANY, PART * len(site.by_name(key.locale))):
            often = sum(pages.values()) >= max(OFTEN, MANY * len(pages))
            return often and not broad and not _is_weak(key)
        if broad and key.rule == CHANGED:
            both = (page for page in site.sources if site.named(key.locale, page.name))
            return len(pages) >= MOST * sum(self._has(page.path, key.what[1]) for page in both)
        return not (broad or _is_weak(key)) or len(pages) >= SHARE * len(site.by_name(key.locale))

    def _has(self, path: str, key: str) -> bool:
        """Whether the front matter of a page has a key."""
        document = self.whole.text(path)
        if document is None:
            return False
        if not document.metadata:
            read_metadata(document)
        return key in document.metadata


def keys(finding: Finding) -> list[Key]:
    """By what a finding may be one of many, the narrowest first; a hint is told as one already."""
    rule, locale, values = finding.rule, finding.locale, finding.values
    if finding.severity in (INFO, Severity.OFF):
        return []
    what = tuple(values.get(name, "") for name in WHAT.get(rule, ()))
    if rule in MOVED:
        new, old = (values.get(name, "") for name in MOVED[rule])
        what = tuple(moved(new, old))
    found = [Key(rule, locale, what)] if any(what) else []
    if rule == CHANGED:
        found.append(Key(rule, locale, (BROAD, what[0])))
    elif rule in ALIKE_IN:
        kind = [
            NAMES.sub("x", values.get(name, "")) if "marker" in rule else values.get(name, "")
            for name in ALIKE_IN[rule]
        ]
        if kind != ["x"] and kind != ["x", "x"]:
            found.append(Key(rule, locale, (BROAD, *kind)))
    return found


def marked(findings: Iterable[Finding], habits: Mapping[Key, Repetition]) -> Iterator[Finding]:
    """Findings: what is one of many is a hint that says so, but the first."""
    firsts: dict[Key, Finding] = {}
    seen: list[tuple[Finding, Key | None]] = []
    for finding in findings:
        at = next((key for key in reversed(keys(finding)) if key in habits), None)
        seen.append((finding, at))
        if at is not None and finding.place.path == habits[at].path:
            first = firsts.get(at)
            if first is None or finding.order < first.order:
                firsts[at] = finding
    for finding, at in seen:
        yield finding if at is None else _marked(finding, habits[at], first=finding is firsts.get(at))


def _marked(finding: Finding, habit: Repetition, *, first: bool) -> Finding:
    counts = {"count": str(habit.pages), "times": str(habit.times)}
    values = {**finding.values, PAGES: counts["count"], TIMES: counts["times"]}
    if first:
        return finding._replace(values=values)
    said = Related(finding.place, fill(ALIKE, counts))
    return finding._replace(severity=INFO, values={**values, FIRST: habit.path}, related=(*finding.related, said))


def _is_weak(key: Key) -> bool:
    return key.rule in WEAK and max(map(len, key.what)) < SHORT


def moved(new: str, old: str) -> list[str]:
    """Two addresses without the folders that both begin with and the way both end in: `/docs/a/b` and `/a/b` differ
    in `docs` alone, as all addresses of a site do that was moved."""
    here, there = new.split("/"), old.split("/")
    shorter = min(len(here), len(there))
    first = next((at for at in range(shorter) if here[at] != there[at]), shorter)
    last = next((at for at in range(shorter - first) if here[-1 - at] != there[-1 - at]), shorter - first)
    if not last or here[-1] == "":
        return [new, old]  # another page, not the same one elsewhere
    lead = "/".join(here[:3]) if "://" in new else ""
    return [lead, "/".join(here[first : len(here) - last]), "/".join(there[first : len(there) - last])]
