"""What a stranger writes into pages and names is shown by the site and its reports, and never acts there.

Points 8 and 9 of the list in `tests/hostile/__init__.py`.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

pytest.importorskip("mkdocs")
pytest.importorskip("selectolax")

from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser
from tests.browser.windows import own_window
from tests.hostile.acting import ACTIVE, acting
from tests.plugin.conftest import Build, build  # noqa: F401 - a fixture

FORMS = (
    "{}\n", "Text {} more.\n", "- item {}\n", "| a | b |\n|---|---|\n| {} | y |\n", "Term\n: says {}\n",
    "## Head {}\n", '!!! note "T {}"\n    Inside {}.\n', "1. one\n2. two {}\n", "> quote {}\n",
)  # fmt: skip


def page(words: Callable[[int], str], pieces: tuple[str, ...]) -> str:
    lines = ["# Title\n"]
    for number, piece in enumerate(pieces):
        form = FORMS[number % len(FORMS)]
        lines.append(form.replace("{}", f"{words(number)} {piece}" if form != "{}\n" or not piece else piece))
    return "\n".join(lines)


def test_no_facing_piece_acts_on_the_page_of_a_translation(build: Build, browser: Browser) -> None:  # noqa: F811
    calm = tuple("" for _ in ACTIVE)
    lines = [piece.replace("\t", " ").replace("|", "") for piece in ACTIVE if "</div></span>" not in piece]
    pages = {
        "en/index.md": "# Home\n", "lv/index.md": "# Sākums\n", "sv/index.md": "# Hem\n",
        "en/guide.md": page(lambda number: f"word{number} 1{number}", tuple(lines)),
        "lv/guide.md": page(lambda number: f"vārds{number} 1{number}", calm),
    }  # fmt: skip
    built = build(pages, "  - facingpages: {warn: never}")
    html = built.page("lv/guide")
    sides = LexborHTMLParser(html).css(".facing-source")
    assert len(sides) > 20
    assert [found for side in sides for found in acting(side.html or "")] == []
    own = own_window(browser)
    try:
        own.add_init_script("window.count = 0; window.ran = () => { window.count += 1; };")
        own.goto((built.folder / "lv/guide/index.html").as_uri())
        own.evaluate("document.querySelectorAll('[hidden]').forEach((element) => element.hidden = false)")
        own.evaluate(
            "document.querySelectorAll('.facing-source *').forEach((one) => one.dispatchEvent(new Event('click')))"
        )
        own.wait_for_timeout(200)
        assert own.evaluate("window.count") == 0
    finally:
        own.context.close()


def test_hostile_names_and_values_on_status_page_and_card(build: Build, browser: Browser) -> None:  # noqa: F811
    name = 'q"><img src=x onerror=ran()>'
    record = ("<svg onload=ran()>" * 4)[:64]
    pages = {
        f"en/{name}.md": "# <script>ran()</script>\n\nOne [a](gone.md).\n\nTwo.\n",
        f"lv/{name}.md": f"---\nsource_hash: '{record}'\ntitle: '<img src=x onerror=ran()>'\n---\n# A\n\nViens.\n",
        "en/status.md": "# Status\n\n<!-- facingpages: status -->\n",
        "lv/status.md": "# Status\n", "sv/status.md": "# Status\n",
        "en/index.md": "# Home\n", "lv/index.md": "# S\n", "sv/index.md": "# H\n",
    }  # fmt: skip
    built = build(pages, "  - facingpages: {warn: never, lines: 'https://code.example/{path}#L{line}'}")
    status = built.page("status")
    table = LexborHTMLParser(status[status.index('class="facing-status"') - 5 :])
    assert not table.css("img, script, svg")
    assert table.body is not None
    assert "onerror" in table.body.text()
    for file in built.folder.rglob("*.html"):
        card = LexborHTMLParser(file.read_text("utf-8")).css_first(".facing-card")
        assert card is None or not card.css("img, script, svg")
    own = own_window(browser)
    try:
        own.add_init_script("window.count = 0; window.ran = () => { window.count += 1; };")
        own.goto((built.folder / "status/index.html").as_uri())
        own.wait_for_timeout(200)
        assert own.evaluate("window.count") == 0
    finally:
        own.context.close()
