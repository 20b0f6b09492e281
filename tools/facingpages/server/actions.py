"""What can be done about a finding: its fix, an ignore that gives a reason, the source's words taken over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from lsprotocol import types

from facingpages.document import Block, Document
from facingpages.engine import Result
from facingpages.finding import Applicability, Finding
from facingpages.fixing import fix_page
from facingpages.fixing.looked import Looked, Looker
from facingpages.ignore import ignores
from facingpages.refine import Wanted, refine
from facingpages.server.facing import begin, block_at, facing, written
from facingpages.server.site import OpenSite
from facingpages.server.text import EditorText
from facingpages.server.view import View

ALL = "source.fixAll.facingpages"
WHY = "say why"
NAMED = 10  # digits of a fingerprint: an ignore with them ends when the text on either side changes
MDX = (".mdx",)


class Actions:
    """The actions of one open page, for the findings that were told of it."""

    def __init__(self, site: OpenSite, view: View, path: str, text: EditorText, findings: Sequence[Finding]) -> None:
        self.site, self.view, self.path, self.text, self.findings = site, view, path, text, findings

    def at(self, where: types.Range, only: Sequence[str], *, lazy: bool) -> Iterator[types.CodeAction]:
        """All that can be done in a range. `lazy`: what has to be tried first comes without its edit."""
        if any(ALL.startswith(kind) for kind in only):
            yield from self._fix_all()
        for finding in self.findings:
            place = self.text.range(finding.place, self.view.encoding)
            if _touch(place, where) and _wanted(types.CodeActionKind.QuickFix, only):
                diagnostic = self.view.diagnostic(self.site, self.text, finding)
                yield from self._fix(finding, diagnostic)
                yield from self._ignore(finding, diagnostic, lazy=lazy)
        if _wanted(types.CodeActionKind.RefactorRewrite, only):
            yield from self._take_over(self.text.offset(where.start, self.view.encoding))

    def resolve(self, action: types.CodeAction, data: dict[str, Any]) -> types.CodeAction:
        """An action with its edit."""
        for finding in self.findings:
            if finding.fingerprint == data.get("fingerprint"):
                action.edit = self._ignoring(finding)
        return action

    def edit(self, edits: Sequence[tuple[types.Range, str]]) -> types.WorkspaceEdit:
        """Edits of this version of the page, and of no other."""
        uri = self.view.uri(self.site.file_of(self.path))
        changes = [types.TextEdit(where, text) for where, text in edits]
        if not self.view.versioned:
            return types.WorkspaceEdit(changes={uri: changes})
        document = types.OptionalVersionedTextDocumentIdentifier(uri=uri, version=self.text.version)
        return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, list(changes))])

    def _fix(self, finding: Finding, diagnostic: types.Diagnostic) -> Iterator[types.CodeAction]:
        fix = finding.fix
        if fix is None or any(one.place.path != self.path for one in fix.edits):
            return
        safe = fix.applicability is Applicability.SAFE
        message = self.view.style.catalog.say(fix.message)
        message = message[:1].upper() + message[1:]
        yield types.CodeAction(
            message if safe else f"{message} (unsafe: look at it)",
            types.CodeActionKind.QuickFix,
            [diagnostic],
            is_preferred=safe,
            edit=self.edit([(self.text.range(one.place, self.view.encoding), one.text) for one in fix.edits]),
        )

    def _ignore(self, finding: Finding, diagnostic: types.Diagnostic, *, lazy: bool) -> Iterator[types.CodeAction]:
        action = types.CodeAction(
            f"Ignore {finding.rule} here, with a reason", types.CodeActionKind.QuickFix, [diagnostic],
            data={"uri": self.view.uri(self.site.file_of(self.path)), "fingerprint": finding.fingerprint},
        )  # fmt: skip
        if not lazy:
            action.edit = self._ignoring(finding)
        if lazy or action.edit is not None:
            yield action

    def _ignoring(self, finding: Finding) -> types.WorkspaceEdit | None:
        """A comment that does ignore the finding, and brings no other: looked at before it is offered."""
        page = self.site.pages[self.path]
        look = Looker(self.site.plan, {}).of(page, self.site.source_of(self.path))
        now = look(self.text.raw)
        known = [one.rule for one in self._left(now, 0, 0)]
        for offset, comment in self._comments(finding, now.document):
            raw = self.text.raw[:offset] + comment.encode() + self.text.raw[offset:]
            looked = look(raw)
            left = [one.rule for one in self._left(looked, now.document.place(offset).line, comment.count("\n"))]
            if len(left) < len(known) and not set(left) - set(known):
                return self.edit([(self._point(offset), comment)])
        return None

    def _left(self, looked: Looked, line: int, by: int) -> Sequence[Finding]:
        """What is left of a page, and of what was settled of it, with some lines more from a line on."""
        settled = [
            one._replace(place=one.place._replace(line=one.place.line + by, end_line=one.place.end_line + by))
            if one.place.line >= line
            else one
            for one in self.site.settled.get(self.path, ())
        ]
        result = Result([*looked.findings, *settled], list(ignores(looked.document)))
        return refine(result, self.site.site, Wanted(paths=(self.path,))).findings

    def _comments(self, finding: Finding, document: Document) -> Iterator[tuple[int, str]]:
        """Where a comment may stand, best first: a line before the block; behind it."""
        head, tail = ("{/*", "*/}") if self.path.endswith(MDX) else ("<!--", "-->")
        comment = f"{head} facingpages: ignore {finding.rule} {finding.fingerprint[:NAMED]} {WHY} {tail}"
        offset = self.text.offset(self.text.range(finding.place, self.view.encoding).start, self.view.encoding)
        block = block_at(document, offset)
        end = "\r\n" if "\r\n" in self.text.text else "\n"
        if block is not None and block.parent is None:
            yield document.line_span(begin(block))[0], f"{comment}{end}{end}"
        if block is not None:
            yield begin(block) + len(document.raw[begin(block) : block.end].rstrip()), f" {comment}"
        yield document.line_span(offset)[0], f"{comment}{end}{end}"

    def _take_over(self, offset: int) -> Iterator[types.CodeAction]:
        """The block at the cursor in the source's words; what is missing before it, as the source has it."""
        found = facing(self.site, self.path)
        bead = found.at(offset) if found is not None else None
        if found is None or bead is None or not bead.source:
            return
        start, end = found.target.line_span(begin(bead.target[0]))[0], bead.target[-1].end
        stands = found.target.source_text(start, end).rstrip()
        source = written(found.source, bead.source)
        if stands != source:
            place = self.text.range(found.target.place(start, start + len(stands.encode())), self.view.encoding)
            yield self._taken("Take over this block from the source", [(place, source)])
        at = next(index for index, one in enumerate(found.beads) if one is bead)
        missing: list[tuple[Block, ...]] = []
        for one in reversed(found.beads[:at]):
            if one.target:
                break
            missing.insert(0, one.source)
        if missing:
            blocks = [block for side in missing for block in side]
            first = found.source.line_span(begin(blocks[0]))[0]
            last = found.source.line_span(begin(bead.source[0]))[0]
            text = found.source.source_text(first, last)
            yield self._taken(
                "Take over what is missing before this block from the source", [(self._point(start), text)]
            )

    def _taken(self, title: str, edits: Sequence[tuple[types.Range, str]]) -> types.CodeAction:
        end = "\r\n" if "\r\n" in self.text.text else "\n"
        ends = [(place, text.replace("\r\n", "\n").replace("\n", end)) for place, text in edits]
        return types.CodeAction(title, types.CodeActionKind.RefactorRewrite, edit=self.edit(ends))

    def _point(self, offset: int) -> types.Range:
        before = self.text.raw[:offset].decode("utf-8", "ignore")
        line = EditorText(before)
        last = len(line.starts)
        place = self.text.position(last, len(line.line(last - 1)) + 1, self.view.encoding)
        return types.Range(place, place)

    def _fix_all(self) -> Iterator[types.CodeAction]:
        """All safe fixes, each of which holds when the page is looked at again."""
        page = self.site.pages[self.path]
        results = list(self.site.results.values())  # a copy: the checker's thread adds to them meanwhile
        facts = {name: [fact for one in results for fact in one.facts.get(name, ())] for name in self.site.plan.across}
        look = Looker(self.site.plan, facts).of(page, self.site.source_of(self.path))

        def asked(finding: Finding) -> bool:
            return finding.fix is not None and finding.fix.applicability is Applicability.SAFE

        fixed = fix_page(self.path, self.text.raw, asked, look)
        if fixed.after != fixed.before:
            last = len(self.text.starts)
            whole = types.Range(
                types.Position(0, 0), self.text.position(last, len(self.text.line(last - 1)) + 1, self.view.encoding)
            )
            yield types.CodeAction("Make all safe fixes", ALL, edit=self.edit([(whole, fixed.after.decode())]))


def _touch(one: types.Range, other: types.Range) -> bool:
    """Whether two ranges share a place, ends included."""
    return not (_key(one.end) < _key(other.start) or _key(other.end) < _key(one.start))


def _key(position: types.Position) -> tuple[int, int]:
    return position.line, position.character


def _wanted(kind: types.CodeActionKind, only: Sequence[str]) -> bool:
    return not only or any(kind == one or kind.value.startswith(one + ".") for one in only)
