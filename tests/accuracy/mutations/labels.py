"""Damage to bold labels, emphasis and pictures."""

import re
from random import Random

from tests.accuracy.blocks import Block, hide
from tests.accuracy.kinds import defect
from tests.accuracy.page import BOLD, Mark
from tests.accuracy.pairs import Mutation, Pair, is_letter, pick, running


def bolds(pair: Pair, *kinds: str) -> list[tuple[Block, Mark]]:
    """Bold runs that hold no other mark-up, in blocks with as many of them as the source."""
    return [entry for entry in pair.kept(BOLD, *kinds) if not set("[]`<>_") & set(entry[1].text)]


def starless(pair: Pair, mark: Mark) -> bool:
    """No other star stands on the line, so that what is left over cannot pair up with it."""
    line = hide(pair.target.lines[mark.line])
    return "*" not in re.sub(r"^\s*\*\s", "", line[: mark.start] + line[mark.end :])


@defect("label-dropped-in-step", "label")
def label_dropped_in_step(pair: Pair, rng: Random) -> Mutation | None:
    found = pick(rng, (entry for entry in bolds(pair, "item") if entry[0].ordered))
    return found and pair.change(*found, found[1].text, lost=True)


@defect("label-dropped-in-prose", "label emphasis")
def label_dropped_in_prose(pair: Pair, rng: Random) -> Mutation | None:
    found = pick(rng, (entry for entry in bolds(pair, "paragraph", "item") if not entry[0].ordered))
    return found and pair.change(*found, found[1].text, lost=True)


@defect("label-dropped-in-table", "label emphasis")
def label_dropped_in_table(pair: Pair, rng: Random) -> Mutation | None:
    found = pick(rng, bolds(pair, "table"))
    return found and pair.change(*found, found[1].text)


@defect("label-deleted", "label step list")
def label_deleted(pair: Pair, rng: Random) -> Mutation | None:
    """The label and its words are gone from a step."""
    found = pick(rng, (entry for entry in bolds(pair, "item") if entry[0].ordered))
    return found and pair.change(*found, "", lost=True)


@defect("labels-merged", "label")
def labels_merged(pair: Pair, rng: Random) -> Mutation | None:
    """Two labels with a separator between them (**File** > **Options**) become one."""
    found = []
    for block, mark in bolds(pair):
        rest = pair.target.lines[mark.line][mark.end :]
        match = re.match(r"(\s*(?:>|&gt;|-|→|,)\s*)\*\*([^*\s][^*]*)\*\*", rest)
        if match:
            whole = Mark(mark.line, mark.start, mark.end + match.end(), f"{mark.text}{match[1]}{match[2]}")
            found.append((block, whole))
    chosen = pick(rng, found)
    return chosen and pair.change(*chosen, f"**{chosen[1].text}**")


@defect("bold-unclosed-by-space", "emphasis label")
def bold_unclosed_by_space(pair: Pair, rng: Random) -> Mutation | None:
    """``** text**`` shows its stars."""
    found = pick(rng, (entry for entry in bolds(pair) if starless(pair, entry[1])))
    if found is None:
        return None
    return pair.change(*found, rng.choice((f"** {found[1].text}**", f"** {found[1].text} **")))


@defect("bold-marker-lost", "emphasis label")
def bold_marker_lost(pair: Pair, rng: Random) -> Mutation | None:
    found = pick(rng, (entry for entry in bolds(pair) if starless(pair, entry[1])))
    return found and pair.change(
        *found, rng.choice((f"**{found[1].text}", f"{found[1].text}**", f"**{found[1].text}*"))
    )


@defect("bold-escaped", "emphasis label")
def bold_escaped(pair: Pair, rng: Random) -> Mutation | None:
    found = pick(rng, bolds(pair))
    return found and pair.change(*found, rf"\*\*{found[1].text}\*\*")


