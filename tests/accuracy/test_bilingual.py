"""Pages that carry their source inside."""

from random import Random

from tests.accuracy.bilingual import BilingualPair
from tests.accuracy.mutations import KINDS
from tests.accuracy.pairs import Mutation


def segment(target: str, source: str) -> str:
    return (
        f'<span data-ttu-id="a1">{target}</span><span class="sxs-lookup"><span data-stu-id="a1">{source}</span></span>'
    )


TEXT = "\n".join(
    [
        "# " + segment("Virsraksts", "Title"),
        "",
        segment("Atlasiet **Labi** vai gaidiet 15 minūtes.", "Select **OK** or wait 15 minutes."),
        "",
        "```",
        "code",
        "```",
        "",
    ]
)


def test_both_sides_are_read() -> None:
    pair = BilingualPair.of(TEXT, "lv", "a")
    assert pair.in_parity
    assert "Select **OK**" in pair.source.text
    assert "Select" not in pair.target.text


def test_unfolding_gives_the_page_back() -> None:
    pair = BilingualPair.of(TEXT, "lv", "a")
    assert pair.published(Mutation(pair.target.text, ((1, 1),))) is None
    changed = pair.published(Mutation(pair.target.text.replace("gaidiet", "pagaidiet"), ((3, 3),)))
    assert changed is not None
    assert changed.text == TEXT.replace("gaidiet", "pagaidiet")


def test_the_source_inside_is_not_damaged() -> None:
    pair = BilingualPair.of(TEXT, "lv", "a")
    mutation = KINDS["number-digit-changed"].mutate(pair, Random(0))
    assert mutation is not None
    published = pair.published(mutation)
    assert published is not None
    assert "wait 15 minutes" in published.text
    assert "gaidiet 15 " not in published.text


def test_damage_to_both_sides_is_no_defect() -> None:
    pair = BilingualPair.of(TEXT, "lv", "a")
    mutation = KINDS["code-block-deleted"].mutate(pair, Random(0))
    assert mutation is not None
    assert pair.published(mutation) is None
