"""The configuration: what `[tool.facingpages]` or `facingpages.toml` may say, and what is wrong with one."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from facingpages.datafile import read_toml
from facingpages.document import DialectName
from facingpages.errors import SetupError as SetupError
from facingpages.finding import Severity
from facingpages.late import late
from facingpages.nearest import suggestion
from facingpages.option import Option, table
from facingpages.read.dialects import DIALECTS
from facingpages.site.opener import is_there, read, read_named, real, root_of
from facingpages.tuples import NamedTuple

KEYS = {
    option.name: option
    for option in (
        Option("source", "text", "The locale that is translated from.", "en"),
        Option(
            "locales", "texts", "The locales that are translated into. Absent: every folder that matches.", [],
            right='a list of texts, for example locales = ["lv", "bg"]',
        ),
        Option(
            "pages", "texts", "Where a page lives: `{locale}` and `{page}` stand for its locale and its name.", [],
            pattern=r"\{page\}", right='a list of texts, for example pages = ["docs/{locale}/{page}.md"]',
        ),
        Option(
            "source_pages", "texts", "Where the pages of the source live, if they do not follow `pages`.", [],
            pattern=r"\{page\}",
        ),
        Option("dialect", "text", "The Markdown the pages are written in.", "commonmark", values=tuple(DIALECTS)),
        Option("exclude", "texts", "Files that are no pages, as patterns.", []),
        Option("source_only", "texts", "Pages that are not meant to be translated, as patterns.", []),
        Option("embedded_source", "flag", "Whether each page holds its own source (Learn's bilingual files).", False),
        Option("generator", "text", "What makes a site of the pages; by default what its files tell.", ""),
        Option("severity", "table", "What a rule's findings, or a subject's, count as.", {}),
        Option("rule", "table", "Options of single rules.", {}),
    )
}  # fmt: skip
LEVELS = tuple(level.value for level in Severity)
Subjects = Mapping[str, Sequence[Option]]
"""Every rule, and each leading part of its id, with the options that the configuration may hold for it."""

LOCALE = late(r"\w[\w@.+-]*")  # it names a folder or ends a file's name, and stands in every report
FIELD = late(r"[{*]")
PROJECT = "pyproject.toml"
NAMES = ("facingpages.toml", PROJECT)  # where a configuration lies that none names
MAX_BYTES = 1_000_000
MOST, MOST_STARS, LONGEST = 1_000, 40, 1_000  # patterns, and what each may hold: it is held against every file


def unread(file: Path, error: OSError, more: str = "") -> SetupError:
    """What is said of a file that the user named and that can't be read; `more` says what to do."""
    return SetupError(f"{file}: can't be read: {error.strerror}{more}.")


class Config(NamedTuple):
    """A checked configuration.

    `root` is the folder that all patterns are relative to, `origin` the name of the file it comes from, `layout` what
    was recognized where the places of pages are not written down, `given` the keys that are. `generator` is the name of
    what publishes the site, of those in `generators`; empty where nobody looked yet. `others` are further trees of
    pages that were recognized beside the first, each with its own dialect and generator.
    """

    root: Path
    source: str = "en"
    locales: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    source_pages: tuple[str, ...] = ()
    dialect: DialectName = "commonmark"
    exclude: tuple[str, ...] = ()
    source_only: tuple[str, ...] = ()
    embedded_source: bool = False
    generator: str = ""
    severity: Mapping[str, Severity] = MappingProxyType({})
    rule: Mapping[str, Mapping[str, Any]] = MappingProxyType({})
    origin: str = ""
    layout: str = ""
    given: frozenset[str] = frozenset()
    others: tuple[Config, ...] = ()

    @property
    def trees(self) -> tuple[Config, ...]:
        """What is said of each tree of pages, as if it were the only one."""
        return (self._replace(others=()), *self.others)

    def at(self, path: str) -> Config:
        """What is said of the tree that a file lies in: of those that lead to it, the one whose folder is deepest."""
        return (self, *self.others)[self.tree_at(path)]

    def tree_at(self, path: str) -> int:
        """The place of that among all trees."""
        if not self.others:
            return 0
        reach = [tree._reach(path) for tree in (self, *self.others)]
        return reach.index(max(reach))

    def _reach(self, path: str) -> int:
        """How much of a path its patterns begin with; -1: no pattern begins as the path does."""
        leads = (FIELD.split(pattern, maxsplit=1)[0] for pattern in (*self.pages, *self.source_pages))
        return max((len(lead) for lead in leads if path.startswith(lead)), default=-1)

    @property
    def explicit(self) -> bool:
        """Whether the places of pages were written down by the user, not recognized."""
        return not self.layout

    @property
    def alone(self) -> bool:
        """Whether the site is in one language, so that its links can be checked and nothing else."""
        return bool(self.pages) and not any("{locale}" in pattern for pattern in self.pages)


