"""Whatever a run asks of the tree it is known by: pages by their bytes, all else is heard by a witness."""

from __future__ import annotations

import ast
import builtins
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import TOOLS, Command, Write

from facingpages import replay
from facingpages.engine import known
from facingpages.recorded import digests
from facingpages.site.opener import READ, root_of
from facingpages.site.witness import present

ROOMS = ("align", "engine", "generators", "lexicon", "links", "read", "report", "rules")
FIRST = ("config.py", "discover.py", "refine.py", "commands/check.py", "commands/links.py", "commands/survey.py")
LISTED = {"generators/tree.py"}  # names the type of what a walk gives
MODULES = ("os", "os.path", "subprocess", "io", "glob", "shutil")
LOOKS = frozenset((
    "read_text", "read_bytes", "iterdir", "glob", "rglob", "stat", "lstat", "readlink", "is_symlink", "is_file",
    "is_mount", "samefile", "expanduser",
))  # fmt: skip
ASKED = ("stat", "lstat", "open", "readlink", "listdir", "scandir", "access", "walk")
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
    package = TOOLS / "facingpages"
    rooms = (file for room in ROOMS for file in sorted((package / room).rglob("*.py")))
    for file in (*rooms, *(package / name for name in FIRST)):
        yield file.relative_to(package).as_posix(), ast.parse(file.read_text("utf-8"))


def looks(node: ast.AST) -> bool:
    """Whether it looks at files by itself: with the system's modules, `open(...)`, or as only paths do."""
    if isinstance(node, ast.Attribute):
        return node.attr in LOOKS and ast.unparse(node.value) != "self"
    if isinstance(node, ast.ImportFrom):
        return node.module in MODULES
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "open"


def imports(node: ast.AST) -> bool:
    return isinstance(node, ast.Import) and any(one.name in MODULES for one in node.names)


def asks_system(node: ast.AST) -> bool:
    """Whether the system's module is asked for more than variables of the environment."""
    system = isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "os"
    return system and node.attr not in ("environ", "cpu_count", "DirEntry")


def test_who_makes_results_looks_at_files_through_the_opener_and_the_walk_only() -> None:
    found = []
    for name, tree in modules():
        for node in ast.walk(tree):
            if looks(node) or (imports(node) and name not in (*LISTED, *FIRST)) or asks_system(node):
                found.append((name, ast.unparse(node)))
    assert not found


def test_all_that_a_run_asks_of_the_environment_is_known() -> None:
    names: set[str] = set()
    for name in (*FIRST, "commands/style.py", "messages.py"):
        tree = ast.parse((TOOLS / "facingpages" / name).read_text("utf-8"))
        if "environ" in ast.unparse(tree):
            constants = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
            names |= {text for text in constants if isinstance(text, str) and re.fullmatch("[A-Z][A-Z_]{3,}", text)}
    assert {"NO_COLOR", "LC_ALL", "GITHUB_WORKSPACE"} <= names
    assert names - {"PATH"} <= {*replay.ENVIRONMENT, replay.DEBUG}


@pytest.mark.parametrize("configured", [True, False])
@pytest.mark.parametrize("generator", SITES)
def test_all_that_a_run_asks_of_the_tree_is_heard(
    generator: str, configured: bool, write: Write, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever comes first - the configuration, what tells the generator - and whatever is in another process."""
    pages = {f"docs/{locale}/{name}.md": PAGE for locale in ("en", "lv") for name in ("a", "b")}
    config = {"facingpages.toml": 'locales = ["lv"]\npages = ["docs/{locale}/{page}.md"]\ndialect = "mkdocs"\n'}
    root = write({**pages, **SITES[generator], **(config if configured else {})})
    (root / "docs/lv/link.md").symlink_to(root / "docs/en/a.md")
    subprocess.run(["git", "init", "-q"], cwd=root, check=True)
    root_of.cache_clear()
    unheard: list[str] = []
    asked: list[str] = []

    def listening(name: str, ask: Any) -> Any:
        def told(*given: Any, **named: Any) -> Any:
            about = os.fspath(given[0]) if given and isinstance(given[0], (str, os.PathLike)) else ""
            if str(about).startswith(str(root)) and not str(about).startswith(str(root / ".git")):
                asked.append(name)
                witness = present()
                if (witness is None or not witness.deaf) and not by_git():
                    unheard.append(f"{name} {about} in {sys._getframe(2).f_code.co_name}")
            return ask(*given, **named)

        return told

    def by_git() -> bool:
        frame = sys._getframe(2)
        while frame is not None:
            if Path(frame.f_code.co_filename) == TOOLS / "facingpages" / "git.py":
                return True
            frame = frame.f_back  # type: ignore[assignment]
        return False

    look, beside = known.look_and_hear, list[Any]()

    def looking(*given: Any) -> Any:
        before = dict(witness.told) if (witness := present()) is not None else {}
        result = look(*given)
        beside.extend(asked for asked in (witness.told if witness is not None else ()) if asked not in before)
        return result

    with monkeypatch.context() as patch:
        for name in ASKED:
            patch.setattr(os, name, listening(name, getattr(os, name)))
        patch.setattr(builtins, "open", listening("open", open))
        patch.setattr(known, "look_and_hear", looking)
        found = command("check", "--jobs", "1")
    assert asked
    assert not unheard
    assert not [one for one in beside if one[0] != READ], "what a page is known by is its bytes"
    assert found.code in (0, 1)
    assert found == command("check", "--no-cache")
