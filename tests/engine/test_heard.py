"""Whatever a run asks of the tree it is known by: pages by their bytes, all else is heard by a witness."""

from __future__ import annotations

import ast
import builtins
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import TOOLS, Write

from facingpages.config import Config
from facingpages.discover import discover
from facingpages.engine import Store, check
from facingpages.generators import settled
from facingpages.recorded import digests
from facingpages.site import PageFile
from facingpages.site.opener import root_of
from facingpages.site.witness import _present

ROOMS = ("align", "engine", "generators", "lexicon", "links", "read", "rules")
OWN = {"engine/known.py", "engine/store.py"}  # they look at the program and at the store, never at the tree
LISTED = {"generators/tree.py"}  # names the type of what a walk gives
MODULES = ("os", "os.path", "subprocess", "io", "glob", "shutil")
LOOKS = frozenset((
    "read_text", "read_bytes", "iterdir", "glob", "rglob", "stat", "lstat", "readlink", "is_symlink", "is_file",
    "is_mount", "samefile", "expanduser",
))  # fmt: skip
ASKED = ("stat", "lstat", "open", "readlink", "listdir", "scandir", "access", "walk")
KNOWN = {PageFile.read.__code__, root_of.__wrapped__.__code__}  # a page's bytes and what is inside are part of keys
OLD = b"# A {#a}\n"
LINKS = "![x](x.png) [b](b.md) [c](gone.md) [d](/b/) [e](../../out.md) [f](/img/y.png) [g](../other.md#o)"
PAGE = f'---\nsource_hash: {digests(OLD)[0]}\nslug: a\n---\n\n# A {{#a}}\n\n{LINKS}\n\n--8<-- "set.md"\n'
SITES = {
    "mkdocs": {
        "mkdocs.yml": "site_name: x\nmarkdown_extensions:\n  - pymdownx.snippets:\n      base_path: [parts]\n",
        "parts/set.md": "[x](b.md)\n", "docs/other.md": "# O {#o}\n",
    },
    "docusaurus": {"docusaurus.config.js": "module.exports = {baseUrl: '/'}\n", "static/img/y.png": ""},
    "hugo": {"hugo.toml": "baseURL = 'https://example.org/'\n", "static/img/z.png": ""},
    "vitepress": {"docs/.vitepress/config.ts": "export default {}\n", "docs/public/img/y.png": ""},
    "starlight": {"astro.config.mjs": "export default {base: '/'}\n", "public/img/y.png": ""},
}  # fmt: skip


def modules() -> Iterator[tuple[str, ast.Module]]:
    for room in ROOMS:
        for file in sorted((TOOLS / "facingpages" / room).rglob("*.py")):
            yield file.relative_to(TOOLS / "facingpages").as_posix(), ast.parse(file.read_text("utf-8"))


def looks(node: ast.AST) -> bool:
    """Whether it looks at files by itself: with the system's modules, `open(...)`, or as only paths do."""
    if isinstance(node, ast.Attribute):
        return node.attr in LOOKS and ast.unparse(node.value) != "self"
    if isinstance(node, ast.ImportFrom):
        return node.module in MODULES
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "open"


def imports(node: ast.AST) -> bool:
    return isinstance(node, ast.Import) and any(one.name in MODULES for one in node.names)


def test_who_makes_results_looks_at_files_through_the_opener_and_the_walk_only() -> None:
    found = []
    for name, tree in modules():
        for node in ast.walk(tree) if name not in OWN else ():
            if looks(node) or (imports(node) and name not in LISTED):
                found.append((name, ast.unparse(node)))
    assert not found


@pytest.mark.parametrize("generator", SITES)
def test_all_that_a_run_asks_of_the_tree_is_heard(
    generator: str, write: Write, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = {f"docs/{locale}/{name}.md": PAGE for locale in ("en", "lv") for name in ("a", "b")}
    root = write({**pages, **SITES[generator]})
    subprocess.run(["git", "init", "-q"], cwd=root, check=True)
    root_of.cache_clear()
    config = settled(Config(root, "en", ("lv",), ("docs/{locale}/{page}.md",), dialect="mkdocs"))
    assert config.generator == generator
    site = discover(config)
    unheard: list[str] = []
    asked: list[str] = []

    def listening(name: str, ask: Any) -> Any:
        def told(*given: Any, **named: Any) -> Any:
            about = os.fspath(given[0]) if given and isinstance(given[0], (str, os.PathLike)) else ""
            if str(about).startswith(str(root)) and not str(about).startswith(str(root / ".git")):
                asked.append(name)
                witness = _present.get()
                if (witness is None or not witness.deaf) and not known():
                    unheard.append(f"{name} {about}")
            return ask(*given, **named)

        return told

    def known() -> bool:
        frame = sys._getframe(2)
        while frame is not None:
            if frame.f_code in KNOWN or Path(frame.f_code.co_filename) == TOOLS / "facingpages" / "git.py":
                return True
            frame = frame.f_back  # type: ignore[assignment]
        return False

    store = Store(tmp_path_factory.mktemp("cache") / "results.sqlite")
    with monkeypatch.context() as patch:
        for name in ASKED:
            patch.setattr(os, name, listening(name, getattr(os, name)))
        patch.setattr(builtins, "open", listening("open", open))
        found = check(site, config, store=store)
    assert asked
    assert not unheard
    assert found == check(site, config)