Reading = Callable[[Path], bytes | None]


def load(
    root: Path, file: Path | None, rules: Subjects, reading: Reading | None = None, *, alone: bool = False
) -> Config | None:
    """The configuration in a named file, else in `facingpages.toml` or `pyproject.toml` of `root`, or None.

    `rules` are the known rule ids and their leading parts, each with its options. `reading` gives the files as they are
    elsewhere, at a revision of git; None for one that is not there. `alone`: the site may be in one language. Raises
    SetupError.
    """
    if file is not None:
        content = _bytes(file, None) if reading is None else reading(file)
        if content is None:
            raise SetupError(f"{file}: there is no such file at that revision.")
        return _checked(file, content, rules, alone=alone)
    limit = root_of(root)
    for name in NAMES:
        if reading is not None:
            content = reading(root / name)
        else:
            content = _bytes(root / name, limit) if is_there(root / name) else None
        if content is not None and (name != PROJECT or _own_table(name, content) is not None):
            return _checked(root / name, content, rules, alone=alone)
    return None


def _bytes(file: Path, limit: Path | None) -> bytes:
    """A configuration as it is written; without a `limit` it was named on the command line and may lie anywhere."""
    try:
        return read_named(file, MAX_BYTES) if limit is None else read(file, limit, MAX_BYTES)
    except OSError as error:
        raise unread(file, error) from None


def _checked(file: Path, content: bytes, rules: Subjects, *, alone: bool) -> Config:
    """The configuration that a file holds. Raises SetupError."""
    name = file.name
    table = _own_table(name, content) or {} if name == PROJECT else _toml(name, content)
    for key, value in table.items():
        if key not in KEYS:
            raise SetupError(f'{name}: unknown key "{key}"{suggestion(key, KEYS)}; known keys: {", ".join(KEYS)}.')
        _type(name, key, value, KEYS[key])
    dialect = table.get("dialect", "commonmark")
    if dialect not in DIALECTS:
        raise SetupError(f'{name}: dialect = "{dialect}" is not known; it is one of {", ".join(DIALECTS)}.')
    pages, sources = tuple(table.get("pages", ())), tuple(table.get("source_pages", ()))
    for key in ("pages", "source_pages", "exclude", "source_only"):
        if len(table.get(key, ())) > MOST:
            raise SetupError(
                f"{name}: {key}: at most {MOST} patterns can be given; put what belongs together into one."
            )
    alone = alone and not sources and not any("{locale}" in pattern for pattern in pages)
    for key, patterns in (("pages", pages), ("source_pages", sources)):
        for pattern in patterns:
            _pattern(name, key, pattern, ("{page}",) if alone or key != "pages" else ("{page}", "{locale}"))
    if sources and not pages:
        raise SetupError(f"{name}: source_pages says where sources lie; pages is needed, too.")
    source, locales = table.get("source", "en"), tuple(table.get("locales", ()))
    _locales(name, source, locales)
    return Config(
        real(file).parent, source, locales, pages, sources, dialect, tuple(table.get("exclude", ())),
        tuple(table.get("source_only", ())), table.get("embedded_source", False),
        table.get("generator", ""), _severities(name, table.get("severity", {}), rules),
        _options(name, table.get("rule", {}), rules), name, given=frozenset(table),
    )  # fmt: skip


def _pattern(name: str, key: str, pattern: str, fields: tuple[str, ...]) -> None:
    example = '"docs/{locale}/{page}.md"' if key == "pages" else '"docs/{page}.md"'
    for part in fields:
        if part not in pattern:
            raise SetupError(f'{name}: {key}: "{pattern}" has no {part}; for example {example}.')
    unknown = sorted(set(re.findall(r"\{[^{}]*\}?", pattern)) - {"{page}", "{locale}"})
    if unknown:
        raise SetupError(f'{name}: {key}: "{pattern}" holds {unknown[0]}; the fields are {{locale}} and {{page}}.')
    if len(re.findall(r"\*+", pattern)) > 1 and any(pattern.count(part) > 1 for part in fields):
        raise SetupError(
            f'{name}: {key}: "{pattern}" names a field twice and has several *; it can have only one of them.'
        )
    if len(pattern) > LONGEST or pattern.count("*") > MOST_STARS:
        raise SetupError(
            f"{name}: {key}: a pattern has at most {LONGEST} characters and {MOST_STARS} *; for example {example}."
        )
    if "\0" in pattern:
        raise SetupError(f"{name}: {key}: {pattern!a} holds a NUL character, and no path does.")
    if "\\" in pattern:
        raise SetupError(f'{name}: {key}: "{pattern}": write paths with slashes, for example {example}.')
    if pattern.startswith("/") or ".." in pattern.split("/"):
        raise SetupError(f'{name}: {key}: "{pattern}" leaves the folder of the configuration; use a path below it.')


