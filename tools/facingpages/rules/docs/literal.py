"""Literals: what must not be translated though no mark-up says so.: why, and examples."""

from __future__ import annotations

from facingpages.rules.doc import Doc, Example

NAMED = (
    Example("## -ErrorAction\n", "## -Felåtgärd\n", ("1:1",), note="A parameter."),
    Example("Take the -ErrorAction one.\n", "Ta den med -Felåtgärd.\n", ("1:1",)),
    Example("### -Command | -c\n", "### -Kommando | -c\n", ("1:1",)),
    Example("### -Command | -c\n", "### `-Command` | -c\n"),
    Example("Take the -ErrorAction one.\n", "Ta ErrorAction.\n", note="Without its dash."),
    Example(
        "The MegaGreeter class.\n\n`class MegaGreeter`\n",
        "Klassen MegaHälsare.\n\n`class MegaHälsare`\n",
        ("1:1",),
        note="Renamed on the whole page: for information.",
    ),
    Example("-Note that it is late.\n", "-Det är sent.\n", note="An item without its blank."),
    Example("The Q# guide.\n", "Handboken för F#.\n", ("1:1",)),
    Example("The C# guide.\n", "راهنمای سی‌شارپ.\n", ("1:1",), locale="fa", note="Spelled: for information."),
    Example("Add the SecurityClass element.\n", "Lägg till elementet Säkerhetsklass.\n", ("1:1",)),
    Example("Add the SecurityClass element.\n", "Lägg till SecurityClass.\n"),
    Example("A JavaScript class.\n", "یک کلاس جاوااسکریپت.\n", locale="fa", note="No name in a program."),
    Example("Get docker-1.13.0-rc2.zip now.\n", "Hämta docker-1.13.0-dev.zip nu.\n", ("1:1",)),
)
DOCS = {
    "literal-changed": Doc(
        "E-mail and IP addresses, GUIDs, versions, paths, registry keys, environment variables, cmdlets, error codes, "
        "options, identifiers: looked for in the aligned block of the translation, whatever stands around it. "
        "A warning where it stands there in other letters of the case, where it is one of several alike, and where "
        "words that are not literals look like it: names of files and hosts, identifiers, versions. For information "
        "where the rest of it is there (`6.2` for `6.2.0`, `height` for `props.height`, `moment` for `Moment.js`), where a file of "
        "the page's own language stands (`README.sv.md` for `README.md`), where an example is made of "
        "ordinary words, where it is a part of another address or a name between quotation marks that a message has a value put "
        "for, and where blocks beside the pair are left over, so that it may be none.",
        (
            *NAMED,
            Example("It needs SHA512 now.\n", "Nu behövs SHA51.\n", ("1:1",)),
            Example("It allows for O(1) reads.\n", "Det går med 0 och 1 läsningar.\n", ("1:1",), note="A warning."),
            Example("It allows for O(1) reads.\n", "Läsning går på `O(1)`.\n"),
            Example("It needs SHA512 now.\n", "Nu behövs SHA-512.\n"),
            Example("At a.b.example or b.example, a.b.example.\n", "På a.b.example eller b.example.\n"),
            Example("Open **/etc/grub.d/00_head** now.\n", "Öppna nu **/etc/grub.d/0_head**.\n", ("1:1",)),
            Example("The v2.2 node of version 2.2.\n", "Noden v2.3 av version 2.2.\n", ("1:1",)),
            Example("The v2.2 node of version 2.2.\n", "Noden version 2.2.\n", note="Said once."),
            Example("From 0xffff to 0xffff.\n", "Från 0xffff till 0xfff.\n", ("1:1",)),
            Example(
                "Ask [me@a.example](mailto:me@a.example).\n", "Fråga [me @a.example](mailto:me@a.example).\n", ("1:1",)
            ),
            Example("Ask [me@a.example](mailto:me@a.example).\n", "Fråga [mig](mailto:me@a.example).\n"),
            Example(
                "<FileTree>\n\n- src/ code\n- pages/\n\n</FileTree>\n",
                "<FileTree>\n\n- src/ kod\n- sidor/\n\n</FileTree>\n",
                ("4:3",),
                dialect="mdx",
                note="The name of a file: a warning. What is said of it may be translated.",
            ),
            Example(
                "<FileTree>\n\n- src/\n- pages/\n- tools/\n\n</FileTree>\n",
                "<FileTree>\n\n- kod/\n- sidor/\n- verktyg/\n\n</FileTree>\n",
                ("3:3", "4:3", "5:3"),
                dialect="mdx",
                note="For information where a whole tree is an example in the translator's words.",
            ),
            Example(
                "<p>Open /en/guides/first.</p>\n",
                "<p>Öppna /sv/guides/first.</p>\n",
                note="The page's own language in an address.",
            ),
            Example("<p>Open /en/guides/first.</p>\n", "<p>Öppna /sv/guides/forst.</p>\n", ("1:1",)),
            Example(
                "![delete_fields](d.png)\n",
                "![Radera fält](d.png)\n",
                note="What is said of a picture was but its name.",
            ),
            Example("![See delete_fields](d.png)\n", "![Radera fält](d.png)\n", ("1:3",)),
            Example("Run Remove-MsolUser now.\n", "Kör Ta bort-MsolUser nu.\n", ("1:1",)),
            Example("Sales of FY2023 rose.\n", "2023年度の売上が増加。\n", locale="ja", note="A year, no code."),
            Example("The code is KB2023111.\n", "コードは2023111です。\n", ("1:1",), locale="ja"),
            Example("Run gpupdate /force now.\n", "Kör gpupdate /tvinga nu.\n", ("1:1",)),
            Example("Run gpupdate /force now.\n", "Kör nu gpupdate /force.\n"),
            Example("Run sfc.exe /scannow today.\n", "Kör sfc.exe /sök i dag.\n", ("1:1",)),
            Example(
                "It is set by MY_CONVERSIONS as a rule.\n\nThe `let` form is new, see [a](a.md).\n",
                "Det skalet kan ändras med `let`.\n\nDen formen är ny, se [a](a.md).\n",
                ("1:1",),
            ),
            Example(
                "Read [RULES.md](https://a.example/x/RULES.md).\n",
                "Läs [reglerna](https://a.example/x/RULES.md).\n",
                note="The name of a file as the text of a link to it.",
            ),
            Example("Read [RULES.md](https://a.example/x/).\n", "Läs [reglerna](https://a.example/x/).\n", ("1:1",)),
            Example("Run it and/or stop.\n", "Kör det eller /stoppa.\n"),
            Example("Open 192.168.1.1 in a browser.\n", "Öppna 192.168.1.1.1 i en webbläsare.\n", ("1:1",)),
            Example("Write to help@contoso.com today.\n", "Skriv till hjälp@contoso.com i dag.\n", ("1:1",)),
            Example("Use 3.20.1dev now.\n", "使用3.20.1dev版。\n", locale="zh", note="A version with its letters."),
            Example("Use 3.20.1dev now.\n", "使用3.20.1rc版。\n", ("1:1",), locale="zh"),
            Example(
                "Keys are written in CONSTANT_CASE or snake_case.\n",
                "Nycklar skrivs med versaler eller med understreck.\n",
                note="Ways to write a name, in other words.",
            ),
            Example("Keys are written into TEST_CASE.\n", "Nycklar skrivs i testfallet.\n", ("1:1",)),
            Example("Use Get-Mailbox here.\n", "Använd `Get-Mailbox` här.\n", note="Put into code: fine."),
            Example(
                "The Build-Test-Deploy task.\n",
                "Uppgiften bygga-testa-ta i drift.\n",
                note="Nor is a part of more words.",
            ),
            Example("The Test-Deploy cmdlet.\n", "Kommandot testa drift.\n", ("1:1",)),
            Example(
                "The Read-Eval-Print loop, Copy-Paste.\n",
                "Läs-och-skriv-slingan, klipp och klistra.\n",
                note="Words, no cmdlets.",
            ),
            Example(
                "Blocked by /etc/hosts-style rules.\n",
                "Blockerat av regler som i /etc/hosts.\n",
                note="A path in a compound.",
            ),
            Example(
                "Flaw CVE-2009-5147 was found.\n\nIt is mended.\n",
                "En brist hittades.\n\nCVE-2009-5147 är lagad.\n",
                note="In the next block.",
            ),
            Example(
                "Flaw CVE-2009-5147 was found.\n\nIt is CVE-2009-5147.\n",
                "En brist hittades.\n\nDet är CVE-2009-5147.\n",
                ("1:1",),
            ),
            Example("Since 2.3.0 of it.\n", "از نسخهٔ ۲.۳.۰ آن.\n", locale="fa", note="The digits of the language."),
            Example("Since 2.3.0 of it.\n", "از نسخهٔ ۲.۳.۱ آن.\n", ("1:1",), locale="fa"),
            Example(
                "See [https://x.example/a](https://x.example/a).\n",
                "Se [sidan](https://x.example/a).\n",
                note="An address that got a name.",
            ),
            Example(
                "See [https://x.example/a](https://x.example/a).\n",
                "Se [https://x.exempel/a](https://x.example/a).\n",
                ("1:1",),
            ),
            Example("Edit /etc/hosts now.\n", "Redigera /etc/hostar nu.\n", ("1:1",)),
        ),
    ),
    "literal-name": Doc(
        "`SharePoint` that became `Share Point`, `onMicrosoft` that became `OnMicrosoft`: reported where a similar word "
        "stands in the translation and the right one does not. In pages of another writing than Latin any word of the "
        "source that was kept with a slip (a letter lost, doubled, exchanged, another one); in others only names and "
        "abbreviations with two letters exchanged, as a rendering may be as like. Endings and the two ways of spelling "
        "English are no slips, nor is a word that stands anywhere in the source.",
        (
            Example("Press Ctrl+Shift+P there.\n", "Nhấn Ctrl+P ở đó.\n", ("1:6",), locale="vi", note="Keys."),
            Example("Press Ctrl+Shift+P there.\n", "Drücken Sie dort Strg + Umschalt + P.\n", locale="de"),
            Example("Press Ctrl+C there.\n", "Drücken Sie dort Strg+V.\n", ("1:18",), locale="de"),
            Example("Press Ctrl + S there.\n", "여기서 Ctrl+S를 누릅니다.\n", locale="ko"),
            Example("Press Alt+Enter there.\n", "Appuyez ici sur Alt+Entrée.\n", locale="fr"),
            Example("Press Ctrl+S there.\n", "Ctrlキーを押しながらSを押します。\n", locale="ja"),
            Example("Build it with Promise.\n", "可用 Prmoise 构建。\n", ("1:4",), locale="zh"),
            Example("Read the [Puppeteer](p.md) page.\n", "阅读 [Pupeteer](p.md) 页面。\n", ("1:5",), locale="zh"),
            Example(
                "The color of the users.\n", "user 的 colour。\n", locale="zh", note="An ending, another spelling."
            ),
            Example("The Router is new.\n", "Route 是新的。\n", locale="zh", note="Perhaps another word."),
            Example("Start Angular now.\n", "现在启动 Angula。\n", ("1:6",), locale="zh"),
            Example("The form is PKCS here.\n", "Formen är PCKS här.\n", ("1:11",)),
            Example("The Title is new.\n", "Titeln är Titel.\n", note="A rendering."),
            Example("Open OneDrive first.\n", "Öppna OneDriva först.\n", ("1:1",)),
            Example("Take the macOS tool.\n", "Ta nu maOS.\n", ("1:1",), note="A letter was lost."),
            Example("Take the macOS tool.\n", "Ta nu verktyget för macOS.\n"),
            Example("Ask V2Fly, `with_v2fly`.\n", "Fråga V2Fyl, `with_v2fly`.\n", ("1:1",), note="Letters exchanged."),
            Example("Ask V2Fly, `with_v2fly`.\n", "Fråga V2Fly:s `with_v2fly`.\n"),
        ),
    ),
}
