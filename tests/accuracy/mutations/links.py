"""Damage to links and to their texts."""

import re
from random import Random

from tests.accuracy.blocks import DEFINITION, Block
from tests.accuracy.kinds import defect
from tests.accuracy.page import Mark, Page
from tests.accuracy.pairs import Mutation, Pair, is_letter, pick, running

PUNCTUATION = ".,;:!?。，；：！？"


def rebuilt(mark: Mark, text: str | None = None, target: str | None = None) -> str:
    text = mark.text if text is None else text
    return f"[{text}]({mark.target if target is None else target}{mark.title})"


def tokens(text: str) -> set[str]:
    return {word.casefold() for word in re.findall(r"[A-Za-z0-9_.-]{3,}", text)}


def after(pair: Pair, mark: Mark) -> str:
    return pair.target.lines[mark.line][mark.end :]


@defect("link-target-changed", "link anchor")
def link_target_changed(pair: Pair, rng: Random) -> Mutation | None:
    """Letters of the path are lost or added; the fragment stays."""
    found = pick(
        rng, (entry for entry in pair.links() if re.search(r"[A-Za-z]{4,}", entry[1].target.partition("#")[0]))
    )
    if found is None:
        return None
    block, link, _ = found
    path, hash_, fragment = link.target.partition("#")
    word = list(re.finditer(r"[A-Za-z]{4,}", path))[-1]
    damaged = rng.choice((word[0][:-2], word[0] + "s-1", word[0][1] + word[0][0] + word[0][2:]))
    if damaged == word[0]:
        damaged += "x"
    return pair.change(
        block, link, rebuilt(link, target=path[: word.start()] + damaged + path[word.end() :] + hash_ + fragment)
    )


@defect("link-lost", "link")
def link_lost(pair: Pair, rng: Random) -> Mutation | None:
    """The text stays, the link is gone; not where the text is the address, which is a link in many dialects."""
    found = pick(rng, (entry for entry in pair.links() if "://" not in entry[1].text))
    return found and pair.change(found[0], found[1], found[1].text, lost=True)


@defect("link-duplicated", "link")
def link_duplicated(pair: Pair, rng: Random) -> Mutation | None:
    found = pick(rng, pair.links())
    return found and pair.change(found[0], found[1], f"{rebuilt(found[1])} {rebuilt(found[1])}")


@defect("link-added", "link")
def link_added(pair: Pair, rng: Random) -> Mutation | None:
    block = pick(rng, pair.target.of("paragraph", "item"))
    if block is None:
        return None
    line = pair.target.lines[block.end - 1].rstrip()
    return pair.put(block.end - 1, block.end, [line + " [https](https://example.org/added/page)"], block)


def _swapped(pair: Pair, one: tuple[Block, Mark], two: tuple[Block, Mark]) -> Mutation:
    """The two links keep their texts and exchange their targets."""
    lines = list(pair.target.lines)
    ordered = sorted((one, two), key=lambda entry: (entry[1].line, entry[1].start), reverse=True)
    for (_, mark), (_, other) in ((ordered[0], ordered[1]), (ordered[1], ordered[0])):
        line = lines[mark.line]
        lines[mark.line] = line[: mark.start] + rebuilt(mark, target=other.target) + line[mark.end :]
    places = tuple((mark.line + 1, mark.line + 1) for _, mark in (one, two))
    return Mutation("\n".join(lines), places, pair.source_range(one[0]))


def _couples(pair: Pair, same_block: bool) -> list[tuple[tuple[Block, Mark, Mark], tuple[Block, Mark, Mark]]]:
    links = pair.links("paragraph", "item", "table")
    return [
        (one, two)
        for n, one in enumerate(links)
        for two in links[n + 1 : n + 12]
        if (one[0] == two[0]) == same_block and one[1].target != two[1].target and one[1].text != two[1].text
    ]


@defect("link-targets-swapped", "link link-text")
def link_targets_swapped(pair: Pair, rng: Random) -> Mutation | None:
    """In one block, where a word or name kept in each text shows which target it belongs to."""
    shown = []
    for one, two in _couples(pair, same_block=True):
        ours, theirs = tokens(one[1].text), tokens(two[1].text)
        if ours & tokens(one[2].text) - theirs and theirs & tokens(two[2].text) - ours:
            shown.append((one[:2], two[:2]))
    found = pick(rng, shown)
    return found and _swapped(pair, *found)


