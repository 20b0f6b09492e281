"""Every way in which HTML and CSS lead somewhere, as the standards have it, each dead and each alive."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import mkdocs

pytest.importorskip("selectolax")

from tests.published.test_check import told, write

from facingpages.config import Config
from facingpages.discover import discover
from facingpages.links.source import LinkCheck
from facingpages.published.check import check_site
from facingpages.published.css import fetched
from facingpages.published.html import read_html
from facingpages.published.trace import Tracer
from facingpages.read.uses import srcset
from facingpages.rules.across import Whole


def dead(root: Path) -> list[str]:
    return sorted(finding.content for finding in check_site(root))


def test_a_base_is_obeyed_by_addresses_without_a_path(tmp_path: Path) -> None:
    links = "".join(
        f'<a href="{href}">x</a>\n' for href in ("#there", "#here", "?q#there", "?q#here", "#top", "c#there")
    )
    write(tmp_path, a__b=f'<base href="../c.html"><p id="here">{links}', c='<p id="there">')
    assert dead(tmp_path) == ["#here", "?q#here"]
    write(tmp_path, a__b=f'<base href="?z"><p id="here">{links}')
    assert dead(tmp_path) == ["#there", "?q#there", "c#there"]
    write(tmp_path, a__b='<base href="../no/x.html"><a href="#x">x</a><a href="../c">y</a>')
    assert dead(tmp_path) == ["#x"]


def test_under_a_base_elsewhere_only_whole_addresses_are_of_this_site(tmp_path: Path) -> None:
    links = ("https://h.example/no", "//h.example/no2", "no3", "/no4", "#no5", "?no6")
    body = "".join(f'<a href="{link}">x</a>' for link in links)
    write(tmp_path, index=f'<link rel="canonical" href="https://h.example/"><base href="//o.example/">{body}')
    assert dead(tmp_path) == ["//h.example/no2", "https://h.example/no"]


@pytest.mark.parametrize(
    ("content", "address"),
    [
        ("0;url=a", "a"), ("0; URL = 'a b'", "a b"), ('0,url="a"tail', "a"), ("0 a", "a"), ("0;a", "a"),
        ("1.5; 'a' b", "a"), (" 0 ; url='a", "a"), ("0;\nurl=\ta\n", "a"), ("0; url a", "url a"), ("5", ""),
        ("x; url=a", ""), ("0url=a", ""), ("0;url=", ""), (".5;url=a?b=c", "a?b=c"),
    ],
)  # fmt: skip
def test_refresh(content: str, address: str) -> None:
    page = read_html(f"<meta http-equiv=Refresh content='{content.replace(chr(39), '&apos;')}'>".encode())
    assert page.leads == ({address} if address else set())


@pytest.mark.parametrize(
    ("value", "addresses"),
    [
        ("a 1x, b 2x", ["a", "b"]), ("a\n1x,\n\tb\f2x", ["a", "b"]), ("a, b", ["a", "b"]), ("a,b 2x", ["a,b"]),
        (",a,, b,", ["a", "b"]), ("a\u00a01x", ["a\u00a01x"]), ("a calc(1px, 2px) , b", ["a", "b"]), ("", []),
        ("a 1x , b", ["a", "b"]),
        ("data:,x 1x, b", ["data:,x", "b"]), ("a\r\n", ["a"]),
    ],
)  # fmt: skip
def test_srcset(value: str, addresses: list[str]) -> None:
    assert srcset(value) == addresses


@pytest.mark.parametrize(
    ("css", "addresses"),
    [
        ("a{b:url(x.png)}", ["x.png"]), ("a{b:URL( 'x y.png' )}", ["x y.png"]), ('@import "x.css";', ["x.css"]),
        ("@import url(x.css) print;", ["x.css"]), ("/* url(no) */ a{}", []), ("a{content:'url(no)'}", []),
        ("@namespace svg url(http://n);", []), (r"a{b:url(x\(1\).png)}", ["x(1).png"]), ("a{b:url(", []),
        (r'a{b:url("\78.png")}', ["x.png"]), ("a{b:url(#id)}", []), ("a{b:my-url(no)}", []), ("a{b:url()}", []),
        ("a{src:url(x.woff)format('woff'),url(y.ttf)}", ["x.woff", "y.ttf"]), ("/* a", []), ("a{b:url('x)}", []),
    ],
)  # fmt: skip
def test_css(css: str, addresses: list[str]) -> None:
    assert sorted(fetched(css)) == addresses


def test_stylesheets_are_checked_where_they_stand(tmp_path: Path) -> None:
    write(
        tmp_path,
        index='<style>p{b:url(no1.png)}</style><p style="background:url(no2.png)"><link rel=stylesheet href=a/s.css>',
    )
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "s.css").write_text("p { b: url(../x.png) }\n@import 'no3.css';\n@import url(//cdn.example/x);\n")
    (tmp_path / "x.png").write_bytes(b"")
    assert told(tmp_path) == [
        ("site-asset-dead", "index.html", 4), ("site-asset-dead", "index.html", 4), ("site-asset-dead", "a/s.css", 2),
    ]  # fmt: skip


def test_less_known_attributes(tmp_path: Path) -> None:
    body = """<svg><use href="no1.svg#a"/><use xlink:href="no2.svg"/></svg>
