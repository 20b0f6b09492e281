"""What narrows a run or a report to some rules: whether it names any."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping

from facingpages.config import SetupError
from facingpages.nearest import suggestion
from facingpages.option import Option


class _Subjects(Mapping[str, tuple[Option, ...]]):
    """The rules and subjects that can be named, as of `reference`, which is loaded when the first one is."""

    def __getitem__(self, name: str) -> tuple[Option, ...]:
        return self._all()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def _all(self) -> Mapping[str, tuple[Option, ...]]:
        from facingpages.reference import subjects

        return subjects()


SUBJECTS: Mapping[str, tuple[Option, ...]] = _Subjects()


def refuse_unknown(options: argparse.Namespace) -> None:
    """Raise SetupError for a rule or subject that is not there."""
    for rule in (*options.select, *options.ignore):
        if rule not in SUBJECTS:
            more = suggestion(rule, SUBJECTS)
            raise SetupError(f'there is no rule "{rule}"{more}; `facingpages rules` lists them.')
