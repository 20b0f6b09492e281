"""What takes long or much where it is written by who means harm: it ends in bounded time and memory.

Points 3, 7 and 10 of the list in `tests/hostile/__init__.py`.
"""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import Write
from tests.hostile.bounded import bounded
from tests.hostile.site import CONFIG, SITE

LONG = "a" * 200
STARS = "*a" * 30
NOT_READ = 75  # a run over the small site takes 31 MB, and 88 MB with a page of the longest that is read


@pytest.mark.parametrize(
    ("key", "pattern"),
    [("pages", f"docs/{{locale}}/{STARS}/{{page}}.md"), ("pages", f"docs/{{locale}}/{STARS}{{page}}b.md"),
     ("pages", f"{STARS}/{{locale}}/{{page}}.md"), ("pages", "**/a/" * 30 + "{locale}/{page}.md"),
     ("pages", f"docs/{{locale}}/{{page}}{STARS}b.md"), ("exclude", f"{STARS}b"), ("exclude", "**/a/" * 30 + "b"),
     ("exclude", f"docs/**/{STARS}b/{STARS}b"), ("source_only", f"/docs/en/{STARS}b"), ("exclude", "?*" * 40 + "b"),
     ("exclude", "[a]*" * 40 + "b")],
)  # fmt: skip
def test_patterns_of_the_configuration(key: str, pattern: str, write: Write) -> None:
    files = {f"docs/{locale}/{folder}{LONG}.md": "# A\n" for locale in ("en", "sv") for folder in ("", "a/" * 60)}
    pages = f'["{pattern}", "docs/{{locale}}/{{page}}.md"]' if key == "pages" else '["docs/{locale}/{page}.md"]'
    more = f'{key} = ["{pattern}"]\n' if key != "pages" else ""
    root = write({**SITE, **files, "facingpages.toml": f'locales = ["sv"]\npages = {pages}\n{more}'})
    assert bounded("check", cwd=root).code in (1, 2)


@pytest.mark.parametrize("line", [f"{STARS}b", "**/a/" * 30 + "b", f"/{STARS}b/**/{STARS}b"])
def test_patterns_of_mkdocs(line: str, write: Write) -> None:
    files = {f"docs/{locale}/{folder}{LONG}.md": "# A\n" for locale in ("en", "sv") for folder in ("", "a/" * 60)}
    root = write({**SITE, **files, "mkdocs.yml": f"site_name: x\nexclude_docs: |\n  {line}\n"})
    assert bounded("links", cwd=root).code in (0, 1)


PARTS = ("a", "b", "/", "*", "**", "**/", "{page}", "{locale}", "?")


@given(
    st.lists(st.sampled_from(PARTS), min_size=1, max_size=8),
    st.lists(st.sampled_from(["a", "b", "/", "sv", "en"]), max_size=10),
)  # fmt: skip
def test_patterns_match_as_regular_expressions_do(parts: list[str], path: list[str]) -> None:
    from facingpages.pattern import _Parts, _regex

    text, words = "".join(parts).replace("?", "."), "".join(path)
    if text.count("{page}") > 1 or text.count("{locale}") > 1:
        return
    locales = ("sv", "en", "a")
    found = re.compile(_regex(text, "|".join(locales)), re.S).fullmatch(words)
    assert _Parts(text, locales).fields(words) == (found.groupdict() if found else None)


@given(
    st.lists(st.sampled_from(["a", "b", "/", "*", "**", "/**/", "**/", "?", "[ab]"]), min_size=1, max_size=9),
    st.lists(st.sampled_from(["a", "b", "/"]), min_size=1, max_size=10),
)  # fmt: skip
def test_ignored_paths_are_those_of_pathspec(parts: list[str], path: list[str]) -> None:
    import pathspec

    from facingpages.ignored import as_git_ignores, paths_like

    line, name = "".join(parts), re.sub("/+", "/", "".join(path)).strip("/")
    try:
        theirs = pathspec.PathSpec.from_lines("gitignore", [line]), pathspec.GitIgnoreSpec.from_lines([line])
    except ValueError:
        return
    for mine, right in zip((paths_like([line]), as_git_ignores([line])), theirs, strict=True):
        assert mine.match_file(name) == right.match_file(name), (line, name)


HOME = {"site/index.html": '<html lang="en"><link rel="canonical" href="https://x.example/">'}
MAPS = {
    "url": "<url " * 40_000, "urls": "<url>" * 200_000, "loc": "<loc>" * 300_000, "spaces": "<loc>" + " " * 2_000_000,
    "link": "<url>" + "<xhtml:link " * 200_000 + "</url>", "href": "<url><xhtml:link " + 'href="' * 200_000 + "></url>",
    "dead": "<url><loc>https://x.example/gone</loc></url>" * 40_000,
    "other dead": "".join(f"<url><loc>https://x.example/gone{n}</loc></url>" for n in range(20_000)),
}  # fmt: skip


@pytest.mark.parametrize("kind", MAPS)
def test_sitemaps(kind: str, write: Write) -> None:
    root = write({**HOME, "site/sitemap.xml": MAPS[kind]})
    assert bounded("links", "site", "--url", "https://x.example/", cwd=root).code in (0, 1)


