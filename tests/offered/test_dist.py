"""What a release consists of: built as `make dist` builds it, with all that is needed in it and nothing else."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tarfile
from email import message_from_string
from email.message import Message
from pathlib import Path
from zipfile import ZipFile

import pytest

from facingpages import REPOSITORY, SITE, __version__

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "tools/facingpages"
PAGE = "share/man/man1/facingpages.1"
WHEEL, SOURCE = f"facingpages-{__version__}-py3-none-any.whl", f"facingpages-{__version__}.tar.gz"


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of what was built, of a copy of the files that it is built of - and of one that must stay out."""
    programs = Path(sys.executable).parent
    make = shutil.which("make")
    if make is None or not (programs / "argparse-manpage").exists():
        pytest.skip("make or argparse-manpage is not installed")
    copy = tmp_path_factory.mktemp("copy")
    for name in ("pyproject.toml", "Makefile", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copy)
    shutil.copytree(PACKAGE, copy / "tools/facingpages", ignore=shutil.ignore_patterns("__pycache__"))
    (copy / "tools/recharge").mkdir()
    (copy / "tools/recharge/__init__.py").write_text("")
    subprocess.run([make, "-s", "dist", "DEV=", f"BIN={programs}"], cwd=copy, check=True, capture_output=True)
    return copy / "dist"


@pytest.fixture(scope="module")
def wheel(dist: Path) -> dict[str, str]:
    """The files of the wheel, but their texts only where they are not code."""
    with ZipFile(dist / WHEEL) as file:
        return {
            name: "" if name.endswith((".py", ".po", ".toml")) else file.read(name).decode() for name in file.namelist()
        }


def metadata(wheel: dict[str, str]) -> Message:
    return message_from_string(wheel[f"facingpages-{__version__}.dist-info/METADATA"])


def test_a_source_and_a_wheel(dist: Path) -> None:
    assert {file.name for file in dist.iterdir()} - {".gitignore"} == {WHEEL, SOURCE}


def test_the_wheel_holds_the_package_and_nothing_else(wheel: dict[str, str]) -> None:
    ours = {file.relative_to(PACKAGE.parent).as_posix() for file in PACKAGE.rglob("*") if file.is_file()}
    ours = {name for name in ours if "__pycache__" not in name}
    assert {name for name in wheel if name.startswith("facingpages/")} == ours
    about = {name.split("/", 1)[1] for name in wheel if not name.startswith("facingpages/")}
    files = {"METADATA", "WHEEL", "entry_points.txt", "top_level.txt", "RECORD", "licenses/LICENSE"}
    assert about == files | {f"data/{PAGE}"}
    assert {Path(name).suffix for name in ours} == {".py", ".po", ".toml", ".typed", ".js", ".css"}


def test_the_source_holds_what_the_wheel_is_built_of(dist: Path, wheel: dict[str, str]) -> None:
    with tarfile.open(dist / SOURCE) as file:
        names = {name.partition("/")[2] for name in file.getnames() if file.getmember(name).isfile()}
    told = {"LICENSE", "README.md", "pyproject.toml", "PKG-INFO", "setup.cfg", "man/facingpages.1"}
    assert told == {name for name in names if not name.startswith("tools/")}
    code = {name.removeprefix("tools/") for name in names if name.startswith("tools/facingpages/")}
    assert code == {name for name in wheel if name.startswith("facingpages/")}


def test_it_is_lean(dist: Path) -> None:
    """A little more than code, messages in five languages and what rules say of themselves take: nothing slipped in."""
    assert (dist / WHEEL).stat().st_size < 1_500_000
    assert (dist / SOURCE).stat().st_size < 1_500_000


def test_what_it_says_of_itself(wheel: dict[str, str]) -> None:
    told = metadata(wheel)
    assert (told["Name"], told["Version"], told["License-Expression"]) == ("facingpages", __version__, "MIT")
    needed = {
        re.split(r"[^\w-]", line)[0].lower() for line in told.get_all("Requires-Dist", []) if "extra ==" not in line
    }
    assert needed == {"babel", "markupsafe", "pathspec", "platformdirs", "pyromark", "pyyaml", "shtab"}


def test_the_manual_page_names_every_command_and_renders(wheel: dict[str, str]) -> None:
    page = wheel[f"facingpages-{__version__}.data/data/{PAGE}"]
    assert page.startswith(".TH FACINGPAGES ")
    for name in ("check", "links", "update", "completion"):
        assert f"facingpages {name}" in page.replace("\\-", "-")
    man = shutil.which("man")
    if man is None:
        pytest.skip("man is not installed")
    shown = subprocess.run(
        [man, "--warnings=w", "-P", "cat", "-l", "-"], input=page, capture_output=True, text=True, check=True,
        env={"PATH": "/usr/bin:/bin", "MANWIDTH": "80", "LC_ALL": "C.UTF-8"},
    )  # fmt: skip
    assert "not in parity" in shown.stdout
    assert "warning" not in shown.stderr


def test_one_place_says_version_and_addresses() -> None:
    """The others ask it; `.example` is refused by the release."""
    for name in ("pyproject.toml", "mkdocs.yml", "action.yml", "CITATION.cff", "docs/en/localizers/check.md"):
        text = (ROOT / name).read_text("utf-8")
        assert __version__ not in text, name
        assert SITE.split("/")[2] not in text, name
        assert REPOSITORY.split("/")[2] not in text, name
    release = (ROOT / ".github/workflows/release.yml").read_text("utf-8")
    assert ".example/" in release
