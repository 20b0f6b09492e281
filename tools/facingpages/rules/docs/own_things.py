"""Examples of what in code is a reader's own: places to fill in, the language of the page."""

from __future__ import annotations

from facingpages.rules.doc import Doc, Example

DOCS: dict[str, Doc] = {}  # they belong to the rule about blocks of code
ANSWER = '```json\n{{"title": "{0}", "body": "{0}", "pages": {1}}}\n```\n'
RUN = "```sh\nhaul --to {0} --as {1} --level {2}\n```\n"
SITE = "```js\nstart({{ lang: '{0}', files: ['words.{1}.json', 'words.fr.json'] }});\n```\n"
ROOT = "```console\n{0} make install\ndone\n```\n"

TALK = "```js\nx.on('{0}', () => say(`{1}`));\n```\n"
LANGUAGES = "```{0}\nrun(1);\n```\n"
HEARD = "It says:\n\n```{0}\n{1}\n```\n\n## {2}\n\n```ts\nx.load({{ n: 10 }});\n```\n"

COLOURED = (
    Example(LANGUAGES.format("Go"), LANGUAGES.format("go"), ("1:1",), note="In other letters: for information."),
    Example(
        LANGUAGES.format("text"), LANGUAGES.format("json"), ("1:1",), note="Where there was none: for information."
    ),
    Example(LANGUAGES.format("ts"), LANGUAGES.format("tsx"), ("1:1",), note="That reads it, too: for information."),
    Example(LANGUAGES.format("ts"), LANGUAGES.format("yaml"), ("1:1",)),
)
SAID = (
    Example(
        HEARD.format("", "Hi there!", "More"), HEARD.format("", "¡Hola!", "Más"), locale="es", note="What it says."
    ),
    Example(HEARD.format("", "x = 1", "More"), HEARD.format("", "y > 2", "Más"), locale="es", note="It is paired."),
)

FILL = "```sh\ncp {0}/list.txt https://{1}/in --mail {2}\n```\n"
ENGLISH = FILL.format("/path/to", "my-server", "your_name@example.com")
PLAIN = "{0}:\n\n```\nrtsp://{1}:{2}@host/\n```\n"

LOGIN = "```yaml\nauth:\n  user: {0}\n  {1}: {2}\n```\n"
NOTICE = "```yaml\nevents:\n  - title: {0}\n    msg: |\n      {1}\n      {2}: {{{{ .load }}}} kW\n    mode: {3}\n```\n"
CHARGING = NOTICE.format(
    '"main line"', "{{.car}} is charged by {{.place}} in {{ .mode | upper }} mode.", "Battery", "fast"
)

