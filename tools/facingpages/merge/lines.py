"""What is merged line by line: code and front matter."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from facingpages.merge.carried import Carried
from facingpages.merge.inline import Token, TokenText
from facingpages.merge.tokens import mechanical

MOST = 3000  # lines of code that are compared
FIELD = re.compile(r"([A-Za-z_][\w.-]*|\[+[\w.-]+\]+)[ \t]*(?=[:=\]]|$)")
HUMAN = re.compile(
    r"(?:ms\.)?(?:title|description|summary|keywords|subtitle|sidebar_label|link_?title|lead|tagline|excerpt|titlesuffix|"
    r"seotitle|hero|heading|caption|label|nav_?title|meta_description|og_title|toc_?title|tags|features|actions|"
    r"customintent|intro|short_?title|sidebar)",
    re.I,
)
COMMENT = re.compile(r"(?:^|\s)(?:#|//|--|/\*|\*|;)\s+\w")
OPENING = "([{\"'|"
LABEL = re.compile(r"([(\[{\"'|])\s*([^\W\d_][^()\[\]{}\"'|<>]*)")
TAG = re.compile(r"<[A-Za-z/][^<>]*>")
WORDS = re.compile(r"[^\W\d_]+")


def code(old: str, target: str, new: str) -> Carried:
    """Code: a line is as in the new source, but for those that the translator changed, which stay as they are."""
    before, own, after = (text.splitlines() for text in (old, target, new))
    if max(len(before), len(own), len(after)) > MOST:
        return Carried(target, pending=True)
    stripped = [[line.strip() for line in lines] for lines in (before, own, after)]
    kept = dict(_equal(stripped[0], stripped[1]))
    result: list[str] = []
    reached = 0
    foreign = [at for at in range(len(own)) if at not in set(kept.values())]  # the translator's
    comments = any(WORDS.search(own[at]) for at in foreign)
    said = _Said(stripped[0], stripped[1], comments=comments)
    left, pending = 0, False
    for tag, i, i_end, j, j_end in SequenceMatcher(None, stripped[0], stripped[2], autojunk=False).get_opcodes():
        end = _end_in(kept, i_end, len(before), len(own))
        mine = own[reached:end]
        if tag == "equal":
            result += _shifted(before[i:i_end], mine, after[j:j_end])
        elif [line.strip() for line in mine] == stripped[0][i:i_end]:
            fresh = after[j:j_end]
            result += fresh
            words = sum(len(WORDS.findall(line)) for line in fresh if said.holds(line))
            left, pending = left + words, pending or words > 0
        elif [line.strip() for line in mine] == stripped[2][j:j_end]:
            result += mine
        else:
            result += mine
            left, pending = left + sum(len(WORDS.findall(line)) for line in after[j:j_end]), True
        reached = end
    result += own[reached:]
    eol = "\r\n" if "\r\n" in target else "\n"
    return Carried(eol.join(result), left, pending)


def _equal(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    return [(i + n, j + n) for i, j, size in matcher.get_matching_blocks() for n in range(size)]


def _end_in(kept: dict[int, int], end: int, size: int, own: int) -> int:
    """Where in the translation's lines that ends which ends before line `end` of the old source."""
    if end >= size:
        return own
    if end in kept:
        return kept[end]
    after = next((kept[at] for at in range(end, size) if at in kept), own)
    before = next((kept[at] + 1 for at in range(end - 1, -1, -1) if at in kept), 0)
    nearest = next((at for at in range(end - 1, -1, -1) if at in kept), -1)
    return min(after, before + end - 1 - nearest)


def _shifted(before: Sequence[str], mine: Sequence[str], after: Sequence[str]) -> Sequence[str]:
    """Lines whose indentation alone changed take the new one."""
    if list(before) == list(after) or list(mine) != list(before):
        return mine
    return after


