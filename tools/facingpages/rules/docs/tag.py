"""Tags inside a text: why, and examples."""

from __future__ import annotations

from facingpages.rules.doc import Doc, Example

DOCS = {
    "tag-missing": Doc(
        "A key (`<kbd>`), an icon or a badge in a sentence, a heading, an item or a cell. Tags that only set type - bold, line "
        "breaks, spans - are the translator's. "
        "A row of a table is an error, and so is a component in a block of its own.",
        (
            Example('One.\n\n<Files dir="a" />\n\n## Two\n', "Ett.\n\n## Två\n", ("3:1",)),
            Example(
                "<script setup>\nimport Demo from './Demo.vue'\n</script>\n\nOne.\n",
                "Ett.\n",
                ("1:1",),
                note="VitePress finds the page's components in it.",
            ),
            Example(
                "<script setup>\nimport Demo from './Demo.vue'\n</script>\n\nOne.\n",
                "<script setup>\nimport Demo from '../Demo.vue'\n</script>\n\nEtt.\n",
                note="By another path.",
            ),
            Example("One.\n\n<style>\n.a { color: red }\n</style>\n", "Ett.\n", note="Its look is the page's own."),
            Example(
                "<Steps>\n\nOne.\n\n</Steps>\n\nTwo.\n",
                "Ett.\n\nTvå.\n",
                ("1:1",),
                note="What it stood around is bare.",
            ),
            Example("One.\n\n<Files />\n\n## Two\n", "Ett. <Files />\n\n## Två\n", note="It stands elsewhere."),
            Example(
                "One.\n\n<!-- no check -->\n\n<hr>\n\n## Two\n", "Ett.\n\n## Två\n", note="Nothing that a reader sees."
            ),
            Example("## <Languages /> Translation\n\nText.\n", "## Oversættelse\n\nTekst.\n", ("1:1",), "da", "mdx"),
            Example("Press <kbd>Ctrl</kbd> twice.\n", "Tryck två gånger på Ctrl.\n", ("1:1",)),
            Example("One<br>two and <b>three</b>.\n", "Ett två och **tre**.\n", note="Tags that only set type."),
            Example(
                "Press <kbd>Ctrl</kbd>, then wait.\n\nDo it.\n",
                "Vänta.\n\nGör det efter <kbd>Ctrl</kbd>.\n",
                note="Moved with its words.",
            ),
        ),
    ),
    "tag-changed": Doc(
        "What a program reads in it must stay: names, sources, sizes. Titles, labels and texts may be translated. "
        "An error in a component, a warning in a tag of HTML, of which a browser makes something in any case. "
        "For information where it is only whether details are open at first.",
        (
            Example(
                '<table><tr><td colspan="3" style="text-align: center;">Colours</td></tr></table>\n',
                '<table><tr><td colspan=3 style="text-align:center">Färger</td></tr></table>\n',
                note="A value is the same without quotes.",
            ),
            Example(
                '<table><tr><td colspan="3" style="text-align: center;">Colours</td></tr></table>\n',
                '<table><tr><td colspan=2 style="text-align:center">Färger</td></tr></table>\n',
                ("1:12",),
            ),
            Example(
                "<details>\n\nOne.\n</details>\n",
                '<details dir="rtl">\n\nواحد.\n</details>\n',
                locale="ar",
                note="What is written from the right says so.",
            ),
            Example(
                "<details>\n\nOne.\n</details>\n",
                '<details dir="ltr">\n\nواحد.\n</details>\n',
                ("1:1",),
                locale="ar",
            ),
            Example("<details>\n\nOne.\n</details>\n", '<details dir="rtl">\n\nEtt.\n</details>\n', ("1:1",)),
            Example(
                "See <Card href={links.en.home}>home</Card>.\n",
                "Se <Card href={links.sv.home}>hem</Card>.\n",
                dialect="mdx",
                note="Each its own language's.",
            ),
            Example(
                "See <Card href={links.en.home}>home</Card>.\n",
                "Se <Card href={links.sv.hem}>hem</Card>.\n",
                ("1:4",),
                dialect="mdx",
            ),
            Example(
                "See <Card href={links.en.home}>home</Card>.\n",
                "Se <Card href={links.de.home}>hem</Card>.\n",
                ("1:4",),
                dialect="mdx",
            ),
            Example(
                "<details open>\n\nOne.\n</details>\n",
                "<details>\n\nEtt.\n</details>\n",
                ("1:1",),
                note="For information.",
            ),
            Example(
                '<Video href="<https://a.example/x>">Watch</Video>\n',
                '<Video href="https://a.example/x">Se</Video>\n',
                note="A slip of the source, mended.",
            ),
            Example(
                '<Video href="https://a.example/x">Watch</Video>\n',
                '<Video href="<https://a.example/x>">Se</Video>\n',
                ("1:1",),
            ),
            Example(
                '<embed src="../a/shared.en-US.md"></embed>\n',
                '<embed src="../a/shared.da-DK.md"></embed>\n',
                locale="da-DK",
                note="The same file in the page's language.",
            ),
            Example(
                '<embed src="../a/shared.en-US.md"></embed>\n',
                '<embed src="../a/share.da-DK.md"></embed>\n',
                ("1:1",),
                "da-DK",
            ),
            Example(
                '<CompatibilityStatus lang="en"/>\n',
                '<CompatibilityStatus lang="zh_hans"/>\n',
                locale="zh-Hans",
                note="The page's own language.",
            ),
            Example('<CompatibilityStatus lang="en"/>\n', '<CompatibilityStatus lang="ko"/>\n', ("1:1",), "ja"),
            Example('Use <Icon name="x" /> now.\n', 'Brug <Icon name="y" /> nu.\n', ("1:6",), "da", "mdx"),
            Example("| A |\n| --- |\n| <Icon /> x |\n", "| A |\n| --- |\n| <Ikon /> x |\n", ("3:3",), "da", "mdx"),
            Example(
                'A <Badge text="New" size="s" /> b.\n',
                'A <Badge text="Ny" size="s" /> b.\n',
                locale="da",
                dialect="mdx",
                note="A translated text.",
            ),
            Example("<div markdown>\n\n- One.\n\n</div>\n", "<div>\n\n- Ett.\n\n</div>\n", ("1:1",), dialect="mkdocs"),
            Example("<div>\n\n- One.\n\n</div>\n", "<div>\n\n- Ett.\n\n</div>\n", dialect="mkdocs"),
        ),
    ),
    "tag-unclosed": Doc(
        "The browser mends it somehow; where pages are MDX they do not build, so there it is an error.",
        (
            Example("## One\n\n<!-- a note -->\n\nTwo.\n", "## Ett\n\n<!-- en not ->\n\nTvå.\n", ("3:1",)),
            Example(
                "## One\n\n<!-- a note -->\n\nTwo.\n\n<!-- b -->\n\n## Three\n",
                "## Ett\n\n<!-- en not\n\nTvå.\n\n<!-- b -->\n\n## Tre\n",
                ("3:1",),
                note="It ends where the next one does.",
            ),
            Example(
                "One <!-- a note --> is here.\n\nTwo.\n",
                "Ett <!-- en not -> är här.\n\nTvå.\n",
                ("1:5",),
                note="It is shown.",
            ),
            Example("One.\n\nTwo.\n", "Ett.\n\n<!-- en not\növer två rader -->\n\nTvå.\n"),
            Example("One.\n\n`<!--`\n\nTwo.\n", "Ett.\n\n`<!--`\n\nTvå.\n"),
            Example(
                "<a style={{ margin: 0 }}>\n  <p style={{ margin: 0 }}>Get it</p>\n</a>\n",
                "<a style={{ margin: 0 }}>\n  <p style={{ margin: 0 }}>Hämta den\n</a>\n",
                ("2:3",),
                dialect="mdx",
                note="A style in two pairs of braces.",
            ),
            Example("One <b>text</b> here.\n", "Satu <b>teks di sini.\n", ("1:6",), "id"),
            Example("Save <T>it</T> now.\n", "Enregistrez</T> <T>maintenant.\n", ("1:12",), "fr", "mdx"),
            Example("One.\n", "<div dir='rtl' markdown>\n\nEtt.\n\n</div>\n", dialect="mkdocs"),
            Example("One.\n", "<div dir='rtl' markdown>\n\nEtt.\n", ("1:1",), dialect="mkdocs"),
            Example(
                "<div>\n<i>1</i>\n</div>\n\nOne.\n\n<div>\n<i>2</i>\n</div>\n",
                "<div markdown>\n<i>1</i>\n</div>\n\nEtt.\n\n<div markdown>\n<i>2</i>\n\n",
                ("7:1",),
                dialect="mkdocs",
                note="The one that stays open, and none of those that are closed in another block.",
            ),
            Example(
                "<x-a markdown>\n\nOne.\n\n</x-a>\n\n<x-ab>\n\nTwo.\n\n</x-ab>\n",
                "<x-a markdown>\n\nEtt.\n\n<x-ab>\n\nTvå.\n\n</x-ab>\n",
                ("1:1",),
                dialect="mkdocs",
            ),
            Example("See `A`.\n", "Se `A`.</p>\n", ("1:8",)),
            Example(
                "<div>\n<p>One.</p>\n</div>\n",
                "<div>\n\n<p>Ett.</p>\n</div>\n",
                note="What is opened in one block is closed in another.",
            ),
            Example(
                "<details>\n\nOne.\n\n</details>\n",
                "<details>\n\nEtt.\n\n</details>\n",
                note="Open across blocks, as in the source.",
            ),
            Example("<details>\n\nOne.\n\n</details>\n", "<details>\n\nEtt.\n", ("1:1",)),
            Example("<details>\n\nOne.\n", "<details>\n\nEtt.\n", note="Never closed in the source, too."),
            Example("<Steps>\n\nOne.\n\n</Steps>\n", "<Steps>\n\nEtt.\n", ("1:1",), note="A theme's component."),
            Example("One.\n\nTwo.\n", "<Namn>\n\nEtt.\n\nTvå.\n", note="No name that the source has."),
            Example(
                "<Steps>\n\nOne.\n\n</Steps>\n\nSome days.\n",
                "<Steps>\n\nEtt.\n\n</Steps>\n\nNågra <Dagar>.\n",
                note="A word in brackets.",
            ),
        ),
    ),
    "tag-shown": Doc(
        "It was escaped or torn, so the reader sees its angle brackets.",
        (
            Example(
                "<a style={{ margin: 0 }}>\n  <p style={{ margin: 0 }}>Get it</p>\n</a>\n",
                "<a style={{ margin: 0 }}>\n  &lt;p style={{ margin: 0 }}&gt;Hämta den</p>\n</a>\n",
                ("2:3",),
                dialect="mdx",
            ),
            Example("Press <kbd>Ctrl</kbd> now.\n", "Pulse &lt;kbd&gt;Ctrl&lt;/kbd&gt; ahora.\n", ("1:7",), "es"),
            Example("Press <kbd>Ctrl</kbd> now.\n", "Pulse <kbd>Ctrl</ kbd> ahora.\n", ("1:16",), "es"),
            Example("Press <kbd>Ctrl</kbd> now.\n", "Pulse ＜kbd＞Ctrl＜/kbd＞ ahora.\n", ("1:7",), "es"),
            Example("Press <kbd>Ctrl</kbd> now.\n", "Pulse `<kbd>Ctrl</kbd>` ahora.\n", ("1:8",), "es"),
            Example("Use <code>a</code> now.\n", "Use `a` ahora.\n", locale="es", note="Markdown instead of tags."),
            Example(
                "{{<note>}}\nUse it now.\n{{</note>}}\n",
                "{{< note >}}\nUse ahora.\n{{< /note >}}\n",
                locale="es",
                dialect="hugo",
                note="A shortcode.",
            ),
            Example(
                "Write &lt;kbd&gt; for a key.\n",
                "Escriba \\<kbd> para una tecla.\n",
                locale="es",
                note="Text on both sides.",
            ),
        ),
    ),
    "tag-swallowed": Doc(
        "The source escapes it (`\\<name>`, `&lt;name&gt;`) or has it in code.",
        (
            Example("Type &lt;word&gt; here.\n", "Ierakstiet <vārds> šeit.\n", ("1:12",), "lv", "mkdocs"),
            Example(
                "Type &lt;word&gt; here.\n",
                "Ierakstiet <vārds> šeit.\n",
                locale="lv",
                note="Shown: a tag has ASCII letters.",
            ),
            Example("Type \\<name> here.\n", "Skriv <namn> här.\n", ("1:7",)),
            Example("Type \\<name> here.\n", "Skriv \\<namn> här.\n"),
            Example("Type <name> here.\n", "Skriv <namn> här.\n", note="Swallowed in the source, too."),
        ),
    ),
    "tag-mdx": Doc(
        "`<br>` needs its slash, `<` before a digit must be escaped, an HTML comment is `{/* ... */}`. Told where the source does "
        "without, and in MDX only.",
        (
            Example(
                "Run it.\n\nSave it.\n",
                "Kör.\n\n{/* Senare:\n<!-- <b> --> */}\n\nSpara.\n",
                dialect="mdx",
                note="In a comment anything may stand.",
            ),
            Example("Run it.\n\nSave it.\n", "Kör.\n\n<!-- Senare -->\n\nSpara.\n", ("3:1",), dialect="mdx"),
            Example(
                '<Tab title="Rules">\n\nRun it.\n\n</Tab>\n',
                '<Tab title="Till "regler"">\n\nKör.\n\n</Tab>\n',
                ("1:18",),
                dialect="mdx",
            ),
            Example(
                'Use <Icon label="A map" /> here.\n', "Använd <Icon label=”Karta” /> här.\n", ("1:14",), dialect="mdx"
            ),
            Example(
                'Use <Icon label="A map" /> here.\n',
                "Använd <Icon label='En \"karta\"' /> här.\n",
                dialect="mdx",
                note="A quotation in a quotation.",
            ),
            Example(
                'Use <Icon label="A map" style={{ a: "b" }} /> here.\n',
                'Använd <Icon label="Karta" style={{ a: "b" }} /> här.\n',
                dialect="mdx",
            ),
            Example("Up to \\<5 and `<!-- x -->`.\n", "Upp till <5 och `<!-- x -->`.\n", ("1:10",), dialect="mdx"),
            Example("{/* a note */}\n\nText.\n", "{/* en not *}\n\nText.\n", ("1:1",), dialect="mdx"),
            Example("One.<br/>Two.\n", "Ett.<br>Två.\n", ("1:5",), dialect="mdx"),
            Example("Up to 5 users.\n", "<5 användare.\n", ("1:1",), dialect="mdx"),
            Example("{/* a note */}\n\nText.\n", "<!-- en not -->\n\nText.\n", ("1:1",), dialect="mdx"),
            Example("One.<br/>Two.\n", "Ett.<br>Två.\n", note="Not in MDX."),
            Example("One.<br/>Two.\n", "Ett.<br></br>Två.\n", dialect="mdx"),
            Example("A < b.\n", "A < b.\n", dialect="mdx"),
            Example("At https://x.example/a now.\n", "På <https://x.example/a> nu.\n", ("1:4",), dialect="mdx"),
            Example("At https://x.example/a now.\n", "På <https://x.example/a> nu.\n"),
            Example("See [it](https://x.example/b_(c)).\n", "Se [den](<https://x.example/b_(c)>).\n", dialect="mdx"),
        ),
    ),
}
