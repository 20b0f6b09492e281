"""What a site's dead links were most likely meant to lead to, remembered: names are compared once for that."""

from __future__ import annotations

from facingpages.hashing import blake2b
from facingpages.nearest import Answers, Names
from facingpages.program import SIZE, program
from facingpages.store import Store, Stored

MOST = 3_000  # answers that are kept of the same names


class Guesses:
    """The guesses of a run: those that were made among the same names before, and new ones, which `write` keeps."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.base = b"guesses" + program()
        self._known: dict[bytes, tuple[int, Answers]] = {}

    def recall(self, names: Names) -> Answers:
        """Those among some names."""
        told = "\0".join(names.names).encode("utf-8", "surrogatepass")
        key = blake2b(told, digest_size=SIZE).digest()
        if key not in self._known:
            answers = _answers(self.store.get(key, self.base))
            self._known[key] = len(answers), answers
        return self._known[key][1]

    def write(self) -> None:
        """Keep what is new."""
        new = [(key, found) for key, (count, found) in self._known.items() if count < len(found) <= MOST]
        if new:
            self.store.put([Stored.of(key, self.base, found) for key, found in new])


def _answers(value: object) -> Answers:
    """Answers from plain data; none from any other."""
    try:
        return {str(name): (str(found), bool(dear)) for name, (found, dear) in dict(value or {}).items()}  # type: ignore[call-overload]
    except (TypeError, ValueError):
        return {}
