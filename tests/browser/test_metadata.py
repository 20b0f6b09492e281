"""What search engines and other programs are told, and that no page of the built site points at nothing."""

import json
import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

import pytest
from tests.browser.conftest import run
from tests.browser.visit import ARTICLE, EVERY_PAGE, LOCALES, PAGES, TARGETS, path_of

SITE = "https://facingpages.example"
ENGLISH_ONLY = [page for page in EVERY_PAGE if page not in PAGES]
XML = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


@dataclass
class Html(HTMLParser):
    """What of a page's HTML is looked at here."""

    language: str = ""
    canonical: str = ""
    robots: str = ""
    ids: Counter[str] = field(default_factory=Counter)
    addresses: list[str] = field(default_factory=list)
    resources: list[str] = field(default_factory=list)
    searchable: bool = False
    headings: list[str | None] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = found.get("lang", "")
        if tag == "link" and found.get("rel") == "canonical":
            self.canonical = found["href"]
        if tag == "meta" and found.get("name") == "robots":
            self.robots = found["content"]
        if "data-pagefind-body" in found:
            self.searchable = True
        if tag in ("h1", "h2", "h3", "h4"):
            self.headings.append(found.get("id"))
        if "id" in found:
            self.ids[found["id"]] += 1
        if tag == "a" and "href" in found:
            self.addresses.append(found["href"])
        elif (tag in ("img", "script", "source", "iframe") and "src" in found) or (
            tag == "link" and found.get("rel") in ("stylesheet", "icon", "preload")
        ):
            self.resources.append(found.get("src") or found.get("href", ""))


@pytest.fixture(scope="module")
def pages(built_site: Path) -> dict[str, Html]:
    """Every page of the site by its path."""
    found = {}
    for file in sorted(built_site.rglob("*.html")):
        page = Html()
        page.feed(file.read_text("utf-8"))
        path = "/" + file.relative_to(built_site).as_posix()
        found[path.removesuffix("index.html")] = page
    return found


def test_every_page_is_in_the_language_of_its_address_and_has_no_id_twice(pages: dict[str, Html]) -> None:
    assert len(pages) == len(EVERY_PAGE) * len(LOCALES) + len(LOCALES)
    for path, page in pages.items():
        first = path.split("/")[1]
        assert page.language == (first if first in TARGETS else "en"), path
        assert [identifier for identifier, count in page.ids.items() if count > 1] == [], path


def test_headings_have_the_same_explicit_ids_in_all_languages(pages: dict[str, Html]) -> None:
    for page in PAGES:
        expected = pages[path_of("en", page)].headings
        assert expected
        assert None not in expected
        assert all(re.fullmatch("[a-z][a-z0-9-]*", identifier or "") for identifier in expected)
        for locale in TARGETS:
            assert pages[path_of(locale, page)].headings == expected, (locale, page)


def test_every_link_and_file_that_a_page_names_exists(built_site: Path, pages: dict[str, Html]) -> None:
    dead = []
    for path, page in pages.items():
        for address in page.addresses + page.resources:
            parts = urlsplit(urljoin(SITE + path, address))
            if f"{parts.scheme}://{parts.netloc}" != SITE:
                if address in page.resources and not address.startswith("data:"):
                    dead.append(f"{path}: {address} is on another host")
                continue
            target = unquote(parts.path)
            if target not in pages and not (built_site / target.lstrip("/")).is_file():
                dead.append(f"{path}: {address}")
            elif parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].ids:
                dead.append(f"{path}: {address} has no such place")
    assert dead == []


def test_a_page_names_itself_as_canonical_and_a_stand_in_names_the_english_page(pages: dict[str, Html]) -> None:
    for locale in LOCALES:
        for page in PAGES:
            assert pages[path_of(locale, page)].canonical == SITE + path_of(locale, page)
            assert pages[path_of(locale, page)].searchable
        for page in ENGLISH_ONLY:
            built = pages[path_of(locale, page)]
            assert built.canonical == SITE + path_of("en", page)
            assert (built.robots == "noindex") == (locale != "en")
            assert built.searchable == (locale == "en")


def test_robots_of_the_front_matter_is_honoured(pages: dict[str, Html]) -> None:
    for locale in LOCALES:
        assert pages[path_of(locale, ARTICLE)].robots == "noindex, nofollow"
        assert pages[path_of(locale, "index.md")].robots == ""
        assert pages[("" if locale == "en" else f"/{locale}") + "/404.html"].robots == "noindex"


def test_the_sitemap_lists_what_may_be_found_and_every_page_names_its_translations(built_site: Path) -> None:
    root = ElementTree.parse(built_site / "sitemap.xml").getroot()
    alternates = {
        str(url.findtext("s:loc", namespaces=XML)): {
            link.get("hreflang"): link.get("href") for link in url.findall("x:link", XML)
        }
        for url in root.findall("s:url", XML)
    }
    listed = [page for page in PAGES if page != ARTICLE]  # the article asks not to be found
    expected = {SITE + path_of(locale, page) for locale in LOCALES for page in listed}
    expected |= {SITE + path_of("en", page) for page in ENGLISH_ONLY}
    assert set(alternates) == expected
    for page in listed:
        family = {locale: SITE + path_of(locale, page) for locale in LOCALES}
        for locale in LOCALES:
            assert alternates[SITE + path_of(locale, page)] == {**family, "x-default": SITE + path_of("en", page)}
    for page in ENGLISH_ONLY:
        assert alternates[SITE + path_of("en", page)] == {}


def test_no_page_has_alternates_in_its_head(built_site: Path) -> None:
    for file in built_site.rglob("index.html"):
        assert 'rel="alternate"' not in file.read_text("utf-8").split("</head>")[0]


def test_the_status_page_and_its_json_say_the_same(built_site: Path, pages: dict[str, Html]) -> None:
    status = json.loads((built_site / "status.json").read_text("utf-8"))
    names = {page.removesuffix(".md") for page in PAGES}
    assert {(entry["locale"], entry["page"]) for entry in status["pages"]} == {(a, b) for a in TARGETS for b in names}
    assert {entry["state"] for entry in status["pages"]} == {"current"}
    assert all(entry["findings"] == [] for entry in status["pages"])
    table = (built_site / "localizers/status/index.html").read_text("utf-8")
    assert len(re.findall(r'<td class="facing-good">', table)) == len(TARGETS) * len(names)
    linked = {urljoin(SITE + "/localizers/status/", address) for address in pages["/localizers/status/"].addresses}
    assert {SITE + path_of(locale, page) for locale in TARGETS for page in PAGES} <= linked


def test_every_rule_has_its_place_in_the_reference(pages: dict[str, Html]) -> None:
    from facingpages.reference import ALL, address

    assert set(ALL) <= set(pages["/localizers/rules/"].ids), "addresses of old lead to the index"
    for rule in ALL:
        path, place = address(rule).removeprefix(SITE).split("#")
        assert place in pages[path].ids


def test_our_own_link_check_finds_nothing_in_the_built_site(built_site: Path) -> None:
    run("facingpages", "links", "--strict", str(built_site))
