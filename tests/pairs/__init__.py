"""Small pairs of pages in many languages and dialects, with what must be found in them or left alone.

`pairs.json` holds them: `expect` is `find` (a warning or an error at `line` or beside it), `silent` (nothing but hints)
or `one` (told once). `told.json` is what is told of each in full, which no change alters unseen:
`python -m tests.pairs` writes it anew, and its difference is read before it is committed.
"""

from __future__ import annotations

import json
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal, NotRequired, TypedDict

from facingpages.cli import main

HERE = Path(__file__).parent
TOLD = HERE / "told.json"


class Case(TypedDict):
    """A pair: its texts, how they are laid out, and what is expected of the check."""

    id: str
    dialect: str
    locale: str
    source: str
    target: str
    expect: Literal["find", "silent", "one"]
    line: NotRequired[int]
    why: NotRequired[str]
    config: NotRequired[dict[str, Any]]
    files: NotRequired[dict[str, str]]


PAIRS: dict[str, Case] = {one["id"]: one for one in json.loads((HERE / "pairs.json").read_text("utf-8"))}


def findings(case: Case) -> list[dict[str, Any]]:
    """The findings of the command on the case's translation, in a site of these pages alone."""
    with TemporaryDirectory() as folder:
        pages = _pages(case)
        _write(Path(folder), case, pages)
        report = Path(folder, "report.json")
        with chdir(folder):
            main(["check", "--format", "json", "--jobs", "1", "--no-cache", "--output", str(report)])
        found: list[dict[str, Any]] = json.loads(report.read_text("utf-8"))["findings"]
    return [one for one in found if one["path"] in pages and one["locale"] == case["locale"]]


def told(found: list[dict[str, Any]]) -> list[str]:
    """Each finding in a line: its place, those it is related to, how grave it is, its rule and its words."""
    return [
        f"{_place(one)} < {', '.join(_place(other) for other in one['related']) or '-'} "
        f"{one['severity']} {one['rule']}: {one['message']}"
        for one in found
    ]


def _pages(case: Case) -> dict[str, str]:
    locale = case["locale"]
    if "source_pages" in case.get("config", {}):
        return {"docs/p.md": case["source"], f"docs/p.{locale}.md": case["target"]}
    return {"docs/en/p.md": case["source"], f"docs/{locale}/p.md": case["target"]}


def _write(root: Path, case: Case, pages: dict[str, str]) -> None:
    settings = {
        "source": "en", "locales": [case["locale"]], "dialect": case["dialect"],
        **case.get("config", {"pages": ["docs/{locale}/{page}.md"]}),
    }  # fmt: skip
    text = "".join(f"{key} = {json.dumps(value)}\n" for key, value in settings.items())
    for name, content in {**pages, **case.get("files", {}), "facingpages.toml": text}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8", newline="")


def _place(place: dict[str, Any]) -> str:
    return f"{place['line']}:{place['column']}-{place['end_line']}:{place['end_column']}"
