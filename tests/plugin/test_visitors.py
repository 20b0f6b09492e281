"""On other people's sites: article, search and log are what they were, and the source stands where it can."""

import json
import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.browser.conftest import served
from tests.browser.visit import Visit, follow
from tests.building import mkdocs
from tests.plugin.visitors import THEMES, files

QUIET = "  - facingpages: {warn: never}"
SHOWN = "[...document.querySelectorAll('.facing-source')].filter(e => e.checkVisibility()).length"


@dataclass(frozen=True)
class Site:
    """A site in a folder, built."""

    root: Path
    log: str
    code: int

    @property
    def folder(self) -> Path:
        return self.root / "site"

    def page(self, path: str) -> str:
        return (self.folder / path / "index.html").read_text("utf-8")

    def article(self, path: str) -> str:
        html = self.page(path)
        return html[html.index('<div class="facing">') :]


def write(root: Path, texts: Mapping[str, str]) -> None:
    for path, text in texts.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8", newline="")


def run(root: Path, *arguments: str) -> Site:
    done = mkdocs(root, *arguments)
    return Site(root, done.log, done.code)


Built = Callable[[str, str], Site]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site on a theme, with the plugin's lines or with none; built once for all tests here."""

    @cache
    def building(theme: str, plugin: str) -> Site:
        root = tmp_path_factory.mktemp(theme)
        write(root, files(theme, plugin))
        site = run(root)
        assert site.code == 0, site.log
        return site

    return building


@pytest.mark.parametrize("theme", THEMES)
def test_the_site_s_own_search_does_not_notice_the_plugin(built: Built, theme: str) -> None:
    def index(plugin: str) -> object:
        return json.loads((built(theme, plugin).folder / "search/search_index.json").read_text("utf-8"))

    assert index(QUIET) == index("")


def test_pages_without_words_are_built(built: Built) -> None:
    site = built("material", QUIET)
    assert "<iframe" in site.page("lv/frame")
    assert 'class="hero"' in site.page("lv/hero")
    assert not re.search(r"WARNING.*facingpages", site.log)


@pytest.mark.parametrize("part", ["pieces.match", "facing.match", "plugin.card.card"])
def test_a_page_on_which_something_goes_wrong_is_named_and_built_without_pieces(tmp_path: Path, part: str) -> None:
    module, _, name = part.rpartition(".")
    break_it = (
        f"import facingpages.mkdocs.{module.split('.')[0]}\nfrom facingpages.mkdocs import {module.split('.')[0]}\n"
        f"def broken(*_): raise ValueError('torn')\nwhole = {module}.{name}\n"
        "def on_page_markdown(markdown, page, **_):\n"
        f"    {module}.{name} = broken if 'guide' in page.file.src_uri else whole\n"
    )
    front = "---\nms.translationtype: MT\n---\n"
    texts = files("mkdocs", QUIET)
    write(tmp_path, {**texts, "macros.py": break_it, "docs/lv/guide.md": front + texts["docs/lv/guide.md"]})
    site = run(tmp_path)
    assert site.code == 0, site.log
    warnings = [line for line in site.log.splitlines() if line.startswith("WARNING") and "facingpages" in line]
    assert len(warnings) == 1
    assert re.search(r"facingpages: docs/(?:lv|en)/guide\.md: the page is built without .*torn", warnings[0])
    assert "Laipni lūdzam" in site.page("lv/guide")
    assert "facing-source" not in site.page("lv/guide")
    assert "facing-source" in site.page("lv")


def test_what_a_page_is_done_to_after_its_template_does_not_see_the_source_and_may_change_comments(
    tmp_path: Path,
) -> None:
    texts = files("mkdocs", QUIET)
    hook = (
        "import re\nfrom mkdocs.plugins import event_priority\n"
        "def on_post_page(output, **_):\n    assert 'facing-source' not in output\n"
        "    return re.sub('<!--.*?-->', '', output, flags=re.S)\n"
    )
    write(tmp_path, {**texts, "macros.py": hook})
    site = run(tmp_path)
    assert site.code == 0, site.log
    assert "changed its comments" not in site.log
    assert "Open <strong>Billing</strong>" in site.page("lv/guide")
    assert "data-facingpages-" not in site.page("lv/guide")


