"""What counts as found, as new and as noise: with small checkers whose answers are known."""

from pathlib import Path

import pytest
from tests.accuracy.corpus import Corpus, PagePair, SetupError
from tests.accuracy.kinds import Kind
from tests.accuracy.mutations import KINDS
from tests.accuracy.pairs import Mutation
from tests.accuracy.planting import Finding, Library, Planted, copied, of_copy, plan
from tests.accuracy.protocol import Measurement, Outcome, measure, new_findings, run_check, subject

SITES = Path(__file__).parent / "sites"
LEARN = Corpus.at(SITES / "learn")
FILES = PagePair("a", "lv", "en/a.md", "lv/a.md")
BEFORE = "\n".join(f"line {number}" for number in range(1, 21))


def finding(rule: str, line: int, message: str = "", path: str = "lv/a.md", **more: object) -> Finding:
    return {"rule": rule, "severity": "error", "path": path, "line": line, "message": message, "locale": "lv", **more}


def planted(fits: str, text: str, *places: tuple[int, int], source: tuple[int, int] | None = None) -> Planted:
    kind = Kind("kind", lambda pair, rng: None, frozenset(fits.split()))  # noqa: ARG005
    return Planted(kind, FILES, Mutation(text, places, source), 0)


def outcome(entry: Planted, now: list[Finding], old: list[Finding] | None = None) -> Outcome:
    return Outcome(entry, new_findings(old or [], now, BEFORE, entry))


@pytest.mark.parametrize(
    ("rule", "about"),
    [("link-text-empty", "link-text"), ("link-target", "link"), ("step-missing", "step"), ("page-missing", "page"),
     ("text-mixed-scripts", "text"), ("literal", "literal")],
)  # fmt: skip
def test_subject(rule: str, about: str) -> None:
    assert subject(rule) == about


def test_a_fitting_finding_one_line_away_counts() -> None:
    entry = planted("step", BEFORE, (5, 5))
    assert outcome(entry, [finding("step-missing", 6)]).located
    assert not outcome(entry, [finding("step-missing", 7)]).located
    assert outcome(entry, [finding("step-missing", 7)]).fitting
    assert not outcome(entry, [finding("link-target", 5)]).fitting


def test_a_copy_leads_to_itself_where_its_page_does() -> None:
    text = '[a](../start/#x) [b](start.md) ![c](/start/a.png) [d](restart.md) <a name="start"></a>\n'
    assert of_copy(text, "en/start.md", "en/start--2.md") == (
        '[a](../start--2/#x) [b](start--2.md) ![c](/start/a.png) [d](restart.md) <a name="start"></a>\n'
    )


def test_a_copy_leaves_alone_what_only_is_called_like_its_page() -> None:
    text = (
        '{{< relref "start.de.md" >}} [a](https://a.example/start) [b](../other/start.md) (start)\n'
        "```bash\nrun (start)\n[c](start.md)\n```\n[d](start.de.md) [d](./start)\n"
    )
    assert of_copy(text, "docs/start.de.md", "docs/start--2.de.md") == (
        '{{< relref "start--2.de.md" >}} [a](https://a.example/start) [b](../other/start.md) (start)\n'
        "```bash\nrun (start)\n[c](start.md)\n```\n[d](start--2.de.md) [d](./start--2)\n"
    )


def test_a_named_place_in_the_source_counts() -> None:
    entry = planted("step", BEFORE, (5, 5), source=(11, 12))
    found = outcome(entry, [finding("step-missing", 1, related=[{"path": "en/a.md", "line": 13}])])
    assert found.located
    assert not found.on_target
    assert not outcome(entry, [finding("step-missing", 1, related=[{"path": "en/a.md", "line": 14}])]).located


def test_an_old_finding_that_moved_is_not_new() -> None:
    shifted = "line 1\nline 2\nnew\n" + "\n".join(BEFORE.split("\n")[2:])
    entry = planted("step", shifted, (3, 3))
    old = [finding("block-extra", 9, "x"), finding("step-missing", 2, "y")]
    now = [finding("block-extra", 10, "x"), finding("step-missing", 2, "y")]
    assert outcome(entry, now, old).new == []


def test_a_second_finding_with_the_message_of_an_old_one_is_new() -> None:
    entry = planted("step", BEFORE, (5, 5))
    old = [finding("step-missing", 15, "lost")]
    now = [finding("step-missing", 5, "lost"), finding("step-missing", 15, "lost")]
    assert [found["line"] for found in outcome(entry, now, old).new] == [5]


def test_an_old_finding_that_counts_anew_is_not_new() -> None:
    entry = planted("step", BEFORE, (5, 5))
    old = [finding("step-missing", 15, "step 4 is lost")]
    assert outcome(entry, [finding("step-missing", 15, "step 3 is lost")], old).new == []


def test_a_new_message_at_the_damage_is_new() -> None:
    entry = planted("link", BEFORE, (5, 5))
    old = [finding("link-target", 5, "1 link is lost")]
    assert outcome(entry, [finding("link-target", 5, "2 links are lost")], old).located


def test_a_new_message_after_a_harmless_edit_is_the_old_finding() -> None:
    entry = planted("", BEFORE, (5, 5))
    old = [finding("link-target", 5, "1 link is lost in 'a'")]
    assert outcome(entry, [finding("link-target", 5, "1 link is lost in 'b'")], old).new == []


def test_the_severest_level_is_reported() -> None:
    entry = planted("step", BEFORE, (5, 5))
    now = [finding("step-missing", 5, severity="info"), finding("step-missing", 4, "b", severity="warning")]
    assert outcome(entry, now).level == "warning"


