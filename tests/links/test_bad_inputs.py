"""Whatever is in a page or a folder: no crash, no hang, and the known defect on the page beside it is still told."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from tests.links.checked import check

from facingpages.config import Config
from facingpages.discover import discover
from facingpages.generators.mkdocs.settings import read_mkdocs

PAGES = {
    "invalid": b"# A\n\n[x](\xff\xfe.md) \xc3\n",
    "utf-16": "# A\n\n[x](no.md)\n".encode("utf-16"),
    "nul": b"[x](a\x00b.md)\n",
    "cr": b"# A\r\r[x](no.md)\r",
    "surrogate": b"[x](\xed\xa0\x80.md)\n",
    "brackets": b"[" * 20_000,
    "links-open": b"[a](<b" * 20_000,
    "cdata": b"a <![CDATA[" * 20_000,
    "same-references": b"[x][a]\n\n" * 5_000 + b"[a]: " + b"x" * 20_000 + b".md\n",
    "same-headings": b"## A\n\n" * 20_000,
    "many-links": b"".join(b"[x](no-%d.md#a)\n" % number for number in range(15_000)),
    "same-link": b"[x](no.md)\n" * 15_000,
    "many-anchors": b"## A\n\n" + b"".join(b"[x](#a-%d)\n" % number for number in range(10_000)),
    "divs": b"<div>\n" * 5_000,
    "markdown-divs": b"<div markdown>\n" * 1_000,
    "open-comment": b"<!-- [x](no.md)\n" * 1_000,
    "open-fence": b"```\n[x](no.md)\n",
    "long-address": b"[x](" + b"a" * 1_000_000 + b".md)\n",
    "climbing": b"[x](" + b"../" * 3_000 + b"x.md)\n",
    "odd-addresses": b"".join(
        b"[x](%s)\n\n" % target
        for target in (
            b"http://[::1", b"//[bad", b"javascript:alert(1)", b"data:,x", b"\\\\host\\x", b"C:\\x", b"file:///x", b"http://x:99999/",
            b"%zz", b"%", b"%00", b"#%zz", b"?", b"&", b"<>", b"#", b"a\\(b.md", b"\xe2\x80\xae.md", b"\x1b[31m.md",
            b"::error::x", b"con.md",
        )
    ),
    "no-target": b"<a>x</a> <img> <a href> <img src> <img srcset=''> <img srcset=','> [x]() ![]()\n",
    "tags": b"<a href='" * 5_000,
    "srcset": b"<img srcset='" + b"a.png 1x, " * 5_000 + b"'>\n",
    "definitions": b"".join(b"[a%d]: no.md\n" % number for number in range(5_000)) + b"\n[a1] [a2]\n",
    "footnotes": b"".join(b"x[^%d] [^no%d]\n\n[^%d]: y\n\n" % (number, number, number) for number in range(1_000)),
    "snippets": b'--8<-- "../../../../etc/passwd"\n--8<-- "/etc/passwd"\n--8<-- ""\n--8<--\n' * 200,
    "attributes": b"# A {#" + b"x" * 100_000 + b"}\n\n{: #" + b"y " * 10_000 + b"}\n",
    "empty": b"",
}  # fmt: skip
CONFIG = """\
site_name: X
markdown_extensions: [attr_list, footnotes, pymdownx.snippets]
plugins:
  - i18n:
      docs_structure: folder
      languages:
        - {locale: en, name: En, default: true}
        - {locale: lv, name: Lv}
"""


def known(root: Path) -> Config:
    pages = {"en/a.md": "# A\n", "lv/a.md": "# A\n\n[x](known.md)\n", "en/index.md": "# I\n", "lv/index.md": "# I\n"}
    for name, text in pages.items():
        (root / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "docs" / name).write_text(text)
    (root / "mkdocs.yml").write_text(CONFIG)
    return Config(root, "en", ("lv",), ("docs/{locale}/{page}.md",), dialect="mkdocs")


def told(config: Config) -> list[tuple[str, int]]:
    return [(finding.place.path, finding.place.line) for finding in check(discover(config), config) if finding.text]


@pytest.mark.parametrize("name", PAGES)
def test_pages(name: str, tmp_path: Path) -> None:
    config = known(tmp_path)
    (tmp_path / "docs" / "lv" / "bad.md").write_bytes(PAGES[name])
    (tmp_path / "docs" / "en" / "bad.md").write_text("# B\n")
    began = time.process_time()
    assert ("docs/lv/a.md", 3) in told(config)
    assert time.process_time() - began < 8  # each with each takes more


def test_names_and_folders(tmp_path: Path) -> None:
    config = known(tmp_path)
    folder = tmp_path / "docs" / "lv"
    (folder / "bad.md").mkdir()
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    (folder / "self.md").symlink_to(folder / "self.md")
    (folder / "dangling.md").symlink_to(folder / "nowhere.md")
    (folder / "out").symlink_to("/", target_is_directory=True)
    (folder / "zero.md").symlink_to("/dev/zero")
    os.mkfifo(folder / "pipe.md")
    for name in (b"not-utf8-\xff.md", b"line\nend.md", b"a#b.md", b"a?b.md", b"a%20b.md", "e\u0301.md".encode()):
        (folder / os.fsdecode(name)).write_text("[x](no.md)\n")
    links = [
        "loop/a.md",
        "out/etc/passwd",
        "zero.md",
        "pipe.md",
        "self.md",
        "dangling.md",
        "%C3%A9.md",
        "a%23b.md",
        "a%2520b.md",
        "bad.md",
    ]
    (folder / "links.md").write_text("".join(f"[x]({link})\n\n" for link in links))
    found = told(config)
    assert ("docs/lv/a.md", 3) in found
    # A name that is there counts, however odd; what leads nowhere, or looks the same and is not, does not.
    lines = {line for path, line in found if path == "docs/lv/links.md"}
    assert lines >= {1 + 2 * links.index(name) for name in ("self.md", "dangling.md", "%C3%A9.md")}
    assert not lines & {1 + 2 * links.index(name) for name in ("a%23b.md", "a%2520b.md")}


@pytest.mark.parametrize(
    "text",
    [
        "", "[", "- a", "a: *x", "a: &x [*x, *x]", "plugins: 1", "plugins: [1, {a: 1}, [b]]",
        "markdown_extensions: {toc: 1}", "docs_dir: [a]", "docs_dir: /etc", "INHERIT: mkdocs.yml", "INHERIT: no.yml",
        "site_url: 'http://[::1'", "theme: x",
        "markdown_extensions: [{toc: {slugify: !!python/object/apply:os.system ['touch pwned']}}]",
        "validation: 1", "exclude_docs: '['", "plugins: [{i18n: {languages: [1, {locale: x}]}}]", "x: " + "[" * 3000,
        "a: &a [x, x]\nb: &b [*a, *a]\n" + "".join(f"k{n}: &k{n} [*b, *b, *b, *b]\n" for n in range(200)),
        "markdown_extensions: [{toc: {separator: '['}}]", "markdown_extensions: [{toc: {separator: ''}}]",
    ],
)  # fmt: skip
def test_configurations_of_mkdocs(text: str, tmp_path: Path) -> None:
    config = known(tmp_path)
    (tmp_path / "mkdocs.yml").write_text(text)
    read_mkdocs(tmp_path / "mkdocs.yml", tmp_path)
    assert ("docs/lv/a.md", 3) in told(config)
    assert not (tmp_path / "pwned").exists()
