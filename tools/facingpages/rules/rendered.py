"""Inline code in other words: what of it a reader reads, and a translator may render."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Sequence
from unicodedata import combining, normalize

from facingpages.align.features import neutral_target
from facingpages.document import Block, Document
from facingpages.languages import language
from facingpages.late import late
from facingpages.rules.readers import names_otherwise
from facingpages.rules.wording import is_renaming, is_wording
from facingpages.seldom import unescape

TYPESETTING = frozenset(("fr", "br"))
TYPESET = late(r"(?<=\w)[ \u00a0\u202f](?=[:;!](?:\s|$))")
TAGGED = late(rb"<code\b[^<>]*>([^<>{}]*|\{[^{}]*\})</code>", re.I)
STRING = late(r"""^\{\s*(["'`])(.*)\1\s*\}$""", re.S)
SPACED = late(r"(?<=[\W_]) +| +(?=[\W_])|^[\"']|[\"']$")
# What a blank within makes another thing to a program, or nothing: options, paths, variables, names with signs before them.
WHOLE = late(
    r"(?<![\w-])--?(?=[A-Za-z])[\w-]+|\$\{|\{\{|\$[A-Za-z_]|[@#%][A-Za-z]|(?<![\w:])::?[A-Za-z_]|\w(?:::|->)\w|[a-z]+://\S"
    r"|(?<![\w.])(?:~|\.{1,2})?(?:/[\w.-]+)+|\w(?:\.\w+)+|\*\.\w|&&|\|\||[=!<>]=|</?[a-z]", re.I
)  # fmt: skip
PLACEHOLDER = late(r"^[^<{\[\u2039\n]*[<{\[\u2039].*[>}\]\u203a]| ", re.M)
BRACED = late(r"\{[^{}]*\}")
NAMED = late(r"(?<![\w-])[^\W_][\w-]*")  # no option
COMMAND = late(r"[a-z][a-z-]+")
CALL = late(r"\.?([A-Za-z_][\w.]*)(\([^()]{0,80}\))?")
PROMPT = late(r"^[$>#%] +")
MARKUP = late(r"</?[A-Za-z][^<>]*>|\{[^{}]*\}")
CALLED = late(
    r"([\w.:#]+(?:<[\w, ]*>)?)\(((?:[a-z_][^\W\d]*+(?:, *+)?)++)\)((?:\.\w+\(\))*)"
)  # with names of what it is given
WITHIN = late(r"<[^\W\d_][\w -]*>(?=\W|$)")  # a place for a word of the reader's, in an address or a command
VALUES = frozenset(("true", "false", "null", "none", "nil", "nan", "undefined"))  # one letter makes them others
WORD = late(r"[A-Z][a-z]+|(?![a-z])[^\W\d_]{2,}")  # as on a button
BRACKETS = "()[]{} "
BEYOND = late(r"[^\x00-\u036f\u1e00-\u2bff]")  # letters of a script other than Latin
STRESSED = 3  # times that a word is stressed on a page where that is no slip
WORDED = 4  # letters of a code of which a longer word may be made
ELLIPSIS = late(r"(?:(?<=[^\W\d])|(?<=[/:=(,{\[ ]))\s{0,3}(?:\.{3}|\u2026)(?=[\s)\]}]|$)")
VERSIONS = late(r"v?\d[\d.x]*(?: (?:->|\u2192) v?\d[\d.x]*)+")
DIGITS = late(r"\d[\d_]*")
PROSE = 4  # words in small letters that make code a sentence
CURLY = late("[\u201c-\u201f\u00ab\u00bb]")  # quotes that no program takes for one
ALIKE = 0.5  # how alike two words are, one of which was mistyped
QUOTED = late(r"[\u300c\u300e\u201c\u201e\u00ab\"]")
STRINGS = late(r"""(['"])(.*?)\1""")
ARITY = late(r"(?<=\w)/\d+$")  # of a function of Erlang, Elixir or Prolog: `map/2`
ARTICLE = late(r"^(?:the|when|and|or) (?=\S{3})", re.I)
SAID = late(r"[A-Z][a-z]+(?: [A-Za-z][a-z]*)*")  # a value for people: what is written on a button

# Programs that are called in a shell and by nothing else: a command of theirs is no text.
PROGRAMS = frozenset((
    "npm", "npx", "yarn", "pnpm", "bun", "pip", "pip3", "pipx", "uv", "git", "docker", "kubectl", "helm", "cargo", "rustup", "apt",
    "apt-get", "brew", "dnf", "yum", "pacman", "sudo", "curl", "wget", "az", "aws", "gcloud", "gh", "ssh", "scp", "rsync", "chmod",
    "chown", "mkdir", "grep", "sed", "awk", "systemctl", "journalctl", "dotnet", "mvn", "gradle", "composer", "php", "terraform",
    "psql", "mysql", "openssl", "ls", "cd", "rm", "cp", "mv",
))  # fmt: skip
RUN = late(r"([^\W\d_])\1*+")
RUNS = late(rf"(?:{RUN.pattern}[-/.: ]?)+")
PATTERN = late(r"(?:([YMDHSymdhs])\1++[-/.: ]?){2,}")
FORMS = late(r"\{\s*(\w+)\s*,\s*(plural|select|selectordinal)\s*,\s*[=\w]+\s*\{")
PRESSED = late(r"\b(?:click|tap|press|hit|choose|select)(?: on)?(?: the)? $", re.I)
BUTTON = late(r" (?:button|tab|menu|check ?box|menu item)\b")


def is_pressed(old: str, new: str, before: str, behind: str) -> bool:
    """Whether code is what stands on a button, by the words of the source around it, and so is its rendering."""
    words = all(SAID.fullmatch(text) or not text.isascii() for text in (old, new))
    said = PRESSED.search(before) is not None or BUTTON.match(behind) is not None
    return said and words and SAID.fullmatch(old) is not None and likeness(old, new) < ALIKE


def is_said(code: str, text: str) -> bool:
    """Whether a code is ordinary words, some of which stand in a text: `flex layout` as "flex" and a rendering.

    Or a lone sign that stands there: `1`. Or words in quotation marks, where the text of another script has such marks,
    too. Or words as on a button, `Save`, where the text is of another script.
    """
    if len(code) == 1:
        return code in text
    if SAID.fullmatch(code) and not text.isascii() and BEYOND.search(text):
        return True  # words as on a button, in a script that has others
    if len(code) >= WORDED and code.isalpha() and code.islower() and _is_named(code, text):
        return True
    if code[:1] == code[-1:] and code[0] in "\"'" and QUOTED.search(text) and BEYOND.search(text):
        words = code[1:-1].split()
        return len(words) > 1 and all(word.isalpha() and word.islower() for word in words)
    words = code.split()
    if len(words) >= PROSE and sum(word.isalpha() and word.islower() for word in words) >= PROSE:
        return True  # a sentence that stands in code
    return len(words) > 1 and all(word.isalpha() and word.islower() for word in words) and any(w in text for w in words)


def is_pattern(old: str, new: str) -> bool:
    """Whether two codes are one pattern of a date or an hour, in letters of their languages: `YYYY-MM`, `JJJJ-MM`."""
    if not PATTERN.fullmatch(old) or not RUNS.fullmatch(new):
        return False
    one, two = ([match.group() for match in RUN.finditer(text)] for text in (old, new))
    return [len(run) for run in one] == [len(run) for run in two] and RUN.sub("", old) == RUN.sub("", new)


def in_tags(document: Document, blocks: Sequence[Block]) -> frozenset[str]:
    """What stands in tags for code instead of backticks, `<code dir="ltr">&lt;a&gt;</code>`: as a reader sees it."""
    written = document.raw[blocks[0].start : blocks[-1].end]
    if b"</code>" not in written:
        return frozenset()
    found = (match[1].decode("utf-8", "replace") for match in TAGGED.finditer(written))
    return frozenset(unescape(STRING.sub(r"\2", text)).strip() for text in found)


def is_stressed(raw: bytes, text: str, place: tuple[int, int]) -> bool:
    """Whether a word of a program stands between marks of emphasis instead, as it does all over its page."""
    before, after = raw[place[0] - 1 : place[0]], raw[place[1] : place[1] + 1]
    if not (text.isalpha() and text.islower() and before == after and before in (b"*", b"_")):
        return False
    return raw.count(before + text.encode() + after) >= STRESSED


def _is_named(code: str, text: str) -> bool:
    """Whether a word of a text is what a code is short for: `enum` and "énumération"."""
    return re.search(rf"(?<!\w){code}\w{{2,}}", _unmarked(text)) is not None


@functools.lru_cache(maxsize=8)  # asked of each code of a block
def _unmarked(text: str) -> str:
    """A text in small letters without marks."""
    return "".join(char for char in normalize("NFKD", text.lower()) if not combining(char))


def is_torn(old: str, new: str) -> bool:
    """Whether two codes differ in nothing but blanks, one of which stands within what a program reads as one."""
    return "".join(old.split()) == "".join(new.split()) and _wholes(old) != _wholes(new)


def _wholes(text: str) -> list[str]:
    return [match.group() for match in WHOLE.finditer(text)]


def is_rendered(old: str, new: str) -> bool:
    """Whether a code says the same to a program, or nothing: what a reader puts in, or reads, was translated in it."""
    if is_torn(old, new) or (old.count('"') > new.count('"') and CURLY.search(new) and not CURLY.search(old)):
        return False  # what a program reads as one, or as a string, is none any more
    if (PLACEHOLDER.search(old) and likeness(new, old) < 0.5) or _same_frame(old, new):
        return True
    shown = is_message(old, new) or _is_shown(old, new) or _is_called_with(old, new)
    if shown or names_otherwise(old, new) or is_pattern(old, new) or _is_example(old, new):
        return True
    if old in new.split(" ")[1:2] == new.split(" ")[1:] or new in old.split(" ")[1:2] == old.split(" ")[1:]:
        return True  # a command with its program or without: `init`, `hexo init`
    if PROMPT.sub("", old) == PROMPT.sub("", new) or neutral_target(old.rstrip("/")) == neutral_target(new.rstrip("/")):
        return True  # the sign of a shell before a command, an address in a locale
    if SPACED.sub("", new) == SPACED.sub("", old) or old.strip(":") == new.strip(":"):
        return True  # blanks and quotes around a value are its author's; a key with the sign behind it, or before it
    name, _, word = old.partition(" ")
    if name[:1].isupper() and word.isalpha() and word.islower() and not new.isascii() and new.startswith(name + " "):
        return True  # what a name is of: `Priority interface`
    if old.removesuffix("()") == new.removesuffix("()") or ARITY.sub("", old) == new or ARITY.sub("", new) == old:
        return True  # a function with its brackets or without, and with how many things it is given
    if (
        _is_one_call(old, new)
        or _ungrouped(old) == _ungrouped(new)
        or (old.isalpha() and old.removesuffix("s") == new.removesuffix("s"))
    ):
        return True  # a long number in groups; several things called by the name of one
    if SAID.fullmatch(old) and (not new.isascii() or (" " in old and SAID.fullmatch(new) and " " in new)):
        return True
    return is_wording(old, new) or is_renaming(old, new)


def _is_one_call(old: str, new: str) -> bool:
    """Whether both name one function, of which the first tells more: what it is given, or that it is of something: `.close(value)`."""
    one, other = CALL.fullmatch(old), CALL.fullmatch(new)
    if one is None or other is None or one[1] != other[1] or not (one[2] or other[2]):
        return False
    given, told = ((match[2] or "")[1:-1].strip() for match in (one, other))
    return not told or given == told


def _ungrouped(text: str) -> str:
    if VERSIONS.fullmatch(text):
        return text.replace("->", "\u2192")  # from one to the other
    return text.replace("_", "") if DIGITS.fullmatch(text) else text


def is_mended(old: str, new: str) -> bool:
    """Whether a code of the source lost one of two brackets, or took in one, or an `s`, which the translation mended."""
    if old == f"{new}s" and not new[-1].isalnum():  # several of them: `Rc<_>s`
        return True
    if old == f"{new}'s":  # of it
        return True
    if ARTICLE.sub("", old) == new:  # words around it were set as code, too
        return True
    return old.strip(BRACKETS) == new.strip(BRACKETS) and not _closes(old) and _closes(new)


def _closes(text: str) -> bool:
    return all(text.count(first) == text.count(last) for first, last in ("()", "[]", "{}"))


def is_button(old: str, new: str) -> bool:
    """Whether two codes are single words as on a button, `Save`: of a program as well, where a page has but one."""
    return WORD.fullmatch(old) is not None and WORD.fullmatch(new) is not None


def is_half_translated(old: str, new: str) -> bool:
    """Whether a command kept its words but for one in small letters: `npm run build` with another verb; or none of them,
    where its program has no name that is a word of any language."""
    one, two = old.split(" "), new.split(" ")
    if len(one) > 1 and one[0] in PROGRAMS and one[0] not in two:
        return True
    if len(one) != len(two) or len(one) < 3 or one[0] != two[0] or not one[0].islower():
        return False
    differing = [(a, b) for a, b in zip(one, two, strict=True) if a != b]
    return len(differing) == 1 and all(COMMAND.fullmatch(a) is not None and b.isalpha() for a, b in differing)


def is_subcommand(old: str, new: str, others: frozenset[str]) -> bool:
    """Whether a code kept its first word but not its second, and others of the source begin so with other second ones."""
    name, _, word = old.partition(" ")
    if not word.isalpha() or not name.islower() or not new.startswith(name + " "):
        return False
    return _beginnings(others)[name] > 1


@functools.lru_cache(maxsize=8)
def _beginnings(codes: frozenset[str]) -> Counter[str]:
    """How often a word begins several."""
    return Counter(code.partition(" ")[0] for code in codes if " " in code)


def _is_shown(old: str, new: str) -> bool:
    """Whether two pieces of markup differ only in the text between their tags and expressions, as an example has it."""
    here, there = (MARKUP.findall(text) for text in (old, new))
    return here == there and any(text.startswith("</") for text in here)


def _is_example(old: str, new: str) -> bool:
    """Whether two addresses differ only in how an example is called: `ldap.example.com`."""
    return (
        "example" in old and "." in old and re.fullmatch(re.escape(old).replace("example", r"[\w-]+"), new) is not None
    )


def _is_called_with(old: str, new: str) -> bool:
    """Whether two calls of one function differ only in names that stand for what it is given: words of a reader's."""
    one, other = CALLED.fullmatch(old), CALLED.fullmatch(new)
    if one is None or other is None or one.group(1, 3) != other.group(1, 3) or one[2].count(",") > other[2].count(","):
        return False
    return one[1] not in (one[2], other[2])


def is_message(old: str, new: str) -> bool:
    """Whether two codes are one message of ICU with its forms, which each language has its own of."""
    one, two = FORMS.match(old), FORMS.match(new)
    return one is not None and two is not None and one.groups() == two.groups() and old[-1] == new[-1]


def _same_frame(old: str, new: str) -> bool:
    """Whether two codes differ only in the words inside their brackets: a metavariable that was translated."""
    if ELLIPSIS.sub("", old) == ELLIPSIS.sub("", new):
        return True  # what is left out, said or not
    if WITHIN.search(old) and WITHIN.sub("<>", old) == WITHIN.sub("<>", new):
        return True
    return "{" in old and "." not in old and _framed(old) == _framed(new)


def _framed(text: str) -> str:
    """Code with one word for any that stands in braces and is no option."""
    return BRACED.sub(lambda place: NAMED.sub("x", place.group()), text)


@functools.lru_cache(maxsize=1024)
def _bigrams(text: str) -> frozenset[str]:
    return frozenset(text[i : i + 2] for i in range(len(text) - 1)) or frozenset((text,))


def cuts_string(old: str, new: str) -> bool:
    """Whether two codes differ only in blanks at the ends of strings in quotes, which a program keeps."""
    there, here = STRINGS.findall(old), STRINGS.findall(new)
    if len(there) != len(here) or STRINGS.sub("", old).split() != STRINGS.sub("", new).split() or there == here:
        return False
    return [(quote, text.strip(" ")) for quote, text in there] == [(quote, text.strip(" ")) for quote, text in here]


def is_typeset(old: str, new: str, locale: str) -> bool:
    """Whether two codes differ in nothing but blanks before a colon or the like, as French and Breton set their texts."""
    return language(locale).code in TYPESETTING and old != new and TYPESET.sub("", new) == old and "?" not in old


def likeness(a: str, b: str) -> float:
    """How many pairs of neighbouring signs two codes share, of all that they have."""
    pairs_a, pairs_b = _bigrams(a), _bigrams(b)
    return len(pairs_a & pairs_b) / len(pairs_a | pairs_b)
