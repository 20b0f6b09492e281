"""Clocks, days in figures and units of measure: examples."""

from __future__ import annotations

from facingpages.rules.doc import Doc, Example

DOCS: dict[str, Doc] = {}  # they belong to the rules about numbers
CLOCKS = (
    Example("---\ntitle: Top 10 tips\n---\n", "---\ntitle: De 12 bästa tipsen\n---\n", ("2:1",)),
    Example("---\ntitle: Top 10 tips\n---\n", "---\ntitle: De tio bästa tipsen\n---\n"),
    Example("Use 2, 4, 8, 16 of them.\n", "用它们(2,4,8,16)。\n", locale="zh", note="Several."),
    Example("It opens at 4:15 PM.\n", "Se avataan klo 15.15.\n", ("1:16",), locale="fi", note="15 stands there twice."),
    Example("It opens at 4:15 PM.\n", "Se avataan klo 16.15.\n", locale="fi"),
    Example("It opens at 3:00 PM.\n", "Es öffnet um 03:00 Uhr.\n", ("1:14",), locale="de", note="At night."),
    Example("It opens at 3:00 PM.\n", "Es öffnet um 3:00 nachmittags.\n", locale="de"),
    Example("At 3:00 PM UTC.\n", "Um 16:00 Uhr MEZ.\n", locale="de", note="In another zone."),
    Example("On Mar 5, 2024 at 9:15.\n", "Den 5 mars 2024 kl. 9:45.\n", ("1:21",)),
    Example("On Mar 5, 2024 at 9:15:00.\n", "Den 5. mar. 2024 kl. 09.15.00.\n", locale="da"),
    Example("It is open from 8 AM to 6:30 PM.\n", "Aberto das 8h às 18h30.\n", locale="pt"),
    Example("It is open from 8 AM to 6:30 PM.\n", "Aberto das 8h às 17h30.\n", ("1:18",), locale="pt"),
    Example("It opens at 9:15.\n", "९:४५ बजे खुलता है।\n", ("1:1",), locale="hi"),
    Example("It ends on 7/14/24.\n", "Es endet am 14.08.24.\n", ("1:13",), locale="de"),
    Example("It ends on 7/14/24.\n", "Es endet am 14.07.2024.\n", locale="de"),
    Example("It ends on 7/14/24.\n", "이것은 24. 7. 14.에 끝납니다.\n", locale="ko", note="The year first."),
    Example("The list of 2020-11-11.\n", "La liste du 2020-11_11.\n", ("1:13",), locale="fr", note="Torn."),
    Example("It has 1.2 billion rows.\n", "Tiene 1,2 mil millones de filas.\n", locale="es"),
    Example("It has 1.2 billion rows.\n", "Tiene 1,2 millones de filas.\n", ("1:7",), locale="es"),
    Example("Removes 1 file of 3.\n", "Verwijdert één bestand van 3.\n", locale="nl"),
)
UNITS = (
    Example("It waits 500 milliseconds.\n", "Es wartet 500 Sekunden.\n", ("1:15",), locale="de"),
    Example("It waits 500 milliseconds.\n", "Es wartet 500 ms.\n", locale="de"),
    Example("It waits 10 sec.\n", "Elle attend 10 min.\n", ("1:16",), locale="fr", note="Abbreviated."),
    Example(
        "It waits 10 seconds.\n", "Les pages attendent 10 minutes.\n", ("1:24",), locale="fr", note="`s` ends words."
    ),
    Example("It waits 10 seconds.\n", "Les pages attendent 10 s.\n", locale="fr"),
    Example("It holds 512 megabytes.\n", "Está en 512 gigabytes.\n", ("1:13",), locale="es"),
    Example("It holds 256 bytes.\n", "Es fasst 256 Bit.\n", ("1:14",), locale="de"),
    Example("It sends 100 Mb of 256 bytes.\n", "Den sänder 100 Mbit av 256 byte.\n"),
    Example("It is 12 kilometers off.\n", "Es ist 12 Meilen entfernt.\n", ("1:11",), locale="de"),
    Example("It is 12 kilometers off.\n", "Es ist 12 km entfernt.\n", locale="de"),
    Example("It is 21°C warm.\n", "Es sind 21 °F.\n", ("1:12",), locale="de"),
    Example("It costs $20.\n", "Es kostet JP¥20.\n", ("1:11",), locale="de"),
    Example("It has 30 MB.\n", "Es hat 30 MBM.\n", ("1:1",), locale="de"),
    Example("It has 30 MB.\n", "Es hat 30 MByte.\n", locale="de"),
)
