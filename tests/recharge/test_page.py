"""The calculator in a real browser, in six languages: with scripts and without, by keyboard, on a phone, in print."""

import functools
import http.server
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from tests.browser.axe import COLOURS, SHAPE, WHOLE, violations
from tests.browser.windows import give_back, own_window, window
from tests.recharge.conftest import ROOT, Quiet

from recharge.catalog import catalog
from recharge.language import LOCALES
from recharge.render import render

pytestmark = pytest.mark.browser

PARTS = ["answer", "charges", "verdict", "warnings", "chart", "advice", "compare", "mails", "ledger"]
TODAY = "2026-03-01T12:00:00"  # the day the worked example starts on
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
    opened: list[tuple[Any, dict[str, Any]]] = []
    faults: list[str] = []

    def open_(
        locale: str, name: str = "recharge-calculator", fragment: str = "", own: Mapping[str, Any] | None = None,
        **options: Any,
    ) -> Any:  # fmt: skip
        page = own_window(chromium, **own) if own else window(chromium, kind="calculator", **options)
        page.clock.set_fixed_time(TODAY)
        listeners = {
            "pageerror": lambda error: faults.append(str(error)),
            "console": lambda message: message.type == "error" and faults.append(message.text),
            "request": lambda request: request.url.startswith((site, "data:")) or faults.append(request.url),
        }
        for event, listener in listeners.items():
            page.on(event, listener)
        opened.append((page, {} if own else listeners))
        page.goto(f"{site}/{locale}/{name}/{fragment}")
        if options.get("scripts", True):
            page.wait_for_function("!document.querySelector('fieldset').disabled")
        return page

    yield open_
    for page, listeners in opened:
        if listeners:
            give_back(page, listeners)
        else:
            page.context.close()
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
    still = open_page(locale, scripts=False)
    live = open_page(locale)
    assert {name: part(live, name) for name in PARTS} == {name: part(still, name) for name in PARTS}
    live.click('[data-preset="idle"]')
    live.wait_for_function("document.querySelectorAll('.recharge-ledger tbody tr').length < 15")
    assert part(live, "answer") != part(still, "answer")
    live.click('[data-preset="example"]')
    live.wait_for_function("document.querySelectorAll('.recharge-ledger tbody tr').length === 38")
    assert {name: part(live, name) for name in PARTS} == {name: part(still, name) for name in PARTS}


@pytest.mark.parametrize("locale", LOCALES)
def test_without_scripts_the_worked_example_is_complete(open_page: Any, locale: str) -> None:
    page = open_page(locale, scripts=False)
    for visible in ("output", ".recharge-plot", ".recharge-table", ".recharge-formula", "noscript p"):
        assert page.is_visible(visible)
    assert not page.is_visible("[data-preset]")
    assert not page.is_visible("[data-action]")


def test_a_number_changes_the_answer_and_what_was_typed_stays(open_page: Any) -> None:
    page = open_page("lv")
    type_in(page, opening="1 234,5")
    assert "1234,50" in plain(page.inner_text("#recharge-opening-note"))
    assert page.input_value('[name="opening"]') == "1 234,5"
    assert part(page, "charges") == "Šajā periodā papildināšana nenotiek."
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
    assert "polnjenj" in part(page, "charges")


def test_nothing_is_called_wrong_while_it_is_being_typed(open_page: Any) -> None:
    page = open_page("en")
    page.fill('[name="opening"]', "")
    page.wait_for_timeout(400)
    assert page.locator("[aria-invalid]").count() == 0
    page.locator('[name="opening"]').press_sequentially("75")
    page.wait_for_function("document.querySelector('[data-part=charges]').innerText.includes('March 3')")
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
    cells = "[...document.querySelectorAll('.recharge-ledger tbody td:last-child')]"
    rows = f"{cells}.map((cell) => parseFloat(cell.innerText))"
    there.wait_for_function("document.querySelectorAll('.recharge-ledger tbody tr').length > 20")
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
    assert "2 разговора" in page.inner_text("#recharge-report-note")
    assert "75,50" in page.inner_text("#recharge-report-note")
    page.fill('[name="report"]', "When;Price\n2026-04-01;1")
    page.locator('[name="report"]').blur()
    assert "When, Price" in page.inner_text("#recharge-report-note")
    page.select_option('[name="date_column"]', "When")
    page.select_option('[name="amount_column"]', "Price")
    assert "1 разговор" in page.inner_text("#recharge-report-note")
    assert page.input_value('[name="report"]') == "When;Price\n2026-04-01;1"


