"""Pages that have nothing in common, too much in common, or nothing at all."""

from __future__ import annotations

from tests.bad_inputs.site import SOURCE, TARGET, Site


def words(prefix: str, count: int) -> bytes:
    """Paragraphs of one word each, no two alike."""
    return "".join(f"{prefix}{number:x}\n\n" for number in range(count)).encode()


def test_nothing_in_common(site: Site) -> None:
    site.pair(words("w", 10_000), words("\u0436", 10_000))
    site.survives()


def test_one_less_of_the_same(site: Site) -> None:
    site.pair(b"Same.\n\n" * 10_000, b"Lika.\n\n" * 9_999)
    outcome = site.survives()
    assert [one["rule"] for one in outcome.findings if one["path"] == "docs/sv/bad.md"] == ["block-missing"]


def test_one_page_empty(site: Site) -> None:
    site.pair(words("w", 5_000), b"\n\n")
    assert "page-empty" in dict(site.survives().of("docs/sv/bad.md"))


def test_source_empty(site: Site) -> None:
    site.pair(b"\n", words("w", 5_000))
    assert site.survives().of("docs/sv/bad.md")


def test_sides_swapped(site: Site) -> None:
    site.pair(TARGET, SOURCE)
    site.survives()


def test_two_megabytes(site: Site) -> None:
    def page(word: str) -> bytes:
        part = (
            "## {word} {n}\n\n{text} [{n}](https://example.com/{n}) **{word}** `c{n}`.\n\n1. {word} {n}\n2. {text}\n\n"
        )
        text = " ".join([word] * 90)
        return "".join(part.format(word=word, text=text, n=number) for number in range(1_600)).encode()

    source, target = page("Credit"), page("Kredit")
    assert len(source) > 2_000_000
    site.pair(source, target.replace(b"[1200](https://example.com/1200)", b"1200"))
    outcome = site.survives()
    assert [one["rule"] for one in outcome.findings if one["path"] == "docs/sv/bad.md"] == ["link-missing"]
