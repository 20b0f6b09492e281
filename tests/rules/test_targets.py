"""Which addresses are one and the same, however they are written."""

from __future__ import annotations

import json

import pytest
from tests.conftest import Command, Write

from facingpages.rules.editions import names_locale
from facingpages.rules.identity import identity
from facingpages.rules.targets import spelled
from facingpages.rules.whole_address import is_beside, is_file
from facingpages.rules.worded import is_worded, shows_words


@pytest.mark.parametrize(
    ("target", "same"),
    [
        ("../b.md", "b.md"),
        ("./../b.md", "b.md"),
        (".b/c.md", ".b/c.md"),
        ("b%20c.md", "b c.md"),
        ("https://www.x.example/a/", "http://x.example/a"),
        ("http://x.example/", "http://x.example"),
        ("httpd", "httpd"),
        ("/en-us/a/index.md", "/a"),
        ("/lv/a/index.html", "/a"),
        ("a/index.mdx", "a/index.mdx"),
        ("https://x.example/a?lang=lv", "http://x.example/a?lang="),
        ("https://x.example/[your name]", "http://x.example/["),
        ("", ""),
    ],
)
def test_identity(target: str, same: str) -> None:
    assert identity(target) == same


@pytest.mark.parametrize(
    ("target", "locale", "same"),
    [
        ("b.md", "sv", "b"),
        ("b", "sv", "b"),
        ("b.html", "sv", "b"),
        ("b/index.md", "sv", "b"),
        ("b/_index.md", "sv", "b"),
        ("b/README.md", "sv", "b"),
        ("b.sv.md", "sv", "b"),
        ("b.de.md", "sv", "b.de"),
        ("b-sv", "sv", "b"),
        ("sv/b.md", "sv", "b"),
        ("x/sv/b.md#c", "sv", "x/b#c"),
        ("/b/", "sv", "b"),
        ("@/b.md", "sv", "b"),
        ("b.png", "sv", "b.png"),
        ("mailto:a@b.example", "sv", "mailto:a@b.example"),
        ("{% link en/b.md %}", "en", "b"),
        ("{% link _lv/guide/b.md %}", "lv", "guide/b"),
        ("{% link _guide/b.md %}", "en", "guide/b"),
        ("{% link _de/guide/b.md %}", "lv", "de/guide/b"),
        ("{% link _posts/2020-01-02-b.md %}", "en", "2020/01/02/b"),
        ("{% post_url 2020-01-02-b %}", "en", "2020-01-02-b"),
        ("_posts/2020-01-02-b.md", "en", "2020/01/02/b"),
        ('{{< relref "b" >}}', "en", "b"),
        ('{{< ref path="b.md" >}}#c', "en", "b#c"),
        ("b.pt_BR.md", "pt-br", "b"),
        ("#c", "sv", "#c"),
    ],
)
def test_spelled(target: str, locale: str, same: str) -> None:
    assert spelled(target, locale) == same


@pytest.mark.parametrize(
    ("target", "locale", "named"),
    [
        ("https://x.example/sv/a", "sv", True),
        ("https://x.example/sv-se/a", "sv", True),
        ("https://x.example/sverige/a", "sv", False),
        ("https://x.example/pt_BR/a", "pt-br", True),
        ("https://x.example/pt/a", "pt-br", True),
        ("a#sv", "sv", True),
        ("a?sv", "sv", True),
        ("sv.example/a", "sv", False),
    ],
)
def test_names_locale(target: str, locale: str, *, named: bool) -> None:
    assert names_locale(target, locale) is named


@pytest.mark.parametrize(
    ("name", "page", "same"),
    [
        ("tags", "sv/docs/page.md", True),
        ("tags", "sv/other/page.md", False),
        ("tag", "sv/docs/page.md", False),
        ("tags", "page.md", False),
        ("a/tags", "sv/docs/page.md", False),
        ("mailto:tags", "sv/docs/page.md", False),
    ],
)
def test_an_address_in_full_is_that_of_what_stands_beside_a_page_in_its_folder(
    name: str, page: str, same: bool
) -> None:
    assert is_beside("http://x.example/docs/tags", name, page) is same


