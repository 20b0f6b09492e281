"""A session that edits at random, over the protocol, held against a fresh check of the same texts.

`python -m tests.server.random_edits EDITS [SEED]` prints how many comparisons were made and how much memory the server
took in the beginning and in the end.
"""

from __future__ import annotations

import asyncio
import random
import shutil
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from lsprotocol import types
from tests.server.session import Session, start, units

from facingpages.config import load
from facingpages.discover import discover
from facingpages.document import Place
from facingpages.engine import check
from facingpages.generators import settled
from facingpages.reference import subjects
from facingpages.refine import Wanted, refine
from facingpages.safe import safe
from facingpages.server.text import EditorText

DOCS = Path(__file__).parents[2] / "docs"
CONFIG = 'pages = ["docs/{locale}/{page}.md"]\nlocales = ["lv", "sv"]\ndialect = "mkdocs"\n'
PAGES = ("communication-credits.md", "index.md")
PIECES = (
    "x", " ", "\n", "\n\n", "**", "`", "](", "# ", "1. ", "😀", "| a | b |\n", "[a](index.md#x)", "```\n", "\r\n",
    "\u2028", "<!-- facingpages: ignore link why -->\n", "> [!NOTE]\n", "42", "{#id}", "---\n", "ā", "<b>", "[a][b]",
    "!!! note\n",
)  # fmt: skip
TOLD = tuple[str, Place, str]


class RandomSession:
    """Edits pages of a site, and remembers what each must hold."""

    def __init__(self, session: Session, seed: int) -> None:
        self.session = session
        self.random = random.Random(seed)
        self.texts: dict[str, list[str]] = {}  # of each open page: all that it held, the newest last
        self.compared = 0

    def step(self) -> None:
        """Do one thing that people do in an editor."""
        acts = (
            [self.insert] * 5 + [self.delete] * 3 + [self.undo] * 2 + [self.save, self.shut, self.rename, self.remove]
        )
        if len(self.texts) < 3 or self.random.random() < 0.05:
            self.show()
        elif self.texts:
            self.random.choice(acts)(self.random.choice(list(self.texts)))

    def show(self) -> None:
        files = sorted(self.session.root.glob("docs/*/*.md"))
        path = self.random.choice(files).relative_to(self.session.root).as_posix()
        if path not in self.texts:
            self.texts[path] = [(self.session.root / path).read_bytes().decode()]
            self.session.open(path)

    def insert(self, path: str) -> None:
        self._change(path, *[self.random.randrange(len(self.texts[path][-1]) + 1)] * 2, self.random.choice(PIECES))

    def delete(self, path: str) -> None:
        at = self.random.randrange(len(self.texts[path][-1]) + 1)
        self._change(path, at, min(at + self.random.choice((1, 1, 2, 30, 300)), len(self.texts[path][-1])), "")

    def undo(self, path: str) -> None:
        known = self.texts[path]
        if len(known) > 1:
            known.pop()
            self.session.edit(path, known[-1])

    def save(self, path: str) -> None:
        (self.session.root / path).write_bytes(self.texts[path][-1].encode())
        self.session.save(path)

    def shut(self, path: str) -> None:
        del self.texts[path]
        self.session.close(path)

    def rename(self, path: str) -> None:
        file = self.session.root / path
        new = file.with_name(f"r{self.random.randrange(4)}.md")
        if not new.exists() and self.random.random() < 0.3:
            self.shut(path)
            file.rename(new)
            self.session.moved((path, types.FileChangeType.Deleted))
            self.session.moved((new.relative_to(self.session.root).as_posix(), types.FileChangeType.Created))

    def remove(self, path: str) -> None:
        file = self.session.root / path
        if len(list(file.parent.glob("*.md"))) > 2 and self.random.random() < 0.2:
            self.shut(path)
            file.unlink()
            self.session.moved((path, types.FileChangeType.Deleted))

    def _change(self, path: str, start: int, end: int, piece: str) -> None:
        known = self.texts[path]
        text = EditorText(known[-1])
        if any(0 < at < len(text.text) and text.text[at - 1 : at + 1] == "\r\n" for at in (start, end)):
            return  # no editor has a place between the two
        encoding = self.session.encoding
        places: list[int] = []
        for at in (start, end):
            line = next(number for number in range(len(text.starts) - 1, -1, -1) if text.starts[number] <= at)
            places += [line, units(text.text[text.starts[line] : at], encoding)]
        known.append(text.text[:start] + piece + text.text[end:])
        del known[:-20]
        self.session.edit(path, (places[0], places[1], places[2], places[3], piece))

    async def compare(self) -> None:
        """Hold what is told of every open page against a check of a copy of the site, when all is told."""
        wanted = fresh(self.session.root, {path: known[-1] for path, known in self.texts.items()})
        for path in self.texts:
            text = EditorText(self.texts[path][-1])
            right = sorted(
                (rule, _key(text.range(place, self.session.encoding)), said)
                for rule, place, said in wanted.get(path, ())
            )
            try:
                await self.session.until(lambda path=path, right=right: self._told(path) == right)
            except AssertionError:
                told = self._told(path)
                lacking, more = [one for one in right if one not in told], [one for one in told if one not in right]
                raise AssertionError(f"{path}: not told: {lacking}; told: {more}; open: {list(self.texts)}") from None
            self.compared += 1

    def _told(self, path: str) -> list[tuple[str, tuple[int, int, int, int], str]]:
        return sorted((str(one.code), _key(one.range), one.message) for one in self.session.diagnostics(path))


