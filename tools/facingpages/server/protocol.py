"""What an editor can ask, and who answers."""

from __future__ import annotations

import logging

from lsprotocol import types

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

    return editor


def serve() -> None:
    """Speak with the editor on standard input and output until it says goodbye."""
    build().start_io()