def test_the_switches_show_the_other_reading(open_page: Any) -> None:
    page = open_page("en")
    page.click("summary")
    assert "the next on March 6" in part(page, "charges")
    page.check('[name="at_or_below"]')
    assert "the next on March 5" in part(page, "charges")
    page.uncheck('[name="auto_recharge"]')
    assert "Auto-recharge is off" in part(page, "charges")


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
    page = open_page("en", own={"permissions": ["clipboard-read", "clipboard-write"]})
    type_in(page, opening="42")
    page.click('[data-action="share"]')
    page.wait_for_function("document.querySelector('.recharge-said').innerText !== ''")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.url
    assert "opening=42.00" in copied
    assert page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0


def test_the_small_form_answers_and_hands_its_numbers_on(open_page: Any) -> None:
    page = open_page("lv", name="article")
    assert answer(page).startswith("2026. gada 1.–30. marts")
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
    replay = ["replay-play", "replay-back", "replay-step", "INPUT"]
    fields = ["opening", "recharge_amount", "trigger", "currency", "auto_recharge", "use_kind", "use"]
    presets = ["example", "gap", "zero", "idle", "late", "declined"]
    use = ["calls_on", "calls", "start", "pick", "days", "more"]
    assert seen == [*replay, *fields, *use, *presets, "share", "export", "reset"]
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
    assert page.evaluate("document.activeElement.name") == "manual"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


@pytest.mark.parametrize("locale", LOCALES)
def test_it_fits_a_phone_and_every_target_can_be_hit(open_page: Any, locale: str) -> None:
    page = open_page(locale, width=320, height=640)
    for preset in ("late", "idle", "declined", "gap"):
        page.click(f'[data-preset="{preset}"]')
        page.wait_for_timeout(50)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
    small = page.evaluate(
        """[...document.querySelectorAll('.recharge :is(button, select, textarea, summary, input:not([aria-hidden]))')]
        .map((e) => ({ e, box: (e.closest('label') ?? e).getBoundingClientRect() }))
        .filter(({ box }) => box.width && (box.width < 24 || box.height < 24)).map(({ e }) => e.outerHTML)"""
    )
    assert small == []
    page = open_page(locale, name="article", width=320, height=640)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_texts_and_marks_of_the_chart_keep_their_size_on_a_phone(open_page: Any) -> None:
    size = "(() => { const r = (s) => document.querySelector(s).getBoundingClientRect();"
    size += " return [r('.recharge-plot .y').height, r('.mark.recharge path').width]; })()"
    wide = open_page("en", width=1200, height=800).evaluate(size)
    phone = open_page("en", width=320, height=640).evaluate(size)
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
    page.wait_for_function("document.querySelectorAll('.recharge-ledger tbody tr').length > 60")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.is_visible('[name="opening"]')
    assert page.is_visible("output")
    assert not page.is_visible("button")
    # Sixty days, six recharges with the use before them, opening and closing.
    assert page.locator(".recharge-ledger tbody tr").count() == 74
    assert page.locator(".recharge-ledger tfoot").count() == 0
    top = "(selector) => document.querySelector(selector).getBoundingClientRect().top"
    assert page.evaluate(top, "output") < page.evaluate(top, "form") < page.evaluate(top, ".recharge-ledger")


def test_line_trigger_and_marks_differ_by_shape(open_page: Any) -> None:
    page = open_page("en")
    page.click('[data-preset="idle"]')
    shapes = page.evaluate("[...document.querySelectorAll('.recharge-legend path')].map((p) => p.getAttribute('d'))")
    dashes = page.evaluate("getComputedStyle(document.querySelector('line.trigger')).strokeDasharray")
    assert len(set(shapes[1:])) == len(shapes) - 1
    assert shapes[0] == shapes[1]
    assert dashes != "none"


DARK = "document.body.dataset.mdColorScheme = 'slate'"


def test_paper_is_light_whatever_the_screen_was(open_page: Any) -> None:
    page = open_page("lv", color_scheme="dark")
    page.evaluate(DARK)
    page.emulate_media(media="print", color_scheme="dark")
    colour = "(selector) => { const s = getComputedStyle(document.querySelector(selector));"
    colour += " return [s.color, s.backgroundColor]; }"
    assert page.evaluate(colour, "output")[0] == "rgb(0, 0, 0)"
    assert page.evaluate(colour, '[name="opening"]') == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]


