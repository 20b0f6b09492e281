"""VitePress: the source at the root of the site, a folder for each other language."""

from __future__ import annotations

from collections.abc import Iterator

from facingpages.generators.addresses import by_name
from facingpages.generators.generator import Generator
from facingpages.generators.habits import Habits, PagePath, SiteSettings
from facingpages.generators.press import PRESS_IDS, mdit_vue, sites
from facingpages.generators.rendering import Rendering
from facingpages.late import late

MOVES = late(r"\brewrites\b")
IGNORES = late(r"\b(?:ignoreDeadLinks|srcExclude)\b")  # it says itself that links lead elsewhere
named = by_name(str, frozenset(("index",)))


def addresses(place: PagePath) -> Iterator[str]:
    """The address of a page: its path as it is written."""
    if "[" not in place.name:  # a page made of data for each of many
        yield f"{place.prefix}/{named(place)}".strip("/")


def settle(habits: Habits, settings: SiteSettings) -> Habits:
    """What `.vitepress/config` says."""
    base = settings.base("base")
    moves = bool(MOVES.search(settings.text))
    complete = bool(base) and not moves and not IGNORES.search(settings.text)
    return habits._replace(base=base, complete=complete, moves=moves)


VITEPRESS = Generator(
    "vitepress", "VitePress", Rendering("vitepress", PRESS_IDS, fragment=mdit_vue),
    Habits(static=("public", "docs/public"), rebases=True, at=addresses, closed=True),
    settings=r"config\.\w+", recognize=lambda tree: sites(tree, ".vitepress"), maker="vitepress", settle=settle,
)  # fmt: skip
