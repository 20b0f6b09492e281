"""Lines of code beside each other: the first that differs in more than words, and one that was lost."""

from __future__ import annotations

import re
from collections.abc import Sequence

from facingpages.document import Block
from facingpages.late import late
from facingpages.rules.base import Pair
from facingpages.rules.code_names import ALIASES, MARKUP, SETTING, are_one_choice, has_keys_of
from facingpages.rules.entries import says, tells
from facingpages.rules.pieces import TAGLESS
from facingpages.rules.readers import as_read, names_otherwise
from facingpages.rules.wording import is_example_of, is_prose, is_wording

PROMPT = late(r"^(?:[$#>]\s+)?(?:sudo\s+)?")
QUOTED = late(r"\"[^\"]*+\"|'[^']*+'")
TIGHT = late(r"(?<!\s)\s++/>")  # a blank there means nothing in any markup

# What a shell is told, though the block does not say that it is one: no sentence, nothing that readers fill in.
COMMAND = late(
    r"(?:sudo +)?(?:npm|npx|yarn|pnpm|bun|docker|podman|kubectl|helm|pip3?|pipx|cargo|brew|apt|apt-get|dnf|curl|wget)(?: +[\w./~@:=^-]+)+(?<!\.)$"
)
YAML = frozenset(("yaml", "yml"))
ABOVE = "\u227b"  # for a sign that ends no tag
COLUMNS = late(r"\s*+(?:\|\s*+)?:?-++:?\s*+(?:\|\s*+:?-++:?\s*+)++(?:\|\s*+)?")
WORD, SHARED = late(r"\w{2,}"), 4  # one word of so many


def own_key(pair: Pair, line: str, written: Sequence[str] = ()) -> str:
    """An entry for the page's own locale in a list of locales, or a setting of it, as the source has it for its own."""
    there = pair.source.locale
    own = rf"[-+\s]*((?:lang|language|locale)\s*[=:]\s*)?[\"']?({re.escape(pair.locale)})[\"']?(?(1)[,;]?$|:)"
    match = re.match(own, line) if there else None
    if match is None:
        return line
    told = line[: match.start(2)] + there + line[match.end(2) :]
    return line if match[1] and told not in written else told  # a source may name another language for an example


def first_difference(
    lines_a: Sequence[str], lines_b: Sequence[str], loose: bool, locale: str, language: str = ""
) -> int | None:
    """The first line that differs in more than its wording, and in more than what is a reader's own."""
    tagless = language in TAGLESS
    command, markup = ALIASES.get(language) == ALIASES["sh"], language in MARKUP
    for position, (one, written) in enumerate(zip(lines_a, lines_b, strict=False)):
        if one == written:
            continue
        two = as_read(one, written, locale, command=command, markup=markup)
        if tagless:
            one, two = one.replace(">", ABOVE), two.replace(">", ABOVE)
        if (
            TIGHT.sub("/>", one) != TIGHT.sub("/>", two)
            and not (is_wording(one, two) and has_keys_of(one, two))
            and not (
                loose
                and not SETTING.match(one)
                and not COMMAND.match(one)
                and is_prose(one, two)
                and has_keys_of(one, two)
                and one != two.replace("\u00a0", " ")
            )
            and not says(one, two, yaml=language in YAML)
            and not (language in YAML and tells(lines_a, position, two))
            and not names_otherwise(one, two)
            and not are_one_choice(one, two)
            and not (loose and _are_columns(one, two))
            and not is_example_of(one, two, locale)
        ):
            return position
    return min(len(lines_a), len(lines_b)) if len(lines_a) != len(lines_b) else None


def _are_columns(one: str, two: str) -> bool:
    """Whether two lines part the head of a table from its rows, and set its columns alike: how long they are says nothing."""
    if not (COLUMNS.fullmatch(one) and COLUMNS.fullmatch(two)):
        return False
    there, here = (re.sub("-+", "-", re.sub(r"\s+", "", line)).strip("|") for line in (one, two))
    return there == here


def lost_line(there: Sequence[str], here: Sequence[str], at: int) -> int | None:
    """Which line of the source was lost, if that is why the lines differ from one on: what follows it stands here.

    All lines here are the source's, in its order; or that one is a later one of the source, whose own is nowhere here.
    """
    if len(there) <= len(here):
        return None
    first = next((number for number, (one, two) in enumerate(zip(there, here, strict=False)) if one != two), len(here))
    rest = iter(there[first:])
    if all(any(other == line for other in rest) for line in here[first:]):
        return first
    later = at < len(here) and here[at] in there[at + 1 :] and there[at] not in here
    return at if later else None


SETTINGS = frozenset(("properties", "ini", "toml", "cfg", "conf"))  # a key, a sign, a value
KEY = late(r"\A(\s*[\w.-]+)[ \t]*=[ \t]*")
PARTED = late(r" ?(?:(?<!;);\Z|(&&|\|\||[;|]) ?)")  # not `>`: `2 > a` is no `2> a`


def are_spaced_otherwise(there: Sequence[str], here: Sequence[str], language: str) -> bool:
    """Whether lines of a shell differ only in how many blanks stand where some do, or beside what parts commands: to it they
    are one, and what a program printed is only less well in its columns. Within quotes they count. So do none around the
    sign behind a key."""
    if language in SETTINGS:
        return [KEY.sub(r"\1=", one) for one in there] == [KEY.sub(r"\1=", one) for one in here]
    return ALIASES.get(language) == ALIASES["sh"] and [_single(one) for one in there] == [_single(one) for one in here]


def _single(line: str) -> str:
    """A line with one blank where several stand outside of quotes."""
    strings = iter(QUOTED.findall(line))
    return re.sub(
        "\0",
        lambda _: next(strings),
        PARTED.sub(lambda sign: sign[1] or "", re.sub("[ \t]+", " ", QUOTED.sub("\0", line))),
    )


def stands_elsewhere(pair: Pair, block: Block) -> bool:
    """Whether the first line of code stands anywhere in the translation's, with or without a prompt before it."""
    line = PROMPT.sub("", block.text.strip().partition("\n")[0].strip())
    return any(line in other.text for other in pair.target.blocks if other.kind == "code")
