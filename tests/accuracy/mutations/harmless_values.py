"""Edits of values and of layout that mean the same to every reader and program: whatever is reported is noise."""

import re
from random import Random

from tests.accuracy.kinds import harmless
from tests.accuracy.mutations.code import blocks, code_lines
from tests.accuracy.page import BOLD, IMAGE
from tests.accuracy.pairs import Mutation, Pair, pick

PERCENT = {
    "lv": "procenti", "bg": "процента", "sv": "procent", "sl": "odstotkov", "ro": "la sută", "de": "Prozent",
    "es": "por ciento", "fr": "pour cent", "pt": "por cento", "pl": "procent", "ru": "процентов", "uk": "відсотків",
}  # fmt: skip
IDEOGRAPHS = "零一二三四五六七八九十"
SCRIPTS = ("js", "ts", "jsx", "tsx", "javascript", "typescript")


@harmless("version-sign-in-words")
def version_sign_in_words(pair: Pair, rng: Random) -> Mutation | None:
    """``v6.0`` as ``versija 6.0``."""
    found = pair.literals(r"(?<![\w./-])v\d+\.\d+(?:\.\d+)*(?![\w/-])")
    chosen = pick(rng, found)
    return chosen and pair.change(*chosen, f"versija {chosen[1].text[1:]}")


@harmless("currency-behind")
def currency_behind(pair: Pair, rng: Random) -> Mutation | None:
    """``$15`` as ``15 $``, ``USD 5`` as ``5 USD``."""
    found = pair.literals(r"(?<![\w$])(?:\$|USD )\d+(?![\w.,]*\d)")
    chosen = pick(rng, found)
    if chosen is None:
        return None
    sign, amount = re.match(r"(\$|USD) ?(\d+)", chosen[1].text).groups()  # type: ignore[union-attr]
    return pair.change(*chosen, f"{amount} {sign}")


@harmless("percent-in-words")
def percent_in_words(pair: Pair, rng: Random) -> Mutation | None:
    word = PERCENT.get(pair.target.locale[:2])
    chosen = pick(rng, pair.literals(r"(?<![\w.,-])\d{1,3} ?%(?!\w)")) if word else None
    return chosen and pair.change(*chosen, f"{chosen[1].text.rstrip('% ')} {word}")


@harmless("number-in-ideographs")
def number_in_ideographs(pair: Pair, rng: Random) -> Mutation | None:
    """A number up to ten in the numerals of China and Japan."""
    if pair.target.locale[:2] not in ("ja", "zh"):
        return None
    found = [
        (block, mark)
        for block in pair.target.prose()
        for mark in pair.target.words(r"(?<![\w.,:/\\#-])(?:10|[2-9])(?= ?[\u4e00-\u9fff])(?! ?[月年日])", block)
        if mark.text in re.findall(r"\d+", pair.source_text(block))
    ]
    chosen = pick(rng, (e for e in found if not re.search(r"[A-Z]\w* $", pair.target.lines[e[1].line][: e[1].start])))
    return chosen and pair.change(*chosen, IDEOGRAPHS[int(chosen[1].text)])


@harmless("unit-spaced")
def unit_spaced(pair: Pair, rng: Random) -> Mutation | None:
    """``10GB`` as ``10 GB``, with a space that does not break, or the other way round."""
    found = pair.literals(r"(?<![\w.,-])\d+ ?(?:[KMGT]B|ms|km|kg|px|%)(?!\w)")
    chosen = pick(rng, found)
    if chosen is None:
        return None
    text = chosen[1].text
    new = text.replace(" ", "") if " " in text else re.sub(r"(?<=\d)(?=\D)", "\u00a0", text)
    return pair.change(*chosen, new)


@harmless("number-made-code")
def number_made_code(pair: Pair, rng: Random) -> Mutation | None:
    """A port or a status that the source has as text is marked as code."""
    found = [e for e in pair.literals(r"(?<![\w.,:/\\#-])\d{3,5}(?![\w.,:/%-])") if e[0].kind != "heading"]
    chosen = pick(rng, found)
    return chosen and pair.change(*chosen, f"`{chosen[1].text}`")


