"""Pages that carry their source inside: ``sxs-lookup`` spans, as Microsoft Learn publishes them.

The marks of a segment are folded into single private characters, so that edits see the translation alone; unfolding
puts them back. An edit that would change the source as well is no defect and is dropped.
"""

import re
from dataclasses import dataclass, field
from typing import Self

from tests.accuracy.page import Page
from tests.accuracy.pairs import Mutation, Pair

SEGMENT = re.compile(
    r'(?P<open><span data-ttu-id="[^"]*">)(?P<target>[^\n]*?)'
    r'(?P<close></span><span class="sxs-lookup"><span data-stu-id="[^"]*">(?P<source>[^\n]*?)</span></span>)'
)
FIRST = 0xF0000  # Supplementary Private Use Area-A: not used by any script


def source_of(text: str) -> str:
    """The source that a bilingual page carries."""
    return SEGMENT.sub(lambda match: match["source"], text)


@dataclass
class BilingualPair(Pair):
    """A bilingual page read as two."""

    whole: str = ""
    folded: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str, locale: str, name: str) -> Self:
        folded: dict[str, str] = {}

        def fold(match: re.Match[str]) -> str:
            marks = (chr(FIRST + len(folded)), chr(FIRST + len(folded) + 1))
            folded.update(zip(marks, (match["open"], match["close"]), strict=True))
            return f"{marks[0]}{match['target']}{marks[1]}"

        target = SEGMENT.sub(fold, text.replace("\r\n", "\n"))
        return cls(Page(target, locale, name), Page(source_of(text)), text.replace("\r\n", "\n"), folded)

    def published(self, mutation: Mutation) -> Mutation | None:
        """The mutation unfolded; ``None`` where it reaches beyond the translation."""
        text = "".join(self.folded.get(char, char) for char in mutation.text)
        if text == self.whole or source_of(text) != source_of(self.whole):
            return None
        return Mutation(text, mutation.places, None)
