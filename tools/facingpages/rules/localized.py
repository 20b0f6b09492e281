"""The parts of an address that a configuration says name a locale."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence


def naming(locales: Iterable[str], paths: Sequence[str]) -> re.Pattern[str] | None:
    """What finds those of some locales, and of their languages, in the shapes of some paths; None if there are none."""
    names = {name for locale in locales for name in (locale, locale.split("-")[0])} - {""}
    either = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    shapes = [re.escape(path).replace(r"\{locale\}", f"(?:{either})").replace(r"\*", "[^/]*") for path in paths]
    return re.compile("|".join(shapes), re.I) if shapes else None
