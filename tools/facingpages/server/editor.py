"""The server as one editor sees it: which texts it has open, which sites they belong to, what it is told."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol
from pygls.protocol.language_server import lsp_method

from facingpages import __version__
from facingpages.config import NAMES, PROJECT, SetupError
from facingpages.finding import Finding
from facingpages.messages import languages, reader_language
from facingpages.safe import safe
from facingpages.server.checker import Checker
from facingpages.server.site import Chosen, OpenSite
from facingpages.server.text import PageText
from facingpages.server.view import NAME, View, file_of
from facingpages.site.opener import read, root_of

MARKS = (*(name for name in NAMES if name != PROJECT), "mkdocs.yml", "mkdocs.yaml")
SHORTEST, LONGEST = 0.0, 10.0  # seconds that the typing may be asked to rest
MOST = 1_000_000  # bytes of a configuration


class OwnTexts(LanguageServerProtocol):
    """The protocol with texts of our own instead of those of pygls, which would change what the client said."""

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        """The editor shows a file."""
        document = params.text_document
        _own(self).opened(document.uri, document.text, document.version)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        """A text is another."""
        _own(self).changed(params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        """The editor shows a file no more."""
        _own(self).closed(params.text_document.uri)


def _own(protocol: LanguageServerProtocol) -> Editor:
    server = protocol._server
    assert isinstance(server, Editor)
    return server


class Editor(LanguageServer):
    """A language server, and what it knows of its one client."""

    def __init__(self) -> None:
        super().__init__(
            NAME, __version__, protocol_cls=OwnTexts, text_document_sync_kind=types.TextDocumentSyncKind.Incremental
        )
        self.texts: dict[str, PageText] = {}  # by file
        self.told: dict[str, tuple[PageText | None, Sequence[Finding]]] = {}  # the findings of each open file
        self.checkers: dict[Path, Checker] = {}
        self.folders: list[Path] = []
        self.chosen = Chosen()
        self.whole = False
        self.inlay = False
        self.view = View(None, "en", lambda _: None)
        self._uris: dict[str, str] = {}
        self._no_site: set[Path] = set()
        self._token = 0
        self._shows: str | None = None  # the token of the progress that is shown

    # The client.

    def begin(self, params: types.InitializeParams) -> None:
        """Learn what the client can, and what its user wants."""
        folders = [folder.uri for folder in params.workspace_folders or ()] or [params.root_uri or ""]
        self.folders = [Path(os.path.realpath(file)) for file in map(file_of, folders) if file is not None]
        self.choose(params.initialization_options)
        language = (params.locale or "").split("-")[0].lower()
        language = language if language in languages() else reader_language()
        self.view = View(self.workspace.position_encoding, language, self._uris.get)

    def choose(self, options: Any) -> None:
        """Take settings: those that are of the right kind."""
        own = options.get(NAME, options) if isinstance(options, dict) else {}
        own = own if isinstance(own, dict) else {}

        def text(name: str) -> str:
            value = own.get(name, "")
            return value if isinstance(value, str) else ""

        pause = own.get("debounce", 150)
        rest = pause / 1000 if isinstance(pause, int | float) else 0.15
        self.chosen = Chosen(text("config"), text("baseline"), min(max(rest, SHORTEST), LONGEST))
        self.whole = text("diagnostics") == "site"
        self.inlay = own.get("inlay") is True

    def configured(self, options: Any) -> None:
        """The user's settings changed."""
        self.choose(options)
        for checker in self.checkers.values():
            checker.anew(self.chosen, whole=self.whole)

    def watch(self) -> None:
        """Ask to be told of files that change beside the editor, where the client can."""
        workspace = self.client_capabilities.workspace
        watched = workspace.did_change_watched_files if workspace is not None else None
        if watched is None or not watched.dynamic_registration:
            return
        globs = ("**/*.{md,mdx,markdown}", *(f"**/{name}" for name in (*MARKS, PROJECT)))
        options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(glob) for glob in globs])
        self.client_register_capability(
            types.RegistrationParams([types.Registration("files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)])
        )

    # Texts.

    def opened(self, uri: str, text: str, version: int | None) -> None:
        """The editor shows a file."""
        file = _place(uri)
        if file is None:
            return
        self.texts[str(file)] = PageText(text, version)
        self._uris[str(file)] = uri
        checker = self.checker(file)
        if checker is not None:
            checker.changed(str(file), at_once=True)

    def changed(self, params: types.DidChangeTextDocumentParams) -> None:
        """A text is another."""
        file = _place(params.text_document.uri)
        known = self.texts.get(str(file))
        if file is None or known is None:
            return
        self.texts[str(file)] = known.changed(params.content_changes, params.text_document.version, self.view.encoding)
        checker = self.checker(file)
        if checker is not None:
            checker.changed(str(file))

    def closed(self, uri: str) -> None:
        """The file counts again as it is on disk."""
        file = _place(uri)
        if file is None or self.texts.pop(str(file), None) is None:
            return
        known = self.told.pop(str(file), None)
        checker = self.checker(file)
        if checker is not None:
            checker.changed(str(file), at_once=True)
        if known is not None and not self.whole:
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))
        self._uris.pop(str(file), None)

    def saved(self, uri: str) -> None:
        """A file was written that may be new, or a configuration."""
        file = _place(uri)
        checker = self.checker(file) if file is not None else None
        if file is None or checker is None:
            return
        if checker.site is None or str(file) not in checker.site.paths or file.name in (*MARKS, PROJECT):
            checker.anew(self.chosen)

    def moved(self, changes: Sequence[types.FileEvent]) -> None:
        """Files changed beside the editor."""
        for change in changes:
            file = _place(change.uri)
            checker = self.checker(file, begun=True) if file is not None else None
            if file is None or checker is None:
                continue
            known = checker.site is not None and str(file) in checker.site.paths
            if known and change.type == types.FileChangeType.Changed and file.name not in (*MARKS, PROJECT):
                if str(file) not in self.texts:
                    checker.changed(str(file), at_once=True)
            else:
                checker.anew(self.chosen)

    # Sites.

    def checker(self, file: Path, *, begun: bool = False) -> Checker | None:
        """Who looks at the site that a file belongs to; None for files outside the workspace. `begun`: if there is."""
        root = self._root(file)
        if root is None:
            return None
        if root not in self.checkers and not begun:
            self.checkers[root] = Checker(root, self.chosen, self.texts, self, whole=self.whole)
            self.checkers[root].start()
        return self.checkers.get(root)

    def site(self, uri: str) -> tuple[OpenSite, str] | None:
        """The site that an open file belongs to, and its path there, as far as they are known by now."""
        file = _place(uri)
        checker = self.checker(file, begun=True) if file is not None else None
        site = checker.site if checker is not None else None
        path = site.paths.get(str(file)) if site is not None else None
        return (site, path) if site is not None and path is not None else None

    def _root(self, file: Path) -> Path | None:
        """The nearest folder above a file that says it is a site, else the workspace's own."""
        inside = [folder for folder in self.folders if file.is_relative_to(folder)]
        limit = max(inside, key=lambda folder: len(folder.parts), default=None)
        if limit is None and self.folders:
            return None
        limit = limit or root_of(file.parent)
        for folder in file.parents:
            if _is_marked(folder, limit) or folder == limit:
                return folder
        return limit

    def end(self) -> None:
        """Let all threads go."""
        for checker in self.checkers.values():
            checker.stop()

    # What checkers tell, in their threads.

    def tell(self, site: OpenSite, path: str, text: PageText | None, findings: Sequence[Finding]) -> None:
        """The findings of a page."""
        file = site.file_of(path)
        shown = text or site.text(path) or PageText("")
        diagnostics = [self.view.diagnostic(site, shown, finding) for finding in findings]
        if text is not None:
            if str(file) not in self.texts:
                return  # it was closed meanwhile
            self.told[str(file)] = text, findings
        version = text.version if text is not None else None
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(self.view.uri(file), diagnostics, version=version)
        )

    def advanced(self, done: int, total: int) -> None:
        """How far the pass over a whole site is."""
        window = self.client_capabilities.window
        if window is None or not window.work_done_progress:
            return
        share = f"{done}/{total}"
        if self._shows is None and done < total:
            self._token += 1
            self._shows = token = f"{NAME}-{self._token}"
            begin = types.WorkDoneProgressBegin(title=NAME, message=share, percentage=0)
            self.work_done_progress.create(token, lambda *_: self.work_done_progress.begin(token, begin))
        elif self._shows is not None and done >= total:
            self.work_done_progress.end(self._shows, types.WorkDoneProgressEnd(message=share))
            self._shows = None
        elif self._shows is not None:
            report = types.WorkDoneProgressReport(message=share, percentage=100 * done // total)
            self.work_done_progress.report(self._shows, report)

    def trouble(self, root: Path, error: Exception) -> None:
        """There is no site in a folder: said once. Or something is wrong with us: said each time."""
        if isinstance(error, SetupError):
            if root not in self._no_site:
                self._no_site.add(root)
                self._say(types.MessageType.Warning, f"{root.name}: {error}")
            return
        self._say(types.MessageType.Error, f"this is our bug: {type(error).__name__}: {error}")

    def _say(self, kind: types.MessageType, message: str) -> None:
        self.window_show_message(types.ShowMessageParams(kind, safe(f"{NAME}: {message}")))


def _place(uri: str) -> Path | None:
    """A file as it is known here: links of its folder followed, its own name as it is."""
    file = file_of(uri)
    if file is None:
        return None
    try:
        return Path(os.path.realpath(file.parent)) / file.name
    except (OSError, ValueError):
        return None


def _is_marked(folder: Path, limit: Path) -> bool:
    if any((folder / name).is_file() for name in MARKS):
        return True
    try:
        return b"tool.facingpages" in read(folder / PROJECT, limit, MOST)
    except OSError:
        return False
