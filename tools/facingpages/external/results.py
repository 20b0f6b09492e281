"""Answers of other sites, kept in a file with the time they were given, so that they are asked rarely."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from facingpages.config import unread
from facingpages.safe import to_json
from facingpages.site.opener import read_named
from facingpages.writing import write

VERSION = 1
MAX_BYTES = 200_000_000
SHORT = 0.25  # the part of `days` that a bad answer is good for


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one address.

    `verdict` is there, gone, unasked (could not be asked: nothing is known) or refused (a private address). `detail`
    says why in words. `moved` is the address it has moved to for good. `fragments` tells which of those that were
    looked for are there. `asked` is the time in seconds since 1970.
    """

    verdict: str
    status: int = 0
    detail: str = ""
    moved: str = ""
    fragments: Mapping[str, bool] = field(default_factory=dict)
    asked: float = 0.0


class Results:
    """Answers by address, read from a file and written back. A file that can't be understood is begun anew."""

    def __init__(self, file: Path | None, days: float) -> None:
        self.file = file
        self.seconds = days * 86_400
        self.answers: dict[str, Answer] = {}
        if file is not None:
            self._read(file)

    def _read(self, file: Path) -> None:
        try:
            data = json.loads(read_named(file, MAX_BYTES))
        except FileNotFoundError:
            return
        except OSError as error:
            raise unread(file, error) from None
        except (ValueError, RecursionError):
            return
        if not isinstance(data, dict) or data.get("version") != VERSION or not isinstance(data.get("answers"), dict):
            return
        for address, entry in data["answers"].items():
            answer = _answer(entry)
            if answer is not None:
                self.answers[address] = answer

    def fresh(self, address: str, fragments: frozenset[str], now: float) -> Answer | None:
        """A remembered answer that is still good and tells all that is wanted."""
        answer = self.answers.get(address)
        if answer is None or answer.verdict == "unasked":
            return None
        good = self.seconds if answer.verdict == "there" else self.seconds * SHORT
        if not 0 <= now - answer.asked < good:
            return None
        return answer if answer.verdict != "there" or fragments <= answer.fragments.keys() else None

    def keep(self, address: str, answer: Answer) -> None:
        """Remember an answer. That a site could not be asked is no answer."""
        if answer.verdict != "unasked":
            self.answers[address] = answer

    def save(self) -> None:
        """Write the file at once. Raises SetupError when that fails."""
        if self.file is None:
            return
        answers = {address: asdict(answer) for address, answer in sorted(self.answers.items())}
        write(self.file, to_json({"version": VERSION, "answers": answers}) + "\n")


def _answer(entry: Any) -> Answer | None:
    if not isinstance(entry, dict) or entry.get("verdict") not in ("there", "gone", "refused"):
        return None
    fragments = entry.get("fragments")
    try:
        return Answer(
            entry["verdict"],
            int(entry.get("status", 0)),
            str(entry.get("detail", "")),
            str(entry.get("moved", "")),
            {str(name): bool(value) for name, value in fragments.items()} if isinstance(fragments, dict) else {},
            float(entry.get("asked", 0.0)),
        )
    except (TypeError, ValueError):
        return None