def test_the_log_does_not_speak_of_an_empty_page(built: Built) -> None:
    site = built("material", QUIET)
    assert "empty output" not in site.log
    assert '<html lang="en"' in (site.folder / "404.html").read_text("utf-8")
    assert '<html lang="lv"' in (site.folder / "lv/404.html").read_text("utf-8")


def test_languages_are_those_that_are_built_and_pages_have_titles(tmp_path: Path) -> None:
    texts = {
        **files("mkdocs", "  - facingpages: {status: state.json}"),
        "docs/en/status.md": "<!-- facingpages: status -->\n",
    }
    write(tmp_path, texts)
    site = run(tmp_path)
    pages = json.loads((site.folder / "state.json").read_text("utf-8"))["pages"]
    assert {entry["locale"] for entry in pages} == {"lv", "ar"}
    assert "page-missing" not in site.log  # there is no fallback: nobody expects every page in every language
    assert '<th scope="col">Welcome to the guide</th>' in site.page("status")


def test_a_translation_with_a_name_of_its_own_finds_its_source(built: Built) -> None:
    site = built("mkdocs", QUIET)
    assert "Install it first, then look around." in site.article("lv/pirmie-soli")
    sitemap = (site.folder / "sitemap.xml").read_text("utf-8")
    family = re.search(r"<loc>[^<]*/lv/pirmie-soli/</loc>(.*?)</url>", sitemap, re.S)
    assert family is not None
    assert 'hreflang="en" href="https://visitors.example/2.0/getting-started/"' in family.group(1)


@pytest.mark.parametrize("theme", THEMES)
def test_what_other_extensions_made_stands_with_its_source_and_stays_what_it_is(built: Built, theme: str) -> None:
    article = built(theme, QUIET).article("lv/features")
    for words in (
        "Everything at once",
        "stands in a line.",
        "Press <strong>Save</strong> here.",
        "Markdown inside of HTML",
        "The price is 12 euros.",
        "The terms are in a snippet.",
        "footnote's own words",
    ):
        piece = re.search(
            rf'<(?:div|span) class="facing-source"[^>]*>(?:(?!</div>).)*{re.escape(words)}', article, re.S
        )
        assert piece is not None, words
    assert article.count("mermaid") == 1
    assert article.count("a^2 + b^2") == 1
    assert "note (1)" not in article, "a second mark of the same annotation"
    assert re.search(r"</p>\s*<ol>", article), "the annotation is torn from its list"
    assert article.count('class="footnote-ref"') == 1
    assert article.count('id="fn:1"') == 1
    pieces = re.findall(r'<(?:div|span) class="facing-source"[^>]*>', article)
    assert pieces
    assert all('lang="en" dir="ltr" hidden' in piece for piece in pieces)


def test_builds_of_what_has_changed_keep_sources_and_sitemap(tmp_path: Path) -> None:
    write(tmp_path, files("mkdocs", QUIET))
    whole = run(tmp_path)
    sitemap = (whole.folder / "sitemap.xml").read_text("utf-8")
    article = whole.article("lv/guide")
    changed = tmp_path / "docs/lv/guide.md"
    changed.write_text(changed.read_text("utf-8") + "\nJauns.\n", "utf-8")
    later = max(file.stat().st_mtime for file in whole.folder.rglob("*.html")) + 10
    os.utime(changed, (later, later))
    part = run(tmp_path, "--dirty")
    assert part.code == 0, part.log
    assert (part.folder / "sitemap.xml").read_text("utf-8") == sitemap
    assert "Jauns." in part.article("lv/guide")
    assert part.article("lv/guide").count("facing-source") >= article.count("facing-source")


