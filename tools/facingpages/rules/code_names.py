"""What the code of a page calls its own things, and how it is laid out: neither is for a program to mind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import zip_longest

from facingpages.document import Code, Document
from facingpages.late import late
from facingpages.nearest import resemblance
from facingpages.rules.base import Pair
from facingpages.rules.wording import BLANK, STRING

SCRIPTS = frozenset(
    ("js", "ts", "jsx", "tsx", "mjs", "cjs", "javascript", "typescript", "javascriptreact", "typescriptreact")
)
ALIASES = {
    name: names.split()[0]
    for names in (
        "sh bash shell zsh console",
        "js javascript",
        "ts typescript",
        "py python",
        "yml yaml",
        "rb ruby",
        "md markdown",
        "html vue-html",
    )
    for name in names.split()
}
PLAIN = frozenset(("", "none", "text", "txt", "plain", "plaintext", "no-highlight", "nohighlight"))
_OTHERS = (
    "c c# c++ clj clojure cpp crystal cs csharp dart elixir erl erlang ex exs f# fsharp go golang groovy haskell hs iex irb java "
    "julia kotlin kt lua nim nix ocaml perl php pl py py3 pycon python python3 r rb rbs rs ruby rust scala swift vue zig"
)
OUTPUT = frozenset((
    "", "text", "txt", "console", "output", "mermaid", "plain", "plaintext", "none", "diff", "log", "asciiart", "ascii", "ftl", "fluent",
))  # fmt: skip
HELP = late(r"\s*usage:", re.I)  # what a program tells of itself
WORDED = frozenset(("glossary", "figure", "list-table", "csv-table"))  # directives of MyST
MARKUP = WORDED | frozenset(
    (
        "markdown",
        "md",
        "mdx",
        "mdx-code-block",
        "markdoc",
        "mdoc",
        "html",
        "vue-html",
        "astro",
        "vue",
        "svelte",
        "liquid",
        "jinja",
    )
)
COMPONENTS = frozenset(("html", "vue-html", "astro", "vue", "svelte"))
QUOTED = late(r"(?<!\w)'([^'\"\\\r\n]*)'(?!\w)")
SETTING = late(r":[a-z][\w-]*:(?:\s|$)")  # of such a directive
PROGRAMS = SCRIPTS.union(_OTHERS.split())
# To these a blank beside a sign may mean something: `puts [1]`, `puts[1]`.
_SPACED = (
    "clj clojure crystal elixir ex exs f# fsharp groovy haskell hs iex irb julia nim nix ocaml perl pl rb ruby vue"
)
SPACED = frozenset(_SPACED.split())
UNSEEN = late("[\u200b\u200c\u200d\u2060\ufeff]")  # of no width
# Where a program gives a thing its name. A key of an object is none: others may read it.
DEFINED = late(
    r"\b(?:async\s+function\*?|function\*?|func|fn|fun|def|class|module|interface|struct|enum|trait|type|const|let|var|val)"
    r"\s+(\$?[A-Za-z_]\w*)"
)
CHOSEN = late(r"\b((?:im|ex)port\b[^{}]*\{)([^{}]*)(\}.*)")  # what a module takes or gives, in whatever order
PARAMETERS = late(r"\b(?:function\*?|func|fn|fun|def)\s+(?:[\w.]+[?!]?|[^\w\s()]{1,3})\(([^()]*)\)")  # `def +(other)`
PARAMETER = late(r"(?:^|,)\s*[*&]*([A-Za-z_]\w*)")
BODY = late(r"\b(?:interface|struct|type)\s++\w++[^{};]{0,500}+\{([^{}]*+)\}")
MEMBER = late(r"^[^\S\n]*+(?:readonly\s+)?([A-Za-z_]\w*)\??\s*:", re.M)
KEYS = late(r"(?:^|[{,(\[])[^\S\n]*\"([^\"\s]+)\"\s*:(?!:)", re.M)
NAME = late(r"\$?(?:[A-Za-z_]|[^\x00-\xbf\uffdd-\U0010ffff])\w*")  # to U+FFDC, said so that it is compiled soon
TOKEN = late(rf"{NAME.pattern}|\S")
# Between signs no blank means anything to a script, nor does a comma or semicolon at the end of a line.
AROUND = late(r"(?:(?<![ \t])[ \t]++)?([(){}\[\],;:=<>?|&])[ \t]*+")
CLOSING, OPENING = late(r"\s*+[)\]}]"), late(r"(?:^|[({\[,;\s])$")  # a script may have a comma between, or none
ENDING, STOP = late(r"(?<![,;])[,;]+$"), late(r"(?<!;);+$")
COMMAS = frozenset(("js", "javascript", "jsx", "mjs", "cjs"))  # need each but the last; a type of TypeScript needs none
SEVERAL = 3  # names that an example is given anew, or times that one of them stands there, where it is no slip
NAMED, SLIP = 4, 0.7  # letters of a name that is another word, and how like the word it was to be a slip is at least
OPTION = late(r"\w+: ")
FILE = late(r"\S*\w\.\w{2,5}")


def are_one_choice(one: str, other: str) -> bool:
    """Whether two lines take the same names of a module, or give them, in another order."""
    a, b = CHOSEN.fullmatch(one.strip()), CHOSEN.fullmatch(other.strip())
    if a is None or b is None or a.group(1, 3) != b.group(1, 3):
        return False
    first, second = (sorted(filter(None, (name.strip(BLANK) for name in match[2].split(",")))) for match in (a, b))
    return first == second


def language_of(info: str) -> str:
    """The language of a block by the first word behind its fence."""
    return re.split(r"[\s,{:\[]", info.lower().strip("{. "))[0]


def called(info: str) -> list[str]:
    """What a block of code is called by its info string, and of a directive, `{image} map.png`, the file it shows."""
    words = info.split()
    return words[:2] if info[:1] == "{" and FILE.fullmatch("".join(words[1:2])) else words[:1]


def has_keys_of(one: str, two: str) -> bool:
    """Whether two pieces of code have the same keys in quotes: these are read by a program, whatever they look like."""
    return '":' not in one.replace(" ", "") or KEYS.findall(one) == KEYS.findall(two)


def has_other_keys(there: Sequence[str], here: Sequence[str], at: int) -> bool:
    """Whether a line of data, in a block that does not say what it is, has as many keys in quotes, and other ones."""
    if at >= min(len(there), len(here)):
        return False
    one, two = KEYS.findall(there[at]), KEYS.findall(here[at])
    return len(one) == len(two) and one != two


def both_plain(one: str, two: str) -> bool:
    """Whether two languages of blocks are none, each said in its own way."""
    return one in PLAIN and two in PLAIN


def is_option(document: Document, block: Code) -> bool:
    """Whether a block of code is what a block of PyMdown Extensions is set to, the indented lines below its `///`."""
    box, start = block.parent, document.line_span(block.start)[0]
    if box is None or not document.raw.startswith(b"///", box.start) or OPTION.match(block.text) is None:
        return False
    return not document.raw[document.line_span(box.start)[1] : start].strip()


def is_output(language: str, text: str) -> bool:
    """Whether a block of code is what a program writes, for people to read."""
    return language in OUTPUT or HELP.match(text) is not None


def is_loose_script(language: str) -> bool:
    """Whether a language ends a line with or without a sign, and breaks lines where its author likes."""
    return language in SCRIPTS


def evened(lines: Sequence[str], language: str) -> list[str]:
    """Lines of a program without what its author alone decides; of another text, as they are."""
    if is_loose_script(language):
        if language not in COMMAS:
            return [ENDING.sub("", _spaced(line)) for line in lines]
        even = [STOP.sub("", _spaced(line)) for line in lines]
        return [
            f"{line}," if CLOSING.match(following) and not OPENING.search(line) else line
            for line, following in zip_longest(even, even[1:], fillvalue="")
        ]
    if language not in PROGRAMS or language in SPACED:
        return list(lines)
    return list(map(_spaced, lines))


def _spaced(line: str) -> str:
    """A line without blanks between signs: `f (x)` is `f(x)`; what is in strings stays as it is."""
    strings = iter(STRING.findall(line))
    return re.sub("\0", lambda _: next(strings), AROUND.sub(r"\1", STRING.sub("\0", line)))


def requoted(sides: Iterable[Sequence[str]], language: str) -> list[Sequence[str]]:
    """Lines of both sides, of a component, to which one pair of quotes is as good as the other."""
    quoted = language in COMPONENTS
    return [[QUOTED.sub(r'"\1"', line) for line in lines] if quoted else lines for lines in sides]


def unspoilt(there: Sequence[str], here: Sequence[str]) -> Sequence[str]:
    """Lines of the source without no-break spaces and signs of no width that the translation has put right."""
    if len(there) != len(here):
        return there
    return [_typed(one) if one != two and _typed(one) == two else one for one, two in zip(there, here, strict=True)]


def _typed(line: str) -> str:
    """A line as it is typed: with nothing that looks like a blank, or like nothing, and is none to a program."""
    return UNSEEN.sub("", line.replace("\u00a0", " ")).strip()


def same_shape(lines_a: Sequence[str], lines_b: Sequence[str], here: int) -> bool:
    """Whether blocks of output differ in just one line, so that it is rather a slip than a translation."""
    if len(lines_a) != len(lines_b):
        return (abs(len(lines_a) - len(lines_b)) == 1 and lines_a[here + 1 :] == lines_b[here:]) or lines_a[
            here:
        ] == lines_b[here + 1 :]
    differing = sum(1 for x, y in zip(lines_a, lines_b, strict=True) if x != y)
    return differing == 1 and len(lines_a) > 1


class OwnNames:
    """Names that code of the source page defines and that its translation calls otherwise."""

    def __init__(self, pair: Pair) -> None:
        self._pair = pair

    def restored(self, there: Sequence[str], here: Sequence[str], language: str) -> tuple[list[str], list[str]]:
        """Lines of the source and of the translation, with one form of quotes, and with the source's names for its own
        things in both."""
        told, own = _requoted(there, language), _requoted(here, language)
        return told, self._renamed(told, own)

    def _renamed(self, there: list[str], here: list[str]) -> list[str]:
        """Lines of the translation with the source's names: one for one, and neither has the other's."""
        if len(there) != len(here):
            return here
        called = {name for one, two in zip(there, here, strict=True) for name in differing_names(one, two) or ()}
        if not called or not all(old in self._defined for _, old in called):
            return here
        own = dict(called)
        names_there, names_here = (set(NAME.findall("\n".join(lines))) for lines in (there, here))
        if len(own) != len(called) or len(set(own.values())) != len(own):
            return here
        if any(new in names_there or old in names_here for new, old in own.items()):
            return here
        return [NAME.sub(lambda match: own.get(match.group(), match.group()), line) for line in here]

    def renames(self, there: Sequence[str], here: Sequence[str], language: str) -> bool:
        """Whether an example of a program was told in other names: several, one for one, and each of them everywhere."""
        if len(there) != len(here) or language not in PROGRAMS:
            return False
        called = {name for one, two in zip(there, here, strict=True) for name in differing_names(one, two) or ()}
        own = dict(called)
        if not len(own) == len(called) == len(set(own.values())):
            return False
        if len(own) < SEVERAL and not (own and all(is_other_word(new, old) for new, old in own.items())):
            return False
        if len(own) < SEVERAL and sum(word in own for line in here for word in NAME.findall(line)) < SEVERAL:
            return False
        back = [NAME.sub(lambda match: own.get(match.group(), match.group()), STRING.sub('""', line)) for line in here]
        return back == [STRING.sub('""', line) for line in there]

    @cached_property
    def _defined(self) -> frozenset[str]:
        """What the code of the source page gives a name."""
        defined: set[str] = set()
        for block in self._pair.source.blocks:
            if isinstance(block, Code) and language_of(block.info) in PROGRAMS:
                defined.update(DEFINED.findall(block.text))
                for body in BODY.findall(block.text):
                    defined.update(MEMBER.findall(body))
                for parameters in PARAMETERS.findall(block.text):
                    defined.update(PARAMETER.findall(parameters))
        return frozenset(defined)


def _requoted(lines: Sequence[str], language: str) -> list[str]:
    """Lines of a program with one form of quotes where it takes either, and a line has but one."""
    return [line if language not in PROGRAMS or '"' in line else line.replace("'", '"') for line in lines]


def is_other_word(new: str, old: str) -> bool:
    """Whether a name is another word than the source's, no slip."""
    return min(len(new), len(old)) >= NAMED and resemblance(new.lower(), old.lower()) < SLIP


def differing_names(one: str, two: str) -> list[tuple[str, str]] | None:
    """The names that differ in two lines, the translation's first; None where the lines are of two shapes."""
    here, there = (TOKEN.findall(STRING.sub('""', line)) for line in (two, one))
    if len(here) != len(there):
        return None
    differing = [(new, old) for new, old in zip(here, there, strict=True) if new != old]
    return differing if all(NAME.fullmatch(new) and NAME.fullmatch(old) for new, old in differing) else None
