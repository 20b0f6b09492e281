"""A site of many pages to measure on, made from our own article: no two pages are alike."""

from __future__ import annotations

import re
from pathlib import Path

from facingpages.recorded import digests

DOCS = Path(__file__).parents[2] / "docs"
HASH = re.compile(r"^(source_hash: ).*$", re.M)
LOCALES = ("lv", "bg", "sv", "sl", "ro")
CONFIG = (
    'source = "en"\nlocales = ["lv", "bg", "sv", "sl", "ro"]\npages = ["docs/{locale}/{page}.md"]\ndialect = "mkdocs"\n'
)


def write_site(root: Path, pages: int) -> None:
    """`pages` source pages and their five translations, all up to date, below `root`, with a configuration."""
    (root / "facingpages.toml").write_text(CONFIG, "utf-8")
    hashes: dict[int, str] = {}
    for locale in ("en", *LOCALES):
        article = (DOCS / locale / "communication-credits.md").read_text("utf-8")
        folder = root / "docs" / locale
        folder.mkdir(parents=True)
        for number in range(pages):
            text = article.replace("842054", str(100000 + number)).replace("communication-credits", f"page-{number}")
            if locale == "en":
                hashes[number] = digests(text.encode())[1]
            text = HASH.sub(rf"\g<1>{hashes[number]}", text)
            (folder / f"page-{number}.md").write_text(text, "utf-8")
