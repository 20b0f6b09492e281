"""Random MkDocs sites, built, and judged three times: `python -m tests.links.differential [SITES] [FIRST]`.

A resolver of its own - Python's HTML parser and URL joining, nothing of ours - says what is dead in the built HTML. Our
check of the HTML must say the same of each address, and our check of the Markdown the same of each line. Every link
stands on a line of its own and has a name of its own, by which a reader of the HTML finds the line again.
"""

from __future__ import annotations

import contextlib
import logging
import posixpath
import random
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from tests.links.checked import check

from facingpages.config import Config
from facingpages.discover import discover
from facingpages.published import check as published
from facingpages.published.pages import read_site
from facingpages.published.paths import Files
from facingpages.site.below import files_below

HOST = "https://x.example"
NAMES = ("guide", "a b", "Ceļš", "part/deep", "part/index", "part/sub/x", "price_(1)", "README2", "q&a", "x.y")
TITLES = (
    "Add funds", "Line<br>break", "A&nbsp;B", "Option --help", "The `#!python f()` call", "Same", "Same", "It's *so*",
    "Cenas un ļaudis", "1. First", "a & b", "x < y", "[Linked](https://o.example/) title", "Kept {#kept}",
    "Note {: #note .k}", "100 %", "C++", "_under_ score", "Escaped \\{#esc}", "emoji :smile:",
)  # fmt: skip
IDS = (
    "add-funds", "linebreak", "ab", "a-b", "option-help", "option---help", "same", "same_1", "same_2", "kept", "note",
    "nope", "top", "TOP", "Kept", "fn:1", "fnref:1", "by-hand", "tab-a", "__tabbed_1_1", "__tabbed_7_1", "first",
    "one", "two", "1-first", "cenas-un-laudis", "cenas-un-ļaudis", "its-so", "f-call", "the-f-call", "esc",
)  # fmt: skip
SLUGS = "!!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}"
PARTS = """<!-- --8<-- [start:one] -->
### One

<!-- --8<-- [end:one] -->
<!-- --8<-- [start:two] -->
### Two

<!-- --8<-- [end:two] -->
"""
RULES = frozenset(
    ("link-dead", "link-case", "link-outside", "link-absolute", "image-dead", "anchor-dead", "anchor-translated")
)


@dataclass
class Sample:
    """A random site: its files, and the line and target of each named link, by page file and name."""

    seed: int
    suffix: bool
    files: dict[str, str] = field(default_factory=dict)
    links: dict[str, tuple[str, int, str]] = field(default_factory=dict)  # name: file, line, target


