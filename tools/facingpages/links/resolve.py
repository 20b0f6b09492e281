"""The pass over the facts of all pages: what is used and nowhere defined, and what leads to another locale."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal
from urllib.parse import unquote

from facingpages.document import Use
from facingpages.finding import Severity
from facingpages.generators.publication import MADE, MARKDOWN, PAGES, Lead, Publication, join
from facingpages.links.built import Built
from facingpages.links.facts import PageFacts, counterpart
from facingpages.links.known import SitePages
from facingpages.links.pages import KnownPages, plain_id
from facingpages.links.problem import LinkProblem, noted
from facingpages.links.snippets import part, set_in
from facingpages.links.targets import Target, take_apart
from facingpages.links.ways import Ways
from facingpages.nearest import MAX_GUESSES, closest, folded
from facingpages.read.snippets import SET_IN
from facingpages.rules import links as rules
from facingpages.rules.base import shorten

HTML = (".html", ".htm")
SHOWN = ("image", "html-image", "shown")


class Resolver(KnownPages):
    """Looks every use up among what the site has."""

    def __init__(self, publication: Publication, pages: SitePages) -> None:
        super().__init__(publication, pages)
        self.source = pages.source
        self.addresses = {page.path: page.address for page in pages if page.address} if publication.learns else {}
        if publication.learns:
            publication.learn(self.addresses)
        files = pages.files.values()
        self.built = Built(files, self.source)
        self.targets: dict[str, Target] = {}
        self.answers: dict[tuple[str, str, str], dict[str, Lead | None]] = {}
        self.dead: dict[str, set[str]] = {}
        self.ways = Ways(self.pages, self.placed, self._way, known=publication.known)
        self.guesses = 0
        named = any(f"/{self.source}/" in f"/{page.path}" for page in files if page.locale == self.source)
        self.stand_in = "/*/" if named else "/"  # for a locale's folder, where the source has one, too

    def problems(self, page: PageFacts) -> Iterator[LinkProblem]:
        """Everything wrong on a page."""
        if not page.placed:  # it is read if a glance finds something
            if all(self._silent(page, use) for use in page.uses):
                return
            page = self.placed(page)
        translated = page.locale != self.source
        told = self.dead.setdefault(page.page, set())
        fallbacks: list[tuple[Use, Lead]] = []
        for use in page.uses:
            if self._silent(page, use):
                continue
            target = self.target(use)
            for problem in self._use(page, use, target, fallbacks):
                key = self._wanted(page, use)
                if translated and key in told and problem.rule is not rules.ANCHOR_TRANSLATED:
                    continue
                if not translated:
                    told.add(key)
                yield problem
        if fallbacks and translated:
            yield self._source_only(page, fallbacks)
        origin = self.pages.named(self.source, page.page) if page.notes and translated else None
        yield from noted(page, origin)

    def passes(self, page: PageFacts) -> bool:
        """Whether there is nothing to say of a page and its uses: most are like that."""
        return not page.notes and all(self._silent(page, use) for use in page.uses)

    def target(self, use: Use) -> Target:
        """The target of a use, taken apart."""
        return self.targets.get(use.target) or take_apart(use.target, self.publication)

    def _wanted(self, page: PageFacts, use: Use) -> str:
        """What a use asks for, the same on a page and on its translation: seen from its folder, whatever the locale."""
        path, mark, fragment = use.target.partition("#")
        if path and not path.startswith("/"):  # `#id` is of the page, `./#id` of its folder
            wanted, out = join(page.path.rpartition("/")[0], unquote(path.partition("?")[0]))
            path = path if out else f"./{wanted}"
        # A translation may lead to an anchor of the source's page; to the page itself it may not, in some builds.
        locale = page.locale if not mark or f"/{page.locale}/" in path else self.source
        path = path.replace(f"/{locale}/", self.stand_in, 1).replace(f".{page.locale}.", ".", 1)
        return ("" if use.kind in MARKDOWN else "raw ") + path + mark + fragment

    def _silent(self, page: PageFacts, use: Use) -> bool:
        """Whether there is nothing to say of a use: nearly all lead where they should, so this is quick."""
        kind = use.kind
        target = self.targets.get(use.target)
        if target is None:
            target = self.targets[use.target] = take_apart(use.target, self.publication)
        if kind in SET_IN:
            return False
        if target.sort == "other" or kind == "bare":
            return True
        if target.sort != "inside":
            return False
        there: PageFacts | None = page
        if target.path:
            answer = self._follow(page, target.kind or kind, target.path)
            if answer is None:
                return True
            if not answer.plain:
                return False
            if not target.fragment:
                return True
            there = self.pages.get(answer.file)
        return not target.fragment or (there is not None and self.holds(there, target.fragment))

    def _use(
        self, page: PageFacts, use: Use, target: Target, fallbacks: list[tuple[Use, Lead]]
    ) -> Iterator[LinkProblem]:
        if target.sort == "local":
            yield LinkProblem(rules.LINK_OUTSIDE, page, use, "local", {"target": shorten(use.target)})
            return
        if use.kind in SET_IN:
            yield from self._snippet(page, use, fallbacks)
            return
        file, better = page.path, None
        if target.path:
            answer = self._follow(page, target.kind or use.kind, target.path)
            if answer is None:
                return
            if not answer.file:
                yield self._dead(page, use, target, answer)
                return
            file = answer.file
            named = self.pages.get(file)
            better = self.pages.named(page.locale, named.page) if named is not None and answer.better else None
            if not answer.plain or target.sort != "inside":
                yield from self._locale(page, use, target, answer)
                if answer.fallback and file.endswith(PAGES):
                    fallbacks.append((use, answer))
        if target.fragment and file.endswith((*PAGES, *HTML)):
            there = self.pages.get(file) or self.beyond(file)
            said = better is not None and self.has(better, unquote(target.fragment))  # of where it should lead
            if there is not None and target.fragment not in there.ids and not said:
                yield from self._fragment(page, use, target.fragment, there)

    def _follow(self, page: PageFacts, kind: str, path: str) -> Lead | None:
        sort = kind if kind.startswith("ref") or kind in MADE else "markdown" if kind in MARKDOWN else "raw"
        by_folder = self.publication.by_folder(kind, path)
        where = page.path.rpartition("/")[0] if by_folder else page.path
        known = self.answers.setdefault((where, page.locale, sort), {})
        if path not in known:
            known[path] = self.publication.follow(page.path, page.locale, kind, path)
        return known[path]

    def _dead(self, page: PageFacts, use: Use, target: Target, answer: Lead) -> LinkProblem:
        shown, publication = use.kind in SHOWN, self.publication.of(page.path)
        rule, message = {
            "case": (rules.LINK_CASE, "case"),
            "form": (rules.LINK_CASE, "form"),
            "outside": (rules.LINK_OUTSIDE, "outside"),
            "absolute": (rules.LINK_ABSOLUTE, "absolute"),
            "language": (rules.LINK_LOCALE_BETTER, "language"),
            "sister": (rules.LINK_DEAD, "sister"),
            "raw": (rules.LINK_DEAD, "raw"),
            "unpublished": (rules.LINK_DEAD, "unpublished"),
            "source": (rules.LINK_DEAD, "source"),
        }.get(answer.reason, (rules.IMAGE_DEAD if shown else rules.LINK_DEAD, "missing"))
        hint = answer.hint + (f"#{target.fragment}" if answer.hint and target.fragment else "")
        if hint and answer.reason in ("missing", "outside", "absolute", "unpublished"):
            message += " perhaps"
        severity = None
        if rule is rules.LINK_DEAD and answer.reason == "missing" and publication.writes_pages:
            severity = Severity.WARNING
        if answer.reason == "language":
            severity = Severity.ERROR
        counted = publication.rendering.name == "docusaurus" and not target.path.endswith(PAGES)
        if (
            answer.unsure
            or self.built.writes(page, target.path)
            or (counted and self.built.is_counted(page, target.path))
        ):
            severity = Severity.INFO
        values = {"target": shorten(use.target), "hint": shorten(hint, 200), "locale": page.locale}
        return LinkProblem(rule, page, use, message, values, severity)

    def _locale(self, page: PageFacts, use: Use, target: Target, answer: Lead) -> Iterator[LinkProblem]:
        tail = use.target[len(use.target.split("#")[0].split("?")[0]) :] if target.sort == "inside" else ""
        tail = f"#{target.fragment}" if target.kind and target.fragment else tail
        if answer.itself:
            yield LinkProblem(
                rules.LINK_LOCALE_BETTER, page, use, "itself", {"target": shorten(use.target), "hint": answer.itself}
            )  # fmt: skip
        elif answer.better and answer.better + tail != use.target and self._meant(page, answer):
            yield LinkProblem(
                rules.LINK_LOCALE_BETTER, page, use, "better",
                {"target": shorten(use.target), "hint": shorten(answer.better + tail, 200), "locale": page.locale},
                Severity.INFO if self.ways.are_source_names(page.locale) else None,
            )  # fmt: skip
        elif (answer.own or target.sort == "own-host") and not self._as_in_source(page, target):
            hint = (answer.own or "") + tail
            message = "own write" if hint else "own"
            yield LinkProblem(
                rules.LINK_LOCALE_OWN, page, use, message,
                {"target": shorten(use.target), "hint": shorten(hint, 200), "locale": page.locale},
            )  # fmt: skip

    def _as_in_source(self, page: PageFacts, target: Target) -> bool:
        """Whether an address from the site's root is how the source's page leads to other pages, too."""
        origin = self.pages.named(self.source, page.page) if target.sort == "inside" else None
        if origin is None or origin is page or not target.path.startswith("/"):
            return False
        others = (self.target(use) for use in origin.uses if use.kind not in SHOWN and use.kind not in SET_IN)
        return any(other.sort == "inside" and other.path.startswith("/") for other in others)

    def _way(self, page: PageFacts, use: Use) -> Literal["source's", "own", ""]:
        """By whose name a use leads to another page that its locale has, if it does."""
        target = self.target(use)
        inside = target.path and target.sort == "inside"
        answer = self._follow(page, target.kind or use.kind, target.path) if inside else None
        there = self.pages.get(answer.file) if answer is not None else None
        if answer is None or there is None or there.page == page.page:
            return ""
        return "source's" if answer.better else "own" if there.locale == page.locale else ""

    def _meant(self, page: PageFacts, answer: Lead) -> bool:
        """Whether a link to another locale is a mistake: not where a page leads to itself in another language."""
        there = self.pages.get(answer.file)
        return there is None or there.page != page.page

    def _fragment(self, page: PageFacts, use: Use, fragment: str, there: PageFacts) -> Iterator[LinkProblem]:
        file = there.path
        plain = plain_id(fragment)
        made = self.publication.of(page.path).rendering.fragment if use.kind in MARKDOWN else None
        if self.has(there, plain) or (made is not None and self.has(there, made(plain))):
            return
        there = self.placed(there)
        values = {"target": shorten(use.target), "id": plain, "page": file}
        origin = self.pages.named(self.source, there.page)
        if origin is not None and self.has_title(self.placed(origin), plain):
            return
        if there.locale != self.source and origin is not None and plain in (origin := self.placed(origin)).ids:
            new = counterpart(origin, there, plain)
            yield LinkProblem(
                rules.ANCHOR_TRANSLATED, page, use, "translated now" if new else "translated",
                {**values, "hint": new}, None, (origin.path, origin.ids[plain]),
            )  # fmt: skip
            return
        self.guesses += 1
        new = closest(plain, there.ids) if self.guesses <= MAX_GUESSES else ""
        message = "there" if file != page.path else "here"
        if new and folded(new) == folded(plain):
            message = "case"
        elif new:
            message += " perhaps"
        yield LinkProblem(rules.ANCHOR_DEAD, page, use, message, {**values, "hint": new})

    def _snippet(self, page: PageFacts, use: Use, fallbacks: list[tuple[Use, Lead]]) -> Iterator[LinkProblem]:
        """A file set into a page: it must be there, and what it leads to is seen from the page."""
        file = self.publication.snippet(use.target)
        values = {"target": shorten(use.target)}
        if file is None:
            return
        if not file:
            yield LinkProblem(rules.SNIPPET_DEAD, page, use, "missing", values)
            return
        raw = self.read(file)
        if not part(raw, use.target):
            yield LinkProblem(rules.SNIPPET_DEAD, page, use, "section", values)
            return
        facts = self.beyond(file) if file.endswith(PAGES) else None
        for inner in set_in(use, raw, facts.uses) if facts is not None else ():
            if not self._silent(page, inner):
                yield from self._use(page, inner, self.targets[inner.target], fallbacks)

    def _source_only(self, page: PageFacts, fallbacks: list[tuple[Use, Lead]]) -> LinkProblem:
        files = dict.fromkeys(answer.file for _, answer in fallbacks)
        message = "one" if len(files) == 1 else "more"
        values = {"target": next(iter(files)), "count": str(len(files) - 1), "locale": page.locale}
        return LinkProblem(rules.LINK_SOURCE_ONLY, page, fallbacks[0][0], message, values)
