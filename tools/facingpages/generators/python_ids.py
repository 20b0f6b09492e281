"""The ids of headings that Python-Markdown makes, by itself or with the functions of pymdownx."""

from __future__ import annotations

import re
import unicodedata
import warnings
from functools import cache, partial
from typing import Literal
from urllib.parse import quote

from facingpages.generators.slugs import HeadingIds, Slug, Taken
from facingpages.late import late

NO_WORD = late(r"[^\w\s-]")
FORMS: dict[str, Literal["NFC", "NFD", "NFKC", "NFKD"]] = {"NFC": "NFC", "NFD": "NFD", "NFKC": "NFKC", "NFKD": "NFKD"}


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