class Maker:
    """Makes a site of one seed."""

    def __init__(self, seed: int) -> None:
        self.pick = random.Random(seed)
        self.sample = Sample(seed, self.pick.random() < 0.3)
        self.count = 0

    def make(self) -> Sample:
        """The site."""
        pick, sample = self.pick, self.sample
        chance = pick.random
        sample.files["mkdocs.yml"] = self.config()
        sample.files["parts/p.md"] = PARTS
        names = ["index", *pick.sample(NAMES, pick.randint(3, len(NAMES)))]
        both = [name for name in names if name == "index" or chance() < 0.7]
        for locale, own in (("en", names), ("lv", both)):
            for name in own:
                file = self.file(locale, name)
                sample.files[file] = self.page(file, names)
        for name in ("img/a.svg", "img/b c.svg", "raw.html"):
            place = name if sample.suffix else f"en/{name}"
            sample.files[f"docs/{place}"] = '<!doctype html><p id="raw">'
        return sample

    def file(self, locale: str, name: str) -> str:
        """Where a page lies."""
        return f"docs/{name}.{locale}.md" if self.sample.suffix else f"docs/{locale}/{name}.md"

    def config(self) -> str:
        """A `mkdocs.yml`."""
        chance = self.pick.random
        extensions = [
            "attr_list",
            "md_in_html",
            "tables",
            "footnotes",
            "admonition",
            "def_list",
            "pymdownx.superfences",
        ]
        extensions += [one for one in ("smarty", "pymdownx.inlinehilite", "pymdownx.highlight") if chance() < 0.5]
        lines = [f"  - {one}\n" for one in extensions]
        lines.append("  - pymdownx.snippets: {base_path: [parts]}\n")
        tabs = f", slugify: {SLUGS}, combine_header_slug: {str(chance() < 0.5).lower()}" if chance() < 0.5 else ""
        lines.append(f"  - pymdownx.tabbed: {{alternate_style: true{tabs}}}\n")
        lines.append(f"  - toc: {{slugify: {SLUGS}}}\n" if chance() < 0.5 else "  - toc\n")
        base = self.pick.choice(("/", "/docs/"))
        urls = str(chance() < 0.75).lower()
        structure = "suffix" if self.sample.suffix else "folder"
        fallback = str(chance() < 0.8).lower()
        return (
            f"site_name: X\nsite_url: {HOST}{base}\nuse_directory_urls: {urls}\n"
            "theme: {name: null, custom_dir: theme}\n"
            f"markdown_extensions:\n{''.join(lines)}plugins:\n  - i18n:\n      docs_structure: {structure}\n"
            f"      fallback_to_default: {fallback}\n      languages:\n"
            "        - {locale: en, name: En, default: true}\n        - {locale: lv, name: Lv}\n"
        )

    def page(self, file: str, names: list[str]) -> str:
        """A page: headings and blocks, with a named link on many a line."""
        pick = self.pick
        parts = [f"# {pick.choice(TITLES[:8])}"]
        for _ in range(pick.randint(3, 12)):
            block = pick.choice(self.blocks)
            parts.append(block(self, file, names))
        text = "\n\n".join(parts) + "\n"
        for at, line in enumerate(text.split("\n"), 1):
            for name in re.findall(r"Lnk\d+x", line):
                self.sample.links[name] = (file, at, self.sample.links[name][2])
        return text

    def target(self, file: str, names: list[str], *, html: bool = False) -> str:
        """Where a link leads, rightly or not."""
        pick = self.pick
        name = pick.choice([*names, "missing", "Guide"])
        up = "../" * (file.count("/") - (1 if self.sample.suffix else 2))
        kind = pick.random()
        if kind < 0.3:
            return "#" + pick.choice(IDS)
        path = f"{up}{name}.md"
        if html or kind > 0.88:
            path = pick.choice(
                (f"{up}{name}/", f"{up}{name}.html", f"../{up}{name}/", f"/{name}/", f"/docs/{name}/", path)
            )
        elif kind > 0.8:
            path = pick.choice(
                (f"{up}../{name}.md", f"{up}../lv/{name}.md", f"{up}{name}.lv.md", f"{up}raw.html", "./")
            )
        path = path.replace(" ", "%20") if pick.random() < 0.8 or html else path
        return path + (f"#{pick.choice(IDS)}" if pick.random() < 0.4 else "")

    def named(self, target: str) -> str:
        """A new name for a link."""
        self.count += 1
        name = f"Lnk{self.count}x"
        self.sample.links[name] = ("", 0, target)
        return name

    def link(self, file: str, names: list[str]) -> str:
        """A link in Markdown."""
        target = self.target(file, names)
        written = f"<{target}>" if "(" in target and self.pick.random() < 0.5 else target
        tail = self.pick.choice(("", "", ' "t"', ' "a "q" t"', "{ .k }"))
        if written[0] == "<" and "q" in tail:
            tail = ""  # Python-Markdown leaves the angle brackets in the address then: nobody writes that twice
        return (
            f"[{self.named(target)}]({written}){tail}"
            if tail == "{ .k }"
            else f"[{self.named(target)}]({written}{tail})"
        )

    def plain(self, *place: object) -> str:
        """Text with a link."""
        return f"See *{self.link(*place)}* here."  # type: ignore[arg-type]

    def heading(self, *_: object) -> str:
        """A heading."""
        return f"{'#' * self.pick.randint(2, 4)} {self.pick.choice(TITLES)}"

    def raw(self, *place: object) -> str:
        """Raw HTML with a link."""
        target = self.target(*place, html=True)  # type: ignore[arg-type]
        tag = self.pick.choice(("div", "p", "details"))
        return f'<{tag}><a href="{target}">{self.named(target)}</a>\n\n## Same\n\n</{tag}>'

    def span(self, *place: object) -> str:
        """A link in an HTML tag within text."""
        target = self.target(*place, html=True)  # type: ignore[arg-type]
        return f'Text <a href="{target}">{self.named(target)}</a> and <a id="by-hand"></a>.'

    def table(self, *place: object) -> str:
        """A table with a pipe in code."""
        return f"| a | b |\n|---|---|\n| `x|y` | {self.link(*place)} |"  # type: ignore[arg-type]

    def tabs(self, *place: object) -> str:
        """Two tabs."""
        return f'=== "Tab a"\n\n    {self.plain(*place)}\n\n=== "*B*"\n\n    ## Same\n\n    {self.plain(*place)}'

    def items(self, *place: object) -> str:
        """A list and an admonition."""
        return f"- {self.plain(*place)}\n- x\n\n!!! note\n    {self.plain(*place)}"

    def note(self, *place: object) -> str:
        """A footnote."""
        self.count += 1
        return f"Word[^n{self.count}] text.\n\n[^n{self.count}]: {self.plain(*place)}"

    def reference(self, *place: object) -> str:
        """A link by reference: it is told where it is defined."""
        target = self.target(*place).replace(" ", "%20")  # type: ignore[arg-type]
        name = self.named(target)
        return f"See [the {name}][].\n\n[the {name}]: {target}"

    def snippet(self, *_: object) -> str:
        """A section that is set in."""
        return f'--8<-- "p.md:{self.pick.choice(("one", "two"))}"'

    def listed(self, *place: object) -> str:
        """An attribute list that leads elsewhere."""
        target = self.target(*place).replace(" ", "%20")  # type: ignore[arg-type]
        return f'[{self.named(target)}](nowhere.md){{ href="{target}" }}'

    def picture(self, file: str, *_: object) -> str:
        """A picture, perhaps named as what it is not."""
        up = "../" * (file.count("/") - (1 if self.sample.suffix else 2))
        target = up + self.pick.choice(("img/a.svg", "img/b%20c.svg", "img/A.svg", "img/no.png", "a.svg"))
        return f"![{self.named(target)}]({target})"

    def silent(self, *_: object) -> str:
        """What only looks like a link."""
        return self.pick.choice(("`[x](no.md)`", "```\n[x](no.md)\n```", "<!-- [x](no.md) -->", "\\[x](no.md)"))

    blocks = (
        plain,
        plain,
        plain,
        heading,
        heading,
        raw,
        span,
        table,
        tabs,
        items,
        note,
        reference,
        snippet,
        listed,
        picture,
        silent,
    )


