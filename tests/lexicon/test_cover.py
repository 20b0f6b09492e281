"""What a text says of another: words that stand everywhere say nothing, and a sentence that fits nowhere is lost."""

from __future__ import annotations

import pytest
from tests.lexicon.language import lexicon_of

from facingpages.lexicon import Cover, Lexicon, lost_sentences
from facingpages.lexicon.lost import MANY
from facingpages.lexicon.words import Table, Way
from facingpages.read import read_page
from facingpages.rules.sentence import sentences

WORDS = {
    "card": "karte",
    "bank": "banka",
    "pays": "maksa",
    "today": "šodien",
    "rain": "lietus",
    "falls": "līst",
    "north": "ziemeļos",
}
RAIN = "Rain falls north today."


@pytest.mark.parametrize(("said", "said_of_it"), [(599, 0), (601, 1)])
def test_a_word_that_stands_beside_all_renders_none(said: int, said_of_it: int) -> None:
    """Of 2,000 words 40 are `na`: 0.02, so that it must be likelier than 0.06 beside `portal`."""
    table = Table({"porta": {"portala": 7000, "na": said}}, {"na": 40, "portala": 10}, 2000)
    assert Cover(Way(table, table), "portal").said("na") == said_of_it
    assert dict(table.own("porta")).keys() == ({"portala", "na"} if said_of_it else {"portala"})


@pytest.mark.parametrize(
    ("source", "target", "lost"),
    [
        (["Card pays.", RAIN], ["Karte maksa."], [[1, 1]]),
        ([RAIN, "Card pays."], ["Karte maksa."], [[0, 0]]),
        (["Card pays.", RAIN, "Bank pays."], ["Karte maksa.", "Banka maksa."], [[1, 1]]),
        ([RAIN, "Card pays.", "Rain falls north."], ["Karte maksa."], [[0, 0], [2, 1]]),
        (["Card pays.", RAIN], ["Karte maksa, ziemeļos līst."], []),  # in one, and not all of it
        (["Card pays.", "Rain falls."], ["Karte maksa."], []),  # two words are not enough to tell by
        (["Xyzzy plugh quux frob.", "Card pays."], ["Karte maksa."], []),  # words that nobody knows
    ],
)
def test_lost(source: list[str], target: list[str], lost: list[list[int]]) -> None:
    lexicon: Lexicon = lexicon_of(WORDS)
    assert sorted(lost_sentences(lexicon, "\n".join(source), "\n".join(target))) == lost


@pytest.mark.parametrize(
    ("text", "sure", "doubtful"),
    [
        ("One. Two! Three?", 3, 3),
        ("It is 3.5 of them. (And more.) `x` is one.", 3, 3),
        ("Cards, coupons etc. Amounts of e.g. Latvia.", 1, 3),
        ("Since Aug. 6 all is well, says J. Doe.", 1, 1),
        ("An end. and no beginning.", 1, 1),
        ("\u4e00\u4e8c\u3002\u4e09\u56db\u3002", 2, 2),
        ("- . A", 1, 1),
    ],
)
def test_sentences(text: str, sure: int, doubtful: int) -> None:
    blocks = read_page(text.encode()).blocks
    assert (len(sentences(blocks, "en")), len(sentences(blocks, "en", doubtful=True))) == (sure, doubtful)


def test_many_sentences_are_not_looked_at() -> None:
    texts = ["Bank pays."] * MANY
    lexicon = lexicon_of(WORDS)
    assert lost_sentences(lexicon, "\n".join([RAIN, *texts[1:]]), "\n".join(["Banka maksa."] * (MANY - 1))) == [[0, 0]]
    assert lost_sentences(lexicon, "\n".join([RAIN, *texts]), "\n".join(["Banka maksa."] * MANY)) == []