@pytest.mark.parametrize("name", ["sitemap.xml.gz", "sub/sitemap.xml.gz"])
def test_a_packed_bomb(name: str, write: Write) -> None:
    root = write(HOME)
    (root / "site" / name).parent.mkdir(exist_ok=True)
    with gzip.open(root / "site" / name, "wb", compresslevel=1) as stream:
        for _ in range(200):
            stream.write(b"\0" * (1 << 20))
    run = bounded("links", "site", "--format", "json", cwd=root, megabytes=270)
    assert run.code == 1
    assert run.rules == {f"site/{name}": {"page-unreadable"}}


@pytest.mark.parametrize(
    "content", [b"", b"no gzip", gzip.compress(b"<urlset/>", mtime=0)[:-9], gzip.compress(b"", mtime=0)[:12]]
)
def test_a_packed_sitemap_that_is_none(content: bytes, write: Write) -> None:
    root = write(HOME)
    (root / "site/sitemap.xml.gz").write_bytes(content)
    assert bounded("links", "site", cwd=root).code in (0, 1)


RULES = {
    "stars": f"/{STARS}b /x\n/c /{'a' * 3_000}\n",
    "names": f"/{'/:a' * 30}b /x\n/c /{'/a' * 1_000}\n",
    "many": "".join(f"/{STARS}{n} /x\n/c{n} /{'a' * 100}{n}\n" for n in range(2_000)),
    "a chain": "".join(f"/{n} /{n + 1}\n" for n in range(60_000)),
    "a circle": "".join(f"/{n} /{(n + 1) % 60_000}\n" for n in range(60_000)),
    "words": "/a " * 1_000_000, "one word": f"/{'a' * 2_000_000} /{'b' * 2_000_000}\n", "hashes": "#" * 2_000_000,
}  # fmt: skip


@pytest.mark.parametrize("kind", RULES)
def test_redirects(kind: str, write: Write) -> None:
    root = write({**HOME, "site/_redirects": RULES[kind]})
    run = bounded("links", "site", cwd=root)
    assert run.code == (0 if kind == "hashes" else 1)


SCRIPTS = {
    "slashes": ("docusaurus.config.js", "i18n: {locales: [" + "//" * 400_000),
    "keys": ("docusaurus.config.js", "locales: [" * 80_000),
    "spaces": ("docusaurus.config.js", "locales" + " " * 900_000),
    "comments": ("docusaurus.config.js", "/* " * 300_000),
    "open": ("astro.config.mjs", "locales: {" + "{" * 400_000),
    "quotes": ("astro.config.mjs", "locales: {" + "\"'`" * 200_000),
    "escaped quotes": (".vitepress/config.mts", "locales: {" + '"\\' * 400_000),
    "open quotes": (".vitepress/config.mts", "locales: {" + '\\"' * 400_000),
    "signs before ends": (".vitepress/config.mts", "locales: {'" + "\\" * 60 + "\n"),
}


@pytest.mark.parametrize("kind", SCRIPTS)
def test_settings_that_are_programs(kind: str, write: Write) -> None:
    name, script = SCRIPTS[kind]
    pages = {"docs/a.md": "# A\n", "i18n/sv/docusaurus-plugin-content-docs/current/a.md": "# A\n"}
    root = write({**(pages if name.startswith("docusaurus") else SITE), name: script})
    (root / "facingpages.toml").unlink(missing_ok=True)
    assert bounded("init", cwd=root).code in (0, 2)


def test_settings_that_may_load_others(write: Write) -> None:
    root = write({**SITE, "docusaurus.config.js": "import" + " " * 900_000})
    assert bounded("links", cwd=root).code in (0, 1)


def sparse(place: Path, size: int) -> None:
    """A file that says it has so many bytes and takes no room on the disk."""
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.open("wb") as stream:
        stream.truncate(size)


@pytest.mark.parametrize("size", [20_000_001, 3 << 30])
@pytest.mark.parametrize("path", ["docs/sv/b.md", "docs/en/b.md"])
@pytest.mark.parametrize("command", ["check", "links"])
def test_a_page_that_is_too_long(command: str, path: str, size: int, write: Write) -> None:
    root = write(SITE)
    sparse(root / path, size)
    run = bounded(command, "--format", "json", "--jobs", "1", cwd=root, megabytes=NOT_READ)
    assert run.code == 1
    assert run.rules[path] == {"page-unreadable"}


@pytest.mark.parametrize(
    "path", ["big.md", "big.png", "mkdocs.yml", "site/index.html", "site/sitemap.xml", "docs/en/other.md"]
)
def test_a_long_file_that_is_no_page_of_the_site(path: str, write: Write) -> None:
    root = write({**SITE, "docs/sv/b.md": "# B\n\n[x](../../big.md#x) ![y](../../big.png) [z](../en/other.md#q)\n"})
    sparse(root / path, 3 << 30)
    assert bounded("links", cwd=root, megabytes=NOT_READ).code in (0, 1)
    if path.startswith("site/"):
        assert bounded("links", "site", cwd=root, megabytes=NOT_READ).code in (0, 1, 2)


