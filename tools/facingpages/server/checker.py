"""The thread that looks at the pages of one site: the page that is typed in first, and only when the typing rests.

It does one thing at a time, the most urgent. A page that changes while others wait goes before them, and what was found
in a text that is not the newest any more is not told. So thirty keystrokes cost one look, and nothing is ever awaited
by the editor.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from facingpages.config import SetupError
from facingpages.engine import PageResult
from facingpages.engine.known import KnownResults
from facingpages.engine.learn import go_on
from facingpages.engine.packed import unpacked
from facingpages.finding import Finding
from facingpages.server.shifted import shifted
from facingpages.server.site import Chosen, OpenSite
from facingpages.server.text import EditorText
from facingpages.site.opener import root_of
from facingpages.store import Store

RESTS = (
    3  # such pauses without a change, after which what crosses pages is settled; twice what it took, if that is more
)


class Listener(Protocol):
    """Who is told what was found, from the checker's thread."""

    def tell(self, site: OpenSite, path: str, text: EditorText | None, findings: Sequence[Finding]) -> None:
        """The findings of a page; `text` is what they were found in where it is open."""

    def advanced(self, done: int, total: int) -> None:
        """How many pages of the whole site were looked at."""

    def trouble(self, root: Path, error: Exception) -> None:
        """There is no site here, or something is wrong with us."""


