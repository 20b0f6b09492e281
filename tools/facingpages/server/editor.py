"""The server as one editor sees it: which texts it has open, which sites they belong to, what it is told."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from facingpages import __version__
from facingpages.config import SetupError
from facingpages.finding import Finding
from facingpages.messages import languages, reader_language
from facingpages.safe import safe
from facingpages.server.actions import Actions
from facingpages.server.beside import made_stale
from facingpages.server.checker import Checker
from facingpages.server.own_texts import OwnTexts
from facingpages.server.roots import MARKS, place_of, root_for
from facingpages.server.site import Chosen, OpenSite
from facingpages.server.text import EditorText
from facingpages.server.view import NAME, View, file_of

SHORTEST, LONGEST = 0.0, 10.0  # seconds that the typing may be asked to rest


class Here(NamedTuple):
    """What a question is about: a byte of a page."""

    site: OpenSite
    path: str
    offset: int


class Editor(LanguageServer):
    """A language server, and what it knows of its one client."""

    def __init__(self) -> None:
        super().__init__(
            NAME, __version__, protocol_cls=OwnTexts, text_document_sync_kind=types.TextDocumentSyncKind.Incremental
        )
        self.texts: dict[str, EditorText] = {}  # by file
        self.told: dict[str, tuple[EditorText | None, Sequence[Finding]]] = {}  # the findings of each open file
        self.checkers: dict[Path, Checker] = {}
        self.folders: list[Path] = []
        self.chosen = Chosen()
        self.whole = False
        self.inlay = False
        self.lazy = False  # whether an action may come without its edit
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
        able = params.capabilities
        edits = able.workspace.workspace_edit if able.workspace is not None else None
        versioned = bool(edits is not None and edits.document_changes)
        self.view = View(self.workspace.position_encoding, language, self._uris.get, versioned=versioned)
        action = able.text_document.code_action if able.text_document is not None else None
        later = action.resolve_support if action is not None else None
        self.lazy = later is not None and "edit" in later.properties

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
        globs = ("**/*.{md,mdx,markdown}", *(f"**/{name}" for name in MARKS))
        options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(glob) for glob in globs])
        self.client_register_capability(
            types.RegistrationParams([types.Registration("files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)])
        )

    # Texts.

    def opened(self, uri: str, text: str, version: int | None) -> None:
        """The editor shows a file."""
        file = place_of(uri)
        if file is None:
            return
        self.texts[str(file)] = EditorText(text, version)
        self._uris[str(file)] = uri
        checker = self.checker(file)
        if checker is not None:
            checker.changed(str(file), at_once=True)

    def changed(self, params: types.DidChangeTextDocumentParams) -> None:
        """A text is another."""
        file = place_of(params.text_document.uri)
        known = self.texts.get(str(file))
        if file is None or known is None:
            return
        self.texts[str(file)] = known.changed(params.content_changes, params.text_document.version, self.view.encoding)
        checker = self.checker(file)
        if checker is not None:
            checker.changed(str(file))

    def closed(self, uri: str) -> None:
        """The file counts again as it is on disk."""
        file = place_of(uri)
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
        file = place_of(uri)
        checker = self.checker(file) if file is not None else None
        if file is None or checker is None:
            return
        if checker.site is None or str(file) not in checker.site.paths or file.name in MARKS:
            checker.anew(self.chosen)

    def moved(self, changes: Sequence[types.FileEvent]) -> None:
        """Files changed beside the editor."""
        for change in changes:
            file = place_of(change.uri)
            checker = self.checker(file, begun=True) if file is not None else None
            if file is None or checker is None:
                continue
            known = checker.site is not None and str(file) in checker.site.paths
            if known and change.type == types.FileChangeType.Changed and file.name not in MARKS:
                if str(file) not in self.texts:
                    checker.changed(str(file), at_once=True)
            else:
                checker.anew(self.chosen)

    # Sites.

    def checker(self, file: Path, *, begun: bool = False) -> Checker | None:
        """Who looks at the site that a file belongs to; None for files outside the workspace. `begun`: if there is."""
        root = root_for(file, self.folders)
        if root is None:
            return None
        if root not in self.checkers and not begun:
            self.checkers[root] = Checker(root, self.chosen, self.texts, self, whole=self.whole)
            self.checkers[root].start()
        return self.checkers.get(root)

    def site(self, uri: str) -> tuple[OpenSite, str] | None:
        """The site that an open file belongs to, and its path there, as far as they are known by now."""
        file = place_of(uri)
        checker = self.checker(file, begun=True) if file is not None else None
        site = checker.site if checker is not None else None
        path = site.paths.get(str(file)) if site is not None else None
        return (site, path) if site is not None and path is not None else None

    def here(self, params: types.HoverParams | types.DefinitionParams | types.ReferenceParams) -> Here | None:
        """The site, the path and the byte that a question is about."""
        known = self.site(params.text_document.uri)
        text = known[0].text(known[1]) if known is not None else None
        if known is None or text is None:
            return None
        return Here(*known, text.offset(params.position, self.view.encoding))

    def actions(self, uri: str) -> Actions | None:
        """What can be done on a page whose findings are told; none while it changes."""
        known = self.site(uri)
        if known is None:
            return None
        site, path = known
        text, findings = self.told.get(str(site.file_of(path)), (None, ()))
        if text is None or text is not site.text_of(path):
            return None
        return Actions(site, self.view, path, text, findings)

    def check_all(self) -> None:
        """Tell of every page of every site from now on, open or not."""
        self.whole = True
        for folder in self.folders:
            self.checker(folder / "any.md")
        for checker in self.checkers.values():
            checker.anew(whole=True)

    def translations(self, uri: str) -> list[str]:
        """Say where the translations of a source are, those first that an edit made stale."""
        known = self.site(uri)
        if known is None:
            return []
        site, path = known
        stale = made_stale(site, path)
        pages = sorted(site.translations_of(path), key=lambda page: page.locale not in stale)
        shown = [f"{page.path}{' (stale)' if page.locale in stale else ''}" for page in pages]
        self._say(types.MessageType.Info, ", ".join(shown) or "there is no translation")
        return [self.view.uri(page.file) for page in pages]

    def end(self) -> None:
        """Let all threads go."""
        for checker in self.checkers.values():
            checker.stop()

    # What checkers tell, in their threads.

    def tell(self, site: OpenSite, path: str, text: EditorText | None, findings: Sequence[Finding]) -> None:
        """The findings of a page."""
        file = site.file_of(path)
        shown = text or site.text(path) or EditorText("")
        diagnostics = self.view.diagnostics(site, shown, findings)
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
