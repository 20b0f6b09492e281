"""Paragraphs, quotes, rules and raw HTML, each with its counterpart: why, and examples."""

from __future__ import annotations

from facingpages.rules.doc import Doc, Example

CARD = {"choose": "izvēlieties", "amount": "summu", "first": "vispirms", "select": "atlasiet", "card": "karti"}

POLICY = {
    "domain": "domēna", "name": "vārds", "give": "dotu", "policy": "politiku", "wait": "gaidiet", "office": "biroju",
}  # fmt: skip

DOCS = {
    "block-missing": Doc(
        "The finding stands where the block should have stood. A paragraph that was split in two, or merged with its "
        "neighbour, is not missing. "
        "A warning where it was a scrap of a few letters or a line that leads to what follows, whose words often "
        "stand elsewhere; a rule between sections is for information, but for one that ends the tabs of Microsoft Learn. "
        "Neighbours are told once, whatever they are: text, code, pictures, lists, tables, callouts, sections. "
        "A warning where it is lost alone from a page that differs from its source at three places or more, and nothing in "
        "it tells that it stands nowhere on the page: no code, link or number, no words that the site renders.",
        (
            Example(
                "One `a`.\n\nTwo words of it.\n\n```\nx\n```\n\nThree words.\n\nFour `b`.\n",
                "Ett `a`.\n\nFyra `b`.\n",
                ("3:1",),
            ),
            Example(
                "One `a`.\n\nTwo words of it.\n\nThree `b`.\n\nFour words of it.\n\nFive `c`.\n",
                "Ett `a`.\n\nTre `b`.\n\nFem `c`.\n",
                ("3:1", "5:1"),
                note="No neighbours: two places, and two findings.",
            ),
            Example(
                "### error\n\n`error` (Function)\n\nShow it to all.\n",
                "### `error` (Funktion)\n\nVisa det för alla.\n",
                note="Its code stands in the block before it: it became a part of that.",
            ),
            Example(
                "### error\n\n`error` (Function)\n\nShow it to all.\n", "### error\n\nVisa det för alla.\n", ("3:1",)
            ),
            Example(
                "# [Bash](#tab/bash)\n\nRun.\n\n***\n\nWait.\n",
                "# [Bash](#tab/bash)\n\nKör.\n\nVänta.\n",
                ("5:1",),
                dialect="learn",
                note="The last tab goes on to the end of the page.",
            ),
            Example("Run.\n\n***\n\nWait.\n", "Kör.\n\nVänta.\n", ("3:1",), dialect="learn", note="For information."),
            Example(
                "One.\n\n{{% alert %}}\n\nMind `a`.\n\n{{% /alert %}}\n\nTwo `b`.\n",
                "Ett.\n\nTvå `b`.\n",
                ("3:1",),
                dialect="hugo",
                note="Tags around what is lost are for information.",
            ),
            Example("*[UI]: Interface\n\nThe UI is `a`.\n", "UI är `a`.\n\n*[UI]: Gränssnitt\n", dialect="mkdocs"),
            Example("*[UI]: Interface\n\nThe UI is `a`.\n", "UI är `a`.\n", ("1:1",), dialect="mkdocs"),
            Example(
                "!!! note\n\n    Buy first.\n\n    Funds expire in `a`.\n",
                "!!! note\n\n    Medel förfaller i `a`.\n",
                ("3:5",),
                dialect="mkdocs",
            ),
            Example(
                "# Devices\n\n**Show help:**\n`./devices.py -h`\n\n---\n",
                "# Enheter\n\n**Visa hjälp:**\n\n    ./devices.py -h\n\n---\n",
                note="Its code was set apart.",
            ),
            Example(
                "Make blocks outside of calls by `lambda`.\n\nMethods are objects, too:\n\n```\nputs\n```\n\nMore [a](a.md).\n",
                "Skapa block utanför anrop med `lambda`. Även metoder är objekt:\n\n```\nputs\n```\n\nMer [a](a.md).\n",
                note="An introduction that was taken into the paragraph before it.",
            ),
            Example(
                "Make blocks outside of calls by `lambda`.\n\nMethods are objects, too:\n\n```\nputs\n```\n\nMore [a](a.md).\n",
                "Skapa block utanför anrop med `lambda`.\n\n```\nputs\n```\n\nMer [a](a.md).\n",
                ("3:1",),
            ),
            Example(
                "# Books\n\n[Try](a.md)\n: In your browser.\n\n[Learn](b.md)\n: From a book.\n",
                "# Böcker\n\n[Lär](b.md)\n: Ur en bok.\n",
                ("3:1",),
                dialect="mkdocs",
                note="A term and its meaning: one thing.",
            ),
            Example(
                "# Credits\n\nBuy credits first.\n\nFunds expire after 12 months, see [terms](terms.md).\n\nAsk your partner.\n",
                "# Krediter\n\nKöp krediter först.\n\nFråga din partner.\n",
                ("5:1",),
            ),
            Example(
                "Buy credits first. You can add funds at any time, by hand or automatically.\n",
                "Köp krediter först.\n\nDu kan lägga till medel när som helst, för hand eller automatiskt.\n",
                note="One paragraph split into two.",
            ),
            Example(
                "One, see [a](a.md).\n\nTwo, see [b](b.md).\n\nThree, see [c](c.md).\n\nFour, see [d](d.md).\n",
                "Ett, se [a](a.md).\nTvå, se [b](b.md).\nTre, se [c](c.md).\nFyra, se [d](d.md).\n",
                note="The blank lines between four were lost.",
            ),
            Example(
                "One, see [a](a.md).\n\nTwo, see [b](b.md).\n\nThree, see [c](c.md).\n\nFour, see [d](d.md).\n",
                "Ett, se [a](a.md).\nTvå, se [b](b.md).\nFyra, se [d](d.md).\n",
                ("3:20",),
            ),
            Example(
                "In this part we trace a library, at no cost.\n\n> All the code: <https://a.example/x>\n",
                "I den här delen spårar vi ett bibliotek, utan kostnad. All kod: <https://a.example/x>\n",
                note="A quotation that was taken into the paragraph before it.",
            ),
            Example(
                "We trace it for free.\n\n> All the code: <https://a.example/x>\n",
                "> All kod: <https://a.example/x>\n",
                ("1:3",),
            ),
            Example(
                "# Tool\n\n[Läs på svenska](./source.sv.md)\n\nIt works.\n",
                "# Verktyg\n\nDet fungerar.\n",
                note="It leads to this page, for readers of the other.",
            ),
            Example("# A\n\n[Läs mer på svenska](./more.md) here.\n\nIt is.\n", "# A\n\nDet är.\n", ("3:1",)),
            Example("One.\n\n---\n\nTwo.\n", "Ett.\n\nTvå.\n", ("3:1",), note="A line between two parts."),
            Example("Text.\n\nExample:\n\n- a\n- b\n\nMore text.\n", "Text.\n\n- a\n- b\n\nMer text.\n", ("3:1",)),
        ),
    ),
    "block-extra": Doc(
        "Often a paragraph that was removed from the source since. A note in which a translator speaks is for information, "
        "and so are the names of those who translated the page, a notice at its edge that says it was translated, and a "
        "few letters that end the page or lead to code, a table or a list that the source has, too; also one beside a "
        "paragraph that is too short by itself: there one may have become two.",
        (
            Example(
                "# A\n\nUse it for a domain name of yours, or to give a policy with `a-b`; in most cases, though, you need not.\n\n"
                "More.\n",
                "# A\n\nIzmantojiet to, ja jums ir domēna vārds vai lai dotu politiku ar `a-b`.\n\n"
                "Parasti gaidiet tikai biroju.\n\nVairāk.\n",
                ("5:1",),
                "lv",
                note="For information: it may have been split, though its words say otherwise.",
                taught=POLICY,
            ),
            Example(
                "# A\n\nUse it for a domain name of yours, or to give a policy with `a-b`.\n\nMore.\n",
                "# A\n\nIzmantojiet to, ja jums ir domēna vārds vai lai dotu politiku ar `a-b`.\n\n"
                "Parasti gaidiet tikai biroju.\n\nVairāk.\n",
                ("5:1",),
                "lv",
                note="The one beside it is as long as the source's.",
                taught=POLICY,
            ),
            Example(
                "# A\n\nIt comes soon.\n",
                "# A\n\nすぐに入ります。\n\n以上。\n",
                ("5:1",),
                "ja",
                note="For information.",
            ),
            Example("# A\n\nOne `b`.\n\nTwo `a`.\n", "# A\n\nEtt `b`.\n\nMer.\n\nTvå `a`.\n", ("5:1",)),
            Example("# A\n\nOne.\n", "# A\n\n一つ※。\n\n※数字を含む。\n", ("5:1",), "ja", note="For information."),
            Example(
                "Buy credits.\n\nThen wait.\n\nIt takes a day.\n",
                "Sidan är översatt av en maskin.\n\nKöp krediter.\n\nVänta sedan.\n\nDet tar en dag.\n",
                ("1:1",),
                note="A notice of how the page was made: for information.",
            ),
            Example(
                "Read `a` now.\n", "Läs `a` nu.\n\n(Översättarens anm.: bra ord.)\n", ("3:1",), note="For information."
            ),
            Example(
                "This is for all of you.\n\n- `apiserver_total`\n- `scheduler_total`\n",
                "Det här är för er alla.\n\nDen här texten är helt ny och står inte någonstans i källan, hur länge man än "
                "letar där.\n\n- `apiserver_total`\n- `scheduler_total`\n",
                ("3:1",),
            ),
            Example(
                "# Credits\n\nBuy credits first.\n\nAsk your [partner](p.md).\n",
                "# Krediter\n\nKöp krediter först.\n\nKrediterna kan även användas för samtal till 12 andra länder.\n\n"
                "Fråga din [partner](p.md).\n",
                ("5:1",),
            ),
        ),
    ),
    "block-duplicated": Doc(
        "A paste that happened twice, or one over the text that should stand there. The latter is a warning where the two "
        "texts of the source are much alike, so that they may say the same; for information where they are short terms "
        "that are alike: a language may have but one word for both.",
        (
            Example(
                "It waits for the pods `a` that nobody asked for.\n\nThen it starts all others at once.\n",
                "Den väntar på de poddar `a` som ingen bad om.\n\nDen väntar på de poddar `a` som ingen bad om.\n",
                ("3:1",),
            ),
            Example(
                "Open the door carefully and wait there.\n\nThen close the window again and leave the room.\n",
                "Öppna dörren försiktigt och vänta där.\n\nÖppna dörren försiktigt och vänta där.\n",
                ("3:1",),
            ),
            Example(
                "Please open the door carefully and wait there.\n\nOpen the door carefully and wait right there.\n",
                "Öppna dörren försiktigt och vänta där, tack.\n\nÖppna dörren försiktigt och vänta där, tack.\n",
                ("3:1",),
                note="They may say the same: a warning.",
            ),
            Example(
                "# Comet Wallet\n\nOne.\n\n# Orbit Web Wallet\n\nTwo.\n",
                "# Comet Wallet\n\nEtt.\n\n# Comet Wallet\n\nTvå.\n",
                ("5:1",),
                note="A heading of another section of the source: a warning.",
            ),
            Example(
                "# Comet Wallet\n\nOne.\n\n# The Comet wallet\n\nTwo.\n",
                "# Comet Wallet\n\nEtt.\n\n# Comet Wallet\n\nTvå.\n",
            ),
            Example(
                "- the env var\n- the environment variable\n- the `PATH`\n",
                "- miljövariabeln\n- miljövariabeln\n- `PATH`\n",
                ("2:1",),
                note="For information.",
            ),
            Example(
                "Wait for him over there.\n\nWait for him, over there!\n",
                "Vänta på honom där borta.\n\nVänta på honom där borta.\n",
                note="The source says it twice, too, but for its punctuation.",
            ),
            Example(
                "Buy credits first.\n\nAsk your partner.\n",
                "Köp krediter först.\n\nKöp krediter först.\n\nFråga din partner.\n",
                ("3:1",),
            ),
            Example(
                "Credits pay for calls.\n\nAsk your partner for more.\n",
                "Krediter betalar för samtal.\n\nFråga din partner om mer.\n\nFråga din partner om mer.\n",
                ("5:1",),
            ),
            Example(
                "![a](a.png) the logo there\n\n![b](b.png) text\n",
                "![a](a.png) samma bildtext\n\n![b](b.png) samma bildtext\n",
                note="The same words beside another picture.",
            ),
            Example(
                "Buy credits first.\n\nBuy credits first.\n",
                "Köp krediter först.\n\nKöp krediter först.\n",
                note="Said twice there, too.",
            ),
            Example(
                "- Rename `a` to `b`\n- Then rename `c` to `d`\n",
                "- Byt namn på `a` till `b`\n- Byt namn på `c` till `d`\n",
                note="Other names in them.",
            ),
            Example("Run:\n\n`make`\n\nWait.\n", "Kör:\n\n`make`\n\n`make`\n\nVänta.\n", ("5:1",)),
        ),
    ),
    "block-moved": Doc(
        "Reported where links, code or pictures in it leave no doubt that it is the same block. An error where what is folded "
        "away begins or ends elsewhere: it holds more than in the source, or less. A warning where two blocks of code changed places.",
        (
            Example(
                "Use `a`.\n\n<details>\n<summary>More</summary>\n\nSee `b`.\n\n</details>\n\nThen `c`.\n\nLast `d`.\n",
                "Bruka `a`.\n\n<details>\n<summary>Mer</summary>\n\nSe `b`.\n\nSedan `c`.\n\n</details>\n\nSist `d`.\n",
                ("10:1",),
            ),
            Example(
                "Use `a`.\n\n<div>\n\nSee `b`.\n\n</div>\n\nThen `c`.\n\nLast `d`.\n",
                "Bruka `a`.\n\n<div>\n\nSe `b`.\n\nSedan `c`.\n\n</div>\n\nSist `d`.\n",
                ("7:1",),
                note="For information: nothing is folded away.",
            ),
            Example(
                "First read [the guide](guide.md) and run `funds`.\n\nThen set the [amount](a.md) with `set`.\n\n"
                "Last, read the [terms](t.md).\n",
                "Ange sedan [beloppet](a.md) med `set`.\n\nLäs till sist [villkoren](t.md).\n\n"
                "Läs först [guiden](guide.md) och kör `funds`.\n",
                ("5:1",),
            ),
        ),
    ),
    "block-order": Doc(
        "Told on sites that are large enough to be learnt from (see `facingpages status`): the words of each of two "
        "neighbours render the source of the other. Steps and headings are told by `step-order` and `heading-order`, a "
        "block that went further away by `block-moved`. For information where they are rows of a table: it says the same in "
        "any order.",
        (
            Example(
                "Choose the amount first.\n\nThen select the card.\n",
                "Pēc tam atlasiet karti.\n\nVispirms izvēlieties summu.\n",
                ("1:1",),
                locale="lv",
                taught=CARD,
            ),
            Example(
                "Choose the amount first.\n\nThen select the card.\n",
                "Summu izvēlieties vispirms.\n\nKarti atlasiet pēc tam.\n",
                locale="lv",
                note="Another order of words, not of blocks.",
                taught=CARD,
            ),
        ),
    ),
}
