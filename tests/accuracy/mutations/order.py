"""Things that stand in the wrong place, twice, or in the wrong language."""

import re
from itertools import pairwise
from random import Random

from tests.accuracy.blocks import Block, hide
from tests.accuracy.kinds import defect
from tests.accuracy.mutations.code import blocks
from tests.accuracy.mutations.pages import atx
from tests.accuracy.mutations.steps import siblings
from tests.accuracy.pairs import Mutation, Pair, pick

NEIGHBOURS = {
    "lv": "Naujienos apie paslaugą skelbiamos kiekvieną savaitę, todėl verta jas skaityti ir pasidalinti su kolegomis.",
    "bg": "Новости о сервисе публикуются каждую неделю, поэтому их стоит регулярно читать и делиться ими с коллегами.",
    "sv": "Nyheder om tjenesten bliver offentliggjort hver uge, så det er værd at læse dem og dele dem med kollegerne.",
    "sl": "Novosti o usluzi objavljuju se svakoga tjedna, pa ih vrijedi čitati i podijeliti s kolegama na poslu.",
    "ro": "Le novità sul servizio vengono pubblicate ogni settimana, quindi conviene leggerle spesso con i colleghi.",
    "uk": "Новости о сервисе публикуются каждую неделю, поэтому их стоит регулярно читать и делиться ими с коллегами.",
    "pt": "Las novedades del servicio se publican cada semana, así que conviene leerlas a menudo con los compañeros.",
    "de": "Nieuws over de dienst verschijnt elke week, dus het loont om het te lezen en met collega's te delen.",
    "": "Neuigkeiten zum Dienst erscheinen jede Woche, deshalb lohnt es sich, sie regelmäßig mit anderen zu lesen.",
}
"""A sentence in a language that is taken for the page's: a neighbour, or German."""


@defect("paragraph-in-another-language", "text block")
def paragraph_in_another_language(pair: Pair, rng: Random) -> Mutation | None:
    """A paragraph without links, code, numbers or marks gives way to one in a neighbouring language."""
    plain = []
    for block in pair.target.of("paragraph"):
        if pair.differs(block) and not re.search(
            r"[\d*_`\[<{|]", pair.target.block_text(block) + pair.source_text(block)
        ):
            plain.append(block)
    found = pick(rng, plain)
    if found is None:
        return None
    sentence = NEIGHBOURS.get(pair.target.locale[:2], NEIGHBOURS[""])
    return pair.put(found.start, found.end, [" " * found.indent + sentence], found)


@defect("heading-untranslated", "block heading text")
def heading_untranslated(pair: Pair, rng: Random) -> Mutation | None:
    """Five words or more that are no names are the source's; an id or anchor stays as it was."""
    found = []
    for block in atx(pair):
        title = re.sub(r"<[^>]*>|\{[^}]*\}", "", pair.source_text(block).lstrip("# ")).strip()
        parts = re.match(r"(\s*#+\s+(?:<a [^>]*></a>)?)[^{<]*(.*)$", pair.target.lines[block.start])
        common = re.findall(r"(?<![\w'.-])[a-z]{2,}", title)
        if parts and len(common) >= 5 and pair.differs(block, 5) and "`" not in title:
            found.append((block, f"{parts[1]}{title} {parts[2]}".rstrip()))
    chosen = pick(rng, found)
    return chosen and pair.put(chosen[0].start, chosen[0].end, [chosen[1]], chosen[0])


def _exchanged(pair: Pair, one: tuple[int, int], two: tuple[int, int], block: Block) -> Mutation:
    """The page with two stretches of lines exchanged; either place is damaged."""
    lines = pair.target.lines
    first, between, second = lines[one[0] : one[1]], lines[one[1] : two[0]], lines[two[0] : two[1]]
    mutation = pair.put(one[0], two[1], [*second, *between, *first], block)
    middle = one[0] + len(second) + len(between)
    return Mutation(mutation.text, ((one[0] + 1, one[0] + len(second)), (middle + 1, two[1])), mutation.source)


@defect("sections-swapped", "heading block")
def sections_swapped(pair: Pair, rng: Random) -> Mutation | None:
    """Two sections of the same level, one after the other, that hold different code, links or numbers."""
    page = pair.target
    couples = []
    for one, two in pairwise(page.of("heading")):
        end = page.section_end(two)
        texts = ["\n".join(page.lines[a:b]) for a, b in ((one.start, two.start), (two.start, end))]
        marks = [set(re.findall(r"`[^`]+`|\]\([^)]+\)|\d{2,}|\{\s*#[^}]+\}", text)) for text in texts]
        if one.level == two.level and marks[0] - marks[1] and marks[1] - marks[0] and page.lines[end - 1].strip() == "":
            couples.append((one, two, end))
    found = pick(rng, couples)
    return found and _exchanged(pair, (found[0].start, found[1].start), (found[1].start, found[2]), found[0])


