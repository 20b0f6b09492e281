"""Damage to callouts, tables, anchors, fragments, directives and placeholders."""

import re
from random import Random

from tests.accuracy.blocks import LONE_ANCHOR, Block, hide
from tests.accuracy.kinds import defect
from tests.accuracy.mutations.links import rebuilt
from tests.accuracy.mutations.pages import NAMED
from tests.accuracy.page import Mark
from tests.accuracy.pairs import Mutation, Pair, pick

CALLOUT = re.compile(
    r"^(?P<open>\s*(?:>\s*\[!|!!!\s+|\?\?\?\+?\s+|///\s+|:::+\s*|<Aside type=\"))"
    r"(?P<type>note|tip|info|important|warning|caution|danger|error|success|example|hint|attention)\b",
    re.IGNORECASE,
)
TRANSLATED = {
    "lv": "piezīme", "bg": "бележка", "sv": "obs", "sl": "opomba", "ro": "notă", "de": "hinweis", "es": "nota",
    "fr": "remarque", "pt": "observação", "pl": "uwaga", "ru": "примечание", "uk": "примітка", "tr": "not",
    "ja": "注意", "zh": "注意",
}  # fmt: skip
PLACEHOLDER = r"\{\{?\s*[\w.]*\s*\}?\}|\$\{\w+\}|%[sd]\b|%\w+%|\{\d\}"
OPENING = re.compile(r"^\s*(?:(:::|///)[:/]*\s*\w|(?:\{\{[<%]|\{%-?|<)\s*(?!end)(\w+)[^/]*$)")
CLOSING = re.compile(r"^\s*(?:(:::|///)[:/]*|(?:\{\{[<%]\s*/|\{%-?\s*/?\s*(?:end)?|</)\s*(\w+).*)\s*$")


def callouts(pair: Pair) -> list[tuple[Block, re.Match[str]]]:
    """First lines of callouts whose type is the source's."""
    found = []
    for block in pair.target.of("quote", "directive", "paragraph"):
        match = CALLOUT.match(pair.target.lines[block.start])
        theirs = CALLOUT.match(pair.source.lines[pair.source_of(block).start])
        if match and theirs and match["type"].lower() == theirs["type"].lower():
            found.append((block, match))
    return found


def _retyped(pair: Pair, found: tuple[Block, re.Match[str]], new: str) -> Mutation:
    block, match = found
    line = pair.target.lines[block.start]
    return pair.put(
        block.start, block.start + 1, [line[: match.start("type")] + new + line[match.end("type") :]], block
    )


@defect("callout-type-changed", "callout")
def callout_type_changed(pair: Pair, rng: Random) -> Mutation | None:
    found = pick(rng, callouts(pair))
    if found is None:
        return None
    old = found[1]["type"]
    new = "warning" if old.lower() != "warning" else "note"
    return _retyped(pair, found, new.upper() if old.isupper() else new)


@defect("callout-keyword-translated", "callout directive")
def callout_keyword_translated(pair: Pair, rng: Random) -> Mutation | None:
    found = pick(rng, callouts(pair))
    if found is None:
        return None
    new = TRANSLATED.get(pair.target.locale[:2], "nota")
    return _retyped(pair, found, new.upper() if found[1]["type"].isupper() else new)


@defect("callout-marker-dropped", "callout block directive")
def callout_marker_dropped(pair: Pair, rng: Random) -> Mutation | None:
    """The line with the type is gone; of a quote its text stays a plain quote."""
    found = pick(rng, (f for f in callouts(pair) if f[0].kind != "quote" or f[0].end - f[0].start > 1))
    return found and pair.cut(found[0].start, found[0].start + 1, found[0])


@defect("callout-escaped", "callout directive")
def callout_escaped(pair: Pair, rng: Random) -> Mutation | None:
    """A backslash before the marker makes it text."""
    found = pick(rng, (f for f in callouts(pair) if "<" not in f[1]["open"]))
    if found is None:
        return None
    block, match = found
    column = re.search(r"[\[!?/:]", match["open"])
    if column is None:
        return None
    line = pair.target.lines[block.start]
    return pair.put(block.start, block.start + 1, [line[: column.start()] + "\\" + line[column.start() :]], block)


