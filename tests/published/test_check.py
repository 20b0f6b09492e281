"""Published HTML is checked as browsers and servers see it, whatever made it and whatever is in it."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("selectolax")

from tests.links.planted import BROKEN, FIRST, LOOKALIKES, TEMPLATES, built_site

from facingpages.config import Config
from facingpages.discover import discover
from facingpages.finding import Finding
from facingpages.links.source import LinkCheck
from facingpages.published.check import check_site
from facingpages.published.html import read_html
from facingpages.published.trace import Tracer
from facingpages.rules.across import Whole

HEAD = '<!doctype html>\n<html lang="en">\n<body>\n'

# Rules on Markdown of which the built page shows no trace, but for the two that it shows in another way.
UNSEEN = ("reference-", "footnote-", "snippet-", "id-", "link-locale-", "link-source-only")


def write(root: Path, **pages: str) -> None:
    for name, body in pages.items():
        file = root / (name.replace("__", "/") + ".html")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(HEAD + body, encoding="utf-8")


def told(root: Path, **options: str) -> list[tuple[str, str, int]]:
    return [(f.rule, f.place.path, f.place.line) for f in check_site(root, **options)]  # type: ignore[arg-type]


def test_addresses_as_servers_answer_them(tmp_path: Path) -> None:
    links = [
        "a",
        "a/",
        "a/index.html",
        "./a",
        "b",
        "b.html",
        "/b",
        "a?x=1#y",
        "b.html?",
        "%61/",
        "a/#here",
        "#top",
        "#",
        "?x",
        "",
        "//o.example/",
        "a/../b",
    ]
    write(
        tmp_path,
        index="".join(f'<a href="{link}">x</a>\n' for link in links),
        a__index='<p id="here">\n<a id="y">',
        b="",
    )
    assert told(tmp_path) == []


def test_dead_addresses(tmp_path: Path) -> None:
    links = [
        "c",
        "b/",
        "a/x",
        "../../c",
        "A/",
        "c?a",
        "a/#no",
        "#no",
        "b#no",
        "c%20d",
        "a/b/../../c",
        "file:///etc/hosts",
        "C:\\x",
    ]
    write(tmp_path, index="".join(f'<a href="{link}">x</a>\n' for link in links), a__index="", b="")
    assert sorted(line for _, _, line in told(tmp_path)) == [4 + at for at in range(len(links))]


def test_what_is_no_link_is_left_alone(tmp_path: Path) -> None:
    body = """<!-- <a href="no">x</a> -->
<script>const a = '<a href="no">x</a>';</script><style>a[href="no"] {}</style>
<pre><code>&lt;a href="no"&gt; href="no"</code></pre><template><a href="no">x</a></template>
<textarea><a href="no"></textarea><p title='<a href="no">'>x</p>
<a>x</a><a href>x</a><img><img src><a href="mailto:a@b">x</a><a href="javascript:no()">x</a><img src="data:,x">
<link rel="preconnect" href="https://o.example"><link rel="dns-prefetch" href="no">"""
    write(tmp_path, index=body)
    assert told(tmp_path) == []


def test_every_attribute_that_leads_or_shows(tmp_path: Path) -> None:
    body = """<a href=no1>x</a>