<svg><use href="#no3"/><use href="#yes"/><g id="yes"/></svg>
<form><button formaction="no4">x</button><input type=submit formaction="no5"></form>
<ins cite="no6">x</ins><del cite="no7">y</del><img longdesc="no8" alt="x"><table background="no9"></table>
<img usemap="#no10" alt=""><img usemap="#yes" alt=""><map name="yes"></map>
<iframe srcdoc="<p id=in><a href='#in'>x</a><a href='#top'>x</a><a href='#no11'>x</a>"></iframe>
<iframe srcdoc="<a href='no12'>y</a><img src='no13'>"></iframe>"""
    write(tmp_path, index=body)
    names = [content.removeprefix("#").partition(".")[0] for content in dead(tmp_path)]
    assert sorted(names) == sorted(f"no{number}" for number in range(1, 14))


def test_a_dead_address_is_told_at_each_place(tmp_path: Path) -> None:
    body = """<a href="no">x</a>
<!-- <a href="no">x</a> -->
<a href=no>x</a>
<script>a = "no"</script>
<a href="n&#111;">y</a>"""
    write(tmp_path, index=body, a='<p id="x">\n<a href="#no">x</a>\n<a title="#no" href="#no">x</a>')
    assert sorted(told(tmp_path)) == [
        ("site-anchor-dead", "a.html", 5), ("site-anchor-dead", "a.html", 6), ("site-anchor-dead", "a.html", 6),
        ("site-link-dead", "index.html", 4), ("site-link-dead", "index.html", 6), ("site-link-dead", "index.html", 8),
    ]  # fmt: skip


def test_other_hosts_named_without_a_scheme(tmp_path: Path) -> None:
    links = ("//o.example/x", "\\\\o.example/x", "/\\o.example\\x", "///o.example/x")
    home = '<link rel="canonical" href="//h.example/docs/">'
    own = '<a href="//h.example/docs/no">x</a><a href="no\u00a0">x</a><a href=" a ">x</a>'
    write(tmp_path, index=home + "".join(f'<a href="{link}">x</a>' for link in links) + own, a="")
    assert dead(tmp_path) == ["//h.example/docs/no", "no\u00a0"]


def test_findings_are_traced_to_all_links_with_that_very_target(tmp_path: Path) -> None:
    pytest.importorskip("mkdocs")
    pages = {
        "index.md": "# H\n\n[x](x.md) [x](dir/x.md)\n\n[no](dir/no.md) [no](no.md)\n\n"
        "[no](no.md)\n\n[a](x.md#no)\n\n[a](dir/x.md#no)\n",
        "x.md": "# X\n", "dir/x.md": "# X\n\n## No\n",
    }  # fmt: skip
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n")
    for name, text in pages.items():
        file = tmp_path / "docs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    assert mkdocs(tmp_path, "-q").code == 0
    config = Config(tmp_path, "en", (), ("docs/{page}.md",), dialect="mkdocs")
    trace = Tracer(LinkCheck(Whole(discover(config), config)))
    found = [f for f in check_site(tmp_path / "site", shown="site", trace=trace) if f.place.path.startswith("docs")]
    assert sorted((f.content, f.place.line, f.place.column) for f in found) == [
        ("dir/no.md", 5, 1), ("no.md", 5, 17), ("no.md", 7, 1), ("x/#no", 9, 1),
    ]  # fmt: skip
