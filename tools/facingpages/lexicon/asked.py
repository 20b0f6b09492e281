"""What a page asked of a lexicon and was told: where another lexicon tells it the same, its result is the same.

An edit of a page that is learnt from changes a little of all that was learnt, and hardly anything of what that says of
other pages. So results are remembered with questions and answers, as `site.witness` has them of the tree. Functions of
a lexicon and some texts are questions if they are decorated with `question`; who looks into the tables of a lexicon by
another way asks for all of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeAlias, TypeVar

from facingpages.lexicon.tokens import words
from facingpages.lexicon.words import Lexicon, Table, Way

Given = ParamSpec("Given")
Answer = TypeVar("Answer")
Asking: TypeAlias = Callable[Concatenate[Lexicon, Given], Answer]
_known: dict[str, Callable[..., Any]] = {}


class HeardLexicon(Lexicon):
    """A lexicon that hears what it is asked."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._whole = False
        self._told: list[tuple[str, Any, tuple[str | int, ...], bool]] = []

    @property
    def forward(self) -> Table:
        """As every lexicon has it."""
        self._whole = True
        return self._lexicon.forward

    @property
    def backward(self) -> Table:
        """As every lexicon has it."""
        self._whole = True
        return self._lexicon.backward

    @property
    def ways(self) -> tuple[Way, Way]:
        """As every lexicon has it."""
        self._whole = True
        return self._lexicon.ways

    def hear(self, ask: Callable[..., Answer], given: tuple[str | int, ...], verbatim: bool) -> Answer:
        """The answer to a question, of which texts are kept `verbatim`, or their words."""
        answer = ask(self._lexicon, *given)
        if not self._whole:
            self._told.append((ask.__name__, answer, given, verbatim))
        return answer

    def told(self) -> list[Any]:
        """What JSON can hold, and `tells_the_same` takes: the lexicon's digest, and questions with their answers.

        None in place of these where it was asked for all that it says.
        """
        if self._whole:
            return [self._lexicon.digest, None]
        return [
            self._lexicon.digest,
            [
                [name, answer, *(given if verbatim else map(_said, given))]
                for name, answer, given, verbatim in self._told
            ],
        ]


def question(ask: Asking[Given, Answer]) -> Asking[Given, Answer]:
    """Let a function of a lexicon, texts and numbers be heard. Its answer is plain, as JSON has it.

    It depends on nothing of the texts but which words they have.
    """
    return _heard(ask, verbatim=False)


def question_of_places(ask: Asking[Given, Answer]) -> Asking[Given, Answer]:
    """The same for a function to which it matters where in a text a word stands."""
    return _heard(ask, verbatim=True)


def _heard(ask: Asking[Given, Answer], *, verbatim: bool) -> Asking[Given, Answer]:

    @wraps(ask)
    def answer(lexicon: Lexicon, *given: Given.args, **named: Given.kwargs) -> Answer:
        if isinstance(lexicon, HeardLexicon):
            return lexicon.hear(ask, (*given, *named.values()), verbatim)  # type: ignore[arg-type]
        return ask(lexicon, *given, **named)

    _known[ask.__name__] = ask
    return answer  # type: ignore[return-value] # it takes the lexicon by place only, and is given it so


def told_of(lexicons: Mapping[str, Lexicon | None]) -> dict[str, Any]:
    """What the lexicons that were asked, by locale, told; nothing of those that there are not."""
    return {locale: one.told() if isinstance(one, HeardLexicon) else None for locale, one in lexicons.items()}


def tells_the_same(lexicon: Lexicon | None, told: Any) -> bool:
    """Whether a lexicon, if any, tells a page what it was told. Raises TypeError or ValueError for what is no such."""
    if told is None or lexicon is None:
        return told is None and lexicon is None
    digest, answers = told
    if digest == lexicon.digest:
        return True
    return answers is not None and all(
        name in _known and _known[name](lexicon, *given) == answer for name, answer, *given in answers
    )


def _said(given: str | int) -> str | int:
    return " ".join(words(given)) if isinstance(given, str) else given
