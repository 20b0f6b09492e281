"""How a bilingual page marks a sentence."""

from __future__ import annotations


def segment(name: str, target: str, source: str) -> str:
    """A sentence in two languages, as bilingual pages hold it."""
    return (
        f'<span data-ttu-id="{name}">{target}</span>'
        f'<span class="sxs-lookup"><span data-stu-id="{name}">{source}</span></span>'
    )
