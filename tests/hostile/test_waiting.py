"""Nothing waits and nothing reads without an end: pipes that nobody writes to, devices, files without end.

Point 4 of the list in `tests/hostile/__init__.py`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.conftest import TOOLS, Write
from tests.hostile.bounded import bounded
from tests.hostile.site import SITE

pytestmark = pytest.mark.skipif(os.name != "posix", reason="plants pipes and devices")

LEADING = '# A\n\n1. [x](../../pipe.md#there) [y](pipe.md#x)\n\n--8<-- "pipe.md"\n'
PLACES = {
    "page": "docs/sv/a.md", "source": "docs/en/a.md", "target of a link": "pipe.md", "beside": "docs/sv/pipe.md",
    "settings": "mkdocs.yml", "inherited": "base.yml", "configuration": "facingpages.toml",
    "project": "pyproject.toml", "hugo": "hugo.toml", "docusaurus": "docusaurus.config.js",
}  # fmt: skip


def plant(place: Path, what: str) -> None:
    """Put something that has no end where a file is looked for."""
    place.parent.mkdir(parents=True, exist_ok=True)
    place.unlink(missing_ok=True)
    if what == "pipe":
        os.mkfifo(place)
    elif what == "link to a pipe":
        os.mkfifo(place.parent / "elsewhere")
        place.symlink_to("elsewhere")
    else:
        place.symlink_to(what)


@pytest.mark.parametrize("where", PLACES)
@pytest.mark.parametrize(("what", "command"), [("pipe", "check"), ("/dev/zero", "links"), ("pipe", "init")])
def test_in_the_tree(what: str, command: str, where: str, write: Write) -> None:
    root = write({**SITE, "docs/sv/b.md": LEADING})
    if where == "inherited":
        write({"mkdocs.yml": "site_name: x\nINHERIT: base.yml\n"})
    if where in ("project", "hugo", "docusaurus"):
        (root / "facingpages.toml").unlink()
    plant(root / PLACES[where], what)
    run = bounded(command, cwd=root)
    if command == "check" and where in ("page", "source", "configuration"):
        assert run.code in (1, 2)
    if where in ("page", "source") and command in ("check", "links"):
        assert "page-unreadable" in run.out


@pytest.mark.parametrize("name", ["index.html", "a/index.html", "sitemap.xml", "sitemap.xml.gz", "_redirects", "x.png"])
@pytest.mark.parametrize("what", ["pipe", "/dev/zero"])
def test_in_a_published_site(what: str, name: str, write: Write) -> None:
    root = write({"site/home.html": '<html lang="en"><a href="a/#x">x</a><img src="x.png" alt="">'})
    plant(root / "site" / name, what)
    assert bounded("links", "site", cwd=root).code in (0, 1)


@pytest.mark.parametrize(
    "arguments",
    ["check --baseline X", "check --config X", "links --config X",
     "align X docs/sv/a.md", "align docs/en/a.md X", "import-learn X", "links --external --offline --results X"],
)  # fmt: skip
@pytest.mark.parametrize("what", ["pipe", "/dev/zero"])
def test_named_on_the_command_line(what: str, arguments: str, write: Write) -> None:
    root = write(SITE)
    plant(root / "X.md", what)
    run = bounded(*arguments.replace("X", "X.md").split(), cwd=root, program="tests.hostile.impatient")
    if "import-learn" not in arguments:
        assert run.code == 2
        assert "X.md" in run.err


def test_pipes_that_are_written_to(write: Write) -> None:
    root = write(SITE)
    words = f'exec "{sys.executable}" -m facingpages align <(sleep 1; cat docs/en/a.md) <(cat docs/sv/a.md)'
    env = os.environ | {"PYTHONPATH": str(TOOLS)}
    done = subprocess.run(
        ["bash", "-c", words], cwd=root, env=env, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr
    assert "Select" in done.stdout
    words = f'exec "{sys.executable}" -m facingpages check --config <(cat facingpages.toml) --baseline <(cat base.json)'
    write({"base.json": '{"version": 1, "findings": []}'})
    done = subprocess.run(
        ["bash", "-c", words], cwd=root, env=env, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode in (1, 2), done.stderr
