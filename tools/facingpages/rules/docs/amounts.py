"""Clocks, days in figures and units of measure: examples."""

from __future__ import annotations

from facingpages.rules.doc import Doc, Example

DOCS: dict[str, Doc] = {}  # they belong to the rules about numbers
SIGNS = (
    Example("It is -40 °C there.\n", "Dort sind es 40 °C.\n", ("1:14",), locale="de", note="Its minus was lost."),
    Example("It is -40 °C there.\n", "Dort sind es \u221240 °C.\n", locale="de"),
    Example("It is -40 °C there.\n", "Il fait moins 40 °C.\n", locale="fr"),
    Example("It is -40 °C there.\n", "那里是零下40 °C。\n", locale="zh"),
    Example("It is -40 °C there.\n", "那里是 40 °C。\n", ("1:5",), locale="zh"),
    Example("It is -40 °C there.\n", "‏הטמפרטורה שם ‎-40 °C.\n", locale="he"),
    Example("It returns -1 or 1.\n", "Geeft 1 of 1 terug.\n", ("1:7",), locale="nl"),
    Example("It returns -1 or 1.\n", "Geeft 1 of -1 terug.\n", locale="nl"),
    Example("Take 10 -5 times 5.\n", "Ta 10 \u2013 5 gånger 5.\n", note="A range."),
    Example("You need Go >= 1.20.\n", "Necesitas Go <= 1.20.\n", ("1:14",), locale="es", note="Turned."),
    Example("You need Go >= 1.20.\n", "Necesitas Go \u2265 1.20.\n", locale="es"),
    Example("You need Go >= 1.20.\n", "Go 1.20 以上が必要です。\n", locale="ja"),
    Example("It is 1.0.0 < 2.0.0.\n", "זה 2.0.0 > 1.0.0.\n", locale="he", note="The same."),
    Example("A ratio of 3:1.\n", "Proporcja 1:3.\n", ("1:11",), locale="pl"),
    Example("A ratio of 3:1.\n", "Proporcja 3 : 1.\n", locale="pl"),
    Example("Of 1920x1080 or 1080x1920.\n", "Av 1080x1920 eller 1920x1080.\n"),
    Example("At least 10 and at most 20.\n", "Au moins 20 et au plus 10.\n", ("1:10",), locale="fr", note="Exchanged."),
    Example("At least 10 and at most 20.\n", "Au plus 20 et au moins 10.\n", locale="fr"),
    Example("A minimum of 8, max. 64.\n", "64以上8以下です。\n", ("1:1",), locale="ja"),
    Example("A minimum of 8, max. 64.\n", "8以上64以下です。\n", locale="ja"),
    Example("Until 20 March 2024.\n", "تا ۱ فروردین ۱۴۰۳.\n", locale="fa", note="By its own calendar."),
    Example("Until 20 March 2024.\n", "تا ۱ فروردین ۱۴۰۴.\n", ("1:4",), locale="fa"),
    Example("Until 2023-07-15.\n", "تا ۱۴۰۲/۰۴/۲۴.\n", locale="fa"),
    Example("Until 2023-07-15.\n", "تا ۱۴۰۲/۰۴/۲۵.\n", ("1:4",), locale="fa"),
    Example("Until July 15, 2023, for 3 users.\n", "تا ۲۴ تیر ۱۴۰۲ برای ۴ کاربر.\n", ("1:21",), locale="fa"),
    Example("It runs at 3:45 PM each day.\n", "Berjalan pukul 03.45 setiap hari.\n", ("1:16",), locale="id"),
    Example("It runs at 3:45 PM each day.\n", "Berjalan pukul 03.45 sore setiap hari.\n", locale="id"),
    Example(
        "At 3:45 PM, on all days.\n", "A las 03:45 de todos los días.\n", ("1:7",), locale="es", note="Not `de la`."
    ),
    Example("At 3:45 PM, on all days.\n", "A las 3:45 de la tarde todos los días.\n", locale="es"),
    Example(
        "| A | B | C |\n| - | - | - |\n| X | 5 | $1 |\n| Y | 50 | $12 |\n",
        "| A | B | C |\n| - | - | - |\n| X | 5 | 1 USD |\n| Y | 12 | 50 USD |\n",
        ("4:7",),
        note="Of two cells, one with its unit.",
    ),
    Example(
        "| A | B | C |\n| - | - | - |\n| X | 5 | $1 |\n| Y | 50 | $12 |\n",
        "| A | C | B |\n| - | - | - |\n| X | 1 USD | 5 |\n| Y | 12 USD | 50 |\n",
        note="So are all rows.",
    ),
    Example("It takes 2 minutes.\n", "يستغرق دقيقتين.\n", locale="ar", note="The dual."),
    Example("It takes 2 minutes.\n", "يستغرق دقيقة.\n", ("1:1",), locale="ar"),
)
CLOCKS = (
    *SIGNS,
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
