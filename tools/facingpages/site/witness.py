"""What was asked of the tree, and a digest of what it said: so that a later run can see that it would be told the same.

Whatever looks at files - opens one, lists a folder, follows a link - is decorated with `witnessed`, and heard by the
`Witness` that is there at the time, if there is one. A witness is data: questions by name, and digests.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from contextvars import ContextVar
from functools import wraps
from pathlib import Path
from types import TracebackType
from typing import Any, ParamSpec, TypeAlias, TypeVar

MOST = 20_000  # answers that are kept: with more of them, it is sooner found out anew
Question: TypeAlias = tuple[str | int, ...]  # the name of a function, and its arguments, paths as texts
Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")

_present: ContextVar[Witness | None] = ContextVar("witness", default=None)
_known: dict[str, Callable[..., Any]] = {}


class Witness:
    """Hears questions and answers while it is entered, which may be several times."""

    def __init__(self, told: Iterable[tuple[Question, str]] = ()) -> None:
        self.told: dict[Question, str] = dict(told)
        self.sure = True
        self.deaf = False  # while a question is answered: what is asked on the way is part of the answer

    def __enter__(self) -> None:
        self._before = _present.set(self)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        _present.reset(self._before)

    def hear(self, question: Question, answer: str) -> None:
        """Two answers to one question make a witness unsure."""
        if self.told.setdefault(question, answer) != answer or len(self.told) > MOST:
            self.sure = False

    def agrees(self) -> bool:
        """Whether every question is answered today as it was then."""
        today = Witness()
        for (name, *given), answer in self.told.items():
            ask = _known.get(str(name))
            if ask is None:
                return False
            try:
                with today:
                    ask(*(Path(one) if isinstance(one, str) else one for one in given))
            except (OSError, ValueError):
                pass  # which was heard, too
            if today.told.get((name, *given)) != answer:
                return False
        return today.sure


def doubt() -> None:
    """Say that what is found out now can't be told by questions and answers."""
    witness = _present.get()
    if witness is not None:
        witness.sure = False


def witnessed(told: Callable[[Any], str | bytes]) -> Callable[[Callable[Asked, Answer]], Callable[Asked, Answer]]:
    """Let a function that looks at the tree be heard. It takes paths and numbers; `told` gives its answer in full."""

    def heard(ask: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
        name = f"{ask.__module__}.{ask.__qualname__}"

        @wraps(ask)
        def answer(*given: Asked.args, **named: Asked.kwargs) -> Answer:
            witness = _present.get()
            if witness is None or witness.deaf:
                return ask(*given, **named)
            question = (name, *(one if isinstance(one, int) else str(one) for one in (*given, *named.values())))
            witness.deaf = True
            try:
                found = ask(*given, **named)
            except OSError as error:
                witness.hear(question, f"{error.errno} {error.strerror}")
                raise
            finally:
                witness.deaf = False
            witness.hear(question, digest(told(found)))
            return found

        _known[name] = answer
        return answer

    return heard


def digest(content: str | bytes) -> str:
    """A short name of a content."""
    raw = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    return hashlib.blake2b(raw, digest_size=24).hexdigest()
