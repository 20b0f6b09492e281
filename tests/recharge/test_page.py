"""The calculator in a real browser, in six languages: with scripts and without, by keyboard, on a phone, in print."""

import functools
import http.server
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.recharge.conftest import ROOT, Quiet

from recharge.catalog import catalog
from recharge.language import LOCALES
from recharge.render import render

pytestmark = pytest.mark.browser

PARTS = ["answer", "warnings", "chart", "advice", "mails", "ledger"]
PAGE = """<!doctype html><html lang="{locale}"><head><meta charset="utf-8"><title>{locale}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/recharge/recharge.css">
<script type="module" src="/assets/recharge/recharge-calculator.js"></script>
<style>:root {{ color-scheme: light dark; background: Canvas; color: CanvasText }} body {{ margin: 1rem }}
@media (prefers-color-scheme: dark) {{ :root {{ --md-typeset-color: #e6e3dc; --md-default-bg-color: #181c20;
--md-default-fg-color--light: #b3b1ab; --md-default-fg-color--lightest: #2e3439; --md-typeset-a-color: #9fd0e6;
--md-accent-fg-color: #f0a57f; background: #181c20; color: #e6e3dc }} a {{ color: #9fd0e6 }} }}</style>
</head><body><main><h1>x</h1><h2>y</h2>{calculator}</main></body></html>"""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a small site: an article with the small form, and the calculator's page, in each language."""
    folder = tmp_path_factory.mktemp("site")
    for locale in LOCALES:
        for name, calculator in (("article", render(locale, variant="small")), ("recharge-calculator", render(locale))):
            page = folder / locale / name / "index.html"
            page.parent.mkdir(parents=True)
            page.write_text(PAGE.format(locale=locale, calculator=calculator), encoding="utf-8")
    (folder / "assets").symlink_to(ROOT / "docs" / "assets")
    handler = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.fixture
def open_page(chromium: Any, site: str) -> Iterator[Callable[..., Any]]:
    """Opens a page of the site; fails the test if the page reports an error or asks another host for anything."""
    contexts: list[Any] = []
    faults: list[str] = []

    def open_(locale: str, name: str = "recharge-calculator", fragment: str = "", **options: Any) -> Any:
        context = chromium.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(5000)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda message: message.type == "error" and faults.append(message.text))
        page.on("request", lambda request: request.url.startswith((site, "data:")) or faults.append(request.url))
        page.goto(f"{site}/{locale}/{name}/{fragment}")
        if options.get("java_script_enabled", True):
            page.wait_for_function("!document.querySelector('fieldset').disabled")
        return page

    yield open_
    for context in contexts:
        context.close()
    assert faults == []


def part(page: Any, name: str) -> str:
    return str(page.inner_html(f'[data-part="{name}"]'))


def answer(page: Any) -> str:
    return str(page.inner_text("output"))


def type_in(page: Any, **fields: str) -> None:
    """Type into fields as a reader does, leaving each one."""
    for name, text in fields.items():
        page.fill(f'[name="{name}"]', text)
        page.locator(f'[name="{name}"]').blur()


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize("locale", LOCALES)
def test_the_upgrade_writes_what_the_server_wrote(open_page: Any, locale: str) -> None:
    still = open_page(locale, java_script_enabled=False)
    live = open_page(locale)
    assert {name: part(live, name) for name in PARTS} == {name: part(still, name) for name in PARTS}
    live.click('[data-preset="idle"]')
    live.wait_for_function("document.querySelectorAll('.recharge-table tbody tr').length < 15")
    assert part(live, "answer") != part(still, "answer")
    live.click('[data-preset="example"]')
    live.wait_for_function("document.querySelectorAll('.recharge-table tbody tr').length === 17")
    assert {name: part(live, name) for name in PARTS} == {name: part(still, name) for name in PARTS}


@pytest.mark.parametrize("locale", LOCALES)
def test_without_scripts_the_worked_example_is_complete(open_page: Any, locale: str) -> None:
    page = open_page(locale, java_script_enabled=False)
    for visible in ("output", ".recharge-plot", ".recharge-table", ".recharge-formula", "noscript p"):
        assert page.is_visible(visible)
    assert not page.is_visible("[data-preset]")
    assert not page.is_visible("[data-action]")


