"""MkDocs: its layouts, what it builds of which files, and where links lead in that."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from posixpath import dirname

from facingpages.config import Config
from facingpages.generators.generator import Generator
from facingpages.generators.habits import Habits
from facingpages.generators.mkdocs.layout import FILES, recognize
from facingpages.generators.mkdocs.publication import MkDocs
from facingpages.generators.mkdocs.settings import read_mkdocs
from facingpages.generators.paths import PathPublication
from facingpages.generators.publication import Publication
from facingpages.generators.python_ids import PYTHON, PYTHON_UNICODE
from facingpages.generators.rendering import Rendering
from facingpages.generators.slugs import GITHUB
from facingpages.site import Site
from facingpages.site.opener import is_file, real, root_of

SEEN = 200  # pages that are asked for whether they lie in the folder of a project


def publisher(site: Site, config: Config, folders: Sequence[str]) -> Publication | None:
    """What its `mkdocs.yml` says; None where there is none that can be read."""
    limit = root_of(config.root)
    for folder in dict.fromkeys((*folders, dirname(config.origin))):  # settings may lie beside the pages' folder
        for name in FILES:
            file = config.root / folder / name
            settings = read_mkdocs(file, limit) if is_file(file, limit) else None
            if settings is None:
                continue
            firsts = {page.locale: page for page in reversed(site.pages)}.values()  # one of each language, however many
            if settings.languages is not None or all(
                _holds(settings.docs, page.file) for page in (*firsts, *site.pages[:SEEN])
            ):
                return MkDocs(settings, config.root, (page.path for page in site.pages))
            return PathPublication(
                site, config, MKDOCS.habits, settings.rendering, folders
            )  # a project for each locale
    return None


def _holds(folder: Path, file: Path) -> bool:
    return real(file).is_relative_to(real(folder))


MKDOCS = Generator(
    "mkdocs", "MkDocs",
    Rendering("mkdocs", PYTHON, (PYTHON_UNICODE, GITHUB), python=True, references_open=True),
    Habits(addresses=True, falls_back=True, guesses=True),
    recognize=recognize, publisher=publisher,
)  # fmt: skip