class Reading(HTMLParser):
    """The places of a page, and its addresses with the text of their links."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.places: set[str] = set()
        self.found: list[list[str]] = []
        self.open = -1
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep ids and addresses."""
        values = {name: value or "" for name, value in reversed(attrs)}
        self.places |= {values[name] for name in ("id", *(("name",) if tag == "a" else ())) if values.get(name)}
        address = values.get("href" if tag == "a" else "src")
        if address:
            self.found.append([address, values.get("alt", "")])
            self.open = len(self.found) - 1 if tag == "a" else self.open

    def handle_endtag(self, tag: str) -> None:
        """A link ends."""
        self.open = -1 if tag == "a" else self.open

    def handle_data(self, data: str) -> None:
        """The text of a link."""
        if self.open >= 0:
            self.found[self.open][1] += data


def independent(root: Path, base: str) -> Iterator[tuple[str, str, str]]:
    """Page, address and text of each link that is dead in a folder of HTML."""
    pages = {file.relative_to(root).as_posix(): Reading(file.read_text("utf-8")) for file in root.rglob("*.html")}
    for name, page in pages.items():
        for address, text in page.found:
            split = urlsplit(urljoin(f"{HOST}{base}{name}", address))
            path = unquote(split.path)
            climbs = urlsplit(address).path.count("../") > name.count("/") + base.count("/") - 1
            if f"{split.scheme}://{split.netloc}" != HOST:
                continue
            file = served(root, path[len(base) :]) if path.startswith(base) or f"{path}/" == base else ""
            there = pages.get(file)
            ids = there.places if there else set()
            fragment = split.fragment
            found = fragment in ids or unquote(fragment) in ids or unquote(fragment).lower() in ("", "top")
            if not file or (there is not None and not found) or (climbs and base != "/"):
                yield name, address, text


def served(root: Path, path: str) -> str:
    """The file that a server gives."""
    for name in (path, f"{path.rstrip('/')}/index.html".lstrip("/"), f"{path}.html"):
        if name and not name.endswith("/") and (root / name).is_file():
            return name
    return ""