def test_a_number_changes_the_answer_and_what_was_typed_stays(open_page: Any) -> None:
    page = open_page("lv")
    type_in(page, opening="1 234,5")
    assert "1234,50" in plain(page.inner_text("#recharge-opening-note"))
    assert page.input_value('[name="opening"]') == "1 234,5"
    assert "papildināšana nenotiek" in answer(page)
    page.select_option('[name="currency"]', "SEK")
    assert "SEK" in answer(page)
    assert page.inner_text('[data-field="trigger"] .recharge-unit') == "SEK"


def test_an_error_is_tied_to_its_field_and_goes_when_it_is_mended(open_page: Any) -> None:
    page = open_page("sl")
    before = part(page, "ledger")
    type_in(page, trigger="1,2,3")
    field = page.locator('[name="trigger"]')
    assert field.get_attribute("aria-invalid") == "true"
    note = page.inner_text("#recharge-trigger-note")
    assert "recharge-trigger-note" in str(field.get_attribute("aria-describedby"))
    assert plain(note) == "Takšna ločila uporablja drug jezik. Napišite na primer 1234,50."
    assert field.input_value() == "1,2,3"
    assert answer(page) == catalog("sl").text("answer_check")
    assert part(page, "ledger") == before
    type_in(page, trigger="60")
    assert field.get_attribute("aria-invalid") is None
    assert "polnjenje" in answer(page)


def test_nothing_is_called_wrong_while_it_is_being_typed(open_page: Any) -> None:
    page = open_page("en")
    page.fill('[name="opening"]', "")
    page.wait_for_timeout(400)
    assert page.locator("[aria-invalid]").count() == 0
    page.locator('[name="opening"]').press_sequentially("75")
    page.wait_for_function("document.querySelector('output').innerText.includes('March 3')")
    page.fill('[name="opening"]', "")
    page.keyboard.press("Tab")
    assert page.locator("[aria-invalid]").count() == 1


def test_a_link_opens_the_same_case_in_another_language(open_page: Any) -> None:
    page = open_page("lv")
    page.click("summary")
    type_in(page, opening="80", use="12,5", days="20", lead_days="2", fail_on="6.3.2026")
    fragment = page.evaluate("location.hash")
    there = open_page("ro", fragment=fragment)
    assert there.input_value('[name="use"]') == "12,50"
    assert there.input_value('[name="opening"]') == "80,00"
    assert there.input_value('[name="fail_on"]') == "2026-03-06"
    assert there.is_visible('[name="lead_days"]')
    cells = "[...document.querySelectorAll('.recharge-table tbody td:last-child')]"
    rows = f"{cells}.map((cell) => parseFloat(cell.innerText))"
    there.wait_for_function("document.querySelectorAll('.recharge-table tbody tr').length > 20")
    assert there.evaluate(rows) == page.evaluate(rows)
    assert there.evaluate("location.hash") == fragment


def test_a_new_link_in_an_open_page_is_followed(open_page: Any) -> None:
    page = open_page("en")
    page.evaluate("location.hash = '#recharge?opening=1.00&trigger=0.00&day=1.00'")
    page.wait_for_function("document.querySelector('[name=opening]').value === '1.00'")
    assert page.is_visible(".recharge-warnings")


@pytest.mark.parametrize("locale", LOCALES)
def test_a_tampered_link_ends_in_a_message(open_page: Any, locale: str) -> None:
    page = open_page(
        locale, fragment="#recharge?opening=<img src=x>&days=1e9&start=2026-02-30&currency=%3Cb%3E&day=NaN"
    )
    assert page.locator("[aria-invalid]").count() == 5
    assert page.input_value('[name="days"]') == "1e9"
    assert answer(page) == catalog(locale).text("answer_check")
    assert "NaN" not in page.inner_text(".recharge-results")
    assert page.locator("img").count() == 0


def test_an_error_in_the_folded_part_unfolds_it(open_page: Any) -> None:
    page = open_page("ro", fragment="#recharge?lead=99")
    assert page.is_visible("#recharge-lead-days-note")
    assert "30" in page.inner_text("#recharge-lead-days-note")


