"""Who or what made a translation: names of people behind the text, a notice above it. No source has them."""

from __future__ import annotations

from collections.abc import Sequence

from facingpages.document import OBJECT, Block
from facingpages.languages import language
from facingpages.languages.spoken import is_by_translator, tells_of_translation
from facingpages.late import late
from facingpages.rules.base import Pair

# A person's page: a site and one name, or an address of mail.
PROFILE = late(r"https?://(?:www\.)?[\w.-]+\.\w{2,}(?:/(?:@|in/|people/)?[\w.-]+)?/?|mailto:\S+")
ENDING = late(r"(?:/?(?:index|_index|README))?(?:\.mdx?|/)?$")
EDGE = 3  # blocks from the beginning or the end of a page where it may say how it was made
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


def is_of_translation(pair: Pair, block: Block) -> bool:
    """Whether a block tells of the translation itself: a note of who made it, or a notice at the edge of the page.

    The notice says that the page was translated, or leads to its source. What stands behind all that the source has
    stands at the edge, however much more follows: a list of those who helped. The note names a person who has a page.
    """
    own = language(pair.locale)
    if is_by_translator(own, block.text):
        return True
    told = tells_of_translation(own, block.text)
    if told and any(PROFILE.fullmatch(link.target) for link in block.links):
        return True
    last = max((bead.target[-1].index for bead in pair.aligned), default=-1)
    if EDGE <= block.index < min(len(pair.target.blocks) - EDGE, last + 1):
        return False
    path = ENDING.sub("", pair.source.path)
    leads = any(_is_at(path, ENDING.sub("", link.target.partition("#")[0].strip("/."))) for link in block.links)
    return leads or told


def _is_at(path: str, target: str) -> bool:
    """Whether an address ends with a page's path, or is the end of it."""
    return bool(target) and (f"/{path}".endswith(f"/{target}") or f"/{target}".endswith(f"/{path}"))
