"""Formulas and diagrams: why, and examples."""

from __future__ import annotations

from facingpages.rules.doc import Doc, Example

_GRAPH = "```mermaid\ngraph TD\n  A[Client] --> B(Server)\n  B --> C{Is it ok?}\n```\n"
_SEQUENCE = "```mermaid\nsequenceDiagram\n  participant A as App\n  A->>B: Sign in\n  Note over A,B: Both\n```\n"
_PART = "```mermaid\nsequenceDiagram\nparticipant {}\nA->>C: Go\n```\n"

_PLAN = "```mermaid\ngantt\n  dateFormat YYYY-MM-DD\n  Walls :a, after b, 30d\n```\n"
_STYLED = "```mermaid\ngraph TD\n  A --> B\n  style A fill:#f9f\n```\n"
_STATE = '```mermaid\nstateDiagram-v2\nstate "Is idle" as i\ni --> [*]\n```\n'

DOCS = {
    "formula-changed": Doc(
        "What stands between dollar signs or `\\(` and `\\)` is drawn by a program: commands, indices and signs stay. Text "
        "in `\\text{}` may be translated. For information where two backslashes stand for one and the site's generator knows no "
        "formulas: Markdown makes one of them.",
        (
            Example("Mass $m_i$ matters.\n", "Massan $m\\_i$ spelar roll.\n", ("1:8",)),
            Example("Mass $m_i$ matters.\n", "Massan $ m_i $ spelar roll.\n", ("1:8",)),
            Example("$$\na = b\n$$\n", "$$\na = c\n$$\n", ("1:1",)),
            Example("With $x = \\text{cost}$.\n", "Med $x = \\text{kostnad}$.\n", note="Words in a formula."),
            Example(
                "It is\n\n$$\na = b.\n$$\n", "它是\n\n$$\na = b\n$$\n", locale="zh", note="The stop of the sentence."
            ),
            Example("It is\n\n$$\na = b!\n$$\n", "它是\n\n$$\na = b\n$$\n", ("3:1",), "zh"),
            Example("With $x = 0.5$ or $y = 1{,}250$.\n", "Med $x = 0{,}5$ eller $y = 1\\,250$.\n"),
            Example("With $x = 0.5$ in it.\n", "Med $x = 0{,}05$ i.\n", ("1:5",)),
            Example("With $f(1, 2)$ in it.\n", "在 $f(1.2)$ 之中。\n", ("1:3",), "zh", note="No comma of a number."),
            Example("Use it \\(`<A />`\\).\n", "Använd det (`<A />`).\n", note="Code between escaped brackets."),
            Example("Use it \\(line-tool\\).\n", "Använd det (radverktyg).\n", note="A name between them."),
            Example("It is \\(a < b\\) then.\n", "Det är a < b då.\n", ("1:1",)),
            Example(
                "Use [a](${base}a) or [b](${base}b).\n",
                "Ta [b](${base}b) eller [a](${base}a).\n",
                note="A program puts in what stands in the braces.",
            ),
            Example("From $5 to $6 a month.\n", "Från 5 till 6 USD i månaden.\n", note="Prices."),
        ),
    ),
    "diagram-changed": Doc(
        "Mermaid draws it or shows an error in its place: keywords, arrows and brackets stay, labels may be "
        "translated. "
        "Another number of lines is a warning: a diagram may be drawn anew.",
        (
            Example(_GRAPH, _GRAPH.replace("(Server)", "（Server）"), ("3:3",), "zh"),
            Example(_GRAPH, _GRAPH.replace("graph TD", "Graf TD"), ("2:1",)),
            Example(_SEQUENCE, _SEQUENCE.replace("A as App", "A comme App"), ("3:3",), "fr"),
            Example(
                _GRAPH,
                _GRAPH.replace("Client", "Klient (webb)"),
                ("3:3",),
                note="Brackets in a label that has no quotes: nothing is drawn.",
            ),
            Example(_GRAPH, _GRAPH.replace("Is it ok?", "Går det [bra]?"), ("4:3",)),
            Example(_GRAPH, _GRAPH.replace("Client", '"Klient (webb)"'), note="The same in quotes."),
            Example(_GRAPH, _GRAPH.replace("Client", "Klient：a，b"), locale="zh", note="Other signs need none."),
            Example("```mermaid\npie title Pets\n```\n", "```mermaid\npie title Våra husdjur\n```\n"),
            Example("```mermaid\npie title Pets\n```\n", "```mermaid\npie titel Husdjur\n```\n", ("2:1",)),
            Example("```mermaid\nmindmap\n  Long life\n```\n", "```mermaid\nmindmap\n  Ett mycket långt liv\n```\n"),
            Example("```mermaid\njourney\n  Go: 5: Me\n```\n", "```mermaid\njourney\n  Gå dit: 5: Jag\n```\n"),
            Example(
                "```mermaid\njourney\n  Go: 5: Me\n```\n", "```mermaid\njourney\n  Gå dit: 3: Jag\n```\n", ("3:3",)
            ),
            Example(
                _SEQUENCE.replace("Note over A,B: Both", "B-->>A: Yes"),
                _SEQUENCE.replace("Note over A,B: Both", "A-->>B: Ja"),
                ("5:3",),
                note="The same names, joined the other way.",
            ),
            Example(
                "```mermaid\ngraph TD\nOne --> Two\nTwo --> One\n```\n",
                "```mermaid\ngraph TD\nEtt --> Två\nTvå --> Ett\n```\n",
            ),
            Example(
                "```mermaid\ngantt\naxisFormat %m/%d\n```\n",
                "```mermaid\ngantt\naxisFormat %d.%m\n```\n",
                note="As a language writes a day.",
            ),
            Example(
                "```mermaid\ngantt\naxisFormat %m/%d\n```\n",
                "```mermaid\ngantt\naxisFormat %м/%д\n```\n",
                ("3:1",),
                "ru",
            ),
            Example(
                _GRAPH,
                _GRAPH.replace("[Client]", "[Klient (vår)]"),
                ("3:3",),
                note="A bracket in a label without quotes.",
            ),
            Example(_GRAPH, _GRAPH.replace("[Client]", '["Klient (vår)"]')),
            Example(_GRAPH, _GRAPH.replace("[Client] -->", "[Client] -->|ja (nej)|"), ("3:3",)),
            Example(_PLAN, _PLAN.replace("Walls", "Väggar")),
            Example(_PLAN, _PLAN.replace("YYYY", "ÅÅÅÅ"), ("3:3",)),
            Example(_PLAN, _PLAN.replace("after", "efter"), ("4:3",)),
            Example(_PLAN, _PLAN.replace("30d", "3d"), ("4:3",)),
            Example(_STYLED, _STYLED.replace("A", "Början")),
            Example(_STYLED, _STYLED.replace("fill", "fyllning"), ("4:3",)),
            Example(
                "```mermaid\nxychart-beta\nbar [50, 60]\n```\n",
                "```mermaid\nxychart-beta\nbar [50, 80]\n```\n",
                ("3:1",),
            ),
            Example("```mermaid\nA-->B\n```\n", "```mermaid\nA->B\n```\n", ("2:1",)),
            Example("```mermaid\nA-a-->B\n```\n", "```mermaid\nB-b-->A\n```\n"),
            Example(_PART.format("A"), _PART.format("B"), ("3:1",), note="Nobody by this name takes part."),
            Example(_PART.format("A"), _PART.replace("A-", "B-").format("B"), note="Called so in every line."),
            Example(_STATE, _STATE.replace("Is idle", "Är ledig")),
            Example(_STATE, _STATE.replace("as i", "som i"), ("3:1",)),
            Example(
                _GRAPH,
                _GRAPH.replace("Client", "Klient").replace("Is it ok?", "Går det bra?"),
                note="Translated labels.",
            ),
            Example(
                _SEQUENCE,
                _SEQUENCE.replace("sequenceDiagram\n", "sequenceDiagram\n  participant B\n"),
                ("3:3",),
                "fr",
            ),
            Example(
                _SEQUENCE.replace("A as App", "App"),
                _SEQUENCE.replace("A as App", "App as Appli"),
                locale="fr",
                note="A name to show.",
            ),
            Example(
                _SEQUENCE,
                _SEQUENCE.replace("as App", "as Appen").replace("Sign in", "Logga in").replace("Both", "Båda"),
                note="Translated names and messages.",
            ),
        ),
    ),
}
