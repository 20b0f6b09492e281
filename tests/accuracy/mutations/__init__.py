"""All kinds of planted edits; importing the package registers them."""

from tests.accuracy.kinds import KINDS
from tests.accuracy.mutations import (
    code,
    containers,
    facts,
    harmless_markup,
    harmless_wording,
    labels,
    links,
    metadata,
    pages,
    steps,
    text,
)

__all__ = [
    "KINDS",
    "code",
    "containers",
    "facts",
    "harmless_markup",
    "harmless_wording",
    "labels",
    "links",
    "metadata",
    "pages",
    "steps",
    "text",
]
