"""How the time of a pair of pages grows with what stands on them: `python -m tests.bench.growth [NUMBER [SHAPE ...]]`.

Each shape repeats one thing, changed or lost in the translation. What is asked of a page should take twice the time
where there is twice as much of it, whatever a stranger wrote there. The clock is that of the processor, the time the
least of several, garbage is looked for as seldom as the program does, and a shape that takes no time to speak of is
repeated more often than NUMBER. What a clock doesn't tell, calls do: `--calls` prints the functions whose own time grew
most beyond the fourfold between NUMBER and four times NUMBER.
"""

from __future__ import annotations

import cProfile
import gc
import pstats
import random
import sys
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

from facingpages.config import Config
from facingpages.engine import Plan
from facingpages.engine.page import look
from facingpages.site import PageFile, Site

ENOUGH = 0.025  # seconds that the clock can tell from noise
MOST = 16_000  # repetitions to begin with
OTHER = 30_000  # words from here on stand on the translation only
Shape = tuple[str, str, str, str]  # head, what is repeated in the source and in the translation, what stands between

TABLE = "# T\n\n| a | b |\n|---|---|\n"
SHAPES: dict[str, Shape] = {
    "codes changed": ("# T\n\n", "`a{w}`", "`b{o}`", " "),
    "codes numbered": ("# T\n\n", "`x{i}`", "`y{i}`", " "),
    "links changed": ("# T\n\n", "[a{i}](p{i}.md)", "[b{i}](q{i}.md)", " "),
    "web links changed": ("# T\n\n", "[a](https://e.org/{w})", "[b](https://e.org/{o})", " "),
    "links lost": ("# T\n\n", "[a{i}](https://e.org/{w})", "b{i}", " "),
    "addresses changed": ("# T\n\n", "https://e.org/{w}", "https://e.org/{o}", " "),
    "images changed": ("# T\n\n", "![a{i}](p{i}.png)", "![b{i}](q{i}.png)", " "),
    "images lost": ("# T\n\n", "![a{i}](p{i}.png)", "b{i}", " "),
    "numbers changed": ("# T\n\n", "1{i}1", "2{i}2", " "),
    "bold changed": ("# T\n\n", "**{w}**", "**{o}**", " "),
    "bold lost": ("# T\n\n", "**{w}**", "{w}", " "),
    "emphasis": ("# T\n\n", "*{w}*", "_{o}_", " "),
    "formulas changed": ("# T\n\n", "$x_{i}$", "$y_{i}$", " "),
    "literals changed": ("# T\n\n", "--{w} C:\\{w} {w}_{w}", "--{o} C:\\{o} {o}_{o}", " "),
    "quotations": ("# T\n\n", '"{w}"', "„{o}“", " "),
    "tags": ("# T\n\n", "<b{i}>", "<i{i}>", ""),
    "tags and code": ("# T\n\n", "`{w}` <b{i}>", "`{w}` <i{i}>", " "),
    "brackets": ("# T\n\n", "[", "](", ""),
    "stars": ("# T\n\n", "*a", "**a", ""),
    "backticks": ("# T\n\n", "`a", "``a", ""),
    "quotes nested": ("# T\n\n", "> ", ">", ""),
    "one long line": ("# T\n\n", "{w}", "{o}", ""),
    "words": ("# T\n\n", "{w}", "{o}", " "),
    "lines": ("# T\n\n", "{w}", "{o}", "\n"),
    "paragraphs": ("# T\n\n", "{w}", "{o}", "\n\n"),
    "paragraphs of code": ("# T\n\n", "`{w}`", "`{o}`", "\n\n"),
    "headings changed": ("# T\n\n", "## {w}", "## {o}", "\n\n"),
    "headings lost": ("# T\n\n", "## {w}", "{o}", "\n\n"),
    "headings with ids": ("# T\n\n", "## {w} {{#{w}}}", "## {o} {{#{o}}}", "\n\n"),
    "items": ("# T\n\n", "- {w}", "- {o}", "\n"),
    "items to paragraphs": ("# T\n\n", "- {w}", "{o}", "\n\n"),
    "steps": ("# T\n\n", "{i}. {w} `{i}`", "{i}. {o} `1{i}`", "\n"),
    "rows": (TABLE, "| {w} | `{i}` |", "| {o} | `1{i}` |", "\n"),
    "columns": ("# T\n\n", "| {w} ", "| {o} ", ""),
    "callouts": ("# T\n\n", "!!! note\n    {w}\n", "!!! tip\n    {o}\n", "\n"),
    "directives": ("# T\n\n", ":::note\n{w}\n:::\n", ":::tip\n{o}\n:::\n", "\n"),
    "code blocks": ("# T\n\n", "```py\n{w}\n```\n", "```py\n{o}\n```\n", "\n"),
    "code lines": ("# T\n\n```py\n", "{w}", "{o}", "\n"),
    "definitions": ("# T\n\n", "[{w}]: {w}.md", "[{w}]: {o}.md", "\n"),
    "references": ("# T\n\n", "[{w}][]", "[{o}][]", " "),
    "references with code": ("# T\n\n", "[`{w}`][]", "[`{o}`][]", " "),
    "marks without footnotes": ("# T\n\n", "{w}[^{i}]", "{o}[^{i}]", " "),
    "footnotes": ("# T\n\n", "[^{i}]\n\n[^{i}]: {w}\n", "[^{i}]\n\n[^{i}]: {o}\n", "\n"),
    "front matter": ("---\n", "{w}: a", "{o}: b", "\n"),
    "ignores": ("# T\n\n", "{w}", "<!-- facingpages: ignore number-changed why -->\n{o}", "\n\n"),
    "footnotes renamed": ("# T\n\n", "{w}[^{i}]", "{o}[^{i}x]", " "),
    "struck out": ("# T\n\n", "~~a", "~a", ""),
    "icons": ("# T\n\n", ":{w}:", ":{o}:", " "),
    "keys": ("# T\n\n", "++{w}+a++", "++{o}+a++", " "),
    "one of two options": ("# T\n\n", "--{w} --{w}", "--{w} --{o}", " "),
    "versions": ("# T\n\n", "v1.{i}.2", "v2.{i}.1", " "),
    "names of files": ("# T\n\n", "{w}.yaml", "{o}.yaml", " "),
    "comments": ("# T\n\n", "<!-- {w} -->", "<!-- {o} -->", "\n\n"),
    "ids": ("# T\n\n", '<a id="{w}"></a>', '<a id="{o}"></a>', " "),
    "attribute lists": ("# T\n\n", "{w}\n{{: #{w} .{w} }}\n", "{o}\n{{: #{o} .{o} }}\n", "\n"),
    "callouts in quotes": ("# T\n\n", "> [!NOTE]\n> {w}\n", "> [!TIP]\n> {o}\n", "\n"),
    "headings alike": ("# T\n\n", "## a", "## b", "\n\n"),
    "paragraphs alike": ("# T\n\n", "same text here", "other text there", "\n\n"),
    "items of one word": ("# T\n\n", "- a", "- b", "\n"),
    "one long cell": (TABLE, "{w} `{i}`", "{o} `1{i}`", " "),
    "runs of emphasis": ("# T\n\n", "**a** *b* ***c***", "*a* **b** ***c***", " "),
    "links in code": ("# T\n\n", "`[a](`", "`[b](`", ""),
    "links half lost": ("# T\n\n", "[a{i}](p{w}.md) [b](q{w}.md)", "a{i} [b](q{w}.md)", " "),
    "links to headings": ("# T\n\n## a\n\n## b\n\n", "[a](#{w})", "[b](#{o})", " "),
    "code half bare": ("# T\n\n", "`{w}` `{w}`", "`{w}` {w}", " "),
    "macros": ("# T\n\n", "{{{{ {w} }}}}", "{{{{ {o} }}}}", " "),
    "links swapped": ("# T\n\n", "[a{i}](p{w}.md) [b{i}](q{w}.md)", "[a{i}](q{w}.md) [b{i}](p{w}.md)", " "),
    "numbers lost": ("# T\n\n", "a {i}.5 b", "a", " "),
    "headings shuffled": ("# T\n\n", "## `{w}`", "## `{r}`", "\n\n"),
    "shortcodes": ("# T\n\n", "{{{{< {w} >}}}}", "{{{{< {o} >}}}}", " "),
}