@defect("stray-asterisk", "emphasis")
def stray_asterisk(pair: Pair, rng: Random) -> Mutation | None:
    """One star after a word of a block whose source has none."""
    found = []
    for block in pair.target.of("paragraph", "item"):
        if "*" in re.sub(r"(?m)^\s*\*\s", "", pair.source_text(block)):
            continue
        found += [(block, mark) for mark in pair.target.words(r"[^\W\d_]{4,}(?=[ ,.])", block)]
    chosen = pick(rng, found)
    return chosen and pair.change(*chosen, rng.choice((f"{chosen[1].text}*", f"{chosen[1].text}**")))


@defect("bold-glued", "label emphasis link-text")
def bold_glued(pair: Pair, rng: Random) -> Mutation | None:
    """The space between a word and a bold run is lost, on either side."""
    found = []
    for block, mark in bolds(pair, "paragraph", "item"):
        line = running(pair.target.lines[mark.line])
        if not is_letter(mark.text.rstrip()[-1]) or not is_letter(mark.text.lstrip()[0]):
            continue  # signs that set no blanks
        if mark.start > 1 and line[mark.start - 1] == " " and is_letter(line[mark.start - 2]):
            found.append((block, Mark(mark.line, mark.start - 1, mark.start, "")))
        if line[mark.end : mark.end + 1] == " " and is_letter(line[mark.end + 1 : mark.end + 2] or "."):
            found.append((block, Mark(mark.line, mark.end, mark.end + 1, "")))
    chosen = pick(rng, found)
    return chosen and pair.change(*chosen, "")


@defect("image-mark-lost", "image link")
def image_mark_lost(pair: Pair, rng: Random) -> Mutation | None:
    """Without its ``!`` a picture is a link."""
    found = pick(rng, pair.images())
    return found and pair.change(*found, _image(found[1])[1:])


@defect("image-deleted", "image")
def image_deleted(pair: Pair, rng: Random) -> Mutation | None:
    found = pick(rng, pair.images())
    if found is None:
        return None
    block, mark = found
    if pair.target.block_text(block).strip() == _image(mark):
        return pair.cut(block.start, block.end, block)
    return pair.change(block, mark, "", lost=True)


@defect("image-source-changed", "image")
def image_source_changed(pair: Pair, rng: Random) -> Mutation | None:
    found = pick(rng, pair.images())
    if found is None:
        return None
    block, mark = found
    stem, dot, suffix = mark.target.rpartition(".")
    target = f"{stem[:-2]}-1{dot}{suffix}" if dot and len(stem) > 3 else mark.target + "-1"
    return pair.change(block, mark, _image(mark, target=target))


@defect("image-alt-emptied", "image")
def image_alt_emptied(pair: Pair, rng: Random) -> Mutation | None:
    found = pick(
        rng, (entry for entry in pair.images() if entry[1].text.strip() and "![](" not in pair.source_text(entry[0]))
    )
    return found and pair.change(*found, _image(found[1], text=""))


def _image(mark: Mark, text: str | None = None, target: str | None = None) -> str:
    alt = mark.text if text is None else text
    return f"![{alt}]({mark.target if target is None else target}{mark.title})"


@defect("label-rendered-two-ways", "label")
def label_rendered_two_ways(pair: Pair, rng: Random) -> Mutation | None:
    """A label that the page renders three times or more in one way is once rendered by other words."""
    renderings: dict[str, list[tuple[Block, Mark]]] = {}
    for block in pair.target.prose():
        ours = list(pair.target.marks(BOLD, block))
        theirs = list(pair.source.marks(BOLD, pair.source_of(block)))
        if len(ours) == len(theirs) == 1 and ours[0].text != theirs[0].text:
            renderings.setdefault(theirs[0].text, []).append((block, ours[0]))
    steady = [entries for entries in renderings.values() if len(entries) > 2 and len({m.text for _, m in entries}) == 1]
    found = pick(rng, (entry for entries in steady for entry in entries))
    words = [mark.text for block in pair.target.prose() for mark in pair.target.words(r"[^\W\d_]{5,}", block)]
    return found and pair.change(*found, f"**{rng.choice(words).capitalize()}**")
