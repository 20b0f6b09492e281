"""The ids that renderers give to headings. An address ends in one of these, so they must come out to the character.

Each renderer is described by what it takes for a heading's text, how it makes an id of that, and what it does when the
id is taken. The tests hold every one against the ids that the renderer itself makes of the same page.
"""

from __future__ import annotations

import re
import unicodedata
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from typing import Literal
from urllib.parse import quote

Slug = Callable[[str], str]
Taken = dict[str, int]
NO_WORD = re.compile(r"[^\w\s-]")
FORMS: dict[str, Literal["NFC", "NFD", "NFKC", "NFKD"]] = {"NFC": "NFC", "NFD": "NFD", "NFKC": "NFKC", "NFKD": "NFKD"}


@dataclass(frozen=True, slots=True)
class HeadingIds:
    """How a renderer makes ids of headings.

    `slug` makes an id of a text and `unique` another where it is taken. The other fields tell what the text is: as
    written in Markdown (`raw`), with the description of pictures (`alt`), with `--` as a dash (`dashes`), without
    addresses that stand bare in it (`addresses` false), without `:emoji:` (`emoji` false), with entities as they are
    written (`entities`). `reserve` tells when an id
    that the author wrote counts as taken: before all headings (`first`), from where it stands (`order`), or `never`.
    """

    slug: Slug
    unique: Callable[[str, Taken], str]
    reserve: str = "never"
    raw: bool = False
    alt: bool = False
    dashes: bool = False
    addresses: bool = True
    emoji: bool = True
    entities: bool = False


def python_markdown(separator: str, text: str, *, unicode: bool = False) -> str:
    """Python-Markdown's `toc.slugify` and, with `unicode`, `toc.slugify_unicode`."""
    if not unicode and not text.isascii():
        text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    text = NO_WORD.sub("", text).strip().lower()
    return _runs(separator).sub(separator.replace("\\", r"\\"), text)


@cache
def _runs(separator: str) -> re.Pattern[str]:
    """What becomes one separator. It is pasted into the pattern there, too."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        try:
            return re.compile(rf"[{separator}\s]+")
        except re.error:
            return re.compile(r"\s+")


def pymdownx(
    separator: str, text: str, *, case: str = "none", percent_encode: bool = False, normalize: str = "NFC"
) -> str:
    """`pymdownx.slugs.slugify` with its options."""
    form = FORMS.get(normalize)
    text = unicodedata.normalize(form, text) if form is not None else text
    text = re.sub(r"</?[^>]*>", "", text).strip()
    if case == "lower":
        text = text.lower()
    elif case == "lower-ascii":
        text = re.sub("[A-Z]+", lambda match: match.group().lower(), text)
    elif case == "fold":
        text = text.casefold()
    text = re.sub(r"[^\w\- ]", "", text).replace(" ", separator)
    return quote(text) if percent_encode else text


def github(text: str) -> str:
    """github-slugger, which GitHub, Docusaurus, Starlight and many others use."""
    return text.lower().translate(_GITHUB)


def gfm_kramdown(text: str) -> str:
    """kramdown reading GFM, as Jekyll does by default: like GitHub's, but a tab counts as a space."""
    return github(text.replace("\t", " "))


def kramdown(text: str) -> str:
    """kramdown reading its own syntax: plain Latin letters only, and nothing before the first of them."""
    text = re.sub(r"^[^a-zA-Z]+", "", text)
    return re.sub(r"[^a-zA-Z0-9 -]", "", text).replace(" ", "-").lower() or "section"


def hugo(text: str, *, ascii_only: bool = False) -> str:
    """Hugo's `autoHeadingIDType` github (its default) and github-ascii."""
    if ascii_only:
        text = "".join(char for char in unicodedata.normalize("NFD", text) if char.isascii())
    kept = []
    for char in text.strip():
        if char in "- ":
            kept.append("-")
        elif char == "_" or unicodedata.category(char) in ("Lu", "Ll", "Lt", "Lm", "Lo", "Nd"):
            kept.append(char.lower()[0])  # letter for letter, so that a capital dotted I is one small i
    return "".join(kept)


def vitepress(text: str) -> str:
    """VitePress' own, from `@mdit-vue/shared`. It sees `&`, `<` and `>` that were written as entities as entities."""
    text = re.sub("[\u0300-\u036f\0-\x1f]", "", unicodedata.normalize("NFKD", text))
    text = re.sub(r"[\s~`!@#$%^&*()\-_+=\[\]{}|\\;:\"'“”‘’<>,.?/]+", "-", text).strip("-")
    return re.sub(r"^(\d)", r"_\1", text, flags=re.A).lower()


