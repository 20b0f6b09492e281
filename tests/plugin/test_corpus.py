"""A real site that nobody here wrote: FastAPI's documentation in English, German and French, made a folder site."""

import os
import re
from pathlib import Path

import pytest
from tests.plugin.conftest import Build

CORPORA = Path(os.environ.get("FACINGPAGES_CORPORA", "corpora"))
PAGES = (
    "index",
    "features",
    "async",
    "python-types",
    "tutorial/first-steps",
    "tutorial/path-params",
    "deployment/https",
    "virtual-environments",
)


def test_a_real_site_is_built_with_the_source_beside_nearly_every_block(build: Build) -> None:
    root = CORPORA / "fastapi/docs"
    if not root.is_dir():
        pytest.skip("needs the corpora; FACINGPAGES_CORPORA names their folder")
    pages = {}
    for locale, folder in (("en", "en"), ("lv", "de"), ("sv", "fr")):  # the languages that the little site has
        for name in PAGES:
            pages[f"{locale}/{name}.md"] = (root / folder / "docs" / f"{name}.md").read_text("utf-8")
    built = build(pages, "  - facingpages: {warn: never}")
    assert built.code == 0, built.log
    bound = blocks = 0
    for locale in ("lv", "sv"):
        for name in PAGES:
            article = built.article(f"{locale}/{name}".removesuffix("/index"))
            bare = re.sub(r'<(div|span) class="facing-source".*?</\1>', "", article, flags=re.S)
            bound += article.count('class="facing-pair')
            blocks += len(re.findall(r"<(?:h[1-6]|p|li|dt)\b", bare))
            assert article.count('class="facing-missing"') <= 3, f"{locale}/{name}"
    assert bound > 1200
    assert bound / blocks > 0.7  # code, pictures and directives have none
