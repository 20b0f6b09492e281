"""Keys of the front matter as the source has them: what the rules about it offer."""

from __future__ import annotations

import re

from facingpages.document import Document, Entry, Fault
from facingpages.finding import Fix
from facingpages.late import late
from facingpages.rules.base import Pair
from facingpages.rules.mend import SAFE, UNSAFE, exchange, instead
from facingpages.rules.mend_blocks import line_end

LOCALE_KEYS = ("ms.contentlocale", "lang", "locale", "language")
WORDS = 2  # in a value from which on it may be a text
LOCALE = late(r"(?P<language>[A-Za-z]{2,3})(?:(?P<sign>[-_])(?P<region>\w+))?")


def put_in(pair: Pair, key: str, *, human: bool) -> Fix | None:
    """A key of the source with its value, behind the key that it follows there, if no person reads the value."""
    s, t = pair.source.metadata, pair.target.metadata
    entry = s[key]
    if human or not t or any(len(line.split()) > WORDS for line in entry.value.split("\n")):
        return None
    text = pair.source.source_text(entry.start, entry.end)
    if not re.match(rf"[\"']?{re.escape(key)}[\"']?\s*[:=]", text):
        return None
    if key in LOCALE_KEYS:
        if entry.value.split("-")[0] != pair.source.locale.split("-")[0]:
            return None
        text = text.replace(entry.value, pair.locale)
    text, end = text.replace("\r\n", "\n").replace("\n", line_end(pair.target)), line_end(pair.target)
    order = list(s)
    before = next((t[name] for name in reversed(order[: order.index(key)]) if name in t), None)
    message = "put in the key of the source"
    if before is not None and not _runs_on(pair.target, before):
        return instead(pair.target, (before.end, before.end), end + text, message)
    first = min(t.values(), key=lambda one: one.start)
    return instead(pair.target, (first.start, first.start), text + end, message) if before is None else None


def _runs_on(document: Document, entry: Entry) -> bool:
    """Whether more than blanks stands behind a value on its line."""
    return bool(document.raw[entry.end : document.line_span(entry.end)[1]].strip())


def value_of(pair: Pair, entry: Entry, other: Entry) -> Fix | None:
    """The source's value for this one's, where each is one line."""
    if entry.shape != "scalar" or other.shape != "scalar" or "\n" in entry.value + other.value:
        return None
    return exchange(pair.target, other, other.value, entry.value, "take the value of the source")


def key_of(pair: Pair, entry: Entry, here: str, there: str) -> Fix | None:
    """The source's key for this one's, at the beginning of its line."""
    start, end = pair.target.line_span(entry.start)
    return exchange(
        pair.target, (start, min(end, start + len(here.encode()) + 2)), here, there, "take the key of the source"
    )


def own_locale(pair: Pair, entry: Entry) -> Fix | None:
    """The locale of the folder, spelt as the value was; safe where both name a region, or neither does."""
    here, there = LOCALE.fullmatch(entry.value), LOCALE.fullmatch(pair.locale)
    if here is None or there is None:
        return None
    language = there["language"].lower()
    region = there["region"]
    if here["region"] and region:
        region = region.upper() if here["region"].isupper() else region.lower() if here["region"].islower() else region
        text, sure = f"{language}{here['sign']}{region}", SAFE
    else:
        text, sure = language, SAFE if not here["region"] else UNSAFE
    return exchange(pair.target, (entry.start, entry.end), entry.value, text, "name the locale of the folder", sure)


def without_second(document: Document, fault: Fault) -> Fix | None:
    """A key without the line that says again what the first of its name says."""
    first = document.metadata.get(fault.values.get("key", ""))
    raw = document.raw
    if first is None or raw[first.start : first.end] != raw[fault.start : fault.end]:
        return None
    start, end = document.line_span(fault.start)[0], document.line_span(max(fault.start, fault.end - 1))[1]
    end += 2 if raw[end : end + 2] == b"\r\n" else 1
    return instead(document, (start, end), "", "delete the second") if raw[start : fault.start].strip() == b"" else None
