"""What is known of site generators: a room each. Which one publishes a site is a value of its configuration.

It is written down, or told by the generator's own settings, or by the files in the site's folder and those above its
pages; where nothing tells, by how the pages are written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module

from facingpages.config import Config, SetupError
from facingpages.generators.generator import Generator
from facingpages.generators.marks import MARKS
from facingpages.generators.publication import Publication
from facingpages.generators.several import Several
from facingpages.generators.tree import longest
from facingpages.nearest import suggestion
from facingpages.site import Site
from facingpages.site.opener import is_inside, read, root_of
from facingpages.site.walk import names_in
from facingpages.tuples import NamedTuple

NAMES = (*MARKS, "mdx", "plain")
BY_DIALECT = {"commonmark": "plain"}  # others are called like the generator that reads them
ROOMS = {"mdx": "plain"}  # the module, where it is not called like the generator


class Marked(NamedTuple):
    """A generator, and the path of the file or folder by which it was known."""

    generator: Generator
    mark: str


@cache
def named(name: str) -> Generator:
    """The generator of a name, which is one of `NAMES`."""
    found: Generator = getattr(import_module(f"{__name__}.{ROOMS.get(name, name)}"), name.upper())
    return found


def generators() -> list[Generator]:
    """All of them."""
    return [named(name) for name in NAMES]


def settled(config: Config) -> Config:
    """A configuration with its generator. Raises SetupError where it names one that is not known."""
    if not config.generator:
        return config._replace(generator=of(config).name)
    if config.generator not in NAMES:
        known = ", ".join(NAMES)
        more = suggestion(config.generator, NAMES)
        raise SetupError(f'{config.origin}: generator = "{config.generator}" is not known{more}; it is one of {known}.')
    return config


def of(config: Config) -> Generator:
    """The generator of a site: that of its configuration, else what files tell, else what reads its dialect."""
    if config.generator in NAMES:
        return named(config.generator)
    if found := marked(config):
        return found.generator
    if any(part.startswith("_") for pattern in config.pages for part in pattern.split("/")[:-1]):
        return named("jekyll")  # pages in one of its collections
    return named(BY_DIALECT.get(config.dialect, config.dialect))


def marked(config: Config) -> Marked | None:
    """The generator whose mark lies nearest to the top, in the site's folder or one above its pages."""
    return marked_in(config, folders_above(config))


def marked_in(config: Config, folders: Iterable[str]) -> Marked | None:
    """The first mark of a generator in some folders of a site."""
    for folder in folders:
        names = names_in(config.root / folder)
        for generator, pattern in MARKS.items():
            for name in filter(re.compile(pattern).fullmatch, names):
                found, mark = named(generator), f"{folder}/{name}" if folder else name
                if found.confirms is None or found.confirms(_text(config, mark)):
                    return Marked(found, mark)
    return None


def publication(site: Site, config: Config) -> Publication:
    """How a site's pages are published."""
    if config.others:
        trees = list(enumerate(config.trees))
        pages = {at: [page for page in site.pages if config.tree_at(page.path) == at] for at, _ in trees}
        return Several(config, [publication(site.with_pages(pages[at]), tree) for at, tree in trees])
    return of(config).publish(site, config, list(folders_above(config)))


def folders_above(config: Config) -> Iterator[str]:
    """The site's folder and the folders above the source's pages, outermost first."""
    limit = root_of(config.root)
    yield ""
    for pattern in config.source_pages or config.pages:
        head = pattern.replace("{locale}", config.source).split("{page}")[0].rpartition("/")[0]
        parts = head.split("/") if head else []
        for count in range(1, len(parts) + 1):
            folder = "/".join(parts[:count])
            if is_inside(config.root / folder, limit):
                yield folder


def _text(config: Config, path: str) -> str:
    try:
        return read(config.root / path, root_of(config.root), longest(path)).decode("utf-8", "replace")
    except OSError:
        return ""
