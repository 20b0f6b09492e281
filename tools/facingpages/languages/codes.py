"""Codes that name a language where sites do so: in addresses, folders and suffixes of files."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from facingpages.languages.file import files

LOCALE = r"[a-zA-Z]{2,3}(?:[-_][a-zA-Z]{4})?(?:[-_](?:[a-zA-Z]{2}|\d{3}))?"
# Not all of ISO 639: `/to/`, `/os/` and `/in/` are words of addresses more often than Tongan, Ossetic and Interlingue.
_USED = (
    "af am ar as az be bg bn br bs ca cs cy da de el en es et eu fa fi fil fr ga gl gu he hi hr hu hy id is it iw ja "
    "ka kk km kn ko ku ky lb lo lt lv mk ml mn mr ms mt my nb ne nl nn no or pa pl ps pt ro ru si sk sl sq sr sv sw ta "
    "te tg th tr tt uk ur uz vi zh"
)
_COUNTRIES = "br cn cz dk gr hk jp kr se tw ua"  # codes of countries that sites write for their languages
_LONG = frozenset(("ast", "ceb", "chr", "ckb", "dsb", "fil", "gsw", "haw", "hsb", "kab", "nds", "yue"))

ADDRESSED = frozenset((*_USED.split(), *_COUNTRIES.split(), *files()))
"""Codes that stand for a language as a segment of an address."""

SPOKEN = frozenset(_USED.split()) - frozenset(_COUNTRIES.split())
"""Those of two or three letters that are a language, and no country that its language is called after."""

# What sites call a language in the names of files and folders, where they write no code: in English, and by itself.
CALLED = {
    name: code
    for code, names in {
        "ar": "arabic", "bg": "bulgarian", "bn": "bengali bangla", "ca": "catalan", "cs": "czech",
        "da": "danish dansk", "de": "german deutsch", "el": "greek", "en": "english", "es": "spanish espanol",
        "et": "estonian", "eu": "basque", "fa": "persian farsi", "fi": "finnish suomi", "fr": "french francais",
        "he": "hebrew iw", "hi": "hindi", "hr": "croatian", "hu": "hungarian magyar", "id": "indonesian",
        "it": "italian italiano", "ja": "japanese", "ko": "korean", "lt": "lithuanian", "lv": "latvian",
        "nb": "norwegian norsk", "nl": "dutch nederlands", "pl": "polish polski", "pt": "portuguese portugues",
        "pt-br": "brazilian-portuguese brazilian portuguese-brazil", "ro": "romanian", "ru": "russian",
        "sk": "slovak", "sl": "slovenian slovene", "sr": "serbian", "sv": "swedish svenska", "th": "thai",
        "tr": "turkish turkce", "uk": "ukrainian", "ur": "urdu", "vi": "vietnamese",
        "zh": "chinese simplified-chinese chinese-simplified zh-simplified",
        "zh-tw": "traditional-chinese chinese-traditional zh-traditional",
    }.items()
    for name in names.split()
}  # fmt: skip

WRITTEN = frozenset(("grek", "hebr", "hira", "jpan", "kana", "kore", "thai"))  # scripts that CLDR need not name
SCRIPT = 4  # letters of the code of a script
# A language and its region, as sites write them without a sign between them, too.
_RUN = (
    "de-de en-gb en-us es-es es-la es-mx fr-fr it-it ja-jp ko-kr pl-pl pt-br pt-pt ru-ru tr-tr uk-ua vi-vn zh-cn zh-hk "
    "zh-tw"
)
RUN_TOGETHER = {locale.replace("-", ""): locale for locale in _RUN.split()}


def code_of(locale: str) -> str:
    """The code of a locale: itself, or that of the language it is called after: `fr` of `french`."""
    name = locale.lower().replace("_", "-")
    return CALLED.get(name) or RUN_TOGETHER.get(name, locale)


@lru_cache(maxsize=1024)
def is_locale(name: str) -> bool:
    """Whether a folder or suffix names a locale: a language code, perhaps with a script and a region."""
    if name.lower() in RUN_TOGETHER:
        return True
    if re.fullmatch(LOCALE, name) is None:
        return False
    code, *rest = re.split("[-_]", name.lower())
    return _is_code(code) and not any(len(part) == SCRIPT and part not in _scripts() for part in rest)  # `is-root`


def _is_code(code: str) -> bool:
    """Whether it is one of those that sites use, or of two letters and known to CLDR."""
    return code in ADDRESSED or code in _LONG or (len(code) == 2 and code in _of_two_letters())


@cache
def _of_two_letters() -> frozenset[str]:
    from babel.localedata import locale_identifiers  # most names are among the others

    return frozenset(code for code in locale_identifiers() if len(code) == 2)


@cache
def _scripts() -> frozenset[str]:
    """The codes of scripts that CLDR's locales are written in, in small letters."""
    from babel.localedata import locale_identifiers

    parts = (part for code in locale_identifiers() for part in code.lower().split("_")[1:])
    return frozenset(part for part in parts if len(part) == SCRIPT and part.isalpha()) | WRITTEN


