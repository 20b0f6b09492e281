"""What an editor can ask, and who answers."""

from __future__ import annotations

import logging

from lsprotocol import types

from facingpages.server import beside
from facingpages.server.actions import ALL
from facingpages.server.complete import TRIGGERS, complete
from facingpages.server.editor import Editor


def build() -> Editor:
    """A server that waits for its client."""
    logging.getLogger("pygls").setLevel(logging.CRITICAL)  # what went wrong is told to the client
    editor = Editor()

    @editor.feature(types.INITIALIZE)
    def begin(params: types.InitializeParams) -> None:
        editor.begin(params)

    @editor.feature(types.INITIALIZED)
    def watch(_: types.InitializedParams) -> None:
        editor.watch()

    @editor.feature(types.SHUTDOWN)
    def end(_: None = None) -> None:
        editor.end()

    @editor.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        editor.saved(params.text_document.uri)

    @editor.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def moved(params: types.DidChangeWatchedFilesParams) -> None:
        editor.moved(params.changes)

    @editor.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    def configured(params: types.DidChangeConfigurationParams) -> None:
        editor.configured(params.settings)

    _beside(editor)
    _at_hand(editor)
    return editor


def _beside(editor: Editor) -> None:
    """What stands beside the cursor, and beside a page."""

    @editor.feature(types.TEXT_DOCUMENT_HOVER)
    @editor.thread()
    def hover(params: types.HoverParams) -> types.Hover | None:
        here = editor.here(params)
        text = beside.hover(here.site, here.path, here.offset) if here is not None else ""
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, text)) if text else None

    @editor.feature(types.TEXT_DOCUMENT_DEFINITION)
    @editor.thread()
    def definition(params: types.DefinitionParams) -> list[types.Location]:
        here = editor.here(params)
        return beside.definition(here.site, editor.view, here.path, here.offset) if here is not None else []

    @editor.feature(types.TEXT_DOCUMENT_REFERENCES)
    @editor.thread()
    def references(params: types.ReferenceParams) -> list[types.Location]:
        here = editor.here(params)
        if here is None:
            return []
        declared = params.context.include_declaration
        return beside.references(here.site, editor.view, here.path, here.offset, declared=declared)

    @editor.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    @editor.thread()
    def symbols(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        known = editor.site(params.text_document.uri)
        return beside.symbols(known[0], editor.view, known[1]) if known is not None else []

    @editor.feature(types.TEXT_DOCUMENT_CODE_LENS)
    @editor.thread()
    def lenses(params: types.CodeLensParams) -> list[types.CodeLens]:
        known = editor.site(params.text_document.uri)
        return beside.lenses(known[0], editor.view, known[1]) if known is not None else []

    @editor.feature(types.TEXT_DOCUMENT_INLAY_HINT)
    @editor.thread()
    def hints(params: types.InlayHintParams) -> list[types.InlayHint]:
        known = editor.site(params.text_document.uri)
        text = known[0].text(known[1]) if known is not None and editor.inlay else None
        if known is None or text is None:
            return []
        first, last = (text.offset(one, editor.view.encoding) for one in (params.range.start, params.range.end))
        return beside.hints(known[0], editor.view, known[1], first, last)


def _at_hand(editor: Editor) -> None:
    """What can be done, and what may be written."""

    @editor.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions(
            [types.CodeActionKind.QuickFix, types.CodeActionKind.RefactorRewrite, ALL], resolve_provider=True
        ),
    )
    @editor.thread()
    def actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        found = editor.actions(params.text_document.uri)
        only = params.context.only or ()
        return list(found.at(params.range, only, lazy=editor.lazy)) if found is not None else []

    @editor.feature(types.CODE_ACTION_RESOLVE)
    @editor.thread()
    def resolve(action: types.CodeAction) -> types.CodeAction:
        data = action.data if isinstance(action.data, dict) else {}
        found = editor.actions(str(data.get("uri", "")))
        return found.resolve(action, data) if found is not None else action

    @editor.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=list(TRIGGERS)))
    @editor.thread()
    def completion(params: types.CompletionParams) -> list[types.CompletionItem]:
        known = editor.site(params.text_document.uri)
        return complete(known[0], editor.view, known[1], params.position) if known is not None else []

    @editor.command("facingpages.checkSite")
    def whole() -> None:
        editor.check_all()

    @editor.command("facingpages.translations")
    @editor.thread()
    def translations(uri: str) -> list[str]:
        return editor.translations(uri)


def serve() -> None:
    """Speak with the editor on standard input and output until it says goodbye."""
    build().start_io()
