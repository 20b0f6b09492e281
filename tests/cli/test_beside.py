"""Sites of two generators in one folder, which no configuration describes: all of both is told, in one report."""

from __future__ import annotations

import json
import subprocess

import pytest
from tests.conftest import Command, Write

NAMES = [f"post-{number}" for number in range(12)]
HUGO = {
    "config.toml": 'baseURL = "https://x.example/"\ndefaultContentLanguage = "en"\n[languages.en]\n[languages.lv]\n',
    "content/index.en.md": "# A\n\nSee [b](/b) and 5.\n",
    "content/index.lv.md": "# A\n\nSk. [b](/b) un 6.\n",
    **{f"content/{name}.{end}.md": "# B\n\nSee 3.\n" for name in NAMES[:9] for end in ("en", "lv")},
    **{f"content/b{number}.{end}.md": f"# B\n\nSee {number}.\n" for number in range(8) for end in ("en", "lv")},
}
ASTRO = {
    "site/astro.config.mjs": 'export default { site: "https://y.example" };\n',
    **{f"site/src/content/post/en/{name}.md": f"# P\n\nSee {at} of them.\n" for at, name in enumerate(NAMES, 20)},
    **{f"site/src/content/post/sv/{name}.md": f"# P\n\nSe {at} av dem.\n" for at, name in enumerate(NAMES, 20)},
    "site/src/content/post/sv/post-3.md": "# P\n\nSe 99 av dem.\n",
}
BOTH = {**HUGO, **ASTRO}
ME = ("-c", "user.name=a", "-c", "user.email=a@b.example")
FIRST, OTHER = "content/index.lv.md", "site/src/content/post/sv/post-3.md"


def told(command: Command, *words: str) -> list[str]:
    report = json.loads(command("check", "--format", "json", *words).out)
    return [one["path"] for one in report["findings"] if one["severity"] != "info"]


def test_both_are_told_and_said(write: Write, command: Command) -> None:
    write(BOTH)
    run = command("check", "--format", "json")
    assert "found Hugo, the language in the file name" in run.err
    assert "found Astro, a folder for each language (site/astro.config.mjs)" in run.err
    assert "not covered" not in run.err
    assert {one["path"] for one in run.report["findings"]} == {FIRST, OTHER}
    rows = {row["locale"]: (row["pages"], row["translated"]) for row in run.report["locales"]}
    assert rows == {"lv": (18, 18), "sv": (12, 12)}, "a language of one site is not missing from the other"
    assert command("check", "--format", "json").out == run.out, "remembered"
    assert command("check", "--format", "json", "--no-cache", "--jobs", "2").out == run.out


def test_what_is_asked_of_either(write: Write, command: Command) -> None:
    write(BOTH)
    assert told(command, FIRST) == [FIRST]
    assert told(command, OTHER) == [OTHER]
    assert told(command, "site") == [OTHER]
    assert told(command, "--locale", "sv") == [OTHER]
    assert told(command, "--select", "link") == []


def test_a_baseline_covers_both(write: Write, command: Command) -> None:
    write(BOTH)
    assert command("baseline").code == 0
    assert told(command, "--baseline", "facingpages-baseline.json") == []


def test_what_is_new_since_a_revision_is_told_of_both(write: Write, command: Command) -> None:
    root = write(BOTH)
    for words in (("init", "-q"), ("add", "."), (*ME, "commit", "-qm", "one")):
        subprocess.run(["git", *words], cwd=root, check=True)
    assert told(command, "--since", "HEAD") == []
    write({"content/b1.lv.md": "# B\n\nSee 4.\n", "site/src/content/post/sv/post-4.md": "# P\n\nSe 7 av dem.\n"})
    assert told(command, "--since", "HEAD") == ["content/b1.lv.md", "site/src/content/post/sv/post-4.md"]
    assert len(told(command, "--trust", "HEAD")) == 4


def test_fixes_are_made_in_both(write: Write, command: Command) -> None:
    root = write({**BOTH, FIRST: "# A\n\nSk. [b](/b ) un 5.\n", "content/b1.lv.md": "#B\n\nSee 1.\n",
                  OTHER: "#P\n\nSe 23 av dem.\n"})  # fmt: skip
    shown = command("check", "--diff", "--unsafe-fixes")
    assert "+++ b/content/b1.lv.md" in shown.out
    assert f"+++ b/{OTHER}" in shown.out
    command("check", "--fix", "--unsafe-fixes")
    assert (root / OTHER).read_text("utf-8").startswith("# P")
    assert (root / "content/b1.lv.md").read_text("utf-8").startswith("# B")


def test_links_and_status_look_at_both(write: Write, command: Command) -> None:
    write({**BOTH, OTHER: "# P\n\nSe [23](nowhere.md) av dem.\n"})
    assert any(OTHER in line for line in command("links").out.splitlines())
    rows = {
        row["locale"]: row["translated"] for row in json.loads(command("status", "--format", "json").out)["locales"]
    }
    assert rows == {"lv": 18, "sv": 12}


@pytest.mark.parametrize("folder", ["examples/blog", "site/v1.2", "old", "my-template"])
def test_what_is_there_to_be_copied_is_named(folder: str, write: Write, command: Command) -> None:
    moved = {path.replace("site/", f"{folder}/"): text for path, text in ASTRO.items()}
    write({**HUGO, **moved})
    run = command("check", "--format", "json")
    assert {one["path"] for one in run.report["findings"]} == {FIRST}
    assert f"not covered: {folder}/src/content/post/{{locale}}/{{page}}.md, 12 translated pages in 1 locale" in run.err


def test_a_few_pages_at_the_top_are_named(write: Write, command: Command) -> None:
    write({**HUGO, **{f"README{mark}.md": "# R\n\nSee 7.\n" for mark in ("", ".de", ".sv", ".pl")}})
    assert "not covered: {page}.{locale}.md, 3 translated pages in 3 locales" in command("check").err


def test_a_configuration_is_of_one_site(write: Write, command: Command) -> None:
    write({**BOTH, "facingpages.toml": 'pages = ["content/{page}.{locale}.md"]\ndialect = "hugo"\n'})
    run = command("check", "--format", "json")
    assert {one["path"] for one in run.report["findings"]} == {FIRST}
    assert run.err == ""
