"""What a site says of its languages: which words of one render which of another, learnt from its own pages."""

from __future__ import annotations

from facingpages.lexicon.asked import HeardLexicon, question, question_of_places, tells_the_same, told_of
from facingpages.lexicon.cover import Cover
from facingpages.lexicon.meaning import Meaning, Said, renders, share_rendered, vouched
from facingpages.lexicon.questions import crossed, mostly_rendered
from facingpages.lexicon.words import UNIT, Lexicon

__all__ = [
    "UNIT",
    "Cover",
    "HeardLexicon",
    "Lexicon",
    "Meaning",
    "Said",
    "crossed",
    "mostly_rendered",
    "question",
    "question_of_places",
    "renders",
    "share_rendered",
    "tells_the_same",
    "told_of",
    "vouched",
]  # fmt: skip