@cache
def words() -> list[str]:
    """The same words at each run."""
    made = random.Random(0)
    return ["".join(made.choices("abcdefghij", k=6)) for _ in range(2 * OTHER)]


def texts(shape: str, number: int) -> tuple[str, str]:
    """A source and its translation."""
    head, source, target, between = SHAPES[shape]
    own, other = words()[:OTHER], words()[OTHER:]
    mixed = random.Random(0).sample(range(number), number)
    values = [
        {"i": at, "w": own[at % OTHER], "o": other[at % OTHER], "r": own[mixed[at] % OTHER]} for at in range(number)
    ]
    one, two = (head + between.join(side.format(**each) for each in values) + "\n" for side in (source, target))
    return one, two


def seconds(
    shape: str,
    number: int,
    clock: Callable[[], float] = time.process_time,
    profile: cProfile.Profile | None = None,
) -> float:
    """What one look at such a pair takes, reading included."""
    content = {"en/a.md": texts(shape, number)[0].encode(), "sv/a.md": texts(shape, number)[1].encode()}
    root = Path("/nowhere")
    pages = [PageFile(path, root / path, "a", path[:2]) for path in content]
    site = Site("en", ("sv",), pages, lambda _: False, lambda name, locale: f"{locale}/{name}.md")
    plan = Plan(site, Config(root, "en", ("sv",), ("{locale}/{page}.md",), dialect="mkdocs"))
    for across in plan.across.values():
        across.begin()
    sets = next(iter(plan.page_sets()))
    start = clock()
    if profile is not None:
        profile.enable()
    look(plan, sets, lambda page: content[page.path])
    if profile is not None:
        profile.disable()
    return clock() - start


