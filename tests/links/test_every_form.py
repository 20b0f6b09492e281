"""Every way to write a target, in every way a MkDocs site is built: the verdict is that of the built HTML."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from tests.building import mkdocs
from tests.links.checked import check

from facingpages.config import Config
from facingpages.discover import discover

FOLDERS = {
    "en/index.md", "en/guide.md", "en/a/b.md", "en/a/index.md", "en/only.md", "en/img/x.png", "en/img/en.png",
    "lv/index.md", "lv/guide.md", "lv/a/b.md", "lv/a/index.md", "lv/img/x.png", "lv/own.md", "assets/s.png",
    "about.md", "bg/guide.md",
}  # fmt: skip
SUFFIXES = {
    "index.md", "index.lv.md", "guide.md", "guide.lv.md", "a/b.md", "a/b.lv.md", "a/index.md", "a/index.lv.md",
    "only.md", "img/x.png", "img/x.lv.png", "img/en.png", "assets/s.png", "own.lv.md",
}  # fmt: skip
SITES = {"folder": FOLDERS, "suffix": SUFFIXES, "": FOLDERS}
TARGETS = (
    "guide.md", "guide", "guide/", "guide.html", "../guide/", "../guide", "./guide.md", "guide.md/", "guide.md?a=1",
    "guide.md#part", "guide.md#no", "#part", "#no", "#", "?a=1", "Guide.md", "GUIDE/", "no.md", "no/", "a/b.md",
    "a/b/", "a/", "a", "a/index.md", "../a/b/", "a/../guide.md", ".", "./", "..", "../", "../index.md", "../../",
    "../../guide.md", "../../../guide.md", "../en/guide.md", "../lv/guide.md", "../../en/guide.md",
    "../../lv/guide.md", "../bg/guide.md", "en/guide.md", "lv/guide.md", "only.md", "own.md", "../only/", "about.md",
    "../about.md", "../about/", "img/x.png", "img/en.png", "img/no.png", "../img/x.png", "img/X.png", "assets/s.png",
    "../assets/s.png", "../../assets/s.png", "/", "/guide/", "/lv/guide/", "/en/guide/", "/guide.md", "/lv/", "/no/",
    "/assets/s.png", "/img/x.png", "/lv/img/x.png", "guide.lv.md", "guide.en.md", "index.lv.md", "gu%69de.md",
    "guide%2Emd", "a%2Fb.md", "own.lv.md", "index.md", "README.md", "//x.example/y",
)  # fmt: skip
BUILT = [
    pytest.param(structure, directories, fallback, base, id=f"{structure}-{directories}-{fallback}-{base}")
    for structure in SITES
    for directories in ("true", "false")
    for fallback in (("true", "false") if structure else ("true",))
    for base in (("/", "/docs/") if directories == fallback == "true" else ("/",))
]  # fmt: skip


def write(root: Path, structure: str, directories: str, fallback: str, base: str) -> None:
    """Write a site, each target on each of its pages in three ways: a link, a picture, raw HTML."""
    config = f"site_name: X\nsite_url: https://h.example{base}\nuse_directory_urls: {directories}\n"
    if structure:
        config += (
            f"plugins:\n  - i18n:\n      docs_structure: {structure}\n      fallback_to_default: {fallback}\n"
            "      languages:\n"
            "        - {locale: en, name: En, default: true}\n        - {locale: lv, name: Lv}\n"
        )
    (root / "mkdocs.yml").write_text(config)
    lines = [f"- [x]({target})\n- ![x]({target})\n- <a href='{target}'>x</a>\n" for target in TARGETS]
    for name in SITES[structure]:
        file = root / "docs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("# Page\n\n## Part\n\n" + "".join(lines) if name.endswith(".md") else "x")


@pytest.mark.parametrize(("structure", "directories", "fallback", "base"), BUILT)
def test_verdicts_are_those_of_the_built_page(
    structure: str, directories: str, fallback: str, base: str, tmp_path: Path
) -> None:
    for module in ("mkdocs", "mkdocs_static_i18n", "selectolax"):
        pytest.importorskip(module)
    write(tmp_path, structure, directories, fallback, base)
    done = mkdocs(tmp_path, "-q")
    assert done.code == 0, done.log
    pages = ("docs/{page}.{locale}.md",) if structure == "suffix" else ("docs/{locale}/{page}.md",)
    config = Config(tmp_path, "en", ("lv",), pages, ("docs/{page}.md",) if structure == "suffix" else (), "mkdocs")
    site = discover(config)
    told: dict[str, set[int]] = {}
    for finding in check(site, config):
        if finding.severity == "error" or finding.rule == "link-absolute":
            told.setdefault(finding.place.path, set()).add(finding.place.line)
    wrong: list[tuple[str, str, int, str]] = []
    sources = {page.name: page.path for page in site.pages if page.locale == "en"}
    for page in site.pages:
        built = _built(tmp_path / "site", page.path, page.locale, structure, directories)
        if built is None:
            continue
        missing = {at + 5 for at, there in enumerate(_verdicts(tmp_path / "site", built, base)) if not there}
        found = told.get(page.path, set())
        # What is wrong in the source, too, is told there.
        elsewhere = told.get(sources.get(page.name, ""), set()) if page.locale != "en" else set()
        for line in sorted((missing - found - elsewhere) | (found - missing)):
            written = TARGETS[(line - 5) // 3]
            wrong.append((page.path, written, (line - 5) % 3, "missed" if line in missing else "not true"))
    assert wrong == []


def _built(site: Path, path: str, locale: str, structure: str, directories: str) -> str | None:
    name = path.removeprefix("docs/").removesuffix(".md")
    if structure == "folder":
        name = name.removeprefix("en/")
    elif structure == "suffix" and locale != "en":
        name = f"{locale}/{name.removesuffix(f'.{locale}')}"
    index = posixpath.basename(name) == "index" or directories == "false"
    file = f"{name}.html" if index else f"{name}/index.html"
    return file if (site / file).is_file() else None


def _verdicts(site: Path, here: str, base: str) -> Iterator[bool]:
    """For each target of a built page, in order, whether a browser gets something."""
    from selectolax.lexbor import LexborHTMLParser

    for node in LexborHTMLParser((site / here).read_bytes()).css("li a[href], li img[src]"):
        if node.attributes.get("href", "").startswith("#") and node.text() != "x":
            continue
        if "class" in node.attributes:
            continue
        yield _there(site, here, node.attributes.get("href") or node.attributes.get("src") or "", base)


def _there(site: Path, here: str, address: str, base: str) -> bool:
    parts = urlsplit(address)
    if parts.netloc:
        return True
    path = unquote(parts.path)
    if path.startswith("/"):
        if not path.startswith(base):
            return False
        path = "/" + path[len(base) :]
    elif path.count("../") + (path.endswith("..") or path == "..") > here.count("/") and base != "/":
        return False
    target = posixpath.normpath(posixpath.join("/", posixpath.dirname(here), path)).lstrip("/") if path else here
    file = site / target
    if file.is_dir():
        file = file / "index.html"
    elif path.endswith("/"):
        return False
    return file.is_file() and (not parts.fragment or f'id="{parts.fragment}"' in file.read_text())
