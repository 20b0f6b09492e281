"""What stands beside the cursor: the source of a block, its translations, and where both are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lsprotocol import types

from facingpages.align import align
from facingpages.document import Block, Document
from facingpages.read import read_page
from facingpages.recorded import is_of
from facingpages.server.earlier import before_edit, changed, rendered, said
from facingpages.server.facing import Facing, all_facing, begin, facing, inert, named, written
from facingpages.server.site import OpenSite
from facingpages.server.view import View
from facingpages.update.base import stamp

SHOWN = 12  # hexadecimal digits of a commit
HINT = 80  # characters of the source that stand behind a line


def hover(site: OpenSite, path: str, offset: int) -> str:
    """The source block of a translated one, and what it said before; of a source block, all its translations."""
    if site.is_source(path):
        return "\n\n".join(
            f"**{one.locale}** {named(one.path)}\n\n{inert(written(one.target, bead.target))}"
            for one in all_facing(site, path)
            if (bead := one.at(offset, source=True)) is not None and bead.target
        )
    found = facing(site, path)
    bead = found.at(offset) if found is not None else None
    if found is None or bead is None:
        return ""
    if not bead.source:
        return "This block has no counterpart in the source."
    place = found.source.place(begin(bead.source[0]))
    parts = [f"**{site.site.source}** {named(f'{place.path}:{place.line}')}", inert(written(found.source, bead.source))]
    return "\n\n".join([*parts, *_before(site, found, bead.source)])


def _before(site: OpenSite, found: Facing, blocks: Sequence[Block]) -> Iterator[str]:
    """What some blocks of the source said when the translation was made, where that was something else."""
    earlier = rendered(site, found.path)
    if earlier is None or earlier.raw == found.source.raw:
        return
    old = read_page(earlier.raw, found.source.dialect, path=found.source.path)
    for bead in align(old, found.source):
        if any(block is blocks[0] for block in bead.target):
            if not bead.source:
                yield f"It was not there in {earlier.commit[:SHOWN]}, of which this translation was made."
            elif said(bead.source) != said(bead.target):
                yield f"In {earlier.commit[:SHOWN]}, of which this translation was made:"
                yield inert(written(old, bead.source))
            return


def definition(site: OpenSite, view: View, path: str, offset: int) -> list[types.Location]:
    """The source of a translated block; of a source block, its translations."""
    if site.is_source(path):
        return [one for one in references(site, view, path, offset) if not one.uri.endswith("/" + path)]
    found = facing(site, path)
    bead = found.at(offset) if found is not None else None
    return [_location(site, view, found.source, bead.source)] if found is not None and bead and bead.source else []


def references(site: OpenSite, view: View, path: str, offset: int, *, declared: bool = False) -> list[types.Location]:
    """All translations of a block; if asked for, its source as well."""
    source, at = path, offset
    if not site.is_source(path):
        found = facing(site, path)
        bead = found.at(offset) if found is not None else None
        if found is None or bead is None or not bead.source:
            return []
        source, at = found.source.path, begin(bead.source[0])
    places: list[types.Location] = []
    for one in all_facing(site, source):
        bead = one.at(at, source=True)
        if bead is None:
            continue
        if declared and bead.source and not places:
            places.append(_location(site, view, one.source, bead.source))
        if bead.target:
            places.append(_location(site, view, one.target, bead.target))
    return places


def _location(site: OpenSite, view: View, document: Document, blocks: Sequence[Block]) -> types.Location:
    return view.location(site, document.place(begin(blocks[0]), blocks[-1].end))


def symbols(site: OpenSite, view: View, path: str) -> list[types.DocumentSymbol]:
    """The headings of a page, those of a translation with what they are called in the source."""
    text, found = site.text(path), facing(site, path)
    if text is None:
        return []
    document = found.target if found is not None else read_page(text.raw, site.config.at(path).dialect, path=path)
    names = {id(bead.target[0]): bead.source for bead in found.beads if bead.target} if found is not None else {}
    top: list[types.DocumentSymbol] = []
    open_: list[tuple[int, types.DocumentSymbol]] = []
    for heading in document.headings:
        place = text.range(document.place(heading.start, heading.end), view.encoding)
        end = text.range(document.place(len(document.raw)), view.encoding).end
        title = " ".join(heading.text.split()) or "#"
        detail = " ".join(said(names.get(id(heading), ())).split())
        one = types.DocumentSymbol(title, types.SymbolKind.String, types.Range(place.start, end), place, detail=detail)
        one.children = []
        while open_ and open_[-1][0] >= heading.level:
            open_.pop()[1].range.end = place.start
        (open_[-1][1].children if open_ else top).append(one)  # type: ignore[union-attr]
        open_.append((heading.level, one))
    return top


def lenses(site: OpenSite, view: View, path: str) -> list[types.CodeLens]:
    """How many translations a source has, and how many of them an edit made stale: above it, and each such block."""
    text = site.text(path)
    if text is None or not site.is_source(path):
        return []
    pages = site.translations_of(path)
    stale = made_stale(site, path)
    there, source = {page.locale for page in pages}, site.pages[path]
    missing = [locale for locale in site.site.locales if locale not in there and site.site.awaits(source, locale)]
    count = "1 translation" if len(pages) == 1 else f"{len(pages)} translations"
    title = f"{count}, {len(stale)} made stale by this edit" if stale else count
    if missing:
        title += f"; missing: {', '.join(missing)}"
    found = [_lens(types.Range(types.Position(0, 0), types.Position(0, 0)), title, view.uri(site.file_of(path)))]
    if stale:
        document = read_page(text.raw, site.config.at(path).dialect, path=path)
        before = before_edit(site, path)
        for block in changed(before, document) if before is not None else ():
            place = text.range(document.place(begin(block)), view.encoding)
            found.append(_lens(place, f"changed; not yet in {', '.join(stale)}", view.uri(site.file_of(path))))
    return found


def made_stale(site: OpenSite, path: str) -> list[str]:
    """The locales whose translation said what the source said before it was edited, and does not say so now."""
    before, text = before_edit(site, path), site.text(path)
    if before is None or text is None or before == text.raw:
        return []
    document = read_page(text.raw, site.config.at(path).dialect, path=path)
    old = read_page(before, site.config.at(path).dialect, path=path)
    if said(old.blocks) == said(document.blocks):
        return []
    found = []
    for page in site.translations_of(path):
        own = site.text(page.path)
        digest = stamp(own.raw) if own is not None else ""
        if digest:
            current = is_of(digest, before) and not is_of(digest, text.raw)
        else:  # nothing is recorded: one that was edited, too, is taken for brought up
            current = own is not None and before_edit(site, page.path) == own.raw
        if current:
            found.append(page.locale)
    return found


def _lens(place: types.Range, title: str, uri: str) -> types.CodeLens:
    return types.CodeLens(place, types.Command(title, "facingpages.translations", arguments=[uri]))


def hints(site: OpenSite, view: View, path: str, first: int, last: int) -> list[types.InlayHint]:
    """The source's text behind the blocks of some lines (bytes) of a translation."""
    found, text = facing(site, path), site.text(path)
    if found is None or text is None:
        return []
    shown = []
    for bead in found.beads:
        if bead.source and bead.target and first <= bead.target[0].start <= last:
            label = said(bead.source)
            label = label if len(label) <= HINT else label[: HINT - 1] + "…"
            end = found.target.line_span(bead.target[0].start)[1]
            place = text.range(found.target.place(end), view.encoding).start
            shown.append(types.InlayHint(place, label, padding_left=True))
    return shown
