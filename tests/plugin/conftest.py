"""Small sites, built with the plugin by MkDocs itself, in a process of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.building import built_by

CONFIG = """\
site_name: Small
site_url: https://small.example/docs/
theme: {{{theme}}}
markdown_extensions: [admonition, attr_list, def_list, md_in_html, tables, toc, pymdownx.superfences]
plugins:
  - i18n:
      docs_structure: {structure}
      languages:
        - {{locale: en, name: English, default: true}}
        - {{locale: lv, name: Latviešu}}
        - {{locale: sv, name: Svenska}}
{plugin}
"""
PLAIN = "name: null, custom_dir: theme, static_templates: [404.html]"  # a theme that only shows what there is
PAGE = """\
<!doctype html>
<html lang="{{ config.theme.language }}">
<head><title>{{ page.title if page else "404" }}</title>
{% if page and page.canonical_url %}<link rel="canonical" href="{{ page.canonical_url }}">{% endif %}</head>
<body>{% if page %}<article>{{ page.content }}</article>{% endif %}</body>
</html>
"""


@dataclass(frozen=True)
class Built:
    """A finished build: its folder, exit code and log."""

    folder: Path
    code: int
    log: str

    def page(self, path: str) -> str:
        """The HTML of a page: `lv/guide/`."""
        return (self.folder / path / "index.html").read_text("utf-8")

    def article(self, path: str) -> str:
        """What the plugin framed of a page: the bar below the title and the text."""
        html = self.page(path)
        return html[html.index('<div class="facing">') :]


Build = Callable[..., Built]


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Writes pages (path below docs: text) and builds them; `plugin` is the plugin's line or lines in mkdocs.yml.

    `config` is a whole mkdocs.yml in place of the small one.
    """

    def run(
        pages: Mapping[str, str],
        plugin: str = "  - facingpages",
        *arguments: str,
        theme: str = PLAIN,
        structure: str = "folder",
        program: str = "mkdocs",
        config: str = "",
    ) -> Built:
        for path, text in pages.items():
            file = tmp_path / "docs" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        (tmp_path / "theme").mkdir(exist_ok=True)
        for name in ("main.html", "404.html"):
            (tmp_path / "theme" / name).write_text(PAGE, "utf-8")
        settings = config or CONFIG.format(theme=theme, structure=structure, plugin=plugin)
        (tmp_path / "mkdocs.yml").write_text(settings, "utf-8")
        folder = tmp_path / "site"
        done = built_by(program, tmp_path, "--site-dir", str(folder), *arguments)
        return Built(folder, done.code, done.log)

    return run
