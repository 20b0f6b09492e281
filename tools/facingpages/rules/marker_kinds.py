"""What each kind of marker looks like: a row of `KINDS` says how it is written, what of it must be kept, what damage makes of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache

from facingpages.align.features import neutral_target
from facingpages.late import late
from facingpages.tuples import NamedTuple


class Mark(NamedTuple):
    """One marker of a page: its kind, what of it must be kept, how it is written, where."""

    kind: str
    value: str
    text: str
    start: int
    end: int


class Kind(NamedTuple):
    """What a marker looks like: `sign` stands in every page that has one, `loose` finds what damage makes of it."""

    name: str
    sign: bytes
    pattern: re.Pattern[bytes]
    value: Callable[[re.Match[bytes]], str] = lambda match: match.group().decode("utf-8", "replace")
    loose: re.Pattern[bytes] | None = None
    special: bool = False  # only dialects that name it read it
    renamed: bool = False  # a label that may be another, if it is so everywhere: only how many there are counts
    hint: re.Pattern[bytes] | None = None  # of one whose sign stands on most pages: this does where one may be


def _same(match: re.Match[bytes]) -> str:
    """What is inside may be translated."""
    return match.group()[:2].decode("utf-8", "replace")


def _box(match: re.Match[bytes]) -> str:
    return "[ ]" if match.group(1) == b" " else "[x]"


_SHOWN = late(
    rb"""\b(?:title|alt|caption|summary|tooltip|label|description|placeholder|data-title|aria-label|data-caption)\s*=\s*(?:"[^"]*"|'[^']*'|\S+(?:[ \t]++(?![.#]|[\w.:-]++\s*=)[^\s"'{}]++)*+)"""
)  # a title in no quotes goes on up to what is set next
_IDENTIFIER = late(rb"(?:^|\s)#[^\s}]+")


def _attributes(match: re.Match[bytes]) -> str:
    """The classes and machine values of an attribute list. Its id is another rule's, what is shown may be translated."""
    return machine_values(match.group())


@lru_cache(maxsize=4096)
def machine_values(written: bytes) -> str:
    """The same of one as written: those of headings are alike in all locales."""
    kept = _IDENTIFIER.sub(b" ", _SHOWN.sub(b" ", written[1:-1].lstrip(b":")))
    words = sorted(kept.decode("utf-8", "replace").replace('"', "").replace("'", "").split())
    return " ".join(words)


def _key(match: re.Match[bytes]) -> str:
    return re.sub(r'"[^"]*"', '""', match.group().decode("utf-8", "replace").lower())


def _page(match: re.Match[bytes]) -> str:
    """The page of `[[page|words]]`, or of `[[words|page]]`: the half that is an address. Alone, words may be both."""
    halves = [half.strip() for half in neutral_target(match.group()[2:-2].decode("utf-8", "replace")).split("|")]
    named = [half for half in halves if ADDRESS.fullmatch(half)]
    return "[[" + next((half for half in named if not half.isalpha()), named[0]) if named and halves[1:] else "[["


def _embedded(match: re.Match[bytes]) -> str:
    """The file that is set in, without its size or its title."""
    return match.group()[3:-2].partition(b"|")[0].decode("utf-8", "replace").strip()