@pytest.mark.parametrize(
    ("old", "new", "worded"),
    [
        ("app://say?text=Learn to swim&coin=1", "app://say?coin=1&text=学习游泳", True),
        ("app://say?text=Learn to swim&coin=1", "app://say?text=学习游泳&coin=2", False),
        ("app://say?text=Learn to swim&coin=1", "app://tell?text=学习游泳&coin=1", False),
        ("app://say?text=Learn to swim&coin=1", "app://say?words=学习游泳&coin=1", False),
        ("app://say?name=coin_box", "app://say?name=coin_bax", False),
        ("app://do?then=app:%2F%2Fsay%3Ftext%3Dgone", "app://do?then=app:%2F%2Fsay%3Ftext%3D没了", True),
        ("app://do?then=app:%2F%2Fsay%3Ftext%3Dgone", "app://do?then=app:%2F%2Ftell%3Ftext%3D没了", False),
        ("mailto:a@b.example?subject=My order", "mailto:a@b.example?subject=Mein Auftrag", True),
        ("https://x.example/?text=Learn to swim", "https://x.example/?text=学习游泳", False),
    ],
)
def test_what_an_app_is_told_may_be_in_the_readers_words(old: str, new: str, worded: bool) -> None:
    assert is_worded(old, new) == worded


@pytest.mark.parametrize(
    ("whole", "path", "same"),
    [
        ("https://docs.x.example/sv/SAFETY.md", "docs/sv/SAFETY.md", True),
        ("https://docs.x.example/sv/SAFETY.md", "docs/nl/SAFETY.md", False),
        ("https://docs.x.example/SAFETY.md", "docs/SAFETY.md", False),  # met on many sites
        ("https://x.example/sv/safety/", "docs/sv/safety/index.md", True),
        ("https://c.example/own/it/blob/main/docs/b.md#part", "docs/b.md", True),
        ("https://c.example/own/it/blob/main/docs/c.md", "docs/b.md", False),
        ("https://c.example/own/it/tree/main/docs/sv#readme", "docs/sv", True),
        ("https://c.example/own/it/tree/main/docs/sv", "docs/sv/README.md", True),
        ("https://c.example/own/it/-/blob/v2/site/docs/b.md", "docs/b.md", True),
        ("https://c.example/own/it/blob/main/b.md", "docs/b.md", False),
        ("https://c.example/own/it/blob/main/b.md", "../b.md", False),
        ("https://c.example/", "", False),
    ],
)
def test_the_whole_address_of_a_file(whole: str, path: str, same: bool) -> None:
    assert is_file(whole, path) is same


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("https://p.example/r#code=x%20%23%20one&a=b", "https://p.example/r#code=x%20%23%20ett&a=b", True),
        ("https://p.example/r#code=x%20%3D%201&mode=edit", "https://p.example/r#code=x%20%3D%201&mode=view", False),
        ("https://p.example/tell?text=Look+at+this", "https://p.example/tell?text=Titta+h%C3%A4r", True),
        ("https://p.example/tell?text=Look+at+this", "https://p.example/tel?text=Titta+h%C3%A4r", False),
        ("https://p.example/run?code=abc", "https://p.example/run?code=abd", False),
        ("https://p.example/find?id=one%20two", "https://p.example/find?id=one%20three", False),
        ("https://p.example/tell?text=a+b#code=1", "https://p.example/tell?text=a+c&code=1", False),
    ],
)  # fmt: skip
def test_an_address_that_hands_over_a_text(old: str, new: str, same: bool) -> None:
    assert shows_words(old, new) is same


@pytest.mark.parametrize(
    ("there", "here", "told"),
    [
        ("b.md", "https://c.example/own/it/blob/main/docs/en/b.md", [("link-target", "warning")]),  # out of the site
        ("https://c.example/own/it/blob/main/docs/en/b.md", "b.md", []),
    ],
)
def test_where_a_file_is_kept(
    there: str, here: str, told: list[tuple[str, str]], write: Write, command: Command
) -> None:
    write({
        "docs/en/a.md": f"# A\n\nSee [b]({there}) here.\n", "docs/sv/a.md": f"# A\n\nSe [b]({here}) h\u00e4r.\n",
        "docs/en/b.md": "# B\n", "docs/sv/b.md": "# B\n",
        "facingpages.toml": 'pages = ["docs/{locale}/{page}.md"]\nsource = "en"\nlocales = ["sv"]\n',
    })  # fmt: skip
    report = json.loads(command("check", "--format", "json", "--select", "link-target").out)
    assert [(one["rule"], one["severity"]) for one in report["findings"]] == told
