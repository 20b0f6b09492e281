"""What a block says that no translator changes: the evidence that two blocks belong together."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from facingpages.document import Block, Heading, Row
from facingpages.languages.codes import ADDRESSED
from facingpages.languages.scripts import ROMANIZED
from facingpages.late import late

STRONG = "lick#d"  # kinds of evidence that stand alone: targets, pictures, code, ids, directives
NUMBER = late(r"\d\d*")  # twice as fast as `\d+`, at which Python tries each sign
REF = late(r"\{\{[<%]\s*(?:rel)?ref\s+(?:path=)?[\"'`]?([^\s\"'`>%]+)")  # a page, named by a tag of Hugo
UNQUOTED = str.maketrans("", "", "\"'")  # what may stand around a value, or not
SIGN = late(r"[^\W_]")
VERSION = late(r"\d+(?:\.\d+)+(?:-?(?:alpha|beta|dev|pre|preview|rc|canary|next|nightly)[.-]?\d*)?")
SITE = late(r"^(?:https?:)?//(?:www\.)?")
CAPITALS = late(r"[A-Z](?<!\w[A-Z])[A-Z0-9]{1,4}(?!\w)")
WORD = late(r"[A-Za-z\u00c0-\u024f]{4,}")
LOCALE_SEGMENT = late(r"(?<=[/@])([a-z]{2,3}(?:[-_](?:[a-z]{4}|[a-z]{2}|\d{3}))?)(?=[/#?]|$)", re.I)
# Behind the name of a page: `/guide-cn` and `guide.zh-CN.md`, those of `/guide` and `guide.md`.
EDITION = late(r"(?<=\w)[-.]([a-z]{2})(?:-[A-Za-z]{2,4})?(?=\.mdx?$|(?<!\.[a-z]{2})$)")
ADDRESS = late(r"(?<=://)[^\s\"'`]+|(?<=[\"'])[./][^\s\"']*/[^\s\"']*")
IS_CYRILLIC = late("[\u0400-\u04ff]")
ROOT = late(r"(://[\w.-]+)/(?=[\"'\s)>]|$)")
OWNED = late(r"//github\.com/[\w-]+(?:/[\w.-]+)?")  # an owner and what is owned, in whatever case
PADDING = late(r"(?<=\{\{)\s+|\s+(?=\}\})")  # within what a template sets in
CLIMBED = late(r"(?:(?<=[^/.])|^)/(?!\.\./)[^/\s]+/\.\./")  # down into a folder and up again, which leads nowhere
LANGUAGE_QUERY = late(
    r"([?&](?:view|lang|language|lng|setln|hl|locale|culture|setlang|ui|l)=)[a-z]{2}(?:[-_][a-z]{2,4})?\b", re.I
)
# What a service is given to write in a reader's name, `?text=I%20read%20it`: in the reader's language.
SPOKEN = late(
    r"([?&](?:text|title|body|subject|description|summary|quote)=)"
    r"(?=[^&#\"']*(?:[ +]|%20|%[89A-Fa-f]|[^\x00-\x7f]))[^&#\"']*"
)
MOBILE = late(r"(?<=//)([\w-]+\.)m\.(?=[\w-]+\.[a-z])")  # the same pages for small screens: `en.m.wikipedia.org`
Name = tuple[str, bool]  # what a row is called, and whether that is plainly a name
ONE_NAME = late(r"[!-_a-{}~]{2,}")  # no backtick, no bar: what a cell lost, or where it was torn
NAMELIKE = late(r"[A-Za-z0-9][_./:\-][A-Za-z0-9]|[a-z][A-Z]|[A-Za-z]\d|\(\)|^[-@$/._]")
# What only a program reads of a component: `icon="rocket"`, not `title="fast"`.
CHOSEN = late(r"\b(icon|slug|key|id|value|type|name|section|plugin|src|to|variant)=[\"']([a-z0-9][\w./:-]*)[\"']")
# What a step begins with that is a paragraph: `1、`, `（2）`, `③`, or its number without the blank that makes an item.
COUNTED = late(
    r"(?:\d{1,2}[\u3001\uff0e\uff09]|[(\uff08]\d{1,2}[)\uff09]|[\u2460-\u2473]|\d{1,2}[.)](?=[^\W\d_]))(?!\d)"
)
# What a reader fills in, in three words or more, or in letters that no program has: each language names it in its own.
FILL_IN = late(
    r"<(?=[^\W\d_])(?:[^<>=\"'/\s]{1,40}(?: [^<>=\"'/\s]{1,40}){2,7}|(?=[^<>]{0,80}[^\x00-\x7f<>])[^<>=\"'/]{1,80})>"
)
STEMS = late(r"[\u0300-\u036f]")


@lru_cache(maxsize=65536)
def neutral_target(target: str) -> str:
    """A target without what names a locale, so that `/en-us/x`, `/lv-lv/x` and `/x` are one."""
    if not target:
        return ""
    return neutral_line(target.replace("\\(", "(").replace("\\)", ")").replace("%20", " ").replace("&amp;", "&"))


def neutral_line(target: str) -> str:
    """The same of a line of code, in which nothing stands for another sign as it does in an address."""
    target = target.strip()
    if "/" in target:
        target = LOCALE_SEGMENT.sub(_drop_locale, target)
        while "/\0" in target:
            target = target.replace("/\0", "", 1)
        target = target.replace("@\0", "@")  # an alias for a folder of a language: `@en/shared/a.mdx`
        if "://" in target and ROOT.search(target):  # a search, for putting in what was found takes ten times as long
            target = ROOT.sub(r"\1", target)
        if ".m." in target:
            target = MOBILE.sub(r"\1", target)
        if "//github.com/" in target:
            target = OWNED.sub(lambda match: match.group().lower(), target)
    if "=" in target:
        target = unspoken(LANGUAGE_QUERY.sub(r"\1", target) if LANGUAGE_QUERY.search(target) else target)
    return target


@lru_cache(maxsize=8192)
def straight(target: str) -> str:
    """A target without blanks in what a template sets in, and without folders that are left again."""
    if "{{" in target:
        target = PADDING.sub("", target)
    while "/../" in target and (climbed := CLIMBED.sub("/", target, count=1)) != target:
        target = climbed
    return target


def unspoken(target: str) -> str:
    """A target without the words that are to be written in a reader's name."""
    return SPOKEN.sub(r"\1", target) if SPOKEN.search(target) else target


