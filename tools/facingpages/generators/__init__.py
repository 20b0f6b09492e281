"""What is known of site generators: a room each. Which one publishes a site is a value of its configuration.

It is written down, or told by the generator's own settings, or by the files in the site's folder and those above its
pages; where nothing tells, by how the pages are written.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from facingpages.config import Config, SetupError
from facingpages.generators.docsify import DOCSIFY
from facingpages.generators.docusaurus import DOCUSAURUS
from facingpages.generators.dumi import DUMI
from facingpages.generators.generator import Generator
from facingpages.generators.hexo import HEXO
from facingpages.generators.hugo import HUGO
from facingpages.generators.jekyll import JEKYLL
from facingpages.generators.learn import LEARN
from facingpages.generators.mdbook import MDBOOK
from facingpages.generators.mkdocs import MKDOCS
from facingpages.generators.nextra import NEXTRA
from facingpages.generators.plain import MDX, PLAIN
from facingpages.generators.publication import Publication
from facingpages.generators.starlight import STARLIGHT
from facingpages.generators.tree import MAX_BYTES
from facingpages.generators.vitepress import VITEPRESS
from facingpages.generators.vuepress import VUEPRESS
from facingpages.generators.zola import ZOLA
from facingpages.nearest import suggestion
from facingpages.site import Site
from facingpages.site.opener import is_inside, read, root_of
from facingpages.site.walk import names_in

# In the order in which their marks are looked for: of two in one folder the first counts.
GENERATORS = (
    MKDOCS,
    DOCUSAURUS,
    STARLIGHT,
    VITEPRESS,
    VUEPRESS,
    ZOLA,
    HUGO,
    MDBOOK,
    NEXTRA,
    HEXO,
    JEKYLL,
    LEARN,
    DOCSIFY,
    DUMI,
    MDX,
    PLAIN,
)
BY_NAME = {generator.name: generator for generator in GENERATORS}
BY_DIALECT = {"commonmark": PLAIN}  # others are called like the generator that reads them


class Marked(NamedTuple):
    """A generator, and the path of the file or folder by which it was known."""

    generator: Generator
    mark: str


def settled(config: Config) -> Config:
    """A configuration with its generator. Raises SetupError where it names one that is not known."""
    if not config.generator:
        return config._replace(generator=of(config).name)
    if config.generator not in BY_NAME:
        known = ", ".join(BY_NAME)
        more = suggestion(config.generator, BY_NAME)
        raise SetupError(f'{config.origin}: generator = "{config.generator}" is not known{more}; it is one of {known}.')
    return config


def of(config: Config) -> Generator:
    """The generator of a site: that of its configuration, else what files tell, else what reads its dialect."""
    if config.generator in BY_NAME:
        return BY_NAME[config.generator]
    if found := marked(config):
        return found.generator
    if any(part.startswith("_") for pattern in config.pages for part in pattern.split("/")[:-1]):
        return JEKYLL  # pages in one of its collections
    return BY_DIALECT.get(config.dialect) or BY_NAME[config.dialect]


def marked(config: Config) -> Marked | None:
    """The generator whose mark lies nearest to the top, in the site's folder or one above its pages."""
    for folder in folders_above(config):
        names = names_in(config.root / folder)
        for generator in GENERATORS:
            for name in generator.marks(names):
                mark = f"{folder}/{name}" if folder else name
                if generator.confirms is None or generator.confirms(_text(config, mark)):
                    return Marked(generator, mark)
    return None


def publication(site: Site, config: Config) -> Publication:
    """How a site's pages are published."""
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
        return read(config.root / path, root_of(config.root), MAX_BYTES).decode("utf-8", "replace")
    except OSError:
        return ""
