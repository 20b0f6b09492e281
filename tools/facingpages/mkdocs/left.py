"""What updates left to people, for a site: for admins a note in their language, for localizers a list of all of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup

from facingpages.config import Config, SetupError
from facingpages.document import Document
from facingpages.mkdocs.log import log
from facingpages.mkdocs.markup import fill_in, in_a_row
from facingpages.mkdocs.words import Words
from facingpages.site import PageFile
from facingpages.site.opener import root_of

if TYPE_CHECKING:  # few sites have such blocks: what reads them is loaded for those
    from facingpages.update.behind import Behind, SourceTexts
    from facingpages.update.records import Records

CELLS = "| "  # at both ends of the row of a table
MOST = 50  # blocks of a page that are listed one by one


class LeftBlocks:
    """The blocks of every page that `facingpages-pending.<locale>.json` names and that were not edited since."""

    def __init__(self, settings: Config) -> None:
        self._settings = settings
        self._records: dict[str, Records | None] = {}
        self._texts: dict[str, SourceTexts] = {}

    def of(self, page: PageFile, source: PageFile) -> Sequence[Behind]:
        """Those of a translation, in its order. Raises OSError where it or its source can't be read."""
        records = self._of_locale(page.locale)
        waiting = records.of(page.path) if records is not None else {}
        if not waiting:
            return ()
        from facingpages.update.base import Versions
        from facingpages.update.behind import SourceTexts, behind

        settings = self._settings
        if source.name not in self._texts:
            versions = Versions(source.file, source.root or root_of(settings.root), source.read())
            self._texts[source.name] = SourceTexts(versions, settings.dialect)
        return behind(page.read(), waiting, self._texts[source.name], settings.dialect)

    def _of_locale(self, locale: str) -> Records | None:
        if locale not in self._records:
            from facingpages.update.records import load

            self._records[locale] = None
            try:
                self._records[locale] = load(self._settings.root, locale)
            except SetupError as error:
                log.warning(f"nothing is told of what updates left to people: {error}")
        return self._records[locale]


def notes(left: Sequence[Behind], document: Document, words: Words) -> Mapping[int, Markup]:
    """What a reader of a page as it is rendered is told beside each such block, by the block's number."""
    if not left:
        return {}
    from facingpages.merge.page import pieces_of
    from facingpages.update.records import named

    told = {one.name: one for one in left}
    pieces = pieces_of(document)
    numbered = zip(named(pieces), (piece.block for piece in pieces), strict=True)
    return {block.index: _note(told[name], words) for name, block in numbered if block is not None and name in told}


def _note(one: Behind, words: Words) -> Markup:
    if one.is_new:
        told = words.say("New in the original; not translated yet")
    else:
        told = words.say("The original has changed here; the translation has not yet")
    day = fill_in(' (<time datetime="{}">{}</time>)', one.since, words.day(one.since)) if one.since is not None else ""
    said = fill_in('<span lang="{}" dir="{}">{}{}.</span>', words.tag, words.direction, told, day)
    return fill_in('<span class="facing-behind">{}{}</span>', said, _changes(one, whole=False))


def left_of(left: Sequence[Behind]) -> str:
    """How much there is, for localizers."""
    from facingpages.merge.show import counted

    blocks = "1 block" if len(left) == 1 else f"{len(left)} blocks"
    return f"left: {blocks}, {counted(sum(one.words for one in left))}"


def list_of(left: Sequence[Behind], places: Sequence[Markup], anchor: str, language: str) -> Markup:
    """All of it: where, how much, since when, what changed in the source, and the translation as it stands."""
    from facingpages.merge.show import counted

    items = []
    for one, place in list(zip(left, places, strict=True))[:MOST]:
        since = fill_in(", behind since {}", one.since) if one.since is not None else ""
        rows = (
            fill_in("<dt>source</dt><dd>{}</dd>", _changes(one) or fill_in("<ins>{}</ins>", one.new)) if one.new else ""
        )
        rows += fill_in('<dt>translation</dt><dd lang="{}">{}</dd>', language, one.own)
        items.append(fill_in("<li><p>{}: {}{}</p><dl>{}</dl></li>", place, counted(one.words), since, rows))
    more = fill_in("<p>{} more</p>", len(left) - MOST) if len(left) > MOST else ""
    return fill_in('<h3 id="{}">Left to translate</h3><ol>{}</ol>{}', anchor, in_a_row(items), more)


def _changes(one: Behind, *, whole: bool = True) -> Markup:
    """The source word by word, or only what it lost and what it got, where both are known."""
    if one.is_new or not one.old or not one.new:
        return Markup("")
    from facingpages.update.html import marked

    return fill_in(
        ' <span class="facing-changed">{}</span>', marked(one.old.strip(CELLS), one.new.strip(CELLS), whole=whole)
    )
