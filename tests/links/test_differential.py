"""A few of the random sites of `make differential`; the others are for those who change how links are read."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("mkdocs")
pytest.importorskip("mkdocs_static_i18n")
pytest.importorskip("pymdownx")
pytest.importorskip("selectolax")

from tests.links.differential import Maker, differences


@pytest.mark.parametrize("seed", [*range(16), 27, 43, 151, 378])  # the last four showed something once
def test_random_sites(seed: int, tmp_path: Path) -> None:
    assert differences(seed, tmp_path.resolve()) == []


def test_a_site_is_the_same_each_time_and_has_what_is_dead() -> None:
    assert Maker(3).make() == Maker(3).make()
