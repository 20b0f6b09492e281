"""What a site says of its languages: which words of one render which of another, learnt from its own pages."""

from __future__ import annotations

from facingpages.lexicon.asked import HeardLexicon, question, question_of_places, tells_the_same, told_of
from facingpages.lexicon.cover import Cover, cover_of
from facingpages.lexicon.lost import lost_sentences
from facingpages.lexicon.meaning import Meaning, Said, share_found, share_rendered, vouched
from facingpages.lexicon.questions import (
    ACROSS,
    NEIGHBOURS,
    crossed,
    exchanged,
    likelier,
    may_render,
    mostly_rendered,
    not_rendered,
    says_little,
    swapped_neighbours,
)
from facingpages.lexicon.told import told_words
from facingpages.lexicon.words import UNIT, Lexicon

__all__ = [
    "ACROSS",
    "NEIGHBOURS",
    "UNIT",
    "Cover",
    "HeardLexicon",
    "Lexicon",
    "Meaning",
    "Said",
    "cover_of",
    "crossed",
    "exchanged",
    "likelier",
    "lost_sentences",
    "may_render",
    "mostly_rendered",
    "not_rendered",
    "question",
    "question_of_places",
    "says_little",
    "share_found",
    "share_rendered",
    "swapped_neighbours",
    "tells_the_same",
    "told_of",
    "told_words",
    "vouched",
]
