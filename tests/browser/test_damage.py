"""What readers and localizers see of our own site when translations are damaged, stale or missing."""

import contextlib
import shutil
import subprocess
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser
from tests.browser.axe import in_both_schemes
from tests.browser.conftest import ROOT, run, served
from tests.browser.visit import Visit, path_of, unfold

from facingpages.cli import main

STEP = "3. Ievadiet papildināšanas summu. Šī ir summa, ko vēlaties pievienot katrā papildināšanas reizē.\n\n"
CALCULATOR, STATUS = "recharge-calculator.md", "localizers/status.md"
GIT = ("git", "-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false")
CHANGED = "Originalet har ändrats här, men inte översättningen än"


@pytest.fixture(scope="module")
def damaged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Our site with a step lost in Latvian, English that has changed, and a page missing in Bulgarian: its address.

    In Swedish an update has left what changed to people.
    """
    folder = tmp_path_factory.mktemp("damaged")
    for name in ("docs", "theme"):
        shutil.copytree(ROOT / name, folder / name)
    for name in ("mkdocs.yml", "pyproject.toml"):
        shutil.copyfile(ROOT / name, folder / name)
    (folder / "tools").symlink_to(ROOT / "tools")
    for arguments in (["init", "-q"], ["add", "docs"], ["commit", "-q", "-m", "x"]):
        subprocess.run([*GIT, *arguments], cwd=folder, check=True)
    for path, old, new in (
        ("lv/communication-credits.md", STEP, ""),
        (
            "en/communication-credits.md",
            "update your payment options at any time",
            "update your payment options monthly",
        ),
    ):
        page = folder / "docs" / path
        text = page.read_text("utf-8")
        assert old in text
        page.write_text(text.replace(old, new), "utf-8")
    with contextlib.chdir(folder):
        assert main(["update", "--write", "docs/sv"]) == 1
    (folder / "docs/bg" / CALCULATOR).unlink()
    for page in (folder / "docs/en/localizers").rglob("*.md"):
        if page.name not in ("check.md", "status.md", "plugin.md"):
            page.unlink()  # so many pages that nobody looks at here
    settings = (folder / "mkdocs.yml").read_text("utf-8")
    for name, address in (
        ("EDIT_URL", "/edit/{path}"),
        ("REPORT_URL", "mailto:us@x.example?subject={title}&body={body}"),
    ):
        assert f'[{name}, ""]' in settings
        settings = settings.replace(f'[{name}, ""]', f'[{name}, "{address}"]')
    (folder / "mkdocs.yml").write_text(settings, "utf-8")
    run("mkdocs", "build", "--no-strict", "-f", str(folder / "mkdocs.yml"), "--site-dir", str(folder / "site"))
    with served(folder / "site") as address:
        yield address


def test_the_card_says_that_something_is_wrong_and_what_lacks_is_shown(browser: Browser, damaged: str) -> None:
    with Visit(browser, f"{damaged}{path_of('lv')}?facing=on", width=320) as visit:
        card = visit.page.locator(".facing-card")
        summary = card.locator("summary").inner_text()
        assert "Atsevišķas vietas var atšķirties no oriģināla" in summary
        assert "kļūda" not in card.inner_text(), "how many errors there are is for localizers"
        assert "Atbilst pašreizējam oriģinālam" not in summary
        unfold(card.locator("summary"))
        lost = visit.page.locator(".facing-source", has_text="Enter the recharge amount.").first
        assert lost.is_visible()
        assert "Tulkojumā nav:" in lost.inner_text()
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= 320
        assert in_both_schemes(visit.page) == []


def test_what_an_update_left_is_told_calmly_and_beside_its_source_in_full(browser: Browser, damaged: str) -> None:
    with Visit(browser, damaged + path_of("sv")) as visit:
        card, note = visit.page.locator(".facing-card"), visit.page.locator(".facing-behind")
        assert "1 del motsvarar en tidigare version av originalet" in card.locator("summary").inner_text()
        assert not note.is_visible()
        visit.page.locator(".facing-button").click()
        assert note.inner_text().startswith(CHANGED)
        assert note.locator("ins").all_inner_texts() == ["monthly"]
        before = visit.page.locator(".facing-source", has=note).locator("> p").last
        for width in (1280, 320):  # below its sentences, where these stand in rows of their own, too
            visit.page.set_viewport_size({"width": width, "height": 800})
            source, told = before.locator("span").last.bounding_box(), note.bounding_box()
            assert source is not None
            assert told is not None
            assert told["y"] >= source["y"] + source["height"]
            assert visit.page.evaluate("document.documentElement.scrollWidth") <= width
        assert in_both_schemes(visit.page) == []
    with Visit(browser, damaged + path_of("en", STATUS)) as visit:
        visit.page.locator("tr", has_text="sv").locator("a", has_text="left: 1 block").click()
        listed = visit.page.locator("#sv-communication-credits-left + ol > li")
        assert "monthly" in listed.locator("ins").all_inner_texts()
        assert listed.locator("dd[lang=sv]").count() == 1


def test_the_status_page_leads_to_each_finding(browser: Browser, damaged: str) -> None:
    with Visit(browser, damaged + path_of("en", STATUS)) as visit:
        rows = {row.locator("code").inner_text(): row for row in visit.page.locator("tbody tr").all()}
        assert "1 error" in rows["lv"].inner_text()
        assert "not translated" in rows["bg"].inner_text()
        assert "stale" in rows["sv"].inner_text()
        rows["lv"].locator("a", has_text="1 error").click()
        finding = visit.page.locator("#lv-communication-credits + ol > li")
        assert "step-missing" in finding.inner_text()
        assert "docs/lv/communication-credits.md:" in finding.inner_text()
        assert finding.locator("code[lang=lv]").count() == 1
        assert in_both_schemes(visit.page) == []
        visit.page.set_viewport_size({"width": 320, "height": 800})
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_page_not_translated_yet_says_so_and_the_menu_marks_it(browser: Browser, damaged: str) -> None:
    with Visit(browser, damaged + path_of("bg", CALCULATOR)) as visit:
        notice = visit.page.locator(".facing-notice")
        assert notice.inner_text() == "Тази страница още не е преведена. По-долу е оригиналът (английски)."
        assert visit.page.locator("meta[name=robots]").get_attribute("content") == "noindex"
        assert str(visit.page.locator("link[rel=canonical]").get_attribute("href")).endswith(path_of("en", CALCULATOR))
        unfold(visit.page.locator(".site-languages summary"))
        assert visit.page.locator(".site-languages a[lang=bg]").inner_text() == "Български (английски)"
        assert visit.page.locator(".site-languages a[lang=sl]").inner_text() == "Slovenščina"
        assert in_both_schemes(visit.page) == []


def test_a_bad_translation_can_be_reported_from_its_page_where_an_address_is_set(
    browser: Browser, damaged: str
) -> None:
    with Visit(browser, damaged + path_of("lv")) as visit:
        report = urlsplit(str(visit.page.locator("[data-report]").get_attribute("href")))
        assert (report.scheme, report.path) == ("mailto", "us@x.example")
        told = {name: value[0] for name, value in parse_qs(report.query).items()}
        assert told["subject"] == "Tulkojums: Komunikācijas kredīti (lv)"
        assert "https://facingpages.example/lv/communication-credits/" in told["body"]
        assert visit.page.locator("a[rel=edit]").get_attribute("href") == "/edit/lv/communication-credits.md"
        visit.page.goto(damaged + path_of("lv", "localizers/check.md"))
        assert visit.page.locator("[data-report]").count() == 0, "nothing is translated there"
