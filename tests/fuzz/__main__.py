"""Make inputs until so many minutes of a processor are gone: `python -m tests.fuzz MINUTES SEED`."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from itertools import count
from pathlib import Path
from zlib import crc32

from hypothesis import HealthCheck, Phase, given, seed, settings
from tests.conftest import TOOLS
from tests.fuzz.inputs import DIALECTS, Input, inputs, real_pages
from tests.fuzz.through import through, write_site

ROUND = 64  # inputs at a time: more than are done in one process
MEGABYTES = 1024
HANGS = 60  # seconds of a processor after which one input counts as never done
SAME = ((1, 0), (2, 0), (2, 1), (1, 2))  # jobs and hash seed of runs that must say the same
KEPT = Path(".cache/fuzz")  # where an input is kept that something is wrong with


def one_round(number: int, folder: Path) -> None:
    """Inputs of one seed, each through everything; then all of them as one site. Raises what is wrong."""
    seen: list[Input] = []
    page = folder / "page"
    page.mkdir()

    @seed(number)
    @settings(max_examples=ROUND, deadline=None, database=None, suppress_health_check=list(HealthCheck),
              phases=[Phase.generate, Phase.shrink])  # fmt: skip
    @given(inputs())
    def everything(one: Input) -> None:
        keep(one, folder)
        signal.setitimer(signal.ITIMER_PROF, HANGS)
        through(one, page, crc32(one.source + one.target))
        seen.append(one)

    everything()
    signal.setitimer(signal.ITIMER_PROF, 0)
    site = folder / "site"
    site.mkdir()
    dialect = DIALECTS[number % len(DIALECTS)]
    write_site(site, {f"n{index}": one for index, one in enumerate(seen)}, dialect)
    for words in (["check"], ["links"]) if number % 4 == 0 else (["check"],):
        told = {(jobs, hashed): told_by(words, site, jobs, hashed) for jobs, hashed in SAME}
        assert len(set(told.values())) == 1, f"{words} says other things for other jobs or seeds, dialect {dialect}"
    (folder / "count").write_text(str(len(seen)))


def told_by(words: list[str], site: Path, jobs: int, hashed: int) -> bytes:
    """The report of the command in a process of its own."""
    env = os.environ | {"PYTHONPATH": str(TOOLS), "PYTHONHASHSEED": str(hashed), "FACINGPAGES_CACHE": str(site)}
    words = [*words, "--jobs", str(jobs), "--format", "json"]
    done = subprocess.run(
        [sys.executable, "-m", "facingpages", *words], cwd=site, env=env, capture_output=True, check=False, timeout=600
    )
    assert done.returncode in (0, 1), (words, done.returncode, done.stderr[-2000:])
    return done.stdout


def keep(one: Input, folder: Path) -> None:
    """The input at hand, in case that it ends the process."""
    (folder / "source.md").write_bytes(one.source)
    (folder / "target.md").write_bytes(one.target)
    (folder / "dialect").write_text(one.dialect)


def tried(number: int, folder: Path) -> tuple[int, float, float]:
    """A round in a process of its own: inputs, seconds, megabytes. Raises SystemExit where it fails."""
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        try:
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            os.environ["FACINGPAGES_CACHE"] = str(folder / "page")  # in the tree, so none is used
            one_round(number, folder)
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    _, status, used = os.wait4(child, 0)
    seconds, megabytes = used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
    if status or megabytes > MEGABYTES:
        place = KEPT / str(number)
        place.mkdir(parents=True, exist_ok=True)
        for name in ("source.md", "target.md", "dialect"):
            (place / name).write_bytes((folder / name).read_bytes())
        raise SystemExit(f"seed {number}: {f'ended with {status}' if status else f'{megabytes:.0f} MB'}; see {place}")
    return int((folder / "count").read_text()), seconds, megabytes


def main(minutes: float, first: int) -> None:
    """All rounds. Raises SystemExit at the first that fails."""
    began, made, spent, most = time.monotonic(), 0, 0.0, 0.0
    pages = len(real_pages())
    for number in count(first * 100_000):
        with tempfile.TemporaryDirectory() as folder:
            done, seconds, megabytes = tried(number, Path(folder))
        made, spent, most = made + done, spent + seconds, max(most, megabytes)
        if spent > minutes * 60:
            break
    clock = (time.monotonic() - began) / 60
    sys.stdout.write(
        f"{made} inputs made of {pages} pages, in {spent / 60:.1f} minutes of a processor ({clock:.1f} by the clock):\n"
        f"no exception, no step over 5 s, at most {most:.0f} MB, and the same bytes are said in {len(SAME)} runs of "
        "all with 1 and 2 jobs and three hash seeds\n"
    )


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 1.0, int(sys.argv[2]) if len(sys.argv) > 2 else 0)
