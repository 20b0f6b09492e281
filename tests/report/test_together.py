"""What is one thing to people is told once, in text and HTML; JSON keeps each finding."""

from __future__ import annotations

from tests.conftest import Command, Write

TEXT = "# {title}\n\nSelect **{save}** and `run` it.\n"
GAINED = "# A\n\nSelect **Save** and `run` it.\n\n## New part of the source\n\n```sh\nrun new\n```\n"
LOCALES = {"lv": ("Lapa", "Saglabāt"), "sv": ("Sida", "Spara"), "sl": ("Stran", "Shrani")}


def site(locales: int, source: str = GAINED) -> dict[str, str]:
    pages = {"docs/en/a.md": source}
    for locale, (title, save) in list(LOCALES.items())[:locales]:
        pages[f"docs/{locale}/a.md"] = TEXT.format(title=title, save=save)
    return pages


def test_what_the_source_gained_is_told_once(write: Write, command: Command) -> None:
    write(site(3))
    run = command("check", "--no-cache")
    assert run.out.count("heading-missing") == 1
    assert (
        "docs/en/a.md:5:1: error [heading-missing] The source gained this; all 3 locales lack it: lv, sl, sv."
        in run.out
    )
    assert len([one for one in command("check", "--format", "json").places if one[0] == "heading-missing"]) == 3


def test_what_is_found_in_all_locales_is_told_once_in_the_reader_s_language(write: Write, command: Command) -> None:
    pages = site(3, TEXT.format(title="A", save="Save"))
    for locale in LOCALES:
        pages[f"docs/{locale}/a.md"] = pages[f"docs/{locale}/a.md"].replace("`run`", "`ran`")
    write(pages)
    assert "The same in all 3 locales: lv, sl, sv." in command("check", "--no-cache").out
    told = command("check", "--no-cache", "--lang", "sv").out
    assert "Likadant på alla språk (3): lv, sl, sv." in told
    assert "├ Koden är ”ran”; i originalet är den ”run”: docs/lv/a.md:3:" in told
    html = command("check", "--no-cache", "--lang", "sv", "--format", "html").out
    assert "Koden är ”ran”" in html


def test_two_locales_may_be_two_mistakes(write: Write, command: Command) -> None:
    write(site(2))
    assert command("check", "--no-cache").out.count("[heading-missing]") == 2


def test_a_locale_that_has_it_keeps_the_others_apart(write: Write, command: Command) -> None:
    pages = site(3)
    pages["docs/sv/a.md"] += "\n## Ny del av källan\n\n```sh\nrun new\n```\n"
    write(pages)
    assert command("check", "--no-cache").out.count("[heading-missing]") == 2


def test_pages_not_translated_are_counted_for_each_locale(write: Write, command: Command) -> None:
    names = [*(f"en/{name}" for name in "abc"), "lv/a", "sv/a"]
    write({f"docs/{name}.md": "# A\n" for name in names})
    run = command("check", "--no-cache")
    assert run.out.count("[page-missing]") == 2
    assert '2 pages are not translated, the first is "b".' in run.out
    assert len(command("check", "--format", "json").places) == 4
    html = command("check", "--format", "html").out
    assert html.count("page-missing") == 2


def linked(page: int, target: str) -> dict[str, str]:
    text = "# A\n\nSee [a](https://x.example/{}).\n"
    return {f"docs/en/{page}.md": text.format("one"), f"docs/sv/{page}.md": text.replace("See", "Se").format(target)}


def test_what_a_locale_does_on_many_pages_is_told_once(write: Write, command: Command) -> None:
    write({name: text for page in range(4) for name, text in linked(page, "two" if page else "three").items()})
    out = command("check", "--no-cache").out
    assert out.count("[link-target]") == 2
    assert "the same on 3 pages, next: docs/sv/2.md:3:" in out
    assert (
        command("check", "--lang", "sv", "--no-cache").out.count(
            "likadant på fler sidor (totalt 3), nästa: docs/sv/2.md:3:"
        )
        == 1
    )
    whole = command("check", "--format", "json").places
    assert len([one for one in whole if one[0] == "link-target"]) == 4
    assert command("check", "--format", "json", "docs/sv/2.md").places == [
        one for one in whole if one[1] == "docs/sv/2.md"
    ]


def test_on_two_pages_it_may_be_a_slip(write: Write, command: Command) -> None:
    write({name: text for page in range(2) for name, text in linked(page, "two").items()})
    assert command("check", "--no-cache").out.count("[link-target]") == 2


def test_addresses_that_moved_in_one_way_are_told_once(write: Write, command: Command) -> None:
    moved = {0: ("old/a", "new/a"), 1: ("old/b", "new/b"), 2: ("old/c", "new/c"), 3: ("old/d", "new/e")}
    for page, (there, here) in moved.items():
        write({name: text.replace("one", there) for name, text in linked(page, here).items()})
    out = command("check", "--no-cache").out
    assert out.count("[link-target]") == 2
    assert "the same on 3 pages, next: docs/sv/1.md:3:" in out
    assert 'leads to "https://x.example/new/e"' in out


def test_links_to_one_translated_heading_are_told_once(write: Write, command: Command) -> None:
    write({"docs/en/a.md": "# A\n\n## Keys of it\n", "docs/sv/a.md": "# A\n\n## Dess nycklar\n"})
    for page in "bcd":
        text = f"# {page}\n\nSee [it](a.md#keys-of-it).\n"
        write({f"docs/en/{page}.md": text, f"docs/sv/{page}.md": text.replace("See", "Se")})
    out = command("check", "--no-cache").out
    assert out.count("[anchor-translated]") == 1
    assert "the same on 3 pages, next: docs/sv/c.md:3:" in out
