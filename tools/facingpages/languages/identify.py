"""Which language a stretch of text is in, told from its script and its commonest little words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from math import ceil

from facingpages.languages.file import FOLDER, files, language
from facingpages.languages.scripts import CYRILLIC, LATIN, LETTERS, USUAL
from facingpages.late import late

WORD = late(r"[^\W\d_]+")
# Little words of another language that a text must have, of how many words it tells, and what share of these they are.
FEWEST, MANY, SHARE = 3, 8, 0.14
OWN = 0.12  # of the letters of a text that is in another language are less than that of the language's own scripts
EVERYWHERE = "éè"  # of names and foreign words


@cache
def said(key: str) -> Mapping[str, str]:
    """The text that files of languages have under a key, by code, in their order: who wants one key of all languages
    need not read sixty files as TOML."""
    wanted = re.compile(rf'^{key} = (?:"""\n?([^"\\]*)"""|"([^"\\\n]*)")$', re.M)
    found = ((code, wanted.search((FOLDER / f"{code}.toml").read_text("utf-8"))) for code in sorted(files()))
    return {code: match[1] or match[2] or "" for code, match in found if match is not None}


@cache
def _index() -> Mapping[str, Sequence[str]]:
    """Languages by little word, in the order of their codes."""
    found: dict[str, list[str]] = {}
    for code, words in said("common").items():
        for word in dict.fromkeys(words.split()):
            found.setdefault(word, []).append(code)
    return found


@cache
def _strange(code: str) -> re.Pattern[str] | None:
    """The letters that some language writes with and this one does not."""
    mine = language(code).letters
    if not mine:
        return None
    everyone = frozenset("".join(said("letters").values())) - frozenset(mine + EVERYWHERE)
    signs = {sign for sign in everyone | set(map(str.upper, everyone)) if len(sign) == 1 and not sign.isascii()}
    return re.compile(f"[{''.join(sorted(signs))}]")


def strange_words(text: str, code: str) -> int:
    """How many words of a text have letters that a language does not write with."""
    if text.isascii() or (strange := _strange(code)) is None or not strange.search(text):
        return 0
    return sum(1 for word in set(WORD.findall(text.lower())) if strange.search(word))


def speaks(text: str, code: str) -> bool:
    """Whether enough of a text's words are little words of a language for there to be no question of another."""
    known = language(code).words
    if not known:  # as those that set no blanks between words
        return False
    words = text.split()
    if sum(map(known.__contains__, words)) * 7 < len(words):  # as they are written: most of them are small
        words = text.lower().split()
        if sum(map(known.__contains__, words)) * 7 < len(words):
            return False
    return strange_words(text, code) <= 1


UNSPACED = frozenset(("han", "kana", "thai"))


def unspaced(text: str, code: str, other: str) -> int:
    """How many letters a text has of a language that sets no blanks between words, and that `other` has none of."""
    scripts = language(code).written_in & UNSPACED - language(other).written_in
    return sum(_count(script, text) for script in scripts)


def in_own_script(text: str, code: str) -> bool | None:
    """Whether a text has letters of a language's script; None where that is Latin, as of so much else, or not known."""
    scripts = language(code).written_in
    if LATIN in scripts or not scripts <= LETTERS.keys():
        return None
    return any(LETTERS[one].search(text) for one in scripts)


def other_language(text: str, code: str) -> str | None:
    """The language a text is in, if it is plainly not in the one asked for; None where there is no saying.

    `code` is without region. Neighbours such as Danish and Norwegian are told apart only by a wide margin.
    """
    if not language(code).words and _strange(code) is None:
        return _by_script(text, code)
    words = _words_of(text)
    strange = strange_words(text, code)
    if strange > 1 and strange * 7 >= len(words) and len(words) >= 6:
        best = _best(words, code)
        if best is not None and best[1] * 6 >= len(words):
            return best[0]
    mine = language(code).words
    if mine and (other := _by_words(words, code)):
        # A neighbour shares some of its little words: where a text has none of them, it is only in another script.
        return other if other not in language(code).neighbours or not mine.isdisjoint(words) else None
    if mine and sum(map(mine.__contains__, words)) * 7 >= len(words):
        return None
    return _by_script(text, code)


def _words_of(text: str) -> Sequence[str]:
    return [word.lower() for word in WORD.findall(text)]


def _by_words(words: Sequence[str], code: str) -> str | None:
    """The language that many more little words of a text are of than of its own."""
    distinct, mine = dict.fromkeys(words), language(code).words
    if len(words) < MANY:
        return None
    little = len((_index().keys() & distinct.keys()) - mine)  # of all other languages together
    best = _best(list(distinct), code) if little >= max(FEWEST, SHARE * len(distinct)) else None
    if best is None:
        return None
    other, theirs = best
    known = language(other).words
    own = len([word for word in distinct if word in mine and word not in known])
    close = code in language(other).neighbours or other in language(code).neighbours
    enough = (4 if close else 2.5) * own + (0 if close else 1.5)
    return other if theirs >= max(FEWEST, SHARE * len(distinct), enough) else None


def _by_script(text: str, code: str) -> str | None:
    """The language of a text that is written in another script than its own."""
    scripts = language(code).written_in
    if scripts <= LETTERS.keys() and (code not in ("zh", "ja") or (code == "ja") == _has_kana(text)):
        enough = ceil(OWN * len(text))  # of all signs, so of the letters among them
        if sum(_count(script, text) for script in scripts) >= enough:
            return None
    letters = {name: _count(name, text) for name in LETTERS}
    total = sum(count for name, count in letters.items() if name != "kana")
    if total < 24:
        return None
    if code == "zh" and letters["kana"] > 0.12 * total:
        return "ja"
    if code == "ja" and letters["han"] > 0.7 * total and not letters["kana"]:
        return "zh"
    if not scripts <= letters.keys() or sum(letters[script] for script in scripts) >= OWN * total:
        return None
    found = max((name for name in letters if name != "kana"), key=lambda name: letters[name])
    if found == "han":
        return "ja" if letters["kana"] else "zh"
    words = _words_of(text)
    best = _best(words, code) if found in (LATIN, CYRILLIC) else None
    if found == LATIN:
        if len(words) < 6:
            return None
        return best[0] if best is not None and best[1] >= 2 else _by_letters(text, words)
    return best[0] if best is not None else USUAL[found]


def _by_letters(text: str, words: Sequence[str]) -> str | None:
    """The language that has all the letters beside a to z of a text, and one of its little words."""
    letters = {letter for letter in text.lower() if letter.isalpha() and not letter.isascii()}.difference(EVERYWHERE)
    able = [code for code, own in said("letters").items() if letters and letters.issubset(own)]
    counts = {code: len(language(code).words.intersection(words)) for code in able}
    return max(able, key=counts.__getitem__) if any(counts.values()) else None


def _has_kana(text: str) -> bool:
    return LETTERS["kana"].search(text) is not None


def _count(script: str, text: str) -> int:
    """How many letters of a script a text has."""
    return sum(map(len, LETTERS[script].findall(text)))


def _best(words: Sequence[str], code: str) -> tuple[str, int] | None:
    """The other language whose little words a text has most of, those it shares with the page's own left out."""
    mine, index = language(code).words, _index()
    counts = Counter(
        other for word in words if len(word) > 1 and word not in mine for other in index.get(word, ()) if other != code
    )
    if not counts:
        return None
    top = max(counts.values())
    return next((other, top) for other in sorted(counts) if counts[other] == top)