WINDOWS = [(1440, 900), (768, 1024), (390, 844), (320, 640)]


@pytest.mark.parametrize(("width", "height"), WINDOWS)
def test_the_answer_stays_in_sight_of_every_field(open_page: Any, width: int, height: int) -> None:
    for name in ("recharge-calculator", "article"):
        page = open_page("bg", name=name, width=width, height=height)
        fields = page.locator("form :is(input[type=text], select)").all()
        for field in fields:
            if not field.is_visible():
                continue
            field.focus()
            box, pin = field.bounding_box(), page.locator(".recharge-pin").bounding_box()
            assert pin["y"] >= -1
            assert pin["y"] + pin["height"] <= height + 1
            assert box["y"] + box["height"] <= height + 1
            beside = box["x"] >= pin["x"] + pin["width"] or box["x"] + box["width"] <= pin["x"]
            assert beside or box["y"] >= pin["y"] + pin["height"]


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
def test_three_questions_are_answered_within_one_window(open_page: Any, width: int, height: int) -> None:
    page = open_page("en", width=width, height=height)
    page.locator("recharge-calculator").evaluate("(element) => element.scrollIntoView()")
    for selector in ("output", ".recharge-plot", '[data-part="charges"]', '[data-part="verdict"]'):
        box = page.locator(selector).bounding_box()
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= height


def test_the_recommended_amounts_can_be_taken_over(open_page: Any) -> None:
    page = open_page("ro", fragment="#recharge?currency=EUR&opening=60.00&amount=100.00&trigger=20.00&day=20.00&lead=5")
    assert "141 EUR" in plain(page.inner_text('[data-part="verdict"]'))
    assert page.is_visible(".recharge-compare")
    page.click('[data-action="take"]')
    assert page.input_value('[name="trigger"]') == "141,00"
    assert page.input_value('[name="manual"]') != ""
    assert "niciun apel nu este blocat" in answer(page)
    assert not page.is_visible(".recharge-compare")


def test_an_amount_in_another_currency_switches_at_a_click(open_page: Any) -> None:
    page = open_page("bg")
    type_in(page, opening="100 лв")
    assert "BGN" in page.inner_text("#recharge-opening-note")
    page.click('[data-action="switch"]')
    assert page.input_value('[name="currency"]') == "BGN"
    assert page.locator("[aria-invalid]").count() == 0
    assert "лв" in answer(page)


def test_coming_back_finds_the_fields_as_they_were(open_page: Any) -> None:
    page = open_page("sv", name="article")
    type_in(page, opening="75", trigger="1,2,3")
    page.goto(page.url.replace("/article/", "/recharge-calculator/"))
    page.wait_for_function("!document.querySelector('fieldset').disabled")
    type_in(page, opening="33", days="x")
    page.go_back()
    page.wait_for_function("document.querySelector('[name=opening]')?.value === '75'")
    assert page.input_value('[name="trigger"]') == "1,2,3"
    page.go_forward()
    page.wait_for_function("document.querySelector('[name=opening]')?.value === '33'")
    assert page.input_value('[name="days"]') == "x"


def test_the_small_form_says_what_it_needs_without_scripts(open_page: Any) -> None:
    page = open_page("lv", name="article", scripts=False)
    assert page.inner_text("noscript p") == catalog("lv").text("small_no_scripts")


def test_the_replay_is_worked_by_button_slider_key_and_pointer(open_page: Any) -> None:
    page = open_page(
        "en", own={"viewport": {"width": 390, "height": 844}, "has_touch": True, "reduced_motion": "reduce"}
    )
    step = page.locator(".recharge-step")
    page.click('[data-action="replay-step"]')
    assert step.inner_text() == "March 1: the balance is $100.00."
    page.click('[data-action="replay-step"]')
    assert step.inner_text() == "March 1: calls cost $10.00; the balance falls to $90.00."
    page.focus('.recharge-replay [type="range"]')
    page.keyboard.press("ArrowRight")
    assert step.inner_text().startswith("March 2: calls cost $10.00")
    assert page.get_attribute('.recharge-replay [type="range"]', "aria-valuetext") == step.inner_text()
    page.keyboard.press("End")
    assert step.inner_text().startswith("March 30")
    box = page.locator(".recharge-plot").bounding_box()
    page.touchscreen.tap(box["x"] + box["width"] * 5.5 / 30, box["y"] + box["height"] / 2)
    assert step.inner_text().startswith("March 6: calls cost $9.00")
    assert page.locator(".recharge-cursor").count() == 1
    assert step.get_attribute("aria-live") in (None, "off")
    page.check('[name="aloud"]')
    assert step.get_attribute("aria-live") == "polite"