def test_a_reader_is_not_told_how_many_errors_there_are_unless_the_owner_wants_it(built: Built) -> None:
    page = built("mkdocs", QUIET).page("lv/guide")
    assert "facing-card" not in page
    assert not (built("mkdocs", QUIET).folder / "status.json").exists()


# In the browser.


@pytest.fixture(scope="module", params=THEMES)
def address(request: pytest.FixtureRequest, built: Built) -> Iterator[tuple[str, str]]:
    """A theme and the address of the site on it."""
    site = built(request.param, QUIET)
    top = site.root / "host"
    top.mkdir(exist_ok=True)
    if not (top / "2.0").exists():
        (top / "2.0").symlink_to(site.folder)
    with served(top) as url:
        yield request.param, f"{url}/2.0"


def test_the_button_shows_the_source_on_every_theme(browser: Browser, address: tuple[str, str]) -> None:
    _, url = address
    with Visit(browser, f"{url}/lv/features/") as visit:
        assert visit.page.evaluate(SHOWN) == 0
        visit.page.locator(".facing-button").click()
        assert visit.page.evaluate(SHOWN) >= 8
        box = visit.page.locator(".facing-source").first.bounding_box()
        assert box is not None
        assert box["width"] > 100
        visit.page.locator(".facing-button").click()
        assert visit.page.evaluate(SHOWN) == 0


QUERIES = (
    "buy", "number", "guide", "save", "billing", "annotate", "formula", "tab", "footnote", "snippet", "install",
    "price euros", "home", "blog", "rindkopa", "saglabāt", "ceļvedi", "nopērciet", "original", "translation",
)  # fmt: skip


def test_the_theme_s_search_finds_the_same_with_and_without_the_plugin(browser: Browser, built: Built) -> None:
    def found(plugin: str) -> list[list[str]]:
        results = []
        with served(built("material", plugin).folder) as url, Visit(browser, f"{url}/") as visit:
            page = visit.page
            box, list_ = page.locator(".md-search__input"), page.locator(".md-search-result__list")
            box.click()
            for query in QUERIES:
                for text, says in (("", "Type to start"), (query, "matching|No match")):
                    box.fill(text)
                    box.press("End")  # the theme listens to keys
                    says = f"/{says}/.test(document.querySelector('.md-search-result__meta').textContent)"
                    page.wait_for_function(says)
                results.append(list_.all_inner_texts())
        return results

    without = found("")
    assert sum(any(texts) for texts in without) >= 15, "queries that find nothing test nothing"
    assert found(QUIET) == without


def test_the_button_works_after_a_link_that_does_not_load_the_site_anew(
    browser: Browser, address: tuple[str, str]
) -> None:
    theme, url = address
    if theme != "material":
        pytest.skip("only Material has instant navigation")
    with Visit(browser, f"{url}/") as visit:  # a page of the source, which has no button
        page = visit.page
        paths = "".join(f"<url><loc>{url}{path}</loc></url>" for path in ("/", "/lv/", "/lv/guide/"))
        body = f"<urlset>{paths}</urlset>"  # the theme asks it which links are the site's own
        page.route("**/sitemap.xml", lambda route: route.fulfill(content_type="text/xml", body=body))
        page.goto(f"{url}/lv/")
        page.evaluate("window.stayed = true")
        page.locator(".facing-button").click()
        assert page.evaluate(SHOWN) > 0
        follow(page.locator("article a[href*=guide]").first, "**/lv/guide/**")
        page.wait_for_function("document.querySelector('article ol')")
        assert page.evaluate("window.stayed") is True, "the page was loaded anew: this tests nothing"
        button = page.locator(".facing-button")
        button.wait_for(state="visible")
        assert page.evaluate(SHOWN) > 0, "what was chosen is forgotten"
        button.click()
        assert page.evaluate(SHOWN) == 0
        page.keyboard.press("Alt+o")
        assert page.evaluate(SHOWN) > 0
