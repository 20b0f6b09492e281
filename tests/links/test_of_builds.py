"""What a build makes is no mistake of a page: ids of components, pages that only translations have."""

from __future__ import annotations

import json
from pathlib import Path

from facingpages.cli import main


def told(
    root: Path, files: dict[str, str], rules: str, layout: str = 'pages = ["docs/{locale}/{page}.md"]'
) -> list[tuple[str, str, str]]:
    """Rule, path and severity of what is found by some rules."""
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    (root / "facingpages.toml").write_text(f'source = "en"\nlocales = ["sv"]\n{layout}\n')
    arguments = ["check", "--config", str(root / "facingpages.toml"), "--format", "json", "--jobs", "1", "--no-cache"]
    main([*arguments, "--output", str(root / "out.json")])
    found = json.loads((root / "out.json").read_text())["findings"]
    return [(x["rule"], x["path"], x["severity"]) for x in found if x["rule"] in rules.split()]


def test_an_id_that_a_component_may_make_is_not_missed(tmp_path: Path) -> None:
    text = '<code src="./demo/search.tsx">x</code>\n\n[x](#select-demo-search)\n'
    assert told(tmp_path, {"docs/en/a.md": text, "docs/sv/a.md": text}, "anchor-dead") == []


def test_an_id_is_missed_beside_a_script_that_only_runs(tmp_path: Path) -> None:
    text = '<script src="./search.js"></script>\n\n[x](#select-demo-search)\n'
    found = told(tmp_path, {"docs/en/a.md": text, "docs/sv/a.md": text}, "anchor-dead")
    assert found == [("anchor-dead", "docs/en/a.md", "error")]


def test_a_folder_that_only_translations_have_is_for_information(tmp_path: Path) -> None:
    files = {
        "docs/en/a.md": "[x](api/b.md)\n\n[y](guide/z.md)\n", "docs/en/guide/c.md": "c\n",
        "docs/sv/a.md": "[x](api/b.md)\n\n[y](guide/z.md)\n", "docs/sv/guide/c.md": "c\n",
        "docs/sv/guide/d.md": "d\n", "docs/sv/api/b.md": "b\n",
    }  # fmt: skip
    assert told(tmp_path, files, "link-dead page-orphan") == [
        ("link-dead", "docs/en/a.md", "info"), ("link-dead", "docs/en/a.md", "error"),
        ("page-orphan", "docs/sv/api/b.md", "info"), ("page-orphan", "docs/sv/guide/d.md", "warning"),
    ]  # fmt: skip


NAMED = 'pages = ["docs/{page}.{locale}.md"]\nsource_pages = ["docs/{page}.md"]'


def named(links: str) -> dict[str, str]:
    """A site with the language in the file name, of no known generator; the Swedish page holds some links."""
    return {
        "docs/a.md": "# A\n\n[b](b.md#more)\n", "docs/b.md": "# B\n\n## More\n",
        "docs/a.sv.md": f"# A\n\n{links}\n", "docs/b.sv.md": "# B\n\n## Mer\n",
    }  # fmt: skip


def test_links_by_the_source_s_names_are_for_information_where_a_locale_has_no_others(tmp_path: Path) -> None:
    found = told(tmp_path, named("[b](b.md) " * 10), "link-locale-better", NAMED)
    assert found == [("link-locale-better", "docs/a.sv.md", "info")] * 10


def test_so_they_are_where_another_program_reads_mkdocs_pages(tmp_path: Path) -> None:
    layout = f'{NAMED}\ndialect = "mkdocs"'
    (severity,) = {one[2] for one in told(tmp_path / "no", named("[b](b.md) " * 10), "link-locale-better", layout)}
    assert severity == "info"
    files = {**named("[b](b.md) " * 10), "mkdocs.yml": "site_name: x\n"}
    assert (
        told(tmp_path / "yes", files, "link-locale-better", layout) == []
    )  # MkDocs is asked, and knows of no languages


def test_they_are_slips_where_they_are_few_or_some_have_the_locale_s_name(tmp_path: Path) -> None:
    for number, links in enumerate(("[b](b.md) " * 9, "[b](b.md) " * 17 + "[b](b.sv.md) " * 2)):
        found = told(tmp_path / str(number), named(links), "link-locale-better", NAMED)
        assert "warning" in {severity for _, _, severity in found}  # of many alike the first


def test_an_anchor_that_the_locale_s_own_page_has_is_not_missed_beside(tmp_path: Path) -> None:
    rules = "link-locale-better anchor-dead anchor-translated"
    found = told(tmp_path / "one", named("[b](b.md#mer)"), rules, NAMED)
    assert found == [("link-locale-better", "docs/a.sv.md", "warning")]
    found = told(tmp_path / "two", named("[b](b.md#nej)"), rules, NAMED)
    assert {rule for rule, _, _ in found} == {"link-locale-better", "anchor-dead"}
