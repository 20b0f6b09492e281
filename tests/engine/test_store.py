"""What runs remember costs time when it is lost, and never changes what is said."""

from __future__ import annotations

import ast
import hashlib
import os
import sqlite3
import subprocess
import sys
import tracemalloc
import zlib
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import facingpages
from facingpages.config import Config
from facingpages.deflated import deflate, inflate
from facingpages.discover import discover
from facingpages.engine import LINKS, Result, Store, check
from facingpages.engine import run as engine_run
from facingpages.program import ASKING, SHOWN, _files, program, recall
from facingpages.refine import Wanted, refine
from facingpages.store import CACHE, Stored

RUN = import_module("facingpages.engine.run")
ENTRANCES = ("cli.py", "completion.py", "replay.py")  # which no other module loads

PAGES = {
    "en/a": "# A {#a}\n\nSelect **Save** now, see [b](b.md#b).\n\n1. One\n2. Two\n\n[x](y.md)\n",
    "lv/a": f"---\nsource_hash: {'0' * 40}\n---\n\n# Ā\n\nAtlasiet **Saglabāt** tagad, sk. [b](b.md#c).\n\n[x](z.md)\n",
    "en/b": "# B {#b}\n\nSelect **Save** `5`.\n\n[u]: a.md\n",
    "lv/b": "# B {#b}\n\nAtlasiet **Aizvērt** `6`.\n\n<!-- facingpages: ignore code-changed why -->\n",
    "sv/b": "# B {#b}\n\nVälj **Spara** `5`.\n",
    "lv/alone": "# Viena\n\n[x](../en/b.md) \ufffd\n",
}


class Site:
    """A small site in a folder, and what runs over it say and look at."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.config = Config(folder, "en", ("lv", "sv"), ("docs/{locale}/{page}.md",), dialect="mkdocs")
        self.looked: list[str] = []
        import facingpages.engine.known as known

        look = known.look_and_hear

        def counted(plan: Any, pages: Any, *rest: Any) -> Any:
            self.looked.append(pages.name)
            return look(plan, pages, *rest)

        monkeypatch.setattr(known, "look_and_hear", counted)
        for name, text in PAGES.items():
            self.write(name, text)

    def write(self, name: str, text: str) -> Path:
        file = self.folder / "docs" / f"{name}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        return file

    def check(self, store: Store | None, jobs: int = 1, config: Config | None = None) -> Result:
        """A run; `looked` then names the pages it looked at."""
        self.looked.clear()
        config = config or self.config
        return check(discover(config), config, jobs=jobs, store=store)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    return Site(tmp_path / "site", monkeypatch)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "results.sqlite"


def test_nothing_is_looked_at_twice(site: Site, file: Path) -> None:
    plain = site.check(None)
    assert site.check(Store(file)) == plain
    assert sorted(site.looked) == ["a", "alone", "b"]
    assert site.check(Store(file)) == plain
    assert site.looked == []


def test_times_count_for_nothing(site: Site, file: Path) -> None:
    page = site.folder / "docs/lv/b.md"
    site.check(Store(file))
    about = page.stat()
    page.write_text(PAGES["lv/b"].replace("6", "7"), "utf-8")  # as long as before, and as old
    os.utime(page, ns=(about.st_atime_ns, about.st_mtime_ns))
    assert site.check(Store(file)) == site.check(None)
    page.touch()
    site.check(Store(file))
    assert site.looked == []


@pytest.mark.parametrize("changed", ["en/a", "lv/a", "lv/alone"])
def test_what_changed_is_looked_at(site: Site, file: Path, changed: str) -> None:
    site.check(Store(file))
    site.write(changed, PAGES[changed] + "\nMore **Save**.\n")
    warm = site.check(Store(file))
    assert site.looked == [changed.partition("/")[2]]
    assert warm == site.check(None)


def test_what_a_result_depends_on_beside_its_pages(site: Site, file: Path) -> None:
    site.check(Store(file))
    changes = {
        "dialect": site.config._replace(dialect="commonmark"),
        "options": site.config._replace(rule={"link-target": {"locale_paths": ["/{locale}/"]}}),
        "generator": site.config._replace(generator="hugo"),
    }
    for config in changes.values():
        assert site.check(Store(file), config=config) == site.check(None, config=config)
        assert site.check(Store(file), config=config) is not None
        assert site.looked == []
    site.check(Store(file), config=site.config._replace(dialect="hugo"))
    assert len(site.looked) == 3
    site.write("en/c", "# C\n")  # names of sources tell our own targets from others
    assert site.check(Store(file)) == site.check(None)
    site.check(Store(file))
    (site.folder / "mkdocs.yml").write_text("markdown_extensions:\n  - toc:\n      separator: _\n", "utf-8")
    assert site.check(Store(file)) == site.check(None)


def test_links_and_check_do_not_meet(site: Site, file: Path) -> None:
    site.check(Store(file))
    found = discover(site.config)
    links = check(found, site.config, families=LINKS, brief=True, store=Store(file))
    assert links == check(found, site.config, families=LINKS, brief=True)
    assert site.check(Store(file)) == site.check(None)
    assert check(found, site.config, families=LINKS, brief=True, store=Store(file)) == links


def test_two_processes_remember_as_one(site: Site, file: Path) -> None:
    for at in range(80):
        for locale, word in (("en", "Save"), ("lv", "Saglabāt")):
            site.write(f"{locale}/c{at}", f"# C\n\nSelect **{word}** {at % 7} `x{at}`.\n")
    plain = site.check(None)
    assert site.check(Store(file), jobs=2) == plain
    site.write("lv/c3", "Nothing.\n")
    assert site.check(Store(file), jobs=2) == site.check(None)
    assert site.check(Store(file)) == site.check(None)


def _foreign(file: Path) -> None:
    with sqlite3.connect(file) as other:
        other.execute("CREATE TABLE results (name TEXT)")


def _swapped(file: Path) -> None:
    """Values under each other's keys, with the marks they had."""
    with sqlite3.connect(file) as known:
        rows = known.execute("SELECT age, value, mark FROM results ORDER BY age").fetchall()
        for (age, _, _), (_, value, mark) in zip(rows, rows[1:] + rows[:1], strict=True):
            known.execute("UPDATE results SET value = ?, mark = ? WHERE age = ?", (value, mark, age))


