"""Labels of Mermaid's flowcharts: brackets or quotes within one, without quotes around it, are read as those of a shape.

https://mermaid.js.org/syntax/flowchart.html: `A[Tax (import)]` is no node, and nothing is drawn; `A["Tax (import)"]` is.
"""

from __future__ import annotations

from collections.abc import Iterator

from facingpages.late import late

FLOWCHART = late(r"\s*(?:graph|flowchart)\b")
# What a line does that holds no label, or one that is read otherwise.
OTHER = late(r"\s*(?:%%|click\b|style\b|linkStyle\b|classDef\b|class\b|acc(?:Title|Descr)\b)")
QUOTED = late(r'"[^"\n]*"')
# In each of these the brackets of the other kinds: those of a shape of two, `[(`, `([`, `{{`, `[/`, are none.
BARE = late(
    r"\[(?![\[(/\\])(?P<square>[^\[\]\n]*[(){}\"][^\[\]\n]*)\]"
    r"|(?<!@)\{(?!\{)(?P<curly>[^{}\n]*[()\[\]\"][^{}\n]*)\}"
    r"|(?<!\()\((?![(\[])(?P<round>[^()\n]*[\[\]{}\"][^()\n]*)\)"
    r"|(?<=\w)\((?![(\[])(?P<inner>[^()\n]+\([^()\n]*\)[^()\n]*)\)"
    r"|\|(?P<edge>[^|\n]*)\|"
)
BRACKETS = frozenset("()[]{}")


def undrawn(text: str) -> Iterator[tuple[str, str]]:
    """The lines of a flowchart that Mermaid can't read for a label's brackets, each with that label."""
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines or not any(FLOWCHART.match(line) for line in lines[:3]):
        return
    for line in lines:
        if OTHER.match(line):
            continue
        masked = QUOTED.sub(lambda match: f'"{"x" * (len(match[0]) - 2)}"', line)  # nothing in it is a bracket
        for match in BARE.finditer(masked):
            group = match.lastgroup or ""
            label = match[group].strip()
            if not BRACKETS.isdisjoint(label) or ('"' in label and not QUOTED.fullmatch(label)):
                yield line, line[match.start(group) : match.end(group)].strip()
                break
