"""Inline code: why, and examples."""

from __future__ import annotations

from facingpages.rules.doc import Doc, Example
from facingpages.rules.docs.code_words import WORDS

DOCS = {
    "code-span": Doc(
        "A name in backticks is what the reader types. An ending glued behind the span is fine, and so is repeating or "
        "leaving out a name that the block has anyway. "
        "For information where a reader can still find the name: its words are those of a button or an example and "
        "are translated, the text has them without backticks or a neighbour has the span; and where blocks beside it "
        "are left over, so that the pair may be none.",
        (
            *WORDS,
            Example(
                "Each `rails server` knows `ab.c`.\n",
                "Varje värd vet `ab.c`.\n",
                ("1:1",),
                note="That may be a command.",
            ),
            Example("With `the get API` of `a.b`.\n", "Med `get API` av `a.b`.\n", note="An article set as code."),
            Example("With `the get API` of `a.b`.\n", "Med `the set API` av `a.b`.\n", ("1:5",)),
            Example(
                "Each `team leader` knows `ab.c`: a leader of a team.\n",
                "Varje lagledare vet `ab.c`: ledare för ett lag.\n",
                ("1:1",),
                note="Words, for information.",
            ),
            Example(
                "Take `latitude`, that is `latittude` and `ab.c`.\n",
                "Ta `latitude`, det är `latitude` och `ab.c`.\n",
                ("1:23",),
                note="Mistyped in the source, for information.",
            ),
            Example("Call `remove(key).is_some()`, `a.b`.\n", "Anropa `remove(nyckel).is_none()`, `a.b`.\n", ("1:8",)),
            Example("Wrap it in `<Trans>` here.\n", "Lägg det i `&lt;Trans&gt;` här.\n", ("1:12",)),
            Example("Write `&lt;` here.\n", "Skriv `&lt;` här.\n"),
            Example("Is `sync` there? Run `sync` now.\n", "Finns `sync`? Kör nu `synca`.\n", ("1:22",)),
            Example("Is `sync` there? Run `sync` now.\n", "Finns `sync`? Kör det nu.\n", note="Said once."),
            Example("If `sync` is on, `sync` takes 4.\n", "Om `sync` är `sant` tas 4.\n", note="Another word."),
            Example(
                "The `.x` in **/etc/a**, each `.x`.\n", "De `.x` som finns i `/etc/a`.\n", note="Set in code here."
            ),
            Example("- `useMenu`\n- `left`\n", "- `UseMenu`\n- `Left`\n", ("1:3", "2:3")),
            Example("The `sync` of it.\n", "`Sync` av det.\n", note="A sentence begins with it."),
            Example(
                "Set it to `'Hi, '` now.\n",
                "Sätt den till `'Hi,'` nu.\n",
                ("1:15",),
                note="A blank at the end of a string belongs to it.",
            ),
            Example("Set it to `x( 'a' )` now.\n", "Sätt den till `x('a')` nu.\n", ("1:15",), note="For information."),
            Example(
                "Read {ref}`a` first; behind {ref}`it <a>` read {ref}`b`.\n",
                "Läs först {ref}`den <a>`, sedan {ref}`b`.\n",
                note="What roles are given is said once.",
            ),
            Example(
                "Write it in `markdown` or in `ejs`.\n",
                "用 Markdown 写，也可以用 EJS。\n",
                ("1:1", "1:1"),
                "zh",
                note="What is named in a capital, for information; what is not, as loudly as anywhere.",
            ),
            Example(
                "Call `redirect_hash` there.\n",
                "Anropa [redirect_hash](https://a.example/h) där.\n",
                ("1:9",),
                note="A link tells what it is: for information.",
            ),
            Example("Call `redirect_hash` there.\n", "Anropa redirect_hash där.\n", ("1:8",)),
            Example(
                "Set `one_a`, `two_b`, `three_c`, `four_d`.\n",
                "Sätt one_a, two_b, three_c, four_d.\n",
                ("1:6", "1:13", "1:20", "1:29"),
                note="Four that a block lost are one thing: the first is told, the others are for information.",
            ),
            Example("Set `one_a`, `two_b`, `three_c`.\n", "Sätt one_a, two_b, three_c.\n", ("1:6", "1:13", "1:20")),
            Example(
                'It parts the `"user interface"` and what is behind it.\n',
                "它将「用户界面」与其背后的内容分开。\n",
                ("1:1",),
                "zh",
                note="Words in quotation marks, set as code: for information.",
            ),
            Example(
                'It sets `"user_interface"` and what is behind.\n',
                "它设置「用户界面」及其背后的内容。\n",
                ("1:1",),
                "zh",
            ),
            Example(
                "| Name | Use |\n|---|---|\n| `model` | One |\n| `seed` | Two |\n| `steps` | Three |\n",
                "| 名称 | 用途 |\n|---|---|\n| `模型` | 一 |\n| `种子` | 二 |\n| `步数` | 三 |\n",
                ("3:3", "4:3", "5:3"),
                locale="zh",
                note="A warning for the first of a table, the others for information.",
            ),
            Example(
                "- `B` One\n- `B` Two\n- `B` Three\n- `B` Four\n",
                "- `N` Ett\n- `N` Två\n- `N` Tre\n- `N` Fyra\n",
                ("1:3", "2:3", "3:3", "4:3"),
                note="A letter that marks what is for beginners, the same everywhere: for information.",
            ),
            Example(
                "What the `TargetAllocator` is.\n\nSet to `false` now.\n\nThe `next` page.\n",
                "`targetAllocator` とは何か。\n\n`False` に設定。\n\n`Next` のページ。\n",
                ("1:1", "3:1"),
                "ja",
                note="A word may get a capital where a sentence begins, the value of a program may not.",
            ),
            Example("Run `az login` first.\n", "Kör `az loggin` först.\n", ("1:5",)),
            Example("Run `az login` first.\n", "Kör az login först.\n", ("1:5",)),
            Example(
                "Use no `unsafe` code, as `unsafe` is.\n\n`unsafe` is bad, so is `unsafe`.\n",
                "Använd ingen *unsafe* kod.\n\n*unsafe* är illa, så är *unsafe*.\n",
                ("1:15", "3:2", "3:26"),
                note="A word of a program in italics, all over the page: for information, and once in each place.",
            ),
            Example("Use no `to_do` code.\n", "Använd ingen *to_do* kod.\n", ("1:15",)),
            Example(
                "A C `enum` may be one.\n",
                "Une énumération de C peut en être une.\n",
                ("1:1",),
                locale="fr",
                note="What it is short for: for information.",
            ),
            Example("A C `enum` may be one.\n", "Une liste de C peut en être une.\n", ("1:1",), locale="fr"),
            Example("Take `Rc<_>s` here.\n", "Ta `Rc<_>` här.\n", note="Several of them."),
            Example("Take `Rcs` here.\n", "Ta `Rc` här.\n", ("1:4",)),
            Example("Use `a` and `b`.\n", "Använd `a och b`.\n", ("1:8",)),
            Example('Run `say "done"`.\n', "Kör `say ”klart”`.\n", ("1:5",)),
            Example(
                'Run `say "done"`.\n', 'Kör `say "klart"`.\n', ("1:5",), note="A text for people: for information."
            ),
            Example(
                "Write `YYYY-MM-DD`.\n",
                "Schreiben Sie `JJJJ-MM-TT`.\n",
                ("1:15",),
                locale="de",
                note="For information.",
            ),
            Example("Write `YYYY-MM-DD`.\n", "Schreiben Sie `TT.MM.JJJJ`.\n", ("1:15",), locale="de"),
            Example(
                "`{n, plural, one {# file} other {# files}}`\n",
                "`{n, plural, other {# 个文件}}`\n",
                ("1:1",),
                locale="zh",
                note="For information.",
            ),
            Example(
                "`{n, plural, one {# file} other {# files}}`\n",
                "`{m, plural, other {# 个文件}}`\n",
                ("1:1",),
                locale="zh",
            ),
            Example("The `Box layout`.\n", "`Box 布局`。\n", ("1:1",), locale="zh", note="For information."),
            Example("Run `az login`, `az push`.\n", "运行 `az 登录`、`az push`。\n", ("1:4",), locale="zh"),
            Example("Click `Submit`.\n", "Klicka på `Skicka`.\n", ("1:11",), note="A button: for information."),
            Example("The value is `Submit`.\n", "Värdet är `Skicka`.\n", ("1:11",)),
            Example("Use `a`/`b`.\n", "Använd `a/b`.\n", note="Two names in one."),
            Example("Set `${HOME}/a`.\n", "Ange `$ {HOME}/a`.\n", ("1:6",), note="A blank that tears a name apart."),
            Example(
                "Run `npm test`.\n",
                "`एनपीएम टेस्ट` चलाएँ।\n",
                ("1:1",),
                "hi",
                note="What is called in a shell is no text.",
            ),
            Example("The `flex layout`.\n", "`फ्लेक्स लेआउट`।\n", ("1:1",), "hi", note="For information."),
            Example("Run `ls --all`.\n", "Kör `ls -- all`.\n", ("1:5",)),
            Example("Write `a=1`.\n", "Skriv `a = 1`.\n", ("1:7",), note="A blank beside a sign: for information."),
            Example("The `token`s.\n", "`token`arna.\n", note="An ending."),
            Example('Get `{"ok":1}` back.\n', 'Få `{"ok": 1}` åter.\n', ("1:4",), note="A blank: for information."),
            Example(
                "Call `getPaths()` and `items`.\n",
                "Anropa `getPaths` och `item`.\n",
                ("1:8", "1:23"),
                note="Brackets and plurals: for information.",
            ),
            Example("Call `getPaths()` now.\n", "Anropa `getPath` nu.\n", ("1:8",)),
            Example(
                '`print "press a key"`\n',
                '`print "tryck en tangent"`\n',
                ("1:1",),
                note="Words in its strings: for information.",
            ),
            Example('`print "press a key"`\n', '`prinf "press a key"`\n', ("1:1",)),
            Example("Returns `false` now.\n", "今 false を返す。\n", ("1:3",), locale="ja"),
            Example("Returns `false` now.\n", "今falseを返す。\n", ("1:2",), locale="ja", note="No space needed."),
            Example(
                "- `date` (date: Day)\n",
                "- dagen (date: Day)\n",
                ("1:3",),
                note="It is lost, not bare: the other one is bare in the source.",
            ),
            Example(
                "It has `E1` and `E2`.\n\nAs `E3` has.\n",
                "Den har `E2`.\n\nSom `E3`, `E1`.\n",
                ("1:1",),
                note="In the next block: for information.",
            ),
            Example(
                "Register it by `app.use`, see [here](a.md).\n\n```\napp.use(Button);\n```\n",
                "Registrera den så här, se [här](a.md).\n\n```\napp.use(Button);\n```\n",
                ("1:1",),
                note="The code below says it: for information.",
            ),
            Example(
                "Register it by `app.use`, see [here](a.md).\n\n```\napp.mount(Button);\n```\n",
                "Registrera den så här, se [här](a.md).\n\n```\napp.mount(Button);\n```\n",
                ("1:1",),
            ),
            Example("Run `$ hexo clean`.\n", "Kör `hexo clean`.\n", ("1:5",), note="For information."),
            Example("See `/en/guides/a`.\n", "Se `/sv/guides/a`.\n", ("1:4",), note="For information."),
            Example("See `/en/guides/a`.\n", "Se `/sv/guides/b`.\n", ("1:4",)),
            Example(
                "`Page.parse(source)` tells.\n", "`Page.parse(text)` berättar.\n", ("1:1",), note="For information."
            ),
            Example("`Page.parse(source)` tells.\n", "`Page.tolka(text)` berättar.\n", ("1:1",)),
            Example(
                "The `suggest` (formerly `dead_end`) is there.\n",
                "Nu finns `suggest`, `suggest` och `suggest`.\n",
                ("1:1",),
                note="Said once more, a name stands for no other.",
            ),
            Example("Exchange `suggest` with `dead_end`.\n", "Byt `suggest` mot `suggest`.\n", ("1:19",)),
            Example("The dots (`...`) go on.\n", "Prickarna fortsätter.\n", ("1:1",), note="For information."),
            Example(
                "| `a1` | `b2` |\n|--|--|\n| `c3` | `d4` |\n",
                "| a1 | b2 |\n|--|--|\n| c3 | d4 |\n",
                ("1:3", "1:8", "3:3", "3:8"),
                note="A table that has none at all: from the third on for information.",
            ),
            Example(
                "Run `clone <your-name>`.\n", "Kör `clone <ditt-namn>`.\n", note="A place for the reader's own words."
            ),
            Example(
                "| a |\n| - |\n| `x \\| y` |\n",
                "| a |\n| - |\n| `x | y` |\n",
                dialect="mkdocs",
                note="Python-Markdown reads code first, then cells.",
            ),
            Example("Run `set=<a name>`.\n", "Kör `set=<名前>`.\n", note="The same."),
            Example("Pass `(pid` ) on.\n", "Skicka (`pid`) vidare.\n", note="The source's own slip, mended."),
            Example("Pass `a(pid)` on.\n", "Skicka `a(pid` vidare.\n", ("1:8",)),
            Example("Set it to `1`.\n", "Sätt den till 1.\n", ("1:1",), note="A lone sign: for information."),
            Example(
                "Click `Save`.\n\nThen `Close`.\n",
                "Klicka på `Spara`.\n\nSedan `Avsluta`.\n",
                ("1:11", "3:7"),
                note="Words on buttons, several on a page: for information.",
            ),
            Example("It returns `True`.\n", "Den returnerar `Sant`.\n", ("1:16",), note="Just one."),
            Example(
                "Set `/my-repo`.\n\n```js\ngo(); // to my-repo\n```\n",
                "Ange `/mitt-repo`.\n\n```js\ngo(); // till mitt-repo\n```\n",
                ("1:6",),
                note="As its own example has it: for information.",
            ),
            Example("Here `void *ret` is it.\n", "Här är void *ret den.\n", ("1:8",), note="No half of emphasis."),
            Example(
                "See `Priority interface`.\n",
                "见 `Priority 接口`。\n",
                ("1:3",),
                "zh",
                note="What it is: for information.",
            ),
            Example("See `Priority interface`.\n", "见 `Prority 接口`。\n", ("1:3",), "zh"),
            Example(
                "Open `Firewall` first.\n", "先打开“防火墙”。\n", ("1:1",), "zh", note="A button: for information."
            ),
            Example("Run `npm run build`.\n", "Kör `npm run bygg`.\n", ("1:5",), note="Half of a command."),
            Example(
                "It says `not found`.\n", "Det står `finns inte`.\n", ("1:10",), note="A message: for information."
            ),
            Example("See {ref}`the setup <set-up>`.\n", "Se {ref}`uppsättningen <set-up>`.\n", note="Words of a role."),
            Example("See {ref}`the setup <set-up>`.\n", "Se {ref}`uppsättningen <upp>`.\n", ("1:9",)),
            Example("See {term}`cache`.\n", "Se {term}`mellanlager`.\n", note="A role for people."),
            Example("Run `az login`.\n", "Kör `az\u00a0login`.\n", ("1:5",), note="A no-break space."),
            Example("Run `az\u00a0login`.\n", "Kör `az\u00a0login`.\n", note="As in the source."),
            Example('!!! tip "Use `a`"\n\n    Now.\n', '!!! tip "Med `b`"\n\n    Nu.\n', ("1:14",), dialect="mkdocs"),
            Example('!!! tip "Use `a`"\n\n    Now.\n', '!!! tip "Med `a`"\n\n    Nu.\n', dialect="mkdocs"),
        ),
    ),
}