OWN_THINGS = (
    Example(LOGIN.format("<user>", "key", "<key>"), LOGIN.format("<Benutzer>", "key", "<Schlüssel>"), locale="de"),
    Example(
        LOGIN.format("<user>", "key", "<key>"), LOGIN.format("<Benutzer>", "taste", "<key>"), ("4:3",), locale="de"
    ),
    Example(LOGIN.format("a", "<field>", "b"), LOGIN.format("a", "<Feld>", "b"), locale="de"),
    Example(LOGIN.format("a", "<field>", "b"), LOGIN.format("a", "Feld", "b"), ("4:3",), locale="de"),
    Example(
        CHARGING,
        NOTICE.format("Hauptleitung", "{{.place}} lädt {{.car}} im Modus {{ .mode | upper }}.", "Batterie", "fast"),
        locale="de",
        note="A text below its key, in which the same is put; and one that needs no quotes.",
    ),
    Example(
        CHARGING,
        NOTICE.format("Hauptleitung", "{{.place}} lädt {{.auto}} im Modus {{ .mode | upper }}.", "Batterie", "fast"),
        ("5:7",),
        locale="de",
    ),
    Example(
        CHARGING,
        NOTICE.format("Hauptleitung", "{{.place}} lädt {{.car}} im Modus {{ .mode | upper }}.", "Batterie", "schnell"),
        ("7:5",),
        locale="de",
    ),
    Example(ENGLISH, FILL.format("/pfad/zu", "MEINSERVER", "ihr_name@beispiel.de"), locale="de", note="To fill in."),
    Example(
        ENGLISH, FILL.format("/chemin/vers", "monserveur.fr", "votre_nom@exemple.fr"), locale="fr", note="As well."
    ),
    *(
        Example(f"```sh\nping {one}\n```\n", f"```sh\nping {two}\n```\n", finds, "pt")
        for one, two, finds in (
            ("https://yourdomain.com:8080", "https://seudominio.com:8080", ()),
            ("https://yourdomain.com:8080", "https://yourdomian.com:8080", ("2:1",)),
            ("www.mysite.com", "www.meusite.com.br", ()),
            ("www.mysite.com", "www.mysiet.com", ("2:1",)),
            ("api.mysql.com", "api.postgres.com", ("2:1",)),
            (
                "serve <Desired name of it> --at <Path to the box>",
                "serve <Nome que deseja> --at <Caminho da caixa>",
                (),
            ),
            (
                "serve <Desired name of it> --at <Path to the box>",
                "serve <Nome que deseja> --in <Caminho da caixa>",
                ("2:1",),
            ),
        )
    ),
    Example(ENGLISH, FILL.format("/pat/to", "my-server", "your_name@example.com"), ("2:1",), "de"),
    Example(ENGLISH, FILL.format("/pfad", "my-server", "your_name@example.com"), (), "de", note="One folder."),
    Example(ENGLISH, FILL.format("/path/to", "localhost", "your_name@example.com"), ("2:1",), "de"),
    Example(ENGLISH, FILL.format("/path/to", "my-sever", "your_name@example.com"), ("2:1",), "de"),
    Example(ENGLISH, FILL.format("/path/to", "my-server", "your_name@exampel.com"), ("2:1",), "de"),
    Example(ENGLISH, FILL.format("/path/to", "my-server", "your_name@beispel.de"), ("2:1",), "de"),
    Example(
        ENGLISH,
        FILL.format("/pfad/zu", "my-server", "your_name@example.com").replace("--mail", "-mail"),
        ("2:1",),
        "de",
    ),
    Example(
        PLAIN.format("The username and the password", "username", "password"),
        PLAIN.format("Identifiant et motdepasse", "identifiant", "motdepasse"),
        ("4:1",),
        "fr",
        note="Words that both pages say plainly: for information.",
    ),
    Example(
        "```yml\nlocale: en-US\n```\n", "```yml\nlocale: zh-CN\n```\n", locale="zh", note="Of the page's language."
    ),
    Example("```yml\nlocale: en-US\n```\n", "```yml\nlocale: de-AT\n```\n", ("2:1",), locale="zh"),
    Example("```sh\nget <your-ip>/a\n```\n", "```sh\nget {din ip}/a\n```\n", note="A place in other brackets."),
    Example("```js\nget <your-ip>/a\n```\n", "```js\nget {din ip}/a\n```\n", ("2:1",)),
    Example(
        "```js\nconst a = {\n  x: [{n: 'A', s: 'B'}, {n: 'C', s: 'D'}],\n};\nb('c', a, {d: {'e-f': 'G'}}\n);\n```\n",
        '```js\nconst a = {\n  x: [\n    { n: "A", s: "B" },\n    { n: "C", s: "D" },\n  ],\n};\nb("c", a, {\n  d: { "e-f": "G" },\n});\n```\n',
        ("4:5",),
        note="Other quotes, laid out otherwise: for information.",
    ),
    Example("```twig\n{% dump %} {# all of it #}\n```\n", "```twig\n{% dump %} {# allt #}\n```\n", note="A comment."),
    Example("```twig\n{% dump %} {# all of it #}\n```\n", "```twig\n{% dmp %} {# allt #}\n```\n", ("2:1",)),
    Example(
        TALK.format("hello", "Bye"),
        TALK.format("bonjour", "Bye"),
        ("2:1",),
        "fr",
        note="What an example is called: for information.",
    ),
    Example(TALK.format("connection", "Bye"), TALK.format("connect", "Bye"), ("2:1",), "fr"),
    Example(
        TALK.format("x", "connect ${id}"),
        TALK.format("x", "conectado ${id}"),
        ("2:1",),
        "es",
        note="A text around what is put in: for information.",
    ),
    Example(TALK.format("x", "connect ${id}"), TALK.format("x", "conect ${id}"), ("2:1",), "es"),
    Example(
        TALK.format("x", "Goodbye :)"), TALK.format("x", "Hasta luego :)"), ("2:1",), "es", note="For information."
    ),
    Example(TALK.format("x", "Goodbye :)"), TALK.format("x", "Godbye :)"), ("2:1",), "es"),
    Example(
        TALK.format("x", "error status (code=err)"),
        TALK.format("x", "错误状态 (code=err)"),
        ("2:1",),
        "zh",
        note="Words with a name of the program: for information.",
    ),
    Example(TALK.format("x", "error status (code=err)"), TALK.format("x", "错误状态 (cod=err)"), ("2:1",), "zh"),
    Example(
        "```js\nx = a ? 'show' : 'hide';\n```\n", "```js\nx = a ? '显示' : '隐藏';\n```\n", locale="zh", note="No key."
    ),
    Example(ANSWER.format("<string>", 3), ANSWER.format("<cadena>", 3), locale="es", note="A place to fill in."),
    Example(ANSWER.format("<string>", 3), ANSWER.format("<cadena>", 8), ("2:1",), locale="es"),
    Example(ANSWER.format("<string>", 3), ANSWER.format("cadena", 3), ("2:1",), locale="es", note="That is none."),
    Example(RUN.format("<host>", "x.com/{name}", 2), RUN.format("<värd>", "x.com/{namn}", 2)),
    Example(RUN.format("<host>", "x.com/{name}", 2), RUN.format("<värd>", "x.com/{namn}", 3), ("2:1",)),
    Example(
        RUN.format("<host>", "${NAME}", 2), RUN.format("<värd>", "${NAMN}", 2), ("2:1",), note="A variable is none."
    ),
    Example(
        "```py\nurl = f'a/{lang}/b'\n```\n",
        "```py\nurl = f'a/{언어}/b'\n```\n",
        locale="ko",
        note="No program has such letters.",
    ),
    Example("```py\nurl = f'a/{lang}/b'\n```\n", "```py\nurl = f'a/{언어}/c'\n```\n", ("2:1",), locale="ko"),
    Example(SITE.format("en", "en"), SITE.format("zh-CN", "zh_CN"), locale="zh-CN", note="The language of the page."),
    Example(SITE.format("en", "en"), SITE.format("ja", "zh_CN"), ("2:1",), locale="zh-CN", note="Another one."),
    Example(SITE.format("en", "en"), SITE.format("zh-CN", "zh_CN").replace("files", "file"), ("2:1",), locale="zh-CN"),
    Example("```sh\n$ make a\n$ make b\n```\n", "```sh\nmake a\nmake b\n```\n", note="The sign before a command."),
    Example("```sh\nmake a\nmake b\n```\n", "```sh\n$ make a\n$ make b\n```\n"),
    Example("```sh\nmake a\nmake b\n```\n", "```sh\n$ make a\n$ make c\n```\n", ("3:1",)),
    Example(
        "```sh\n$ make a\nmade\n```\n", "```sh\nmake a\nmade\n```\n", ("2:1",), note="It parts it from what it prints."
    ),
    Example("```hs\n{- One\n and two -}\na = 1\n```\n", "```hs\n{- Ett\n och två -}\na = 1\n```\n", note="A comment."),
    Example("```hs\n{- One\n and two -}\na = 1\n```\n", "```hs\n{- Ett\n och två -}\na = 2\n```\n", ("4:1",)),
    Example("```rb\n=begin\nOne\n=end\na\n```\n", "```rb\n=begin\nEtt\n=end\na\n```\n"),
    Example("```rb\n=begin\nOne\n=end\na\n```\n", "```rb\n=begin\nEtt\n=end\nb\n```\n", ("5:1",)),
    Example("```md\n| A | B |\n|:--|--:|\n```\n", "```md\n| Hus | B |\n| :---- | --: |\n```\n", note="Its columns."),
    Example("```md\n| A | B |\n|:--|--:|\n```\n", "```md\n| Hus | B |\n| :---- | :-: |\n```\n", ("3:1",)),
    Example("```lua\nuse(\n<contents of a.lua>\n)\n```\n", "```lua\nuse(\n<det som står i a.lua>\n)\n```\n"),
    Example("```md\n## <title> of x\n<text>\n```\n", "```md\n## <タイトル> of x\n<説明>\n```\n", locale="ja"),
    Example(
        "```md\n<b>bold</b> and x\n```\n",
        "```md\n<太>太字</b> and x\n```\n",
        ("2:1",),
        locale="ja",
        note="It was a tag.",
    ),
    Example(
        '```js\nsay("Please come \\\nto us now");\nrun();\n```\n', '```js\nsay("Kom till oss nu, tack");\nrun();\n```\n'
    ),
    Example(ROOT.format("$"), ROOT.format("#"), note="Typed by another user."),
    Example(ROOT.format("$"), ROOT.format("#").replace("install", "instal"), ("4:4",)),
    Example(
        "```php\n'cert' => 'disk_path/server.pem',\n```\n",
        "```php\n'cert' => 'caminho_no_disco/server.pem',\n```\n",
        ("2:1",),
        locale="pt",
        note="A step of a path that is a reader's own: for information.",
    ),
    Example(
        "```php\n'cert' => 'components/server.pem',\n```\n",
        "```php\n'cert' => 'componentes_no/server.pem',\n```\n",
        ("2:1",),
        locale="pt",
    ),
    Example(
        "```html\nSlow mode: birds, fish and worms\n```\n",
        "```html\n1. 慢速模式支持鸟、鱼和虫。\n```\n",
        ("2:1",),
        locale="zh",
        note="No tag in it, so it is text: for information.",
    ),
    Example(
        "```html\n<bird-box>birds</bird-box>\n```\n", "```html\n<bird-bx>鸟</bird-bx>\n```\n", ("2:1",), locale="zh"
    ),
)
