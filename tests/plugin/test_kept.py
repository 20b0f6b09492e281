"""What `mkdocs serve` keeps from one build to the next is the same as what a build makes anew."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from markdown import Markdown
from tests.conftest import Write
from tests.forked import forked as run_in_a_process
from tests.plugin.conftest import CONFIG, PAGE, PLAIN
from tests.plugin.test_facing import SOURCE, TARGET

from facingpages.config import Config
from facingpages.discover import discover
from facingpages.lexicon import Lexicon
from facingpages.mkdocs.edition import Edition
from facingpages.mkdocs.facing import Spread, open_spread
from facingpages.mkdocs.kept import Kept
from facingpages.mkdocs.languages import Languages
from facingpages.mkdocs.marks import Marks
from facingpages.mkdocs.pieces import SourcePage, take_apart
from facingpages.mkdocs.rendering import PageExtension
from facingpages.mkdocs.words import words
from facingpages.read import read_page

EXTENSIONS = ("admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc", "pymdownx.superfences")
NOTED = "See **bold**[^1] more. *Twice* is[^1] once more.\n\n[^1]: A note.\n"
NOTED_TARGET = "Skatiet **treknu**[^1] vēl. *Divreiz* ir[^1] vēlreiz.\n\n[^1]: Piezīme.\n"
SENTENCES = "- One `a` *is* here. Two is **there**. Three.\n\n    Below. It goes on.\n- One\n\n<b>raw</b> text. More.\n"
SENTENCES_TARGET = "- Viens `a` *ir* te. Divi ir **tur**. Trīs.\n\n    Zem. Iet.\n- Viens\n\n<b>raw</b> vārdi. Vēl.\n"


def _rendered(text: str, visit: Callable[[Element, Markdown, str], None]) -> str:
    extension = PageExtension(visit)
    extension.announce()
    return Markdown(extensions=[*EXTENSIONS, extension]).convert(text)


def _source(text: str) -> SourcePage:
    found: list[SourcePage] = []

    def visit(root: Element, md: Markdown, rendered: str) -> None:
        found.append(take_apart(root, md, read_page(rendered.encode(), dialect="mkdocs"), "a/"))

    assert _rendered(text, visit) == Markdown(extensions=list(EXTENSIONS)).convert(text)  # the page is not touched
    return found[0]


def _target(source: SourcePage, text: str, kept: Kept | None) -> tuple[int, str, bool]:
    """How many blocks stand beside their source, the page, and whether it was looked at."""
    marks, bound, opened = Marks("facing-test"), [], []

    def visit(root: Element, md: Markdown, rendered: str) -> None:
        def look() -> int:
            opened.append(True)
            document = read_page(rendered.encode(), dialect="mkdocs")
            return open_spread(root, md, Spread(source, document, "en", "lv", "../", words("lv")), marks)

        bound.append(look() if kept is None else kept.open("a", root, marks, (rendered, source.digest), look))
        marks.number(root)

    held, whole = marks.hold(_rendered(text, visit))
    assert whole
    return bound[0], marks.fill(held)[0], bool(opened)


@pytest.mark.parametrize(
    ("source", "target"),
    [(SOURCE, TARGET), (NOTED, NOTED_TARGET), (SENTENCES, SENTENCES_TARGET), ("# A\n", "a\n")],
)
def test_a_page_that_is_rendered_again_gets_the_same_beside_it(source: str, target: str) -> None:
    kept = Kept()
    kept.begin("a site")
    page = _source(source)
    bound, html, _ = _target(page, target, None)
    for looked in (True, False, False):
        assert _target(page, target, kept) == (bound, html, looked)


def test_what_a_page_is_made_of_is_looked_at_again_when_it_changes() -> None:
    kept = Kept()
    assert not kept.begin(["a"], "a site")
    page = _source(SENTENCES)

    def looked(source: SourcePage, text: str) -> bool:
        bound, html, opened = _target(source, text, kept)
        assert (bound, html) == _target(source, text, None)[:2]
        return opened

    assert looked(page, SENTENCES_TARGET)
    assert not looked(page, SENTENCES_TARGET)
    assert looked(page, SENTENCES_TARGET.replace("Trīs", "Četri"))
    assert looked(_source(SENTENCES.replace("Three", "Four")), SENTENCES_TARGET.replace("Trīs", "Četri"))
    assert kept.begin(["a"], "a site")
    assert not looked(_source(SENTENCES.replace("Three", "Four")), SENTENCES_TARGET.replace("Trīs", "Četri"))
    assert not kept.begin(["a", "b"], "a site")  # its words are learnt anew, but those pages are as they were
    assert not looked(_source(SENTENCES.replace("Three", "Four")), SENTENCES_TARGET.replace("Trīs", "Četri"))
    assert not kept.begin(["a", "b"], "the site after an edit of its configuration")
    assert looked(_source(SENTENCES.replace("Three", "Four")), SENTENCES_TARGET.replace("Trīs", "Četri"))


def test_a_source_is_taken_apart_again_where_anything_of_it_changed(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write({"en/a.md": SENTENCES, "lv/a.md": SENTENCES_TARGET})
    config, languages = Config(root, "en", ("lv",), ("{locale}/{page}.md",)), Languages("en", ("lv",), True, True)
    kept, taken = Kept(), list[Any]()
    kept.begin(["a"], "a site")

    def counting(*given: Any) -> SourcePage:
        taken.append(given)
        return take_apart(*given)

    monkeypatch.setattr("facingpages.mkdocs.edition.take_apart", counting)

    def looked(text: str = SENTENCES, url: str = "a/", held: Any = "") -> bool:
        edition, before = Edition(config, discover(config), languages, None, kept), len(taken)

        def visit(tree: Element, md: Markdown, rendered: str) -> None:
            md.htmlStash.rawHtmlBlocks += [held] if held else []
            edition.take(tree, md, edition.site.sources[0], rendered, url)

        _rendered(text, visit)
        assert edition.sources["a"].url == url
        return len(taken) > before

    assert looked()
    assert not looked()
    for changed in ({"text": SENTENCES.replace("Three", "Four")}, {"url": "b/"}, {"held": "<hr>"}):
        assert looked(**changed), changed
        assert looked()
        assert not looked()
    assert looked(held=object())  # what another extension keeps as an element is not known by what it shows
    assert looked(held=object())
    kept.begin(["a"], "the site after an edit of its configuration")
    assert looked()


def test_an_edition_looks_again_where_anything_that_it_shows_may_have_changed(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write({"en/a.md": SENTENCES, "lv/a.md": SENTENCES_TARGET})
    config, languages = Config(root, "en", ("lv",), ("{locale}/{page}.md",)), Languages("en", ("lv",), True, True)
    kept, opened = Kept(), list[Any]()
    monkeypatch.setattr("facingpages.mkdocs.edition.open_spread", lambda *given: opened.append(given) or 1)
    monkeypatch.setattr("facingpages.mkdocs.edition.notes", lambda *_: {})

    def looked(base: str = "../", left: Sequence[Any] = (), words: str = "", raw: str = "<b>") -> bool:
        edition, before = Edition(config, discover(config), languages, None, kept), len(opened)
        file = edition.site.translation("a", "lv")
        assert file is not None
        edition.sources["a"], edition._left[file.path] = _source(SENTENCES), left
        monkeypatch.setattr(edition, "lexicon", lambda _: Lexicon.of(words) if words else None)

        def visit(tree: Element, md: Markdown, _: str) -> None:
            edition.open(tree, md, file, "the same", base, Marks("facing-test"))

        _rendered(SENTENCES_TARGET.replace("<b>", raw), visit)
        return len(opened) > before

    assert looked()
    changes: list[dict[str, Any]] = [
        {"base": "../../"},
        {"left": [1]},
        {"words": "[]"},
        {"raw": "<b class='c'>"},
    ]
    for changed in changes:
        assert not looked()
        assert looked(**changed), changed
        assert looked()


def _serve(root: Path, edits: Sequence[tuple[str, str, str]]) -> list[list[Any]]:
    """What `serving` tells of the first build and that after each edit; all are as in a fresh build."""
    ended = run_in_a_process("tests.plugin.serving", json.dumps(edits), cwd=root)
    assert ended.code == 0, ended.err.decode()
    return list(json.loads(ended.out.splitlines()[-1]))


def test_a_build_after_an_edit_is_that_of_a_fresh_start_and_looks_at_what_changed(tmp_path: Path) -> None:
    pages = {"en/index.md": SOURCE, "lv/index.md": TARGET, "en/other.md": "# Other {#price}\n\nOne.\n\nTwo.\n"}
    pages |= {"lv/other.md": "# Cits {#price}\n\nViens.\n", "sv/other.md": "# Annan {#price}\n\nEtt.\n\nTvå.\n"}
    for path, text in pages.items():
        (tmp_path / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / path).write_text(text, "utf-8")
    (tmp_path / "theme").mkdir()
    for name in ("main.html", "404.html"):
        (tmp_path / "theme" / name).write_text(PAGE, "utf-8")
    settings = CONFIG.format(theme=PLAIN, structure="folder", plugin="  - facingpages: {warn: never}")
    (tmp_path / "mkdocs.yml").write_text(settings, "utf-8")
    edits = [
        ("docs/lv/other.md", "Viens.", "Viens.\n\nDivi."),  # that page
        ("docs/en/other.md", "Two.", "Three."),  # and its translations
        ("docs/lv/index.md", "# Vadlīnijas", "---\nms.translationtype: MT\n---\n# Vadlīnijas"),  # a card: no new look
        ("mkdocs.yml", "warn: never", "warn: never, card: false"),  # all
    ]
    assert _serve(tmp_path, edits) == [[3, False], [1, True], [2, True], [0, True], [3, False]]
