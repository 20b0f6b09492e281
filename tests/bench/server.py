"""How long an editor waits for the server: `python -m tests.bench.server [--pages N]`.

From a keystroke to the diagnostics of the page that is typed in, over the protocol, without the pause that the server
makes on purpose; held against a bare check of the same pair in one process. Beside it, start and memory. `--pages` says
how many pages the site has beside the pair (10,000 take minutes to be looked at for the first time).
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import tempfile
import time
from pathlib import Path

from lsprotocol import types
from tests.bench.pages import write_site
from tests.server.random_edits import resident
from tests.server.session import Client, Session, start

from facingpages.engine import PageSet, Plan, look
from facingpages.server.site import Chosen, OpenSite

SIZES = (20, 600, 2_500)  # lines
EDITS = 40  # of a page of up to 1,000 lines, a quarter of it of longer ones
DOCS = Path(__file__).parents[2] / "docs"


def page(locale: str, lines: int) -> str:
    """Our article, over and over, with headings of their own, cut to some lines."""
    whole = (DOCS / locale / "communication-credits.md").read_text("utf-8").split("\n")
    head, body = whole[:30], whole[30:]
    text = list(head)
    for number in range(lines // len(body) + 1):
        text += [f"{line} {number}" if line.startswith("#") else line for line in body]
    return "\n".join(text[:lines]) + "\n"


def share(figures: list[float], part: float) -> float:
    """The figure below which a part of all lie."""
    return sorted(figures)[min(len(figures) - 1, int(len(figures) * part))]


def bare(root: Path, path: str, edits: int) -> list[float]:
    """Seconds of a check of one pair, without a server."""
    site = OpenSite(root, Chosen(), {})
    plan = Plan(site.site, site.config)
    for across in plan.across.values():
        across.begin()
    translation = site.pages[path]
    pages = PageSet(site.source_of(path), (translation,))
    taken = []
    for _ in range(edits):
        begun = time.perf_counter()
        look(plan, pages)
        taken.append(time.perf_counter() - begun)
    return taken[3:]


async def typed(client: Client, session: Session, path: str, edits: int) -> list[float]:
    """Seconds from each of some keystrokes to what is told of the text with it."""
    session.open(path)
    await session.until(lambda: (session.uri(path), 1) in client.told)
    taken = []
    lines = (session.root / path).read_text("utf-8").count("\n")
    for number in range(edits):
        del client.told[:]
        begun = time.perf_counter()
        session.edit(path, (lines - 1, 0, lines - 1, 0, "x" if number % 2 == 0 else "y "))
        while (session.uri(path), session.versions[path]) not in client.told:
            await asyncio.sleep(0.002)
        taken.append(time.perf_counter() - begun)
        await asyncio.sleep(0.02)
    session.close(path)
    return taken[3:]


async def main(pages: int, patience: float) -> None:
    """Print a row for each size of a page."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve() / "site"
        root.mkdir()
        write_site(root, pages // 6)
        for lines in SIZES:
            for locale in ("en", "lv"):
                (root / "docs" / locale / f"size-{lines}.md").write_text(page(locale, lines), "utf-8")
        begun = time.perf_counter()
        client = await start("visual_studio_code", root, Path(folder) / "cache", {"debounce": 0})
        print(f"start: {time.perf_counter() - begun:.2f} s to the first answer")
        session = Session(client, root)
        assert client._server is not None
        begun = time.perf_counter()
        first = "docs/lv/size-20.md"
        session.open(first)
        await session.until(lambda: session.uri(first) in client.diagnostics)
        print(f"open: {time.perf_counter() - begun:.2f} s to the first page's findings")
        session.close(first)
        while not any(
            isinstance(one, types.WorkDoneProgressEnd) for all_ in client.progress_reports.values() for one in all_
        ):
            assert time.perf_counter() - begun < patience
            await asyncio.sleep(0.2)
        print(f"all {pages + 6} pages: {time.perf_counter() - begun:.1f} s; {resident(client._server.pid)} MB")
        for lines in SIZES:
            path = f"docs/lv/size-{lines}.md"
            edits = EDITS if lines <= 1_000 else EDITS // 4
            taken, alone = await typed(client, session, path, edits), bare(root, path, edits)
            row = [1000 * value for value in (statistics.median(taken), share(taken, 0.95), statistics.median(alone))]
            times = share(taken, 0.95) / statistics.median(alone)
            print(
                f"{lines:6} lines: {row[0]:.0f} ms, 95 % {row[1]:.0f} ms; bare check {row[2]:.0f} ms; {times:.1f} times"
            )
        print(f"memory in the end: {resident(client._server.pid)} MB")
        await client.shutdown_session()
        await client.stop()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.bench.server", description="Measure the language server.")
    parser.add_argument("--pages", type=int, default=60)
    parser.add_argument("--patience", type=float, default=1800.0, help="seconds for the first pass over all pages")
    options = parser.parse_args()
    asyncio.run(main(options.pages, options.patience))
