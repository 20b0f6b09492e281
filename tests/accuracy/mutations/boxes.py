"""Damage to boxes that a reader sees as one, to ticks and to what front matter says; and what may be written so."""

import re
from random import Random

from tests.accuracy.blocks import Block
from tests.accuracy.kinds import defect, harmless
from tests.accuracy.mutations.metadata import FOR_PEOPLE, entries
from tests.accuracy.pairs import Mutation, Pair, pick

ALERT = re.compile(r"^\s*>\s*\[!\w+\]")
HINT = re.compile(r"^\s*\{%-?\s*hint\b[^%]*style=[\"'](\w+)")
TICK = re.compile(r"^(\s*(?:[-*+]|\d+[.)])\s+)\[([ xX])\](?=\s)")
PROGRESS = re.compile(r"\[\s+(?=\d{1,2}%\])")
STYLES = ("info", "success", "warning", "danger")


def _alerts(pair: Pair) -> list[tuple[Block, int]]:
    """Alerts of several paragraphs, each with the line between two of them."""
    lines = pair.target.lines
    return [
        (block, number)
        for block in pair.target.of("quote")
        if ALERT.match(lines[block.start])
        for number in range(block.start + 2, block.end - 1)
        if lines[number].strip() == ">" and re.match(r"\s*>\s*[^\s>|`\d*+-]", lines[number + 1])
    ]


@defect("callout-split", "callout block")
def callout_split(pair: Pair, rng: Random) -> Mutation | None:
    """An alert of two paragraphs becomes two: the second has a marker of its own, or is but a quotation."""
    found = pick(rng, _alerts(pair))
    if found is None:
        return None
    block, number = found
    marker = pair.target.lines[block.start]
    again = [marker] if rng.random() < 0.5 and marker.rstrip().endswith("]") else []
    return pair.put(number, number + 1, ["", *again], block)


@defect("callout-cut-short", "callout block")
def callout_cut_short(pair: Pair, rng: Random) -> Mutation | None:
    """The last paragraph of an alert lost its signs, so that it stands behind it as text."""
    found = pick(rng, _alerts(pair))
    if found is None:
        return None
    block, number = found
    rest = [re.sub(r"^(\s*)>\s?", r"\1", line) for line in pair.target.lines[number + 1 : block.end]]
    return pair.put(number, block.end, ["", *rest], block)


def _hints(pair: Pair) -> list[tuple[int, re.Match[str]]]:
    """First lines of hints of GitBook with the style of the source's."""
    theirs = [match[1] for line in pair.source.lines if (match := HINT.match(line))]
    ours = [(number, match) for number, line in enumerate(pair.target.lines) if (match := HINT.match(line))]
    return ours if [match[1] for _, match in ours] == theirs else []


@defect("hint-style-changed", "callout directive")
def hint_style_changed(pair: Pair, rng: Random) -> Mutation | None:
    found = pick(rng, _hints(pair))
    if found is None:
        return None
    number, match = found
    line = pair.target.lines[number]
    new = rng.choice([style for style in STYLES if style != match[1]])
    return pair.put(number, number + 1, [line[: match.start(1)] + new + line[match.end(1) :]])


@defect("hint-lost", "callout directive block")
def hint_lost(pair: Pair, rng: Random) -> Mutation | None:
    """The lines that open and close a hint are gone: what stood in it is text."""
    found = pick(rng, _hints(pair))
    if found is None:
        return None
    start, lines = found[0], pair.target.lines
    end = next((at for at in range(start, len(lines)) if re.match(r"\s*\{%-?\s*endhint", lines[at])), None)
    return None if end is None else pair.put(start, end + 1, lines[start + 1 : end])


@defect("task-box-ticked", "marker list step")
def task_box_ticked(pair: Pair, rng: Random) -> Mutation | None:
    """What is to be done is done here, or the other way round."""
    found = []
    for block in pair.target.of("item"):
        ours, theirs = (
            TICK.match(page.lines[one.start])
            for page, one in ((pair.target, block), (pair.source, pair.source_of(block)))
        )
        if ours and theirs and ours[2].lower() == theirs[2].lower():
            found.append((block, ours))
    chosen = pick(rng, found)
    if chosen is None:
        return None
    block, match = chosen
    line = pair.target.lines[block.start]
    sign = "x" if match[2] == " " else " "
    return pair.put(block.start, block.start + 1, [line[: match.start(2)] + sign + line[match.end(2) :]], block)


@defect("metadata-number-changed", "metadata number literal")
def metadata_number_changed(pair: Pair, rng: Random) -> Mutation | None:
    """A number of a title or a description that both sides write alike becomes another."""
    header = "\n".join(pair.source.lines[slice(*pair.source.front)])
    found = []
    for number, key, value in entries(pair):
        for match in re.finditer(r"(?<![\w.,:/-])[1-9]\d{0,3}(?![\w.,:/-])", value):
            theirs = re.search(rf"^{re.escape(key)}:.*(?<![\w.,:/-]){match[0]}(?![\w.,:/-])", header, re.MULTILINE)
            if key.lower() in FOR_PEOPLE and theirs and len(re.findall(r"\d+", value)) == 1:
                found.append((number, match))
    chosen = pick(rng, found)
    if chosen is None:
        return None
    number, match = chosen
    line = pair.target.lines[number]
    at = line.index(match.string) + match.start()
    new = str(int(match[0]) + rng.choice((1, 2, 10)))
    return pair.put(number, number + 1, [line[:at] + new + line[at + len(match[0]) :]])


@harmless("progress-unpadded")
def progress_unpadded(pair: Pair, rng: Random) -> Mutation | None:
    """What a program prints with a blank before its percents stands here without."""
    found = [
        (block, number)
        for block in pair.target.of("fence")
        for number in range(block.start + 1, block.end - 1)
        if PROGRESS.search(pair.target.lines[number])
    ]
    chosen = pick(rng, found)
    if chosen is None:
        return None
    block, number = chosen
    return pair.put(number, number + 1, [PROGRESS.sub("[", pair.target.lines[number])], block)


@harmless("table-bars-left-out")
def table_bars_left_out(pair: Pair, rng: Random) -> Mutation | None:
    """The outer bars of a table, which none needs whose first and last cells are not empty."""
    found = []
    for block in pair.target.of("table"):
        rows = [line.strip() for line in pair.target.lines[block.start : block.end]]
        if min(block.cells) > 1 and all(re.fullmatch(r"\|[^|\n]*[^|\s][^\n]*[^|\s\\][^|\n]*\|", row) for row in rows):
            found.append((block, [row[1:-1].strip() for row in rows]))
    chosen = pick(rng, (entry for entry in found if not any(row.startswith(("-  ", "|", "#")) for row in entry[1])))
    return chosen and pair.put(chosen[0].start, chosen[0].end, chosen[1], chosen[0])


@harmless("address-secured")
def address_secured(pair: Pair, rng: Random) -> Mutation | None:
    """The address of another site with ``https`` for ``http``: the same page."""
    found = pick(rng, (entry for entry in pair.links() if entry[1].target.startswith("http://")))
    if found is None:
        return None
    block, link, _ = found
    line = pair.target.lines[link.line]
    old = line[link.start : link.end]
    return pair.change(block, link, old.replace("](http://", "](https://", 1))
