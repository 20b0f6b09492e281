"""Links whose targets differ on the two sides, settled when the whole site is known: do they lead to one place?

A page has more addresses than its file's: those that its front matter gives it. And a fragment stands for a heading:
its translation is the heading that stands where the source's does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import unquote

from facingpages.document import Document
from facingpages.finding import Finding, Severity
from facingpages.generators.publication import join
from facingpages.generators.slugs import github
from facingpages.languages.codes import names_of
from facingpages.late import late
from facingpages.links.built import uncounted
from facingpages.links.facts import PageFacts, counterpart
from facingpages.links.resolve import Resolver
from facingpages.nearest import resemblance
from facingpages.rules.across import Whole
from facingpages.rules.apart import Apart
from facingpages.rules.base import related_at
from facingpages.rules.link import TARGET
from facingpages.rules.whole_address import PAGE

LISTED = late(r"[^\s,\[\]\"']+")  # the entries of a list in front matter, whatever its form
SIGNS = late(r"[-_.]")  # a page that has them otherwise than the source's link is what that meant
NUMBERED = late(r"[-_]\d{1,3}$")  # the end of an id whose heading is not the first that is called so


class Decision:
    """Settles doubts with what a resolver knows of the site."""

    def __init__(self, resolver: Resolver, whole: Whole) -> None:
        self.resolver = resolver
        self.whole = whole
        self._known: dict[str, dict[str, PageFacts]] = {}

    def settle(self, doubts: Iterable[Apart]) -> Iterator[Finding]:
        """Those that lead elsewhere, as findings."""
        blocks: dict[tuple[str, tuple[int, int]], list[Apart]] = {}
        for doubt in doubts:
            blocks.setdefault((doubt.page, doubt.block), []).append(doubt)
        for block in blocks.values():
            for doubt in self._in_pairs(block) if len(block) > 1 else block:
                told = self._told(doubt)
                if told is not Severity.OFF:
                    finding = self._finding(doubt, told)
                    if finding is not None:
                        yield finding

    def _in_pairs(self, block: list[Apart]) -> Iterator[Apart]:
        """The doubts of a block, each old target beside the new one that leads to the same page, if there is one."""
        left = list(block)
        news = list(block)
        for doubt in block:
            same = next((new for new in news if self._is_one_page(doubt, new)), None)
            if same is not None:
                left.remove(doubt)
                news.remove(same)
                yield self._beside(doubt, same)
        yield from (self._beside(doubt, new) for doubt, new in zip(left, news, strict=True))

    def _is_one_page(self, old: Apart, new: Apart) -> bool:
        source, page = self.resolver.pages.get(old.source), self.resolver.pages.get(new.page)
        if source is None or page is None:
            return False
        origin = self._page(source, old.old.partition("#")[0])
        there = self._page(page, new.new.partition("#")[0])
        return origin is not None and there is not None and origin.page == there.page

    def _beside(self, old: Apart, new: Apart) -> Apart:
        """A doubt with the new link of another."""
        return old._replace(new=new.new, at=new.at, text=new.text)

    def _told(self, doubt: Apart) -> Severity | None:
        """How much a doubt matters: OFF where both lead to one place, None for the rule's own severity."""
        known = Severity(doubt.told) if doubt.told else None
        pages = self.resolver.pages
        source, page = pages.get(doubt.source), pages.get(doubt.page)
        if source is None or page is None:
            return known
        old, _, place = doubt.old.partition("#")
        new, _, here = doubt.new.partition("#")
        origin, there = self._page(source, old), self._page(page, new)
        if (
            origin is None
            and there is not None
            and there.locale == doubt.locale
            and (self._leads_nowhere(source, old) or SIGNS.sub("", old) == SIGNS.sub("", new))
        ):
            return Severity.INFO  # told at the source's link, which cannot have been followed
        if origin is None or there is None:
            return known
        if origin.page != there.page:
            return Severity.INFO if known is None and self._may_be_one(origin, there, doubt.locale) else known
        place, here = unquote(place), unquote(here)
        if place == here:
            return Severity.OFF
        if not place or not here:
            return known
        return Severity.OFF if self._one_place(origin, there, place, here, doubt.text) else None

    def _leads_nowhere(self, page: PageFacts, path: str) -> bool:
        """Whether a path of the source is surely dead."""
        answer = self.resolver._follow(page, "link", unquote(path.partition("?")[0]))
        return answer is not None and not answer.file and not answer.unsure

    def _may_be_one(self, origin: PageFacts, there: PageFacts, locale: str) -> bool:
        """Whether a page that a locale lacks and one that only it has may be one, each under a name of its own."""
        site = self.whole.site
        return there.locale == locale and there.page not in site.source_names and not site.named(locale, origin.page)

    def _one_place(self, origin: PageFacts, there: PageFacts, old: str, new: str, text: str) -> bool:
        """Whether two fragments stand for the same heading, or it can't be told; a dead one is told elsewhere."""
        if origin.path == there.path or new not in there.ids or old not in origin.ids:
            return True
        wanted = counterpart(origin, there, old)
        if not wanted or new == wanted or new not in {heading.id for heading in there.headings}:
            return True
        if NUMBERED.sub("", new) == NUMBERED.sub("", wanted):
            return False  # two headings that are called alike here
        if wanted == old and new in origin.ids:
            return False  # ids that are kept as they are: what the link is called has no part in them
        slug = github(text)
        return bool(slug) and _likeness(slug, new) > _likeness(slug, wanted)

    def _page(self, page: PageFacts, path: str) -> PageFacts | None:
        """The page of the site that a path leads to from another."""
        if not path:
            return page
        path = unquote(path.partition("?")[0])
        answer = self.resolver._follow(page, "link", path)
        there = self.resolver.pages.get(answer.file) if answer is not None else None
        return there or self._addressed(page, path)

    def _addressed(self, page: PageFacts, path: str) -> PageFacts | None:
        """The page that has an address by its front matter; a site may publish it below some folder."""
        plain = _bare(path if path.startswith("/") else join(page.page.rpartition("/")[0], path)[0], page.locale)
        known = self._addresses(page.locale)
        while plain:
            if plain in known:
                return known[plain]
            if not path.startswith("/"):
                return None
            plain = plain.partition("/")[2]
        return None

    def _addresses(self, locale: str) -> dict[str, PageFacts]:
        """The addresses that pages of a locale have by front matter or name, without the locale."""
        found = self._known.get(locale)
        if found is None:
            found = self._known[locale] = {}
            pages = list(self.resolver.pages.of_locale(locale))
            for page in pages:
                for address in _given(page):
                    found.setdefault(_bare(address, locale), page)
            for page in pages:  # what is not given another is published by its name
                found.setdefault(_bare(page.page, locale), page)
        return found

    def _finding(self, doubt: Apart, severity: Severity | None) -> Finding | None:
        """A doubt as a finding; None where its pages can't be read any more."""
        here, there = self.whole.text(doubt.page), self.whole.text(doubt.source)
        if here is None or there is None:
            return None
        content = _text(there, doubt.block_origin) + "\0" + _text(here, doubt.block)
        return TARGET.finding(
            "changed", here.place(*doubt.at), doubt.locale, {"new": doubt.new, "old": doubt.old}, severity=severity,
            related=(related_at(there, doubt.origin, TARGET.origin),), snippet=here.line_text(doubt.at[0]),
            content=content, page=here.page,
        )  # fmt: skip


def _given(page: PageFacts) -> Iterator[str]:
    """The addresses in a page's front matter, as if from the site's root."""
    folder = page.page.rpartition("/")[0]
    for key, value in page.address.items():
        if key in ("slug", "id"):
            yield value if value.startswith("/") else f"{folder}/{value.strip(chr(34) + chr(39))}"
        else:
            yield from LISTED.findall(value)


def _bare(path: str, locale: str) -> str:
    """An address without locale, ending and outer slashes."""
    names = names_of(locale or "en")
    parts = uncounted(PAGE.sub("", path.strip("/"))).split("/")
    parts = [part for part in parts if part.lower().replace("_", "-") not in names]
    return "/".join(parts[:-1] if parts[-1:] == ["index"] else parts)


def _likeness(one: str, two: str) -> float:
    return resemblance(one, two)


def _text(document: Document, place: Sequence[int]) -> str:
    return document.source_text(place[0], place[1])
