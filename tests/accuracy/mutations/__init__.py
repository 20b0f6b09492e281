"""All kinds of planted edits; importing the package registers them."""

from tests.accuracy.kinds import KINDS
from tests.accuracy.mutations import (
    code,
    containers,
    harmless_blocks,
    harmless_markup,
    harmless_wording,
    labels,
    links,
    literals,
    metadata,
    numbers,
    order,
    pages,
    steps,
    text,
)

__all__ = [
    "KINDS",
    "code",
    "containers",
    "harmless_blocks",
    "harmless_markup",
    "harmless_wording",
    "labels",
    "links",
    "literals",
    "metadata",
    "numbers",
    "order",
    "pages",
    "steps",
    "text",
]
