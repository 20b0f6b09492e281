"""What stands behind the language of a fence: `title="a.js"`, `showLineNumbers`: read by an engine, some of it shown."""

from __future__ import annotations

from facingpages.align.features import neutral_target
from facingpages.document import Code
from facingpages.late import late

# Quotation marks of languages, which no engine takes for such: what they hold ends at the first blank.
QUOTES = "\u201c\u201d\u201e\u201f\u2018\u2019\u00ab\u00bb\u300c\u300e\uff02\uff07"
SETTING = late(r"(?<![\w.-])([A-Za-z][\w-]*)=(\"[^\"\n]*\"|'[^'\n]*'|\{[^{}\n]*\}|[^\s\"'}]+)")
FILE = late(r"[\w@.~/\\\[\]()-]*[./][\w.-]+")
WORDED = late(r"[^\W\d_]{3}")


def altered(source: Code, target: Code) -> tuple[str, str] | None:
    """The first setting of a fence that an engine reads otherwise, here and there; None where it reads all alike.

    A title may be translated, the name of a file may not; what is shown must be there.
    """
    if "=" not in source.info or source.info == target.info:
        return None
    there, here = dict(SETTING.findall(source.info)), dict(SETTING.findall(target.info))
    for key, old in there.items():
        new = here.get(key)
        if new is None:
            if not _is_setting(old) or _holds(target.info, old):
                continue
            return target.info, f"{key}={old}"
        if new == old:
            continue
        if new[0] in QUOTES and old[0] not in QUOTES:
            return f"{key}={new}", f"{key}={old}"
        one, two = (neutral_target(value.strip("\"'")) for value in (old, new))
        if FILE.fullmatch(one) is not None and one != two and two.isascii() and FILE.fullmatch(two) is not None:
            return f"{key}={new}", f"{key}={old}"
    return None


def _is_setting(value: str) -> bool:
    """Whether a value is shown: a name or words, no number of lines."""
    return value[0] in "\"'" and WORDED.search(value) is not None


def _holds(info: str, value: str) -> bool:
    """Whether what a setting says stands behind the fence in another way: `[a.js]` for `title="a.js"`."""
    return value.strip("\"'") in info
