"""A site on many machines: its parts go to a Dask scheduler, whose workers see the same folder, and come back as text.

What is lost with a worker is done again by another, which is Dask's business; what comes back is joined as any parts
are. Nothing here is loaded, nor `distributed` needed, but by who names a scheduler.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import Any

from facingpages.config import Config, SetupError
from facingpages.discover import discover
from facingpages.engine.learn import Learner, begin
from facingpages.engine.lexicon_file import LexiconError, take, to_text
from facingpages.engine.parts import part
from facingpages.engine.plan import Plan
from facingpages.store import Store

EACH = 16  # parts for each thread of a worker: the slowest one then leaves little to wait for
PATIENCE = 10  # seconds in which a scheduler has to answer
TRIES = 3  # of a part, where something went wrong on its way


def parts_from(
    address: str, plan: Plan, progress: Callable[[str], None], store: Store | None = None
) -> dict[str, bytes]:
    """All parts of a site by their names, looked at by the workers of a scheduler. Raises SetupError."""
    try:
        distributed: Any = import_module("distributed")
    except ImportError:
        raise SetupError(
            "--cluster needs the packages of facingpages[cluster]: python -m pip install 'facingpages[cluster]'."
        ) from None
    try:
        client = distributed.Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise SetupError(f"--cluster: no Dask scheduler answers at {address}: {error}.") from None
    with client:
        threads = sum(client.nthreads().values())
        if not threads:
            raise SetupError(f"--cluster: the scheduler at {address} has no workers.")
        sets = list(plan.page_sets())
        of = max(1, min(len(sets), EACH * threads))
        begin(plan, store)
        lexicon = to_text(plan.learner.learn()) if isinstance(plan.learner, Learner) else None
        learnt = client.scatter(lexicon, broadcast=True) if lexicon is not None else None
        waiting = {
            client.submit(part_of, plan.config, number, of, learnt, pure=False, retries=TRIES): number
            for number in range(1, of + 1)
        }
        found: dict[str, bytes] = {}
        for future in distributed.as_completed(list(waiting), loop=client.loop):
            number = waiting[future]
            try:
                found[f"part {number} of {of}"] = future.result().encode()
            except distributed.KilledWorker:
                names = ", ".join(pages.name for pages in sets[number - 1 :: of][:5])
                raise SetupError(f"--cluster: one of these pages ends every worker: {names}.") from None
            for pages in sets[number - 1 :: of]:
                for path in pages.paths:
                    progress(path)
        return found


def part_of(config: Config, number: int, of: int, lexicon: str | None) -> str:
    """What a worker does: find the pages where the configuration lies, and look at one of their parts.

    What was learnt from other pages than it finds there is learnt anew.
    """
    plan = Plan(discover(config), config)
    begin(plan, None)
    if lexicon is not None:
        with suppress(LexiconError):
            take(plan, lexicon)
    return part(plan, number, of)
