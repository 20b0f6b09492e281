"""XLIFF 1.2 (OASIS, 2008), XLIFF 2.1 (OASIS, 2018), TMX 1.4b (LISA, 2005) and TBX (ISO 30042:2008).

What comes back is a stranger's: no entity is expanded but XML's own, and a document type may only be named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

from facingpages.exchange.units import ExchangeUnit, InlineCode, Part, Parts, Returned, said

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
MAX_DEPTH = 100  # of elements; an export has six levels, and a tool may wrap a text in some more
TYPE = re.compile(r"<!DOCTYPE\s+[\w:.-]+(?:\s+(?:SYSTEM|PUBLIC)(?:\s+(?:\"[^\"<>]*\"|'[^'<>]*'))+)?\s*>")
BANNED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # XML has no way to say them
DONE = frozenset(("translated", "reviewed", "final", "signed-off"))
SPACE = "{http://www.w3.org/XML/1998/namespace}"


def _text(text: str) -> str:
    return escape(BANNED.sub("\ufffd", text))


def _value(text: str) -> str:
    return quoteattr(BANNED.sub("\ufffd", text))


def _lang(locale: str) -> str:
    return locale.replace("_", "-")


def _paired(parts: Parts) -> str:
    """Codes as XLIFF 1.2 has them: what they stand for is inside."""
    return _shaped(
        parts, {"open": '<bpt id="{0}">{1}</bpt>', "close": '<ept id="{0}">{1}</ept>', "alone": '<ph id="{0}">{1}</ph>'}
    )


def _memory(parts: Parts) -> str:
    """Codes as TMX has them."""
    return _shaped(
        parts, {"open": '<bpt i="{0}">{1}</bpt>', "close": '<ept i="{0}">{1}</ept>', "alone": '<ph x="{0}">{1}</ph>'}
    )


def _shaped(parts: Parts, shapes: Mapping[str, str]) -> str:
    return "".join(
        shapes[part.kind].format(part.id, _text(part.value)) if isinstance(part, InlineCode) else _text(part)
        for part in parts
    )


def write_xliff(units: Iterable[ExchangeUnit], locales: tuple[str, str], *, fill: bool) -> bytes:
    """XLIFF 1.2, a file a page."""
    lines = [HEAD, '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n']
    for page, group in groupby(units, key=lambda unit: unit.page):
        lines.append(
            f"<file original={_value(page)} source-language={_value(_lang(locales[0]))} "
            f'target-language={_value(_lang(locales[1]))} datatype="plaintext"><body>\n'
        )
        for unit in group:
            approved = "" if unit.pending else ' approved="yes"'
            lines.append(f"<trans-unit id={_value(unit.id)}{approved}>\n <source>{_paired(unit.source)}</source>\n")
            state = "needs-translation" if unit.is_new else "needs-review-translation" if unit.pending else "translated"
            if fill and unit.pending:
                lines.append(f' <target state="needs-translation">{_paired(unit.source)}</target>\n')
            elif not unit.is_new:
                lines.append(f' <target state="{state}">{_paired(unit.target)}</target>\n')
            if unit.pending and not unit.is_new:
                old = f"<source>{_text(unit.old)}</source>" if unit.old else ""
                own = f"<target>{_text(said(unit.target))}</target>"
                lines.append(f' <alt-trans alttranstype="previous-version">{old}{own}</alt-trans>\n')
            lines.append("</trans-unit>\n")
        lines.append("</body></file>\n")
    return "".join([*lines, "</xliff>\n"]).encode()


def write_xliff2(units: Iterable[ExchangeUnit], locales: tuple[str, str], *, fill: bool) -> bytes:
    """XLIFF 2.1, a file a page."""

    def inline(parts: Parts, prefix: str) -> str:
        shapes = {
            "open": '<sc id="{0}" dataRef="{1}o{0}"/>', "close": '<ec startRef="{0}" dataRef="{1}c{0}"/>',
            "alone": '<ph id="{0}" dataRef="{1}a{0}"/>',
        }  # fmt: skip
        return "".join(
            shapes[part.kind].format(part.id, prefix) if isinstance(part, InlineCode) else _text(part) for part in parts
        )

    lines = [
        HEAD, '<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" '
        f"srcLang={_value(_lang(locales[0]))} trgLang={_value(_lang(locales[1]))}>\n",
    ]  # fmt: skip
    for number, (page, group) in enumerate(groupby(units, key=lambda unit: unit.page), 1):
        lines.append(f'<file id="f{number}" original={_value(page)}>\n')
        for unit in group:
            target = unit.source if fill and unit.pending else () if unit.is_new else unit.target
            sides = [("s", unit.source), *([("t", target)] if target else [])]
            data = [
                f'<data id="{side}{part.kind[0]}{part.id}">{_text(part.value)}</data>'
                for side, parts in sides for part in parts if isinstance(part, InlineCode)
            ]  # fmt: skip
            note = (
                f'<notes><note category="previous-source">{_text(unit.old)}</note></notes>'
                if unit.pending and unit.old
                else ""
            )
            inside = f"<originalData>{''.join(data)}</originalData>" if data else ""
            state = "initial" if unit.pending else "translated"
            lines.append(f'<unit id={_value(unit.id)}>{note}{inside}\n <segment state="{state}">')
            lines.append(f"<source>{inline(unit.source, 's')}</source>")
            lines.append(f"<target>{inline(target, 't')}</target>" if target else "")
            lines.append("</segment>\n</unit>\n")
        lines.append("</file>\n")
    return "".join([*lines, "</xliff>\n"]).encode()


def write_tmx(units: Iterable[ExchangeUnit], locales: tuple[str, str], *, fill: bool) -> bytes:
    """A memory of what is translated; nothing that is left to a person, unless it is to be filled."""
    one, two = (_value(_lang(locale)) for locale in locales)
    lines = [
        HEAD, '<tmx version="1.4">\n<header creationtool="facingpages" creationtoolversion="1" segtype="paragraph" '
        f'o-tmf="Markdown" adminlang="en" srclang={one} datatype="plaintext"/>\n<body>\n',
    ]  # fmt: skip
    for unit in units:
        target = unit.source if fill and unit.pending else unit.target
        if fill or not unit.pending:
            lines.append(
                f"<tu tuid={_value(f'{unit.page}#{unit.id}')}>"
                f"<tuv xml:lang={one}><seg>{_memory(unit.source)}</seg></tuv>"
                f"<tuv xml:lang={two}><seg>{_memory(target)}</seg></tuv></tu>\n"
            )
    return "".join([*lines, "</body>\n</tmx>\n"]).encode()


def write_tbx(units: Iterable[ExchangeUnit], locales: tuple[str, str], *, fill: bool) -> bytes:
    """The labels: what a program shows, which pages print in bold, and how the translation has it."""
    del fill
    one, two = (_value(_lang(locale)) for locale in locales)
    labels: dict[str, dict[str, int]] = {}
    for unit in units:
        here, there = ([*_bold(parts)] for parts in (unit.source, unit.target))
        if not unit.pending and len(here) == len(there):
            for label, own in zip(here, there, strict=True):
                labels.setdefault(label, {}).setdefault(own, 0)
                labels[label][own] += 1
    lines = [
        HEAD, f'<martif type="TBX" xml:lang={one}>\n<martifHeader><fileDesc><sourceDesc><p>Labels of a site.</p>'
        "</sourceDesc></fileDesc></martifHeader>\n<text><body>\n",
    ]  # fmt: skip
    for number, (label, owns) in enumerate(sorted(labels.items()), 1):
        terms = "".join(
            f"<tig><term>{_text(own)}</term></tig>" for own in sorted(owns, key=lambda own: (-owns[own], own))
        )
        lines.append(
            f'<termEntry id="c{number}">'
            f"<langSet xml:lang={one}><tig><term>{_text(label)}</term></tig></langSet>"
            f"<langSet xml:lang={two}>{terms}</langSet></termEntry>\n"
        )
    return "".join([*lines, "</body></text>\n</martif>\n"]).encode()


def _bold(parts: Parts) -> Iterator[str]:
    for one, text, other in zip(parts, parts[1:], parts[2:], strict=False):
        if (
            isinstance(one, InlineCode)
            and isinstance(other, InlineCode)
            and isinstance(text, str)
            and one.value in ("**", "__")
        ):
            if (one.kind, other.kind, one.id) == ("open", "close", other.id) and text.strip():
                yield text.strip()


def read(content: bytes) -> Iterator[Returned]:
    """The units of XLIFF 1.2 or 2.x or of TMX. Raises ValueError where it is none of them."""
    text = content.decode("utf-8-sig")
    text = TYPE.sub("", re.sub(r"^\s*<\?xml[^>]*\?>", "", text), count=1)
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise ValueError("it declares a document type of its own")
    try:
        root = ElementTree.fromstring(text)  # without a document type there is nothing to expand
    except ElementTree.ParseError as error:
        raise ValueError(f"not valid XML: {error}") from None
    if _is_deep(root):
        raise ValueError(f"it is nested deeper than {MAX_DEPTH} levels")
    kind = _name(root)
    if kind == "tmx":
        yield from _read_tmx(root)
    elif kind == "xliff":
        yield from _read_xliff(root)
    else:
        raise ValueError(f"<{kind}> is neither XLIFF nor TMX")


def _is_deep(root: ElementTree.Element) -> bool:
    level, depth = [root], 0
    while level and depth <= MAX_DEPTH:
        level, depth = [child for element in level for child in element], depth + 1
    return bool(level)


def _read_tmx(root: ElementTree.Element) -> Iterator[Returned]:
    for unit in _all(root, "tu"):
        page, _, name = unit.get("tuid", "").rpartition("#")
        segments = list(_all(unit, "seg"))
        if name and len(segments) > 1:
            yield Returned(page, name, _inline(segments[-1]), None)


def _read_xliff(root: ElementTree.Element) -> Iterator[Returned]:
    for file in _all(root, "file"):
        page = file.get("original", "")
        for unit in (*_all(file, "trans-unit"), *_all(file, "unit")):
            parts = list(_direct(unit, "segment")) or [unit]
            targets = [next(_direct(part, "target"), None) for part in parts]
            if any(target is None for target in targets):
                continue
            found = [target for target in targets if target is not None]
            states = [part.get("state") or target.get("state") or "" for part, target in zip(parts, found, strict=True)]
            final = all(state in DONE for state in states) or unit.get("approved") == "yes"
            text = tuple(piece for target in found for piece in _inline(target))
            if text:
                yield Returned(page, unit.get("id", ""), text, True if final else None)


def _name(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _all(element: ElementTree.Element, name: str) -> Sequence[ElementTree.Element]:
    return [one for one in element.iter() if _name(one) == name]


def _direct(element: ElementTree.Element, name: str) -> Iterator[ElementTree.Element]:
    return (one for one in element if _name(one) == name)


def _inline(element: ElementTree.Element) -> Parts:
    """Text and codes; what a tool wrapped around a text (`mrk`) is passed over."""
    parts: list[Part] = [element.text] if element.text else []
    for one in element:
        name = _name(one)
        kind = {"bpt": "open", "sc": "open", "ept": "close", "ec": "close"}.get(name, "alone")
        ident = one.get("startRef") or one.get("rid") or one.get("i") or one.get("x") or one.get("id") or ""
        if name in ("mrk", "hi"):
            parts += _inline(one)
        elif name in ("g", "pc"):
            parts += (InlineCode(ident, "open", ""), *_inline(one), InlineCode(ident, "close", ""))
        else:
            parts.append(InlineCode(ident, kind, ""))  # type: ignore[arg-type]
        if one.tail:
            parts.append(one.tail)
    return tuple(parts)
