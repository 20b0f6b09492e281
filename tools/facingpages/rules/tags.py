"""Tags as they are written in the blocks of a page."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from facingpages.align.features import unspoken
from facingpages.document import Block, Document, Html, RawTag
from facingpages.languages.codes import is_from_the_right, names_of
from facingpages.late import late
from facingpages.read.dialects import DIALECTS
from facingpages.rules.wording import neutral, without_language
from facingpages.tuples import NamedTuple

CLOSING = late(rb"</([A-Za-z][\w.:\x80-\xff-]*)")
TAG = late(
    rb"<(/?)([A-Za-z][\w.\x80-\xff-]*+(?::[A-Za-z][\w-]*+)?+(?=[\s/>]))((?:[^<>\"'{}/]|/(?!>)|\"[^\"\n]*+\"|'[^'\n]*+'|\{(?:[^{}\n]|\{[^{}\n]*+\})*+\})*+)(/?)>"
)
VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
)
OPTIONAL = frozenset(
    ("p", "li", "dt", "dd", "td", "th", "tr", "option", "thead", "tbody", "rt", "rp", "body", "html", "head")
)
# Only set type or are compared elsewhere (links, pictures): a translator may drop them or write Markdown instead.
TYPE = frozenset((
    "a", "abbr", "b", "bdi", "bdo", "big", "br", "center", "cite", "code", "del", "dfn", "div", "em", "font", "hr", "i", "img", "ins",
    "nobr", "p", "pre", "q", "rb", "rp", "rt", "ruby", "s", "small", "span", "strike", "strong", "tt", "u", "wbr",
))  # fmt: skip
# Elements of the HTML standard (https://html.spec.whatwg.org/multipage/indices.html), SVG's root and MathML's, and old ones.
ELEMENTS = TYPE | VOID | OPTIONAL | frozenset((
    "address", "article", "aside", "audio", "blockquote", "button", "canvas", "caption", "colgroup", "data", "datalist", "details",
    "dialog", "dl", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup",
    "iframe", "kbd", "label", "legend", "main", "map", "mark", "math", "menu", "meter", "nav", "noscript", "object", "ol", "optgroup",
    "output", "picture", "progress", "samp", "script", "search", "section", "select", "slot", "style", "sub", "summary", "sup", "svg",
    "table", "template", "textarea", "tfoot", "time", "title", "ul", "var", "video", "marquee", "frame", "frameset", "include", "noinclude",
))  # fmt: skip
SLUG = late(r"""\bname=["']([a-z0-9:_/.-]+)["']""")

QUOTED = late(r"\{\s*[\"'`]")  # a string that MDX shows as it stands: `{'<id>'}`
VALUE = late(r"(\"[^\"]*\"|'[^']*'|\{[^{}]*\})|=([^\s\"'{}>=]+)(?=[\s/>]|$)")
STYLE = late(r"(\bstyle=\")([^\"{}]*)(\")")
SIGNS = late(r"\s*([:;,])\s*")


class Tag(NamedTuple):
    """A tag as written; `machine` is what of its properties must not be translated."""

    name: str
    closing: bool
    single: bool
    machine: str
    text: str
    start: int
    end: int


def bracketed(document: Document) -> frozenset[int]:
    """The blocks of a page in which a bracket stands with which tags begin."""
    if "brackets" not in document.memo:
        raw, found = document.raw, list[int]()
        at = behind = -1
        for block in document.blocks:
            if not at <= block.start <= behind:  # from bracket to bracket: most blocks have none
                behind = raw.find(b"<", block.start) % (len(raw) + 1)
            at = block.start
            if behind < block.end:
                found.append(block.index)
        document.memo["brackets"] = frozenset(found)
    told: frozenset[int] = document.memo["brackets"]
    return told


def unmatched(document: Document) -> Mapping[str, RawTag]:
    """The first tag of each name that is never closed on a page, or closes nothing; a `/` is before the name of those."""
    return {name: stack[0] if stack[0].text != name else stack[-1] for name, stack in _left(document).items() if stack}


def is_unmatched(document: Document, tag: Tag) -> bool:
    """Whether a tag is one of those that a page never closes, or that close nothing there."""
    return any(tag.start <= one.start < tag.end for one in _left(document).get(tag.name.lower(), ()))


def _left(document: Document) -> Mapping[str, list[RawTag]]:
    if "unmatched tags" not in document.memo:
        document.memo["unmatched tags"] = _unmatched(document)
    found: Mapping[str, list[RawTag]] = document.memo["unmatched tags"]
    return found


def _unmatched(document: Document) -> Mapping[str, list[RawTag]]:
    left: dict[str, list[RawTag]] = {}
    unread = _unread_ends(document)
    for block in document.blocks:
        for tag in block.html:
            name = tag.text.removeprefix("/")
            if name in VOID or document.raw[tag.end - 2 : tag.end] == b"/>":
                continue
            stack = left.setdefault(name, [])
            _end(stack, unread.get(name), tag.start)
            if tag.text != name and stack and stack[-1].text == name:
                stack.pop()
            else:
                stack.append(tag)
    for name, ends in unread.items():
        _end(left.get(name, []), ends, len(document.raw))
    return left


def _end(stack: list[RawTag], ends: deque[int] | None, upto: int) -> None:
    """Take what is closed by the ends before a place."""
    while ends and ends[0] < upto:
        ends.popleft()
        if stack and not stack[-1].text.startswith("/"):
            stack.pop()


def _unread_ends(document: Document) -> dict[str, deque[int]]:
    """Where the ends stand that are in no block: those of an element whose body is Markdown."""
    named = {block.name.encode() for block in document.blocks if isinstance(block, Html)}
    if not named:
        return {}
    read = {tag.start for block in document.blocks for tag in block.html}
    found: dict[str, deque[int]] = {}
    for end in CLOSING.finditer(document.raw):
        if end[1] in named and end.start() not in read:
            found.setdefault(end[1].decode(), deque()).append(end.start())
    return found


def names(source: Document) -> frozenset[str]:
    """What all tags of a page are called, found once for all its translations."""
    if "tags" not in source.memo:
        names = {at[2].lower() for at in TAG.finditer(source.raw) if source.raw[at.start() - 1 : at.start()] != b"\\"}
        source.memo["tags"] = tuple(name.decode("utf-8", "replace") for name in names)
    return frozenset(source.memo["tags"])


def tags_of_source(document: Document, blocks: Sequence[Block]) -> Sequence[Tag]:
    """The tags in some blocks of a source: those of one block are found once for all translations."""
    if len(blocks) > 1:
        return tags(document, blocks)
    known: dict[int, Sequence[Tag]] = document.memo.setdefault("tags by block", {})
    if blocks[0].index not in known:
        known[blocks[0].index] = tags(document, blocks)
    return known[blocks[0].index]


def are_same(source: Document, a: Sequence[Block], target: Document, b: Sequence[Block]) -> bool:
    """Whether two sides hold the same tags, letter by letter, all of elements: so there is nothing to be told.

    What a translation has more of may be anchors: empty elements that a pipeline puts before its headings.
    """
    known: dict[int, Sequence[bytes] | None] = source.memo.setdefault("tags as written", {})
    there: Sequence[bytes] | None
    if len(a) > 1 or a[0].index not in known:
        written = list(_written(source, a))
        sure = all(match[2].decode("utf-8", "replace").lower() in ELEMENTS for match in written)
        there = [match.group() for match in written] if sure else None
        if len(a) == 1:
            known[a[0].index] = there
    else:
        there = known[a[0].index]
    if there is None:
        return False
    here = list(_written(target, b))
    return there == [match.group() for match in here] or there == _but_anchors(here)


def _but_anchors(found: Sequence[re.Match[bytes]]) -> list[bytes]:
    """Tags as written without those of an `<a>` that nothing stands in."""
    kept: list[bytes] = []
    opened = -1
    for match in found:
        if match[2] == b"a" and match[1] and match.start() == opened:
            kept.pop()
            continue
        opened = match.end() if match[2] == b"a" and not (match[1] or match[4]) else -1
        kept.append(match.group())
    return kept


def tags(document: Document, blocks: Sequence[Block]) -> list[Tag]:
    """The tags in some blocks, those in code left out."""
    found: list[Tag] = []
    for match in _written(document, blocks):
        closing, name, rest, single = (group.decode("utf-8", "replace") for group in match.groups())
        found.append(Tag(
            name if name[0].isupper() else name.lower(), bool(closing), bool(single) or (name.lower() in VOID and not name.istitle()), _machine(rest),
            match.group().decode("utf-8", "replace"), match.start(), match.end(),
        ))  # fmt: skip
    return found


def _written(document: Document, blocks: Sequence[Block]) -> Iterator[re.Match[bytes]]:
    """The tags in some blocks as they are written, those in code left out."""
    start, end = blocks[0].start, blocks[-1].end
    if document.raw.find(b"<", start, end) < 0:
        return
    codes = [(code.start, code.end) for block in blocks for code in block.codes]
    codes += [(one.start, one.end) for block in blocks for one in block.directives if QUOTED.match(one.text)]
    codes.sort()
    for match in TAG.finditer(document.raw, start, end):
        at = match.start()
        code = bisect_right(codes, (at, end)) - 1
        if (code >= 0 and at < codes[code][1]) or document.raw[at - 1 : at] == b"\\":
            continue
        if document.raw[max(0, at - 2) : at] == b"{{":  # of a shortcode: `{{</note>}}`
            continue
        if match[2].isascii() or DIALECTS[document.dialect].python:  # text to CommonMark, a tag to Python-Markdown
            yield match


@lru_cache(maxsize=1024)
def without_locale(machine: str, locale: str) -> str:
    """Properties without what names their page's locale: `lang="ko"` is the other page's `lang="en"`, and in the name of
    a file `shared.zh-CN.md` is `shared.en-US.md`, in a program `links.fr.home` is `links.en.home`. What is written from the right says so."""
    either = "|".join(re.escape(name) for name in sorted(names_of(locale or "en"), key=len, reverse=True))
    machine = without_language(machine, locale)
    machine = re.sub(rf"(?<=[\w\])])\.(?:{either})(?=[.\[)}}])", "", machine, flags=re.I)
    direction = "rtl" if is_from_the_right(locale or "en") else "ltr"
    machine = re.sub(rf"\s*\bdir=\"?(?:{direction}|auto)\"?(?=[\s/>]|$)", "", machine)
    return re.sub(rf"(?<=[\w-])[._-](?:{either})(?:[-_][a-z]{{2,4}})?(?=\.\w+[\"'#?]|[\"'])", "", machine, flags=re.I)


def as_read(written: str) -> str:
    """A tag or its properties with quotes around each value."""
    return VALUE.sub(lambda match: match[1] or f'="{match[2]}"', written) if "=" in written else written


@lru_cache(maxsize=1024)
def _machine(rest: str) -> str:
    """The properties of a tag without what may be translated. A `name` in small letters is one that a program knows.

    With or without quotes a value is the same, and so is a style with other blanks around its signs.
    """
    rest = STYLE.sub(lambda match: match[1] + SIGNS.sub(r"\1", match[2]).strip("; ") + match[3], as_read(rest))
    return neutral(SLUG.sub(r'key="\1"', unspoken(rest)))


def fault_of(tags: Sequence[Tag], strict: bool) -> Tag | None:
    """The tag that spoils the nesting of these, if one does. HTML lets some elements end by themselves, MDX does not."""
    stack: list[Tag] = []
    for at, tag in enumerate(tags):
        loose = not strict and tag.name.lower() in OPTIONAL
        if tag.single or (loose and not tag.closing):
            continue
        if not tag.closing:
            stack.append(tag)
        elif stack and stack[-1].name.lower() == tag.name.lower():
            stack.pop()
        elif not loose or not any(other.name == tag.name for other in tags if not other.closing):
            within = stack[-1] if any(other.name == tag.name for other in stack) else tag
            return tag if any(other.closing and other.name == within.name for other in tags[at:]) else within
    return stack[-1] if stack else None
