"""How well a run of source blocks and a run of target blocks fit each other. The same when the sides are swapped."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import copy
from functools import lru_cache
from math import log

from facingpages.align.features import Name, anchor, counts_itself, keys, name_of, words
from facingpages.align.wide import is_narrow
from facingpages.document import OBJECT, Block, Heading, Kind, Row
from facingpages.late import late
from facingpages.lexicon import UNIT, Said, vouched
from facingpages.tuples import NamedTuple

GAP = -0.3
SPLIT = -0.26
FORBIDDEN = -1e9
LIKE_HEADING = 0.8  # a heading and a paragraph that looks like one which was damaged
FEW_CELLS = 3  # of a row, from which on one of which all but one are empty is a title
TITLED = 1.5  # what a row that is a title is worth less beside one that is none
SAME_NAME, OTHER_NAME = 1.5, -1.5  # two rows whose first cells are names
OTHER_ID, SAME_ID = -0.3, 1.8  # two headings that have ids; the second is added to the first where they are one

# What a pair of different kinds is worth at the start; a pair not listed never belongs together.
MIXED: Mapping[frozenset[Kind], float] = {
    frozenset(("paragraph", "heading")): 0.1,
    frozenset(("paragraph", "html")): 0.2,
    frozenset(("paragraph", "directive")): -0.2,
    frozenset(("paragraph", "code")): -0.2,
    frozenset(("paragraph", "row")): -0.2,
    frozenset(("paragraph", "term")): 0.4,
    frozenset(("html", "directive")): 0.2,
    frozenset(("html", "code")): -0.3,
    frozenset(("heading", "term")): 0.0,
}

Voice = Callable[[str], Said]
Voices = tuple[Voice | None, Voice | None]
# In the light of a lexicon: what the mean of all words of two blocks that are known (a logarithm) must be more than to
# speak for them, how many words speak in full, what they may add and take, and how much they count for. Taking as much
# as adding would part free translations.
NEUTRAL, MANY, MEANT, DENIED, WEIGHT = 0.25, 4, 1.5, 0.4, 3.0
# One of two blocks that stand for one on the other side is a stranger to it below that, and if fewer of its words are
# rendered there.
STRANGER, RENDERED = -0.1, 0.5
SENTENCE = late(r"[.!?:\u3002\uff01\uff1f](?:\s|$)|[\u3002\uff01\uff1f]")
WIDE = late(r"(?![\x00-\u2e7f])[^\ufff0-\U0010ffff]")  # from U+2E80 to U+FFEF, said so that it is compiled soon


@lru_cache(maxsize=4096)
def weight(text: str) -> float:
    """The length of a text in Latin letters: an ideograph says about as much as two and a half."""
    if text.isascii() or is_narrow(text):
        return len(text)
    return len(text) + 1.5 * len(WIDE.findall(text))


class Form(NamedTuple):
    """What a block is and where it stands: all of it that can be said without its text. Few blocks of a page differ."""

    kind: Kind
    level: int  # of a heading; 1 of a row of which one cell is filled and the others are empty
    named: bool  # a heading with an id
    like_heading: bool  # a paragraph as a damaged heading looks
    ordered: bool | None  # of the list whose item begins here; None: no item does
    depth: int
    box: str  # of what kind the container around it is
    name: str  # what that is called


def form_of(block: Block) -> Form:
    """The form of a block. A paragraph that is all bold, or begins with `#`, may have been a heading, or a step."""
    like_heading = False
    if block.kind == "paragraph":
        bold = sum(len(strong.text) for strong in block.strongs)
        like_heading = block.text.startswith("#") or bool(bold and bold >= 0.9 * len(block.text.strip()))
    level, named = (block.level, bool(block.id)) if isinstance(block, Heading) else (int(_is_title(block)), False)
    ordered = block.marker.ordered if block.marker is not None else None
    box = block.parent
    around = (box.depth, box.kind, box.name) if box is not None else (0, "", "")
    if ordered is None and counts_itself(block):
        ordered, around = True, (around[0] + 2, "item", "")  # as it would be with a marker
    return Form(block.kind, level, named, like_heading, ordered, *around)


def _is_title(block: Block) -> bool:
    """Whether a row is a title for those below it: one of its cells is filled, and the others are empty."""
    if not isinstance(block, Row) or block.cells < FEW_CELLS:
        return False
    return sum(1 for cell in block.text.split("\t") if cell.strip()) == 1


class _Measured(NamedTuple):
    """What is the same of a block beside whatever it stands: its form, sentences, bold runs, and length at scale 1."""

    form: Form
    sentences: int
    bold: int
    length: float


def _measured(block: Block) -> _Measured:
    found: _Measured | None = block.measured
    if found is None:
        length = weight(block.text) + sum([len(code.text) for code in block.codes])
        sentences = len(SENTENCE.findall(block.text))
        found = block.measured = _Measured(form_of(block), sentences, len(block.strongs), length)
    return found


class Side:
    """One or more neighbouring blocks seen as one. `log` is the logarithm of their length, from 12 on."""

    __slots__ = ("block", "bold", "called", "form", "id", "keys", "log", "name", "said", "sentences", "text", "words")

    def __init__(self, blocks: Sequence[Block], scale: float, voice: Voice | None = None) -> None:
        first = blocks[0]
        self.block = first
        self.id = first.id if isinstance(first, Heading) else ""
        self.called = anchor(first)
        self.name = name_of(first)
        self.form, self.sentences, self.bold, length = _measured(first)
        if len(blocks) == 1:
            self.keys, self.words = keys(first), words(first)
            self.text = first.text
        else:
            self.keys = frozenset().union(*(keys(block) for block in blocks))
            self.words = frozenset().union(*(words(block) for block in blocks))
            self.text = " ".join(block.text for block in blocks)
            length = weight(self.text) + sum([len(code.text) for block in blocks for code in block.codes])
            self.sentences = len(SENTENCE.findall(self.text))
            self.bold = sum([len(block.strongs) for block in blocks])
        self.log = log(length * scale + 12)
        self.said = voice(self.text) if voice is not None and self.text else None


def plain_fit(a: Side, b: Side) -> float:
    """How well two sides fit when the targets of their links are left out."""
    one, two = copy(a), copy(b)
    one.keys = frozenset(key for key in a.keys if key[0] != "l")
    two.keys = frozenset(key for key in b.keys if key[0] != "l")
    return fit(one, two)


def fit(a: Side, b: Side) -> float:
    """From about -1 (nothing in common) to about 4 (the same words); FORBIDDEN where they can't belong together."""
    score = fit_of_forms(a.form, b.form)
    if a.form.kind == "rule":
        return score
    if a.called and a.called == b.called and have_one_id(a, b):
        score += SAME_ID
    score += by_holding(a)[bool(b.keys)]
    if shared := len(a.keys & b.keys):
        score += by_what_is_kept(a, b, shared)
    if a.bold != b.bold:
        score -= by_bold(a.bold, b.bold)
    if read_alike(a, b):
        return score + by_same(a)
    if shared := len(a.words & b.words):
        score += shared / min(len(a.words), len(b.words))
    score -= by_sentences(a.form, a.sentences, b.sentences)
    if a.form.kind != "code":
        score -= off if (off := 0.7 * abs(b.log - a.log)) < 0.9 else 0.9
    if a.said is not None and b.said is not None:
        score += meant(a.said, b.said)
    return score + by_names(a.name, b.name) if a.name[0] and b.name[0] else score


