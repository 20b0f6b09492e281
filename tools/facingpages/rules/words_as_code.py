"""Words that are set as code and are no name: what a page, and a site, treats as one where it is.

A span of code is a name if something treats it as one: a block of code or a longer span holds it, a table lists it, or the
translation itself keeps it in another place. What only stands there, and is a word that the page says plainly, too, or
whose rendering the site knows, was stressed: a translator renders it as any word. So is what is written in letters of the
source's own script, which hardly any program reads.
"""

from __future__ import annotations

import re
from collections import Counter

from facingpages.document import Block, Document, Span
from facingpages.languages import in_own_script
from facingpages.late import late
from facingpages.lexicon import mostly_rendered
from facingpages.rules.base import Pair
from facingpages.rules.rendered import PROGRAMS, VALUES, likeness

WORD = late(r"\w+")
WORDED = late(r"[^\W\d_]+(?: [^\W\d_]+)*")
PLAIN = late(r"(?<![\w.-])[^\W\d_]++(?![\w(]|[.-]\w)")
LOOSE = 2  # times that a source writes a word as plain text that it has as code, too
UNLIKE = 0.5  # how alike two words are at most, none of which is the other mistyped
# What names are names of, behind them or before them.
KINDS = (
    r"(?:events?|functions?|methods?|class(?:es)?|types?|fields?|propert(?:y|ies)|props?|attributes?|options?|parameters?|params?|"
    r"arguments?|args?|variables?|commands?|files?|director(?:y|ies)|folders?|keys?|values?|keywords?|modules?|packages?|flags?|hooks?|"
    r"elements?|tags?|operators?|traits?|structs?|enums?|interfaces?|namespaces?|headers?|columns?|tables?|modes?|annotations?|"
    r"constructors?|decorators?|components?|directives?|statements?|clauses?|macros?|library|plugins?|plug-ins?|routes?|scopes?|"
    r"branch(?:es)?|repositor(?:y|ies)|containers?|pods?|users?|roles?|databases?|objects?|schemas?|services?|settings?|callbacks?|"
    r"api|utility|helpers?|subcommands?|binary|tool|queries|mutations?|slots?|strings?|table|crates?|gems?)"
)
KIND = late(rf"`* {KINDS}\b", re.I)
KIND_OF = late(rf"\b(?:{KINDS}|typ(?:e|ing)|run(?:ning)?|call(?:ing|ed|s)?|calls to|named|via) `*\Z", re.I)
LISTED = late(r"`(?:\s*[,/|&\u3001\uff0c]\s*|,? (?:and|or|und|et|y|e|o) )`*\Z")  # behind another code
LISTING = late(r"\A`*(?:\s*[,/|&\u3001\uff0c]\s*|,? (?:and|or|und|et|y|e|o) )`")
FEWEST = 4  # letters of a word that is none of a program's by its looks
NAMES = late(r"[A-Za-z0-9][\w.-]*(?<=[A-Za-z0-9])|[A-Za-z0-9]", re.A)  # in a text of another script
OWN = late(r"[\w-]*[^\W\x00-\x7f][\w-]*")  # a reader's own word in code, with letters beyond those of programs
ENDING = late(r"\.[a-z0-9]{1,5}")
VALUED = late(r"(?:=|://)\Z")  # behind which a reader's own value stands


def parts(document: Document) -> frozenset[str]:
    """All words of inline code that holds signs of a program, too: `post.title`, `print(name)`."""
    texts = (code.text for block in document.blocks for code in block.codes)
    return frozenset(word for text in texts if not WORDED.fullmatch(text) for word in WORD.findall(text))


def said_in_examples(document: Document) -> frozenset[str]:
    """All words in the blocks of code of a page."""
    if "said in examples" not in document.memo:
        texts = (block.text for block in document.blocks if block.kind == "code")
        document.memo["said in examples"] = frozenset(word for text in texts for word in WORD.findall(text))
    found: frozenset[str] = document.memo["said in examples"]
    return found


def is_loose(pair: Pair, text: str) -> bool:
    """Whether the source itself writes a word as code in one place and as plain text in several: a name of something."""
    if not text.isalpha():
        return False
    return _plain_words(pair.source)[text] >= LOOSE


