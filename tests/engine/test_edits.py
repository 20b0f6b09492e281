"""Whatever is edited, what runs remember says what a run that remembers nothing says: of the site, and of one page."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from tests.conftest import Command, Write

from facingpages.commands.survey import configuration, found_site
from facingpages.document import Document
from facingpages.engine import check
from facingpages.read import read_page
from facingpages.refine import Wanted, refine
from facingpages.report import FORMATS
from facingpages.report.style import Style

CONFIG = 'locales = ["lv", "sv"]\npages = ["docs/{locale}/{page}.md"]\ndialect = "mkdocs"\n'
TEXT = "# {name} {{#{name}}}\n\n{word} **{label}** `5`, [x]({other}.md#{other}).\n\n1. Viens\n2. Divi\n\n![p](p.png)\n"
LABELS = {"en": ("Select", "Save"), "lv": ("Izvēlieties", "Saglabāt"), "sv": ("Välj", "Spara")}
ADDED = ("**Save**", "`6`", "[y](b.md#b)", "[z](../lv/a.md#c)", "## C {#c}", "1. Trīs", "![q](q.png)", "{#d}", "42 GB")
GENERATOR = ("site_name: x\n", "site_name: x\nexclude_docs: en/b.md\n", "site_name: x\nplugins: [search]\n")
EXTRA = ("", '[severity]\nlabel = "off"\n', 'source_only = ["b.md"]\n', '[severity]\nlink = "error"\n')


def edit(root: Path, random: Random) -> None:
    pages = sorted(root.rglob("*.md"))
    page = random.choice(pages)
    kind = random.choice(("text", "text", "text", "gone", "name", "new", "generator", "configuration", "picture"))
    if kind == "text":
        lines = page.read_text("utf-8").split("\n")
        lines[random.randrange(len(lines))] = random.choice(("", *ADDED))
        lines.insert(random.randrange(len(lines)), random.choice(ADDED))
        page.write_text("\n".join(lines), "utf-8")
    elif kind == "gone" and len(pages) > 12:
        page.unlink()
    elif kind == "name":
        page.rename(page.with_stem(f"n{random.randrange(4)}"))
    elif kind == "new":
        page.with_stem(f"n{random.randrange(4)}").write_bytes(page.read_bytes())
    elif kind == "generator":
        (root / "mkdocs.yml").write_text(random.choice(GENERATOR), "utf-8")
    elif kind == "configuration":
        (root / "facingpages.toml").write_text(CONFIG + random.choice(EXTRA), "utf-8")
    else:
        picture = root / "docs" / random.choice(("en", "lv")) / "p.png"
        picture.unlink() if picture.exists() else picture.write_bytes(b"")


@pytest.mark.parametrize("seed", range(2))
def test_any_edit(seed: int, write: Write, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    random = Random(seed)
    pages = {
        f"docs/{locale}/{name}.md": TEXT.format(name=name, word=word, label=label, other=random.choice("abcde"))
        for locale, (word, label) in LABELS.items()
        for name in "abcde"
    }
    root = write({"facingpages.toml": CONFIG, **pages})
    monkeypatch.chdir(root)
    command("check", cwd=root)
    told = 0
    for _ in range(9):
        edit(root, random)
        config = configuration(None)
        site = found_site(config)
        whole = check(site, config)
        asked = random.choice([page for page in site.pages if page.locale != "en"]).path
        locale = site.by_path[asked].locale
        of_locale, both = Wanted(locales=(locale,)), Wanted(paths=(asked,), locales=(locale,))
        for some in (
            Wanted(paths=(asked,)),
            Wanted(paths=(asked,)),
            of_locale,
            both,
            Wanted(),
        ):  # new, known
            expected = refine(whole, site, some._replace(severity=config.severity))
            words = (*some.paths, *(word for one in some.locales for word in ("--locale", one)))
            assert command("check", "--format", "json", *words).out == FORMATS["json"](expected, Style())
            told += len(expected.findings)
        assert command("check", "--format", "json").out == FORMATS["json"](expected, Style())
    assert told > 20


def test_what_other_processes_ask_of_the_tree_is_heard(
    write: Write, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A picture that all is well with is looked for where the links are followed; when it goes, that is told."""
    monkeypatch.setattr("facingpages.links.source.BATCH", 3)
    pages = {
        f"docs/{locale}/{at}.md": f"# T\n\n![p](../../img/{at}.png)\n" for locale in ("en", "lv") for at in range(9)
    }
    root = write(
        {"facingpages.toml": CONFIG.replace(', "sv"', ""), **pages, **{f"img/{at}.png": "" for at in range(9)}}
    )
    for picture in (None, "img/3.png", None, "img/7.png"):
        if picture is not None:
            (root / picture).unlink()
        told = command("check", "--jobs", "2", "--format", "json")
        assert told == command("check", "--jobs", "2", "--format", "json")
        assert told == command("check", "--no-cache", "--jobs", "1", "--format", "json")
    assert {one["path"] for one in told.report["findings"]} == {"docs/en/3.md", "docs/en/7.md"}


def test_a_locale_that_is_not_asked_about_is_not_read(
    write: Write, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = {f"docs/{locale}/a.md": TEXT.format(name="a", word="x", label="y", other="a") for locale in LABELS}
    write({"facingpages.toml": CONFIG, **pages})
    read = set[str]()

    def parsed(raw: bytes, dialect: str, path: str) -> Document:
        read.add(path)
        return read_page(raw, dialect, path=path)

    monkeypatch.setattr("facingpages.engine.page.read_page", parsed)
    for words, expected in (("lv", {"en", "lv"}), ("sv", {"en", "sv"}), ("en", {*LABELS}), ("lv,sv", {*LABELS})):
        read.clear()
        command("check", "--no-cache", "--jobs", "1", "--locale", words)
        assert {path.split("/")[1] for path in read} == expected
