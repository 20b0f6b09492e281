"""A client of the server, as tests speak through it: texts by path, findings as rule and line."""

from __future__ import annotations

import asyncio
import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.protocol import default_converter
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities
from pytest_lsp.client import DEFAULT_CLIENT_FEATURES, register_lsp_features

TOOLS = Path(__file__).parents[2] / "tools"
PROFILES = {"neovim@v0.11.0": "utf-8", "emacs": "utf-32", "visual_studio_code": "utf-16"}
PATIENCE = 120.0  # seconds; only a server that does not answer takes them
Found = list[tuple[str, int]]


class Client(LanguageClient):
    """A client that remembers every version it was told of."""

    def __init__(self) -> None:
        super().__init__(converter_factory=default_converter)
        self.encoding = ""
        self.folder = Path()
        self.told: list[tuple[str, int | None]] = []
        own = {types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS: _keep, types.CLIENT_REGISTER_CAPABILITY: lambda *_: None}
        register_lsp_features(self, {**DEFAULT_CLIENT_FEATURES, **own})


def _keep(client: Client, params: types.PublishDiagnosticsParams) -> None:
    client.diagnostics[params.uri] = params.diagnostics
    client.told.append((params.uri, params.version))


async def start(profile: str, folder: Path, cache: Path, options: Mapping[str, Any] | None = None) -> Client:
    """A client with the capabilities of an editor, and its server, in a folder."""
    environment = {**os.environ, "PYTHONPATH": str(TOOLS), "FACINGPAGES_CACHE": str(cache), "LC_ALL": "C.UTF-8"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-m", "facingpages", "server", "--stdio"]
    client = await ClientServerConfig(command, client_factory=Client, server_env=environment).start()
    assert isinstance(client, Client)
    capabilities = client_capabilities(profile)
    params = types.InitializeParams(
        capabilities=capabilities,
        root_uri=folder.as_uri(),
        workspace_folders=[types.WorkspaceFolder(folder.as_uri(), folder.name)],
        initialization_options={"debounce": 20, **(options or {})},
    )
    client.encoding, client.folder = PROFILES[profile], folder
    result = await client.initialize_session(params)
    assert result.capabilities.position_encoding == PROFILES[profile]
    return client


class Session:
    """A site in a folder, and a client that has some of its pages open."""

    def __init__(self, client: Client, root: Path) -> None:
        self.client, self.root = client, root
        self.versions: dict[str, int] = {}
        self.encoding: str = client.encoding

    def uri(self, path: str) -> str:
        return (self.root / path).as_uri()

    def name(self, path: str) -> types.TextDocumentIdentifier:
        return types.TextDocumentIdentifier(self.uri(path))

    def write(self, files: Mapping[str, str]) -> None:
        for path, text in files.items():
            file = self.root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8", newline="")

    def open(self, path: str, text: str | None = None) -> None:
        """Open a page: as it is on disk, or with another text."""
        self.versions[path] = 1
        text = (self.root / path).read_bytes().decode() if text is None else text
        item = types.TextDocumentItem(self.uri(path), "markdown", 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def edit(self, path: str, *changes: tuple[int, int, int, int, str] | str) -> None:
        """Change a page: ranges in the client's units, or the whole text."""
        self.versions[path] += 1
        events: list[types.TextDocumentContentChangeEvent] = [
            types.TextDocumentContentChangeWholeDocument(one)
            if isinstance(one, str)
            else types.TextDocumentContentChangePartial(text=one[4], range=span(*one[:4]))
            for one in changes
        ]
        document = types.VersionedTextDocumentIdentifier(version=self.versions[path], uri=self.uri(path))
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, events))

    def close(self, path: str) -> None:
        del self.versions[path]
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(self.name(path)))

    def moved(self, *changes: tuple[str, types.FileChangeType]) -> None:
        """Files changed beside the editor."""
        events = [types.FileEvent(self.uri(path), kind) for path, kind in changes]
        self.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams(events))

    def save(self, path: str) -> None:
        self.client.text_document_did_save(types.DidSaveTextDocumentParams(self.name(path)))

    def diagnostics(self, path: str) -> Sequence[types.Diagnostic]:
        return self.client.diagnostics.get(self.uri(path), ())

    def found(self, path: str) -> Found:
        """Rule and line, from 1, of what is told of a page now."""
        return sorted((str(one.code), one.range.start.line + 1) for one in self.diagnostics(path))

    async def choose(self, **settings: object) -> None:
        """Change the settings."""
        whole = {"facingpages": {"debounce": 20, **settings}}
        self.client.workspace_did_change_configuration(types.DidChangeConfigurationParams(whole))
        await asyncio.sleep(0)

    async def until(self, holds: Callable[[], object], why: str = "") -> None:
        """Wait until something holds."""
        end = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < end, why or "the server did not tell what was awaited"
            await asyncio.sleep(0.01)

    async def tells(self, path: str, wanted: Found) -> None:
        """Wait until just these findings are told of a page."""
        end = time.monotonic() + PATIENCE
        while self.uri(path) not in self.client.diagnostics or self.found(path) != sorted(wanted):
            if time.monotonic() > end:
                pytest.fail(f"{path}: {self.diagnostics(path)}; awaited: {wanted}; said: {self.client.messages}")
            await asyncio.sleep(0.01)


def units(text: str, encoding: str) -> int:
    """How long a text is for a client."""
    sizes = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
    form, size = sizes[encoding]
    return len(text.encode(form)) // size


def span(line: int, character: int, end_line: int, end_character: int) -> types.Range:
    return types.Range(types.Position(line, character), types.Position(end_line, end_character))