def build(root: Path) -> None:
    """Build a site in this process."""
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.config import load_config

    logging.getLogger("mkdocs").setLevel(logging.CRITICAL)
    config = load_config(str(root / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    mkdocs_build(config)


def differences(seed: int, root: Path) -> list[str]:
    """In what our two checks and the independent resolver do not agree on a site."""
    sample = Maker(seed).make()
    for name, text in {**sample.files, "theme/main.html": "<!doctype html>{{ page.content }}"}.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    with contextlib.chdir(root):  # snippets are looked for in the current folder
        build(root)
    base = "/docs/" if f"{HOST}/docs/" in sample.files["mkdocs.yml"] else "/"
    dead = list(independent(root / "site", base))
    files = Files(files_below(root / "site", root / "site"), HOST.partition("//")[2], base)
    pages = {page.name: page for page in read_site(root / "site", files)}
    rules = ("site-link-dead", "site-anchor-dead", "site-asset-dead", "site-link-outside")
    ours = {(f.page, f.mark) for group in published._dead(pages, files) for f in group if f.rule.id in rules}
    theirs = {(page, address) for page, address, _ in dead}
    found = [f"HTML: {'only ours' if one in ours else 'not ours'}: {one}" for one in sorted(ours ^ theirs)]
    pattern = "docs/{page}.{locale}.md" if sample.suffix else "docs/{locale}/{page}.md"
    config = Config(root, "en", ("lv",), (pattern,), dialect="mkdocs")
    told: dict[tuple[str, int], str] = {}
    borrowed: set[tuple[str, int]] = set()
    for finding in check(discover(config), config):
        if finding.rule in RULES or "can't be linked" in finding.text:
            place = (finding.place.path, finding.place.line)
            if "This page is published in" in finding.text:
                borrowed.add(place)
            else:
                told[place] = f"{finding.rule}: {finding.text}"
    return found + list(_by_line(sample, dead, told, borrowed))


def _by_line(
    sample: Sample, dead: list[tuple[str, str, str]], told: dict[tuple[str, int], str], borrowed: set[tuple[str, int]]
) -> Iterator[str]:
    """The same of the lines in Markdown."""
    lines: dict[tuple[str, int], str] = {}
    elsewhere: dict[tuple[str, int], str] = {}  # dead in a build of the other language
    for page, address, text in dead:
        name = re.search(r"Lnk\d+x", text)
        if name is None:
            continue
        file, line, target = sample.links[name.group()]
        inside = "lv" if page.startswith("lv/") else "en"
        own = "lv" if (".lv.md" in file or "docs/lv/" in file) else "en"
        (lines if inside == own else elsewhere)[file, line] = f"{address} ({target})"
    sources = {_wanted(file, target) for file, line, target in sample.links.values() if (file, line) in told}
    for place in sorted({*lines, *told}):
        if place in lines and place not in told:
            wanted = next(
                _wanted(file, target) for file, line, target in sample.links.values() if (file, line) == place
            )
            if wanted not in sources:  # what is wrong in the source is told there only
                yield f"Markdown: not ours: {place} {lines[place]}"
        elif place in told and place not in lines and place not in elsewhere:
            yield f"Markdown: only ours: {place} {told[place]}"
    for place in sorted(set(elsewhere) - set(lines) - borrowed - set(told)):
        yield f"Markdown: not ours, in another build: {place} {elsewhere[place]}"


def _wanted(file: str, target: str) -> str:
    """What a link asks for, the same in both languages."""
    path, mark, fragment = target.partition("#")
    found = posixpath.normpath(posixpath.join(posixpath.dirname(file), unquote(path))) if path else file
    return re.sub(r"([/.])(?:en|lv)\1", r"\1", found) + mark + fragment


def main() -> None:
    """Try sites, and say what differs."""
    count, first = (
        (int(one) for one in [*sys.argv[1:], "2000", "0"][:2]) if len(sys.argv) < 3 else map(int, sys.argv[1:3])
    )
    wrong = 0
    for seed in range(first, first + count):
        folder = Path(tempfile.mkdtemp(prefix="differential-"))
        found = differences(seed, folder.resolve())
        shutil.rmtree(folder)
        wrong += bool(found)
        for line in found:
            sys.stdout.write(f"{seed}: {line}\n")
        sys.stdout.flush()
    sys.stdout.write(f"{count} sites, {wrong} with a difference\n")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