def test_a_pasted_report_sets_period_and_currency(open_page: Any) -> None:
    page = open_page("bg")
    page.check('[value="report"]')
    page.fill(
        '[name="report"]',
        "Start Time,Charge,Currency\n2026-04-01T08:00:00Z,30.00,SEK\n2026-04-10T08:00:00Z,45.50,SEK",
    )
    page.wait_for_function("document.querySelector('[name=start]').value === '2026-04-01'")
    assert page.input_value('[name="days"]') == "10"
    assert page.input_value('[name="currency"]') == "SEK"
    assert "SEK" in page.inner_text(".recharge-said")
    assert "2 дни с потребление" in page.inner_text("#recharge-report-note")
    assert "75,50" in page.inner_text("#recharge-report-note")
    page.fill('[name="report"]', "Name;Cost\nx;1")
    page.locator('[name="report"]').blur()
    assert "Start Time" in page.inner_text("#recharge-report-note")
    assert page.input_value('[name="report"]') == "Name;Cost\nx;1"


def test_the_switches_show_the_other_reading(open_page: Any) -> None:
    page = open_page("en")
    assert "on March 6, 2026" in answer(page)
    page.check('[name="at_or_below"]')
    assert "on March 5, 2026" in answer(page)
    page.uncheck('[name="auto_recharge"]')
    assert "auto-recharge is off" in answer(page)


def test_a_months_use_has_its_own_field(open_page: Any) -> None:
    page = open_page("en")
    page.check('[value="month"]')
    assert not page.is_visible('[name="use"]')
    type_in(page, use_per_month="310", days="31")
    page.wait_for_function("document.querySelector('[data-part=ledger]').innerText.includes('$310.00 used')")


def test_start_again_brings_back_the_worked_example(open_page: Any) -> None:
    page = open_page("sv")
    before = answer(page)
    type_in(page, opening="abc")
    page.select_option('[name="currency"]', "USD")
    page.click('[data-action="reset"]')
    assert answer(page) == before
    assert page.locator("[aria-invalid]").count() == 0
    assert page.evaluate("location.hash") == ""


def test_the_link_can_be_copied_and_nothing_is_stored(open_page: Any) -> None:
    page = open_page("en", permissions=["clipboard-read", "clipboard-write"])
    type_in(page, opening="42")
    page.click('[data-action="share"]')
    page.wait_for_function("document.querySelector('.recharge-said').innerText !== ''")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.url
    assert "opening=42.00" in copied
    assert page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0


def test_the_small_form_answers_and_hands_its_numbers_on(open_page: Any) -> None:
    page = open_page("lv", name="article")
    assert answer(page).startswith("2026. gada 1. marts")
    type_in(page, opening="40", recharge_amount="50", trigger="0", use="20")
    assert "zvani ir bloķēti" in answer(page)
    assert page.is_visible('[data-part="warnings"] li')
    page.click(".recharge-link a")
    page.wait_for_function("document.querySelector('[name=opening]')?.value === '40,00'")
    assert page.url.split("#")[0].endswith("/lv/recharge-calculator/")
    assert "zvani ir bloķēti" in answer(page)


def test_the_form_can_be_used_by_keyboard_alone(open_page: Any) -> None:
    page = open_page("en")
    seen: list[str] = []
    for _ in range(60):
        page.keyboard.press("Tab")
        here = page.evaluate(
            "(() => { const e = document.activeElement; return e.dataset.preset || e.dataset.action || e.name"
            " || (e.tagName === 'SUMMARY' ? 'more' : e.className || e.tagName); })()"
        )
        if here in ("BODY", "A") or (seen and here == seen[0]):
            break
        seen.append(here)
    presets = ["example", "gap", "zero", "idle", "late", "declined"]
    fields = ["opening", "currency", "recharge_amount", "trigger", "auto_recharge", "at_or_below", "use_kind", "use"]
    assert seen == [*presets, *fields, "start", "days", "more", "share", "reset", "recharge-scroll"]
    page.focus('[data-preset="zero"]')
    page.keyboard.press("Enter")
    assert "calls are blocked" in answer(page)
    page.focus('[value="day"]')
    page.keyboard.press("ArrowDown")
    assert page.is_visible('[name="use_per_month"]')
    page.focus("summary")
    page.keyboard.press("Enter")
    assert page.is_visible('[name="fail_on"]')
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "lead_days"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


