"""What may stand for a marker that was lost, found once for all that a block lost."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from facingpages.rules.marker_kinds import Kind, Mark, marks_of

Where = tuple[int, int, str]  # a place of the translation, and what stands there


class MarkPlaces:
    """The markers of a kind on both sides of a bead: where each side begins, and what is written there."""

    def __init__(self, kind: Kind, source: tuple[int, bytes], target: tuple[int, bytes]) -> None:
        self.kind = kind
        self._source, self._target = source, target
        self._here = marks_of(kind, *target)

    @cached_property
    def new(self) -> Mark | None:
        """The first of the translation that the source has not."""
        there = {other.text for other in marks_of(self.kind, *self._source)}
        return next((other for other in self._here if other.text not in there), None)

    def loose(self, text: str) -> Where | None:
        """The first place that looks like a damaged marker, and not as the source has one, unless it is just this one."""
        own, unknown = self._places.get(text), self._unknown
        found = [at for at in (own, unknown) if at is not None]
        if not found:
            return None
        first, last, shown = self._damaged[min(found)][0]
        return first, last, self._beside(first, last) if shown == text else shown

    def _beside(self, first: int, last: int) -> str:
        """A mark with a sign of its line on either side: one of them is what damages it, for it is written as it should be."""
        start, written = self._target
        before, mark, after = (
            part.decode("utf-8", "replace")
            for part in (written[: first - start], written[first - start : last - start], written[last - start :])
        )
        return f"{before.rpartition(chr(10))[2][-1:]}{mark}{after.partition(chr(10))[0][:1]}"

    @cached_property
    def _damaged(self) -> Sequence[tuple[Where, bytes]]:
        """What looks like a damaged marker, and is none that is whole."""
        if self.kind.loose is None:
            return ()
        found: list[tuple[Where, bytes]] = []
        start, written = self._target
        whole = iter([*self._here, None])
        mark = next(whole)
        for match in self.kind.loose.finditer(written):
            first, last = start + match.start(), start + match.end()
            while mark is not None and mark.end <= first:
                mark = next(whole)
            if mark is None or mark.start >= last:
                found.append(((first, last, match.group().decode("utf-8", "replace")), match.group()))
        return found

    @cached_property
    def _places(self) -> dict[str, int]:
        return {text: at for at, ((_, _, text), _) in reversed([*enumerate(self._damaged)])}

    @cached_property
    def _unknown(self) -> int | None:
        """The first that the source has not."""
        if self.kind.loose is None:
            return None
        known = set(self.kind.loose.findall(self._source[1]))
        return next((at for at, (_, written) in enumerate(self._damaged) if written not in known), None)
