"""Bytes that are no plain UTF-8 text, and names that are no plain file names."""

from __future__ import annotations

import codecs
import os
import sys

import pytest
from tests.bad_inputs.site import SOURCE, TARGET, Site

HEADED = b"---\ntitle: Terms\n---\n\n" + SOURCE
GEHEADED = b"---\ntitle: Villkor\n---\n\n" + TARGET


def words(site: Site, rule: str, path: str = "docs/sv/bad.md") -> str:
    """The message of a rule's finding in a page; the check survived."""
    told = dict(site.survives().of(path))
    assert rule in told, told
    return told[rule]


def test_invalid_utf8(site: Site) -> None:
    site.pair(SOURCE, TARGET.replace(b"tolv", b"t\xffolv"))
    assert "0xFF" in words(site, "page-encoding")


def test_the_place_of_an_invalid_byte(site: Site) -> None:
    site.pair(SOURCE, b"# Villkor\n\n\xc3\xa4\xff " + TARGET[len("# Villkor\n\n") :])
    place = next(one for one in site.survives().findings if one["rule"] == "page-encoding")
    assert (place["line"], place["column"]) == (3, 2)


def test_the_rest_of_an_invalid_page_is_checked(site: Site) -> None:
    site.pair(SOURCE + b"\nSee [a](guide.md).\n", TARGET.replace(b"tolv", b"t\xffolv") + b"\nSe a.\n")
    assert "link-missing" in dict(site.survives().of("docs/sv/bad.md"))


@pytest.mark.parametrize("encoding", ["shift-jis", "cp1251"])
def test_of_a_page_in_another_encoding_only_that_is_said(encoding: str, site: Site) -> None:
    text = (
        "ご利用になる前に設定を確認してください。" if encoding == "shift-jis" else "Проверьте настройки перед началом."
    )
    site.pair(SOURCE + b"\nSee [a](guide.md).\n", f"# A\n\n{text}\n".encode(encoding))
    assert "another encoding" in words(site, "page-encoding")
    assert [rule for rule, _ in site.survives().of("docs/sv/bad.md")] == ["page-encoding"]


def test_bom_before_front_matter(site: Site) -> None:
    site.pair(codecs.BOM_UTF8 + HEADED, codecs.BOM_UTF8 + GEHEADED)
    assert site.survives().of("docs/sv/bad.md") == []


def test_bom_on_one_side(site: Site) -> None:
    site.pair(HEADED, codecs.BOM_UTF8 + GEHEADED)
    assert site.survives().of("docs/sv/bad.md") == []


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16(site: Site, encoding: str) -> None:
    mark = codecs.BOM_UTF16_LE if encoding.endswith("le") else codecs.BOM_UTF16_BE
    site.pair(SOURCE, mark + TARGET.decode().encode(encoding))
    assert "UTF-16" in words(site, "page-encoding")


def test_utf16_without_mark(site: Site) -> None:
    site.pair(SOURCE, TARGET.decode().encode("utf-16-le"))
    assert site.survives().of("docs/sv/bad.md")


@pytest.mark.parametrize("ending", [b"\r\n", b"\r"], ids=["CRLF", "CR"])
def test_line_ends(site: Site, ending: bytes) -> None:
    site.pair(HEADED, GEHEADED.replace(b"\n", ending))
    assert site.survives().of("docs/sv/bad.md") == []


@pytest.mark.parametrize("ending", [b"\r\n", b"\r"], ids=["CRLF", "CR"])
def test_a_defect_behind_line_ends(site: Site, ending: bytes) -> None:
    text = GEHEADED.replace(b"medel", b"[medel](guide.md)").replace(b"\n", ending)
    site.pair(HEADED, text)
    place = next(one for one in site.survives().findings if one["path"] == "docs/sv/bad.md")
    assert (place["rule"], place["line"]) == ("link-extra", 7)


def test_nul(site: Site) -> None:
    site.pair(SOURCE, TARGET.replace(b"tolv", b"to\0lv"))
    assert "NUL" in words(site, "text-control")


def test_nul_in_an_address(site: Site) -> None:
    site.pair(SOURCE + b"\n[a](gui\0de.md)\n", TARGET + b"\n[a](gui\0de.md)\n")
    outcome = site.survives()
    assert "text-control" in dict(outcome.of("docs/en/bad.md"))


def test_an_empty_file(site: Site) -> None:
    site.pair(SOURCE, b"")
    assert "empty" in words(site, "page-empty")


def test_an_empty_source(site: Site) -> None:
    site.pair(b"", TARGET)
    assert site.survives().of("docs/sv/bad.md")


def test_a_line_of_ten_megabytes(site: Site) -> None:
    site.pair(SOURCE, TARGET + b"\n" + b"ord " * 2_500_000 + b"\n")
    assert site.survives().of("docs/sv/bad.md")


def test_a_file_beyond_all_bounds(site: Site) -> None:
    site.pair(SOURCE, TARGET + b"\n\nord" * 4_200_000)
    assert "20000000" in words(site, "page-unreadable")


def test_lone_surrogates(site: Site) -> None:
    site.pair(SOURCE, TARGET.replace(b"tolv", b"\xed\xa0\x80\xed\xb0\x80"))
    assert "0xED" in words(site, "page-encoding")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems allow only Unicode names")
def test_a_name_that_is_not_utf8(site: Site) -> None:
    site.write(b"docs/en/caf\xe9.md", SOURCE)
    site.write(b"docs/sv/caf\xe9.md", b"")
    outcome = site.survives()
    assert any(one["rule"] == "page-empty" for one in outcome.findings)


@pytest.mark.parametrize("name", ["a\nb", "a#b", "a?b", "a%20b", "a b", "%", "\u202egpj", "-", "[a]", "a\tb", "{page}"])
def test_strange_names(site: Site, name: str) -> None:
    site.pair(SOURCE, b"", name)
    outcome = site.survives()
    assert [one["rule"] for one in outcome.findings if one["path"] == f"docs/sv/{name}.md"] == ["page-empty"]


def test_decomposed_names(site: Site) -> None:
    link = "\n[kaf\u00e9](kaf\u00e9.md)\n".encode()  # one code point in the link, two in the name
    site.pair(SOURCE, TARGET, "kafe\u0301")
    site.pair(SOURCE + link, TARGET + link)
    site.survives()


def test_names_that_differ_in_case(site: Site) -> None:
    if os.path.normcase("A") == "a":
        pytest.skip("names do not differ in case here")
    site.pair(SOURCE, TARGET, "page")
    site.pair(SOURCE, b"", "Page")
    outcome = site.survives()
    assert [one["path"] for one in outcome.findings if one["rule"] == "page-empty"] == ["docs/sv/Page.md"]


def test_a_long_part_of_a_path(site: Site) -> None:
    link = f"\n[a]({'x' * 300}.md)\n".encode()  # longer than any file name may be
    site.pair(SOURCE + link, TARGET + link)
    site.survives()


def test_a_path_that_climbs(site: Site) -> None:
    link = b"\n[a](" + b"../" * 3_000 + b"etc/passwd)\n"
    site.pair(SOURCE + link, TARGET + link)
    site.survives()
