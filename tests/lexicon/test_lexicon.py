"""A lexicon is what the pages of a site say, the same for whoever reads them, and never what one page says alone."""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from tests.lexicon.language import RENDERING, SOURCE, lesson_of, page, pages, rendered, sentence

from facingpages.lexicon import Lexicon, Meaning, share_rendered, vouched
from facingpages.lexicon.lessons import LEAST, Learnt
from facingpages.lexicon.pairs import Worded, pairs, worded
from facingpages.lexicon.texts import Both, Texts
from facingpages.lexicon.tokens import COMMON, LETTERS, MARKS, SIGNS, SOUNDS, UNUSUAL, is_special, spans, words
from facingpages.read.skim import skim

pytest.importorskip("numpy")


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    found = lesson_of(list(pages(80))).lexicon
    assert found is not None
    return found


def test_words_are_learnt_with_their_endings(lexicon: Lexicon) -> None:
    known = [word for word in SOURCE if word[:5] in lexicon.forward.renderings]
    assert len(known) > 120
    first = {word: max(lexicon.forward.renderings[word[:5]].items(), key=lambda item: item[1])[0] for word in known}
    right = [word for word in known if first[word].startswith(RENDERING[word][:4])]
    assert len(right) > 0.95 * len(known)


def test_a_rendering_vouches_and_another_text_does_not(lexicon: Lexicon) -> None:
    source, target = page(1000)
    meaning = Meaning(lexicon)
    for at, text in enumerate(source):
        scores = [vouched(meaning.source(text), meaning.target(other)) for other in target]
        assert max(scores) == scores[at] > 0
        assert vouched(meaning.target(target[at]), meaning.source(text)) == scores[at]


def test_words_of_usual_alphabets_are_those_of_all() -> None:
    """What is told sign by sign is what Python takes for letters and digits, in each place of a word."""
    signs = [sign for sign in map(chr, range(0x10000)) if not UNUSUAL.search(sign)]
    assert len(signs) > 1200
    text = "".join(f"{sign} a{sign}b abcd{sign} abcdef{sign}g\n" for sign in signs)
    assert COMMON.findall(text) == LETTERS.findall(text)


def test_a_sign_that_is_a_word_is_told_without_a_pattern() -> None:
    special = re.compile(rf"[{SIGNS}{SOUNDS}{MARKS}]")
    signs = [chr(number) for number in (*range(0x10000), *range(0x1F000, 0x40010))]
    assert [sign for sign in signs if is_special(sign)] == [sign for sign in signs if special.match(sign)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("API\ub97c", ("api", "\ub97c")),  # a particle behind a name
        ("\ud398\uc774\uc9c0\ub97c", ("\ud398\uc774",)),  # and behind a word: the same as without it
        ("\ud398\uc774\uc9c0 \uc548\uc758 \u5b57", ("\ud398\uc774", "\uc548\uc758", "\u5b57")),
        ("\uc6f9components", ("\uc6f9", "compo")),
        ("components", ("compo",)),
        ("API\u30ad\u30fc", ("api", "\u30ad\u30fc")),
        ("API\u30ad\u30fc\u3092\u78ba\u8a8d\u3057", ("api", "\u30ad\u30fc", "\u3092", "\u78ba", "\u8a8d", "\u3057")),
    ],
)  # fmt: skip
def test_a_word_of_syllables_is_known_by_the_first_two_and_ends_with_its_script(
    text: str, expected: tuple[str, ...]
) -> None:
    assert words(text) == expected
    assert tuple(word for word, _, _ in spans(text)) == expected


def test_words_are_the_same_beside_other_scripts() -> None:
    """Whatever pattern finds them: a sign of another script says nothing of the words beside it."""
    for text in (
        "API\uc758 \ud398\uc774\uc9c0\ub97c",
        "API\u30ad\u30fc\u3068 Name",
        "components of \u30c6\u30b9\u30c8\u30b1\u30fc\u30b9",
    ):
        assert words(f"{text} \u5b57")[:-1] == words(text) == tuple(word for word, _, _ in spans(text))


def test_too_few_pages_teach_nothing() -> None:
    assert lesson_of(list(pages(LEAST - 1))) == Learnt(LEAST - 1, None)
    assert lesson_of(list(pages(LEAST))).lexicon is not None


