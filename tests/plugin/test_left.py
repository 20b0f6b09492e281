"""What updates left to people: the card and the source beside a block tell readers, the status page localizers."""

import json
import logging
import os
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from babel.dates import format_date
from tests.plugin.conftest import CONFIG, PLAIN, Build

from facingpages.cli import main
from facingpages.config import Config
from facingpages.mkdocs.left import LeftBlocks
from facingpages.recorded import digests
from facingpages.site import PageFile

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")

SOURCE = """\
# Guide

Pay **now**. It is easy.

- One is free.
- Two are dear.

| A | B |
| - | - |
| one | two |
"""
TARGET = """\
# Ceļvedis

Maksājiet **tagad**.

- Viens ir bez maksas.
- Divi ir dārgi.

| A | B |
| - | - |
| viens | divi |
"""
DAY = date(2026, 3, 1)  # on which the source was changed, also where midnight comes in between
STATUS = "# Status\n\n<!-- facingpages: status -->\n"
PLUGIN = "  - facingpages: {warn: never}"
SIDECAR = "facingpages-pending.lv.json"
CHANGES = (("now", "at the end of the <b>month</b>"), ("Two are dear.", "Two are cheap.\n- Three are few."),
           ("one | two", "one | three"))  # fmt: skip


def left_behind(root: Path) -> None:
    """A repository whose source changed after it was translated, and an update that was written."""
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false"]
    stamp = f"---\nsource_hash: {digests(SOURCE.encode())[1]}\n---\n"
    files = {
        "docs/en/guide.md": SOURCE, "docs/lv/guide.md": stamp + TARGET, "docs/en/status.md": STATUS,
        "mkdocs.yml": CONFIG.format(theme=PLAIN, structure="folder", plugin=PLUGIN),
    }  # fmt: skip
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    new = SOURCE
    for old, changed in CHANGES:
        new = new.replace(old, changed)
    subprocess.run([*git, "init", "-q"], cwd=root, check=True)
    for text in (SOURCE, new):
        (root / "docs/en/guide.md").write_text(text, "utf-8")
        subprocess.run([*git, "add", "docs"], cwd=root, check=True)
        dates = {f"GIT_{who}_DATE": f"{DAY}T12:00:00Z" for who in ("AUTHOR", "COMMITTER")}
        subprocess.run([*git, "commit", "-q", "-m", "x"], cwd=root, env=os.environ | dates, check=True)
    assert main(["update", "--write"]) == 1


def test_readers_are_told_calmly_and_localizers_in_full(
    tmp_path: Path, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    left_behind(tmp_path)
    built = build({})
    assert built.code == 0, built.log
    article, today = built.article("lv/guide"), DAY
    day = format_date(today, "long", locale="lv")
    assert "<span>4 daļas atbilst agrākai oriģināla versijai</span>" in article
    assert f'<dt>Pirmās izmaiņas oriģinālā</dt><dd><time datetime="{today}">{day}</time></dd>' in article
    told = re.findall(r'<span class="facing-behind">(.*?</span>)</span>(?=</div>|</span>|<)', article)
    assert len(told) == 4
    assert "Oriģināls šeit ir mainījies, tulkojums vēl ne" in told[0]
    assert "Pay **<del>now</del><ins>at the end of the &lt;b&gt;month&lt;/b&gt;</ins>**" in article
    assert sum("Jaunums oriģinālā, vēl nav tulkots" in one for one in told) == 1
    page = built.page("status")
    assert re.search(r'<a href="#lv-guide-left">left: 4 blocks, \d+ words</a>', page)
    section = page[page.index('<h3 id="lv-guide-left">') :]
    assert f"behind since {today}" in section
    assert "<del>now</del><ins>at the end of the &lt;b&gt;month&lt;/b&gt;</ins>" in section
    assert '<dd lang="lv">Maksājiet **tagad**.</dd>' in section
    data = json.loads((built.folder / "status.json").read_text("utf-8"))
    entry = next(one for one in data["pages"] if (one["locale"], one["page"]) == ("lv", "guide"))
    assert [one["since"] for one in entry["left"]] == [str(today)] * 4
    lines = (tmp_path / "docs/lv/guide.md").read_text("utf-8").splitlines()
    assert "Maksājiet **tagad**" in lines[entry["left"][0]["line"] - 1]


@pytest.mark.parametrize("content", ["[" * 5000, '{"version": 1, "blocks": [{"page": "docs/lv/guide.md"}]}', None])
def test_a_file_of_a_stranger_costs_a_warning_at_most(
    content: str | None, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    if content is None:  # right in form, but about nothing that there is
        numbers = (f"{number:016x}" for number in range(20_000))
        about = {"page": "docs/lv/guide.md", "words": 1_000_000}
        blocks = [{**about, "target": one, "source": one, "old": one} for one in numbers]
        content = json.dumps({"version": 1, "pages": [], "blocks": blocks})
    source, page = (
        PageFile(f"docs/{locale}/guide.md", tmp_path / f"docs/{locale}/guide.md", "guide", locale)
        for locale in ("en", "lv")
    )
    for file, text in ((source.file, SOURCE), (page.file, TARGET), (tmp_path / SIDECAR, content)):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    with caplog.at_level(logging.WARNING, "mkdocs.plugins"):
        assert list(LeftBlocks(Config(tmp_path)).of(page, source)) == []
    assert (SIDECAR in caplog.text) == ("target" not in content)
