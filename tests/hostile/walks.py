"""In how many ways a pattern can walk through a text: words that a repeat of it can take in two ways, over and over.

Of every repeat without an end the positions are found at which a sign is taken, and which of them follow which, as
Glushkov has it, and in how many ways. Where two ways lead by the same word from a position to itself, every further
such word doubles the ways, unless something stands against it that is not looked at here: what is looked ahead or
behind for, atomic groups. So what is found is tried (`attacks`), and what was tried is true.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence, Set
from itertools import product
from re import _parser  # type: ignore[attr-defined] # how Python itself reads a pattern
from typing import Any

LONG = 8  # repeats that may be as many are as good as without an end
USUAL = "aZ0_ \n-.\u00e9\u4e2d\"'!"  # signs that stand for others
LARGEST = 160  # positions of a repeat that are compared with each other
PUMPED = 34  # times that a word stands in a text: who walks it in two ways each never ends
ENDS = (
    "\0",
    "",
    "!",
    "\n",
    " ",
    "a",
    "\u00e9",
    "\\",
    "`",
    "0",
)  # what may stand behind that a pattern does not go on with


class _Repeat:
    """The positions of one repeat, of what they take a sign, and by how many ways which follows which."""

    def __init__(self, signs: str, flags: int, choose: Callable[[Set[str]], str]) -> None:
        self.signs, self.flags, self.choose = signs, flags, choose
        self.takes: list[frozenset[str]] = []
        self.follow: dict[int, dict[int, tuple[int, frozenset[str]]]] = {}
        self.barred: dict[int, frozenset[str]] = {}

    def read(self, items: Any) -> tuple[list[int], list[int], bool]:
        """The positions with which something may begin and end, and whether it may be nothing."""
        first: list[int] = []
        last: list[int] = []
        empty = True
        for op, value in items:
            begins, ends, nothing = self.one(str(op), value)
            self.link(last, begins)
            first = first + begins if empty else first
            last = last + ends if nothing else ends
            empty = empty and nothing
        return first, last, empty

    def link(self, last: Sequence[int], first: Sequence[int]) -> None:
        """Let these follow those."""
        for one in last:
            followed = self.follow.setdefault(one, {})
            for other in first:
                ways, _ = followed.get(other, (0, None))
                followed[other] = ways + 1, self.barred.get(one, frozenset())

    def one(self, op: str, value: Any) -> tuple[list[int], list[int], bool]:
        """The same of one part."""
        if op in ("LITERAL", "NOT_LITERAL", "ANY", "IN"):
            self.takes.append(taken(op, value, self.signs, self.flags))
            at = len(self.takes) - 1
            return [at], [at], False
        if op == "SUBPATTERN":
            return self.read(value[3])
        if op == "ATOMIC_GROUP":
            return self.read(value)
        if op == "BRANCH":
            parts = [self.read(one) for one in value[1]]
            return (
                [at for begins, _, _ in parts for at in begins],
                [at for _, ends, _ in parts for at in ends],
                any(nothing for _, _, nothing in parts),
            )
        if op in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            return self.repeated(op, *value)
        return [], [], True  # an anchor, a look around, a reference

    def repeated(self, op: str, least: int, most: int, items: Any) -> tuple[list[int], list[int], bool]:
        """The same of a repeat within."""
        endless = most >= LONG
        first: list[int] = []
        last: list[int] = []
        empty = True
        for _ in range(1 if endless else max(1, min(most, 3))):
            begins, ends, nothing = self.read(items)
            self.link(last, begins)
            first = first + begins if empty else first
            last = last + ends
            empty = nothing
        if endless:
            self.link(last, first)
        if op == "POSSESSIVE_REPEAT" and endless and len(first) == 1 == len(last):
            self.barred[first[0]] = self.takes[first[0]]
        return first, last, empty or least == 0

    def doubled(self) -> Iterator[str]:
        """Words that lead from a position to itself in two ways."""
        for origin in range(len(self.takes)):
            word = self.word(origin)
            if word is not None:
                yield word

    def word(self, origin: int) -> str | None:
        """The shortest such word of one position."""
        begin, goal = (origin, origin, False), (origin, origin, True)
        came: dict[tuple[int, int, bool], tuple[tuple[int, int, bool], str] | None] = {begin: None}
        waiting = deque([begin])
        while waiting:
            state = waiting.popleft()
            for following, sign in self.steps(state):
                if following in came:
                    continue
                came[following] = state, sign
                if following == goal:
                    signs = []
                    at = came[goal]
                    while at is not None:
                        signs.append(at[1])
                        at = came[at[0]]
                    return "".join(reversed(signs))
                waiting.append(following)
        return None

    def steps(self, state: tuple[int, int, bool]) -> Iterator[tuple[tuple[int, int, bool], str]]:
        """What comes next on two ways that take the same sign."""
        one, other, parted = state
        for a, (ways, barred) in self.follow.get(one, {}).items():
            for b, (_, barred_too) in self.follow.get(other, {}).items():
                if both := (self.takes[a] & self.takes[b]) - barred - barred_too:
                    yield (a, b, parted or a != b or (one == other and ways > 1)), self.choose(both)


def taken(op: str, value: Any, signs: str, flags: int) -> frozenset[str]:
    """Which of some signs a part of a pattern takes."""
    if op == "ANY":
        return frozenset(signs if flags & re.S else signs.replace("\n", ""))
    if op == "NOT_LITERAL":
        return frozenset(signs) - _cased(chr(value), flags)
    if op == "LITERAL":
        return _cased(chr(value), flags) & frozenset(signs)
    found: set[str] = set()
    negated = False
    for kind, what in value:
        if str(kind) == "NEGATE":
            negated = True
        elif str(kind) == "LITERAL":
            found |= _cased(chr(what), flags)
        elif str(kind) == "RANGE":
            found.update(sign for sign in signs for one in _cased(sign, flags) if what[0] <= ord(one) <= what[1])
        elif str(kind) == "CATEGORY":
            name = str(what).removeprefix("CATEGORY_")
            letter = {"DIGIT": "d", "SPACE": "s", "WORD": "w"}[name.removeprefix("NOT_")]
            letter = letter.upper() if name.startswith("NOT_") else letter
            found.update(sign for sign in signs if re.match(rf"\{letter}", sign))
    return frozenset(signs) - found if negated else frozenset(signs) & found


def _cased(sign: str, flags: int) -> frozenset[str]:
    return frozenset((sign, sign.lower()[:1], sign.upper()[:1])) if flags & re.I else frozenset(sign)


def _signs(items: Any) -> Iterator[str]:
    """The signs of which a pattern speaks."""
    for op, value in items:
        name = str(op)
        if name in ("LITERAL", "NOT_LITERAL"):
            yield chr(value)
        elif name == "RANGE":
            yield from map(chr, value)
        elif name == "IN":
            yield from _signs(value)
        else:
            for one in _parts(name, value):
                yield from _signs(one)


def _parts(name: str, value: Any) -> Sequence[Any]:
    if name in ("SUBPATTERN", "ASSERT", "ASSERT_NOT"):
        return [value[-1]]
    if name == "ATOMIC_GROUP":
        return [value]
    if name == "BRANCH":
        return list(value[1])
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return [value[2]]
    return [one for one in value[1:] if one is not None] if name == "GROUPREF_EXISTS" else []


def shortest(items: Any, signs: str, flags: int) -> str:
    """A short text that parts of a pattern take, but for what they look around for."""
    found = ""
    for op, value in items:
        name = str(op)
        if name in ("LITERAL", "NOT_LITERAL", "ANY", "IN"):
            found += min(taken(name, value, signs, flags), default="")
        elif name in ("SUBPATTERN", "ATOMIC_GROUP"):
            found += shortest(_parts(name, value)[0], signs, flags)
        elif name == "BRANCH":
            found += min((shortest(one, signs, flags) for one in value[1]), key=len)
        elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            found += shortest(value[2], signs, flags) * value[0]
    return found


def attacks(pattern: str, flags: int = 0) -> Iterator[str]:
    """Texts in which a pattern may walk without end: for each repeat, what leads to it, a word many times, an end."""
    tree = _parser.parse(pattern, flags)
    flags = tree.state.flags
    signs = "".join(sorted({*USUAL, *_signs(tree)})[:400])
    told: set[tuple[str, str]] = set()
    for (before, repeat), choose in product(_repeats(tree, "", signs, flags), (min, max)):
        walks = _Repeat(signs, flags, choose)
        walks.one(str(repeat[0]), repeat[1])
        for word in walks.doubled() if len(walks.takes) <= LARGEST else ():
            if (before, word) not in told:
                told.add((before, word))
                yield from (lead + before + word * PUMPED + end for lead in ("", " ") for end in ENDS)


def _repeats(items: Any, before: str, signs: str, flags: int) -> Iterator[tuple[str, Any]]:
    """The outermost repeats without an end, each with a text that leads to it."""
    for number, (op, value) in enumerate(items):
        name = str(op)
        if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") and value[1] >= LONG:
            yield before + shortest(items[:number], signs, flags), (op, value)
        else:
            for part in _parts(name, value):
                yield from _repeats(part, before + shortest(items[:number], signs, flags), signs, flags)
