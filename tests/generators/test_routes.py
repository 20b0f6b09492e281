"""Links as the generators themselves make them: what they built says which are dead (`routes/build.py`).

`routes/left.tsv` names the dead ones that are left alone, for want of knowing: a page that a plugin, a theme or a file
of another kind may make, what the settings of servers decide, what another rule tells.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from tests.generators.routes.sites import ROUTES, Route
from tests.links.checked import check

from facingpages.config import Config
from facingpages.discover import discover
from facingpages.finding import Finding

HERE = Path(__file__).parent / "routes"
BUILT: dict[str, dict[tuple[str, str], list[str]]] = defaultdict(dict)
for row in (HERE / "routes.tsv").read_text("utf-8").splitlines()[1:]:
    site, kind, target, *answers = row.split("\t")
    BUILT[site][kind, target] = answers
LEFT = {tuple(line.split("\t")) for line in (HERE / "left.tsv").read_text("utf-8").splitlines()[1:]}
DEAD = frozenset(("link-dead", "link-case", "link-outside", "link-absolute", "image-dead", "anchor-dead"))
Link = tuple[str, str, int]  # what it is, its target, the number of its page


@cache
def findings(route: Route) -> list[Finding]:
    """What we say of a site all of which is there."""
    with TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        (root / ".git").mkdir()
        for name, text in route.files().items():
            file = root / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        config = Config(
            root, "en", ("lv",), route.patterns, route.source_patterns, dialect=route.dialect, generator=route.generator
        )
        return check(discover(config), config)


def link(route: Route, finding: Finding) -> Link:
    """The link that a finding is of."""
    page = finding.place.path
    written = route.files()[page].splitlines()[finding.place.line - 1]
    kind, target = next((kind, target) for line, kind, target in route.lines() if kind and line == written)
    return kind, target, route.probes.index(page)


def told(route: Route, rules: frozenset[str]) -> set[Link]:
    """The links of which rules say something, more than for information."""
    return {
        link(route, finding)
        for finding in findings(route)
        if finding.rule in rules and finding.severity != "info" and finding.place.path in route.probes
    }


def dead(route: Route) -> set[Link]:
    """The links that are dead in the site as it was built."""
    return {
        (*one, page) for one, answers in BUILT[route.name].items() for page, answer in enumerate(answers)
        if answer.startswith("dead")
    }  # fmt: skip


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.name)
def test_nothing_that_works_is_called_dead(route: Route) -> None:
    assert sorted(told(route, DEAD) - dead(route)) == []


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.name)
def test_what_is_dead_is_told_or_left_alone_on_purpose(route: Route) -> None:
    ours = told(route, DEAD)
    in_source = {one[:2] for one in ours if one[2] < len(route.probes) - 1}  # told there, once
    missed = {one[:2] for one in dead(route) - ours if one[2] < len(route.probes) - 1 or one[:2] not in in_source}
    left = {(kind, target) for site, kind, target in LEFT if site == route.name}
    assert sorted(missed - left) == []
    assert sorted(left - missed) == []


def test_a_localized_address_and_a_page_in_the_generators_own_words_are_followed_to_their_places() -> None:
    built = {route.name: told(route, frozenset(("anchor-dead",))) for route in ROUTES}
    assert ("link", '{{< ref "guide.md" >}}#no', 0) in built["hugo"]
    assert ("link", "@site/docs/guide/setup.md#no", 0) in built["docusaurus"]
    assert ("link", "/lv/guide/only/#no", 0) in built["starlight"]
    assert ("link", "/guide/setup.md#no", 0) in built["vitepress"]


def test_a_fix_leaves_the_generators_own_words_whole() -> None:
    route = next(one for one in ROUTES if one.name == "hugo")
    named = [one for one in findings(route) if one.place.path in route.probes and "{{" in link(route, one)[1]]
    edits = [edit.text for one in named if one.fix is not None for edit in one.fix.edits]
    assert named
    assert all(text.startswith("#") or "content/" not in text for text in edits), edits
    assert all(('"' in text) == ("{{" in text) for text in edits), edits


def test_a_file_of_the_sources_text_is_no_page_of_a_translation() -> None:
    route = next(one for one in ROUTES if one.name == "docusaurus")
    better = told(route, frozenset(("link-locale-better",)))
    assert ("link", "@site/docs/intro.md", 3) in better  # Docusaurus gives the file for download
    assert ("link", "@site/docs/intro.md", 2) not in better
