"""Damage to the front matter."""

import re
from random import Random

from tests.accuracy.kinds import defect
from tests.accuracy.pairs import Mutation, Pair, pick

ENTRY = re.compile(r"^([A-Za-z][\w.-]*):[ \t]+([^\s#&*!|>%@`\[{].*)$")
FOR_PEOPLE = {
    "title",
    "description",
    "linktitle",
    "sidebar_label",
    "summary",
    "subtitle",
    "tagline",
    "keywords",
    "author",
    "authors",
    "contributors",
}
TRANSLATED = {
    "title": "virsraksts",
    "author": "autors",
    "description": "beskrivning",
    "date": "datums",
    "weight": "vikt",
}


def entries(pair: Pair) -> list[tuple[int, str, str]]:
    """Lines of the front matter with a plain value whose key the source has too: line, key, value."""
    theirs = {match[1] for line in pair.source.lines[slice(*pair.source.front)] if (match := ENTRY.match(line))}
    first, end = pair.target.front
    found = []
    for number in range(first + 1, end - 1):
        match = ENTRY.match(pair.target.lines[number])
        following = pair.target.lines[number + 1]
        if (
            match
            and match[1] in theirs
            and re.search(r"\w", match[2])
            and not following.startswith((" ", "\t", "-  ", "- "))
        ):
            found.append((number, match[1], match[2].strip()))
    return found


def _same(pair: Pair) -> list[tuple[int, str, str]]:
    """Machine entries: the same value on both sides, no text for people."""
    theirs = {line.rstrip() for line in pair.source.lines[slice(*pair.source.front)]}
    return [
        (number, key, value)
        for number, key, value in entries(pair)
        if pair.target.lines[number].rstrip() in theirs and key.lower() not in FOR_PEOPLE and re.search(r"\w", value)
    ]


@defect("front-matter-broken", "metadata")
def front_matter_broken(pair: Pair, rng: Random) -> Mutation | None:
    """A quote that never closes, or a second colon in a plain value."""
    found = pick(rng, (e for e in entries(pair) if e[2][0] not in "\"'"))
    if found is None:
        return None
    number, key, value = found
    return pair.put(number, number + 1, [rng.choice((f'{key}: "{value}', f"{key}: {value}: {value}"))])


@defect("front-matter-unclosed", "metadata")
def front_matter_unclosed(pair: Pair, _rng: Random) -> Mutation | None:
    """The closing fence is lost: the header runs on as text."""
    start, end = pair.target.front
    if not end or any(line.strip() == "---" for line in pair.target.lines[end:]):
        return None
    mutation = pair.put(end - 1, end, [])
    return Mutation(mutation.text, ((1, 1), (end - 1, end)), (start + 1, pair.source.front[1]))


@defect("metadata-key-translated", "metadata")
def metadata_key_translated(pair: Pair, rng: Random) -> Mutation | None:
    found = pick(rng, entries(pair))
    if found is None:
        return None
    number, key, _ = found
    new = TRANSLATED.get(key, key[::-1].replace(".", "").replace("_", "").replace("-", "") or "x")
    return pair.put(number, number + 1, [pair.target.lines[number].replace(key, new, 1)])


@defect("metadata-key-lost", "metadata")
def metadata_key_lost(pair: Pair, rng: Random) -> Mutation | None:
    """Nobody can say where in the header a key should stand: the damage is the header."""
    found = pick(rng, entries(pair))
    if found is None:
        return None
    mutation = pair.put(found[0], found[0] + 1, [])
    return Mutation(mutation.text, ((1, pair.target.front[1] - 1),))


@defect("metadata-value-changed", "metadata")
def metadata_value_changed(pair: Pair, rng: Random) -> Mutation | None:
    """A value for machines, the same on both sides, is translated or altered."""
    found = pick(rng, _same(pair))
    if found is None:
        return None
    number, _, value = found
    bare = value.strip("\"'")
    if re.fullmatch(r"-?\d+", bare):
        new = str(int(bare) + 1)
    elif bare.lower() in ("true", "false"):
        new = "false" if bare.lower() == "true" else "true"
    else:
        new = bare[::-1] if bare[::-1] != bare else bare + "s"
    return pair.put(number, number + 1, [pair.target.lines[number].replace(bare, new, 1)])
