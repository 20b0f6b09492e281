"""Text that was left in the source's language, or is in another one: why, and examples."""

from __future__ import annotations

from facingpages.rules.doc import Doc, Example

DOCS = {
    "block-untranslated": Doc(
        "Five words or more, the same as in the source once links, code and names are out. More than half of a page "
        "is told once, as `page-untranslated`. What a program says is for information: it may say so in any language. "
        "So is a source left in the paragraph that translates it, in three paragraphs of a page at most: more are its way. "
        "Neighbours between which nothing is in the page's own words are told once.",
        (
            Example("# Before you begin\n\nRead it.\n", "# Before you begin\n\nЧитайте.\n", ("1:1",), locale="uk"),
            Example("# Before you begin\n\nRead it.\n", "# Before you begin\n\nLäs det.\n", ("1:1",), note="A phrase."),
            Example("# Internet of Things\n\nRead it.\n", "# Internet of Things\n\nLäs det.\n", note="A name."),
            Example(
                "It listens on port 80. You can change it there. Start it anew.\n",
                "Den lyssnar på port 80. You can change it there. Starta om den.\n",
                ("1:1",),
                note="A sentence behind a number.",
            ),
            Example(
                ":::tip[Stop it before you copy]\n\nTake care.\n\n:::\n",
                ":::tip[Stop it before you copy]\n\nVar försiktig.\n\n:::\n",
                ("1:8",),
                dialect="mdx",
                note="The title of a callout.",
            ),
            Example(
                ":::tip[Tab Manager Plus]\n\nTake care.\n\n:::\n",
                ":::tip[Tab Manager Plus]\n\nVar försiktig.\n\n:::\n",
                dialect="mdx",
            ),
            Example(
                "With a lock it stays yours, and the server tells all others to wait.\n",
                "Med ett lås förblir den din, and the server tells all others to wait.\n",
                ("1:1",),
                note="A part of a sentence.",
            ),
            Example(
                "With a lock it says, as you know, and the server tells.\n",
                "Med ett lås säger den, as you know, och servern berättar.\n",
                note="A phrase.",
            ),
            Example(
                "# One\n\nUse `a` at home, or wherever else you are.\n\nWhat is left of it goes to the others.\n\n```\nx\n```\n\n"
                "What is left of that goes to them, too.\n\nUse `b` there, as you do at home. Use `c` once a day, at night.\n",
                "# Ett\n\nBruka `a` hemma, eller var du än är.\n\nWhat is left of it goes to the others.\n\n```\nx\n```\n\n"
                "What is left of that goes to them, too.\n\nBruka `b` där, som hemma. Bruka `c` en gång om dagen, på natten.\n",
                ("5:1",),
                note="Two in a row, with code between them: one finding.",
            ),
            Example(
                "# One\n\n<pre>The page could not be found in any of the others.</pre>\n",
                "# Ett\n\n<pre>The page could not be found in any of the others.</pre>\n",
                note="What a program writes.",
            ),
            Example(
                "# One\n\n<p>The page could not be found in any of the others.</p>\n",
                "# Ett\n\n<p>The page could not be found in any of the others.</p>\n",
                ("3:1",),
            ),
            Example(
                "# One\n\nWhat is left of it goes to the others.\n\nUse `a` at home, or wherever else you are.\n\n"
                "What is left of that goes to them, too.\n\nUse `b` there, as you do at home. Use `c` once a day, at night.\n",
                "# Ett\n\nWhat is left of it goes to the others.\n\nBruka `a` hemma, eller var du än är.\n\n"
                "What is left of that goes to them, too.\n\nBruka `b` där, som hemma. Bruka `c` en gång om dagen, på natten.\n",
                ("3:1", "7:1"),
            ),
            Example(
                "Open a new window and enter the next line there.\n",
                "Open a new window and enter the next line there.\nÖppna ett nytt fönster och skriv nästa rad där.\n",
                ("1:1",),
            ),
            Example(
                "Open a new window and enter the next line there.\n",
                "Öppna ett nytt fönster och skriv nästa rad där (Open a new window and enter the next line there.)\n",
                note="In brackets on purpose.",
            ),
            Example(
                "Automatically start distributed model training tasks daily during off-peak hours, utilizing idle cluster time for training.\n",
                "Automatically start distributed model training tasks daily during off-peak hours, utilizing idle cluster time for training.\n",
                ("1:1",),
                note="Few little words, among many.",
            ),
            Example(
                "Här finns kartan över hela världen, och den som vill se mer av den kan öppna ett konto utan kostnad.\n",
                "Här finns kartan över hela världen, och den som vill se mer av den kan öppna ett konto utan kostnad.\n",
                note="In the translation's language, on the source's page, too.",
            ),
            Example(
                "One.\n\n{% for one in all %} {% if one == the.other %} {% continue %} {% endif %}\n",
                "Ett.\n\n{% for one in all %} {% if one == the.other %} {% continue %} {% endif %}\n",
                note="A program.",
            ),
            Example(
                "lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor\n",
                "lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor\n",
                note="In no language.",
            ),
            Example(
                "Funds that are not used within twelve months expire.\n\nAsk your partner for help with this.\n",
                "Funds that are not used within twelve months expire.\n\nBe din partner om hjälp med detta.\n",
                ("1:1",),
            ),
            Example(
                "> **NoSuchPage**: The page you asked for is only there for a while.\n\nAsk your partner.\n",
                "> **NoSuchPage**: The page you asked for is only there for a while.\n\nFråga din partner.\n",
                ("1:3",),
                note="What a program says: for information.",
            ),
            Example(
                "```\n{% quote %}\nEach day is a chance to delight somebody.\n{% endquote %}\n```\n\n"
                "> Each day is a chance to delight somebody.\n\nAsk your partner.\n",
                "```\n{% quote %}\nEach day is a chance to delight somebody.\n{% endquote %}\n```\n\n"
                "> Each day is a chance to delight somebody.\n\nFråga din partner.\n",
                note="It is what the code above it makes.",
            ),
            Example(
                "- fix(tree): keep the panic infos consistent when the build failed\n",
                "- fix(tree): keep the panic infos consistent when the build failed\n",
                note="The subject of a commit.",
            ),
            Example(
                "- Add a redirect sample for the POST method (#2389)\n",
                "- Add a redirect sample for the POST method (#2389)\n",
                note="A change in a list of changes, named by its number.",
            ),
            Example(
                "- Add a redirect sample for the POST method\n",
                "- Add a redirect sample for the POST method\n",
                ("1:3",),
            ),
            Example(
                "One leads.\n\nThe nodes of such a tree are made with one class for the trees and one for each kind.\n\nIt ends.\n",
                "Ett leder.\n\nThe nodes of such a tree are made with one class for the trees and one for each kind.\n\n"
                "Noderna i ett sådant träd görs med en klass för träden och en för varje slag.\n\nDet slutar.\n",
                ("3:1",),
                note="It was not taken away when it was translated.",
            ),
            Example(
                "One leads.\n\nThe nodes of such a tree are made with one class for the trees and one for each kind.\n\nIt ends.\n",
                "Ett leder.\n\n*The nodes of such a tree are made with one class for the trees and one for each kind.*\n\n"
                "Noderna i ett sådant träd görs med en klass för träden och en för varje slag.\n\nDet slutar.\n",
                note="Set apart as a quotation.",
            ),
            Example(
                "Look out: flashing colors, sudden movements, bright lights.\n\nThen wait.\n",
                "Look out: flashing colors, sudden movements, bright lights.\n\n然后等待。\n",
                ("1:1",),
                "zh",
                note="No little word, but phrases, on a page of another writing.",
            ),
            Example(
                "Keys: flash, move, turn, light, sound, wait.\n\nThen wait.\n",
                "Keys: flash, move, turn, light, sound, wait.\n\n然后等待。\n",
                locale="zh",
                note="They may be names.",
            ),
            Example(
                "Microsoft Teams Phone Standard\n", "Microsoft Teams Phone Standard\n", note="A name stays as it is."
            ),
        ),
    ),
    "text-language": Doc(
        "Neither the page's language nor the source's sentence left as it was: told from the script and the commonest little words. "
        "Names, code, quotations and the texts of links do not count. Neighbours are told once.",
        (
            Example(
                "The score shows how safe all of your resources are at the moment.\n",
                "A pontuação mostra o quanto seus recursos estão seguros no momento.\n",
                ("1:1",),
                locale="ja",
                note="Told by its letters.",
            ),
            Example(
                "The score shows how safe all of your resources are at the moment.\n",
                "スコアは São Paulo de Piratininga のリソースがどれほど安全であるかを示します。\n",
                locale="ja",
            ),
            Example(
                "The service is free for all users, and there is no limit to how often you may ask for it.\n",
                "Der Dienst ist für alle Nutzer kostenlos, und es gibt keine Grenze, wie oft man ihn nutzen kann.\n",
                ("1:1",),
                "kr",
                note="A folder called by the country.",
            ),
            Example(
                "Funds that are not used within twelve months after the purchase expire and are not refunded.\n",
                "Guthaben, das nicht innerhalb von zwölf Monaten nach dem Kauf verwendet wird, verfällt und wird nicht erstattet.\n",
                ("1:1",),
            ),
            Example(
                "Funds that are not used within twelve months after the purchase expire and are not refunded.\n",
                "जिन निधियों का उपयोग खरीद के बारह महीनों के भीतर नहीं किया जाता है वे समाप्त हो जाती हैं।\n",
                locale="hin",
                note="A folder named by a code of three letters.",
            ),
            Example(
                "### use-all-the-displays-for-the-remote-session\n",
                "### use-all-the-displays-for-the-remote_session\n",
                locale="ja",
                note="A name, and slightly another: of no language.",
            ),
            Example(
                "### Show every screen of theirs while you are there\n",
                "### Use all the displays for the remote session\n",
                ("1:1",),
                "ja",
            ),
            Example(
                "The service is free for all users and it will stay so.\n\nThose who want to use it sign in with their address.\n\n"
                "There is no limit to how often you may ask for it.\n\nWhat is not used expires when a year is over.\n",
                "Der Dienst ist für alle Nutzer kostenlos und bleibt es.\n\nWer ihn nutzen will, der meldet sich mit der Adresse an.\n\n"
                "Es gibt keine Grenze, wie oft man ihn nutzen kann.\n\nWas nicht verwendet wird, verfällt nach einem Jahr.\n",
                ("1:1",),
                "ru",
                note="A page that is another language's as a whole is told once.",
            ),
            Example(
                "The service is free for all users and it will stay so.\n\nThose who want to use it sign in with their address.\n\n"
                "There is no limit to how often you may ask for it.\n\nWhat is not used expires when a year is over.\n",
                "Сервис бесплатен для всех и таким останется.\n\nТот, кто хочет им пользоваться, входит со своим адресом.\n\n"
                "Es gibt keine Grenze, wie oft man ihn nutzen kann.\n\nWas nicht verwendet wird, verfällt nach einem Jahr.\n",
                ("5:1",),
                "ru",
                note="Neighbours on a page that is otherwise translated: one finding.",
            ),
        ),
    ),
    "page-untranslated": Doc(
        "Told once for the page instead of once a block.",
        (
            Example(
                "Funds that are not used within twelve months expire.\n\nAsk your partner for help with this today.\n",
                "Funds that are not used within twelve months expire.\n\nAsk your partner for help with this today.\n",
                ("1:1",),
            ),
        ),
    ),
}
