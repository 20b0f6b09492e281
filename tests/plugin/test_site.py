"""What the plugin does for a site: warnings, notices, robots, sitemap, status; and that nothing breaks without it."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.plugin.conftest import Build

from facingpages.recorded import digests

QUIET = "  - facingpages: {warn: never}"
HOME = {
    "en/index.md": "# Home\n\nStart with the [guide](guide.md).\n",
    "lv/index.md": "# Sākums\n\nSāciet ar [ceļvedi](guide.md).\n",
}
GUIDE = {
    "en/guide.md": "# Guide\n\n1. Open **Billing**.\n2. Press **Save**.\n",
    "lv/guide.md": "# Ceļvedis\n\n1. Atveriet **Norēķini**.\n2. Nospiediet **Saglabāt**.\n",
}
DAMAGED = {**HOME, **GUIDE, "lv/guide.md": "# Ceļvedis\n\n1. Atveriet **Norēķini**.\n"}


def test_a_finding_is_a_warning_and_strict_fails_after_all_languages_are_built(build: Build) -> None:
    built = build(DAMAGED, "  - facingpages", "--strict")
    assert built.code == 1
    warnings = [line for line in built.log.splitlines() if line.startswith("WARNING")]
    assert re.search(r"facingpages: docs/lv/guide\.md:\d+:\d+: .*\[step-missing\]", "\n".join(warnings))
    assert (built.folder / "sv/guide/index.html").is_file()


def test_the_severity_that_warns_can_be_set(build: Build) -> None:
    pages = {**HOME, **GUIDE}  # sv is not translated at all: warnings, no errors
    assert build(pages, "  - facingpages: {warn: error}", "--strict").code == 0
    assert build(pages, "  - facingpages", "--strict").code == 1
    assert build(DAMAGED, QUIET, "--strict").code == 0
    assert build(DAMAGED, "  - facingpages: {check: false}", "--strict").code == 0


def test_the_same_site_builds_without_the_plugin_and_with_every_part_switched_off(build: Build) -> None:
    assert build({**HOME, **GUIDE}, "", "--strict").code == 0
    off = "  - facingpages: {check: false, facing: false, card: false, notice: false, sitemap: false, status: ''}"
    built = build({**HOME, **GUIDE}, off, "--strict")
    assert built.code == 0
    assert "facing-" not in built.page("lv/guide").replace('class="facing"', "")
    assert not (built.folder / "status.json").exists()


@pytest.mark.parametrize(
    ("plugin", "said"),
    [
        ("  - facingpages: {warn: sometimes}", "warn"),
        ("  - facingpages: {facing: 3}", "facing"),
        ("  - facingpages: {colour: red}", "colour"),
        ("  - facingpages: {config_file: nowhere.toml}", "nowhere.toml"),
    ],
)
def test_a_wrong_option_is_named(build: Build, plugin: str, said: str) -> None:
    built = build({**HOME, **GUIDE}, plugin, "--strict")
    assert built.code == 1
    assert said in built.log
    assert "Traceback" not in built.log


def test_a_site_without_the_plugin_for_languages_is_told_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: One\nplugins: [facingpages]\n", "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 1
    assert "needs the plugin i18n" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_page_without_translation_says_so_and_is_not_offered_to_search_engines(build: Build) -> None:
    built = build({**HOME, **GUIDE}, QUIET)
    page = built.page("sv/guide")
    assert "Den här sidan är inte översatt ännu. Här följer originalet (engelska)." in page
    assert '<div class="facing-original" lang="en" dir="ltr">' in page
    assert '<meta name="robots" content="noindex">' in page
    assert '<link rel="canonical" href="https://small.example/docs/guide/"' in page
    sitemap = (built.folder / "sitemap.xml").read_text("utf-8")
    assert "/sv/" not in sitemap
    family = re.search(r"<loc>https://small\.example/docs/lv/guide/</loc>(.*?)</url>", sitemap, re.S)
    assert family is not None
    assert re.findall(r'hreflang="([^"]+)" href="([^"]+)"', family.group(1)) == [
        ("en", "https://small.example/docs/guide/"),
        ("lv", "https://small.example/docs/lv/guide/"),
        ("x-default", "https://small.example/docs/guide/"),
    ]


@pytest.mark.parametrize("key", ["ROBOTS", "robots", "Robots"])
def test_robots_of_a_page_is_honoured_unless_the_site_overrides_it(build: Build, key: str) -> None:
    hidden = {path: f"---\n{key}: NOINDEX, NOFOLLOW\n---\n{text}" for path, text in GUIDE.items()}
    built = build({**HOME, **hidden}, QUIET)
    assert '<meta name="robots" content="noindex, nofollow">' in built.page("lv/guide")
    assert "guide" not in (built.folder / "sitemap.xml").read_text("utf-8")
    built = build({**HOME, **hidden}, "  - facingpages: {warn: never, robots: ignore}")
    assert 'name="robots"' not in built.page("lv/guide")
    assert "lv/guide/" in (built.folder / "sitemap.xml").read_text("utf-8")


def test_the_status_shows_rows_of_locales_columns_of_pages_and_findings_with_their_lines(build: Build) -> None:
    pages = {**DAMAGED, "en/status.md": "# Status\n\n<!-- facingpages: status -->\n"}
    built = build(pages, "  - facingpages: {warn: never, counts: true, lines: 'https://code.example/{path}#L{line}'}")
    table = built.page("status")
    rows = re.findall(r'<tr><th scope="row">.*?</tr>', table)
    assert [len(re.findall("<td", row)) for row in rows] == [3, 3]
    assert "not translated" in rows[1]
    assert "1 error" in rows[0]
    assert 'href="#lv-guide"' in rows[0]
    finding = table[table.index('<h2 id="lv-guide">') :]
    assert "step-missing" in finding
    line = re.search(r'href="https://code\.example/docs/lv/guide\.md#L(\d+)"', finding)
    assert line is not None
    assert f"docs/lv/guide.md:{line.group(1)}:" in finding
    assert 'href="https://code.example/docs/en/guide.md#L4"' in finding
    data = json.loads((built.folder / "status.json").read_text("utf-8"))
    states = {(entry["locale"], entry["page"]): entry for entry in data["pages"]}
    assert states["sv", "guide"]["state"] == "untranslated"
    assert [found["rule"] for found in states["lv", "guide"]["findings"]] == ["step-missing"]
    assert states["lv", "guide"]["findings"][0]["line"] == int(line.group(1))
    assert "1 kļūda" in built.page("lv/guide")


def test_the_card_says_whether_the_source_has_changed_and_where(tmp_path: Path, build: Build) -> None:
    if shutil.which("git") is None:
        pytest.skip("needs git")
    old = "# Guide\n\n## Buying {#buying}\n\nBuy one.\n\n## Paying {#paying}\n\nPay now.\n"
    digest = digests(old.encode())[1]
    text = "# Ceļvedis\n\n## Pirkšana {#buying}\n\nPērciet.\n\n## Maksāšana {#paying}\n\nMaksājiet.\n"
    target = f"---\nsource_hash: {digest}\n---\n{text}"
    pages = {**HOME, "en/guide.md": old, "lv/guide.md": target}
    assert "Atbilst pašreizējam oriģinālam" in build(pages, QUIET).page("lv/guide")
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false"]
    for arguments in (["init", "-q"], ["add", "docs"], ["commit", "-q", "-m", "first"]):
        subprocess.run([*git, *arguments], cwd=tmp_path, check=True, capture_output=True)
    with_status = "  - facingpages: {warn: never, status: status.json}"
    changed = build({"en/guide.md": old.replace("Pay now.", "Pay at the end of the month.")}, with_status)
    page = changed.page("lv/guide")
    assert "Oriģināls kopš tā laika ir mainījies" in page
    assert '<span lang="en" dir="ltr">Paying</span>' in page
    states = json.loads((changed.folder / "status.json").read_text("utf-8"))["pages"]
    assert [entry["state"] for entry in states if (entry["locale"], entry["page"]) == ("lv", "guide")] == ["text"]


def test_a_card_claims_nothing_that_is_not_recorded(build: Build) -> None:
    page = build({**HOME, **GUIDE}, QUIET).article("lv/guide")
    assert "Atbilst pašreizējam oriģinālam" not in page
    assert "facing-card" not in page
    counted = build({**HOME, **GUIDE}, "  - facingpages: {warn: never, counts: true}").article("lv/guide")
    assert "Pārbaudē nekas nav atrasts" in counted
    assert "Tulkotā versija nav norādīta" in counted
    assert "tulkojums</span>" not in counted
    assert "Nodots tulkošanai" not in counted


def test_a_card_says_calmly_that_something_differs_and_only_where_there_is_a_card(build: Build) -> None:
    doubt, front = "Atsevišķas vietas var atšķirties no oriģināla", "---\nms.translationtype: HT\n---\n"
    assert "facing-card" not in build(DAMAGED, QUIET).article("lv/guide")
    damaged = build({**DAMAGED, "lv/guide.md": front + DAMAGED["lv/guide.md"]}, QUIET).article("lv/guide")
    assert f"<span>{doubt}</span></summary>" in damaged
    assert "kļūda" not in damaged
    whole = build({**HOME, **GUIDE, "lv/guide.md": front + GUIDE["lv/guide.md"]}, QUIET).article("lv/guide")
    assert "Cilvēka tulkojums" in whole
    assert doubt not in whole


def test_an_unreadable_date_and_hostile_values_do_no_harm(build: Build) -> None:
    front = "---\nms.translationtype: '<b>HT'\nms.lasthandoff: 13/45/2020\nsource_hash: '<script>'\n---\n"
    page = build({**HOME, **GUIDE, "lv/guide.md": front + GUIDE["lv/guide.md"]}, QUIET)
    assert page.code == 0
    assert "<b>HT" not in page.article("lv/guide")
    assert "Nodots" not in page.article("lv/guide")


def test_a_translation_that_lost_its_source_is_built_as_it_is(build: Build) -> None:
    built = build({**HOME, **GUIDE, "lv/lost.md": "# Pazudis\n\nTeksts.\n"}, QUIET)
    assert built.code == 0, built.log
    assert "Teksts." in built.page("lv/lost")
    assert "facing-source" not in built.page("lv/lost")


def test_missing_addresses_have_a_page_in_each_language(build: Build) -> None:
    built = build({**HOME, **GUIDE}, QUIET, theme="name: material, font: false")
    for locale in ("", "lv/", "sv/"):
        page = (built.folder / f"{locale}404.html").read_text("utf-8")
        assert f'<html lang="{locale.rstrip("/") or "en"}"' in page
        assert '<meta name="robots" content="noindex">' in page


def test_pages_told_apart_by_suffix_work_as_well(build: Build) -> None:
    pages = {
        path.replace("en/", "", 1) if path.startswith("en/") else f"{path[3:-3]}.lv.md": text
        for path, text in {**HOME, **GUIDE}.items()
    }
    built = build(pages, QUIET, structure="suffix")
    assert built.code == 0, built.log
    article = built.article("lv/guide")
    assert "facing-source" in article
    assert "Press <strong>Save</strong>" in article


def test_two_builds_give_the_same_bytes_and_properdocs_the_same_tree(build: Build) -> None:
    def tree(program: str) -> dict[str, bytes]:
        built = build({**HOME, **GUIDE}, QUIET, theme="name: material, font: false", program=program)
        assert built.code == 0, built.log
        files = [file for file in built.folder.rglob("*") if file.is_file()]
        found = {file.relative_to(built.folder).as_posix(): file.read_bytes() for file in files}
        shutil.rmtree(built.folder)
        generator = re.compile(rb'<meta name="generator"[^>]*>')  # names the program, as it should
        return {path: generator.sub(b"", content) for path, content in found.items()}

    first = tree("mkdocs")
    assert tree("mkdocs") == first
    assert tree("properdocs") == first
