"""Tables: the same rows, the same number of cells in each.: why, and examples."""

from __future__ import annotations

from facingpages.rules.doc import Doc, Example

NAMES = (
    "| Name | Use | Kind |\n|---|---|---|\n| `model` | What is loaded first | MODEL |\n"
    "| `keep_wrapper` | Whether it is kept (default: yes) | BOOLEAN |\n| `start` | Where it begins | FLOAT |\n"
)
NAMED = (
    "| 名称 | 用途 | 种类 |\n|---|---|---|\n| `模型` | 首先加载的内容 | MODEL |\n"
    "| `保留包装` | 是否保留它（默认：是） | BOOLEAN |\n| `起点` | 从哪里开始 | FLOAT |\n"
)
TABLE = "| Plan | Price |\n|---|---|\n| Basic | `b1` |\n| Pro | `p1` |\n| Max | `m1` |\n"

DOCS = {
    "table-row-missing": Doc(
        "Told once for neighbouring rows. How cells are padded never matters. For information where the table became a "
        "list and one row is gone, as the head is, for which a list has no place. "
        "A warning where it is lost alone from a page that differs from its source at three places or more, and nothing in "
        "it tells that it stands nowhere on the page: no code, link or number, no words that the site renders.",
        (
            Example(TABLE, "| Plan | Pris |\n|---|---|\n| Bas | `b1` |\n| Max | `m1` |\n", ("4:1",)),
            Example(
                "| Key | Use |\n|---|---|\n| `a` | One |\n| `b` | Two |\n",
                "- `a`: Ett\n- `b`: Två\n",
                ("1:1",),
                note="A head where the rows became a list: for information.",
            ),
            Example(TABLE, TABLE.replace("Price", "Pris").replace(" | `", "      |    `"), note="Padding."),
            Example(
                NAMES, NAMED.replace("| `保留包装` | 是否保留它（默认：是） | BOOLEAN |\n", ""), ("4:1",), locale="zh"
            ),
            Example(
                "| Option | Use |\n|---|---|\n| tag | A |\n| top | B |\n| icon | C |\n",
                "| Option | Bruk |\n|---|---|\n| icon | C |\n| tag | A |\n| top | B |\n",
                note="Another order; names tell the rows.",
            ),
            Example(
                "| A | Use |\n|---|---|\n| tag | A |\n\n- x\n\n| B | Use |\n|---|---|\n| `size` | B |\n| tag | C |\n| top | D |\n",
                "| A | Bruk |\n|---|---|\n| tag | A |\n\n- x\n\n| B | Bruk |\n|---|---|\n| `size` | B |\n| top | D |\n| tag | C |\n",
                note="So does a name that stands in another table as well.",
            ),
        ),
    ),
    "table-row-extra": Doc(
        "Often a row that was removed from the source since.",
        (Example("| A | B |\n|---|---|\n| x | `1` |\n", "| A | B |\n|---|---|\n| x | `1` |\n| y | `2` |\n", ("4:1",)),),
    ),
    "table-lost": Doc(
        "Python-Markdown reads a table only where a blank line stands before it; CommonMark needs none.",
        (
            Example(TABLE, TABLE.replace("|---|---|", "| - - - | - - - |"), ("1:1",), note="A blank parts the dashes."),
            Example(TABLE, TABLE.replace("|---|---|\n", ""), ("1:1",)),
            Example(TABLE, TABLE.replace("|---|---|", "|ーーー|ーーー|"), ("1:1",), "ja"),
            Example(TABLE, TABLE.replace("\n", "\n\n"), ("1:1",)),
            Example("Text.\n\n" + TABLE, "Text.\n\n" + TABLE.replace("| Pro", "\n| Pro"), ("7:1",)),
            Example(
                TABLE,
                TABLE.replace("|---|---|", "| - - - | - - - |"),
                dialect="mkdocs",
                note="Python-Markdown reads it.",
            ),
            Example(TABLE, TABLE.replace("|---|---|", "|  -  |:-:|"), note="Any number of dashes is enough."),
            Example(
                "Prices:\n\n| A | B |\n|---|---|\n| x | y |\n",
                "Priser:\n| A | B |\n|---|---|\n| x | y |\n",
                ("2:1",),
                dialect="mkdocs",
            ),
            Example("Prices:\n\n| A | B |\n|---|---|\n| x | y |\n", "Priser:\n| A | B |\n|---|---|\n| x | y |\n"),
            Example(
                "Prices:\n| A | B |\n|---|---|\n| x | y |\n",
                "Priser:\n| A | B |\n|---|---|\n| x | y |\n",
                dialect="mkdocs",
                note="The source's own fault.",
            ),
        ),
    ),
    "table-cells": Doc(
        "A lost or stray `|` moves every cell behind it into the wrong column. A warning where a cell lost its text, and "
        "where `true` is `false`, one of several values is another one, a language is, No is a number, or a form of a date was cut short.",
        (
            Example("|Id|Use|\n|---|---|\n|a|Check that it is closed|\n", "|Id|Bruk|\n|---|---|\n|a||\n", ("3:1",)),
            Example("|Id|Use|\n|---|---|\n|a|No|\n", "|Id|Bruk|\n|---|---|\n|a|Nr.|\n", ("3:1",)),
            Example("|No|Use|\n|---|---|\n|1|Yes|\n", "|Nr.|Bruk|\n|---|---|\n|1|Ja|\n", note="A number."),
            Example("|Id|Use|\n|---|---|\n|a|en-US|\n", "|Id|Bruk|\n|---|---|\n|a|sv-SE|\n", ("3:1",)),
            Example("|Id|Use|\n|---|---|\n|a|not set|\n", "|Id|Bruk|\n|---|---|\n|a||\n", note="Left empty by taste."),
            Example(
                "|Id|Use|Note|\n|---|---|---|\n|a|Check that it is closed||\n",
                "|Id|Bruk|Not|\n|---|---|---|\n|a||Kontrollera att den är stängd|\n",
                note="In the next cell.",
            ),
            Example("|Id|On|\n|---|---|\n|a|true|\n", "|Id|På|\n|---|---|\n|a|false|\n", ("3:1",)),
            Example("|Id|On|\n|---|---|\n|a|true|\n", "|Id|På|\n|---|---|\n|a|sant|\n"),
            Example(
                "|Id|To|\n|---|---|\n|a|ltr / ttb / btt|\n", "|Id|Till|\n|---|---|\n|a|ltr / ttb / tbb|\n", ("3:1",)
            ),
            Example(
                "|Id|To|\n|---|---|\n|a|left / right / both|\n",
                "|Id|Till|\n|---|---|\n|a|left / right / båda|\n",
                note="A word.",
            ),
            Example("|Id|As|\n|---|---|\n|a|yyyy-MM-dd HH:mm|\n", "|Id|Som|\n|---|---|\n|a|yyyy-MM-dd|\n", ("3:1",)),
            Example("|Id|As|\n|---|---|\n|a|MM/dd/yyyy|\n", "|Id|Som|\n|---|---|\n|a|dd.MM.yyyy|\n"),
            Example(
                "|Menu||\n|---|---|\n|Edit it||\n",
                "| Meny | |\n| --- | --- |\n| Ändra det |\n",
                note="A row is filled up to the cells of its head.",
            ),
            Example(
                "|Menu||\n|---|---|\n|Edit it|now|\n",
                "| Meny | |\n| --- | --- |\n| Ändra det |\n",
                ("3:1",),
            ),
            Example(TABLE, TABLE.replace("| Pro | `p1` |", "| Pro `p1` |"), ("4:1",)),
            Example(
                "| a | b | c |\n| - | - | - |\n| x | y |\n",
                "| a | b | c |\n|\t-\t| - | - |\n| x | y | |\n",
                note="Cells that a renderer adds.",
            ),
            Example(
                "| a | b | c |\n| - | - | - |\n| x | y |\n",
                "| a | b | c |\n| - | - | - |\n| x | y | - |\n",
                note="The source's row is short of its head, this one is not.",
            ),
            Example(
                "| a | b | c |\n| - | - | - |\n| x | y |\n",
                "| a | b | c |\n| - | - | - |\n| x | y | - | - |\n",
                ("3:1",),
            ),
        ),
    ),
}
