"""What a picture is compared by."""

from __future__ import annotations

import re

from facingpages.late import late

LOCALE_NAME = late(r"[._-](?:[a-z]{2})(?:[_-][a-z]{2})?(?=\.[a-z]+$)", re.I)
# A program of one string gives it, as JSX has it: `{require('./a.png').default}`, `{useBaseUrl("/img/a.png")}`.
COMPUTED = late(r"\{[^{}\"'`]*[\"'`]([^\"'`{}\n]+)[\"'`][^{}\"'`]*\}")


def name_of(source: str) -> str:
    """What a picture is compared by: its file name without query and locale."""
    match = COMPUTED.fullmatch(source) if source[:1] == "{" else None
    name = (
        (match.group(1) if match is not None else source)
        .split("?", 1)[0]
        .split("#", 1)[0]
        .replace("\\", "/")
        .rstrip("/")
        .rsplit("/", 1)[-1]
    )
    if name == "badge.svg":  # all badges of a store are called so: the folder tells which one it is
        return "/".join(source.split("?", 1)[0].rsplit("/", 2)[-2:])
    return LOCALE_NAME.sub("", name) if "." in name else name
