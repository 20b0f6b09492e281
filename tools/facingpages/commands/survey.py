"""What `check`, `baseline` and `status` begin with: the configuration, the site, and a pass over it."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from facingpages.commands.narrowing import SUBJECTS
from facingpages.config import Config, Reading, SetupError, load
from facingpages.datafile import remembers
from facingpages.discover import discover
from facingpages.engine import PartError, Plan, Result, Store, check, joined, settle
from facingpages.engine.at_hand import AtHand, at_hand
from facingpages.generators import settled
from facingpages.output import Progress, note
from facingpages.site import Site
from facingpages.site.opener import root_of
from facingpages.tuples import NamedTuple


class Survey(NamedTuple):
    """A site and what the rules found in it, before anything is left out."""

    config: Config
    site: Site
    result: Result


def configuration(named: str | None, reading: Reading | None = None, *, alone: bool = False) -> Config:
    """The configuration of the current folder: a named file, the files it may lie in, or what the layout tells.

    `reading` and `alone` as of `load`. Raises SetupError.
    """
    root = Path.cwd()
    config = load(root, Path(named) if named else None, SUBJECTS, reading, alone=alone)
    if config is not None and config.pages:
        return settled(config)
    from facingpages.generators.detect import detect  # who has said where the pages lie need not load all generators

    return settled(detect(config.root if config is not None else root, config))


def found_site(config: Config, *, again: bool = False) -> Site:
    """The site of a configuration; what was recognized without one is said on standard error.

    `again` says nothing: it has been said. Raises SetupError.
    """
    site = discover(config)
    if not (config.explicit or again):
        from facingpages.generators.detect import described, uncovered

        for tree in config.trees:
            note(described(tree, site))
        for line in uncovered(config, site):
            note(line)
    return site


def survey(config: Config, site: Site, options: argparse.Namespace) -> Survey:
    """A pass over a site, in as many processes as the options say; what earlier runs remember is used if they allow.

    `options.only`, where it is given, are the translations of which no more is wanted than what concerns them.
    """
    with Progress(sum(1 for page in site.pages if page.locale != site.source)) as progress:
        facts = bool(getattr(options, "fix", False) or getattr(options, "diff", False))  # fixes are tried on them
        only, store = getattr(options, "only", None), remembered(config, options)
        step = progress.step if progress.active else None
        found = check(site, config, step, options.jobs, store=store, facts=facts, only=only)
        return Survey(config, site, found)


def survey_on_cluster(config: Config, site: Site, options: argparse.Namespace) -> Survey:
    """A pass over a site by the workers of the scheduler that the options name. Raises SetupError."""
    from facingpages.engine.cluster import parts_from

    plan = Plan(site, config)
    with Progress(sum(1 for page in site.pages if page.locale != site.source)) as progress:
        parts = parts_from(options.cluster, plan, progress.step, remembered(config, options))
    try:
        return Survey(config, site, settle(plan, joined(plan, parts)))
    except PartError as error:
        raise SetupError(f"--cluster: {error}; do its workers see this folder, and have they this version?") from None


def remembered(config: Config, options: argparse.Namespace) -> Store | None:
    """What earlier runs remember; None where it must not be used."""
    if options.no_cache or os.environ.get("FACINGPAGES_DEBUG"):
        return None
    found, opened = Store.of_user(root_of(config.root)), remembers()
    return opened if opened is not None and found is not None and opened.file == found.file else found


def words_at_hand(page: Path, named: str | None = None, *, cached: bool = True) -> AtHand:
    """What the site in this folder, if there is one, says of the words of one of its pages. Raises SetupError.

    `named` is its configuration, as of `configuration`; without it there may be no site.
    """
    try:
        config = configuration(named)
        return at_hand(config, discover(config), page, Store.of_user(root_of(config.root)) if cached else None)
    except SetupError as error:
        if named is not None:
            raise
        return AtHand(None, f"there is no site in this folder to learn them from: {error}")
