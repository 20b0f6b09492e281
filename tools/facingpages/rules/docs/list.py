"""Lists: their items, their nesting, their kind; and paragraphs that became lists by accident.: why, and examples."""

from __future__ import annotations

from facingpages.rules.doc import Doc, Example

DOCS = {
    "list-item-missing": Doc(
        "The finding stands where the item should have stood and names it. For information where several seem to be told in "
        "a sentence beside it. "
        "A warning where it is lost alone from a page that differs from its source at three places or more, and nothing in "
        "it tells that it stands nowhere on the page: no code, link or number, no words that the site renders.",
        (
            Example(
                "- `all`: How many there are.\n- `ready`: How many.\n\n**NEW SINCE:** Release v1.2.0\n",
                "- `all`: Hur många det är.\n- `ready`: Hur många.\n  **NEW SINCE:** Release v1.2.0\n",
                note="It and what follows it are one here.",
            ),
            Example(
                "- `all`: How many there are.\n- `ready`: How many.\n\n**NEW SINCE:** Release v1.2.0\n",
                "- `all`: Hur många det är.\n\n**NEW SINCE:** Release v1.2.0\n",
                ("3:1",),
            ),
            Example("- Latvia\n- Sweden, see [rates](r.md)\n- Romania\n", "- Lettland\n- Rumänien\n", ("2:1",)),
            Example(
                "- [pay.once](/pay#once) takes a card.\n- [pay.later](/pay#later) takes an address of yours.\n- Other\n",
                "- [pay.once](/pay#once) tar ett kort. **Obs! Gäller från och med version 4.16 av den.**\n- Annat\n",
                ("2:1",),
                note="Both lead to one page, and only one of its parts is led to here.",
            ),
            Example(
                "- syntax of lines\n- order of rows\n- REPL\n- code runner\n- pots and pans\n",
                "- 语法检查行\n- 行的排序\n- 交互式编程\n- 异步执行\n",
                ("3:1",),
                locale="zh",
                note="One of the last three is lost, for none of the two is as long as two of them.",
            ),
            Example(
                "- **Constants**: in capitals like `A_B`.\n-\n- **Types**: `T` it is.\n",
                "- **Konstanter**: versaler som `A_B`.\n- **Typer**: `T` är det.\n",
                note="An item that says nothing is no loss.",
            ),
            Example(
                "- Latvia\n- Sweden, see [rates](r.md)\n- Norway, see [more](m.md)\n- Romania\n",
                "- Lettland\n- Rumänien\n",
                ("2:1",),
                note="Several in a row are one finding.",
            ),
            Example(
                "- Calls to Latvia are paid from [credits](c.md).\n- Calls to `Zone A` are included in the plan.\n- Other\n",
                "- Samtal till Lettland betalas med [krediter](c.md), som laddas på varje månad för alla.\n- Annat\n",
                ("2:1",),
            ),
            Example(
                "A box holds:\n\n- the `key` for 2 doors\n- the `card`\n- a list of rooms\n\nKeep it.\n",
                "I en låda ligger en `key` till 2 dörrar, ett `card` och en lista över rum.\n\nSpara den.\n",
                ("1:1",),
                note="Told in a sentence, which is compared with the whole list: for information.",
            ),
            Example(
                "The exam has three parts:\n\n1. Reading (45 minutes)\n2. Listening\n3. Talking\n\nGood luck.\n",
                "Ispit ima tri dijela: čitanje (45 minuta), slušanje i govor.\n\nSretno.\n",
                ("1:1",),
                locale="hr",
                note="So are numbered things, if they are short.",
            ),
            Example(
                "A box holds:\n\n- the `key` for 2 doors\n- the `card`\n- a list of rooms\n\nKeep it.\n",
                "I en låda ligger en hel del.\n\nSpara den.\n",
                ("3:1",),
            ),
        ),
    ),
    "list-item-extra": Doc(
        "Often an item that was removed from the source since. Several in a row are one finding. "
        "For information where it names those who translated the page.",
        (
            Example(
                "- `lv` for Latvia\n- `ro` for Romania\n",
                "- `lv` för Lettland\n- `sv` för Sverige\n- `ro` för Rumänien\n",
                ("2:1",),
            ),
            Example(
                "- `lv` for Latvia\n- `ro` for Romania\n",
                "- `lv` för Lettland\n- `sv` för Sverige\n- `da` för Danmark\n- `ro` för Rumänien\n",
                ("2:1",),
            ),
        ),
    ),
    "list-item-merged": Doc(
        "Nothing is lost, but the list reads differently. Where the one holds no target, picture or code of the other, that "
        "is lost: `list-item-missing` says so. The same goes for an item of which the one says nothing and is too short to. For information where the source forgot the line of an item.",
        (
            Example(
                "- Calls to Latvia are paid from [credits](c.md).\n- Calls to `Zone A` are included in the plan.\n- Other\n",
                "- Samtal till Lettland betalas med [krediter](c.md). Samtal till `Zone A` ingår i abonnemanget.\n- Annat\n",
                ("1:1",),
            ),
            Example(
                "- [pay.once](/pay#once) takes a card.\n- [pay.later](/pay#later) takes an address.\n- Other\n",
                "- [pay.once](/pay#once) tar ett kort. [pay.later](/pay#later) tar en adress.\n- Annat\n",
                ("1:1",),
            ),
            Example("* C\n* C++\n* Swift\n", "* C/C++\n* Swift\n", ("1:1",), note="Each stands in the one as it is."),
            Example(
                "- Apples\n- Pears -Plums\n- Nuts\n",
                "- Äpplen\n- Päron\n- Plommon\n- Nötter\n",
                ("2:1",),
                note="A slip of the source that is mended here: for information.",
            ),
        ),
    ),
    "list-nesting": Doc(
        "A sub-step became a step, or the other way round. Told once for a run of items. How far a nested list is "
        "indented does not matter as long as it is nested. For information where a bullet has a number behind it on both sides, "
        "and only one is read as a list within it.",
        (
            Example(
                "- 1.Open `it`.\n\n- 2.Save `that`.\n",
                "- 1. Öppna `it`.\n\n- 2. Spara `that`.\n",
                ("1:3",),
                note="Only the blank is new.",
            ),
            Example(
                "1. Open.\n   - Choose A.\n   - Choose B.\n2. Save.\n",
                "1. Öppna.\n\n- Välj A.\n- Välj B.\n\n2. Spara.\n",
                ("3:1",),
            ),
            Example("- One\n    - Two\n- Three\n", "- Ett\n  - Två\n- Tre\n", ("2:3",), dialect="mkdocs"),
            Example(
                "- One\n  - Two\n- Three\n", "- Ett\n  - Två\n- Tre\n", dialect="mkdocs", note="With an extension."
            ),
            Example("- One\n    - Two\n- Three\n", "- Ett\n  - Två\n- Tre\n"),
        ),
    ),
    "list-kind": Doc(
        "A sequence of steps that lost its numbers; as a warning, a list that gained an order it does not have. For "
        "information where the list has but one item.",
        (
            Example("1. Open.\n2. Save.\n", "- Öppna.\n- Spara.\n", ("1:1",)),
            Example(
                "See:\n\n1. [The book](a.md)\n", "Se:\n\n- [Boken](a.md)\n", ("3:1",), note="One item has no order."
            ),
        ),
    ),
    "list-lost": Doc(
        "Its marker was lost, or the space after it, so it is a paragraph; steps whose numbers no Markdown reads as such are "
        "told once: as a warning where each stands in a paragraph of its own and its number is read (`1\u3001`), for "
        "information where the mark is a sign like \u2460, which a translator types on purpose. So it is where nothing reads "
        "otherwise: an item that was a list by itself, a list that is one of terms or of notes here, and a paragraph that "
        "stands apart from the rest of its list.",
        (
            Example(
                "1. Open `it`.\n2. Save `that`.\n",
                "\u06f1. \u0622\u0646 `it` \u0628\u0627\u0632 \u06a9\u0646\u06cc\u062f.\n\n\u06f2. \u0622\u0646 `that` \u06a9\u0646\u06cc\u062f.\n",
                ("1:1",),
                "fa",
                note="A warning: each has its number, in digits that make no list.",
            ),
            Example(
                "See [a](a.md).\n\n- Replace `main` with a tag or a hash.\n- Run `fix` for what it can do.\n\nSee [b](b.md).\n",
                "Se [a](a.md).\n\nÄven `main` byts mot en tagg.\n\nKör sedan `fix` på allt.\n\nSe [b](b.md).\n",
                ("3:1",),
            ),
            Example(
                "1. ### One\n\n   Do this.\n\n2. ### Two\n\n   Do that.\n",
                "1. ### Ett\n\n   Gör så.\n\n   ### Två\n\n   Gör det.\n",
                ("5:4",),
                note="A step that begins with a heading.",
            ),
            Example("1. ### One\n2. ### Two\n", "### 1. Ett\n\n### 2. Två\n", note="They count as headings."),
            Example(
                "# A\n\n- It is shown when the mouse comes.\n- It explains a `button`.\n\n# B\n",
                "# A\n\nDet visas när musen kommer.\n\nDet förklarar en `button`.\n\n# B\n",
                ("3:1",),
                note="A list whose items became paragraphs is told once.",
            ),
            Example("Do it:\n\n1. Open.\n2. Save.\n", "请操作：\n\n1、打开。\n2、保存。\n", ("3:1",), locale="zh"),
            Example("Do it:\n\n1. Open.\n2. Save.\n", "请操作：\n\n①打开。\n\n②保存。\n", ("3:1",), locale="zh"),
            Example("Do it:\n\n1. Open.\n2. Save.\n", "请操作：\n\n1. 打开。\n2. 保存。\n", locale="zh"),
            Example(
                "# A\n\n1. Open the big red door with care and wait.\n\n2. Save.\n\n3. Close the door behind you.\n",
                "# 甲\n\n1、打开。\n\n2、请把所有打开的文件都保存到磁盘上。\n\n3、关闭。\n",
                ("3:1",),
                locale="zh",
                note="Steps as paragraphs that count by themselves are still steps: told once, as a warning.",
            ),
            Example("- Latvia\n- Sweden\n\nEnd.\n", "Lettland\n\nSverige\n\nSlut.\n", ("1:1",)),
            Example("Choose:\n\n- Latvia\n- Sweden\n", "Välj:\n- Lettland\n- Sverige\n", ("2:1",), dialect="mkdocs"),
            Example("Choose:\n\n- Latvia\n- Sweden\n", "Välj:\n- Lettland\n- Sverige\n"),
            Example("Term\n:   One.\n\nEnd.\n", "Ord\n\nEtt.\n\nSlut.\n", ("1:1",), dialect="mkdocs"),
            Example("Term\n:   One.\n\nEnd.\n", "Ord\n:   Ett.\n\nSlut.\n", dialect="mkdocs"),
            Example(
                "# A\n\nBuy `x`.\n\n- This list is a reference\n\n```\nmake\n```\n\nSee [a](a.md).\n",
                "# A\n\nKöp `x`.\n\nDet här är en hel referens\n\n```\nmake\n```\n\nSe [a](a.md).\n",
                ("5:1",),
            ),
        ),
    ),
    "list-accidental": Doc(
        "Latvian, Slovene and other languages write ordinals and dates with a full stop; at the start of a paragraph "
        "`2022. gada` or `1. korak:` is a numbered list. A backslash before the stop keeps it a paragraph: `2022\\. gada`.",
        (
            Example("In 2022 we added credits.\n", "2022. gadā pievienojām kredītus.\n", ("1:1",), "lv"),
            Example("In 2022 we added credits.\n", "2022\\. gadā pievienojām kredītus.\n", locale="lv"),
        ),
    ),
    "list-added": Doc(
        "The paragraph after a list was indented into it, or gained a marker. For information where a paragraph became a "
        "paragraph and a list, which say the same.",
        (
            Example("Buy credits.\n\nThen wait.\n", "- Köp krediter.\n\nVänta sedan.\n", ("1:1",)),
            Example(
                "Buy credits.\n\n```sh\nbuy\n```\n\nThen wait.\n\n```sh\nwait\n```\n",
                "1. Köp krediter.\n\n```sh\nbuy\n```\n\n2. Vänta sedan.\n\n```sh\nwait\n```\n",
                ("1:1", "7:1"),
                note="Numbers that go on are meant.",
            ),
        ),
    ),
}