def replacement_checker(root: Path) -> list[Finding]:
    """Reports replacement characters, and one old trouble on the first line of every translated page."""
    found = []
    for path in sorted(root.rglob("*.md")):
        name = path.relative_to(root).as_posix()
        locale = name.split("/")[0]
        if locale == "en":
            continue
        found.append(finding("page-odd", 1, "odd", name, locale=locale, severity="info"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if "\ufffd" in line:
                found.append(finding("text-broken", number, "broken", name, locale=locale))
    return found


def measured(*names: str, pages: int = 4) -> Measurement:
    return measure(LEARN, [KINDS[name] for name in names], None, pages, 0, replacement_checker)


def test_measure_finds_what_the_checker_finds() -> None:
    result = measured("replacement-character", "heading-deleted", "trailing-space")
    by_kind = {name: [o for o in result.outcomes if o.planted.kind.name == name] for name in KINDS}
    assert len(by_kind["replacement-character"]) == 4
    assert all(o.located and o.on_target and o.level == "error" for o in by_kind["replacement-character"])
    assert not any(o.new for o in by_kind["heading-deleted"])
    assert not any(o.new for o in by_kind["trailing-space"])


def test_measure_counts_findings_on_honest_pages() -> None:
    result = measured("trailing-space")
    assert len(result.pairs) == 9
    assert all([f["rule"] for f in found] == ["page-odd"] for found in result.honest.values())


def test_a_page_is_changed_once_a_round_and_locales_take_turns() -> None:
    library = Library(LEARN)
    entries = plan(LEARN.pairs(), library, KINDS.values(), 3, 0)
    places = [(entry.round, entry.files.target) for entry in entries]
    assert len(places) == len(set(places))
    locales = [entry.files.locale for entry in entries if entry.kind.name == "heading-deleted"]
    assert sorted(locales) == ["bg", "lv", "sv"]


def test_copies_give_the_same_answers_in_fewer_rounds() -> None:
    kinds = [KINDS[name] for name in ("replacement-character", "heading-deleted", "trailing-space", "crlf")]
    single, many = (measure(LEARN, kinds, None, 9, 0, replacement_checker, copies=copies) for copies in (1, 4))
    assert max(o.planted.round for o in single.outcomes) > max(o.planted.round for o in many.outcomes) == 0
    answers = [
        [(o.planted.files, o.planted.mutation, bool(o.located), len(o.new)) for o in m.outcomes] for m in (single, many)
    ]
    assert answers[0] == answers[1]


def test_another_seed_plants_elsewhere() -> None:
    library = Library(LEARN)
    kinds = [KINDS["heading-deleted"], KINDS["number-digit-changed"]]
    first, second, again = (plan(LEARN.pairs(), library, kinds, 3, seed) for seed in (0, 1, 0))
    assert first == again
    assert [entry.mutation for entry in first] != [entry.mutation for entry in second]


def test_all_locales_of_a_page_are_in_one_split() -> None:
    splits: dict[str, set[str]] = {}
    for files in LEARN.pairs():
        splits.setdefault(files.page, set()).add(files.split)
    assert all(len(names) == 1 for names in splits.values())


def test_the_corpus_itself_is_left_alone(tmp_path: Path) -> None:
    root = tmp_path / "site"
    with copied(LEARN) as tree:
        tree.rename(root)
        tree.mkdir()
    corpus = Corpus.at(root)
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    measure(corpus, [KINDS["replacement-character"]], None, 3, 0, replacement_checker)
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


def test_a_folder_without_pairs_is_refused(tmp_path: Path) -> None:
    (tmp_path / "facingpages.toml").write_text('source = "en"\npages = ["{locale}/{page}.md"]\n', encoding="utf-8")
    with pytest.raises(SetupError, match="no page matches"):
        Corpus.at(tmp_path).pairs()


def test_a_folder_without_configuration_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="--config"):
        Corpus.at(tmp_path)


def test_root_locale_sources_are_paired(tmp_path: Path) -> None:
    (tmp_path / "docs" / "lv").mkdir(parents=True)
    (tmp_path / "docs" / "a.md").write_text("# A\n", encoding="utf-8")
    (tmp_path / "docs" / "lv" / "a.md").write_text("# Ā\n", encoding="utf-8")
    configuration = 'pages = ["docs/{locale}/{page}.md"]\nsource_pages = ["docs/{page}.md"]\nlocales = ["lv"]\n'
    assert Corpus(tmp_path, configuration).pairs() == [PagePair("a", "lv", "docs/a.md", "docs/lv/a.md")]


def test_a_checker_that_cannot_run_says_why(tmp_path: Path) -> None:
    """An empty folder is a set-up error of the command, never a clean bill."""
    with pytest.raises(SetupError, match="facingpages"):
        run_check(tmp_path)


@pytest.mark.parametrize(
    ("page", "path", "copy"),
    [
        ("a/start", "docs/en/a/start.md", "docs/en/a/start--2.md"),
        ("start", "start.lv.md", "start--2.lv.md"),
        ("a/start", "docs/a/start.zh-CN.mdx", "docs/a/start--2.zh-CN.mdx"),
        ("a/v1.2", "docs/a/v1.2.md", "docs/a/v1.2--2.md"),
        ("a", "b/_index.md", "b/_index--2.md"),
    ],
)
def test_copy_keeps_the_layout(page: str, path: str, copy: str) -> None:
    assert PagePair(page, "lv", path, path).copy(2).target == copy
