"""One token of a translation with what is new in its source: where a link leads, what a tag says."""

from __future__ import annotations

import re

from facingpages.align.features import neutral_target
from facingpages.merge.inline import DESTINATION, LABEL, TITLE, Token

ATTRIBUTE = re.compile(r"([\w:.-]+)(\s*=\s*)(\"[^\"]*\"|'[^']*')")
SAID = re.compile(r"alt|alt-text|title|label|summary|placeholder|description|caption|text|aria-label", re.I)


def same(one: Token, two: Token) -> bool:
    """Whether a token of the source and one of the translation say the same."""
    if one.kind == "close":
        return neutral_target(one.target) == neutral_target(two.target)
    if one.kind in ("tag", "directive"):
        return _skeleton(one.value) == _skeleton(two.value)
    return one.value == two.value


def _skeleton(value: str) -> str:
    """A tag or a directive without what a translator translates in it."""
    return " ".join(ATTRIBUTE.sub(lambda m: m.group() if not SAID.fullmatch(m.group(1)) else m.group(1), value).split())


def rewritten(old: Token, target: Token, new: Token) -> str | None:
    """A token of the translation with what is new in the source's; None where words in it changed."""
    if target.value == old.value and (new.kind != "close" or _title(old.value) == _title(new.value)):
        return _labelled(new)
    if new.kind == "close":
        return _led(old, target, new)
    if new.kind in ("tag", "directive"):
        return _attributes(old.value, target.value, new.value)
    return None


def _labelled(token: Token) -> str:
    """A token of the source in a translation, where a link's text is no longer the name of its reference."""
    return f"][{token.label}]" if token.label else token.value


def _title(written: str) -> str:
    match = TITLE.search(written)
    return next((part for part in match.groups() if part), "") if match is not None else ""


def _led(old: Token, target: Token, new: Token) -> str | None:
    """The end of a link that leads elsewhere now, in the form that the translation has."""
    if _title(old.value) != _title(new.value):
        return None
    here, there = DESTINATION.match(target.value), DESTINATION.match(new.value)
    if there is None:
        return new.value if LABEL.match(new.value) and LABEL.match(old.value) else None
    if here is None:
        return None
    led = localized(old.target, target.target, new.target)
    if led is None:
        return None
    written = there.group(2) if led == new.target else led
    return here.group(1) + written + here.group(3)


def localized(old: str, target: str, new: str) -> str | None:
    """A new target with what the translation had changed in the old one: its locale, its own anchor."""
    if target == old:
        return new
    end = 0
    while end < min(len(old), len(target)) and old[-1 - end] == target[-1 - end]:
        end += 1
    mine, theirs = old[: len(old) - end], target[: len(target) - end]
    if neutral_target(old) == neutral_target(target) and new.startswith(mine):
        return theirs + new[len(mine) :]
    path, _, anchor = old.partition("#")
    other, _, own = target.partition("#")
    if path == other and anchor and own and new.partition("#")[2] == anchor:
        return f"{new.partition('#')[0]}#{own}"
    return None


def _attributes(old: str, target: str, new: str) -> str | None:
    """The tag of the translation with the attributes of `new`; None where one that is read by people changed."""
    before = {match.group(1): match.group(3) for match in ATTRIBUTE.finditer(old)}
    after = {match.group(1): match.group(3) for match in ATTRIBUTE.finditer(new)}
    own = {match.group(1): match.group(3) for match in ATTRIBUTE.finditer(target)}
    if any(_changed(before.get(name), after[name]) for name in after if SAID.fullmatch(name)):
        return None

    def said(match: re.Match[str]) -> str:
        name = match.group(1)
        return f"{name}{match.group(2)}{own[name]}" if SAID.fullmatch(name) and name in own else match.group()

    return ATTRIBUTE.sub(said, new)


def _changed(one: str | None, two: str) -> bool:
    def bare(text: str) -> list[str]:
        return re.findall(r"\w+", text.casefold())

    return one is None or bare(one) != bare(two)
