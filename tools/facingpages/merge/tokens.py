"""Edits that need no translator: only tokens, marks or punctuation changed, no word."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher

from facingpages.merge.inline import Atom, Token, TokenText
from facingpages.merge.rewrite import rewritten, same

MOST = 1500  # atoms of a passage that is compared: beyond, its comparison takes longer than it is worth
ASKING = frozenset("?!")
# A number by itself. Thai, Chinese, Japanese and Korean letters may follow one at once, or lead to it.
LETTER = r"[^\W\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
WHOLE = rf"(?<!{LETTER})(?<![.,]){{0}}(?!{LETTER}|[.,]\d)"
Edit = tuple[int, int, str]


def mechanical(old: TokenText, target: TokenText, new: TokenText) -> str | None:
    """The translation `target` of `old` as one of `new`, where that takes no translator; else None."""
    changes = _changes(list(old.atoms()), list(new.atoms()))
    if changes is None:
        return None
    kept, replaced, dropped, added = changes
    edits: list[Edit] = []
    if not _replace(kept, replaced, old, target, edits):
        return None
    if not _unwrap(dropped, old, target, edits) or not _wrap(added, new, target, edits):
        return None
    return apply(target.text, edits)


def apply(text: str, edits: Sequence[Edit]) -> str | None:
    """A text with its edits; None where they overlap."""
    parts: list[str] = []
    reached = 0
    for start, end, written in sorted(edits):
        if start < reached:
            return None
        parts += (text[reached:start], written)
        reached = end
    return "".join((*parts, text[reached:]))


Replaced = list[tuple[Atom, Atom]]
Changes = tuple[Replaced, Replaced, list[Token], list[Token]]


def _changes(a: list[Atom], b: list[Atom]) -> Changes | None:
    """Atoms kept, atoms replaced, tokens dropped and added from `a` to `b`; None where words changed."""
    kept: Replaced = []
    replaced: Replaced = []
    dropped: list[Token] = []
    added: list[Token] = []
    if len(a) > MOST or len(b) > MOST:
        return None
    if [_shape(one) for one in a] == [_shape(one) for one in b]:
        for one, two in zip(a, b, strict=True):
            (kept if one.value == two.value else replaced).append((one, two))
        return kept, [pair for pair in replaced if _matters(pair[0])], dropped, added
    matcher = SequenceMatcher(None, [_key(one) for one in a], [_key(one) for one in b], autojunk=False)
    for tag, i, i_end, j, j_end in matcher.get_opcodes():
        left, right = a[i:i_end], b[j:j_end]
        if tag == "equal":
            kept += zip(left, right, strict=True)
            continue
        if len(left) == len(right) and all(_like(one, two) for one, two in zip(left, right, strict=True)):
            replaced += (pair for pair in zip(left, right, strict=True) if _matters(pair[0]))
            continue
        if [one.value.casefold() for one in left if not one.is_token and one.kind != "sign"] != [
            one.value.casefold() for one in right if not one.is_token and one.kind != "sign"
        ]:
            return None
        if any(one.value in ASKING for one in (*left, *right) if one.kind == "sign"):
            return None
        mine, theirs = [one for one in left if one.token], [one for one in right if one.token]
        if [one.kind for one in mine] == [one.kind for one in theirs]:
            replaced += zip(mine, theirs, strict=True)
            continue
        dropped += [one.token for one in mine if one.token is not None]
        added += [one.token for one in theirs if one.token is not None]
    return kept, replaced, dropped, added


def _key(atom: Atom) -> tuple[str, str]:
    return atom.kind, atom.value if atom.is_token else atom.value.casefold()


def _shape(atom: Atom) -> tuple[str, str]:
    """What of an atom must be the same for two texts to differ in tokens only."""
    if atom.is_token or _is_free(atom):
        return atom.kind, ""
    return atom.kind, atom.value.casefold()


def _is_free(atom: Atom) -> bool:
    """Whether a number decides no grammar: a version, a year, a port; not a count, whose noun may inflect."""
    return atom.kind == "number" and (len(re.findall(r"\d", atom.value)) > 2 or "." in atom.value)


def _like(one: Atom, two: Atom) -> bool:
    if one.is_token or two.is_token:
        return one.kind == two.kind
    if one.kind == two.kind == "sign":
        return one.value not in ASKING and two.value not in ASKING
    return (_is_free(one) and _is_free(two)) or one.value.casefold() == two.value.casefold()


def _matters(one: Atom) -> bool:
    """Whether a replaced atom asks for a change of the translation: punctuation and case are its own."""
    return one.is_token or one.kind == "number"


def _replace(kept: Replaced, replaced: Replaced, old: TokenText, target: TokenText, edits: list[Edit]) -> bool:
    """Edits that give each token of the translation its new value. False where it is not told which is which."""
    becomes: dict[tuple[str, str], set[str]] = defaultdict(set)
    news: dict[tuple[str, str], Atom] = {}
    for one, two in (*kept, *replaced):
        becomes[_key(one)].add(two.value)
    for one, two in replaced:
        news[_key(one)] = two
    for (kind, value), two in news.items():
        if becomes[kind, value] != {two.value}:
            return False
        if kind == "number":
            if not _number(value, two.value, target, edits):
                return False
            continue
        mine = [token for token in old.tokens if (token.kind, token.name) == (kind, value)]
        found = [token for token in target.tokens if token.kind == kind and same(mine[0], token)]
        if two.token is None:
            return False
        if not found:
            if not any(token.kind == kind and same(two.token, token) for token in target.tokens):
                return False
            continue
        for token in found:
            written = rewritten(mine[0], token, two.token)
            if written is None:
                return False
            edits.append((token.start, token.end, written))
    return True


def _number(value: str, new: str, target: TokenText, edits: list[Edit]) -> bool:
    masked = target.masked()
    found = list(re.finditer(WHOLE.format(re.escape(value)), masked))
    edits += ((match.start(), match.end(), new) for match in found)
    return bool(found) or bool(re.search(WHOLE.format(re.escape(new)), masked))


def _unwrap(dropped: Sequence[Token], old: TokenText, target: TokenText, edits: list[Edit]) -> bool:
    """Edits that take away links and marks whose words stay."""
    pairs = _whole_pairs(dropped)
    if pairs is None:
        return False
    for both in pairs:
        inner = old.text[both[0].end : both[1].start]
        found = [own for own in _pairs(target.tokens) if _is_pair(both, own, inner, target)]
        alike = [token for token in old.tokens if token.kind == "close" and same(token, both[1])]
        if not found and both[1].kind == "close":
            continue  # the translation has no such link
        if len(found) != 1 or len(alike) > 1:
            return False
        edits += ((token.start, token.end, "") for token in found[0])
    return True


def _is_pair(old: Sequence[Token], own: tuple[Token, Token], inner: str, target: TokenText) -> bool:
    """Whether a link or marks of the translation are those of the source: they lead to the same, or hold the same."""
    first, last = own
    if old[1].kind == "close":
        return first.kind == "open" and last.kind == "close" and same(old[1], last)
    return old[0].kind == last.kind == "mark" and target.text[first.end : last.start] == inner


def _wrap(added: Sequence[Token], new: TokenText, target: TokenText, edits: list[Edit]) -> bool:
    """Edits that make links and marks of words which the translation has as they are: names, code."""
    pairs = _whole_pairs(added)
    if pairs is None:
        return False
    for first, last in pairs:
        if last.kind == "close" and any(token.kind == "close" and same(last, token) for token in target.tokens):
            continue
        inner = new.text[first.end : last.start]
        found = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(inner)}(?!\w)", target.text)]
        if len(found) != 1 or not re.search(r"[A-Z\d`]", inner):
            return False
        start, end = found[0], found[0] + len(inner)
        if any(token.start < end and start < token.end and token.kind != "code" for token in target.tokens):
            return False
        if _inside_link(target, start):
            return False
        edits += ((start, start, first.value), (end, end, last.value))
    return True


def _whole_pairs(tokens: Sequence[Token]) -> list[tuple[Token, Token]] | None:
    """The links and marks that some tokens are; None where one is anything else, or lacks its other end."""
    pairs = _pairs(tokens)
    whole = 2 * len(pairs) == len(tokens) and all(token.kind in ("open", "close", "mark") for token in tokens)
    return pairs if whole else None


def _pairs(tokens: Sequence[Token]) -> list[tuple[Token, Token]]:
    waiting: dict[int, Token] = {}
    found = []
    for token in tokens:
        if token.pair in waiting:
            found.append((waiting.pop(token.pair), token))
        elif token.pair:
            waiting[token.pair] = token
    return found


def _inside_link(text: TokenText, at: int) -> bool:
    return any(first.end <= at <= last.start for first, last in _pairs(text.tokens))