@pytest.mark.parametrize("locale", LOCALES)
def test_it_fits_a_phone_and_every_target_can_be_hit(open_page: Any, locale: str) -> None:
    page = open_page(locale, viewport={"width": 320, "height": 640})
    for preset in ("late", "idle", "declined", "gap"):
        page.click(f'[data-preset="{preset}"]')
        page.wait_for_timeout(50)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
    small = page.evaluate(
        """[...document.querySelectorAll('.recharge :is(button, select, textarea, summary, input)')]
        .map((e) => ({ e, box: (e.closest('label') ?? e).getBoundingClientRect() }))
        .filter(({ box }) => box.width && (box.width < 24 || box.height < 24)).map(({ e }) => e.outerHTML)"""
    )
    assert small == []
    page = open_page(locale, name="article", viewport={"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_texts_and_marks_of_the_chart_keep_their_size_on_a_phone(open_page: Any) -> None:
    size = "(() => { const r = (s) => document.querySelector(s).getBoundingClientRect();"
    size += " return [r('.recharge-plot .y').height, r('.mark.recharge path').width]; })()"
    wide = open_page("en", viewport={"width": 1200, "height": 800}).evaluate(size)
    phone = open_page("en", viewport={"width": 320, "height": 640}).evaluate(size)
    assert wide == phone


def test_forced_colours_leave_line_trigger_and_marks_to_see(open_page: Any) -> None:
    page = open_page("en", forced_colors="active")
    page.click('[data-preset="declined"]')
    style = "(selector) => { const s = getComputedStyle(document.querySelector(selector)); return [s.stroke, s.fill]; }"
    ink = page.evaluate(
        "() => { document.body.style.color = 'CanvasText'; return getComputedStyle(document.body).color; }"
    )
    assert page.evaluate(style, ".recharge-plot .line")[0] == ink
    assert page.evaluate(style, ".mark.failure path")[0] == ink
    assert page.evaluate(style, ".mark.zero path")[0] == ink
    assert page.evaluate(style, "line.trigger")[0] != page.evaluate(style, ".recharge-plot .line")[0]


def test_nothing_moves(open_page: Any) -> None:
    page = open_page("en", reduced_motion="reduce")
    page.click('[data-preset="idle"]')
    assert page.evaluate("document.getAnimations().length") == 0


def test_print_shows_the_numbers_the_answer_and_the_whole_table(open_page: Any) -> None:
    page = open_page("en")
    type_in(page, days="60")
    page.wait_for_function("document.querySelectorAll('.recharge-table tbody tr').length > 60")
    page.emulate_media(media="print")
    assert page.is_visible('[name="opening"]')
    assert page.is_visible("output")
    assert not page.is_visible("button")
    hidden = page.locator(".recharge-scroll").evaluate("(element) => element.scrollHeight - element.clientHeight")
    assert hidden <= 1


def test_line_trigger_and_marks_differ_by_shape(open_page: Any) -> None:
    page = open_page("en")
    page.click('[data-preset="idle"]')
    shapes = page.evaluate("[...document.querySelectorAll('.recharge-legend path')].map((p) => p.getAttribute('d'))")
    dashes = page.evaluate("getComputedStyle(document.querySelector('line.trigger')).strokeDasharray")
    assert len(set(shapes[1:])) == len(shapes) - 1
    assert shapes[0] == shapes[1]
    assert dashes != "none"


def violations(page: Any) -> list[Any]:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    found = axe.run(page).response["violations"]
    return [(v["id"], [node["html"][:120] for node in v["nodes"]]) for v in found]


@pytest.mark.parametrize("locale", LOCALES)
def test_axe_finds_nothing_in_any_language(open_page: Any, locale: str) -> None:
    assert violations(open_page(locale)) == []
    assert violations(open_page(locale, name="article")) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_warnings_and_errors(open_page: Any, scheme: str) -> None:
    page = open_page("lv", color_scheme=scheme)
    page.evaluate(f"document.body.dataset.mdColorScheme = '{'slate' if scheme == 'dark' else 'default'}'")
    page.click('[data-preset="idle"]')
    assert violations(page) == []
    page.check('[value="report"]')
    type_in(page, opening="x", report="y")
    assert violations(page) == []


def test_the_files_of_the_script_are_all_in_one_folder() -> None:
    folder = ROOT / "docs" / "assets" / "recharge"
    for script in folder.glob("*.js"):
        for line in script.read_text(encoding="utf-8").splitlines():
            if " from " in line and line.startswith(("import", "export", "}")):
                target = line.split('"')[1]
                assert (folder / Path(target)).resolve().exists(), line
