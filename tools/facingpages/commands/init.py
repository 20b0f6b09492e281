"""`facingpages init`: find out where the translations lie and write it down."""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Sequence
from pathlib import Path

from facingpages.commands import CLEAN
from facingpages.commands.adopt import adopt
from facingpages.config import Config, SetupError
from facingpages.datafile import read_toml
from facingpages.discover import discover
from facingpages.generators.detect import described, detect, uncovered
from facingpages.output import tell
from facingpages.site import Site
from facingpages.site.opener import read, root_of
from facingpages.writing import write

NAME = "facingpages.toml"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments on its parser."""
    parser.description = f"Find out where the translations of the site in this folder lie, and write {NAME}."
    parser.add_argument("--source", metavar="L", help="the source locale, where the folders can't tell")
    parser.add_argument(
        "--ci", action="store_true",
        help="also write a workflow for GitHub and a baseline of today's findings; a configuration that is there stays",
    )  # fmt: skip
    parser.set_defaults(jobs=os.cpu_count() or 1, no_cache=False)


def run(options: argparse.Namespace) -> int:
    """Run the command: 0 when the file is written. Raises SetupError when there is one, or when nothing can be told."""
    root = Path.cwd()
    there = _configured(root)
    if there and options.ci:
        _told_to_commit(adopt(options, None))
        return CLEAN
    if there:
        raise SetupError(f"{there} configures facingpages already; nothing was written.")
    given = Config(root, options.source, given=frozenset(("source",))) if options.source else Config(root)
    config = detect(root, given)._replace(others=())  # a file describes one tree
    site = discover(config)
    text = as_toml(config, site)
    if options.ci:
        lines = adopt(options, (NAME, text))
    else:
        write(root / NAME, text)
        lines = []
    tell(described(config, site), *uncovered(config, site), f"{NAME}: written")
    _told_to_commit(lines)
    return CLEAN


def _told_to_commit(lines: Sequence[str]) -> None:
    if lines:
        tell("Look at what was written, then:", *(f"  {line}" for line in lines))


def as_toml(config: Config, site: Site) -> str:
    """The text of a configuration file that says what was recognized."""
    begun = [locale for locale in site.locales if site.translations(locale)]
    waiting = [locale for locale in site.locales if locale not in begun]
    lines = [
        f"# {config.layout}. Paths count from the folder of this file.",
        "",
        "# The language that all others are compared with, as its folder or file names call it.",
        f"source = {_value(config.source)}",
        "# The languages to check. Without this line: every folder that is named like a locale.",
        f"locales = {_value(begun)}",
        *([f"# Without a page so far: {', '.join(waiting)}."] if waiting else []),
        "# Where a page lies; {page} may hold slashes.",
        f"pages = {_value(config.pages)}",
    ]
    if config.source_pages:
        lines += [
            "# Where its source lies; {page} never reaches into the folder of a locale.",
            f"source_pages = {_value(config.source_pages)}",
        ]
    lines += ["# commonmark, mkdocs, learn, hugo or mdx.", f"dialect = {_value(config.dialect)}"]
    lines += ["# What makes a site of the pages.", f"generator = {_value(config.generator)}"]
    if config.embedded_source:
        lines += ["# Each page holds its source, in its sxs-lookup spans.", "embedded_source = true"]
    lines.append("# Files to leave alone, written as in a .gitignore file.")
    lines.append(f"exclude = {_value(config.exclude)}" if config.exclude else '# exclude = ["docs/*/drafts/**"]')
    lines += [
        "# Pages that are not meant to be translated.",
        '# source_only = ["reference/**"]',
        "",
        "# A rule or a subject and how much it matters: error, warning, info or off. `facingpages rules` lists them.",
        "# [severity]",
        '# "number" = "off"',
    ]
    return "\n".join(lines) + "\n"


def _configured(root: Path) -> str:
    """The file that configures facingpages in a folder, if there is one."""
    if (root / NAME).exists() or (root / NAME).is_symlink():
        return NAME
    try:
        tools = read_toml(read(root / "pyproject.toml", root_of(root))).get("tool")
    except (OSError, ValueError):
        return ""
    return "pyproject.toml" if isinstance(tools, dict) and "facingpages" in tools else ""


def _value(value: str | Sequence[str]) -> str:
    """A text or a list of texts as TOML: its basic strings are those of JSON, but for U+007F."""
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    items = [_value(item) for item in value]
    line = f"[{', '.join(items)}]"
    return line if len(line) <= 100 else "[\n" + "".join(f"  {item},\n" for item in items) + "]"