@defect("link-targets-swapped-unprovable", "link link-text", decidable=False)
def link_targets_swapped_unprovable(pair: Pair, rng: Random) -> Mutation | None:
    """In one block, no word shared with the source: by mark-up alone this is a permitted change of order."""
    hidden = []
    for one, two in _couples(pair, same_block=True):
        if not tokens(one[1].text) & tokens(one[2].text) and not tokens(two[1].text) & tokens(two[2].text):
            hidden.append((one[:2], two[:2]))
    found = pick(rng, hidden)
    return found and _swapped(pair, *found)


@defect("link-targets-swapped-across-blocks", "link link-text")
def link_targets_swapped_across_blocks(pair: Pair, rng: Random) -> Mutation | None:
    found = pick(rng, _couples(pair, same_block=False))
    return found and _swapped(pair, found[0][:2], found[1][:2])


@defect("link-text-emptied", "link-text")
def link_text_emptied(pair: Pair, rng: Random) -> Mutation | None:
    found = pick(rng, (entry for entry in pair.links() if entry[1].text.strip()))
    return found and pair.change(found[0], found[1], rebuilt(found[1], text=""))


@defect("link-text-lost-beside", "link-text")
def link_text_lost_beside(pair: Pair, rng: Random) -> Mutation | None:
    """The words stand before an empty link: the commonest damage machines do."""
    found = pick(rng, (entry for entry in pair.links() if entry[1].text.strip()))
    return found and pair.change(found[0], found[1], f"{found[1].text} {rebuilt(found[1], text='')}")


@defect("link-text-swallowed-punctuation", "link-text")
def link_text_swallowed_punctuation(pair: Pair, rng: Random) -> Mutation | None:
    found = []
    for block, link, theirs in pair.links():
        rest = after(pair, link)
        if rest[:1] in PUNCTUATION and rest[:1] and theirs.text[-1:] not in PUNCTUATION and rest[1:2] in ("", " "):
            found.append((block, link, rest[0]))
    chosen = pick(rng, found)
    if chosen is None:
        return None
    block, link, point = chosen
    wider = Mark(link.line, link.start, link.end + 1, link.text, link.target, link.title)
    return pair.change(block, wider, rebuilt(link, text=link.text + point))


@defect("link-text-swallowed-words", "link-text")
def link_text_swallowed_words(pair: Pair, rng: Random) -> Mutation | None:
    """Four words or more of the sentence slip into the text."""
    found = []
    for block, link, _ in pair.links("paragraph", "item"):
        match = re.match(r"(?:\s+[^\W\d_]+){4,}(?!\w)", running(pair.target.lines[link.line])[link.end :])
        if match:
            found.append((block, link, match[0]))
    chosen = pick(rng, found)
    if chosen is None:
        return None
    block, link, words = chosen
    wider = Mark(link.line, link.start, link.end + len(words), link.text, link.target, link.title)
    return pair.change(block, wider, rebuilt(link, text=link.text + words))


@defect("link-text-shrunk", "link-text")
def link_text_shrunk(pair: Pair, rng: Random) -> Mutation | None:
    """Of three words or more only the last stays in the link."""
    found = []
    for block, link, theirs in pair.links():
        words = link.text.split(" ")
        if len(words) >= 3 and len(theirs.text.split()) >= 3 and not set("*_`![]") & set(link.text):
            found.append((block, link, words))
    chosen = pick(rng, found)
    if chosen is None:
        return None
    block, link, words = chosen
    return pair.change(block, link, f"{' '.join(words[:-1])} {rebuilt(link, text=words[-1])}")


@defect("link-space-before-target", "link")
def link_space_before_target(pair: Pair, rng: Random) -> Mutation | None:
    """``[text] (target)`` is no link."""
    found = pick(rng, pair.links())
    return found and pair.change(
        found[0], found[1], rebuilt(found[1]).replace(f"]({found[1].target}", f"] ({found[1].target}")
    )


@defect("link-bracket-lost", "link")
def link_bracket_lost(pair: Pair, rng: Random) -> Mutation | None:
    found = pick(rng, pair.links())
    if found is None:
        return None
    link = rebuilt(found[1])
    cut = f"]({found[1].target}"
    return pair.change(found[0], found[1], rng.choice((link[1:], link.replace(cut, f"({found[1].target}"), link[:-1])))


