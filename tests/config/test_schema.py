"""The JSON Schema of the configuration: made of the declarations that a configuration is checked against."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import Command

from facingpages.config import SetupError, load, schema
from facingpages.reference import subjects

fastjsonschema = pytest.importorskip("fastjsonschema")

ROOT = Path(__file__).parents[2]
check = fastjsonschema.compile(schema(subjects()))
GOOD = [
    '[rule.link-target]\nlocale_paths = ["/{locale}/", "/{locale}-*/"]',
    '[severity]\n"number" = "off"\n"link-text" = "error"',
    'pages = ["docs/{locale}/{page}.md"]\nlocales = ["lv"]\nembedded_source = true\ndialect = "learn"',
    '[rule.external]\nstatus = [403]\ntimeout = 5\n[rule.external.hosts."a.example"]\nskip = true',
]
BAD = [
    "sorce = 'en'",
    "source = 1",
    'dialect = "asciidoc"',
    'pages = ["docs/lv.md"]',
    '[severity]\n"numbr" = "off"',
    '[severity]\n"number" = "loud"',
    "[rule.step]\nx = 1",
    "[rule.link-target]\nx = 1",
    '[rule.link-target]\nlocale_paths = ["x"]',
    "[rule.external]\ntimeot = 5",
    '[rule.external]\ntimeout = "5"',
]


def accepts(table: dict[str, Any]) -> bool:
    try:
        check(table)
    except fastjsonschema.JsonSchemaValueException:
        return False
    return True


def test_it_is_a_schema_and_takes_our_own_configuration(command: Command) -> None:
    told = json.loads(command("schema").out)
    assert told == json.loads(json.dumps(schema(subjects())))
    assert accepts(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["facingpages"])


@pytest.mark.parametrize("text", GOOD)
def test_what_the_command_takes_the_schema_takes(text: str, tmp_path: Path) -> None:
    (tmp_path / "facingpages.toml").write_text(text, "utf-8")
    load(tmp_path, tmp_path / "facingpages.toml", subjects())
    assert accepts(tomllib.loads(text))


@pytest.mark.parametrize("text", BAD)
def test_what_the_command_refuses_the_schema_refuses(text: str, tmp_path: Path) -> None:
    (tmp_path / "facingpages.toml").write_text(text, "utf-8")
    with pytest.raises(SetupError):
        load(tmp_path, tmp_path / "facingpages.toml", subjects())
    assert not accepts(tomllib.loads(text))
