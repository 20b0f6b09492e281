"""What a site says of its languages: which words of one render which of another, learnt from its own pages."""

from __future__ import annotations

from facingpages.lexicon.cover import Cover
from facingpages.lexicon.meaning import Meaning, Said, renders, share_rendered, vouched
from facingpages.lexicon.words import UNIT, Lexicon

__all__ = ["UNIT", "Cover", "Lexicon", "Meaning", "Said", "renders", "share_rendered", "vouched"]
