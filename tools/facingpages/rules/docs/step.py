"""Ordered list items: each step of the source has its counterpart.: why, and examples."""

from __future__ import annotations

from facingpages.rules.doc import Doc, Example

DOCS = {
    "step-missing": Doc(
        "A reader who follows the translation skips something the source tells them to do. The finding stands where the "
        "step should have stood and names it. Numbering (`1. 1. 1.`) and marker style never matter. "
        "A warning where it is lost alone from a page that differs from its source at three places or more, and nothing in "
        "it tells that it stands nowhere on the page: no code, link or number, no words that the site renders.",
        (
            Example(
                "1. Open **Settings**.\n2. Enter the amount.\n3. Select **Save**.\n",
                "1. Öppna **Inställningar**.\n2. Välj **Spara**.\n",
                ("2:1",),
            ),
            Example(
                "The exam has three parts:\n\n1. Reading (45 minutes)\n2. Listening\n3. Talking\n\nGood luck.\n",
                "试验分三部分。\n\n① 阅读（45 分钟）\n② 听力\n③ 口语\n\n祝好运。\n",
                locale="zh",
                note="Their numbers stand there as text.",
            ),
            Example(
                "The exam has three parts:\n\n1. Reading (45 minutes)\n2. Listening\n3. Talking\n\nGood luck.\n",
                "试验分三部分。\n\n① 阅读（45 分钟）\n② 听力\n\n祝好运。\n",
                ("6:1",),
                locale="zh",
            ),
            Example(
                "1. Open **Settings**.\n2. Enter the amount.\n3. See [a](a.md).\n4. Select `x`.\n",
                "1. Öppna **Inställningar**.\n2. Välj `x`.\n",
                ("2:1",),
                note="Several in a row are one finding.",
            ),
            Example(
                "1. Open **Settings**.\n2. Enter the amount.\n",
                "1) Öppna **Inställningar**.\n1) Ange beloppet.\n",
                note="Another marker and another numbering are the same list.",
            ),
        ),
    ),
    "step-extra": Doc(
        "Either the source lost a step since it was translated, or the translation repeats or invents one. Several in a row are "
        "one finding. "
        "For information where the source forgot the blank behind a number, so that the step is text there.",
        (
            Example(
                "1. Open **Settings**.\n2. Select **Save**.\n",
                "1. Öppna **Inställningar**.\n2. Logga in igen med samma konto.\n3. Välj **Spara**.\n",
                ("2:1",),
            ),
            Example(
                "1. Open `a`.\n2. Select `b`.\n",
                "1. Öppna `a`.\n2. Logga in `c`.\n3. Vänta på `d`.\n4. Välj `b`.\n",
                ("2:1",),
            ),
        ),
    ),
    "step-merged": Doc(
        'Nothing is lost, but step numbers no longer agree: "see step 4" and a support call point at the wrong one. '
        "For information where they are told in a sentence that is no step.",
        (
            Example(
                "1. Open [Billing](b.md) and find the subscription.\n2. Enter the amount in the field.\n3. Select **Save**.\n",
                "1. Öppna [Fakturering](b.md) och leta upp prenumerationen. Ange beloppet i fältet.\n2. Välj **Spara**.\n",
                ("1:1",),
            ),
            Example(
                "1. Build `a`.\n2. Order them:\n   1. Compare the first number, from left to right.\n   2. Compare the second"
                " number in the same way.\n\n   So 1.0 is before 2.0.\n",
                "1. Bygg `a`.\n2. Ordna dem: jämför det första talet, från vänster till höger, och sedan det andra talet på"
                " samma sätt. Så 1.0 kommer före 2.0.\n",
                ("2:1",),
            ),
        ),
    ),
    "step-split": Doc(
        "Nothing is lost, but step numbers no longer agree with the source.",
        (
            Example(
                "1. Open [Billing](b.md) and enter the amount in the field next to the balance.\n2. Select **Save**.\n",
                "1. Öppna [Fakturering](b.md).\n2. Ange beloppet i fältet bredvid saldot.\n3. Välj **Spara**.\n",
                ("2:1",),
            ),
        ),
    ),
    "step-order": Doc(
        "Reported only where links, code, pictures or numbers in the steps prove that they changed places. Where the site is large enough to be learnt from, the words of two neighbours tell it, too: see `facingpages status`.",
        (
            Example(
                "1. Run `az login` to sign in.\n2. Run `az account set` now.\n3. Select **Save**.\n",
                "1. Kör `az account set` nu.\n2. Kör `az login` för att logga in.\n3. Välj **Spara**.\n",
                ("2:1",),
            ),
            Example(
                "1. Choose the amount first.\n2. Then select the card.\n",
                "1. Pēc tam atlasiet karti.\n2. Vispirms izvēlieties summu.\n",
                ("1:1",),
                locale="lv",
                taught={
                    "choose": "izvēlieties",
                    "amount": "summu",
                    "first": "vispirms",
                    "select": "atlasiet",
                    "card": "karti",
                },
            ),
        ),
    ),
}
