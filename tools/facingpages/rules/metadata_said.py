"""What the rules about front matter say."""

from __future__ import annotations

from facingpages.rules.rule import ERROR, INFO, WARNING, Rule

SYNTAX = Rule(
    "metadata-syntax",
    ERROR,
    "The front matter can't be read.",
    {
        "none": 'This opens no front matter, so its keys are text; in the source "{mark}" stands alone in the first line.',
        "open": 'The front matter is opened here and never closed with "{mark}".',
        "long": "The front matter is longer than {limit} bytes.",
        "deep": "The front matter is nested deeper than {limit} levels.",
        "yaml": "The front matter is not valid YAML: {problem}.",
        "toml": "The front matter is not valid TOML: {problem}.",
        "shape": "The front matter is not a mapping of keys to values.",
        "many": "The front matter holds more than {limit} values; what follows them is not compared.",
    },
)
DUPLICATE = Rule(
    "metadata-duplicate",
    ERROR,
    "A key stands twice in the front matter.",
    {"twice": 'The key "{key}" stands twice in the front matter, first in line {line}.'},
)
MISSING = Rule(
    "metadata-missing",
    WARNING,
    "A key of the source's front matter is missing, or an item under one.",
    {
        "missing": 'The key "{there}" of the source\'s front matter is missing.',
        "empty": 'The key "{there}" is empty; the source has a value.',
        "items": 'Items under "{there}": {here}; in the source: {count}.',
    },
    origin="source key",
)
KEY = Rule(
    "metadata-key",
    ERROR,
    "A key of the front matter was translated.",
    {"changed": 'The key "{here}" of the front matter is "{there}" in the source.'},
    origin="source key",
)
CHANGED = Rule(
    "metadata-changed",
    WARNING,
    "A value that a program reads differs from the source's.",
    {"changed": 'The value of "{key}" is "{here}"; in the source it is "{there}".'},
    origin="source key",
)
UNTRANSLATED = Rule(
    "metadata-untranslated",
    INFO,
    "A title or description is still in the source's language.",
    {"same": 'The {key} is still in the source\'s language: "{text}"'},
    origin="source key",
)
LOCALE = Rule(
    "metadata-locale",
    ERROR,
    "The page's own locale key names another locale than the folder it lies in.",
    {"named": 'The key "{key}" names the locale "{here}"; the page lies in "{there}".'},
)