def have_one_id(a: Side, b: Side) -> bool:
    """Of two headings that are called alike, whether one has its id from an author and the other has the same.

    A translation keeps by it the id that generators make of the words of the source's heading.
    """
    return a.id == b.id if a.id and b.id else bool(a.id or b.id)


def read_alike(a: Side, b: Side) -> bool:
    """Whether two sides say the same; where that is but codes and pictures, these are the same.

    Of two components, whether what their authors told them is.
    """
    if a.text != b.text or (a.form.kind == "directive" and a.name != b.name):
        return False
    if OBJECT in a.text and a.form.kind != "directive" and not any(map(str.isalnum, a.text)):
        return a.keys == b.keys
    return bool(a.text) or a.words == b.words


def by_same(side: Side) -> float:
    """What it says that both read the same. Where words are known, none may mean more."""
    return (2.0 + (WEIGHT * MEANT if side.said is not None else 0.0)) if side.text else 0.3


def by_names(a: Name, b: Name) -> float:
    """Two rows, or components, about one thing are one; two of other names, at least one of which is plainly one, two.

    Unless they begin or end alike: then one may be a slip. Or one is of other letters: then it may be translated.
    """
    (one, sure), (other, plain) = a, b
    if one == other:
        return SAME_NAME
    if one and other and one.isascii() != other.isascii():
        return 0.0
    return OTHER_NAME if (sure or plain) and one[:3] != other[:3] and one[-3:] != other[-3:] else 0.0