@defect("table-row-deleted", "table")
def table_row_deleted(pair: Pair, rng: Random) -> Mutation | None:
    rows = [(b, n) for b in pair.target.of("table") for n in range(b.start + 2, b.end) if b.end - b.start > 3]
    found = pick(rng, rows)
    if found is None:
        return None
    mutation = pair.put(found[1], found[1] + 1, [], found[0])
    return Mutation(mutation.text, ((found[1], found[1] + 1),), mutation.source)


@defect("table-cell-lost", "table")
def table_cell_lost(pair: Pair, rng: Random) -> Mutation | None:
    rows = [(b, n) for b in pair.target.of("table") for n in range(b.start + 2, b.end) if min(b.cells) > 1]
    found = pick(rng, rows)
    return found and pair.put(found[1], found[1] + 1, [_without_last_cell(pair.target.lines[found[1]])], found[0])


@defect("table-column-lost", "table")
def table_column_lost(pair: Pair, rng: Random) -> Mutation | None:
    block = pick(rng, (block for block in pair.target.of("table") if min(block.cells) > 2))
    return block and pair.put(
        block.start, block.end, [_without_last_cell(line) for line in pair.target.lines[block.start : block.end]], block
    )


@defect("table-delimiter-lost", "table")
def table_delimiter_lost(pair: Pair, rng: Random) -> Mutation | None:
    block = pick(rng, pair.target.of("table"))
    if block is None:
        return None
    mutation = pair.put(block.start + 1, block.start + 2, [], block)
    return Mutation(mutation.text, ((block.start + 1, block.end - 1),), mutation.source)


def _without_last_cell(row: str) -> str:
    """The row without its last cell; bars inside code do not count."""
    text = row.rstrip()
    closed = text.endswith("|")
    shown = hide(text)
    left = text[: shown[: len(text) - closed].rindex("|")].rstrip()
    return left + " |" if closed else left


@defect("anchor-dropped", "anchor")
def anchor_dropped(pair: Pair, rng: Random) -> Mutation | None:
    """An HTML anchor outside headings that the source has too."""
    theirs = {match[1] for line in pair.source.lines for match in NAMED.finditer(line)}
    headings = {block.start for block in pair.target.of("heading")}
    found = []
    for number, line in enumerate(pair.target.lines):
        match = NAMED.search(line)
        if match and match[1] in theirs and number not in headings:
            found.append((number, line[: match.start()] + line[match.end() :]))
    chosen = pick(rng, found)
    if chosen is None:
        return None
    number, line = chosen
    return (
        pair.cut(number, number + 1)
        if LONE_ANCHOR.match(pair.target.lines[number])
        else pair.put(number, number + 1, [line])
    )


@defect("fragment-changed", "anchor link")
def fragment_changed(pair: Pair, rng: Random) -> Mutation | None:
    """A fragment of a link inside the site, the same as the source's, leads nowhere."""
    found = pick(rng, (e for e in pair.links() if re.match(r"(?!\w+:)[^#]*#[\w-]{3,}$", e[1].target)))
    if found is None:
        return None
    block, link, _ = found
    path, _, fragment = link.target.partition("#")
    damaged = rng.choice((fragment[:-2], fragment + "-1", fragment.replace("-", "", 1) + "x"))
    return pair.change(block, link, rebuilt(link, target=f"{path}#{damaged}"))


@defect("placeholder-changed", "directive literal")
def placeholder_changed(pair: Pair, rng: Random) -> Mutation | None:
    """``{0}`` becomes ``{1}``, ``%s`` becomes ``% s``, a name in braces loses a letter or its brace."""
    found = pick(rng, pair.literals(PLACEHOLDER))
    if found is None:
        return None
    block, mark = found
    digits = re.search(r"\d", mark.text)
    name = re.search(r"[^\W\d]\w{2,}", mark.text)
    if digits:
        new = mark.text.replace(digits[0], str((int(digits[0]) + 1) % 10), 1)
    elif name:
        new = rng.choice(
            (mark.text.replace(name[0], name[0][:-1]), mark.text.replace(name[0], name[0][::-1]), mark.text[:-1])
        )
    else:
        new = mark.text[:1] + " " + mark.text[1:]
    return pair.change(block, mark, new)


