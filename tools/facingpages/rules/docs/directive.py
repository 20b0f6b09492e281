"""Directives: includes, shortcodes, Liquid, JSX, placeholders - what a program reads, not a person.: why, and examples."""

from __future__ import annotations

from facingpages.rules.doc import Doc, Example

DOCS = {
    "directive-missing": Doc(
        "Something will not be on the page, or its beginning or end will be missing. For information where it gives a value "
        "to a variable that nothing on the page reads.",
        (
            Example(
                "One.\n\n{{% alert %}}\n\nMind `a`.\n\n{{% /alert %}}\n\nTwo `b`.\n",
                "Ett.\n\nSe upp med `a`.\n\nTvå `b`.\n",
                ("3:1",),
                dialect="hugo",
                note="What stands between them is there. Were it lost, too, that alone would be told.",
            ),
            Example(
                "{{% alert %}}\nUse both keys.\n{{% /alert %}}\n\n{{% alert %}}\nFunds expire.\n{{% /alert %}}\n",
                "{{% alert %}}\nAnvänd båda nycklarna.\n\nMedel förfaller.\n{{% /alert %}}\n",
                ("4:1",),
                dialect="hugo",
                note="Two boxes became one: told once, where the second one's words stand.",
            ),
            Example(
                "{{% alert %}}\n\nUse both keys.\n\n{{% /alert %}}\n\nText here.\n\n{{% alert %}}\n\nFunds expire.\n\n{{% /alert %}}\n",
                "{{% alert %}}\n\nAnvänd båda nycklarna.\n\nText här.\n\nMedel förfaller.\n\n{{% /alert %}}\n",
                ("5:1", "7:1"),
                dialect="hugo",
                note="What stood between two boxes is in the one that is left: both are told.",
            ),
            Example("{{< youtube abc >}}\n\nWatch it.\n", "Se den.\n", ("1:1",), dialect="hugo"),
            Example(
                "{% a b='c' %}\n{% enda %}\n\nSee.\n", "Se.\n", ("1:1",), note="The end of what is lost is not told."
            ),
            Example("{% hint %}\nFree.\n{% endhint %}\n\nSee.\n", "{% hint %}\nGratis.\n\nSe.\n", ("1:1",)),
            Example(
                "---\n# Translators, please remove the <DontEdit/> component.\ntitle: A\n---\n\n<DontEdit />\n\nBuy it.\n",
                "---\ntitle: A\n---\n\nKöp det.\n",
                dialect="mdx",
                note="The source says so.",
            ),
            Example(
                "---\n# Editors, please keep the <DontEdit/> component.\ntitle: A\n---\n\n<DontEdit />\n\nBuy it.\n",
                "---\ntitle: A\n---\n\nKöp det.\n",
                ("5:1",),
                dialect="mdx",
            ),
            Example(
                'One at a time. {% assign at="1:10" %}\n\nTwo. {% assign at="2:20" %}\n',
                "Ett.\n\nTvå.\n",
                ("1:1", "3:1"),
                note="Nothing on the page reads it: for information.",
            ),
            Example(
                '{% assign at="1:10" %}\n\nAt {{ at }}.\n\n{% assign at="2:20" %}\n\nThen {{ at }}.\n',
                '{% assign at="1:10" %}\n\nKl. {{ at }}.\n\nSedan {{ at }}.\n',
                ("5:1",),
            ),
            Example(
                '<Callout type="info">\n  It is free.\n</Callout>\n\nBuy.\n',
                '<Callout type="info">Det är gratis.</Callout>\n\nKöp.\n',
                dialect="mdx",
                note="In one line.",
            ),
            Example(
                '<Callout type="info">\n  It is free.\n</Callout>\n\nBuy.\n',
                "Det är gratis.\n\nKöp.\n",
                ("1:1",),
                dialect="mdx",
            ),
            Example("Version {{ version }} is out.\n", "Version är ute.\n", ("1:1",)),
            Example(
                "import A from './a';\n\n<A />\n\nBuy.\n",
                "Köp.\n",
                ("1:1",),
                dialect="mdx",
                note="An import goes with what it is for.",
            ),
            Example("import A from './a';\n\n<A />\n", "<A />\n", ("1:1",), dialect="mdx"),
            Example(
                "{{% tip %}} Buy early.\nIt is cheaper. {{% /tip %}}\n\nThen pay.\n",
                "{{% tip %}}\n\nKöp tidigt.\nDet är billigare.\n\n{{% /tip %}}\n\nBetala sedan.\n",
                dialect="hugo",
                note="In lines of their own.",
            ),
            Example(
                "{{% tip %}}\n\nBuy early.\nIt is cheaper.\n\n{{% /tip %}}\n\nThen pay.\n",
                "{{% tip %}} Köp tidigt.\nDet är billigare. {{% /tip %}}\n\nBetala sedan.\n",
                dialect="hugo",
            ),
        ),
    ),
    "directive-changed": Doc(
        "Its name or an argument that a program reads. Titles, labels and captions in it may be translated. "
        "A warning where it differs in single words between quotes, which are right if they were renamed everywhere, "
        "in how large or where it is shown, or in the site of an address, which may be the edition for the language; for information where it differs in "
        "where a page of this site is: each language may call its pages as it likes; and in imports of what it does not use.",
        (
            Example(
                '{% top translated="no" %}\n\nA.\n', '{% top translated="yes" %}\n\nB.\n', note="Of the page itself."
            ),
            Example('{% top wide="no" %}\n\nA.\n', '{% top wide="yes" %}\n\nB.\n', ("1:1",)),
            Example('{% top\n  wide="no" %}\n\nA.\n', '{% top wide="no" %}\n\nB.\n', note="On two lines."),
            Example(
                "import A from './a';\n\n<A />\n",
                "import A from './a';\nimport C from './c';\n\n<A />\n",
                ("1:1",),
                dialect="mdx",
                note="For information: what is not imported is not used.",
            ),
            Example(
                "import A from './a';\nimport B from './b';\n\n<A />\n\n<B />\n",
                "import A from './a';\n\n<A />\n\n<B />\n",
                ("1:1",),
                dialect="mdx",
            ),
            Example(":::{table} All `x` rows\n\nA.\n:::\n", ":::{table} Alla `x`-rader\n\nA.\n:::\n"),
            Example(":::{table} Rows\n\nA.\n:::\n", ":::{tabell} Rader\n\nA.\n:::\n", ("1:1",)),
            Example("::: demo #vue First steps\n\nA.\n:::\n", "::: demo #vue Första stegen\n\nB.\n:::\n"),
            Example("::: demo #vue First steps\n\nA.\n:::\n", "::: demo #html Första stegen\n\nB.\n:::\n", ("1:1",)),
            Example("::: demo wide\n\nA.\n:::\n", "::: demo narrow\n\nB.\n:::\n", ("1:1",)),
            Example('<File name="index.mdx" />\n', '<File name="start.mdx" />\n', ("1:1",), dialect="mdx"),
            Example(
                "{% include 'size.en.md' %}\n\nBuy it.\n",
                "{% include 'size.sv.md' %}\n\nKöp det.\n",
                dialect="mkdocs",
                note="A file of its own language.",
            ),
            Example(
                "{% include 'size.en.md' %}\n\nBuy it.\n",
                "{% include 'size.de.md' %}\n\nKöp det.\n",
                ("1:1",),
                dialect="mkdocs",
            ),
            Example(
                '{{< figure src="a.png" width="50%" >}}\n',
                '{{< figure src="a.png" >}}\n',
                ("1:1",),
                dialect="hugo",
                note="A warning.",
            ),
            Example(
                "{{% docs/intro %}}\n\nBuy it.\n",
                "{{% sv/docs/intro %}}\n\nKöp det.\n",
                dialect="hugo",
                note="That of its own language.",
            ),
            Example("{{% docs/intro %}}\n\nBuy it.\n", "{{% pt/docs/intro %}}\n\nKöp det.\n", ("1:1",), dialect="hugo"),
            Example("{% note tip Don't stop %}\nA\n{% endnote %}\n", "{% note tip Fortsätt %}\nA\n{% endnote %}\n"),
            Example(
                "{% note tip Don't stop %}\nA\n{% endnote %}\n",
                "{% note info Fortsätt %}\nA\n{% endnote %}\n",
                ("1:1",),
            ),
            Example(
                '<Video lang="en" id="x" />\n',
                '<Video lang="pt-BR" id="x" />\n',
                locale="pt-BR",
                dialect="mdx",
                note="The page's own language.",
            ),
            Example('<Video lang="en" id="x" />\n', '<Video lang="es" id="x" />\n', ("1:1",), "pt-BR", "mdx"),
            Example(
                'A {{< def id="key" name="Public key" >}} is shown.\n',
                'En {{< def id="key" name="Publik nyckel" english="Public key" >}} visas.\n',
                dialect="hugo",
                note="A property more, for people.",
            ),
            Example(
                'A {{< def id="key" name="Public key" >}} is shown.\n',
                'En {{< def id="key" name="Publik nyckel" class="public key" >}} visas.\n',
                ("1:4",),
                dialect="hugo",
            ),
            Example(
                "import One from '@en/shared/one.mdx';\n\n<One />\n",
                "import One from '@sv/shared/one.mdx';\n\n<One />\n",
                dialect="mdx",
                note="An alias for the folder of a language.",
            ),
            Example(
                "import One from '@en/shared/one.mdx';\n\n<One />\n",
                "import One from '@sv/shared/ett.mdx';\n\n<One />\n",
                ("1:1",),
                dialect="mdx",
            ),
            Example(
                '<Card title="One">\n\nText.\n\n</Card>\n',
                '<Kort title="Ett">\n\nText.\n\n</Kort>\n',
                ("1:1",),
                dialect="mdx",
            ),
            Example('The {{domxref("A.b")}} value.\n', 'Värdet {{{domxref("A.b")}}.\n', ("1:8",)),
            Example("{{< youtube abc >}}\n", "{{< youtube abd >}}\n", ("1:1",), dialect="hugo"),
            Example(
                'A {{< term text="Pod" term_id="pod" >}} runs.\n',
                'En {{< term text="Kapsel" term_id="kapsel" >}} kör.\n',
                ("1:4",),
                dialect="hugo",
            ),
            Example(
                'A {{< term text="Pod" term_id="pod" >}} runs.\n',
                'En {{< term text="Kapsel" term_id="kapsel" >}} kör.\n',
                ("1:4",),
                dialect="hugo",
            ),
            Example(
                '{{< figure src="a.png" caption="The page" >}}\n',
                '{{< figure src="a.png" caption="Sidan" >}}\n',
                dialect="hugo",
                note="A translated caption.",
            ),
            Example('<Tabs groupId="os" title="A b">\n', '<Tabs groupId="ос" title="В г">\n', ("1:1",), "ru", "mdx"),
            Example(
                '<Tabs groupId="os" title="A b">\n', '<Tabs groupId="os" title="В г">\n', locale="ru", dialect="mdx"
            ),
            Example('{{< ref "a.md" >}}\n', '{{ < ref "a.md" > }}\n', ("1:1",), dialect="hugo", note="Text to Hugo."),
            Example('{{< ref "a.md" >}}\n', '{{<ref "a.sv.md">}}\n', dialect="hugo"),
            Example(
                '{{Glossary("cache")}}\n',
                '{{Glossary("cache", "mellanlager")}}\n',
                note="The words that a macro shows.",
            ),
            Example('See {{Glossary("cache")}}.\n', 'Se {{Glossary("mellanlager")}}.\n', ("1:4",)),
            Example(
                "<Run command='get \"a@5\"' />\n",
                '<Run command="get &#x22;a@5&#x22;" />\n',
                dialect="mdx",
                note="The same value, written otherwise.",
            ),
            Example(
                "{% note tip Mind the rates %}\n", "{% note tip Tänk på priserna %}\n", note="The title of a note."
            ),
            Example("{% note tip Mind the rates %}\n", "{% note tips Tänk på priserna %}\n", ("1:1",)),
            Example('{% note warn "Warning!" %}\n', '{% note warn "Obs" %}\n', note="So in quotation marks."),
            Example('{% note warn "Warning!" %}\n', '{% note varna "Obs" %}\n', ("1:1",)),
            Example(
                "<Options rows={[ ['port', 'The port; by default that of `http://a.example`.'], ['host', ''] ]} />\n",
                "<Options rows={[\n  ['port', 'Porten; som standard den i `http://a.example`.'],\n  ['host', ''],\n]} />\n",
                dialect="mdx",
                note="Texts in rows, laid out otherwise.",
            ),
            Example(
                "<Options rows={[ ['port', 'The port; by default that of `http://a.example`.'], ['host', ''] ]} />\n",
                "<Options rows={[\n  ['port', 'Porten; som standard den i `http://b.example`.'],\n  ['host', ''],\n]} />\n",
                ("1:1",),
                dialect="mdx",
            ),
            Example(
                "<Options rows={[ ['port', 'The port.'], ['host', 'The host.'] ]} />\n",
                "<Options rows={[ ['port', 'Porten.'] ]} />\n",
                ("1:1",),
                dialect="mdx",
            ),
            Example(
                '<Button link="/en/guide/prices/" label="More" />\n',
                '<Button link="/sv/guide/priser/" label="Läs mer" />\n',
                ("1:1",),
                dialect="mdx",
                note="A page under a name of its own: for information.",
            ),
            Example(
                '<Button link="/guide/prices/" label="More" />\n',
                '<Button link="/guide/priser/" label="Läs mer" />\n',
                ("1:1",),
                dialect="mdx",
            ),
            Example(
                '<Code lang="sh" code={`\nget --all=1 your-domain.com  # first\n`} />\n',
                '<Code lang="sh" code={`\nget --all=1 din-domän.com  # först\n`} />\n',
                dialect="mdx",
                note="Comments, and what a reader fills in.",
            ),
            Example(
                '<Code lang="sh" code={`\nget --all=1 your-domain.com  # first\n`} />\n',
                '<Code lang="sh" code={`\nget --all=2 din-domän.com  # först\n`} />\n',
                ("1:1",),
                dialect="mdx",
            ),
            Example("It is {props.name}.\n", "Det är {props.namn}.\n", ("1:8",), dialect="mdx"),
        ),
    ),
    "directive-unclosed": Doc(
        "Its closing tag or colons were lost: the page does not build, or everything behind it is drawn in.",
        (
            Example(
                "<Steps>\n\nFirst do this.\n\n</Steps>\n\nEnd.\n",
                "<Steps>\n\nGör först detta.\n\nSlut.\n",
                ("1:1",),
                dialect="mdx",
            ),
        ),
    ),
    "directive-extra": Doc(
        "Often left over from an older source.",
        (Example("Watch it.\n", "{{< youtube abc >}}\n\nSe den.\n", ("1:1",), dialect="hugo"),),
    ),
}
