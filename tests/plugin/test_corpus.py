"""A real site that nobody here wrote: every page of FastAPI's documentation in three languages, its own extensions."""

import os
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.plugin.conftest import Build

CORPORA = Path(os.environ.get("FACINGPAGES_CORPORA", "corpora"))
SOURCE, LOCALES = "en", ("de", "uk")
FOREIGN = ("mdx_include", "markdown_include_variants", "zensical.extensions.macros")  # programs that are not installed


class _Loader(yaml.SafeLoader):
    """Reads a site's own configuration; its `!!python/name` tags stay names."""


_Loader.add_multi_constructor("tag:yaml.org,2002:python/name:", lambda _loader, name, _node: f"!!python/name:{name}")


def settings(root: Path) -> str:
    """The site's own Markdown extensions, in an mkdocs.yml of static-i18n with the plugin."""
    with (root / "docs/en/mkdocs.yml").open("rb") as stream:
        own: dict[str, Any] = yaml.load(stream, Loader=_Loader)["markdown_extensions"]
    for name in FOREIGN:
        own.pop(name)
    own["pymdownx.superfences"] = None  # its diagrams are drawn in the browser
    languages = [{"locale": locale, "name": locale, "default": locale == SOURCE} for locale in (SOURCE, *LOCALES)]
    site = {
        "site_name": "FastAPI",
        "site_url": "https://fastapi.example/",
        "theme": {"name": "material", "font": False, "features": ["navigation.prune"]},
        "markdown_extensions": [{name: options} if options else name for name, options in own.items()],
        "plugins": [{"i18n": {"docs_structure": "folder", "languages": languages}}, {"facingpages": {"warn": "never"}}],
    }
    return yaml.safe_dump(site)


def test_a_real_site_is_built_with_the_source_beside_nearly_every_block(tmp_path: Path, build: Build) -> None:
    root = CORPORA / "fastapi"
    if not root.is_dir():
        pytest.skip("needs the corpora; FACINGPAGES_CORPORA names their folder")
    for locale in (SOURCE, *LOCALES):  # where static-i18n looks for them
        shutil.copytree(root / "docs" / locale / "docs", tmp_path / "docs" / locale)
    built = build({}, config=settings(root))
    assert built.code == 0, built.log
    bound = blocks = pages = 0
    for locale in LOCALES:
        for file in sorted((tmp_path / "docs" / locale).rglob("*.md")):
            name = file.relative_to(tmp_path / "docs" / locale).with_suffix("").as_posix()
            if not (tmp_path / "docs" / SOURCE / f"{name}.md").is_file():
                continue
            article = built.article(f"{locale}/{name}".removesuffix("/index"))
            bare = re.sub(r'<(div|span) class="facing-source".*?</\1>', "", article, flags=re.S)
            bound += article.count('class="facing-pair')
            blocks += len(re.findall(r"<(?:h[1-6]|p|li|dt)\b", bare))
            pages += 1
            assert article.count('class="facing-missing"') <= 3, f"{locale}/{name}"
    assert pages > 240
    assert bound / blocks > 0.8  # code, pictures and directives have none
