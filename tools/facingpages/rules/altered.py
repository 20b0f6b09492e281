"""Names that a translation has in another form: of other letters, or apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from unicodedata import normalize

from facingpages.late import late
from facingpages.rules.matching import NEAR
from facingpages.rules.nearby import LARGEST
from facingpages.seldom import get_close_matches

CUT = 2  # letters that may be lost at an end of a name
SIGNS = late(r"[\W_]+")
PLURAL = late(r"(?:[sxz]|[cs]h)es$")
ACCENTED = late(r"[a-z]*[\u00c0-\u024f][a-z\u00c0-\u024f]*")
WRITTEN = late(r"[\w.@$%\\/-]{3,}")


def altered(name: str, target: str, *, declines: bool) -> str:
    """The word, or two neighbouring ones, of the target that look like the name; empty if there is none."""
    wanted = name.lower()
    lowered = target.lower()
    if name[-1] == "s" and (wanted[:-1] in lowered or (PLURAL.search(wanted) and wanted[:-2] in lowered)):
        return ""
    if not target.isascii() and any(_bare(word) == wanted for word in ACCENTED.findall(lowered)):
        return ""  # the language's own word: `Géosegmentation`
    stem = wanted[:-1] if wanted[-1] in "aeiouy" else wanted
    words: list[str] = re.findall(r"[A-Za-z0-9]+", target)
    for position, word in enumerate(words):
        joined = word + (words[position + 1] if position + 1 < len(words) else "")
        for candidate in (word, joined):
            other = candidate.lower()
            if (
                declines
                and candidate is word
                and other.startswith(stem)
                and 0 < len(other) - len(stem) <= 3
                and other != wanted
            ):
                return ""  # inflected: OneNotu
            if (
                other != wanted
                and abs(len(other) - len(wanted)) <= 2
                and _near(other, wanted)
                and (other[:1] == wanted[:1] or other == wanted[1:])
            ):
                if not other.startswith(wanted):
                    return candidate
                if candidate is word:
                    return ""
            if other == wanted != word.lower():
                initial = len(word) == 1 and f"{word}-{words[position + 1]}" in target  # `e-commerce` for eCommerce
                return "" if initial else f"{word} {words[position + 1]}"
    return ""


def _bare(word: str) -> str:
    """A word without its accents."""
    return "".join(sign for sign in normalize("NFKD", word) if sign.isascii())


def _near(a: str, b: str) -> bool:
    pairs_a = {a[i : i + 2] for i in range(len(a) - 1)}
    pairs_b = {b[i : i + 2] for i in range(len(b) - 1)}
    if len(pairs_a & pairs_b) >= 0.6 * max(len(pairs_a), len(pairs_b)):
        return True
    if len(a) == len(b) and sorted(a) == sorted(b):  # two letters that stand beside each other were exchanged
        odd = [at for at, (one, two) in enumerate(zip(a, b, strict=True)) if one != two]
        return len(odd) == 2 and odd[1] == odd[0] + 1
    return len(b) == len(a) + 1 and any(b[:at] + b[at + 1 :] == a for at in range(1, len(a)))  # a letter was lost


def is_a_letter_off(one: str, other: str) -> bool:
    """Whether a word has a letter more than another, or two exchanged, and is the same else."""
    short, long = sorted((one, other), key=len)
    if len(long) == len(short) + 1:
        return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
    odd = [at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b] if len(one) == len(other) else []
    return len(odd) == 2 and odd[1] == odd[0] + 1 and sorted(one) == sorted(other)


def has_altered(literal: str, source: str, target: str) -> bool:
    """Whether something stands in a text that is nearly a literal and not in the source: one of several was altered."""
    if len(target) > LARGEST:  # each of many is compared with a few
        return bool(get_close_matches(literal, _strange(source, target), 1, 0.75))
    if SIGNS.sub("", target).count(SIGNS.sub("", literal)) > target.count(literal):
        return True  # with other signs between its parts, or spaces
    found = {word.rstrip(".,:;") for word in WRITTEN.findall(target)} - {literal}
    near = get_close_matches(literal, found, 2, 0.75)
    if any(word not in source for word in near):
        return True
    # A word that was cut short stands in the source as a part of the literal.
    cut = [word for word in near if word in literal and len(literal) - len(word) <= CUT]
    return bool(cut) and not {word.rstrip(".,:;") for word in WRITTEN.findall(source)}.issuperset(cut)


@lru_cache(maxsize=4)
def _strange(source: str, target: str) -> Sequence[str]:
    """The first words of a text with signs in them that another one has not."""
    there = {word.rstrip(".,:;") for word in WRITTEN.findall(source)}
    here = dict.fromkeys(word.rstrip(".,:;") for word in WRITTEN.findall(target))
    return [word for word in here if word not in there][:NEAR]
