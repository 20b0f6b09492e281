"""Pages that say their language though their folder says it, too: `docs/ru/api_ru.md`, `fr-FR/README-FR.md`."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence

from facingpages.generators.tree import Tree, stem
from facingpages.languages.codes import LOCALE, is_locale, language_of
from facingpages.late import late

NAME = late(rf"(?P<name>.+?)[._-](?P<locale>{LOCALE})")
Pages = Mapping[str, Mapping[str, str]]  # locale -> page name -> path


def bare(tree: Tree, lead: str, by_locale: Pages) -> dict[str, dict[str, str]]:
    """The pages of each language under the names that they have without it.

    `user-id` in the folder `id` keeps its own where another language or the source has a page of that name.
    """
    return {locale: dict(_bare(tree, f"{lead}{locale}/", locale, pages)) for locale, pages in by_locale.items()}


def _bare(tree: Tree, folder: str, locale: str, pages: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name, path in pages.items():
        found = NAME.fullmatch(posixpath.basename(name))
        if found and is_locale(found["locale"]) and language_of(found["locale"]) == language_of(locale):
            short = posixpath.join(posixpath.dirname(name), found["name"])
            own = all(one.startswith(folder) for one in tree.by_name[posixpath.basename(name)])
            if own and short not in pages:
                yield short, path
                continue
        yield name, path


def patterns(lead: str, inner: str, by_locale: Pages, suffixes: Sequence[str]) -> tuple[str, ...]:
    """The patterns of pages in the folders of some languages, those first that fit fewer files."""
    tails = {
        stem(path)[len(f"{lead}{locale}/{inner}{name}") :]
        for locale, pages in by_locale.items()
        for name, path in pages.items()
    }
    ordered: Iterable[str] = sorted(tails - {""}, key=lambda tail: (-len(tail), tail))
    return tuple(f"{lead}{{locale}}/{inner}{{page}}{tail}{suffix}" for tail in (*ordered, "") for suffix in suffixes)
