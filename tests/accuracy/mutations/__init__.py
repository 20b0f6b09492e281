"""All kinds of planted edits; importing the package registers them."""

from tests.accuracy.kinds import KINDS
from tests.accuracy.mutations import (
    apart,
    code,
    containers,
    harmless_blocks,
    harmless_markup,
    harmless_values,
    harmless_wording,
    labels,
    link_signs,
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
    "apart",
    "code",
    "containers",
    "harmless_blocks",
    "harmless_markup",
    "harmless_values",
    "harmless_wording",
    "labels",
    "link_signs",
    "links",
    "literals",
    "metadata",
    "numbers",
    "order",
    "pages",
    "steps",
    "text",
]
