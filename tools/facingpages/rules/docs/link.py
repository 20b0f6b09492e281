"""Links: the same targets, block by block, then section by section; never their order.: why, and examples."""

from __future__ import annotations

from facingpages.rules.doc import Doc, Example

DOCS = {
    "link-target": Doc(
        "Locale segments do not count: `/en-us/x`, `/lv-lv/x` and `/x` are one target. Neither does the order of links in a "
        "block, nor how far a relative path climbs. Where a site writes the locale otherwise, the configuration says how: "
        '`[rule.link-target]` with `locale_paths = ["/help-{locale}/", "/{locale}-*/"]`. '
        "Less than an error where the difference may be meant. A warning where another site, a page of this one, or "
        "where the page has moved is chosen, where the place on the right page was left out, and where it leads to where the page's file is kept; for information "
        "where the link leads nearer than the source's, or to another revision of the same file, where the other site is one "
        "in the reader's language, as a folder or the country of its host says, and where the pair of blocks may be another's. An address with a slip is an error even then.",
        (
            Example("See [it](/a/en_US.png).\n", "Se [den](/a/sv_SE.png).\n", note="A file called like the language."),
            Example("See [it](/a/en_US.png).\n", "Se [den](/a/de_DE.png).\n", ("1:4",)),
            Example(
                "Read [how to ask questions](https://a.example/q.html) or [mail](https://b.example/).\n",
                "Läs [om frågor](https://c.example/how-to-ask-questions), [brev](https://b.example/), [mer](#more).\n",
                ("1:5",),
                note="Its address says what the source's link says, so it stands for that one: a warning.",
            ),
            Example(
                "[A talk](https://youtu.be/dQw4w9WgXcQ).\n",
                "[Ett föredrag](https://youtu.be/xvFZjo5PgG0).\n",
                ("1:1",),
                note="For information: another video, perhaps in the reader's language.",
            ),
            Example(
                "[A talk](https://youtu.be/dQw4w9WgXcQ).\n",
                "[Ett föredrag](https://youtu.be/dQw4w9WgXeQ).\n",
                ("1:1",),
                note="A slip, and an error.",
            ),
            Example(
                "See [it](https://a.example/Web/Elements/Use).\n",
                "Se [den](https://a.example/Web/API/Elements/Use_x).\n",
                ("1:4",),
            ),
            Example("[Write](mailto:a@b.example?subject=Prices).\n", "[Skriv](mailto:a@b.example?subject=Priser).\n"),
            Example(
                "[Write](mailto:a@b.example?subject=Prices).\n",
                "[Skriv](mailto:c@b.example?subject=Priser).\n",
                ("1:1",),
            ),
            Example("[It](https://v2.a.example/api).\n", "[Den](https://sv.a.example/api).\n"),
            Example("[It](https://v2.a.example/api).\n", "[Den](https://sv.b.example/api).\n", ("1:1",)),
            Example("[Ask](https://a.example/c/english).\n", "[Fråga](https://a.example/c/swedish).\n"),
            Example("[Ask](https://a.example/c/english).\n", "[Fråga](https://a.example/c/finnish).\n", ("1:1",)),
            Example("[It](https://a.example/x/y#readme).\n", "[Den](https://a.example/x/y/blob/main/README.sv.md).\n"),
            Example(
                "- [Go](https://a.example/x/y#go-on)\n",
                "- [Gå](https://a.example/x/y/blob/main/README-sv.md#gå-vidare)\n",
                note="A place on the front page of a repository, and on its translation.",
            ),
            Example(
                "- [Go](https://a.example/x/y#go-on)\n",
                "- [Gå](https://a.example/x/z/blob/main/README-sv.md#gå-vidare)\n",
                ("1:3",),
            ),
            Example(
                "[It](https://a.example/x/y#readme).\n",
                "[Den](https://a.example/x/z/blob/main/README.sv.md).\n",
                ("1:1",),
            ),
            Example(
                "See [it](https://a.example/learn).\n",
                "Se [den](https://zh-hans.a.example/learn).\n",
                locale="zh",
                note="An edition for the page's language, by its script.",
            ),
            Example("See [it](<(/b)>).\n", "Se [den](/b).\n", note="A slip of the source, mended."),
            Example("See [it](/b).\n", "Se [den](<(/b)>).\n", ("1:4",)),
            Example("See [rates](https://example.com/rates).\n", "Se [priser](https://example.com/rate).\n", ("1:4",)),
            Example(
                "[A](https://x.example/en-us/a)\n", "[A](https://x.example/sv-se/a)\n", note="Another locale segment."
            ),
            Example(
                "[A](https://v2.x.example/a)\n",
                "[A](https://v2.se.x.example/a)\n",
                note="A host of the reader's country.",
            ),
            Example("[A](https://v2.x.example/a)\n", "[A](https://v2.de.x.example/a)\n", ("1:1",)),
            Example(
                "[A]({% link en/_posts/2024-03-21-a.md %})\n",
                "[A](https://x.example/sv/2024/03/21/a/)\n",
                dialect="commonmark",
                note="A post of Jekyll by its address.",
            ),
            Example(
                "[A]({% link en/_posts/2024-03-21-a.md %})\n",
                "[A](https://x.example/sv/2024/03/22/a/)\n",
                ("1:1",),
                dialect="commonmark",
            ),
            Example(
                "At https://x.example/[app id] now.\n",
                "På https://x.example/[appens id] nu.\n",
                note="A place for the reader's own words.",
            ),
            Example("At https://x.example/a[1] now.\n", "På https://x.example/b[1] nu.\n", ("1:4",)),
            Example(
                "[a](https://en.support.x.example/export/)\n",
                "[a](https://x.example/sv/support/export/)\n",
                note="The same words, and the language where this site has it.",
            ),
            Example(
                "[a](https://en.support.x.example/export/)\n", "[a](https://x.example/sv/stod/export/)\n", ("1:1",)
            ),
            Example(
                "[a](https://x.example/README.en-pirate.md)\n",
                "[a](https://x.example/README.sv.md)\n",
                note="Two editions of one file.",
            ),
            Example(
                "[a](https://x.example/by/4.0/)\n", "[a](https://x.example/by/4.0/deed.sv)\n", note="An edition's file."
            ),
            Example("[a](https://x.example/by/4.0/)\n", "[a](https://x.example/by/3.0/deed.sv)\n", ("1:1",)),
            Example(
                "[a](https://apps.x.example/us/app/a/id1)\n",
                "[a](https://apps.x.example/se/app/a/id1)\n",
                note="The shop of the readers' country.",
            ),
            Example(
                "[a](https://apps.x.example/us/app/a/id1)\n", "[a](https://apps.x.example/se/app/a/id2)\n", ("1:1",)
            ),
            Example("[a](https://apps.x.example/us/app/a)\n", "[a](https://apps.x.example/zz/app/a)\n", ("1:1",)),
            Example(
                "[a](https://x.example/details?id=a)\n",
                "[a](https://x.example/details?id=a&hl=sv)\n",
                note="It asks for the reader's language.",
            ),
            Example("[a](https://x.example/details?id=a)\n", "[a](https://x.example/details?id=b&hl=sv)\n", ("1:1",)),
            Example("See [a](a.md) and [b](b.md).\n", "Se [b](b.md) och [a](a.md).\n", note="Another order."),
            Example(
                "[ids](https://x.example/en/a/#heading-ids)\n",
                "[id](https://x.example/sv/a/#id-i-rubriker)\n",
                note="The Swedish edition of that page has Swedish headings.",
            ),
            Example(
                "[a](b.md), [c]({% link en/c.md %})\n",
                "[a](./b.html), [c]({% link sv/c.md %})\n",
                note="The same pages, written otherwise.",
            ),
            Example("[a](/c/alert)\n", "[a](/c/alert-sv)\n", note="The locale at the end of an address."),
            Example("[a](/c/alert)\n", "[a](/c/alert-box)\n", ("1:1",)),
            Example(
                "[x](https://en.wikipedia.org/wiki/X)\n",
                "[x](https://sv.wikipedia.org/wiki/X)\n",
                note="The hosts differ in nothing but the pages' languages.",
            ),
            Example("[x](https://ml.azure.com/x)\n", "[x](https://azure.com/x)\n", ("1:1",)),
            Example(
                "# [Linux](#tab/linux)\n\nRun it.\n", "# [Linux](#tab/lin)\n\nKör det.\n", ("1:3",), dialect="learn"
            ),
            Example(
                "[x](https://react.example/learn)\n",
                "[x](https://zh-hans.react.example/learn)\n",
                locale="zh-CN",
                note="The host of Chinese in its simplified script.",
            ),
            Example(
                "[x](https://react.example/learn)\n",
                "[x](https://zh-hant.react.example/learn)\n",
                ("1:1",),
                locale="zh-CN",
            ),
            Example(
                "[x](http://semver.example/#summary)\n",
                "[x](https://semver.example/lang/sv/#sammanfattning)\n",
                note="The edition in the reader's language has headings of its own.",
            ),
            Example("[x](http://semver.example/)\n", "[x](https://semver.example/lang/de/)\n", ("1:1",)),
            Example(
                "[x](https://en.base.example/docs/)\n",
                "[x](https://www.base.example/docs/)\n",
                note="The host of the source's language, and that of all.",
            ),
            Example("[x](https://ml.base.example/docs/)\n", "[x](https://www.base.example/docs/)\n", ("1:1",)),
            Example("[a](/c/alert/#api)\n", "[a](/c/alert-sv#api)\n", note="The same, with a fragment."),
            Example(
                "[A](https://ml.x.example/a)\n",
                "[A](https://sv.x.example/a)\n",
                ("1:1",),
                note="The first label of that host is no locale of the source.",
            ),
        ),
    ),
    "link-missing": Doc(
        "The text may still be there, but nothing can be clicked. "
        "A warning where the page leads there elsewhere, where the source has a bare address, and where blocks "
        "beside the pair are left over and nothing in it vouches for it: it may be another's. For information where it stood in rows of a "
        "table in HTML that are gone, too, and where the page leads there as often as the source: what it stands in was moved. "
        "A link with nothing in it is none to a reader.",
        (
            Example('<p><a href="#l-1"></a>x</p>\n\nSee `z`.\n', "<p>x</p>\n\nSe `z`.\n"),
            Example('<p><a href="#l-1">x</a> y</p>\n\nSee `z`.\n', "<p>x y</p>\n\nSe `z`.\n", ("1:4",)),
            Example(
                "Read [the rules](https://a.example/r.html) twice a year.\n\n## Next\n\nSee `x`.\n",
                "Läs reglerna två gånger om året.\n\n## Nästa\n\nSe `x`.\n\nHär är [de](https://a.example/r.html).\n",
                ("1:1",),
                note="As often as in the source, in a block of its own: for information.",
            ),
            Example(
                "Read [the rules](https://a.example/{{ v.one }}/r.html) and [more](/a/b.html).\n",
                "Läs [reglerna](https://a.example/{{v.one}}/r.html) och [mer](/a/../a/b.html).\n",
                note="Blanks in what a template sets in, and a folder that is left again.",
            ),
            Example(
                "Read [the rules](https://a.example/{{ v.one }}/r.html) and [more](/a/b.html).\n",
                "Läs reglerna och mer.\n",
                ("1:1", "1:1"),
            ),
            Example(
                "Read [how to ask questions](https://a.example/q.html) or [mail](https://b.example/).\n",
                "Läs [om frågor](#ask), [brev](https://b.example/), [mer](#more).\n",
                ("1:1",),
                note="Which of the two stands for it, if any, nobody knows.",
            ),
            Example(
                '<table>\n<tr><td>One <a href="#a">a</a></td></tr>\n<tr><td>Two <a href="#b">b</a></td></tr>\n</table>\n',
                '<table>\n<tr><td>Ett a</td></tr>\n<tr><td>Två <a href="#b">b</a></td></tr>\n</table>\n',
                ("2:13",),
                note="Where the row is lost with the link, the row is told.",
            ),
            Example(
                "Make [pages](/guides/pages/) with a [layout](/basics/layouts/#for-pages).\n",
                "Använd en [layout](/sv/basics/layouts/#för-sidor).\n",
                ("1:1",),
                note="That to the pages; the other one is there.",
            ),
            Example("See [rates](r.md) and [terms](t.md).\n", "Se priser och [villkor](t.md).\n", ("1:1",)),
        ),
    ),
    "link-extra": Doc(
        "For information only where the same target occurs elsewhere on the page, where the link leads to the same site, or "
        "where it explains what is code in the source.",
        (Example("See the rates.\n", "Se [priserna](https://other.example/p).\n", ("1:4",)),),
    ),
    "link-moved": Doc(
        "The target is still there, in a neighbouring block.",
        (
            Example(
                "Read [the guide](g.md) and `help` first.\n\nThen set the amount in `field` with care.\n",
                "Läs guiden och `help` först.\n\nAnge sedan beloppet i `field`, se [guiden](g.md).\n",
                ("3:35",),
            ),
        ),
    ),
    "link-syntax": Doc(
        "A space between `]` and `(`, a bracket lost or doubled, a line break inside: readers see the brackets.",
        (
            Example(
                "{% include links.md %}\n\nSee [it][one two](soon) and more.\n",
                "{% include links.md %}\n\nSe [det][one two] (snart) med mera.\n",
                note="Brackets behind a reference.",
            ),
            Example(
                "{% include links.md %}\n\nSee [it](one.md) and more.\n",
                "{% include links.md %}\n\nSe [det] (one.md) med mera.\n",
                ("3:4",),
            ),
            Example("See [rates](r.md).\n", "Se [priser] (r.md).\n", ("1:4",)),
            Example("See [rates](r.md), < `6`.\n", "Se [priser](r.md), < `6`.\n", note="Less than a number in code."),
            Example("See [rates](r.md).\n", "Se [priser(r.md).\n", ("1:4",)),
        ),
    ),
    "link-swapped": Doc(
        "Reported only with evidence: words, names, numbers or code that each text shares with the other's source "
        "text. Where the site is large enough to be learnt from, the words of links tell it: see `facingpages status`. "
        "An error where both lead to headings of this page and are named as these.",
        (
            Example("See [the API](a.md) or [a guide](g.md).\n", "Se [API:et](g.md) och [en guide](a.md).\n", ("1:4",)),
            Example("See [the API](a.md) or [a guide](g.md).\n", "Se [en guide](g.md) och [API:et](a.md).\n"),
            Example(
                "See [Azure portal](a.md) or [Teams client](t.md).\n",
                "Se [Azure-portalen](t.md) eller [Teams-klienten](a.md).\n",
                ("1:4",),
            ),
            Example(
                "See [Azure portal](a.md) or [Teams client](t.md).\n",
                "Se [Teams-klienten](t.md) eller [Azure-portalen](a.md).\n",
                note="Another order, each text on its own target.",
            ),
            Example(
                "- [A](#a)\n- [B](#b)\n\n## A {#a}\n\nOne.\n\n## B {#b}\n\nTwo.\n",
                "- [Ett](#b)\n- [Två](#a)\n\n## Ett {#a}\n\nEtt.\n\n## Två {#b}\n\nTvå.\n",
                ("1:3",),
            ),
            Example(
                "[A](#a) or [B](#b)\n\n## A\n\nOne.\n\n## B\n\nTwo.\n",
                "[Ett](#tva) eller [Tva](#ett)\n\n## Ett\n\nEn.\n\n## Tva\n\nTvå.\n",
                ("1:1",),
                note="Each is named as the heading that the other leads to.",
            ),
        ),
    ),
}
