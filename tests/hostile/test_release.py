"""What is released was compared with the known weaknesses."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
FLOWS = ROOT / ".github/workflows"


def test_a_release_is_built_only_of_what_was_compared() -> None:
    release = yaml.safe_load((FLOWS / "release.yml").read_text())["jobs"]
    assert release["audit"] == {"uses": "./.github/workflows/audit.yml"}
    assert release["build"]["needs"] == "audit"
    [job] = yaml.safe_load((FLOWS / "audit.yml").read_text())["jobs"].values()
    assert job["steps"][-1] == {"run": "make audit"}


def test_no_package_is_passed_over(tmp_path: Path) -> None:
    """Where the list of weaknesses can't be reached nothing was compared, so the audit fails."""
    make = shutil.which("make")
    if make is None:
        pytest.skip("make is not installed")
    place = str(Path(sys.executable).parent)
    if not (Path(place) / "pip-audit").exists():
        pytest.skip("pip-audit is not installed beside this interpreter")
    dry = subprocess.run([make, "-n", "audit"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    compared = [line for line in dry.splitlines() if "/pip-audit " in line]
    assert len(compared) == 3
    assert all("--strict" in line and "|| " not in line for line in compared)
    (tmp_path / "requirements.txt").write_text((ROOT / "requirements.txt").read_text().split("\naiohttp==")[0])
    words = next(line for line in compared if "-r requirements.txt" in line).split()
    nowhere = {"HTTPS_PROXY": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9", "HOME": str(tmp_path)}
    done = subprocess.run(
        [f"{place}/pip-audit", *words[1:]], cwd=tmp_path, env=os.environ | nowhere, capture_output=True, check=False
    )
    assert done.returncode != 0
    assert b"No known vulnerabilities" not in done.stderr