@pytest.mark.parametrize("command", ["check", "links"])
def test_pages_that_were_not_read_are_told(
    command: str, write: Write, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "x.md"
    elsewhere.write_text("# X\n")
    root = write({**SITE, "facingpages.toml": CONFIG + '[severity]\npage = "off"\n"page-unreadable" = "off"\n'})
    (root / "docs/sv/b.md").unlink()
    (root / "docs/sv/b.md").symlink_to("nowhere.md")
    (root / "docs/sv/c.md").unlink()
    (root / "docs/sv/c.md").symlink_to(elsewhere)
    sparse(root / "docs/sv/a.md", 21_000_000)
    run = bounded(command, "--format", "json", "--ignore", "page", cwd=root)
    assert run.code == 1
    assert {path for path, rules in run.rules.items() if "page-unreadable" in rules} == {
        f"docs/sv/{n}.md" for n in "abc"
    }


LINES = {
    "one element": "<video><source></video>" * 1_200, "many elements": "".join(f"<a{n}>x</a{n}>" for n in range(6_000)),
    "torn": "&lt;b " * 10_000, "blanks": "< " + " " * 60_000 + "x",
}  # fmt: skip


@pytest.mark.parametrize("source", LINES)
@pytest.mark.parametrize("target", ["nothing", "torn"])
def test_tags_of_a_long_line(source: str, target: str, write: Write) -> None:
    root = write({**SITE, "docs/en/b.md": LINES[source], "docs/sv/b.md": LINES.get(target, "# B\n")})
    assert bounded("check", "--format", "json", "--no-cache", cwd=root).code in (0, 1)


@pytest.mark.parametrize("line", ["<x" + " id=" * 100_000, "(" + " " * 200_000 + "x"])
def test_what_looks_like_something_left_over(line: str, write: Write) -> None:
    root = write({**SITE, "docs/en/b.md": "# B\n\nText.\n", "docs/sv/b.md": f"# B\n\nText {line}\n"})
    assert bounded("check", "--format", "json", "--no-cache", cwd=root).code in (0, 1)


@pytest.mark.parametrize("part", [" ", "\u201ea ", '\\"', "type a "])
def test_a_long_line_of_a_script(part: str, write: Write) -> None:
    code = {"en": "type x = 1", "sv": f"type y{part * (200_000 // len(part))}x = 1"}
    pages = {f"docs/{locale}/b.md": f"# B\n\n```js\n{line}\n```\n" for locale, line in code.items()}
    assert bounded("check", "--format", "json", "--no-cache", cwd=write({**SITE, **pages})).code in (0, 1)


READ = {
    "set in": ("html", "<p>{% "), "printed": ("vue", "<p>{{ "), "declared": ("html", "<!x "),
    "closed": ("vue", "</" + " " * 99),
    "nested": ("jsx", "<a b={"), "quoted": ("jsx", '<a b="'), "back": ("js", "`\\`"), "triple": ("py", '\'"""'),
    "opened": ("html", "<script>"), "brackets": ("jsx", "<a>{"), "lines": ("jsx", "\n\n<"), "set": ("tsx", "<a {...b"),
}  # fmt: skip


@pytest.mark.parametrize("part", READ)
def test_code_that_is_read_as_a_program(part: str, write: Write) -> None:
    language, text = READ[part]
    code = {"en": "<a>x</a>\n" + text * 10, "sv": "<a>y</a>\n" + text * (100_000 // len(text))}
    pages = {f"docs/{locale}/b.md": f"# B\n\n```{language}\n{one}\n```\n" for locale, one in code.items()}
    run = bounded("check", "--format", "json", "--no-cache", cwd=write({**SITE, **pages}))
    assert run.code in (0, 1)
    assert "internal-error" not in run.out


@pytest.mark.parametrize("form", ["[t]({}) x\n", "![a]({})\n", '::: note src="{}"\nx\n:::\n'])
def test_a_long_address_that_is_another(form: str, write: Write) -> None:
    there, here = form.format("/a/" + "xy" * 50_000), form.format("/b/" + "xy" * 50_000 + "z")
    config = {"facingpages.toml": f'{CONFIG}dialect = "learn"\n'}
    root = write({**SITE, **config, "docs/en/b.md": f"Text.\n\n{there}", "docs/sv/b.md": f"Text.\n\n{here}"})
    run = bounded("check", "--format", "json", "--no-cache", cwd=root)
    assert run.rules["docs/sv/b.md"] & {"link-target", "image-source", "directive-changed"}


def test_a_paragraph_of_placeholders(write: Write) -> None:
    there, here = (" ".join(f"{{{sign}{number}}}" for number in range(1_500)) for sign in "ab")
    root = write({**SITE, "docs/en/b.md": f"Use {there}\n", "docs/sv/b.md": f"Ta {here}\n"})
    run = bounded("check", "--format", "json", "--no-cache", cwd=root)
    assert "directive-placeholder" in run.rules["docs/sv/b.md"]
