"""Inputs that stop other checkers: what each is made of, for any size."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Bad:
    """A text that grows with `size`, the size that is tried, and the dialect that reads it."""

    text: Callable[[int], str]
    size: int
    dialect: str = "commonmark"


def levels(size: int) -> str:
    """A list as deep as it is long."""
    return "".join("  " * level + "- x\n" for level in range(size))


def runs(size: int) -> str:
    """Runs of backticks, each one longer, that never close each other."""
    return " ".join("`" * length + "a" for length in range(1, size + 1))


def table(size: int) -> str:
    """A table that is wider than long."""
    return "|a" * size + "|\n" + "|-" * size + "|\n" + "|b" * size + "|\n"


ADDRESSES = (
    "http://[::1", "//[bad", "javascript:alert(1)", "data:text/html,<b>", r"\\server\share", r"C:\docs\a.md",
    "file:///etc/passwd", "http://example.com:99999/", "http://example.com/%zz%", "http://", "?", "#", "%", "mailto:",
    "http://\u0000", "//", "../" * 3000 + "a.md", "http://example.com:port/", "ftp://[", "::::",
)  # fmt: skip

PARSER: Mapping[str, Bad] = {
    "brackets": Bad(lambda n: "[" * n, 20_000),
    "quote marks": Bad(lambda n: ">" * n + " x", 5_000),
    "levels of a list": Bad(levels, 300),
    "bullets in a line": Bad(lambda n: "* " * n + "x", 1_000),
    "links without end": Bad(lambda n: "[a](<b" * n, 20_000),
    "CDATA without end": Bad(lambda n: "a <![CDATA[" * n, 20_000),
    "backticks": Bad(runs, 1_500),
    "emphasis without end": Bad(lambda n: "*a **a " * n, 20_000),
    "a long reference": Bad(lambda n: f"[r]: /{'u' * 20_000}\n\n" + "[r] " * n, 5_000),
    "equal headings": Bad(lambda n: "# Same\n\n" * n, 8_000),
    "links": Bad(lambda n: "[a](guide.md) " * n, 15_000),
    "open elements": Bad(lambda n: "<div>\n" * n, 5_000),
    "nested Markdown in HTML": Bad(lambda n: "<div markdown>\n" * n + "x\n" + "</div>\n" * n, 1_000, "mkdocs"),
    "a comment without end": Bad(lambda n: "<!--\n" + "text *a*\n\n" * n, 5_000),
    "a fence without end": Bad(lambda n: "```\n" + "text\n\n" * n, 5_000),
    "columns": Bad(table, 5_000),
    "a long address": Bad(lambda n: f"[a](https://example.com/{'u' * n})\n", 1_000_000),
    "a long bare address": Bad(lambda n: f"https://example.com/{')' * n}\n", 1_000_000),
    "nested emphasis": Bad(lambda n: "**a *b " * n + "c* d**" * n, 4_000),
    "code spans": Bad(lambda n: "[`a`](guide.md) " * n, 8_000),
    "tags that never close": Bad(lambda n: "x <b>" * n + "</i>" * n, 20_000),
    "quotes in tags": Bad(lambda n: "<div>\n" + "<a \"\n<b '\n" * n, 10_000),
    "entities and escapes": Bad(lambda n: "&amp;\\* https://example.com/\\_ " * n, 8_000),
    "containers that never close": Bad(lambda n: ":::note\n" * n, 10_000),
    "containers in containers": Bad(lambda n: ":::note\n" * n + ":::\n" * n, 5_000, "mdx"),
    "admonitions in admonitions": Bad(
        lambda n: "".join("    " * min(depth, 60) + "!!! note\n" for depth in range(n)), 2_000, "mkdocs"
    ),
    "blocks without end": Bad(lambda n: "/// note\n" * n, 10_000, "mkdocs"),
    "template tags": Bad(lambda n: "{{ x }} {% y %} {: .z }" * n, 10_000, "mkdocs"),
    "template tags without end": Bad(lambda n: "{{ {% {: " * n, 20_000, "mkdocs"),
    "bold in the words": Bad(lambda n: "a**b** *c* **d " * n, 20_000, "mkdocs"),
    "shortcodes without end": Bad(lambda n: "{{< {{% " * n, 20_000, "hugo"),
    "components without end": Bad(lambda n: '<Tabs a="\n<Tabs b={\n<Tabs\n' * n, 5_000, "mdx"),
    "components": Bad(lambda n: "<Tabs>\n" * n, 10_000, "mdx"),
    "comments of MDX without end": Bad(lambda n: "{/* {" * n, 20_000, "mdx"),
    "includes without end": Bad(lambda n: "[!INCLUDE [:::image :::no-loc " * n, 10_000, "learn"),
    "a long line": Bad(lambda n: "word " * n, 400_000),
    "blanks": Bad(lambda n: "::: a" + " " * n + "b\n!!! a" + " " * n + "!\n", 400_000, "mkdocs"),
    "carriage returns": Bad(lambda n: "a\r" * n, 50_000),
}
