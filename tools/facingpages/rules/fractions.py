"""Parts of a whole as words: half, a quarter, a fifth for 50%, 1/4 and 20%."""

from __future__ import annotations

import re
import unicodedata

from facingpages.languages import Language
from facingpages.languages.spoken import names_part, tells_part
from facingpages.late import late

PERCENT = late(r"(10|20|25|33|50|75)(?<![\d.,]\d\d)[\s\u00a0]?(?:%|per ?cent)")
FRACTION = late(r"(?<![\d./])([1-4])/([2-5]|10)(?![\d/])")
VULGAR = late(r"[\u00bc-\u00be\u2150-\u215e]")  # signs of fractions
OF_A_HUNDRED = {"10": 10, "20": 5, "25": 4, "33": 3, "75": 4}  # which part of a whole so many are, or how many of it
DECIMALS = {"0.5": "half", ".5": "half", "0.25": "quarter"}


def parted(source: str, target: str, own: Language) -> set[str]:
    """The numbers of a source's per cents and fractions that its translation tells as parts in words."""
    found = {match[1] for match in PERCENT.finditer(source) if _is_part(match[1], source, target, own)}
    signs = {unicodedata.normalize("NFKC", sign).replace("\u2044", "/") for sign in VULGAR.findall(target)}
    for match in FRACTION.finditer(source):
        if match[0] in signs:
            found |= {match[1], match[2]}
        if _names(int(match[2]), target, own):
            found |= {match[1], match[2]}
    return found | {
        written for written, part in DECIMALS.items() if written in source and names_part(own, part, target)
    }


def told_in_parts(source: str, target: str, own: Language) -> int:
    """How many per cents of a source are told as parts in words."""
    return sum(_is_part(match[1], source, target, own) for match in PERCENT.finditer(source))


def _is_part(hundredths: str, source: str, target: str, own: Language) -> bool:
    if hundredths == "50":
        return tells_part(own, 50, target)
    if re.search(rf"(?<!\d){hundredths}(?!\d)", target):
        return False
    part = OF_A_HUNDRED[hundredths]
    counted = re.search(rf"(?<!\d){part}(?!\d)", source) is not None  # what is five there may be five here
    return not counted and _names(part, target, own)


def _names(part: int, target: str, own: Language) -> bool:
    """Whether a text has a word for so many parts of a whole, or for one of them."""
    if part == 2 or (part == 4 and names_part(own, "quarter", target)):
        return names_part(own, "half" if part == 2 else "quarter", target)
    word = own.numeral(part)
    return word is not None and word.search(target) is not None
