"""What a link shows: a text of its own, with its words inside and its neighbours outside.: why, and examples."""

from __future__ import annotations

from facingpages.rules.doc import Doc, Example

DELETED = {"deleted": "bort", "site": "webbplats", "sites": "webbplats", "look": "titta", "under": "under"}
PAYMENT = {"payment": "maksājumu", "history": "vēsturi", "see": "redzētu", "paid": "samaksāto"}

DOCS = {
    "link-text-empty": Doc(
        "It can't be seen and can't be clicked. Machine translation keeps every address and loses its label.",
        (Example("See [rates](r.md).\n", "Se priser[](r.md).\n", ("1:10",)),),
    ),
    "link-text-glued": Doc(
        "The space before `[` or after `)` was lost. The ending of an inflected word behind a link is fine.",
        (
            Example("See [rates](r.md) first.\n", "Se[priser](r.md) först.\n", ("1:3",)),
            Example("See [rates](r.md) first.\n", "Se [priser](r.md)först.\n", ("1:4",)),
            Example("From the [model](m.md).\n", "[Model](m.md)nden.\n", locale="tr", note="Two endings of Turkish."),
            Example("See the [model](m.md) now.\n", "Şimdi [modele](m.md)bakın.\n", ("1:7",), locale="tr"),
            Example("Use [Teams](t.md) now.\n", "Använd [Teams](t.md)s klient nu.\n", note="An ending."),
            Example(
                "See [it](a.md).\n", "راجع ال[دليل](a.md).\n", locale="ar", note="An article is written onto its word."
            ),
            Example("See [it](a.md).\n", "وراجع[الدليل](a.md).\n", ("1:6",), locale="ar"),
        ),
    ),
    "link-text-punctuation": Doc(
        "A full stop or comma that stands outside the link in the source stands inside it here.",
        (
            Example("See [a.example](https://a.example).\n", "Se [a.example.](https://a.example)\n", ("1:4",)),
            Example("See [a.example](https://a.example).\n", "Se [a.example](https://a.example).\n"),
            Example("Another year for [our site](s.md)!\n", "Ännu ett år för [vår sajt!](s.md)\n", ("1:17",)),
            Example("[How it works](s.md)\n", "[Hur fungerar det?](s.md)\n", note="A title that asks."),
            Example(
                "Share it [in .ast and .tag files](a.md).\n",
                "Dela det [.tag och .ast](a.md).\n",
                note="A name that begins with a stop.",
            ),
            Example("See [add funds](f.md).\n", "Se [lägga till medel.](f.md)\n", ("1:4",)),
            Example("See [What is it?](w.md)\n", "Se [Vad är det?](w.md)\n"),
        ),
    ),
    "link-text-shrunk": Doc(
        "The rest of the label stands beside the link, or is gone. An article, or another little word, is no text of a link. For information where it is short or may be a free rendering.",
        (
            Example(
                "See [Set up Communications Credits for your organization](s.md).\n",
                "Se konfigurera kommunikationskrediter för din [organisation](s.md).\n",
                ("1:47",),
            ),
            Example("See [the guide](s.md).\n", "Vea [la](s.md) guía.\n", ("1:5",), locale="es"),
            Example("Read it [in the guide](s.md).\n", "Читайте [в](s.md) руководстве.\n", ("1:9",), locale="ru"),
            Example("As [there](s.md).\n", "Как [там](s.md).\n", locale="ru", note="A short word for a longer one."),
            Example("See [that](s.md).\n", "Se [de](s.md).\n", note="A little word in the source, too."),
            Example(
                "- [Foreign Function Interface](f.md)\n- [Other](o.md)\n",
                "- [FFI](f.md)\n- [Annat](o.md)\n",
                note="Its abbreviation.",
            ),
            Example(
                "- [Foreign Function Interface](f.md)\n- [Other](o.md)\n",
                "- [FFX](f.md)\n- [Annat](o.md)\n",
                ("1:3",),
            ),
            Example(
                "- [Depth-First Search](d.md) (DFS)\n",
                "- [Birinchi-pastga qarab qidirish](d.md) (Depth-First Search)\n",
                locale="uz",
                note="The source's words in brackets, as a gloss.",
            ),
            Example(
                "- [Depth-First Search](d.md) (DFS)\n",
                "- [Birinchi qidirish](d.md) Depth-First Search (DFS)\n",
                ("1:3",),
                locale="uz",
            ),
        ),
    ),
    "link-text-grown": Doc(
        "Words that stand outside the link in the source stand inside it here. "
        "For information where only its length tells, not a name or the end of a sentence in it.",
        (
            Example(
                "To learn what this costs for every country, see [rates](r.md) first.\n",
                "[Om du vill veta vad det kostar för alla länder läser du priser](r.md) först.\n",
                ("1:1",),
            ),
        ),
    ),
    "link-text-misplaced": Doc(
        "A translation program carries the address over and lays it on whatever words stand there; a reader clicks on "
        "words that promise something else. Told on sites that are large enough to be learnt from (see `facingpages "
        "status`): words beside it render plainly more of the source's text than its own do. They are named. For information where its own "
        "are a part of them, or don't plainly render what stands beside the source's link: it may be put freely. Texts that changed "
        "places are told by `link-swapped`, one that plainly shrank or grew by `link-text-shrunk` and `link-text-grown`.",
        (
            Example(
                "Use the [payment history](h.md) to see what was paid.\n",
                "Izmantojiet maksājumu vēsturi, [lai redzētu](h.md) samaksāto.\n",
                ("1:32",),
                locale="lv",
                taught=PAYMENT,
            ),
            Example(
                "Use the [payment history](h.md) to see what was paid.\n",
                "Lai redzētu samaksāto, izmantojiet [maksājumu vēsturi](h.md).\n",
                locale="lv",
                note="Another order, the link on its own words.",
                taught=PAYMENT,
            ),
            Example(
                "Use the [payment history](h.md) to see what was paid.\n",
                "Izmantojiet [iepriekšējo darījumu pārskatu](h.md), lai redzētu samaksāto.\n",
                locale="lv",
                note="Other words for it, and those that are known stand nowhere in the block.",
                taught=PAYMENT,
            ),
            Example(
                "Use the [payment history](h.md) to see what was paid.\n",
                "Lai redzētu vēsturi, izmantojiet [iepriekšējo darījumu pārskatu](h.md).\n",
                locale="lv",
                note="One word of it alone is a mention.",
                taught=PAYMENT,
            ),
            Example(
                "If you deleted a site, look under [Deleted sites](d.md).\n",
                "Om du tagit bort en webbplats, titta under [raderade sajter](d.md).\n",
                locale="sv",
                note="Other words for it; those that are known render what stands beside the link.",
                taught=DELETED,
            ),
            Example(
                "If you deleted a site, look under [Deleted sites](d.md).\n",
                "Om du tagit bort en webbplats, titta under bort webbplats [raderade sajter](d.md).\n",
                ("1:59",),
                locale="sv",
                note="They stand there once more than that asks for.",
                taught=DELETED,
            ),
        ),
    ),
}