def _drop_locale(match: re.Match[str]) -> str:
    word = match.group(1)
    language = word.replace("_", "-").partition("-")[0]
    if language.lower() not in ADDRESSED:
        return word
    return "\0"


def keys(block: Block) -> frozenset[str]:
    """Strong evidence: targets, pictures, code, numbers, explicit ids, directives."""
    found = block.keys
    if found is None:
        found = block.keys = frozenset(_keys(block))
    return found


def counts_itself(block: Block) -> bool:
    """Whether a paragraph that is no item begins with a number of its own, as steps do."""
    return block.kind == "paragraph" and block.marker is None and COUNTED.match(block.text) is not None


def share_keys(a: Block, b: Block) -> bool:
    """Whether two blocks have any of these in common. Most that do have a link, whatever else they hold."""
    if (a.keys is None or b.keys is None) and a.links and b.links:
        there = {_of_link(link.target) for link in a.links}
        if not there.isdisjoint([_of_link(link.target) for link in b.links]):
            return True
    return not keys(a).isdisjoint(keys(b))


@lru_cache(maxsize=8192)
def _of_link(target: str) -> str:
    """What a link that leads somewhere adds to the keys of its block."""
    tag = REF.search(target) if "ref" in target else None
    target = neutral_target(tag[1] if tag is not None else target)
    page = SITE.sub("//", straight(target).rsplit("#", 1)[0] or target).rstrip("/")
    edition = EDITION.search(page)
    if edition is not None and edition[1] in ADDRESSED:
        page = page[: edition.start()] + page[edition.end() :]
    return "l" + page


