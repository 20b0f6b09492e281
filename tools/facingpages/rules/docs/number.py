"""Numbers: the same quantities, read in each language's own way of writing them.: why, and examples."""

from __future__ import annotations

from facingpages.rules.doc import Doc, Example

DOCS = {
    "number-changed": Doc(
        "Compared block by block as quantities: decimal comma, grouping by spaces, dots or apostrophes, dates in another "
        "order or with the month in words, 7 PM as 19:00, 100K written out, small numbers in words are all the same. "
        "For information where an ordinal may be told in words, where it is said less often than there, and where "
        "blocks beside the pair are left over, so that it may be none.",
        (
            Example("At 13:00 ET/10:30 PT.\n", "Kl. 13:00 ET/11:30 PT.\n", ("1:14",)),
            Example("80% of them.\n", "八成。\n", locale="zh"),
            Example("All 20,000 rows.\n", "全部两万行。\n", locale="zh"),
            Example("All 20,000 rows.\n", "全部三万行。\n", ("1:1",), "zh"),
            Example("All 20,000 rows.\n", "二万行すべて。\n", locale="ja"),
            Example("All 350 rows.\n", "全部三百五十行。\n", locale="zh"),
            Example("All 350 rows.\n", "全部三百四十行。\n", ("1:1",), "zh"),
            Example("All 300 rows.\n", "全部三百万行。\n", ("1:1",), "zh"),
            Example(
                "Refunds are capped at 50,000 USD a year.\n", "Återbetalning högst 500 000 USD per år.\n", ("1:21",)
            ),
            Example("It costs 87.74 per month.\n", "Det kostar 877,74 per månad.\n", ("1:12",)),
            Example("Turn on 2FA now.\n", "請開啟兩步驟驗證。\n", locale="zh-TW", note="The 2 is part of a name."),
            Example("It costs 1,234.50 USD.\n", "Det kostar 1 234,50 USD.\n", note="The Swedish way of writing it."),
            Example("By April 15, 2021 at 7 PM.\n", "Senast den 2021-04-15 kl. 19:00.\n", note="A date and a time."),
            Example("Wait for 3 days.\n", "Vänta i tre dagar.\n", note="A small number in words."),
            Example("Tutorial 14, on links.\n", "教程十四：链接。\n", locale="zh", note="Numerals of China."),
            Example("Tutorial 14, on links.\n", "教程十五：链接。\n", ("1:1",), locale="zh"),
            Example("It has 1,500,000 rows.\n", "इसमें 15,00,000 पंक्तियाँ हैं।\n", locale="hi", note="Groups of India."),
            Example("It has 1,500,000 rows.\n", "इसमें 15,00,00 पंक्तियाँ हैं।\n", ("1:7",), locale="hi"),
            Example("It has 300,000 rows.\n", "இதில் 3 லட்சம் வரிசைகள் உள்ளன.\n", locale="ta", note="Three lakh."),
            Example("It has 300,000 rows.\n", "இதில் 3 கோடி வரிசைகள் உள்ளன.\n", ("1:7",), locale="ta"),
            Example(
                "![A pile of 500 sheets](a.png)\n",
                "![En hög med 50 ark](a.png)\n",
                ("1:14",),
                note="What is said of a picture.",
            ),
            Example("![A pile of 500 white sheets](a.png)\n", "![Ark](a.png)\n", note="It may say less."),
            Example("Support ends in 2024.\n", "สิ้นสุดในปี 2567\n", locale="th", note="A year of the Buddhist calendar."),
            Example("Support ends in 2024.\n", "สิ้นสุดในปี 2568\n", ("1:13",), locale="th"),
            Example("Support ends in 2024.\n", "令和6年に終了します。\n", locale="ja", note="A year of an era."),
            Example("Support ends in 2024.\n", "令和5年に終了します。\n", ("1:3",), locale="ja"),
            Example("You get 20% off.\n", "您可享受 8 折优惠。\n", locale="zh", note="Eight tenths are left to pay."),
            Example("You get 20% off.\n", "您可享受 7 折优惠。\n", ("1:6",), locale="zh"),
            Example("We are there 24/7.\n", "Vi finns där dygnet runt.\n", note="Day and night."),
            Example("We are there 24/7.\n", "Vi finns där 23/7.\n", ("1:14",)),
            Example("Run it with -Scan 1.\n", "Kör den med `-Scan 1`.\n", note="The number moved into code."),
            Example("Run it with -Scan 1.\n", "Kör den med `-Scan 2`.\n", ("1:1",)),
            Example("# Step 3\n", "# 第三步\n", locale="zh", note="A heading that counts in words."),
            Example("# Windows 10\n", "# Windows 十\n", ("1:1",), locale="zh", note="A name keeps its number."),
            Example("It's on 6/4.\n", "Det är den 04.06.\n", note="A day, the other way round."),
            Example("Set it to dword:00000001.\n", "Ange dword:000000001.\n", ("1:12",)),
            Example("Both hosts listen on port 8.\n", "Båda lyssnar på port 9.\n", ("1:22",)),
            Example("Both hosts listen on port 8.\n", "De 2 värdarna lyssnar på port 8.\n"),
            Example("The first run takes 8 GB.\n", "การรันครั้งแรกใช้ 6 GB\n", ("1:19",), locale="th"),
            Example("Use Python 3.10.\n", "Använd Python 3.1.\n", ("1:15",)),
            Example("It costs 3.10 euros.\n", "Det kostar 3,1 euro.\n"),
            Example("It ends at 3:05 PM.\n", "Se päättyy klo 15.05.\n", locale="fi"),
            Example("It was 2024-03-05.\n", "Det var 2024-05-03.\n", ("1:9",), note="Month and day changed places."),
            Example("It was 2024-03-05.\n", "Det var 05.03.2024.\n"),
            Example("On 12/31/2024 at 11:59 PM.\n", "วันที่ 31 ธันวาคม 2567 เวลา 23.59 น.\n", locale="th"),
            Example("On 12/31/2024 at 11:59 PM.\n", "วันที่ 31 ธันวาคม 2567 เวลา 23.49 น.\n", ("1:29",), locale="th"),
            Example("It grew by 150%.\n", "它增长了1.5倍。\n", locale="zh", note="Per cent told as times."),
            Example("It grew by 150%.\n", "它增长了2.5倍。\n", ("1:5",), locale="zh"),
            Example("All 2,000 rows.\n", "Alle zweitausend Zeilen.\n", locale="de", note="A round number in words."),
            Example("All 2,000 rows.\n", "Alle dreitausend Zeilen.\n", ("1:1",), locale="de"),
            Example("Set `a` to 30, `b` to 3.\n", "Sätt `a` till 3, `b` till 30.\n", ("1:15",)),
            Example("Set `a` to 30, `b` to 3.\n", "Sätt `b` till 3, `a` till 30.\n"),
            Example("Since the 1990s.\n", "Od 90. let 20. století.\n", locale="cs"),
        ),
    ),
    "number-extra": Doc(
        "Often a date or an amount that the source no longer states.",
        (Example("It takes a while.\n", "Det tar 45 minuter.\n", ("1:9",)),),
    ),
    "number-date": Doc(
        "The translation names it neither by its word nor by its number. For information where blocks beside the pair are left over, so that it may be none.",
        (
            Example("Support ends on June 30, 2022.\n", "Supporten upphör den 30, 2022.\n", ("1:1",)),
            Example(
                "It ends on 21 March 2024.\n", "۲ فروردین ۱۴۰۳ تمام می‌شود.\n", locale="fa", note="Another calendar."
            ),
            Example("It ends on 21 March 2024.\n", "۲۱ آوریل ۲۰۲۴ تمام می‌شود.\n", ("1:1",), locale="fa"),
            Example(
                "The time, 'Sat Jun 06 16:26:11 1998'.\n",
                "Tiden, `Sat Jun 06 16:26:11 1998`.\n",
                note="It stands in code now.",
            ),
        ),
    ),
    "number-unit": Doc(
        "A per cent sign, bytes, seconds, lengths: written in the translation's own way, too (`Mo`, `МБ`, `procent`). So are stretches of time (`30 seconds` are no minutes), and so is money, as long as it "
        "stays in its currency: a translator who gives it in another one changes the amount, too. For information where "
        "blocks beside the pair are left over, so that it may be none.",
        (
            Example("Use 80% of 5 GB.\n", "Använd 80 av 5 GB.\n", ("1:1",)),
            Example("10% off.\n", "10퍼센트 할인.\n", locale="ko"),
            Example("10% off.\n", "10 할인.\n", ("1:1",), "ko"),
            Example("1 GB of it.\n", "1G 内存。\n", locale="zh"),
            Example("Over 10 Mbps.\n", "Через 10 Мбіт/с.\n", locale="uk"),
            Example("Over 10 Mbps.\n", "Через 10.\n", ("1:1",), "uk"),
            Example("At 100 km/h.\n", "במהירות 100 קמ״ש.\n", locale="he"),
            Example("At 100 km/h.\n", "במהירות 100.\n", ("1:1",), "he"),
            Example("In 2 GB.\n", "في ٢ جيجابايت.\n", locale="ar"),
            Example("In 2 GB.\n", "في ٢ من الذاكرة.\n", ("1:1",), "ar"),
            Example("Wait 30 seconds.\n", "Vänta 30 minuter.\n", ("1:10",)),
            Example("Wait 30 seconds.\n", "Vänta 30 sek.\n"),
            Example("It takes 2 weeks.\n", "2개월 걸립니다.\n", ("1:2",), locale="ko"),
            Example("It takes 2 weeks.\n", "2주 걸립니다.\n", locale="ko"),
            Example("It costs $25.\n", "Det kostar 25 €.\n", ("1:15",)),
            Example("It costs €25.\n", "Det kostar 25 dollar.\n", ("1:15",)),
            Example("It costs $25.\n", "Det kostar 25 US-dollar.\n"),
            Example("It costs $25.\n", "Det kostar 25 kr.\n", ("1:15",)),
            Example("It costs SEK 25.\n", "Det kostar 25 kr.\n"),
            Example("It costs $25.\n", "Costă 25 lei.\n", ("1:10",), "ro"),
            Example("It costs RON 25.\n", "Costă 25 lei.\n", locale="ro"),
            Example("It costs $25.\n", "Струва 25 лв.\n", ("1:11",), "bg"),
            Example("It costs BGN 25.\n", "Струва 25 лева.\n", locale="bg"),
            Example("It costs $25.\n", "25 Ft az ára.\n", ("1:4",), "hu"),
            Example("It costs HUF 25.\n", "25 Ft az ára.\n", locale="hu"),
            Example("It costs €25.\n", "月額25ドルです。\n", ("1:5",), "ja"),
            Example("It costs $25.\n", "月額25ドルです。\n", locale="ja"),
            Example("It costs $25.\n", "价格为€25。\n", ("1:4",), "zh"),
            Example("It costs $25.\n", "价格为$25。\n", locale="zh"),
            Example("It costs 25 euros.\n", "Det kostar 25 dollar.\n", ("1:15",)),
            Example("It costs 25 euros.\n", "Det kostar 25 euro.\n"),
            Example("Use 80% of 5 GB.\n", "Använd 80 procent av 5 GB.\n"),
        ),
    ),
}