@defect("section-duplicated", "heading block page step list code")
def section_duplicated(pair: Pair, rng: Random) -> Mutation | None:
    page = pair.target
    headings = [block for block in page.of("heading")[1:] if page.section_end(block) - block.start > 3]
    block = pick(rng, headings)
    if block is None:
        return None
    end = page.section_end(block)
    lines = page.lines[block.start : end]
    if lines[-1].strip():
        lines = ["", *lines]
    mutation = pair.insert(end, lines, block)
    return Mutation(mutation.text, ((block.start + 1, end), *mutation.places), mutation.source)


@defect("code-blocks-swapped", "code block")
def code_blocks_swapped(pair: Pair, rng: Random) -> Mutation | None:
    """Two code blocks of the source's content, with text between them, change places."""
    page = pair.target
    alike = [block for block in blocks(pair) if page.block_text(block) == pair.source_text(block)]
    couples = []
    for one, two in pairwise(alike):
        between = [block for block in page.blocks if one.end <= block.start < two.start]
        if between and one.indent == two.indent and page.block_text(one) != page.block_text(two):
            couples.append((one, two))
    found = pick(rng, couples)
    return found and _exchanged(pair, (found[0].start, found[0].end), (found[1].start, found[1].end), found[0])


@defect("list-flattened", "list step")
def list_flattened(pair: Pair, rng: Random) -> Mutation | None:
    """The items nested in an item come out to its level."""
    page = pair.target
    found = []
    for items in page.lists():
        for item in items:
            nested = [other for other in page.blocks if item.end <= other.start < page.extent(item)]
            if nested and all(other.kind == "item" and other.level == item.level + 1 for other in nested):
                found.append((item, nested))
    chosen = pick(rng, found)
    if chosen is None:
        return None
    item, nested = chosen
    lines = list(page.lines)
    for other in nested:
        for number in range(other.start, other.end):
            lines[number] = " " * item.indent + lines[number].lstrip()
    return Mutation("\n".join(lines), tuple((n.start + 1, n.end) for n in nested), pair.source_range(nested[0]))


@defect("bullets-merged", "list step block")
def bullets_merged(pair: Pair, rng: Random) -> Mutation | None:
    """Two items of a list become one, their texts one after the other."""
    page = pair.target
    couples = [
        (one, two)
        for items in siblings(page, ordered=False)
        for one, two in pairwise(items)
        if one.end == two.start and page.extent(two) == two.end
    ]
    found = pick(rng, couples)
    if found is None:
        return None
    one, two = found
    lines = page.lines[one.start : one.end]
    lines[-1] = f"{lines[-1].rstrip()} {page.lines[two.start][two.content :].strip()}"
    lines += page.lines[two.start + 1 : two.end]
    mutation = pair.put(one.start, two.end, lines, one)
    return Mutation(mutation.text, ((one.start + 1, one.start + len(lines) + 1),), mutation.source)


@defect("step-marker-lost", "step list block")
def step_marker_lost(pair: Pair, rng: Random) -> Mutation | None:
    """The number is gone: the text runs on in the step before."""
    page = pair.target
    later = [item for items in siblings(page) for item in items[1:]]
    item = pick(rng, later)
    if item is None:
        return None
    line = page.lines[item.start]
    return pair.put(item.start, item.start + 1, [" " * item.content + line[item.content :].lstrip()], item)


@defect("paragraph-moved", "block")
def paragraph_moved(pair: Pair, rng: Random) -> Mutation | None:
    """A paragraph that nothing else resembles stands in another section: the damage is where it was and where it is."""
    page = pair.target
    sections = [block for block in page.of("heading")[1:] if page.lines[block.end : block.end + 1] == [""]]
    candidates = []
    for block in page.of("paragraph"):
        shown = hide(page.block_text(block))
        away = [heading for heading in sections if heading.start > block.end + 6]
        whole = page.lines[block.start - 1 : block.start] == [""] == page.lines[block.end : block.end + 1]
        if whole and block.indent == 0 and away and pair.differs(block) and ("](" in shown or "\0" in shown):
            candidates.append((block, away))
    found = pick(rng, candidates)
    if found is None:
        return None
    block, away = found
    heading = rng.choice(away)
    text = page.lines[block.start : block.end]
    lines = [
        *page.lines[: block.start],
        *page.lines[block.end + 1 : heading.end + 1],
        *text,
        "",
        *page.lines[heading.end + 1 :],
    ]
    gone, arrived = block.start, heading.end + 1 - len(text) - 1
    return Mutation(
        "\n".join(lines), ((max(gone - 1, 1), gone + 1), (arrived + 1, arrived + len(text))), pair.source_range(block)
    )
