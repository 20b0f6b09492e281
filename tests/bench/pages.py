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


def write_site(root: Path, pages: int, *, diverging: bool = False) -> None:
    """`pages` source pages and their five translations, all up to date, below `root`, with a configuration.

    Translations are parallel, or `diverging`: every third paragraph is gone, every fifth stands where another was.
    """
    (root / "facingpages.toml").write_text(CONFIG, "utf-8")
    hashes: dict[int, str] = {}
    for locale in ("en", *LOCALES):
        article = (DOCS / locale / "communication-credits.md").read_text("utf-8")
        folder = root / "docs" / locale
        folder.mkdir(parents=True)
        for number in range(pages):
            text = article.replace("842054", str(100000 + number)).replace("communication-credits", f"page-{number}")
            if diverging and locale != "en":
                text = diverged(text, number)
            if locale == "en":
                hashes[number] = digests(text.encode())[1]
            text = HASH.sub(rf"\g<1>{hashes[number]}", text)
            (folder / f"page-{number}.md").write_text(text, "utf-8")


def diverged(text: str, number: int) -> str:
    """A page without some of its paragraphs and with others in another order; its front matter stays."""
    head, mark, body = text.partition("\n---\n")
    blocks = [block for at, block in enumerate(body.split("\n\n"), number) if at % 3 or block.startswith("#")]
    for at in range(4 - number % 4, len(blocks) - 1, 5):
        blocks[at], blocks[at + 1] = blocks[at + 1], blocks[at]
    return head + mark + "\n\n".join(blocks)