def by_holding(side: Side) -> tuple[float, float]:
    """What it says that another side holds nothing that a translator keeps, or something, before this is compared."""
    return (-0.3, -0.8) if side.keys else (0.0, -0.3)


def by_what_is_kept(a: Side, b: Side, shared: int) -> float:
    """What it says that both hold some of the same."""
    return 0.8 + 1.6 * shared / (len(a.keys) + len(b.keys) - shared)


def by_bold(one: int, other: int) -> float:
    """What other numbers of bold runs take away."""
    return min(0.5, 0.25 * abs(other - one))


def by_sentences(form: Form, one: int, other: int) -> float:
    """What other numbers of sentences take away."""
    off = abs(other - one)
    if form.kind == "code":
        return min(0.24, 0.1 * off)
    return 0.24 if off > 2 else 0.1 * off


@lru_cache(maxsize=4096)
def fit_of_forms(one: Form, two: Form) -> float:
    """What the forms of two blocks say, where the ids of headings are others; FORBIDDEN where they rule a pair out."""
    if one.kind != two.kind:
        mixed = MIXED.get(frozenset((one.kind, two.kind)))
        if mixed is None:
            return FORBIDDEN
        heading = "heading" in (one.kind, two.kind) and (one.like_heading or two.like_heading)
        return mixed + (LIKE_HEADING if heading else 0.0) + _place(one, two)
    if one.kind == "rule":
        return 0.8
    score = 1.0
    if one.level != two.level:
        score -= TITLED if one.kind == "row" else 0.3
    if one.named and two.named:
        score += OTHER_ID
    return score + _place(one, two)


def _place(one: Form, two: Form) -> float:
    """What the containers around two blocks say."""
    score = 0.0
    if (one.ordered is None) != (two.ordered is None):
        score -= 0.35
    elif one.ordered != two.ordered:
        score -= 0.1
    if one.depth or two.depth:
        score -= min(0.45, 0.15 * abs(one.depth - two.depth))
        if one.box != two.box:
            score -= 0.1
        elif one.name != two.name:
            score -= 0.15
    return score


def meant(a: Said, b: Said) -> float:
    """What the words of two texts add to how well these fit, in the light of a lexicon."""
    return by_words(telling(a, b))


def by_words(value: float) -> float:
    """The same, of how sure their words are."""
    return WEIGHT * max(-DENIED, min(MEANT, value))


def telling(a: Said, b: Said) -> float:
    """How sure the words of two texts are that one renders the other: above 0 if they are.

    Few words say less, and those that nobody knows nothing.
    """
    return told(vouched(a, b), a.known + b.known)


def told(value: int, size: int) -> float:
    """The same, of what two texts of so many words vouch for each other."""
    return (value / (UNIT * size) - NEUTRAL) * min(1.0, size / MANY) if size else 0.0


def adds(more: Sequence[Block], some: Sequence[Block], whole: Sequence[Block], voices: Voices) -> bool:
    """Whether blocks that may stand beside others for some of the other page make these say more of what that says.

    Where no words are known, they may.
    """
    ours, theirs = voices
    if ours is None or theirs is None:
        return True
    one, both, there = (" ".join(block.text for block in blocks) for blocks in (some, [*some, *more], whole))
    said = theirs(there)
    return telling(ours(both), said) > telling(ours(one), said)
