"""The body of a block whose source changed: all of it, by sentence, by cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from facingpages.merge.carried import Carried
from facingpages.merge.changes import ALIKE
from facingpages.merge.inline import TokenText
from facingpages.merge.tokens import mechanical

Memory = Mapping[str, str]  # a text of the old source, as it is compared, and how the translation has it


def prose(old: TokenText, target: TokenText, new: TokenText, memory: Memory) -> Carried:
    """A text: whole where no word changed, else sentence by sentence; what is left to a person stays as it was."""
    if old.plain == new.plain:
        return Carried(target.text)
    if target.plain == new.plain:  # a value that is no language's, or the translator was ahead of the source
        return Carried(target.text)
    if target.plain == old.plain:  # the translator left it as it is
        words = 0 if _same_words(old, new) else new.words
        return Carried(new.text, words, words > 0)
    edited = mechanical(old, target, new)
    if edited is not None:
        return Carried(edited)
    if new.plain in memory:
        return Carried(memory[new.plain])
    return _sentences(old, target, new)


def _same_words(one: TokenText, two: TokenText) -> bool:
    """Whether two texts differ in nothing but tokens, punctuation and case."""
    a, b = ([atom.value.casefold() for atom in text.atoms() if atom.kind == "word"] for text in (one, two))
    return a == b


def _sentences(old: TokenText, target: TokenText, new: TokenText) -> Carried:
    """Sentence by sentence, where the translation has as many as its source and each the same tokens."""
    befores = [old.part(*place) for place in old.sentences()]
    owns = [target.part(*place) for place in target.sentences()]
    afters = [new.part(*place) for place in new.sentences()]
    pairs = _pairs(befores, afters)
    sure = len(befores) == len(owns) and all(_fits(a, b) for a, b in zip(befores, owns, strict=True))
    left = sum(sentence.words for at, sentence in enumerate(afters) if not _is_kept(at, pairs, befores, afters))
    if not sure or len(owns) == 1:
        return Carried(target.text, max(1, left), True)
    result = [sentence.text for sentence in owns]
    left, pending = 0, False
    for i, j in pairs:
        if i is None and j is not None:
            left, pending = left + max(1, afters[j].words), True
        elif j is None and i is not None:
            result[i] = ""
        elif i is not None and j is not None and befores[i].plain != afters[j].plain:
            edited = mechanical(befores[i], owns[i], afters[j])
            if edited is not None:
                result[i] = edited
            else:
                left, pending = left + max(1, afters[j].words), True
    if pending and not any(result):
        return Carried(target.text, left, True)
    text = "".join(result)
    return Carried(text if result[-1] else text.rstrip(), left, pending)


def _fits(one: TokenText, two: TokenText) -> bool:
    """Whether two sentences hold the same tokens."""
    kinds = ("code", "close", "directive")
    a, b = (sorted(token.kind for token in text.tokens if token.kind in kinds) for text in (one, two))
    return a == b


Pairs = Sequence[tuple[int | None, int | None]]


def _pairs(a: Sequence[TokenText], b: Sequence[TokenText]) -> Pairs:
    """The sentences of two texts in order: equal ones, then alike ones."""
    width = len(b)
    if len(a) * width > 2500:
        return [*((i, None) for i in range(len(a))), *((None, j) for j in range(width))]
    bags = [
        [frozenset(atom.value.casefold() for atom in text.atoms() if atom.kind != "sign") for text in side]
        for side in (a, b)
    ]
    best = [[0.0] * (width + 1) for _ in range(len(a) + 1)]
    fits: dict[tuple[int, int], float] = {}
    for i in range(len(a) - 1, -1, -1):
        for j in range(width - 1, -1, -1):
            one, two = bags[0][i], bags[1][j]
            fit = 2.0 if a[i].plain == b[j].plain else 2 * len(one & two) / max(1, len(one) + len(two))
            best[i][j] = max(best[i + 1][j], best[i][j + 1])
            if fit >= ALIKE:
                fits[i, j] = fit
                best[i][j] = max(best[i][j], best[i + 1][j + 1] + fit)
    found: list[tuple[int | None, int | None]] = []
    i = j = 0
    while i < len(a) or j < width:
        if i < len(a) and j < width and (i, j) in fits and best[i][j] == best[i + 1][j + 1] + fits[i, j]:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif i < len(a) and (j == width or best[i][j] == best[i + 1][j]):
            found.append((i, None))
            i += 1
        else:
            found.append((None, j))
            j += 1
    return found


def _is_kept(at: int, pairs: Pairs, a: Sequence[TokenText], b: Sequence[TokenText]) -> bool:
    return any(j == at and i is not None and a[i].plain == b[at].plain for i, j in pairs)


def row(
    old: TokenText, target: TokenText, new: TokenText, memory: Memory, columns: Mapping[int, int] | None = None
) -> Carried:
    """A row of a table, cell by cell. `columns`: which column became which, where some came or went."""
    cells = [[text.part(*place) for place in text.cells()] for text in (old, target, new)]
    before, own, after = cells
    if columns is None:
        columns = {at: at for at in range(len(before))} if len(before) == len(after) else None
    if columns is None or len(own) != len(before):
        return prose(old, target, new, memory)
    back = {now: was for was, now in columns.items()}
    result: list[str] = []
    left, pending = 0, False
    for at, cell in enumerate(after):
        was = back.get(at)
        if was is None:
            text = _in_memory(cell, memory)
            words = cell.words if text is None else 0
            result.append(cell.text if text is None else text)
            left, pending = left + words, pending or words > 0
            continue
        carried = prose(before[was], own[was], cell, memory)
        result.append(carried.text)
        left, pending = left + carried.left, pending or carried.pending
    return Carried("|".join(result), left, pending)


def _in_memory(cell: TokenText, memory: Memory) -> str | None:
    found = memory.get(cell.plain)
    return None if found is None else f" {found.strip()} "


def columns(old: TokenText, new: TokenText) -> dict[int, int] | None:
    """Which column of a table became which, by the cells of its first row; None where that is not told."""
    a, b = ([text.part(*place).plain.casefold() for place in text.cells()] for text in (old, new))
    if len(a) == len(b):
        return {at: at for at in range(len(a))}
    names_a, names_b = a[1:-1], b[1:-1]
    if a[0] or b[0] or a[-1] or b[-1] or len(set(names_a)) != len(names_a) or len(set(names_b)) != len(names_b):
        return None
    found = {a.index(name): b.index(name) for name in names_a if name in names_b}
    return {0: 0, **found, len(a) - 1: len(b) - 1} if found else None
