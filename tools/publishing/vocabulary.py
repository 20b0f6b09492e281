"""The words that may be searched for, by language: what the search mends typing errors with."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import Path

WORD = re.compile(r"[^\W\d_]{4,}")
VOID = frozenset(("area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"))


class _Text(HTMLParser):
    """The text of a page that the search has: inside `data-pagefind-body`, outside of `data-pagefind-ignore`."""

    def __init__(self) -> None:
        super().__init__()
        self.language = ""
        self.found: list[str] = []
        self._open: list[bool] = []  # of each open element, whether its text is searched

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        if tag == "html":
            self.language = names.get("lang") or ""
        if tag in VOID:
            return
        within = bool(self._open) and self._open[-1]
        hidden = "data-pagefind-ignore" in names or tag in ("script", "style", "svg")
        self._open.append((within or "data-pagefind-body" in names) and not hidden)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and self._open:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1]:
            self.found.append(data)


def vocabulary(pages: Iterable[Path]) -> dict[str, list[str]]:
    """The words of built pages, of four letters or more, by language; the most frequent first."""
    counts: dict[str, Counter[str]] = {}
    for page in pages:
        text = _Text()
        text.feed(page.read_text("utf-8"))
        if text.found:
            words = WORD.findall(" ".join(text.found).lower())
            counts.setdefault(text.language, Counter()).update(words)
    return {language: [word for word, _ in found.most_common()] for language, found in counts.items()}


def write(site: Path) -> None:
    """Write the words of each language beside the index of a site: `pagefind/words.lv.json`."""
    for language, words in vocabulary(sorted(site.rglob("*.html"))).items():
        text = json.dumps(words, ensure_ascii=False, separators=(",", ":"))
        (site / "pagefind" / f"words.{language}.json").write_text(text, "utf-8")
