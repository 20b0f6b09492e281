"""What was asked of the tree, and digests of what it said: so that a later run can see that it would be told the same.

Whatever looks at files - opens one, lists a folder, follows a link - is decorated with `witnessed`, and heard by the
`Witness` that is there at the time, if there is one. What it heard is data: questions by name, and digests.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextvars import ContextVar
from functools import wraps
from importlib import import_module
from itertools import islice
from types import TracebackType
from typing import Any, ParamSpec, TypeAlias, TypeVar

from facingpages.hashing import blake2b

MOST = 20_000  # answers that are kept: with more of them, it is sooner found out anew
WHO = ("facingpages.site.opener", "facingpages.site.walk", "facingpages.history")  # has what is witnessed
Question: TypeAlias = tuple[str | int, ...]  # the name of a function, and its arguments, paths as texts
Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")

_present: ContextVar[Witness | None] = ContextVar("witness", default=None)
_known: dict[str, Callable[..., Any]] = {}


class Witness:
    """Hears questions and answers while it is entered, which may be several times.

    Where it is not `sure`, what it heard is not all that counted.
    """

    def __init__(self) -> None:
        self.told: dict[Question, str] = {}
        self.sure = True
        self.deaf = False  # while a question is answered: what is asked on the way is part of the answer
        self._earlier: dict[Question, str] = {}

    def __enter__(self) -> Witness:
        self._before = _present.set(self)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        _present.reset(self._before)

    def hear(self, question: Question, answer: str) -> None:
        """Two answers to one question make a witness unsure; one that is unsure need hear no more."""
        if not self.sure:
            return
        if self.told.setdefault(question, answer) != answer or len(self.told) > MOST:
            self.sure = False
            self.told.clear()

    def heard_since(self, count: int) -> list[tuple[Question, str]] | None:
        """What was heard after so many answers; None where it was too much."""
        return list(islice(self.told.items(), count, None)) if self.sure else None

    def hear_all(self, heard: Iterable[tuple[Question, str]] | None) -> None:
        """What another process heard in this one's place, as of `heard_since`."""
        if heard is None:
            self.sure = False
            self.told.clear()
        for question, answer in heard or ():
            self.hear(question, answer)

    def answer(self, question: Question) -> str | None:
        """What was said to a question in this run, None if it was not asked."""
        found = self.told.get(question)
        if found is None and (found := self._earlier.get(question)) is not None:
            self.hear(question, found)
        return found

    def dump(self) -> dict[str, list[list[str | int]]]:
        """All that was heard, as plain data: by the name of what was asked, arguments and answers."""
        found: dict[str, list[list[str | int]]] = {}
        for (name, *given), answer in self.told.items():
            found.setdefault(str(name), []).append([*given, answer])
        return found

    def agrees(self, heard: Mapping[str, Iterable[list[Any]]]) -> bool:
        """Whether every question that an earlier run asked is answered today as it was then.

        What is found out is known to this run, too: see `answer`.
        """
        before = _present.set(None)  # what is asked on the way is part of the answer
        try:
            for name, rows in heard.items():
                ask, same = _asker(name), True
                for *given, then in rows:
                    now = self._earlier[name, *given] = _answer(ask, given)
                    same = same and now == then != ""
                if not same:
                    return False
        except (AttributeError, TypeError, ValueError):  # no questions
            return False
        finally:
            _present.reset(before)
        return True

    def holds(self, heard: Mapping[str, Iterable[list[Any]]]) -> bool:
        """Whether what was heard is so today, too: what this run has not asked yet is asked now, and is heard."""
        before = _present.set(None)
        try:
            for name, rows in heard.items():
                for *given, then in rows:
                    question = (name, *given)
                    now = self.answer(question)
                    if now is None:
                        now = _answer(_asker(name), given)
                        self.hear(question, now)
                    if now != then or not now:
                        return False
        except (AttributeError, TypeError, ValueError):  # no questions
            return False
        finally:
            _present.reset(before)
        return True


def doubt() -> None:
    """Say that what is found out now can't be told by questions and answers."""
    witness = _present.get()
    if witness is not None:
        witness.sure = False


def present() -> Witness | None:
    """Who hears what is asked now."""
    return _present.get()


def witnessed(told: Callable[[Any], str | bytes]) -> Callable[[Callable[Asked, Answer]], Callable[Asked, Answer]]:
    """Let a function that looks at the tree be heard.

    It takes paths, which may be texts, and numbers, each at its place; `told` gives its answer in full.
    """

    def heard(ask: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
        name = f"{ask.__module__}.{ask.__qualname__}"

        @wraps(ask)
        def answer(*given: Asked.args, **named: Asked.kwargs) -> Answer:
            witness = _present.get()
            if witness is None or witness.deaf:
                return ask(*given, **named)
            question = (name, *map(_plain, given), *map(_plain, named.values()))
            witness.deaf = True
            try:
                found = ask(*given, **named)
                witness.hear(question, digest(told(found)))
            except OSError as error:
                witness.hear(question, _refusal(error))
                raise
            finally:
                witness.deaf = False
            return found

        again: Callable[..., Any] = ask
        _known[name] = lambda given: digest(told(again(*given)))
        return answer

    return heard


def digest(content: str | bytes) -> str:
    """A short name of a content."""
    raw = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    return blake2b(raw, digest_size=24).hexdigest()


def _plain(one: object) -> str | int:
    """What is given to a question: a path as a text."""
    return one if isinstance(one, (str, int)) else str(one)


def _refusal(error: OSError) -> str:
    return f"{error.errno} {error.strerror}"


def _asker(name: str) -> Callable[[list[Any]], str] | None:
    """What answers a question of that name; nothing is imported but what is known to have some."""
    module = name.rpartition(".")[0]
    if name not in _known and module in WHO:
        import_module(module)
    return _known.get(name)


def _answer(ask: Callable[[list[Any]], str] | None, given: list[Any]) -> str:
    """What is said today; nothing where it can't be told."""
    if ask is None:
        return ""
    try:
        return ask(given)
    except OSError as error:
        return _refusal(error)
    except Exception:  # whatever it is that was not so before, it is not as it was
        return ""
