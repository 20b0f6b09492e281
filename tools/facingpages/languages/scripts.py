"""Scripts: their letters, which of them look alike, and Cyrillic in Latin letters."""

from __future__ import annotations

from facingpages.late import late

LATIN, CYRILLIC, GREEK = "latin", "cyrillic", "greek"
LETTERS = {  # as many as stand side by side, since words are fewer
    LATIN: late(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+"),
    CYRILLIC: late(r"[\u0400-\u04ff]+"),
    GREEK: late(r"[\u0370-\u03ff\u1f00-\u1fff]+"),
    "kana": late(r"[\u3040-\u30ff]+"),
    "han": late(r"[\u3040-\u30ff\u4e00-\u9fff]+"),
    "hangul": late(r"[\uac00-\ud7af]+"),
    "thai": late(r"[\u0e00-\u0e7f]+"),
    "arabic": late(r"[\u0600-\u06ff]+"),
    "hebrew": late(r"[\u0590-\u05ff]+"),
    "devanagari": late(r"[\u0900-\u097f]+"),
}
BY_CODE = {  # ISO 15924
    "Latn": LATIN, "Cyrl": CYRILLIC, "Grek": GREEK, "Jpan": "han", "Hans": "han", "Hant": "han", "Kore": "hangul",
    "Thai": "thai", "Arab": "arabic", "Hebr": "hebrew", "Deva": "devanagari",
}  # fmt: skip
USUAL = {"hangul": "ko", GREEK: "el", "thai": "th", "arabic": "ar", "hebrew": "he", "devanagari": "hi", CYRILLIC: "ru"}
"""The language that a script stands for first of all."""

# Cyrillic letters that look like Latin ones, and those.
LOOKALIKES = dict(zip("аеорсухіјѕАВЕКМНОРСТХІЈЅ", "aeopcyxijsABEKMHOPCTXIJS", strict=True))

ROMANIZED = str.maketrans(
    dict(zip("абвгдезийклмнопрстуфхъыэіїєґ", "abvgdeziyklmnoprstufhayeiieg", strict=True))
    | {"ж": "zh", "ц": "c", "ч": "ch", "ш": "sh", "щ": "sht", "ь": "", "ю": "yu", "я": "ia", "ё": "e", "ђ": "d"}
    | {"љ": "l", "њ": "n"}
)
"""Cyrillic to Latin letters, near enough for words of one root to begin alike; for `str.translate` of lower case."""


def shown(words: str) -> str:
    """The script of the little words of a language; nothing where it has none, or they are in another script.

    CLDR knows it, too, but to load Babel for it takes longer than most pages.
    """
    return next((one for one in (LATIN, CYRILLIC, GREEK) if LETTERS[one].search(words)), "")
