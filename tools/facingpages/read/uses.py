"""Every target that a block names: in Markdown, in raw HTML, in what its dialect adds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from facingpages.document import Block, Document, Use, normal
from facingpages.late import late

# Tags that lead nowhere by their own attributes, met often.
SILENT = frozenset((
    "br", "b", "i", "em", "strong", "sup", "sub", "span", "div", "p", "kbd", "code", "pre", "details", "summary",
    "table", "thead", "tbody", "tr", "td", "th", "ul", "ol", "li", "dl", "dt", "dd", "small", "mark", "u", "s",
    "del", "ins", "h1", "h2", "h3", "h4", "h5", "h6", "center", "font", "section", "header", "footer", "main",
    "nav", "figure", "figcaption", "hr", "picture", "abbr", "button", "label", "cite",
))  # fmt: skip
LEADS = ("href", "xlink:href", "data", "action", "cite", "longdesc")
SHOWS = ("src", "poster", "background")
ATTRIBUTE = late(r"""\b(href|src|link|source|url)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
CALLED = late(r"\{\{-?\s*[\w.]+\(")  # a macro: what it is given, it alone knows
INCLUDED = late(r"\{%-?\s*include\w*\s")  # where a path that it is given begins, it alone knows, too
# White space as HTML has it: a no-break space is part of an address.
CANDIDATE = late(r"[ \t\n\f\r,]*+([^ \t\n\f\r,][^ \t\n\f\r]*+)")
DESCRIPTORS = late(r"(?:[^,(]|\([^)]*+\)?)*+")
IsText = Callable[[int], bool]  # whether what looks like Markdown there is text in raw HTML


def link_uses(document: Document, block: Block, is_text: IsText) -> Iterator[Use]:
    """The targets of links; the labels of those that name one go into the document's `labels`."""
    for link in block.links:
        form = link.form
        if form == "html":
            target = link.target
            if "$$" in target:
                target = _written(document, link.start, link.end, ("href",)) or target
            yield Use("html", target, link.start, link.end)
        elif form == "bare":
            yield Use("bare", link.target, link.start, link.end)
        elif is_text(link.start):
            continue
        elif form == "reference":
            document.labels.add(label_of(document.source_text(link.start, link.end)))
        elif form != "auto" or ":" in link.target:
            yield Use("link", link.target, link.start, link.end)


def image_uses(document: Document, block: Block, is_text: IsText) -> Iterator[Use]:
    """What pictures show, with labels as for links."""
    page = document.raw
    for image in block.images:
        target = image.source
        if page[image.start : image.start + 1] == b"<":
            if "$$" in target:
                target = _written(document, image.start, image.end, SHOWS) or target
            if target:
                yield Use("html-image", target, image.start, image.end)
        elif is_text(image.start):
            continue
        elif page[image.end - 1 : image.end] == b"]":
            document.labels.add(label_of(document.source_text(image.start + 1, image.end)))
        else:
            yield Use("image", target, image.start, image.end)


def _written(document: Document, start: int, end: int, names: tuple[str, ...]) -> str:
    """An attribute of a tag as it stands in the page, where the parser saw a template in it and left it out."""
    written = document.source_text(start, end)
    for name in names:
        match = re.search(rf"""\b{name}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", written, re.I)
        if match:
            return match.group(1) or match.group(2) or match.group(3) or ""
    return ""


def tag_uses(document: Document, block: Block) -> Iterator[Use]:
    """Targets in raw tags beyond `<a href>` and the `src` that the parser tells."""
    whole = block.kind == "html"
    for start, end, name, attributes in block.html:
        if name[0] == "/" or name in SILENT or (name == "a" and b"xlink:" not in document.raw[start:end]):
            continue
        for key in LEADS:
            if attributes.get(key) and not (key.endswith("href") and name in ("base", "use")):
                yield Use("html-image" if name in ("link", "object", "image") else "html", attributes[key], start, end)
        for key in SHOWS:
            if attributes.get(key) and not (key == "src" and (whole or name == "img")):
                yield Use("html-image", attributes[key], start, end)
        for key in ("srcset", "imagesrcset"):
            for candidate in srcset(attributes.get(key, "")):
                yield Use("html-image", candidate, start, end)


def srcset(value: str) -> list[str]:
    """The addresses in a `srcset`, as the HTML Standard takes it apart.

    Each may have a width or a density behind it. A comma may be part of an address, and of what stands in brackets.
    """
    found, at = [], 0
    while match := CANDIDATE.match(value, at):
        at = match.end()
        address = match.group(1)
        if address.endswith(","):
            address = address.rstrip(",")
        else:
            at = DESCRIPTORS.match(value, at).end()  # type: ignore[union-attr]  # it matches nothing, too
        found.append(address)
    return found


def directive_uses(block: Block) -> Iterator[Use]:
    """Targets in attributes of a dialect's own elements: components, shortcodes, `:::image`."""
    for start, end, text in block.directives:
        if "=" not in text or text.startswith(("{:", "{#", "{.")) or CALLED.match(text):
            continue
        for match in ATTRIBUTE.finditer(text):
            target = match.group(2) or match.group(3)
            if target and (target[0] == "/" or "://" in target or not INCLUDED.match(text)):
                yield Use("shown" if match.group(1) in ("src", "source") else "leads", target, start, end)


def label_of(written: str) -> str:
    """The label of a reference link: of `[text][label]`, `[label][]` or `[label]`."""
    if written.endswith("[]"):
        written = written[:-2]
    depth = 0
    for at in range(len(written) - 1, -1, -1):
        depth += (written[at] == "]") - (written[at] == "[")
        if depth == 0:
            return normal(written[at + 1 : -1])
    return normal(written)
