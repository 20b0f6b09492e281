"""Days in the front matter: a generator reads few forms of them, and no other language's."""

from __future__ import annotations

import re

from facingpages.late import late

KEY = late(
    r"^(?:ms\.date|date(?:_?(?:published|modified|created|updated))?|(?:last_?)?(?:mod(?:ified)?|updated?)(?:_?(?:at|on|date))?"
    r"|(?:publish(?:ed)?|pub|expiry|created?)_?(?:at|on|date)?)$", re.I
)  # fmt: skip
ISO = late(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?![\d.])|\d{8}\b", re.A)
AMERICAN = late(r"\d{1,2}/\d{1,2}/\d{4}\b", re.A)
WORDED = late(
    r"(?:[A-Z][a-z]{2,8},? )?(?:\d{1,2}[ -])?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?[ -](?:\d{1,2},? )?\d", re.A
)  # fmt: skip


def is_spoilt(key: str, there: str, here: str) -> bool:
    """Whether the source has a day that programs read, and the translation's is written for people: `03.05.2024`."""
    if KEY.match(key) is None or not here:
        return False
    one, two = there.strip("\"' "), here.strip("\"' ")
    if ISO.match(one):
        return ISO.match(two) is None and WORDED.match(two) is None
    return AMERICAN.match(one) is not None and ISO.match(two) is None and AMERICAN.match(two) is None