class Checker(threading.Thread):
    """Looks at one site until it is stopped. `whole`: pages that are not open are told of, too."""

    def __init__(
        self, root: Path, chosen: Chosen, texts: Mapping[str, EditorText], listener: Listener, *, whole: bool = False
    ) -> None:
        super().__init__(name=f"facingpages {root.name}", daemon=True)
        self.root, self.chosen, self.texts, self.listener, self.whole = root, chosen, texts, listener, whole
        self.site: OpenSite | None = None
        self._known: KnownResults | None = None
        self._store: Store | None = None
        self._more = threading.Condition()
        self._anew = True  # whether the files of the site are to be listed
        self._urgent: deque[str] = deque()  # files that are open and have changed
        self._rested = 0.0  # when the urgent ones are looked at
        self._waiting: dict[str, None] = {}  # pages that nobody waits for
        self._total = 0
        self._unsettled = False
        self._settling = 0.0  # when what crosses pages is settled
        self._took = 0.0
        self._stopped = self._busy = False
        self._told: set[str] = set()  # pages that the listener has findings of

    # What others ask for, from their threads.

    def changed(self, file: str, *, at_once: bool = False) -> None:
        """A file has another text: in the editor, or on disk."""
        with self._more:
            if file in self._urgent:
                self._urgent.remove(file)
            self._urgent.appendleft(file)
            self._rested = time.monotonic() + (0.0 if at_once else self.chosen.rest)
            self._more.notify()

    def anew(self, chosen: Chosen | None = None, *, whole: bool | None = None) -> None:
        """Files came or went, or the configuration is another."""
        with self._more:
            self._anew = True
            self.chosen = chosen or self.chosen
            self.whole = self.whole if whole is None else whole
            self._more.notify()

    def stop(self) -> None:
        """End when what is under way is done."""
        with self._more:
            self._stopped = True
            self._more.notify()

    @property
    def idle(self) -> bool:
        """Whether everything is told."""
        return not (self._busy or self._anew or self._urgent or self._waiting or self._unsettled)

    # What the thread does.

    def run(self) -> None:
        """Do the most urgent thing, again and again."""
        while (task := self._next()) is not None:
            try:
                task()
            except Exception as error:  # no page may end the server
                self.listener.trouble(self.root, error)
            self._busy = False

    def _next(self) -> Callable[[], None] | None:
        """What to do now, once there is something; None when it is over."""
        with self._more:
            while not self._stopped:
                task, due = self._first()
                now = time.monotonic()
                if task is not None and due <= now:
                    self._busy = True
                    return task
                self._more.wait(due - now if task is not None else None)
            return None

    def _first(self) -> tuple[Callable[[], None] | None, float]:
        """The most urgent task, and when it is due."""
        if self._anew:
            return self._load, 0.0
        if self.site is None:
            self._urgent.clear()
        elif self._urgent:
            return self._look_at_open, self._rested
        elif self._waiting:
            return self._look_at_waiting, 0.0
        elif self._unsettled:
            return self._settle, self._settling
        return None, 0.0

    def _load(self) -> None:
        self._anew = False
        old, before = self.site, self._known.base if self._known is not None else b""
        try:
            self.site = site = OpenSite(self.root, self.chosen, self.texts)
        except SetupError as error:
            self.site, self._unsettled = None, False
            self._waiting.clear()
            self._forget(old, self._told)
            self.listener.trouble(self.root, error)
            return
        if self._store is None:
            self._store = Store.of_user(root_of(site.config.root))
        go_on(site.plan, self._store)
        if self._known is not None:
            self._known.write()
        self._known = KnownResults.of(site.plan, self._store) if self._store is not None else None
        if old is not None and self._known is not None and self._known.base == before and not self.whole:
            site.results = {path: result for path, result in old.results.items() if path in site.pages}
            site.settled = old.settled
        self._forget(old, self._told - site.pages.keys())
        self._waiting = {path: None for path in site.pages if path not in site.results}
        self._total, self._unsettled = len(self._waiting), True
        with self._more:
            files = [file for file in list(self.texts) if file in site.paths and file not in self._urgent]
            self._urgent.extend(files)

    def _forget(self, site: OpenSite | None, paths: set[str] | frozenset[str]) -> None:
        for path in list(paths):
            if site is not None:
                self.listener.tell(site, path, site.text_of(path), ())
            self._told.discard(path)

    def _look_at_open(self) -> None:
        """Look at the file that changed last; a source's translations come after it, those that are open first."""
        site = self.site
        with self._more:
            file = self._urgent.popleft() if self._urgent else ""
        path = site.paths.get(file) if site is not None else None
        if site is None or path is None:
            return
        others = [one.path for one in site.translations_of(path)]
        with self._more:
            here = [str(site.file_of(one)) for one in others if site.text_of(one) is not None]
            self._urgent.extend(one for one in here if one not in self._urgent)
            self._waiting |= {one: None for one in others if site.text_of(one) is None}
        if site.text_of(path) is None:  # it changed on disk
            self._waiting[path] = None
            return
        text = site.text_of(path)
        result = site.look(path)
        if site.text_of(path) is text and text is not None:
            site.looked[path] = text
            self._take(site, path, result)
            across = shifted(site.settled.get(path, ()), text)
            self._tell(site, path, site.told(path, result, across), text)

    def _look_at_waiting(self) -> None:
        site, known = self.site, self._known
        path = next(iter(self._waiting))
        del self._waiting[path]
        if site is None or path not in site.pages:
            return
        if known is None:
            result = site.look(path)
        else:
            pages = site.set_of(path)
            result = unpacked(site.plan, pages, [known.looked(pages)])
            if not self._waiting:
                known.write()
        self._take(site, path, result)
        if self.whole and site.text_of(path) is None:
            self._tell(site, path, site.told(path, result), None)
        done = max(0, self._total - len(self._waiting))
        if self._total > 1 and (done % 25 == 0 or not self._waiting):
            self.listener.advanced(done, self._total)
        self._total = self._total if self._waiting else 0

    def _take(self, site: OpenSite, path: str, result: PageResult) -> None:
        """Keep a new result. Where its facts are others, or something settled stands on it, that is done again."""
        known = site.results.get(path)
        if known is None or known.facts != result.facts or path in site.settled:
            self._unsettled = True
        self._settling = time.monotonic() + max(RESTS * self.chosen.rest, 2 * self._took)
        site.keep(path, result)

    def _settle(self) -> None:
        site = self.site
        self._unsettled = False
        if site is None:
            return
        begun, before = time.monotonic(), site.settled
        site.settle()
        self._took = time.monotonic() - begun
        shown = {site.paths[file]: None for file in list(self.texts) if file in site.paths}
        for path in {**before, **site.settled, **shown, **dict.fromkeys(sorted(site.others))}:
            text = site.text_of(path)
            if text is not None and text is not site.looked.get(path):
                continue  # it changed meanwhile, and is looked at next
            if text is not None or path not in site.pages:
                if text is not None or self.whole:
                    self._tell(site, path, site.told(path), text)
            elif self.whole and (before.get(path, []) != site.settled.get(path, []) or path in site.others):
                self._waiting[path] = None

    def _tell(self, site: OpenSite, path: str, findings: Sequence[Finding], text: EditorText | None) -> None:
        if findings or text is not None or path in self._told:
            self.listener.tell(site, path, text, findings)
        (self._told.add if findings else self._told.discard)(path)
