"""Kill runs that write, at random moments; each file must be the old or the new one: `make kills KILLS=number`."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from tests.conftest import TOOLS

PAGES = 40
LINES = 2_000
PUBLISHED = "---\ntitle: X\nms.contentlocale: {culture}\n---\n# <a name='x'></a>X\n\nText {number}.\n"


def inbox(root: Path, count: int, lines: int = LINES) -> list[str]:
    """Published pages in two languages."""
    folder = root / "inbox"
    folder.mkdir()
    for number in range(count):
        for culture in ("lv-LV", "sv-SE"):
            text = PUBLISHED.format(culture=culture, number=number) + "More.\n" * lines
            (folder / f"page{number}.{culture}.md").write_text(text)
    return sorted(f"inbox/{path.name}" for path in folder.iterdir())


def started(root: Path, words: list[str]) -> subprocess.Popen[bytes]:
    env = os.environ | {"PYTHONPATH": str(TOOLS), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.Popen(
        [sys.executable, "-m", "facingpages", *words], cwd=root, env=env,
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip


def killed(root: Path, words: list[str], seconds: float, chance: random.Random) -> bool:
    """Run the command and kill it; gives whether it was still running.

    Every other time it is killed shortly after it has begun to write, which takes the smallest part of its `seconds`.
    """
    process = started(root, words)
    if chance.random() < 0.5:
        while process.poll() is None and not any(root.glob(".*")) and not any(root.glob("docs/.*")):
            time.sleep(0.0002)
        after = 0.1 * chance.random() ** 3
    else:
        after = chance.uniform(0.1, 1.1) * seconds
    try:
        process.communicate(timeout=after)
    except subprocess.TimeoutExpired:
        with suppress(ProcessLookupError):  # it ends at this very moment
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
    return process.returncode == -signal.SIGKILL


def finished(root: Path, words: list[str]) -> tuple[float, str]:
    """Run the command to its end; gives the seconds and what it said."""
    began = time.monotonic()
    process = started(root, words)
    _, said = process.communicate()
    if process.returncode not in (0, 1):
        raise AssertionError((words, process.returncode, said))
    return time.monotonic() - began, said.decode()


def contents(root: Path) -> dict[str, bytes]:
    """All files that anybody looks at; the ones that wait for their place have hidden names."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("[!.]*"))
        if path.is_file()
    }  # fmt: skip


def one_file(root: Path, words: list[str], name: str, kills: int, chance: random.Random) -> Iterator[str]:
    """Kill a command that writes one file; gives what was there after each kill."""
    (root / name).unlink(missing_ok=True)
    seconds, _ = finished(root, words)
    new, old = (root / name).read_bytes(), b"old\n" * 1000
    for turn in range(kills):
        if turn % 2:
            (root / name).write_bytes(old)
        else:
            (root / name).unlink(missing_ok=True)
        alive = killed(root, words, seconds, chance)
        found = (root / name).read_bytes() if (root / name).exists() else None
        assert found in ({new, old} if turn % 2 else {new, None}), f"{name} holds a part"
        yield ("killed: " if alive else "had ended: ") + ("new file" if found == new else "as it was")
        for draft in list(root.glob(f".{name}.*")):
            yield "  of these with a draft left over"
            draft.unlink()


def an_import(root: Path, kills: int, chance: random.Random) -> Iterator[str]:
    """Kill an import; the next run leaves all of it, whatever the first had done, and says what it found."""
    words = ["import-learn", "--force", *inbox(root, PAGES)]
    (root / "docs").mkdir()
    seconds, _ = finished(root, words)
    whole = contents(root / "docs")
    half = dict.fromkeys(list(whole)[::3], b"by hand\n")
    for _ in range(kills):
        for name in whole:
            (root / "docs" / name).unlink(missing_ok=True)
        for name, content in half.items():
            (root / "docs" / name).write_bytes(content)
        alive = killed(root, words, seconds, chance)
        found = contents(root / "docs")
        journal = any((root / "docs").glob(".facingpages-import*"))
        assert journal or found in (whole, half), "a part, and nothing that tells of it"
        assert all(content in (whole[name], half.get(name)) for name, content in found.items()), "a file holds a part"
        _, said = finished(root, words)
        assert contents(root / "docs") == whole
        left = [path.name for path in (root / "docs").rglob(".*")]
        assert left == [], left
        repaired = [word for word in ("complete now", "taken back") if word in said]
        yield ("killed: " if alive else "had ended: ") + (repaired or ["all" if found == whole else "nothing"])[0]


def run(kills: int, seed: int, root: Path) -> Counter[tuple[str, str]]:
    """Kill each command some times; gives what came of it, and how often. Raises AssertionError at a part of a file."""
    chance = random.Random(seed)
    told: Counter[tuple[str, str]] = Counter()
    share = [kills // 3, kills // 3, kills - kills // 3 * 2]
    for name in ("one", "two"):
        (root / name / "docs").mkdir(parents=True)
        for locale in ("en", "lv"):
            (root / name / "docs" / locale).mkdir()
            for number in range(PAGES):
                text = "# A\n\n" + "".join(
                    f"Text {line} of {locale}.\n\n" for line in range(20 if locale == "en" else 10)
                )
                (root / name / "docs" / locale / f"{number}.md").write_text(text)
    report = ["check", "--jobs", "2", "--format", "html", "--output", "report.html"]
    told.update(("check --output", what) for what in one_file(root / "one", report, "report.html", share[0], chance))
    saved = one_file(root / "two", ["baseline"], "facingpages-baseline.json", share[1], chance)
    told.update(("baseline", what) for what in saved)
    (root / "three").mkdir()
    told.update(("import-learn", what) for what in an_import(root / "three", share[2], chance))
    return told


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    with tempfile.TemporaryDirectory() as folder:
        for (command, what), number in sorted(run(count, 9, Path(folder)).items()):
            sys.stdout.write(f"{number:4} {command}: {what}\n")
    sys.stdout.write(f"{count} kills; no part of a file, no half of an import\n")