def _directives(pair: Pair) -> list[Block]:
    return [b for b in pair.target.of("directive") if not CLOSING.match(pair.target.lines[b.start])]


@defect("directive-name-changed", "directive callout tag")
def directive_name_changed(pair: Pair, rng: Random) -> Mutation | None:
    """The name of a container, shortcode, tag or component, where the source has the same."""
    name = re.compile(r"^\s*(?::::+\s*|///\s+|\{\{[<%]\s*|\{%-?\s*|\[!|<)([A-Za-z][\w-]{2,})")
    found = []
    for block in _directives(pair):
        match = name.match(pair.target.lines[block.start])
        theirs = name.match(pair.source.lines[pair.source_of(block).start])
        if match and theirs and match[1] == theirs[1] and not CALLOUT.match(pair.target.lines[block.start]):
            found.append((block, Mark(block.start, match.start(1), match.end(1), match[1])))
    chosen = pick(rng, found)
    return chosen and pair.change(*chosen, rng.choice((chosen[1].text + "o", chosen[1].text[:-1], chosen[1].text[1:])))


@defect("directive-argument-changed", "directive link image tag")
def directive_argument_changed(pair: Pair, rng: Random) -> Mutation | None:
    """A path, an address or an id inside a directive that the source has letter by letter."""
    found = []
    for block in _directives(pair):
        ours, theirs = pair.target.block_text(block), pair.source_text(block)
        line = pair.target.lines[block.start]
        match = re.search(r"[\w-]*[./][\w./-]{3,}\w", line)
        if ours == theirs and match and re.search(r"[A-Za-z]{3}", match[0]):
            found.append((block, Mark(block.start, match.start(), match.end(), match[0])))
    chosen = pick(rng, found)
    if chosen is None:
        return None
    word = list(re.finditer(r"[A-Za-z]{3,}|\w+", chosen[1].text))[-2:][0]
    text = chosen[1].text
    return pair.change(*chosen, text[: word.start()] + word[0][::-1] + "x" + text[word.end() :])


@defect("directive-deleted", "directive callout block tag")
def directive_deleted(pair: Pair, rng: Random) -> Mutation | None:
    """An include, an import or an embedded thing that stands on a line of its own."""
    lone = re.compile(
        r"^\s*(?:\{\*|(?:>\s*)?\[!(?:INCLUDE|VIDEO)|--8<--|import\s|\{\{[<%](?!\s*/)|<[A-Z].*/>\s*$|:::image)"
    )
    block = pick(rng, (block for block in _directives(pair) if lone.match(pair.target.lines[block.start])))
    return block and pair.cut(block.start, block.end, block)


@defect("directive-closing-lost", "directive callout")
def directive_closing_lost(pair: Pair, rng: Random) -> Mutation | None:
    """The closing line is gone: the damage is there and at the opening line."""
    page = pair.target
    found = []
    opened: list[tuple[str, Block]] = []
    for block in page.of("directive"):
        line = page.lines[block.start]
        if match := OPENING.match(line):
            opened.append((match[1] or match[2], block))
        elif match := CLOSING.match(line):
            partner = next((entry for entry in reversed(opened) if entry[0] == (match[1] or match[2])), None)
            if partner:
                opened.remove(partner)
                found.append((partner[1], block))
    chosen = pick(rng, found)
    if chosen is None:
        return None
    first, last = chosen
    mutation = pair.cut(last.start, last.end, first)
    return Mutation(mutation.text, ((first.start + 1, first.end), *mutation.places), mutation.source)


@defect("footnote-definition-lost", "anchor link block directive")
def footnote_definition_lost(pair: Pair, rng: Random) -> Mutation | None:
    page = pair.target
    shown = {number for block in page.of("code") for number in range(block.start, block.end)}
    notes = [n for n, line in enumerate(page.lines) if n not in shown and re.match(r"\[\^[^\]]+\]:\s", line)]
    number = pick(rng, notes)
    if number is None:
        return None
    label = page.lines[number].partition("]:")[0] + "]"
    if page.text.count(label) < 2 or label not in pair.source.text:
        return None
    mutation = pair.cut(number, number + 1)
    uses = [n for n, line in enumerate(mutation.text.split("\n"), 1) if label in line]
    return Mutation(mutation.text, (*mutation.places, *((n, n) for n in uses)))