def _plain_words(document: Document) -> Counter[str]:
    """How often a page writes which word as plain text."""
    if "plain words" not in document.memo:
        texts = (block.text for block in document.blocks if block.kind != "code")
        document.memo["plain words"] = Counter(word for plain in texts for word in PLAIN.findall(plain))
    count: Counter[str] = document.memo["plain words"]
    return count


def is_worded(pair: Pair, code: Span, block: Block, said: str) -> bool:
    """Whether code is words that nothing on the page treats as a name: `application developer`, stressed.

    `said`: what may render it, in a block.
    """
    text = code.text
    words = text.split(" ")
    if not WORDED.fullmatch(text) or words[0] in PROGRAMS or (len(words) == 1 and len(text) < FEWEST):
        return False
    if text.lower() in VALUES or text.isupper() or block.kind == "row" or _is_named(pair, words, text):
        return False
    if is_said_to_be_one(pair.source.raw, code):
        return False
    plain = _plain_words(pair.source)
    least = 1 if text.islower() else LOOSE
    if all(plain[word] >= least for word in words):
        return True
    return pair.lexicon is not None and text.islower() and mostly_rendered(pair.lexicon, text, said)


def is_worded_otherwise(pair: Pair, old: Span, new: str, block: Block) -> bool:
    """Whether such words have become others, no slip of theirs, and no name that the source has elsewhere."""
    if likeness(old.text.lower(), new.lower()) >= UNLIKE or not WORDED.fullmatch(new):
        return False
    return new not in _codes(pair.source) and is_worded(pair, old, block, new)


def is_said_to_be_one(raw: bytes, code: Span) -> bool:
    """Whether the source says what a code is a name of, `change` event, or lists it with other codes."""
    before = raw[max(0, code.start - 24) : code.start].decode("utf-8", "ignore")
    behind = raw[code.end : code.end + 24].decode("utf-8", "ignore")
    return KIND.match(behind) is not None or any(
        side.search(text) is not None for side, text in ((LISTED, before), (KIND_OF, before), (LISTING, behind))
    )


def _is_named(pair: Pair, words: list[str], text: str) -> bool:
    """Whether something treats words of code as a name."""
    if "names in code" not in pair.source.memo:
        pair.source.memo["names in code"] = said_in_examples(pair.source) | parts(pair.source)
    if not pair.source.memo["names in code"].isdisjoint(words):
        return True
    return text in _codes(pair.target)


def _codes(document: Document) -> frozenset[str]:
    """All inline code of a page."""
    if "codes" not in document.memo:
        document.memo["codes"] = frozenset(code.text for block in document.blocks for code in block.codes)
    found: frozenset[str] = document.memo["codes"]
    return found


def is_in_script(pair: Pair, old: str, here: str) -> bool:
    """Whether code of the source is written in its own script, and what is not of that stands here: it was translated."""
    if old.isascii() or not in_own_script(old, pair.source.locale):
        return False
    return all(name in here for name in NAMES.findall(old))


def has_own_value(pair: Pair, old: str, new: str) -> bool:
    """Whether code differs but in values that are a reader's own, in the letters of its language: `name=名前`, a host."""
    if new.isascii() or not in_own_script(new, pair.locale):
        return False
    pattern, at = "", 0
    for match in OWN.finditer(new):
        if not VALUED.search(new, 0, match.start()) and not _is_own_file(new, match):
            return False
        pattern += re.escape(new[at : match.start()]) + r"([\w-]+)"
        at = match.end()
    found = re.fullmatch(pattern + re.escape(new[at:]), old)
    if found is None:
        return False
    values = [value for value in found.groups() if value]
    kept = said_in_examples(pair.target) | parts(pair.target)
    return kept.isdisjoint(values) and all(value.lower() not in VALUES and not value.isdigit() for value in values)


def _is_own_file(path: str, name: re.Match[str]) -> bool:
    """Whether a reader's own word is the name of a file at the end of a path: `./data/字典.txt`."""
    return path[name.start() - 1 : name.start()] == "/" and ENDING.fullmatch(path, name.end()) is not None
