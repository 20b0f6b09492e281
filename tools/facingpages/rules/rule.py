"""What a rule is: one thing that must hold, what is said where it does not, and what the configuration may say to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from facingpages.document import Document, Place
from facingpages.finding import Finding, Fix, Related, Severity
from facingpages.option import Option
from facingpages.rules.held import What
from facingpages.site import Site
from facingpages.tuples import NamedTuple

if TYPE_CHECKING:
    from facingpages.rules.across import Across
    from facingpages.rules.base import Pair

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


class Rule(NamedTuple):
    """One thing that must hold.

    `summary` is one line; the rest of its reference page, and its examples, lie in `rules.docs`, which a run never reads.
    `messages` are templates by a short name: all that is ever said of it. `origin` is what is said at the place in the
    source that a finding shows beside its own. `alone`: where it is found, nothing else needs to be said of the page.
    `evident`: it shows in the translation, whichever block of the source that renders; what is told of any other rule on a
    pair of blocks is a hint where nothing vouches for the pair. `options` is what `[rule.ID]` of the configuration may hold.
    """

    id: str
    severity: Severity
    summary: str
    messages: Mapping[str, str] = MappingProxyType({})
    origin: str = "source"
    alone: bool = False
    evident: bool = False
    options: tuple[Option, ...] = ()

    def message(self, names: str) -> str:
        """The template of a message; of several, where `names` names more than one, a sentence each."""
        return "".join(self.messages[name] for name in names.split())

    def finding(
        self, names: str, place: Place, locale: str, values: Mapping[str, str], *, severity: Severity | None = None,
        related: tuple[Related, ...] = (), snippet: str = "", content: str = "", page: str = "", fix: Fix | None = None,
    ) -> Finding:  # fmt: skip
        """A finding of this rule: what is said by the name of its message, where, and in what it was seen."""
        return Finding(
            self.id, severity or self.severity, place, locale, self.message(names), values, related, snippet, content, page,
            fix=fix,
        )  # fmt: skip


class Family(NamedTuple):
    """Rules about one subject and the checks that find them.

    `pair` sees an aligned pair, where that holds any `of` what the rules speak of (`rules.held`), `page` a page by itself
    (sources, too), `site` the files. `across` takes facts of every page and settles them when all have been seen.
    `options` are those of the whole subject: `[rule.SUBJECT]` of the configuration.
    """

    rules: tuple[Rule, ...]
    pair: Callable[[Pair], Iterator[Finding]] | None = None
    of: int = What.ALWAYS
    page: Callable[[Document, str], Iterator[Finding]] | None = None
    site: Callable[[Site], Iterator[Finding]] | None = None
    across: type[Across[Any]] | None = None
    options: Mapping[str, tuple[Option, ...]] = MappingProxyType({})