def _cut(file: Path) -> None:
    with sqlite3.connect(file) as known:
        known.execute("UPDATE results SET value = substr(value, 1, length(value) - 9)")


def _garbled(file: Path) -> None:
    """Whole values with right marks that are no results."""
    with sqlite3.connect(file) as known:
        for (key,) in known.execute("SELECT key FROM results").fetchall():
            value = zlib.compress(b'{"page": 3}')
            mark = hashlib.blake2b(key + value, digest_size=16).digest()
            known.execute("UPDATE results SET value = ?, mark = ? WHERE key = ?", (value, mark, key))


DAMAGES = {
    "foreign": lambda file: (file.unlink(), _foreign(file)),
    "no database": lambda file: file.write_bytes(b"no database at all" * 1000),
    "empty": lambda file: file.write_bytes(b""),
    "cut short": lambda file: os.truncate(file, file.stat().st_size // 2),
    "overwritten": lambda file: file.write_bytes(file.read_bytes()[:5000] + b"\xff" * 9000),
    "a folder": lambda file: (file.unlink(), file.mkdir()),
    "a link": lambda file: (file.rename(file.with_suffix(".old")), file.symlink_to(file.with_suffix(".old"))),
    "swapped": _swapped,
    "values cut": _cut,
    "garbled": _garbled,
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_costs_time_only(site: Site, file: Path, damage: str) -> None:
    site.check(Store(file))
    DAMAGES[damage](file)
    plain = site.check(None)
    for _ in range(3):
        assert site.check(Store(file)) == plain
    if damage not in ("foreign", "a folder", "a link"):
        assert site.looked == [], "a file of our own heals"


def test_a_file_that_cannot_be_had_costs_time_only(site: Site, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    plain = site.check(None)
    assert site.check(Store(tmp_path / "file" / "below" / "results.sqlite")) == plain
    assert site.check(Store(Path("/proc/none/results.sqlite"))) == plain


def test_a_file_that_another_run_holds(site: Site, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("facingpages.store.PATIENCE", 0.05)
    site.check(Store(file))
    plain = site.check(None)
    with sqlite3.connect(file) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert site.check(Store(file)) == plain
        other.rollback()
    assert site.check(Store(file)) == plain
    assert site.looked == []


@pytest.mark.parametrize("planted", [b"no data", zlib.compress(b"[" * 100_000), zlib.compress(b"9" * 9999)])
def test_what_is_no_data_is_nothing(file: Path, planted: bytes) -> None:
    store = Store(file)
    store.put([Stored.of_parts(b"key", b"base", [planted])])
    assert store.get(b"key", b"base") is None
    store.close()


@pytest.mark.parametrize("damage", [lambda part: part[:-1], lambda part: part + b"x", lambda part: b"x" + part])
def test_a_part_is_whole_and_comes_to_no_more_than_it_may(damage: Callable[[bytes], bytes]) -> None:
    part = deflate(b"a" * 1_000_000)
    assert len(inflate(part, 1_000_000)) == 1_000_000
    for wrong, most in ((part, 999_999), (part, 1), (damage(part), 1_000_000)):
        with pytest.raises(ValueError, match=r"whole part|Error"):
            inflate(wrong, most)


def test_what_comes_to_more_is_not_unpacked_for_that() -> None:
    part = deflate(bytes(50_000_000))
    tracemalloc.start()
    with pytest.raises(ValueError, match="whole part"):
        inflate(part, 1000)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 1_000_000


def test_it_stays_within_bounds(file: Path) -> None:
    store = Store(file, most=200_000)
    for at in range(60):
        store.put(Stored.of(bytes([at, n]), b"base", os.urandom(500).hex()) for n in range(20))
    assert file.stat().st_size < 300_000
    assert store.get(bytes([59, 19]), b"base") is not None
    assert store.get(bytes([0, 0]), b"base") is None


def test_the_file_is_never_in_the_checked_tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CACHE, str(tmp_path / "site" / ".cache"))
    assert Store.of_user(tmp_path / "site") is None
    (tmp_path / "site").mkdir()
    (tmp_path / "way").symlink_to(tmp_path / "site")
    monkeypatch.setenv(CACHE, str(tmp_path / "way"))
    assert Store.of_user(tmp_path / "site") is None
    store = Store.of_user(tmp_path / "other")
    assert store is not None
    assert store.file.parent == tmp_path / "site"
    monkeypatch.delenv(CACHE)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "site" / ".cache"))
    assert Store.of_user(tmp_path / "site") is None or sys.platform != "linux"


def test_what_could_not_be_checked_is_not_remembered(site: Site, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        broken.setattr("facingpages.engine.page.align", lambda *_: 1 / 0)
        assert any(finding.rule == "internal-error" for finding in site.check(Store(file)).findings)
    assert site.check(Store(file)) == site.check(None)
    assert site.check(Store(file)) is not None
    assert site.looked == []


def test_a_page_that_changes_while_it_is_checked_is_known_by_what_was_looked_at(site: Site, file: Path) -> None:
    """The bytes that were told by their digest are the bytes that were looked at: they are read once."""
    from facingpages.site import PageFile

    read, seen = PageFile.read, list[str]()

    def flicker(page: PageFile) -> bytes:
        seen.append(page.path)
        return read(page) + (b"\nMore `9`.\n" if seen.count(page.path) == 1 else b"")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(PageFile, "read", flicker)
        from facingpages.engine import Plan

        plan = Plan(discover(site.config), site.config)
        list(engine_run(plan, store=Store(file)))
    assert site.check(Store(file)) == site.check(None)


@pytest.mark.parametrize("remembers", [False, True])
def test_a_translation_alone_is_told_what_all_pages_tell_of_it(site: Site, file: Path, remembers: bool) -> None:
    for at in range(8):  # as many labels as it takes to know the usual one, and links between the pages
        label = "Saglabāt" if at % 4 else "Glabāt"
        site.write(f"en/n{at}", f"# N{at} {{#n{at}}}\n\nSelect **Save**. [a](a.md#a) [b](b.md#x) [y](y.md)\n")
        site.write(
            f"lv/n{at}", f"# N{at}\n\nIzvēlieties **{label}**. [a](a.md#a) [b](b.md#y) [y](n{at + 1}.md#n{at})\n"
        )
    found = discover(site.config)
    store = Store(file) if remembers else None
    whole = check(found, site.config, store=store)
    pages = [page for page in found.pages if page.locale != "en"]
    told = 0
    for page in pages:
        wanted = Wanted(paths=(page.path,))
        if remembers:  # a page that has changed, so that the rest is taken from the store
            page.file.write_bytes(page.read() + b"\n")
            whole = check(found, site.config)
        alone = refine(check(found, site.config, store=store, only={page.path}), found, wanted)
        assert alone == refine(whole, found, wanted)
        told += len(alone.findings)
    assert told > 20


def test_names_that_are_shown_alike_are_remembered_apart(site: Site, file: Path) -> None:
    for locale in ("en", "lv"):
        for number, name in enumerate((b"n\xff.md", b"n\xfe.md")):
            page = os.fsdecode(os.fsencode(site.folder / "docs" / locale) + b"/" + name)
            Path(page).write_text(f"# N\n\nSelect **Save** `{number}{locale}`.\n", "utf-8")
    plain = site.check(None)
    for _ in range(2):
        assert site.check(Store(file)) == plain
    assert site.looked == []


def test_what_finds_does_not_load_what_asks() -> None:
    """Else what is remembered could depend on more than its program's digest tells."""
    package = Path(facingpages.__file__).parent
    for file in package.rglob("*.py"):
        here = file.relative_to(package).parts
        if here[0] in ASKING or here[0] in SHOWN or here[0] in ENTRANCES:
            continue
        tree = ast.parse(file.read_bytes())
        named = [f"{node.module}." for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
        named += [f"{one.name}." for node in ast.walk(tree) if isinstance(node, ast.Import) for one in node.names]
        asking = [name for name in named if name.startswith(tuple(f"facingpages.{other}." for other in ASKING))]
        assert not asking, f"{'/'.join(here)} imports {asking}"


def test_the_digest_of_what_finds_is_one_whoever_asks_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("facingpages.program._known", {})
    finds = program()
    monkeypatch.setattr("facingpages.program._known", {})
    told = program(told=True)
    assert program() == finds != told == program(told=True)


def test_the_digests_are_recalled_by_the_marks_of_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def made() -> list[bytes]:
        monkeypatch.setattr("facingpages.program._known", {})
        return [program(told=True), program()]

    def recalled() -> list[bytes]:
        monkeypatch.setattr("facingpages.program._known", {})
        recall(store)
        return [program(told=True), program()]

    store = Store(tmp_path / "known")
    (tmp_path / "package" / "report").mkdir(parents=True)
    finds, tells = tmp_path / "package" / "a.py", tmp_path / "package" / "report" / "b.py"
    finds.write_text("1")
    tells.write_text("1")
    monkeypatch.setattr("facingpages.program.PACKAGE", str(tmp_path / "package"))
    first = recalled()
    assert first == recalled() == made()
    tells.write_text("2 of another length")
    assert (told := recalled()) == made()
    assert (told[0] != first[0], told[1] == first[1]) == (True, True)
    finds.write_text("3")
    os.utime(finds, ns=(1, 1))
    assert (found := recalled()) == made()
    assert found[1] != first[1]
    with monkeypatch.context() as patch:  # who has them remembered reads no file
        patch.setattr("facingpages.program._content", None)
        assert recalled() == found


def test_the_digest_of_what_finds_is_of_all_that_finds() -> None:
    """A folder of generators is called as one that asks."""
    package = Path(facingpages.__file__).parent
    told = {
        Path(file).relative_to(package).as_posix() for file, _ in _files(str(package), frozenset((*ASKING, *SHOWN)))
    }
    assert {"generators/mkdocs/__init__.py", "read/dialects/mkdocs.py", "rules/link.py", "languages/lv.toml"} <= told
    assert not any(name.startswith(tuple(f"{folder}/" for folder in (*ASKING, *SHOWN))) for name in told)


SELDOM = (
    "babel",
    *(f"facingpages.{name}" for name in ASKING if name != "commands"),  # of which no digest of a check tells
    "bz2", "decimal", "difflib", "hashlib", "html", "locale", "multiprocessing", "numpy", "platformdirs",
    "shutil", "signal", "sqlite3", "yaml",
    "facingpages.align.search", "facingpages.align.stretch",
    *(
        f"facingpages.rules.{name}"
        for name in (
            "families", "address", "callout", "code", "code_names", "code_span", "converted", "directive", "emphasis",
            "formula", "image", "label", "list", "mend_code", "mend_lists", "nesting", "number", "quantities",
            "rendered", "swallowed", "table",
        )
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("words", "settings", "seldom"),
    [
        (
            ["check", "lv/a.md"],
            {"facingpages.toml": 'pages = ["{locale}/{page}.md"]\n'},
            (*SELDOM, "datetime", "string", "tomllib"),
        ),
        (["check", "docs/lv/a.md"], {"mkdocs.yml": "site_name: x\n"}, (*SELDOM, "datetime")),
        (
            ["links", "--no-cache"],
            {"facingpages.toml": 'pages = ["{locale}/{page}.md"]\n'},
            SELDOM,
        ),
    ],
)
def test_a_run_loads_no_more_than_it_uses(
    tmp_path: Path, words: list[str], settings: dict[str, str], seldom: tuple[str, ...]
) -> None:
    folder = "docs/" if "mkdocs.yml" in settings else ""
    front = "---\ntitle: A 1\n---\n\n", "---\ntitle: \u0100\n---\n\n"  # a figure on one side is no pair of numbers
    texts = "# A\n\nOne two.\n", "# \u0100\n\nViens divi.\n"
    pages = {f"{folder}{locale}/a.md": front[at] + texts[at] for at, locale in enumerate(("en", "lv"))}
    for name, text in {**pages, **settings}.items():
        file = tmp_path / "site" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    code = (
        f"import sys; from facingpages.cli import main; sys.argv[1:] = {words}; code = main();"
        f"print(code, *[name for name in {seldom} if name in sys.modules], file=sys.stderr)"
    )
    environment = {**os.environ, CACHE: str(tmp_path / "cache")}
    for _ in range(2):  # the first time settings are read
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=tmp_path / "site", env=environment, capture_output=True, text=True,
            check=True,
        )  # fmt: skip
    assert done.stderr.splitlines()[-1] == "0"