@harmless("table-row-shorter")
def table_row_shorter(pair: Pair, rng: Random) -> Mutation | None:
    """An empty last cell is left out: the renderer fills the row up."""
    rows = []
    for block in pair.target.of("table"):
        for number in range(block.start + 2, block.end):
            if re.search(r"\S\s*\|\s*\|\s*$", pair.target.lines[number]):
                rows.append((block, number))
    chosen = pick(rng, rows)
    if chosen is None:
        return None
    block, number = chosen
    return pair.put(number, number + 1, [re.sub(r"\|\s*\|\s*$", "|", pair.target.lines[number])], block)


@harmless("code-laid-out-otherwise")
def code_laid_out_otherwise(pair: Pair, rng: Random) -> Mutation | None:
    """A semicolon at the end of a line of a script comes or goes."""
    found = [(b, n) for b, n in code_lines(pair) if b.marker.lower() in SCRIPTS]
    found = [(b, n) for b, n in found if re.search(r"[\w)\]'\"];?$", pair.target.lines[n])]
    chosen = pick(rng, found)
    if chosen is None:
        return None
    block, number = chosen
    line = pair.target.lines[number].rstrip()
    return pair.put(number, number + 1, [line[:-1] if line.endswith(";") else line + ";"], block)


@harmless("code-in-jsx-translated")
def code_in_jsx_translated(pair: Pair, rng: Random) -> Mutation | None:
    """What stands between the tags of an example is in the reader's language."""
    found = []
    for block, number in code_lines(pair):
        if block.marker.lower() in ("jsx", "tsx", "html", "astro", "vue"):
            match = re.search(r"(?<=>)[A-Z][a-z]+ [a-z]+(?: [a-z]+)*(?=</)", pair.target.lines[number])
            if match:
                found.append((block, number, match))
    chosen = pick(rng, found)
    if chosen is None:
        return None
    block, number, match = chosen
    line = pair.target.lines[number]
    return pair.put(number, number + 1, [f"{line[: match.start()]}Vārdi lasītāja valodā{line[match.end() :]}"], block)


@harmless("plain-text-fence-named")
def plain_text_fence_named(pair: Pair, rng: Random) -> Mutation | None:
    """A fence without language is said to be plain text."""
    block = pick(rng, (block for block in blocks(pair) if not block.marker))
    return block and pair.put(block.start, block.start + 1, [pair.target.lines[block.start].rstrip() + "text"], block)


@harmless("picture-of-the-locale")
def picture_of_the_locale(pair: Pair, rng: Random) -> Mutation | None:
    """The screenshot of the locale stands in a folder of its own, on another site; MkDocs may know it for its own."""
    found = [(b, m) for b, m in pair.images() if re.match(r"https?://[^/]+/.+/[^/]+\.\w+$", m.target)]
    if pair.target.python:
        return None
    chosen = pick(rng, found)
    if chosen is None:
        return None
    folder, _, name = chosen[1].target.rpartition("/")
    new = f"![{chosen[1].text}]({folder}/{pair.target.locale}/{name}{chosen[1].title})"
    return pair.change(*chosen, new) if IMAGE.fullmatch(new) else None


@harmless("dash-in-prose")
def dash_in_prose(pair: Pair, rng: Random) -> Mutation | None:
    """A hyphen between two words is a dash."""
    found = [
        (b, m)
        for b in pair.target.of("paragraph", "item")
        for m in pair.target.words(r"(?<=[^\W\d_]) - (?=[^\W\d_])", b)
    ]
    chosen = pick(rng, found)
    return chosen and pair.change(*chosen, " – ")


@harmless("bold-of-the-locale")
def bold_of_the_locale(pair: Pair, rng: Random) -> Mutation | None:
    """A translator stresses one more word."""
    found = []
    for block in pair.target.of("paragraph"):
        if not list(pair.target.marks(BOLD, block)):
            words = pair.target.words(r"(?<= )[^\W\d_A-Z]{4,}(?= )", block)
            found += [(block, mark) for mark in words if mark.text not in pair.source_text(block)]
    chosen = pick(rng, found)
    return chosen and pair.change(*chosen, f"_{chosen[1].text}_")


@harmless("space-before-two-part-signs")
def space_before_two_part_signs(pair: Pair, rng: Random) -> Mutation | None:
    """A no-break space before ``:``, ``;``, ``!`` and ``?``, as French sets them."""
    if pair.target.locale[:2] != "fr":
        return None
    found = [
        (b, m) for b in pair.target.of("paragraph", "item") for m in pair.target.words(r"(?<=[^\W\d_])[;!?](?= |$)", b)
    ]
    chosen = pick(rng, found)
    return chosen and pair.change(*chosen, f"\u00a0{chosen[1].text}")
