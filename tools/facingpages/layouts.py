"""Where the translations of a site lie, told from the generator's own configuration."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import yaml

from facingpages.config import Config


def detect(root: Path, config: Config | None = None) -> Config | None:
    """A configuration for the site in a folder, or None where it can't be told. `config` holds the keys already set."""
    base = config or Config(root)
    for reader in (_mkdocs,):
        found = reader(root, base)
        if found is not None:
            return found
    return None


def _mkdocs(root: Path, base: Config) -> Config | None:
    """MkDocs with mkdocs-static-i18n: `docs_structure` folder or suffix, `languages` with one default."""
    for name in ("mkdocs.yml", "mkdocs.yaml"):
        file = root / name
        if file.is_file():
            break
    else:
        return None
    try:
        node = yaml.compose(file.read_text("utf-8"), Loader=yaml.SafeLoader)
    except (yaml.YAMLError, UnicodeDecodeError, OSError):
        return None
    settings = _plain(node)
    if not isinstance(settings, dict):
        return None
    plugins = settings.get("plugins", [])
    i18n = None
    for plugin in plugins if isinstance(plugins, list) else [plugins]:
        if isinstance(plugin, dict) and isinstance(plugin.get("i18n"), dict):
            i18n = plugin["i18n"]
    if i18n is None:
        return None
    languages = [entry for entry in i18n.get("languages", []) if isinstance(entry, dict) and "locale" in entry]
    default = next((str(entry["locale"]) for entry in languages if entry.get("default") == "true"), None)
    locales = tuple(str(entry["locale"]) for entry in languages if str(entry["locale"]) not in (default, "null"))
    if default is None or not locales:
        return None
    docs = str(settings.get("docs_dir", "docs")).strip("/")
    if i18n.get("docs_structure", "suffix") == "folder":
        pages: tuple[str, ...] = (f"{docs}/{{locale}}/{{page}}.md",)
        sources: tuple[str, ...] = ()
    else:
        pages = (f"{docs}/{{page}}.{{locale}}.md",)
        sources = (f"{docs}/{{page}}.{default}.md", f"{docs}/{{page}}.md")
    return replace(
        base, root=root, source=default, locales=base.locales or locales, pages=pages, source_pages=sources,
        dialect="mkdocs", origin=file.name, layout=f"MkDocs with static-i18n ({i18n.get('docs_structure', 'suffix')})",
    )  # fmt: skip


def _plain(node: yaml.Node | None) -> object:
    """A node graph as dicts, lists and texts; tags such as `!!python/name` are not obeyed."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(value) for key, value in node.value if isinstance(key, yaml.ScalarNode)}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(value) for value in node.value]
    return node.value if isinstance(node, yaml.ScalarNode) else None
