"""What a build makes is no mistake of a page: ids of components, pages that only translations have."""

from __future__ import annotations

import json
from pathlib import Path

from facingpages.cli import main


def told(root: Path, files: dict[str, str], rules: str) -> list[tuple[str, str, str]]:
    """Rule, path and severity of what is found by some rules."""
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    (root / "facingpages.toml").write_text('source = "en"\nlocales = ["sv"]\npages = ["docs/{locale}/{page}.md"]\n')
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
