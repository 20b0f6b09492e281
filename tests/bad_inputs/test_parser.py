"""Texts that make parsers slow, deep or lost."""

from __future__ import annotations

import pytest
from tests.bad_inputs.inputs import ADDRESSES, PARSER
from tests.bad_inputs.site import SOURCE, TARGET, Site


@pytest.mark.parametrize("name", PARSER)
def test_text(site: Site, name: str) -> None:
    bad = PARSER[name]
    text = bad.text(bad.size).encode() + b"\n"
    site.configure(bad.dialect)
    site.pair(text, text + b"\n")
    site.pair(SOURCE, text, "half")
    outcome = site.survives()
    assert outcome.of("docs/sv/half.md"), "a translation that is nothing of the kind is told"


def test_front_matter_without_end(site: Site) -> None:
    site.pair(SOURCE, b"---\n" + b"title: a\n" * 5_000 + TARGET)
    assert "metadata-syntax" in dict(site.survives().of("docs/sv/bad.md"))


def test_addresses(site: Site) -> None:
    links = "".join(
        f"[a]({address}) ![b]({address})\n\n<a href='{address}'>c</a>\n\n" for address in ADDRESSES
    ).encode()
    site.pair(SOURCE + links, TARGET + links)
    site.survives()


def test_tags_without_target(site: Site) -> None:
    tags = b"<a>b</a> <img> <a href>c</a> <img src> <a href=>d</a>\n\n<div><a><img></div>\n\n[]()\n\n![]()\n"
    site.pair(SOURCE + tags, TARGET + tags)
    site.survives()
