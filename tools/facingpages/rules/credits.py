"""Who made a translation: names of people that a translator adds behind the text, which no source has."""

from __future__ import annotations

from collections.abc import Sequence

from facingpages.document import OBJECT, Block
from facingpages.late import late

# A person's page: a site and one name, or an address of mail.
PROFILE = late(r"https?://(?:www\.)?[\w.-]+\.\w{2,}(?:/(?:@|in/|people/)?[\w.-]+)?/?|mailto:\S+")
BESIDE = 3  # words beside each name: what he or she did


def are_credits(blocks: Sequence[Block]) -> bool:
    """Whether some blocks, without the heading above them, are names of people who have a page, and little else."""
    rest = [block for block in blocks if block.kind != "heading"]
    links = [link for block in rest for link in block.links]
    if not links or not all(PROFILE.fullmatch(link.target) for link in links):
        return False
    text = " ".join(block.text for block in rest)
    for link in links:
        text = text.replace(link.text, " ", 1)
    return len(text.replace(OBJECT, " ").split()) <= BESIDE * len(links)