@cache
def spoken_names(locale: str) -> frozenset[str]:
    """What a locale's language is called in English and by itself, in small letters: `hungarian`, `magyar`."""
    from babel import Locale, UnknownLocaleError

    code = re.split("[-_]", code_of(locale))[0].lower()
    try:
        names = {Locale.parse(code).get_language_name(called) for called in ("en", code)}
    except (UnknownLocaleError, ValueError):
        return frozenset()
    return frozenset(name.lower() for name in names if name)


# Codes of countries by which sites call the languages spoken there, none of which is one of a language in use itself.
HOMED = {"cn": "zh", "cz": "cs", "dk": "da", "gr": "el", "hk": "zh", "jp": "ja", "kr": "ko", "tw": "zh", "ua": "uk"}
_HOMES = {
    "zh": "cn",
    "ja": "jp",
    "ko": "kr",
    "cs": "cz",
    "da": "dk",
    "el": "gr",
    "sv": "se",
    "uk": "ua",
    "et": "ee",
    "sr": "rs",
    "vi": "vn",
    "nb": "no",
    "nn": "no",
    "no": "nb",
}

_FROM_THE_RIGHT = frozenset(["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"])  # is written

_SCRIPTS = {
    "zh-cn": "zh-hans", "zh-sg": "zh-hans", "zh-tw": "zh-hant", "zh-hk": "zh-hant",
    "zh-hans": "zh-cn", "zh-hant": "zh-tw",
}  # fmt: skip


def spelling(locale: str) -> str:
    """A locale without what sites write in one way or another: `zh-cn` of `zh_CN`."""
    return locale.lower().replace("_", "-")


def language_of(locale: str) -> str:
    """The language of a locale, however that is written: `zh` of `zh_CN`, `zh-Hans`, `cn` and `chinese`."""
    code = code_of(locale).lower().replace("_", "-").partition("-")[0]
    return HOMED.get(code, code)


def is_from_the_right(locale: str) -> bool:
    """Whether a locale's language is written from the right to the left."""
    return language_of(locale) in _FROM_THE_RIGHT


@cache
def names_of(locale: str) -> frozenset[str]:
    """What a locale is called in addresses and file names, in small letters with hyphens: `zh-cn`, `zh`, `cn`."""
    name = code_of(locale).lower().replace("_", "-")
    language = name.partition("-")[0]
    parts = {name, locale.lower().replace("_", "-"), language, _HOMES.get(language, "")}
    if language in ("pt", "zh") and name != language:
        parts.add(name.rpartition("-")[2])
    if name in _SCRIPTS:
        parts.add(_SCRIPTS[name])
    return frozenset(parts - {""})


def speaks_of(value: str, locale: str) -> bool:
    """Whether a code names a locale's language, of whatever country if the locale has none: `sv-SE` and `swe` of `sv`.

    Codes of three letters, as subtitles and libraries have them, are read by CLDR's aliases. Chinese is written in two
    ways: `zh-TW` is none of `zh`.
    """
    name = value.lower().replace("_", "-")
    if name in names_of(locale):
        return True
    language, _, rest = name.partition("-")
    if len(language) == 3:
        language = _of_three_letters().get(language, language)
        return language == language_of(locale) and (language != "zh" or not rest or f"zh-{rest}" in names_of(locale))
    simple = language != "zh" or rest in ("cn", "sg", "hans")  # of what is no other Chinese
    return bool(rest) and simple and locale.lower() == language


@cache
def _of_three_letters() -> dict[str, str]:
    from babel.core import get_global  # asked of addresses with such a code only

    aliases = get_global("language_aliases")
    return {code: name for code, name in aliases.items() if len(code) == 3}
