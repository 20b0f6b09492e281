"""`facingpages init --ci`: a calm first run. What is wrong today is written down, and a workflow tells what is new."""

from __future__ import annotations

import argparse
import os
import re
from pathlib import Path

from facingpages import __version__
from facingpages.baseline import NAME as BASELINE
from facingpages.baseline import covers, render
from facingpages.commands.survey import configuration, found_site, survey
from facingpages.config import Reading, SetupError
from facingpages.output import tell
from facingpages.refine import Wanted, refine
from facingpages.site.opener import top
from facingpages.writing import Batch

WORKFLOW = ".github/workflows/facingpages.yml"
JOURNAL = ".facingpages-init.json"
PLAIN = re.compile(r"[\w.-][\w ./-]*")  # a folder that means nothing but itself to YAML, the shell and GitHub
TEXT = f"""\
# Tells a pull request what it breaks in the translations. What was wrong before stands in {BASELINE}.
name: translations
on:
  pull_request:
  push:

permissions:
  contents: read

jobs:
  facingpages:
    # A pull request is checked as one, so its branch need not be.
    if: github.event_name == 'pull_request' || github.ref_name == github.event.repository.default_branch
    runs-on: ubuntu-latest
    timeout-minutes: 10
    defaults:
      run:
        working-directory: "FOLDER"
    steps:
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
        with:
          fetch-depth: 0
          persist-credentials: false
      - run: pipx install "facingpages=={__version__}"
        working-directory: ${{{{ runner.temp }}}}  # no module of the checkout stands in for one of Python's
      - name: Check
        env:
          BASE: ${{{{ github.event.pull_request.base.sha }}}}
        run: |
          options=(--baseline {BASELINE})
          # Configuration, ignores and baseline are those of the base: a pull request can't silence what it breaks.
          if [ -n "$BASE" ] && git cat-file -e "$BASE:./{BASELINE}"; then
            options+=("--since=$BASE" "--trust=$BASE")
          fi
          facingpages check "${{options[@]}}" --format summary >> "$GITHUB_STEP_SUMMARY" || true
          facingpages check "${{options[@]}}" --format github
"""


def adopt(options: argparse.Namespace, configured: tuple[str, str] | None) -> list[str]:
    """Write workflow and baseline, and the configuration if there is none: its name and text. Gives lines to tell.

    All are written or none. Raises SetupError, also where one of them is there already.
    """
    root = Path.cwd()
    repository = top(root)
    if repository is None:
        raise SetupError("--ci writes a workflow for a git repository, and there is none around this folder.")
    folder = Path(os.path.realpath(root)).relative_to(repository).as_posix()
    if not PLAIN.fullmatch(folder):
        raise SetupError(f'--ci can\'t name the folder "{folder}" in a workflow; call it with letters, digits and "-".')
    workflow, baseline = repository / WORKFLOW, root / BASELINE
    for file in (workflow, baseline):
        if os.path.lexists(file):
            raise SetupError(f"{_shown(file, repository)} is there already; nothing was written.")
    known, count = _baseline(options, None if configured is None else _as_if(root, *configured))
    files = {workflow: TEXT.replace("FOLDER", folder).encode(), baseline: known.encode()}
    if configured is not None:
        files[root / configured[0]] = configured[1].encode()
    Batch(JOURNAL, repository, what="an init").write(files)
    named = [_shown(file, repository) for file in sorted(files)]
    tell(f"{count} {'finding' if count == 1 else 'findings'} of today written down; a pull request is told new ones.")
    return [
        f"git add {' '.join(_quoted(Path(os.path.relpath(repository / name, root)).as_posix()) for name in named)}",
        'git commit -m "Check translations on pull requests"',
        "git push",
    ]


def _baseline(options: argparse.Namespace, reading: Reading | None) -> tuple[str, int]:
    """The text of a baseline of today, and how many findings it holds. Raises SetupError where one can't be covered."""
    config = configuration(None, reading)
    site = found_site(config)
    report = refine(survey(config, site, options).result, site, Wanted(severity=config.severity))
    for finding in report.findings:
        if not covers(finding):
            raise SetupError(f"{finding.place.path}: {finding.text} No baseline covers that; nothing was written.")
    return render(report.findings), len(report.findings)


def _as_if(root: Path, name: str, text: str) -> Reading:
    """Files of a folder in which a configuration were written already."""
    return lambda file: text.encode() if file == root / name else None


def _shown(file: Path, repository: Path) -> str:
    return Path(os.path.relpath(os.path.realpath(file.parent), repository), file.name).as_posix()


def _quoted(path: str) -> str:
    return f'"{path}"' if " " in path else path