def least(shape: str, number: int, runs: int = 4) -> float:
    """The least that several looks take."""
    taken = []
    for _ in range(runs):
        gc.collect()
        taken.append(seconds(shape, number))
    return min(taken)


def grown(shape: str, number: int) -> list[str]:
    """The functions whose own time grew beyond the fourfold where there is four times as much, the worst first."""
    own: list[dict[str, tuple[int, float]]] = []
    for count in (number, 4 * number):
        profile = cProfile.Profile()
        seconds(shape, count, profile=profile)
        stats = pstats.Stats(profile).stats  # type: ignore[attr-defined]
        own.append({f"{Path(file).name}:{line} {name}": (one[1], one[2]) for (file, line, name), one in stats.items()})
    before, after = own
    excess = {name: taken - 4 * before.get(name, (0, 0.0))[1] for name, (_, taken) in after.items()}
    return [
        f"  {excess[name]:8.3f} s more than fourfold, calls {before.get(name, (0, 0))[0]} -> {after[name][0]}: {name}"
        for name in sorted(excess, key=lambda one: -excess[one])[:5]
    ]


def main(arguments: list[str]) -> None:
    """Print repetitions n, seconds at n, 2n and 4n, and how often the last is the one before."""
    calls = "--calls" in arguments
    arguments = [one for one in arguments if one != "--calls"]
    start = int(arguments[0]) if arguments else 1000
    gc.set_threshold(100_000, 20, 50)  # as the program has it
    for shape in arguments[1:] or list(SHAPES):
        number = start
        seconds(shape, 20)
        while not calls and number < MOST and least(shape, number, 2) < ENOUGH:
            number *= 2
        taken = [least(shape, count) for count in (number, 2 * number, 4 * number)]
        figures = "".join(f"{one:9.3f}" for one in taken)
        print(f"{shape:24}{number:6}{figures}{taken[1] / taken[0]:7.2f}{taken[2] / taken[1]:7.2f}", flush=True)
        for line in grown(shape, number) if calls else ():
            print(line, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
