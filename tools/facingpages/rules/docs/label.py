"""Labels: what is bold in the source - a button, a field, a menu - is bold in the translation.: why, and examples."""

from __future__ import annotations

from facingpages.rules.doc import Doc, Example

DOCS = {
    "label-missing": Doc(
        "An error inside a numbered step: there the bold word is what the reader must find on the screen. Bold that only "
        "stresses words in running text is for information; one of several names of which the others stayed bold is a label. "
        "So is what stands between quotation marks instead: it is set off, in another way.",
        (
            Example(
                "- **Name**: yours\n- **Town**: yours\n- **Age**: yours\n",
                "- **Namn**: ditt\n- Stad: din\n- **Ålder**: din\n",
                ("2:3",),
                note="What an item begins with, as those beside it do.",
            ),
            Example(
                "Enter **`user`, `place`** or the **end**.\n",
                "Ange `user`, `place` eller **slut**.\n",
                ("1:1",),
                note="For information: code stands out, too.",
            ),
            Example("Enter the **user, place** or the **end**.\n", "Ange användare, plats eller **slut**.\n", ("1:1",)),
            Example("1. Select **Save changes**.\n", "1. Välj Spara ändringar.\n", ("1:4",)),
            Example("Enter the **Start date** and the **Location**.\n", "Ange **Startdatum** och platsen.\n", ("1:1",)),
            Example("In the **Size** box, pick one.\n", "Välj en storlek i rutan.\n", ("1:1",)),
            Example("In **Size**, pick one.\n", "Välj en storlek.\n", ("1:1",)),
            Example("The **Name** and the **Place** matter.\n", "Namn och **Plats** räknas.\n", ("1:1",)),
            Example(
                "The **name** and the **Place** matter.\n",
                "Namn och **Plats** räknas.\n",
                ("1:1",),
                note="For information: not all of these are names.",
            ),
            Example("It is **big**, pick one.\n", "Den är stor, välj en.\n", ("1:1",), note="For information."),
            Example("- `a`: **X**\n- `b`: **Y**\n", "- `a`: **Y**\n- `b`: **X**\n", ("1:8",)),
            Example("- `a`: **X**\n- `b`: **Y**\n", "- `b`: **Y**\n- `a`: **X**\n", note="Another order."),
            Example("Select **Save** now.\n", "Välj __Spara__ nu.\n", note="Underscores are the same."),
        ),
    ),
    "label-extra": Doc(
        "Often one label that was split in two, or one half of a marker that went astray.",
        (Example("1. Select **Save changes**.\n", "1. Välj **Spara** **ändringar**.\n", ("1:9",)),),
    ),
    "label-glued": Doc(
        "The space before or after the marker was lost. The ending of an inflected word behind a label is fine.",
        (
            Example("Select **Save** now.\n", "Välj**Spara** nu.\n", ("1:5",)),
            Example("Select **Save** now.\n", "Válassza a **Mentés**t most.\n", locale="hu", note="An ending."),
            Example("Select **Save** now.\n", "Válassza a **Mentés**most.\n", ("1:12",), locale="hu"),
            Example("From **iPad** to PC.\n", "iPad**から**PCへ。\n", locale="ja", note="A script without spaces."),
            Example(
                "Use **Save**.\n", "השתמשו ב**שמירה**.\n", locale="he", note="A preposition is written onto its word."
            ),
        ),
    ),
    "label-shrunk": Doc(
        "The marker survived and its words are outside. For information where what was bold is a clause of six words or more: "
        "to stress its “not” alone says as much.",
        (
            Example("Select **Save your changes now**.\n", "Välj Spara dina ändringar **nu**.\n", ("1:27",)),
            Example(
                "**Don't write to that person in private**; others learn from it.\n",
                "Skriv **inte** till den personen privat; andra lär av det.\n",
                ("1:7",),
                note="A clause that is stressed otherwise is for information.",
            ),
            Example(
                "Tap **Save as a copy** or **Stop**.\n", "Tryck **Spara** som en kopia eller **Stopp**.\n", ("1:7",)
            ),
            Example("The **Start date** and **End date**.\n", "**Dag** för start och **Dag för slut**.\n", ("1:1",)),
            Example("The **Start date** and **End date**.\n", "**Dag** ett och **Slutdatum**.\n", note="A short name."),
            Example("Tap **Save as a copy** or **Stop**.\n", "Tryck **Spara kopia** eller **Stopp**.\n"),
            Example(
                "Under **Pages**, tap **Setup** by **Sign in to it**.\n",
                "I **Sidor**, vid **Logga in dit**, väljer du **Inför** där.\n",
                note="The words stand in another order.",
            ),
        ),
    ),
}
