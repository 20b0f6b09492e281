"""Is what was built usable? Installs a wheel or a source in a fresh environment, and runs the command on a small site.

    python tests/offered/installed.py dist/facingpages-*.whl

It needs nothing but Python and the package index. Raises what the first step raises that goes wrong.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import venv
from collections.abc import Sequence
from pathlib import Path

SOURCE = "# Credits\n\n1. Open **Settings**.\n2. Enter the amount.\n3. Select **Save**.\n"
WHOLE = "# Krediti\n\n1. Odprite **Settings**.\n2. Vnesite znesek.\n3. Izberite **Save**.\n"
SHORT = "# Krediti\n\n1. Odprite **Settings**.\n2. Izberite **Save**.\n"


def main(built: Path, options: Sequence[str] = ()) -> None:
    """Install a file, with what it needs and no extra, and try it. `options` are those of `pip install`."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        venv.create(folder / "venv", with_pip=True)
        programs = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
        pip = [str(programs / "python"), "-I", "-m", "pip", "--disable-pip-version-check"]
        subprocess.run([*pip, "install", "--quiet", *options, str(built.resolve())], cwd=folder, check=True)
        subprocess.run([*pip, "check"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        tried(programs / "facingpages", folder / "site")
        assert (folder / "venv/share/man/man1/facingpages.1").is_file(), "the manual page"
    print(f"{built.name} on Python {sys.version.split()[0]}: ok")  # noqa: T201


def tried(command: Path, site: Path) -> None:
    """Find a lost step in a site of three languages, in words and as data, and nothing else; and what else is there."""

    def run(*arguments: str, code: int = 0) -> str:
        env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        env["FACINGPAGES_CACHE"] = str(site / "cache")
        done = subprocess.run(
            [str(command), *arguments], cwd=site, env=env, capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == code, (arguments, done)
        return done.stdout

    for locale, text in {"en": SOURCE, "sl": WHOLE, "sv": WHOLE}.items():
        page = site / "docs" / locale / "credits.md"
        page.parent.mkdir(parents=True)
        page.write_text(text, "utf-8")
    assert run("--version").startswith("facingpages ")
    run("check")
    (site / "docs/sl/credits.md").write_text(SHORT, "utf-8")
    [found] = json.loads(run("check", "--format", "json", code=1))["findings"]
    assert (found["rule"], found["path"]) == ("step-missing", "docs/sl/credits.md")
    assert "korak" in run("check", "--lang", "sl", code=1).lower()  # the catalogs are there
    assert "step-missing" in run("rules")
    assert run("explain", "step-missing").startswith("# step-missing\n")
    assert json.loads(run("schema"))["title"] == "facingpages"
    for shell in ("bash", "zsh", "fish"):
        assert "step-missing" in run("completion", shell)
    for name in ("links", "status", "baseline", "align", "merge", "update", "export", "import", "join", "import-learn"):
        assert run(name, "--help")
    run("status")
    run("baseline")
    run("check", "--baseline", "facingpages-baseline.json")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
