"""Front matter that is wrong, hostile or enormous."""

from __future__ import annotations

import pytest
from tests.bad_inputs.site import SOURCE, TARGET, Site

BOMB = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 10)}]\n" for n in range(12)
)

TOLD = {
    "unparsable": ("title: [a\nb: c\n", "metadata-syntax", "YAML"),
    "duplicate keys": ("title: a\ntitle: b\n", "metadata-duplicate", "title"),
    "a list": ("- a\n- b\n", "metadata-syntax", "mapping"),
    "a scalar": ("just words\n", "metadata-syntax", "mapping"),
    "a tab": ("title:\n\t- a\n", "metadata-syntax", "YAML"),
    "an alias of nothing": ("title: *a\n", "metadata-syntax", "YAML"),
    "a bomb of aliases": (BOMB, "metadata-syntax", "values"),
    "an alias of itself": ("title: &a [*a, *a]\n", "metadata-syntax", "values"),
    "brackets in brackets": ("title: " + "[" * 190_000 + "\n", "metadata-syntax", "deeper"),
    "mappings in mappings": ("title: " + "{a: " * 40_000 + "\n", "metadata-syntax", "deeper"),
    "lists in lists": ("title:\n" + "- " * 90_000 + "x\n", "metadata-syntax", "deeper"),
    "too long": ("title: a\n" + "k: " + "x" * 300_000 + "\n", "metadata-syntax", "longer"),
    "a control character": ("title: a\x07b\n", "metadata-syntax", "YAML"),
    "broken TOML": ("title = \n", "metadata-syntax", "TOML"),
}
READ = {
    "a tag that asks for code": "title: !!python/object/apply:os.system ['touch hacked']\n",
    "5,000 digits": f"title: {'9' * 5_000}\n",
    "a date out of range": "date: 2024-02-31\n",
    "a time out of range": "date: 2024-13-45T99:99:99Z\n",
    "a merge key": "base: &b {a: 1}\ntitle:\n  <<: *b\n",
    "a null": "title: ~\n",
    "no value": "title:\n",
    "an infinite number": "order: .inf\n",
    "ten thousand keys": "".join(f"k{n}: {n}\n" for n in range(10_000)),
    "a deep mapping": "".join("  " * n + f"k{n}:\n" for n in range(300)),
}


def page(matter: str, text: bytes) -> bytes:
    fence = "+++" if " = " in matter else "---"
    return f"{fence}\n{matter}{fence}\n\n".encode() + text


@pytest.mark.parametrize("name", TOLD)
def test_told(site: Site, name: str) -> None:
    matter, rule, word = TOLD[name]
    site.pair(SOURCE, page(matter, TARGET))
    told = dict(site.survives().of("docs/sv/bad.md"))
    assert rule in told
    assert word in told[rule]


@pytest.mark.parametrize("name", TOLD)
def test_the_rest_of_the_page_is_checked(site: Site, name: str) -> None:
    matter = TOLD[name][0]
    site.pair(page(matter, SOURCE + b"\nSee [a](guide.md).\n"), page(matter, TARGET + b"\nSe a.\n"))
    assert "link-missing" in dict(site.survives().of("docs/sv/bad.md"))


@pytest.mark.parametrize("name", READ)
def test_read(site: Site, name: str) -> None:
    site.pair(page(READ[name], SOURCE), page(READ[name], TARGET))
    outcome = site.survives()
    assert not [rule for rule, _ in outcome.of("docs/sv/bad.md") if rule == "metadata-syntax"]
    assert not (site.root / "hacked").exists()


@pytest.mark.parametrize("value", [f"0x{'f' * 5_000}", "9" * 5_000, "2024-02-31", "[1, [2, [3]]]"])
def test_toml(site: Site, value: str) -> None:
    site.pair(page(f"order = {value}\n", SOURCE), page(f"order = {value}\n", TARGET))
    site.survives()
