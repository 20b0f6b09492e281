"""Examples of code laid out otherwise: what only its author decides is silent, what a program reads is found."""

from __future__ import annotations

from facingpages.rules.doc import Doc, Example
from facingpages.rules.docs.indented import INDENTED
from facingpages.rules.docs.own_things import OWN_THINGS

LOGIN = "```jsx\nconst close = e => {\n  hide(e);\n};\nreturn <p>Logged in as <b>{name}</b></p>;\n```\n"
WRAPPED = "```jsx\nconst close = (e) => { hide(e) }\nreturn (\n  <p>\n    <b>{name}</b> är{' '}\n    inloggad\n  </p>\n)\n```\n"
FIELD = '```html\n<l-field type="text" title="Surname">Write it\nas it stands in your passport.</l-field>\n```\n'
NAMED = '```html\n<l-field\n  title="Efternamn"\n  type="text"\n>Skriv det som i passet.</l-field>\n```\n'
LIST = '```json\n{"ports": [80, 443], "label": "Two ports are open"}\n```\n'
LINES = '```json\n{\n  "ports": [\n    80,\n    443\n  ],\n  "label": "Två portar är öppna"\n}\n```\n'
CALL = '```py\nsend(to=[1, 2], text="Come home soon")\n```\n'
BROKEN = '```py\nsend(\n    to=[1, 2],\n    text="Kom hem snart",\n)\n```\n'
QUERY = "```sql\nSELECT a, b FROM t WHERE a > 1;\n```\n"
SHELL = "```sh\ndocker run -p 80:80 \\\n  --name box image; docker ps\n```\n"

DOCS: dict[str, Doc] = {}  # they belong to the rule about blocks of code
LAID_OUT = (
    *OWN_THINGS,
    *INDENTED,
    Example(LOGIN, WRAPPED, note="Lines, brackets that may go, words between tags."),
    Example(LOGIN, WRAPPED.replace("hide(e)", "hide()"), ("2:1",)),
    Example(LOGIN, WRAPPED.replace("{name}", "{user}"), ("5:5",)),
    Example(LOGIN, WRAPPED.replace("</b>", ""), ("3:1",)),
    Example(FIELD, NAMED, note="Attributes in another order, and words that are broken elsewhere."),
    Example(FIELD, NAMED.replace('type="text"', 'type="test"'), ("4:3",)),
    Example(FIELD, NAMED.replace("</l-field>", "</l-fjeld>"), ("5:1",)),
    Example(LIST, LINES),
    Example(LIST, LINES.replace("443", "43"), ("5:5",)),
    Example(LIST, LINES.replace("],", "]"), ("6:3",), note="There a comma has to stand."),
    Example(LIST, LINES.replace('öppna"\n', 'öppna",\n'), ("7:3",), note="And there none may."),
    Example(CALL, BROKEN),
    Example(CALL, BROKEN.replace("    to=[1, 2],\n", ""), ("3:5",)),
    Example("```py\na = (1,)\n```\n", "```py\na = (1)\n```\n", ("2:1",), note="That is no list of one any more."),
    Example(QUERY, QUERY.replace(" FROM", "\n  FROM").replace(" WHERE", "\n WHERE")),
    Example(QUERY, QUERY.replace(" FROM", "\n  FROM").replace("> 1", "< 1"), ("3:3",)),
    Example(SHELL, SHELL.replace(" \\\n ", "").replace("; ", "\n")),
    Example(SHELL, SHELL.replace(" \\\n ", "").replace("; ", "\n").replace("--name", "–name"), ("2:1",)),
    Example(SHELL, SHELL.replace(" \\\n", "\n"), ("2:1",), note="Two commands, the second of which is none."),
    Example("```java\nif (a)\n{\n  b(1,\n    2);\n}\n```\n", "```java\nif (a) {\n  b(1, 2);\n}\n```\n"),
    Example("```java\nif (a)\n{\n  b(1,\n    2);\n}\n```\n", "```java\nif (a) {\n  b(1, 2);\n```\n", ("4:4",)),
)