def _locales(name: str, source: str, locales: tuple[str, ...]) -> None:
    for locale in (source, *locales):
        if LOCALE.fullmatch(locale) is None:
            example = 'write it as its folder is called, for example "lv" or "pt-br"'
            raise SetupError(f'{name}: "{locale}" is no locale; {example}.')
    if source in locales:
        raise SetupError(f'{name}: locales holds the source locale "{source}"; name the target locales only.')
    twice = [locale for locale in locales if locales.count(locale) > 1]
    if twice:
        raise SetupError(f'{name}: locales names "{twice[0]}" twice; once is right.')


def _own_table(name: str, content: bytes) -> dict[str, Any] | None:
    """`[tool.facingpages]` of a pyproject.toml, or None."""
    tools = _toml(name, content).get("tool", {})
    table = tools.get("facingpages") if isinstance(tools, dict) else None
    if table is not None and not isinstance(table, dict):
        raise SetupError(f"{name}: tool.facingpages must be a table, [tool.facingpages]; it is {_kind(table)}.")
    return table


def _toml(name: str, content: bytes) -> dict[str, Any]:
    try:
        return read_toml(content)
    except ValueError as error:
        raise SetupError(f"{name}: not valid TOML: {error}.") from None


def _type(name: str, key: str, value: object, option: Option) -> None:
    if not option._replace(values=(), pattern="").accepts(value):  # what a text must be is told by itself
        raise SetupError(f"{name}: {key} must be {option.wanted}; it is {_kind(value)}.")


def _kind(value: object) -> str:
    kinds: dict[type, str] = {str: "a text", list: "a list", dict: "a table", bool: "true or false"}
    kinds |= {int: "a number", float: "a number"}
    return kinds.get(type(value), type(value).__name__)


def _severities(name: str, table: Mapping[str, Any], rules: Subjects) -> dict[str, Severity]:
    found: dict[str, Severity] = {}
    for rule, value in table.items():
        _rule(name, "severity", rule, rules)
        try:
            found[rule] = Severity(value)
        except ValueError:
            levels = "it is one of error, warning, info, off"
            raise SetupError(f'{name}: severity: "{rule}" = "{value}"; {levels}.') from None
    return found


def _options(name: str, tables: Mapping[str, Any], rules: Subjects) -> dict[str, Mapping[str, Any]]:
    for rule, options in tables.items():
        _rule(name, "rule", rule, rules)
        if not isinstance(options, dict):
            raise SetupError(f"{name}: rule.{rule} must be a table of that rule's options.")
        known = {option.name: option for option in rules[rule]}
        for key, value in options.items():
            if key not in known:
                others = ", ".join(other for other, have in rules.items() if have)
                right = f"it has {', '.join(known)}" if known else f"only these have any: {others}"
                raise SetupError(f'{name}: rule.{rule}: there is no option "{key}"; {right}.')
            if not known[key].accepts(value):
                raise SetupError(f"{name}: rule.{rule}.{key} must be {known[key].wanted}.")
    return dict(tables)


def schema(rules: Subjects) -> dict[str, Any]:
    """The JSON Schema of a configuration: of `facingpages.toml`, or of the table `tool.facingpages`."""
    whole = table(tuple(KEYS.values()))
    whole["properties"]["severity"] |= {
        "propertyNames": {"enum": sorted(rules)}, "additionalProperties": {"enum": list(LEVELS)},
    }  # fmt: skip
    tables = {rule: table(options) for rule, options in sorted(rules.items()) if options}
    whole["properties"]["rule"] |= {"properties": tables, "additionalProperties": False}
    return {"$schema": "http://json-schema.org/draft-07/schema#", "title": "facingpages", **whole}


def _rule(name: str, key: str, rule: str, rules: Subjects) -> None:
    if rule not in rules:
        more = f"{suggestion(rule, rules)}; `facingpages rules` lists them"
        raise SetupError(f'{name}: {key}: there is no rule "{rule}"{more}.')
