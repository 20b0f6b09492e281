"""The steps around MkDocs: recorded source versions, the search index, the reference of the rules."""

import json
from pathlib import Path

import pytest

from facingpages.recorded import digests
from facingpages.reference import ALL, SUBJECTS, page_of
from facingpages.rules import docs as of_rules
from facingpages.rules.fixes import FIXES
from publishing import rules
from publishing.__main__ import main

ROOT = Path(__file__).parents[2]


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    for locale, text in (
        ("en", "# Page\n"),
        ("lv", "---\ntitle: Lapa\n---\n# Lapa\n"),
        ("sv", "---\nsource_hash: 00\ntitle: Sida\n---\n# Sida\n\n---\n\nsource_hash: 00\n"),
    ):
        (folder / locale).mkdir(parents=True)
        (folder / locale / "page.md").write_text(text, "utf-8")
    return folder


def test_the_source_s_version_is_recorded_in_every_translation_and_nothing_else_changes(docs: Path) -> None:
    assert main(["record", "page", "--docs", str(docs)]) == 0
    digest = digests(b"# Page\n")[1]
    assert (docs / "lv/page.md").read_text("utf-8") == f"---\ntitle: Lapa\nsource_hash: {digest}\n---\n# Lapa\n"
    expected = f"---\nsource_hash: {digest}\ntitle: Sida\n---\n# Sida\n\n---\n\nsource_hash: 00\n"
    assert (docs / "sv/page.md").read_text("utf-8") == expected
    assert (docs / "en/page.md").read_text("utf-8") == "# Page\n"


def test_recording_twice_changes_nothing(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["record", "page.md", "--docs", str(docs)])
    before = {file: file.read_bytes() for file in docs.rglob("*") if file.is_file()}
    capsys.readouterr()
    assert main(["record", "page", "--docs", str(docs)]) == 0
    assert "already" in capsys.readouterr().out
    assert {file: file.read_bytes() for file in docs.rglob("*") if file.is_file()} == before


def test_what_cannot_be_recorded_is_said_and_nothing_is_written(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["record", "nowhere", "--docs", str(docs)]) == 2
    assert "nowhere.md does not exist" in capsys.readouterr().err
    (docs / "ro").mkdir()
    (docs / "ro/page.md").write_text("# No front matter\n", "utf-8")
    before = (docs / "lv/page.md").read_bytes()
    assert main(["record", "page", "--docs", str(docs)]) == 2
    assert "has no front matter" in capsys.readouterr().err
    assert (docs / "lv/page.md").read_bytes() == before


def test_a_folder_that_is_no_site_gets_no_index(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["index", str(tmp_path)]) == 2
    assert "holds no built site" in capsys.readouterr().err


def test_the_index_has_a_part_for_each_language_and_only_what_may_be_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for path, locale, body in (
        ("", "en", " data-pagefind-body"),
        ("lv", "lv", " data-pagefind-body"),
        ("lv/x", "lv", ""),
    ):
        (tmp_path / path).mkdir(parents=True, exist_ok=True)
        page = f'<html lang="{locale}"><title>T</title><body><main{body}><h1>T</h1><p>words</p></main></body></html>'
        (tmp_path / path / "index.html").write_text(page, "utf-8")
    assert main(["index", str(tmp_path)]) == 0
    assert capsys.readouterr().out.strip().endswith("en 1, lv 1")
    assert not list((tmp_path / "pagefind").glob("*-ui.*"))
    assert json.loads((tmp_path / "pagefind/words.lv.json").read_text("utf-8")) == ["words"]


def test_the_reference_has_every_rule_once_with_its_fix_and_all_its_examples() -> None:
    texts = [rules.place(f"<!-- facingpages: rules {subject} -->") for subject in SUBJECTS]
    for rule in ALL.values():
        (text,) = (text for text in texts if f"## {rule.id} {{#{rule.id}}}\n" in text)
        assert rules.typeset(rule.summary) in text
        assert all(rules.typeset(option.doc) in text for option in rule.options)
    whole = "".join(texts)
    assert whole.count("<figure ") == sum(len(doc.examples) for doc in of_rules.docs().values())
    assert whole.count("**Fix**") == len(FIXES)
    assert set(FIXES) <= set(ALL)
    assert "“see step 4”" in whole, "words have the quotation marks of a page"
    assert "<figcaption>Found at 3:4 (dialect mkdocs)</figcaption>" in whole


def test_code_keeps_its_quotation_marks() -> None:
    said = rules.typeset('It\'s "so": `"link-target" = \'off\'` and ``a `b` \'c\'``, "one" and "two".')
    assert said == "It’s “so”: `\"link-target\" = 'off'` and ``a `b` 'c'``, “one” and “two”."


def test_the_index_leads_to_every_rule_and_every_subject_has_a_page() -> None:
    text = rules.place("<!-- facingpages: rules -->")
    for rule in ALL:
        assert f"](rules/{page_of(rule)}.md#{rule}){{ #{rule} }}" in text
    folder = ROOT / "docs/en/localizers/rules"
    assert {file.stem for file in folder.iterdir()} == set(SUBJECTS)
    for subject in SUBJECTS:
        assert f"<!-- facingpages: rules {subject} -->" in (folder / f"{subject}.md").read_text("utf-8")
