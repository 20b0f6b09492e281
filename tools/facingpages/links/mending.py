"""What would mend a link: what the resolver found, written where the page names something else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import quote

from facingpages.document import Document, Use
from facingpages.finding import Applicability, Fix
from facingpages.links.facts import PageFacts
from facingpages.links.problem import LinkProblem
from facingpages.nearest import resemblance
from facingpages.read.snippets import SET_IN
from facingpages.rules import links as rules
from facingpages.rules.mend import SAFE, UNSAFE, exchange, instead
from facingpages.rules.mistyped import mistyped

if TYPE_CHECKING:
    from facingpages.links.resolve import Resolver

ALIKE = 0.5  # how alike two labels are of which one is the other, misspelt or inflected
LONG = 200  # characters of a hint that is told whole
DEAD = (rules.LINK_DEAD.id, rules.IMAGE_DEAD.id, rules.SNIPPET_DEAD.id)
LABELS = {
    rules.REFERENCE_UNDEFINED.id: rules.REFERENCE_UNUSED.id,
    rules.FOOTNOTE_UNDEFINED.id: rules.FOOTNOTE_UNUSED.id,
}


class Mending:
    """What would mend the problems that a resolver found. What it has to know of a page is found out once."""

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver
        self._places: dict[str, Mapping[Use, int]] = {}
        self._led: dict[str, frozenset[str]] = {}
        self._labels: dict[tuple[str, str], list[str]] = {}
        self._lines: tuple[str, list[bytes]] = ("", [])

    def fix(self, problem: LinkProblem, document: Document) -> Fix | None:
        """The edits of a page that would mend a problem on it."""
        rule, page, use = problem.rule.id, problem.facts, problem.use
        if use.kind == "note":
            return self._label(problem, document) if rule in LABELS else self._deleted(problem, document)
        if rule in DEAD and (there := self._of_source(page, use)):
            return _exchanged(document, use, use.target, there, SAFE if mistyped(use.target, there) else UNSAFE)
        named = self.resolver.target(use)
        hint = problem.values.get("hint", "")
        if not hint or len(hint) >= LONG:
            return None
        if rule in (rules.ANCHOR_TRANSLATED.id, rules.ANCHOR_DEAD.id):
            fragment = named.fragment if named.kind else use.target.partition("#")[2]
            sure = SAFE if rule == rules.ANCHOR_TRANSLATED.id else UNSAFE
            return _exchanged(document, use, f"#{fragment}", f"#{hint}", sure) if fragment else None
        if named.kind or ("?" in use.target and "?" not in hint):  # what names a page in its own tongue takes no path
            return None
        sure = self._applicability(problem, hint)
        if any(sign in hint for sign in ' ()<>"') or "%" in use.target:
            hint = quote(hint, safe="/#:?=&%~+,;@!$'*")
        return _exchanged(document, use, use.target, hint, sure)

    def _applicability(self, problem: LinkProblem, hint: str) -> Applicability:
        """How sure it is that what a problem names is meant: a name in another case is, a guess is not."""
        if problem.rule in (rules.LINK_CASE, rules.LINK_LOCALE_OWN):
            return SAFE
        better = problem.rule is rules.LINK_LOCALE_BETTER and problem.message in ("better", "language")
        lead = self._lead(problem.facts, problem.use, hint.partition("#")[0]) if better else None
        return SAFE if lead is not None and lead.page in self._led_to(problem.facts) else UNSAFE

    def _lead(self, page: PageFacts, use: Use, path: str) -> PageFacts | None:
        """The page that a path leads to."""
        lead = self.resolver.publication.follow(page.path, page.locale, use.kind, path) if path else None
        return self.resolver.pages.get(lead.file) if lead is not None else None

    def _led_to(self, page: PageFacts) -> frozenset[str]:
        """The names of the pages that the source of a page leads to."""
        origin = self._origin(page)
        if origin is None:
            return frozenset()
        if origin.path not in self._led:
            leads = (self._lead(origin, use, self.resolver.target(use).path) for use in origin.uses)
            self._led[origin.path] = frozenset(there.page for there in leads if there is not None)
        return self._led[origin.path]

    def _origin(self, page: PageFacts) -> PageFacts | None:
        """The source of a page, none of a source."""
        origin = self.resolver.pages.named(self.resolver.source, page.page)
        return self.resolver.placed(origin) if origin is not None and origin is not page else None

    def _of_source(self, page: PageFacts, use: Use) -> str:
        """What the source's page names in the same place, if that is there for this page, too; else nothing."""
        origin = self._origin(page)
        if origin is None:
            return ""
        if page.path not in self._places:
            alike = [one.kind for one in origin.uses] == [one.kind for one in page.uses]
            self._places[page.path] = {one: at for at, one in enumerate(page.uses)} if alike else {}
        at = self._places[page.path].get(use)
        there = origin.uses[at] if at is not None else None
        if there is None or not there.target or there.target == use.target:
            return ""
        if use.kind in SET_IN:
            return there.target if self.resolver.publication.of(page.path).snippet(there.target) else ""
        path = self.resolver.target(there).path
        lead = self.resolver.publication.follow(page.path, page.locale, use.kind, path) if path else None
        return there.target if lead is not None and lead.file else ""

    def _label(self, problem: LinkProblem, document: Document) -> Fix | None:
        """A label as it is defined, where just one is used that is not, and one defined that is not used."""
        page, use, here = problem.facts, problem.use, problem.values["label"]
        missing, unused = (self._noted(page, rule) for rule in (problem.rule.id, LABELS[problem.rule.id]))
        if len(set(missing)) != 1 or len(unused) != 1:
            return None
        sure = SAFE if resemblance(here, unused[0]) >= ALIKE else UNSAFE
        start = max(use.start, document.raw.rfind(b"[", use.start, use.end))
        return exchange(document, (start, use.end), here, unused[0], "use the label that is defined", sure)

    def _noted(self, page: PageFacts, rule: str) -> list[str]:
        """The labels of which something is noted on a page."""
        if (page.path, rule) not in self._labels:
            self._labels[page.path, rule] = [dict(note.values)["label"] for note in page.notes if note.rule == rule]
        return self._labels[page.path, rule]

    def _deleted(self, problem: LinkProblem, document: Document) -> Fix | None:
        """A definition that stands twice, word for word, or serves nothing, deleted with its line."""
        rule, use = problem.rule.id, problem.use
        if rule not in (rules.REFERENCE_DUPLICATE.id, rules.REFERENCE_UNUSED.id):
            return None
        start, end = document.line_span(use.start)
        if document.raw[start : use.start].strip() or document.raw[use.end : end].strip():
            return None
        if rule == rules.REFERENCE_DUPLICATE.id:
            if self._lines[0] != document.path:
                self._lines = (document.path, document.raw.splitlines())
            line = int(problem.values["line"]) - 1
            if self._lines[1][line].strip() != document.raw[start:end].strip():
                return None
        after = document.raw[end : end + 2]
        end += 2 if after == b"\r\n" else 1 if after else 0
        sure = SAFE if rule == rules.REFERENCE_DUPLICATE.id else UNSAFE
        return instead(document, (start, end), "", "delete it", sure)


def _exchanged(document: Document, use: Use, here: str, there: str, sure: Applicability) -> Fix | None:
    """A target written in place of another."""
    start = document.raw.rfind(b"](", use.start, use.end) if use.kind in ("link", "image") else use.start
    return exchange(document, (max(start, use.start), use.end), here, there, "lead it where it should", sure)