def test_editions_of_one_page_teach_once() -> None:
    """Sentences that a page has of its own in each edition make it no other page; what all pages say again does."""
    versions = [
        ([*source, *page(100 * edition + number, 2)[0]], [*target, *page(100 * edition + number, 2)[1]])
        for edition in range(1, 7)
        for number, (source, target) in enumerate(pages(LEAST // 2))
    ]
    assert lesson_of(versions) == Learnt(LEAST // 2, None)
    again = page(100, 5)
    alike = [([*source, *again[0]], [*target, *again[1]]) for source, target in pages(LEAST)]
    assert lesson_of(alike).pages == LEAST


def test_pages_whose_words_tell_nothing_teach_nothing() -> None:
    rng = random.Random(3)
    strangers = [
        (source, [rendered(sentence(rng), rng) for _ in source]) for source, _ in pages(LEAST + 10)
    ]  # fmt: skip
    assert lesson_of(strangers) == Learnt(LEAST + 10, None)


def test_it_is_the_same_whatever_the_order_of_sets() -> None:
    code = "from tests.lexicon.language import lesson_of, pages\nprint(lesson_of(list(pages(60))).lexicon.digest)"
    root = Path(__file__).parents[2]
    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": f"{root}{os.pathsep}{root / 'tools'}"},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(told) == 1
    assert told != {""}


def test_it_is_json_and_comes_back_as_it_was(lexicon: Lexicon) -> None:
    again = Learnt.of(json.loads(json.dumps(Learnt(80, lexicon).flat())))
    assert again.lexicon is not None
    assert again.lexicon.digest == lexicon.digest
    assert Learnt.of(json.loads(json.dumps(Learnt(3, None).flat()))) == Learnt(3, None)


def _looked_into(data: object) -> None:
    """What was learnt, from its flat form, with the lexicon if there is one."""
    lexicon = Learnt.of(data).lexicon
    _ = lexicon and lexicon.forward


@pytest.mark.parametrize(
    "data",
    [None, [], 3, [1, {}], ["1", None], [1, "[[{}, {}, 1]]"], [1, "[1, 1]"], [1, "["], [1, 3],
     *([1, json.dumps([[*table, 1], [*table, 1]])]
       for table in ([{"a": {"b": "c"}}, {}], [{"a": {"b": 1}}, {"b": -1}], [{"a": 1}, {}]))],
)  # fmt: skip
def test_what_is_none_is_refused(data: object) -> None:
    with pytest.raises((AttributeError, KeyError, TypeError, ValueError)):
        _looked_into(data)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Priekšapmaksas kartes, kartes!", ("priek", "karte")),
        ("設定を開く", ("設", "定", "を", "開", "く")),
        ("サービス", ("サービス",)),
        ("Open 開 now", ("open", "開", "now")),
        ("हिन्दी", ("हिन्द",)),
        ("snake_case", ("snake", "case")),
        ("\ufffc …", ()),
    ],
)
def test_words_of_a_text(text: str, expected: tuple[str, ...]) -> None:
    assert words(text) == expected


@settings(max_examples=30)
@given(some.text(max_size=40))
def test_words_are_cut_and_stand_once(text: str) -> None:
    found = words(text)
    assert len(set(found)) == len(found)
    assert all(1 <= len(word) <= 5 for word in found)


def _leaves(raw: bytes) -> list[Worded]:
    return worded(skim(raw))


def test_pages_that_are_not_parallel_teach_their_parallel_sections() -> None:
    source = _leaves(b"# A\n\nOne two.\n\n# B\n\nThree four.\n\nMore.\n")
    target = _leaves(b"# C\n\nViens divi.\n\n# D\n\nTris cetri.\n")
    assert pairs(source, target) == [(("a",), ("c",)), (("one", "two"), ("viens", "divi"))]
    assert pairs(source, _leaves(b"# C\n\nViens.\n")) == []


def test_links_labels_and_sentences_give_pairs_of_their_own() -> None:
    source = _leaves(b"See [rates](en/r.md). Select **Save** now.\n\n| cell | other |\n|-|-|\n")
    target = _leaves(b"Se [priser](sv/r.md). V\xc3\xa4lj **Spara** nu.\n\n| ruta | annan |\n|-|-|\n")
    assert pairs(source, target) == [
        (("see", "rates"), ("se", "prise")), (("selec", "save", "now"), ("välj", "spara", "nu")),
        (("rates",), ("prise",)), (("save",), ("spara",)), (("cell",), ("ruta",)), (("other",), ("annan",)),
    ]  # fmt: skip


def test_a_table_of_texts_is_what_each_pair_of_them_is(lexicon: Lexicon) -> None:
    source, target = page(1001)
    meaning = Meaning(lexicon)
    said = [meaning.target(text) for text in target]
    texts = Texts([None, *said], Both(map(meaning.source, source), said))
    for low, high in ((0, len(said) + 1), (2, 5)):
        for text in source:
            one = meaning.source(text)
            columns = [said[at - 1] for at in range(max(low, 1), high)]
            first = low == 0
            assert texts.vouched(one, low, high)[first:] == [vouched(one, other) for other in columns]
            assert texts.rendering(one, low, high)[first:] == [share_rendered(one, other) for other in columns]
            assert texts.rendered(one, low, high)[first:] == [share_rendered(other, one) for other in columns]
