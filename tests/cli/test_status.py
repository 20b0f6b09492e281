"""`facingpages status`: how far each locale is."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
from pathlib import Path

from tests.conftest import Command, Write

SOURCE = "# Credits\n\n1. Open **Settings**.\n2. Select **Save**.\n"
CONFIG = 'pages = ["docs/{locale}/{page}.md"]\n'


def translated(source: str) -> str:
    digest = hashlib.sha256(source.replace("\n", "\r\n").encode()).hexdigest()
    return f"---\nsource_hash: {digest}\n---\n# Kredīti\n\n1. Atveriet **Settings**.\n2. Atlasiet **Save**.\n"


def commit(root: Path, message: str) -> None:
    settings = ("-c", "user.name=T", "-c", "user.email=t@example.org")
    for arguments in (("init", "-q"), ("add", "."), (*settings, "commit", "-q", "-m", message)):
        subprocess.run(["git", *arguments], cwd=root, env=os.environ | {"GIT_CONFIG_NOSYSTEM": "1"}, check=True)


def test_a_row_for_each_locale(write: Write, command: Command) -> None:
    root = write({f"docs/en/{name}.md": SOURCE for name in "abcde"} | {"facingpages.toml": CONFIG})
    write({f"docs/lv/{name}.md": translated(SOURCE) for name in "abcd"} | {"docs/sv/a.md": translated(SOURCE)})
    commit(root, "one")
    write({
        "docs/en/a.md": SOURCE.replace("Select", "Now select"),
        "docs/en/b.md": SOURCE.replace("1. Open", "Do this:\n\n1. Open"),
        "docs/en/c.md": SOURCE.replace("**Save**", "Save"),
    })  # fmt: skip
    run = command("status", "--format", "json")
    assert run.code == 0
    data = json.loads(run.out)
    assert (data["version"], data["tool"]["name"]) == (1, "facingpages")
    rows = {row["locale"]: row for row in data["locales"]}
    assert list(rows["lv"]) == ["locale", "pages", "translated", "current", "stale", "not_recorded", "findings"]
    assert (rows["lv"]["pages"], rows["lv"]["translated"], rows["lv"]["current"]) == (5, 4, 1)
    assert rows["lv"]["stale"] == {"structure": 1, "text": 1, "unknown": 0, "markup": 1}
    assert rows["sv"]["stale"] == {"structure": 0, "text": 1, "unknown": 0, "markup": 0}
    assert (rows["sv"]["translated"], rows["sv"]["current"]) == (1, 0)
    for row in rows.values():
        assert row["current"] + sum(row["stale"].values()) + row["not_recorded"] == row["translated"]


def test_a_table_for_people(write: Write, command: Command) -> None:
    root = write({"docs/en/a.md": SOURCE, "docs/en/b.md": SOURCE, "docs/lv/a.md": translated(SOURCE)})
    write({"facingpages.toml": CONFIG})
    head, row = command("status").out.splitlines()
    heads = ["locale", "pages", "translated", "current", "stale", "not recorded", "findings"]
    assert re.split(" {2,}", head) == heads
    assert row.split() == ["lv", "2", "1", "1", "0", "0", "1"]
    assert len(head) == len(row)
    commit(root, "one")
    write({"docs/en/a.md": SOURCE.replace("Select", "Now select")})
    head, row = command("status").out.splitlines()
    assert re.split(" {2,}", head) == [*heads[:5], "stale: text", *heads[5:]]
    assert row.split() == ["lv", "2", "1", "0", "1", "1", "0", "1"]


def test_nothing_is_claimed_of_pages_that_record_nothing(write: Write, command: Command) -> None:
    write({"docs/en/a.md": SOURCE, "docs/lv/a.md": SOURCE, "docs/en/b.md": SOURCE, "facingpages.toml": CONFIG})
    write({"docs/lv/b.md": translated("# Another source\n")})
    row = json.loads(command("status", "--format", "json").out)["locales"][0]
    assert (row["translated"], row["current"], row["not_recorded"]) == (2, 0, 1)
    assert row["stale"]["unknown"] == 1


def test_it_needs_a_site(command: Command) -> None:
    run = command("status")
    assert run.code == 2
    assert run.out == ""
