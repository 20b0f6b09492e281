"""The protocol with texts of our own instead of those of pygls, which change what the client said while they use it."""

from __future__ import annotations

from typing import Any

from lsprotocol import types
from pygls.protocol import LanguageServerProtocol
from pygls.protocol.language_server import lsp_method


class OwnTexts(LanguageServerProtocol):
    """Hands what happens to texts to its server, which has `opened`, `changed` and `closed`."""

    _server: Any

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        """The editor shows a file."""
        document = params.text_document
        self._server.opened(document.uri, document.text, document.version)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        """A text is another."""
        self._server.changed(params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        """The editor shows a file no more."""
        self._server.closed(params.text_document.uri)