KINDS = (
    Kind("footnote", b"[^", late(rb"\[\^[^\[\]\s]+\](?!:)"), loose=late(rb"(?:\[|\xef\xbc\xbb)\s*[\^\xef]?[^\[\]\n]{0,2}\s*\^?\s*[\w-]{1,20}\s*(?:\]|\xef\xbc\xbd)(?![(:\[])"), renamed=True),
    Kind("task", b"] ", late(rb"\A[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[([ xX])\](?=\s)"), _box, late(rb"\A[ \t]*(?:[-*+]|\d{1,9}[.)])?[ \t]*(?:\[[^\]\n]{0,3}\]|\xef\xbc\xbb[^\n]{0,3}\xef\xbc\xbd|\xe3\x80\x90[^\n]{0,3}\xe3\x80\x91)"), hint=late(rb"\[[ xX]\]")),
    Kind("toc", b"[", late(rb"\A\s*(?:\[TOC\]|\[\[_?(?:TOC|toc)_?\]\])\s*\Z"), loose=late(rb"\A\s*(?:\\?\[|\xef\xbc\xbb|\xe3\x80\x90).{1,40}?\s*\Z"), hint=late(rb"\[_?(?:TOC|toc)_?\]")),
    Kind("toc", b":toc", late(rb"\{:\s*toc\s*\}"), loose=late(rb"\{[^{}\n]*\}")),
    Kind("attributes", b"{", late(rb"\{(?<!\\\{)(?::(?!\s*toc\s*\})[^{}\n]*|[ \t]*[.#][\w-][^{}\n]*|[ \t]*[A-Za-z][\w-]*=[^{}\n]*)\}"), _attributes, late(rb"\{[^{}\n]*\}|\xef\xbd\x9b[^\n]{1,80}?\xef\xbd\x9d"), special=True),
    Kind("icon", b":", late(rb":(?<![\w:/.\]`}-]:)(?=[\w+-]*[a-z])[a-z0-9+][\w+-]*:(?![\w:/])"), loose=late(rb"(?<![\w:/]):\s?[^\s:/]{2,40}\s?:(?![\w:/])|\xef\xbc\x9a[\w+-]{2,40}\xef\xbc\x9a"), hint=late(rb":[a-z0-9+][\w+-]*:")),
    Kind("key", b"++", late(rb"\+\+(?<![\w+]\+\+)[\w\"'-]+(?:\+[\w\"' -]+)*\+\+(?![\w+])"), _key, late(rb"\+ ?\+[^\n]{1,60}?\+ ?\+|\xef\xbc\x8b[^\n]{1,60}\xef\xbc\x8b"), special=True),
    Kind("strike", b"~~", late(rb"~~(?<![~\\]~~)(?=[^\s~])(?:[^~\n]|~(?!~)|\n(?!\n))*?(?<=[^\s~])~~(?!~)"), _same, late(rb"~\s?~|\xef\xbd\x9e{2}")),
    Kind("highlight", b"==", late(rb"==(?<![=\w!<>]==)(?=[^\s=])[^=\n]*?(?<=[^\s=])==(?![=\w])"), _same, late(rb"==|\xef\xbc\x9d{2}"), special=True),
    Kind("wiki link", b"[[", late(rb"\[\[(?<![\[!]\[\[)(?=[^\s\[\]])[^\[\]\n]+\]\](?![\](])"), _page, late(rb"\[\s?\[|\xe3\x80\x90{2}|\xef\xbc\xbb{2}")),
    Kind("embed", b"![[", late(rb"!\[\[(?=[^\s\[\]])[^\[\]\n]+\]\]"), _embedded, late(rb"(?:!|\xef\xbc\x81)\s?\[\s?\[|(?:!|\xef\xbc\x81)\xe3\x80\x90{2}")),
    Kind("citation", b"@", late(rb"@(?:(?<=\[@)|(?<=\[-@)|(?<=;\s@)|(?<=;\s-@))[A-Za-z_][\w:.-]*\w(?![/@\w])(?=[^\[\]\n]*\](?![(\[:]))"), loose=late(rb"@\s?[^\s\[\],;]{2,40}")),
    Kind("reference", b"@", late(rb"\\@ref\([\w:.-]+\)|(?<![\w.@\[/-])@(?:fig|tbl|sec|eq|lst|thm)-[\w-]+"), loose=late(rb"\\?@\s?\w+\s?\([^()\n]{1,60}\)|@[\w\x80-\xff]{2,12}-[\w\x80-\xff-]+")),
    Kind("abbreviation", b"*[", late(rb"(?m)^[ ]{0,3}\*\[[^\]\n]+\]:"), _same, late(rb"\*\s*\[[^\]\n]+\][^(\[ ]+"), special=True),
    Kind("role", b"}`", late(rb"\{(?<![\w$}]\{)[a-zA-Z][\w:.+-]*\}(?=`)"), loose=late(rb"\{[^{}\n`]{1,40}\}")),
    Kind("callout of Docsify", b"> ", late(rb"\A[!?]>[ \t]"), _same, late(rb"\A(?:[!?]|\xef\xbc[\x81\x9f])[ \t]?(?:>|\xef\xbc\x9e)?[ \t]?"), hint=late(rb"[!?]>")),
    Kind("meaning", b": ", late(rb"\A[ \t]*(?:[-*+])[ \t]+:[ \t]"), _same, hint=late(rb":(?<=[ \t]:)[ \t]")),
)  # fmt: skip
SPACED = late(r"\s+=\s*|\s*=\s+")
ADDRESS = late(r"[a-z0-9][a-z0-9._/#-]*")
PICTURE = late(
    r"[\u203c-\u2bff\u3030-\u303d\u3297-\u3299\U0001f000-\U0001faff]"
)  # what an emoji's name may be replaced by


def is_likely(kind: Kind, raw: bytes) -> bool:
    """Whether a page may have markers of a kind."""
    return kind.sign in raw and (kind.hint is None or kind.hint.search(raw) is not None)


def marks_of(kind: Kind, start: int, written: bytes) -> list[Mark]:
    """The markers of a kind in what is written from an offset on."""
    if kind.sign[0] not in written:
        return []
    return [
        Mark(
            kind.name,
            kind.value(match),
            match.group().decode("utf-8", "replace"),
            start + match.start(),
            start + match.end(),
        )
        for match in kind.pattern.finditer(written)
    ]


def compared(s: Sequence[Mark], t: Sequence[Mark]) -> tuple[list[Mark], Counter[str]]:
    """The marks of the source that the translation lacks, and how often it has values that the source lacks."""
    if [mark.value for mark in s] == [mark.value for mark in t]:
        return [], Counter()
    lost, here = [], Counter(mark.value for mark in t)
    for mark in s:
        tight = machine_values(SPACED.sub("=", mark.text).encode()) if mark.kind == "attributes" else ""
        value = tight if tight and not here[mark.value] else mark.value  # with blanks there it was none, without it is
        if here[value]:
            here[value] -= 1
        elif mark.value:
            lost.append(mark)
    return lost, +here
