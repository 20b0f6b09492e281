"""Our own article, damaged in one way at a time: the check names that damage, at its line, in its locale: only that."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from facingpages.cli import main
from facingpages.reference import subjects

DOCS = Path(__file__).parents[2] / "docs"
LOCALES = ("lv", "bg", "sv", "sl", "ro")
ARTICLE = "communication-credits.md"
CONFIG = (
    'source = "en"\nlocales = ["lv", "bg", "sv", "sl", "ro"]\npages = ["docs/{locale}/{page}.md"]\ndialect = "mkdocs"\n'
)
SAVE = {
    "lv": "Saglabāt izmaiņas",
    "bg": "Запиши промените",
    "sv": "Spara ändringar",
    "sl": "Shrani spremembe",
    "ro": "Salvați modificările",
}

Found = list[tuple[str, str, str, int]]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for locale in ("en", *LOCALES):
        (tmp_path / "docs" / locale).mkdir(parents=True)
        shutil.copy(DOCS / locale / ARTICLE, tmp_path / "docs" / locale / ARTICLE)
    (tmp_path / "facingpages.toml").write_text(CONFIG)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(capsys: pytest.CaptureFixture[str]) -> Found:
    # Targets that are not in this small site are none of these tests' business.
    ignored = [option for rule in ("link-dead", "source") if rule in subjects() for option in ("--ignore", rule)]
    main(["check", "--format", "json", "--no-cache", *ignored])
    report = json.loads(capsys.readouterr().out)
    return [(f["rule"], f["locale"], f["path"], f["line"]) for f in report["findings"]]


def line_of(text: str, pattern: str) -> int:
    match = re.search(pattern, text, re.M)
    assert match, pattern
    return text[: match.start()].count("\n") + 1


@pytest.mark.usefixtures("site")
def test_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert check(capsys) == []


def without_step(text: str) -> tuple[str, int]:
    line = line_of(text, r"^3\. ")
    return re.sub(r"^3\. .*\n\n", "", text, count=1, flags=re.M), line


def swapped(text: str) -> tuple[str, int]:
    one, two = "add-funds-and-manage-communications-credits", "set-up-communications-credits-for-your-organization"
    line = line_of(text, re.escape(f"microsoftteams/{one}"))
    lines = text.split("\n")
    lines[line - 1] = lines[line - 1].replace(one, "\0").replace(two, one).replace("\0", two)
    return "\n".join(lines), line


def unbold(text: str) -> tuple[str, int]:
    label = next(label for label in SAVE.values() if f"**{label}**" in text)
    line = line_of(text, re.escape(f"**{label}**"))
    return text.replace(f"**{label}**", label, 1), line


def other_product(text: str) -> tuple[str, int]:
    return text.replace("842054", "842045", 1), line_of(text, "842054")


def other_id(text: str) -> tuple[str, int]:
    return text.replace("{#communication-credits}", "{#kredit}", 1), line_of(
        text, re.escape("{#communication-credits}")
    )


def nested(text: str) -> tuple[str, int]:
    line = line_of(text, r"^5\. ")
    return re.sub(r"^5\. ", "    1. ", text, count=1, flags=re.M), line


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(
    ("damage", "rule"),
    [
        (without_step, "step-missing"),
        (swapped, "link-swapped"),
        (unbold, "label-missing"),
        (other_product, "link-target"),
        (other_id, "anchor-changed"),
        (nested, "list-nesting"),
    ],
)
def test_damage(
    site: Path, capsys: pytest.CaptureFixture[str], locale: str, damage: Callable[[str], tuple[str, int]], rule: str
) -> None:
    page = site / "docs" / locale / ARTICLE
    text, line = damage(page.read_text("utf-8"))
    page.write_text(text, "utf-8")
    assert check(capsys) == [(rule, locale, f"docs/{locale}/{ARTICLE}", line)]


def test_article_removed(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "docs" / "sl" / ARTICLE).unlink()
    assert check(capsys) == [("page-missing", "sl", f"docs/sl/{ARTICLE}", 1)]