@defect("link-glued", "link-text")
def link_glued(pair: Pair, rng: Random) -> Mutation | None:
    """The space between a word and the link is lost, on either side."""
    found = []
    for block, link, _ in pair.links("paragraph", "item"):
        line = running(pair.target.lines[link.line])
        if link.start > 1 and line[link.start - 1] == " " and is_letter(line[link.start - 2]):
            found.append((block, Mark(link.line, link.start - 1, link.start, "")))
        if line[link.end : link.end + 1] == " " and is_letter(line[link.end + 1 : link.end + 2] or "."):
            found.append((block, Mark(link.line, link.end, link.end + 1, "")))
    chosen = pick(rng, found)
    return chosen and pair.change(*chosen, "")


@defect("autolink-damaged", "link")
def autolink_damaged(pair: Pair, rng: Random) -> Mutation | None:
    pattern = re.compile(r"(?<!\()<(https?://[^\s<>]+)>")
    found = []
    for block in pair.target.of("paragraph", "item"):
        theirs = set(pattern.findall(pair.source_text(block)))
        for number in range(block.start, block.end):
            for match in pattern.finditer(pair.target.lines[number]):
                if match[1] in theirs:
                    found.append((block, Mark(number, match.start(), match.end(), match[1])))
    chosen = pick(rng, found)
    if chosen is None:
        return None
    return pair.change(*chosen, rng.choice((f"< {chosen[1].text}>", f"<{chosen[1].text.replace('://', ': //')}>")))


@defect("link-definition-lost", "link reference")
def link_definition_lost(pair: Pair, rng: Random) -> Mutation | None:
    """A definition that both pages have and use: the damage is where it stood and the blocks that use it."""
    page = pair.target
    theirs = {match[1].casefold() for line in pair.source.lines if (match := DEFINITION.match(line))}
    found = []
    coded = {number for block in page.of("fence", "indented") for number in range(block.start, block.end)}
    for number, line in enumerate(page.lines):
        match = DEFINITION.match(line) if number not in coded else None
        complete = match and line[match.end() :].strip()
        if match and complete and match[1].casefold() in theirs and f"[{match[1]}]" in page.text.replace(line, ""):
            found.append((number, match[1]))
    chosen = pick(rng, found)
    if chosen is None:
        return None
    number, label = chosen
    mutation = pair.cut(number, number + 1)
    left = Page(mutation.text)
    uses = [(block.start + 1, block.end) for block in left.blocks if f"[{label}]" in left.block_text(block)]
    return Mutation(mutation.text, (*mutation.places, *uses))


@defect("foreign-locale-in-url", "link")
def foreign_locale_in_url(pair: Pair, rng: Random) -> Mutation | None:
    """A third locale is written into an address that had none or the source's."""
    foreign = rng.choice([code for code in ("de-de", "fr-fr", "ja-jp") if code[:2] != pair.target.locale[:2]])
    found = [entry for entry in pair.links() if re.match(r"https?://[\w.-]+/\w", entry[1].target)]
    chosen = pick(rng, found)
    if chosen is None:
        return None
    target = re.sub(
        r"^(https?://[\w.-]+/)(?:[a-z]{2}-[a-z]{2}/)?", rf"\g<1>{foreign}/", chosen[1].target, flags=re.IGNORECASE
    )
    return pair.change(chosen[0], chosen[1], rebuilt(chosen[1], target=target))


@defect("link-full-width-parentheses", "link")
def link_full_width_parentheses(pair: Pair, rng: Random) -> Mutation | None:
    """An East Asian input method writes the parentheses: no link is left."""
    found = pick(rng, (entry for entry in pair.links() if pair.target.locale[:2] in ("ja", "zh", "ko")))
    return found and pair.change(found[0], found[1], f"[{found[1].text}]（{found[1].target}）")


@defect("link-target-homoglyph", "link text")
def link_target_homoglyph(pair: Pair, rng: Random) -> Mutation | None:
    """A Cyrillic letter in the address looks like the Latin one."""
    found = pick(rng, (entry for entry in pair.links() if re.search(r"[aceo]", entry[1].target.partition("#")[0])))
    if found is None:
        return None
    target = re.sub(r"[aceo](?=[^#]*$|[^#]*#)", lambda m: "асео"["aceo".index(m[0])], found[1].target, count=1)
    return pair.change(found[0], found[1], rebuilt(found[1], target=target))
