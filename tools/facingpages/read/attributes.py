"""Attribute lists: `{#id .class key="value"}` behind a heading, a paragraph, a link, and the ids in them."""

from __future__ import annotations

from facingpages.late import late

ATTRIBUTES = late(r"\{(?<!\\\{):?+[ \t]*+((?:[^{}\r\n \t]++(?:[ \t]++(?=[^{}\r\n \t]))?+)*+)[ \t]*+\}[ \t]*+#*+\s*+$")
ANY_ATTRIBUTES = late(r"(?<!\\)\{:?[ \t]*[^{}\r\n]*#[^{}\r\n]*\}")
ATTRIBUTE_ID = late(r"(?:^|\s)(?:#([^\s}]+)|id=[\"']?([^\s}\"']+))")


ESCAPED_ID = late(rb"\\\{#([\w.-]+)\\?\}\s*$")
# Not an id: what begins a block of a template. `{#if x === 1}`, `{#each names as name}`
BLOCK = late(r"\{?:?[ \t]*#(?:if|each|await|key|snippet|unless|with)[ \t]+(?![.#])(?![\w-]+=(?!=)).+")


def escaped_id(heading: bytes) -> str:
    """The id that ends the first line of a heading of MDX, `\\{#id}`, as Rspress reads it; empty if none does."""
    match = ESCAPED_ID.search(heading.strip().partition(b"\n")[0])
    return match.group(1).decode() if match is not None else ""


def id_in(inside: str) -> str:
    """The id in an attribute list, given without its braces; empty if it has none."""
    match = ATTRIBUTE_ID.search(inside) if not begins_block(inside) else None
    return (match.group(1) or match.group(2)) if match is not None else ""


def begins_block(inside: str) -> bool:
    """Whether what stands in braces begins a block of a template and lists no attributes."""
    return BLOCK.match(inside) is not None


def listed_id(heading: bytes) -> str:
    """The id in the attribute list that ends the first line of a heading, as written; empty if there is none."""
    line = heading.strip().partition(b"\n")[0]
    if not line.rstrip(b" \t#\r").endswith(b"}"):
        return ""
    tail = ATTRIBUTES.search(line.decode("utf-8", "replace"))
    return id_in(tail.group(1)) if tail is not None else ""
