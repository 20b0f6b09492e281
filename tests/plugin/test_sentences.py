"""Sentences are paired only without doubt: measured against pages whose sentences people paired."""

import re
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring, tostring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facingpages.mkdocs.sentences import Sentence, describe, pair, split

MEMORY = Path(__file__).parents[2] / "memory"
UNIT = re.compile(r"<tu\b.*?</tu>", re.S)
SEGMENT = re.compile(r"<seg>(.*?)</seg>", re.S)


def sentences(html: str) -> list[str]:
    paragraph = fromstring(f"<p>{html}</p>")
    return ["".join(span.itertext()) for span in split(paragraph)]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("Buy one. Then wait.", ["Buy one. ", "Then wait."]),
        ("Open <b>Billing</b>. <b>Save</b> it.", ["Open Billing. ", "Save it."]),
        ("Costs 2.50 at most. It is 5 now. May I?", ["Costs 2.50 at most. ", "It is 5 now. ", "May I?"]),
        ("For example, e.g. Teams works.", ["For example, e.g. Teams works."]),
        ("See <a href='x'>A. Big B</a> now.", ["See A. Big B now."]),
        ("На 5 г. цената расте. Купете сега.", ["На 5 г. цената расте. ", "Купете сега."]),
        ("Viņš teica „Pērciet.” Mēs gaidījām.", ["Viņš teica „Pērciet.” ", "Mēs gaidījām."]),
        ("2020. gada 6. aprīlī tas sākās. Tagad beidzas.", ["2020. gada 6. aprīlī tas sākās. ", "Tagad beidzas."]),
        ("One only", ["One only"]),
        ("", []),
    ],
)
def test_where_sentences_end(html: str, expected: list[str]) -> None:
    assert sentences(html) == expected


@given(st.lists(st.sampled_from(["Buy. ", "wait ", "<b>Now.</b> ", "<a href='x'>Go</a> ", "5. ", "Ā! "]), max_size=12))
def test_splitting_loses_nothing_and_changes_nothing(parts: list[str]) -> None:
    paragraph = fromstring(f"<p>{''.join(parts)}</p>")
    before = tostring(paragraph)
    spans = split(paragraph)
    assert tostring(paragraph) == before
    whole = Element("p")
    for span in spans:
        whole.text = (whole.text or "") + (span.text or "") if not len(whole) else whole.text
        if len(whole):
            whole[-1].tail = (whole[-1].tail or "") + (span.text or "")
        whole.extend(list(span))
    assert tostring(whole) == before


def test_one_doubt_keeps_paragraphs_whole() -> None:
    def found(*texts: str) -> list[Sentence]:
        return [describe(fromstring(f"<span>{text}</span>")) for text in texts]

    assert pair(found("Buy one now.", "Then wait for it."), found("Pērciet tagad.", "Tad gaidiet."))
    assert not pair(found("Buy one now."), found("Pērciet tagad."))
    assert not pair(found("Buy.", "Wait.", "Call."), found("Pērciet.", "Gaidiet."))
    assert not pair(found("Buy 10.", "Wait."), found("Pērciet.", "Gaidiet 10."))
    assert not pair(found("<strong>A</strong> b.", "C."), found("A b.", "<strong>C</strong>."))
    assert not pair(found("<a href='x'>A</a>.", "B."), found("A.", "<a href='x'>B</a>."))
    assert not pair(found("A" * 200, "B"), found("A", "B" * 200))


def test_paragraphs_of_the_article_pair_as_its_translators_paired_them() -> None:
    """The memory holds the article's sentences as they were published in pairs; joined, they must come apart again."""
    paired = 0
    for file in sorted(MEMORY.rglob("*.tmx")):
        units = [SEGMENT.findall(unit) for unit in UNIT.findall(file.read_text("utf-8"))]
        whole = [(source, target) for source, target in units if source.endswith(".") and target.endswith(".")]
        for (source, target), (source_next, target_next) in pairwise(whole):
            marks = re.compile(r"\*\*|\[|\]\([^)]*\)|&\w+;|<[^>]*>")
            texts = [marks.sub("", text) for text in (source, source_next, target, target_next)]
            left, right = (sentences(f"{a} {b}") for a, b in (texts[:2], texts[2:]))
            spans = [[describe(fromstring(f"<span>{text}</span>")) for text in side] for side in (left, right)]
            if pair(*spans) and len(left) == 2:
                paired += 1
                assert left[0].strip() == texts[0].strip()
                assert right[0].strip() == texts[2].strip()
    assert paired >= 10