def test_the_replay_plays_and_can_be_halted(open_page: Any) -> None:
    page = open_page("en")  # with days enough not to have ended before it is halted, however busy the machine is
    page.click('[data-action="replay-play"]')
    assert page.inner_text('[data-action="replay-play"]') == "Pause"
    page.wait_for_function("document.querySelector('.recharge-step').innerText.startsWith('March 2')")
    page.click('[data-action="replay-play"]')
    halted = page.inner_text(".recharge-step")
    page.wait_for_timeout(500)
    assert page.inner_text(".recharge-step") == halted
    assert page.inner_text('[data-action="replay-play"]') == "See it happen"


def test_the_table_is_cut_with_a_cue_and_saved_whole(open_page: Any) -> None:
    page = open_page("en")
    type_in(page, days="200")
    page.wait_for_selector('[data-action="ledger"]')
    assert page.locator(".recharge-ledger tbody tr").count() == 61
    page.click('[data-action="ledger"]')
    assert page.locator(".recharge-ledger tbody tr").count() > 200
    with page.expect_download() as download:
        page.click('[data-action="export"]')
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    assert text.startswith("Date,What happens,Amount (USD),Balance (USD)")
    assert text.count("\n") > 200


def test_a_file_of_fifty_thousand_lines_does_not_hold_the_page_up(open_page: Any, tmp_path: Path) -> None:
    lines = [f"x,2026-03-{1 + n % 28:02}T10:00:00Z,0.0340,EUR,MCOPSTNPP" for n in range(50_000)]
    file = tmp_path / "report.csv"
    file.write_text("\n".join(["Id,Start Time,Charge,Currency,Capability", *lines]), encoding="utf-8")
    page = open_page("en")
    page.check('[value="report"]')
    assert page.locator("[aria-invalid]").count() == 0
    with page.expect_event("worker") as reader:
        page.set_input_files('[name="file"]', file)
    page.wait_for_function("document.querySelector('#recharge-report-note').innerText.includes('50,000 calls')")
    assert "report.csv" in page.inner_text("#recharge-report-note")
    assert page.input_value('[name="currency"]') == "EUR"
    assert "€1,700.00" in page.inner_text("#recharge-report-note")
    assert "/report-worker.js" in reader.value.url, "it is not read beside the page"


@pytest.mark.parametrize("locale", LOCALES)
def test_axe_finds_nothing_in_any_language(open_page: Any, locale: str) -> None:
    name = "article" if locale == "bg" else "recharge-calculator"  # the small form is a part of the other
    page = open_page(locale, name=name)
    assert violations(page, WHOLE if locale in ("en", "bg") else SHAPE) == []  # colours are the same in all


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_warnings_and_errors(open_page: Any, scheme: str) -> None:
    page, asked = open_page("lv", color_scheme=scheme), WHOLE if scheme == "light" else COLOURS
    page.evaluate(f"document.body.dataset.mdColorScheme = '{'slate' if scheme == 'dark' else 'default'}'")
    page.click('[data-preset="idle"]')
    assert violations(page, asked) == []
    page.check('[value="report"]')
    type_in(page, opening="x", report="y")
    assert violations(page, asked) == []
    page.click('[data-preset="late"]')
    page.click('[data-action="replay-step"]')
    page.check('[name="aloud"]')
    assert page.is_visible(".recharge-compare")
    assert violations(page, asked) == []


def test_the_files_of_the_script_are_all_in_one_folder() -> None:
    folder = ROOT / "docs" / "assets" / "recharge"
    for script in folder.glob("*.js"):
        for line in script.read_text(encoding="utf-8").splitlines():
            if " from " in line and line.startswith(("import", "export", "}")):
                target = line.split('"')[1]
                assert (folder / Path(target)).resolve().exists(), line