<map><area href='no2'></map>
<img src="no3" srcset="ok.html, no4 2x">
<video poster="no5"><source src="no6"><track src="no7"></video>
<iframe src="no8"></iframe><object data="no9"></object><embed src="no10">
<script src="no11"></script><link rel="stylesheet" href="no12">
<form action="no13"></form><blockquote cite="no14">x</blockquote>
<meta http-equiv="refresh" content="0; url=no15"><picture><source srcset="no16 1x"></picture>"""
    write(tmp_path, index=body, ok="")
    named = {str(finding.values["address"]) for finding in check_site(tmp_path)}
    assert named == {f"no{number}" for number in range(1, 17)}


def test_a_base_moves_relative_addresses(tmp_path: Path) -> None:
    write(tmp_path, a__b='<base href="../"><a href="c">x</a><a href="no">y</a>', c="")
    assert [finding.values["address"] for finding in check_site(tmp_path)] == ["no"]
    write(tmp_path, a__b='<base href="https://o.example/"><a href="no">y</a>')
    assert told(tmp_path) == []


def test_a_site_in_a_folder_of_its_host(tmp_path: Path) -> None:
    home = '<link rel="canonical" href="https://h.example/docs/">'
    links = ["/docs/a", "/a", "https://h.example/docs/no", "https://h.example/no"]
    write(tmp_path, index=home + "".join(f'<a href="{link}">x</a>\n' for link in links), a='<a href="../">up</a>')
    assert sorted(told(tmp_path)) == [
        ("site-link-dead", "index.html", 6),
        ("site-link-outside", "a.html", 4),
        ("site-link-outside", "index.html", 5),
    ]
    other = told(tmp_path, address="https://h.example/")
    assert ("site-link-dead", "index.html", 4) in other


def test_what_a_template_repeats_is_told_once(tmp_path: Path) -> None:
    write(tmp_path, **{f"p{number}": '<a href="no">x</a><i id="a"></i><i id="a"></i>' for number in range(40)})
    found = list(check_site(tmp_path))
    assert sorted(finding.rule for finding in found) == ["site-id-duplicate", "site-link-dead"]
    assert {finding.values["count"] for finding in found} == {"40"}


@pytest.mark.parametrize(
    "raw",
    [
        b"", b"\x00", b"\xff\xfe<\x00a\x00", b"<" * 20_000, b"<a href=" * 5_000, b"<div>" * 5_000,
        b'<a href="' + b"x" * 1_000_000, b"<a href='http://[::1'>", b"<a href='//[bad'>", b"<a href='x:99999999'>",
        b"<a href='%zz%'>", b"<a href='\xed\xa0\x80'>", b"<!--" * 1_000, b"<![CDATA[" * 1_000,
        b"<p id='" + b"a" * 100_000 + b"'>", b"<a href='" + b"../" * 3_000 + b"x'>",
        b"<img srcset='" + b"a 1x," * 5_000 + b"'>", b"<html lang='\x1b[31m'><a href='\x1b[31m::error'>",
        b"<base href='::'><a href='b'>",
    ],
)  # fmt: skip
def test_hostile_pages(raw: bytes, tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_bytes(raw)
    write(tmp_path, known='<a href="no">x</a>')
    assert ("site-link-dead", "known.html", 4) in told(tmp_path)
    read_html(raw)


def test_several_processes_tell_the_same(tmp_path: Path) -> None:
    write(tmp_path, **{f"p{number}": f'<a href="no{number}">x</a><a href="p1#x">y</a>' for number in range(400)})
    assert list(check_site(tmp_path, jobs=2)) == list(check_site(tmp_path, jobs=1))


@pytest.fixture(scope="module")
def traced(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Finding]]:
    root = built_site(tmp_path_factory)
    config = Config(root, "en", ("lv",), ("docs/{locale}/{page}.md",), dialect="mkdocs")
    trace = Tracer(LinkCheck(Whole(discover(config), config)))
    found: dict[str, list[Finding]] = {}
    for finding in check_site(root / "site", shown="site", trace=trace):
        found.setdefault(finding.place.path, []).append(finding)
    return found


def test_dead_targets_are_traced_to_their_markdown(traced: dict[str, list[Finding]]) -> None:
    for plant in BROKEN:
        if plant.rule.startswith(UNSEEN):
            continue
        places = [finding.place.line for finding in traced.get(f"docs/lv/{plant.page}.md", [])]
        assert places == [FIRST + plant.line], plant.name
        assert f"site/lv/{plant.page}/index.html" not in traced
        related = traced[f"docs/lv/{plant.page}.md"][0].related[0]
        assert related.place.path == f"site/lv/{plant.page}/index.html"
        assert related.place.line > 1


def test_whole_pages_are_left_alone(traced: dict[str, list[Finding]]) -> None:
    for plant in LOOKALIKES:
        if plant.name not in (*TEMPLATES, "style"):  # in the style a picture is fetched that is not there
            assert f"docs/lv/{plant.page}.md" not in traced, plant.name
            assert f"site/lv/{plant.page}/index.html" not in traced, plant.name


def test_an_id_counts_once_whatever_else_its_tag_has(tmp_path: Path) -> None:
    write(tmp_path, index='<img id="a" src="a.png" srcset="a.png 2x" alt=""><video id="b" poster="a.png"></video>')
    (tmp_path / "a.png").write_bytes(b"")
    assert [finding.rule for finding in check_site(tmp_path)] == []


def test_links_in_drawings(tmp_path: Path) -> None:
    write(tmp_path, index='<a href="no/">x</a><svg><a xlink:href="nay/">x</a><image xlink:href="n.png"/></svg>')
    found = [(finding.rule, finding.content) for finding in check_site(tmp_path)]
    assert sorted(found) == [
        ("site-asset-dead", "n.png"),
        ("site-link-dead", "nay/"),
        ("site-link-dead", "no/"),
    ]


def test_places_of_addresses_written_with_entities(tmp_path: Path) -> None:
    write(tmp_path, index='<p>x</p><a href="n&#111;/?a&#38;b">x</a>')
    assert [finding.place[1:3] for finding in check_site(tmp_path)] == [(4, 18)]