def _key(place: types.Range) -> tuple[int, int, int, int]:
    return place.start.line, place.start.character, place.end.line, place.end.character


def fresh(root: Path, texts: Mapping[str, str]) -> dict[str, list[TOLD]]:
    """What a check says of a site with some texts, by path."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "site"
        shutil.copytree(root, copy)
        for path, text in texts.items():
            (copy / path).write_bytes(text.encode())
        config = load(copy, None, subjects())
        assert config is not None
        config = settled(config)
        site = discover(config)
        told: dict[str, list[TOLD]] = {}
        for one in refine(check(site, config), site, Wanted(severity=config.severity)).findings:
            told.setdefault(one.place.path, []).append((one.rule, one.place, safe(one.text)))
        return told


async def run(session: Session, edits: int, seed: int, burst: int = 8) -> int:
    """Make some edits, in bursts, and compare after each: how many comparisons there were."""
    session.write({"facingpages.toml": CONFIG})
    for page in PAGES:
        for locale in ("en", "lv", "sv"):
            text = (DOCS / locale / page).read_text("utf-8")
            session.write({f"docs/{locale}/{page}": text.replace("\n", "\r\n") if locale == "sv" else text})
    one = RandomSession(session, seed)
    for number in range(edits):
        one.step()
        if number % burst == burst - 1 or number == edits - 1:
            await one.compare()
    for path in list(one.texts):
        one.shut(path)
    return one.compared


def resident(process: int) -> int:
    """Megabytes of memory of a process; 0 where that can't be told."""
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text("ascii").split()[1])
    except OSError:
        return 0
    return pages * 4096 >> 20


async def main(edits: int, seed: int) -> None:
    """Edit and print."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        client = await start("visual_studio_code", root / "site", root / "cache")
        (root / "site").mkdir()
        server = client._server
        assert server is not None
        before = 0
        for part in range(4):
            session = Session(client, root / "site" / f"s{part}")
            compared = await run(session, edits // 4, seed + part)
            sys.stdout.write(f"{edits // 4} edits, {compared} comparisons, {resident(server.pid)} MB\n")
            before = before or resident(server.pid)
        assert not [one for one in client.messages if "bug" in one.message], client.messages
        sys.stdout.write(f"memory: {before} MB after the first quarter, {resident(server.pid)} MB in the end\n")
        await client.shutdown_session()
        await client.stop()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0))