def _keys(block: Block) -> set[str]:
    found: set[str] = set()
    for link in block.links:
        found.add(_of_link(link.target))
    for image in block.images:
        found.add("i" + image.source.rsplit("/", 1)[-1])
    if block.kind == "code":
        lines = (FILL_IN.sub("<>", line.strip()).translate(UNQUOTED) for line in block.text.split("\n", 60)[:60])
        found.update("k" + line for line in lines if line)
        return found or {"k"}
    for code in block.codes:
        found.add("c" + code.text)
    for span in block.directives:
        first = span.text.split(None, 1)[0] if span.text.strip() else ""
        found.add("d" + (called(span.text) if first[:1] == "{" else first))  # every shortcode begins with `{{<`
        if "=" in span.text:
            found.update(f"v{name}={value}" for name, value in CHOSEN.findall(span.text))
    if block.kind in ("directive", "html"):
        found.add("t" + block.name + "".join(span.text for span in block.html[:12]))
    if isinstance(block, Heading) and block.id:
        found.add("#" + block.id)
    text = block.text
    if isinstance(block, Heading):  # 2.2.0 is not 2.0.0: what a section is called is one number, not three
        found.update("n" + version for version in versions(block))
        text = VERSION.sub("", text)
    elif counts_itself(block):
        text = COUNTED.sub("", text, count=1)
    found.update("n" + number for number in numbers(text))
    return found


def called(directive: str) -> str:
    """The first of a directive's words that has a letter or digit: its name, not the bracket that stands before it."""
    told = directive.split(None, 3)[:3]
    return next((word for word in told if SIGN.search(word)), told[0] if told else "")


def anchor(block: Block) -> str:
    """The letters and digits of a heading's id, or of its text, of which all generators make much the same id."""
    if not isinstance(block, Heading):
        return ""
    return "".join(filter(str.isalnum, block.id or block.text)).lower()


def numbers(text: str) -> list[str]:
    """The runs of digits of a text, in those of ASCII."""
    found = NUMBER.findall(text)
    return found if text.isascii() else [run if run.isascii() else _ascii(run) for run in found]


def _ascii(run: str) -> str:
    """A run of digits of any script in those of ASCII, without the zeros that it begins with."""
    return "".join(str(unicodedata.decimal(sign)) for sign in run).lstrip("0") or "0"


def versions(heading: Block) -> frozenset[str]:
    """The numbers with points in them, by which sections of a history of changes are called."""
    return frozenset(VERSION.findall(heading.text))


def row_name(block: Block) -> Name:
    """What a row is about: its first cell where that is one word of plain signs, and whether it is plainly a name.

    Or the code with which that begins, `clear` and the keys for it.
    """
    if not isinstance(block, Row):
        return "", False
    cell = block.text.split("\t", 1)[0].strip()
    if cell[:1] == "\ufffc" and block.codes:
        first = block.codes[0]
        others = [image.start for image in block.images] + [span.start for span in block.directives]
        name = first.text.strip()
        named = "|" not in name and all(first.start < other for other in others)
        return (name, cell == "\ufffc") if named else ("", False)
    return (cell, bool(NAMELIKE.search(cell))) if ONE_NAME.fullmatch(cell) else ("", False)


def name_of(block: Block) -> Name:
    """What a row is about, or what the author of a component told it: `rocket` of `<Card icon="rocket">`."""
    if block.kind != "directive":
        return row_name(block)
    told = [value for span in block.directives if "=" in span.text for _, value in CHOSEN.findall(span.text)]
    return " ".join(told), bool(told)


def words(block: Block) -> frozenset[str]:
    """Weak evidence: how words begin - product names, cognates, text left as it was, in directives their addresses."""
    found = block.words
    if found is None:
        text = block.text
        if block.kind == "directive":
            text += " ".join(ADDRESS.findall(" ".join(span.text for span in block.directives)))
        found = block.words = tokens(text)
    return found


@lru_cache(maxsize=8192)
def tokens(text: str) -> frozenset[str]:
    """The first five letters of longer words, and the numbers, in plain Latin letters. Cyrillic is transliterated."""
    if not text.isascii():
        if IS_CYRILLIC.search(text):
            text = text.lower().translate(ROMANIZED)
        text = STEMS.sub("", unicodedata.normalize("NFKD", text))
    return frozenset([word[:5].lower() for word in WORD.findall(text)] + numbers(text))


def named_in(text: str) -> frozenset[str]:
    """What a translator keeps of the text of a link: its tokens, and short names in capitals (`API`)."""
    return tokens(text) | frozenset(CAPITALS.findall(text))