def mdbook(text: str) -> str:
    """mdBook's: letters, digits, `_` and `-` stay, a blank becomes `-`."""
    kept = ("-" if char.isspace() else char for char in text if char.isalnum() or char in "_-" or char.isspace())
    return "".join(char.lower() if char.isascii() else char for char in kept)


class _Kept(dict[int, str]):
    """What becomes of each character, found out once for each."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        kept = self[code] = "-" if char == " " else char if char == "-" or _word(char) else ""
        return kept


_GITHUB = _Kept()


def _word(char: str) -> bool:
    """Whether a character is `\\p{Word}`: letters, marks, decimal digits, connectors and what else is alphabetic."""
    if char.isascii():
        return char.isalnum() or char == "_"
    kind = unicodedata.category(char)
    if kind in ("Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "Pc"):
        return True
    return "\u24b6" <= char <= "\u24e9" or ("\U0001f130" <= char <= "\U0001f189" and char.isalpha())


def underscored(wanted: str, taken: Taken) -> str:
    """Python-Markdown's: `_1`, `_2`; one that already ends so counts on from there; an empty id becomes `_1`."""
    found = wanted
    if found in taken or not found:
        match = re.fullmatch(r"(.*)_([0-9]+)", wanted)
        base, number = (match.group(1), int(match.group(2)[:9])) if match else (wanted, 0)
        number = max(number, taken.get(f"\0{base}", 0) if match is None else 0) + 1
        while f"{base}_{number}" in taken:
            number += 1
        if match is None:
            taken[f"\0{base}"] = number
        found = f"{base}_{number}"
    taken[found] = 0
    return found


def counted(wanted: str, taken: Taken) -> str:
    """github-slugger's: `-1`, `-2`, past those that are taken."""
    found = wanted
    while found in taken:
        taken[wanted] += 1
        found = f"{wanted}-{taken[wanted]}"
    taken[found] = 0
    return found


def counted_blindly(wanted: str, taken: Taken) -> str:
    """kramdown's and mdBook's: `-1`, `-2`, even where such an id is there already."""
    if wanted not in taken:
        taken[wanted] = 0
        return wanted
    taken[wanted] += 1
    return f"{wanted}-{taken[wanted]}"


def counted_or_heading(wanted: str, taken: Taken) -> str:
    """Hugo's: like github-slugger's, and a heading without letters is called `heading`."""
    return counted(wanted or "heading", taken)


GITHUB = HeadingIds(github, counted)
DOCUSAURUS = HeadingIds(github, counted, alt=True)
STARLIGHT = HeadingIds(github, counted, dashes=True)
VITEPRESS = HeadingIds(vitepress, counted, "order", entities=True)
HUGO = HeadingIds(hugo, counted_or_heading, "order", alt=True, dashes=True, addresses=False)
KRAMDOWN = HeadingIds(kramdown, counted_blindly, raw=True)
JEKYLL = HeadingIds(gfm_kramdown, counted_blindly, dashes=True)
MDBOOK = HeadingIds(mdbook, counted_blindly)
PYTHON = HeadingIds(partial(python_markdown, "-"), underscored, "first")
PYTHON_UNICODE = HeadingIds(partial(python_markdown, "-", unicode=True), underscored, "first")


def from_toc(name: str, options: dict[str, object], separator: str) -> Slug | None:
    """The slug that a `toc.slugify` in `mkdocs.yml` names, or None where it is code that is not known here.

    `name` is what the YAML tag names, `options` the keywords it is called with. Nothing is imported.
    """
    if name == "":
        return partial(python_markdown, separator)
    module, _, function = name.rpartition(".")
    if module == "markdown.extensions.toc":
        known: dict[str, Slug] = {
            "slugify": partial(python_markdown, separator),
            "slugify_unicode": partial(python_markdown, separator, unicode=True),
        }
        return known.get(function)
    if module == "pymdownx.slugs":
        # All but the first were retired in pymdownx 10, and are still written in many a mkdocs.yml.
        old: dict[str, dict[str, object]] = {
            "slugify": {}, "uslugify": {"case": "lower"}, "uslugify_cased": {}, "uslugify_encoded": {
                "case": "lower", "percent_encode": True}, "uslugify_cased_encoded": {"percent_encode": True},
            "gfm": {"case": "lower-ascii"}, "gfm_encoded": {"case": "lower-ascii", "percent_encode": True},
        }  # fmt: skip
        if function in old:
            merged = {**old[function], **options}
            return partial(
                pymdownx,
                separator,
                case=str(merged.get("case", "none")),
                percent_encode=_true(merged.get("percent_encode")),
                normalize=str(merged.get("normalize", "NFC")),
            )
    return None


def _true(value: object) -> bool:
    return str(value).lower() in ("true", "yes", "on", "1")