class _Said:
    """Which lines of code people read, by those that the translator changed: comments, and what stands in brackets."""

    def __init__(self, before: Sequence[str], own: Sequence[str], *, comments: bool) -> None:
        self._comments = comments
        opened = [sign for one, two in _translated(before, own) if (sign := _opens(one, two))]
        self._opening = {sign for sign in opened if opened.count(sign) > 1}
        self._known = {label for line in own for label in self._labels(line)}

    def holds(self, line: str) -> bool:
        """Whether a new line says something that the translation does not have already."""
        return (self._comments and COMMENT.search(line) is not None) or bool(self._labels(line) - self._known)

    def _labels(self, line: str) -> set[str]:
        return {match.group(2).strip() for match in LABEL.finditer(line) if match.group(1) in self._opening}


def _translated(before: Sequence[str], own: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Lines and what the translator made of them."""
    for tag, i, i_end, j, j_end in SequenceMatcher(None, before, own, autojunk=False).get_opcodes():
        if tag == "replace" and i_end - i == j_end - j:
            yield from zip(before[i:i_end], own[j:j_end], strict=True)


def _opens(one: str, two: str) -> str:
    """The sign that opens what differs between two lines; nothing where it is no bracket or quote."""
    start = next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), 0)
    lead = re.sub(r"[\w ]++\Z", "", one[:start])
    return lead[-1] if lead and lead[-1] in OPENING else ""


def front(old: str, target: str, new: str) -> Carried:
    """Front matter, key by key. A key that only the translation has is another tool's and stays."""
    before, own, after = (_fields(text) for text in (old, target, new))
    if before is None or own is None or after is None:
        return Carried(target, pending=True)
    result = dict(own)
    left, pending = 0, False
    previous = ""
    eol = "\r\n" if "\r\n" in target else "\n"
    for key, text in after.items():
        was = before.get(key)
        if was is None and key not in own:
            result = _after(result, previous, key, text)
            words = _value_words(key, text)
            left, pending = left + words, pending or words > 0
        elif was is not None and key in own and _bare(was) != _bare(text) and _bare(own[key]) != _bare(text):
            marked = mechanical(*(_tagged(one) for one in (was, own[key], text)))
            if marked is not None and _words(was) != _words(text) and HUMAN.fullmatch(key):
                result[key] = marked
            elif _bare(own[key]) == _bare(was):
                result[key] = text
                words = _value_words(key, text) if _words(was) != _words(text) else 0
                left, pending = left + words, pending or words > 0
            elif HUMAN.fullmatch(key) and _words(was) != _words(text):
                left, pending = left + max(1, _value_words(key, text)), True
        if key in result:
            previous = key
    for key, was in before.items():
        if key not in after and key in own and (_bare(own[key]) == _bare(was) or HUMAN.fullmatch(key)):
            del result[key]
    lines = [text.rstrip("\r\n") for text in result.values() if text]
    return Carried(eol.join(lines) if result != own else target, left, pending)


def _fields(text: str) -> dict[str, str] | None:
    """The lines of each key of the first level, with what follows it; None where a key stands twice."""
    found: dict[str, str] = {}
    comments: Counter[str] = Counter()
    current = ""
    for line in text.splitlines(keepends=True):
        match = FIELD.match(line)
        if match is not None or line.startswith("#"):
            name = match.group(1) if match is not None else _bare(line)  # a comment is by itself
            if match is None:
                comments[name] += 1
                name = f"{name}\0{comments[name]}"
            if name in found:
                return None
            found[name] = line
            current = name if match is not None else current
        else:
            found[current] = found.get(current, "") + line
    return found


def _after(fields: dict[str, str], previous: str, key: str, text: str) -> dict[str, str]:
    """The fields with one more behind another."""
    if previous not in fields:
        return {**({"": fields[""]} if "" in fields else {}), key: text, **{k: v for k, v in fields.items() if k != ""}}
    result: dict[str, str] = {}
    for name, lines in fields.items():
        result[name] = lines
        if name == previous:
            result[key] = text
    return result


def _tagged(text: str) -> TokenText:
    """A field with its tags as tokens."""
    return TokenText(text, [Token(match.start(), match.end(), "tag", match.group()) for match in TAG.finditer(text)])


def _bare(text: str) -> str:
    return " ".join(text.split())


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _value_words(key: str, text: str) -> int:
    """How many words a person translates in a field."""
    return max(0, len(WORDS.findall(text)) - len(WORDS.findall(key))) if HUMAN.fullmatch(key) else 0
