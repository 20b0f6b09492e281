"""Code: blocks equal but for comments, fences that close: why, and examples."""

from __future__ import annotations

from facingpages.rules.doc import Doc, Example
from facingpages.rules.docs.laid_out import LAID_OUT
from facingpages.rules.docs.own_things import COLOURED, SAID

DOCS = {
    "code-block": Doc(
        "Comments may be translated, and so may words for people: strings that are a text and its translation, text between "
        "tags, the prose of Markdown and of markup. Where only a name between quotes differs it is a warning, and in a block of "
        "output (no language, `text`, `console`, diagrams) for information, as are values in words of another script. How lines are indented is told where a program reads it (Python, YAML, Makefiles and others): "
        "not how far, but which line belongs to which. Blanks more or fewer where some stand in a block of a shell are for information.",
        (
            Example(
                "```sql\nSELECT * FROM a WHERE b = 'c';\n```\n",
                "```sql\nSELECT * FROM a WHERE b = ’c’;\n```\n",
                ("2:1",),
            ),
            Example("```py\na = b * c\n```\n", "```py\na = b * d\n```\n", ("2:1",), note="It multiplies."),
            Example("```c\n/* One\n * and two */\na();\n```\n", "```c\n/* Ett\n * och två */\na();\n```\n"),
            Example("```sh\nnpm run a -- --watch\n```\n", "```sh\nnpm run a -- --titta\n```\n", ("2:1",)),
            Example("```sql\nSELECT 1 -- as it is\n```\n", "```sql\nSELECT 1 -- som det är\n```\n"),
            Example("```tex\na = 1 % set it now\n```\n", "```tex\na = 1 % sätt det nu\n```\n"),
            Example("```py\na = 7 % 3\n```\n", "```py\na = 7 % 4\n```\n", ("2:1",)),
            Example(
                "```sh\na && b\n```\n", "```sh\na &amp;&amp; b\n```\n", ("2:1",), note="Code shows it as it is written."
            ),
            Example("```sh\ngrep '\\(a\\)'\n```\n", "```sh\ngrep '(a)'\n```\n", ("2:1",)),
            Example("```sh\nopen a.com/en/x\n```\n", "```sh\nopen a.com/sv/x\n```\n", note="Its own locale."),
            Example(
                "```sh\n$ run  -v\n->  0x50 <+0>:  pushq\n```\n",
                "```sh\n$ run -v\n-> 0x50 <+0>: pushq\n```\n",
                ("3:1",),
                note="Columns of what was printed: for information.",
            ),
            Example("```sh\necho 'a  b'\n```\n", "```sh\necho 'a b'\n```\n", ("2:1",)),
            Example("```sh\nrm -r /home\n```\n", "```sh\nrm -r / home\n```\n", ("2:1",)),
            Example(
                "```js\nget(() => {\n  a();\n}, () => {\n  b();\n});\n```\n",
                "```js\nget(() => {\n  a();\n}, () => {\n  a();\n});\n```\n",
                ("5:3",),
                note="The second of two lines that read the same.",
            ),
            Example(
                "```ts\nexport { message, modal };\n```\n",
                "```ts\nexport { modal, message };\n```\n",
                note="The same names of a module, in another order.",
            ),
            Example("```ts\nexport { message, modal };\n```\n", "```ts\nexport { modal, messages };\n```\n", ("2:1",)),
            Example(
                "```lua\nf(function(t) g({n=1}) end)\n```\n",
                "```lua\nf(function (t) g({n = 1}) end)\n```\n",
                note="Layout.",
            ),
            Example("```sh\nN=1 f\n```\n", "```sh\nN = 1 f\n```\n", ("2:1",)),
            Example(
                "```sql\nSELECT a,-- All of them\n  b;\n```\n",
                "```sql\nSELECT a,-- Alla\n  b;\n```\n",
                note="A comment, without a blank before it.",
            ),
            Example(
                "```sql\n--Make it new\nSELECT a;\n```\n",
                "```sql\n--创建\nSELECT a;\n```\n",
                locale="zh",
                note="No option has such letters.",
            ),
            Example("```sql\nSELECT a,-- All\n  b;\n```\n", "```sql\nSELECT c,-- Alla\n  b;\n```\n", ("2:1",)),
            Example(
                "```js\n// highlight-next-line\nrun(); // first\n```\n",
                "```js\n// markera-nästa-rad\nrun(); // först\n```\n",
                ("3:1",),
            ),
            Example(
                "```js\n// highlight-next-line\nrun(); // first\n```\n",
                "```js\n// highlight-next-line\nrun(); // först\n```\n",
            ),
            Example(
                "```lua\nf(1)\n\u00a0g(2)\n```\n", "```lua\nf(1)\n g(2)\n```\n", note="The source has a no-break space."
            ),
            Example("```ini\nlang = en\n```\n", "```ini\nlang = sv\n```\n", note="The page's own language."),
            Example("```ini\nlang = en\n```\n", "```ini\nlang = de\n```\n", ("2:1",)),
            Example('```py\nif a == "Bob": go()\n```\n', '```py\nif a == "Боб": go()\n```\n', locale="ru"),
            Example('```css\na { content: "Note: " }\n```\n', '```css\na { content: "Nota: " }\n```\n', locale="pt"),
            Example('```css\na { font: "Note" }\n```\n', '```css\na { font: "Nota" }\n```\n', ("2:1",), locale="pt"),
            Example('```py\nprint("hi")\n```\n', '```py\nprint("hej")\n```\n', note="A word for people."),
            Example('```py\nopen("in")\n```\n', '```py\nopen("ut")\n```\n', ("2:1",)),
            Example(
                '```json\n"Model: A 1\\nPrice: 4299 yuan"\n```\n',
                '```json\n"型号: A 1\\n价格: 4299元"\n```\n',
                locale="zh",
                note="A text of several lines in a string.",
            ),
            Example(
                "```yaml\nprice: 9999 yuan\n```\n", "```yaml\nprice: 9999元\n```\n", locale="zh", note="An amount, too."
            ),
            Example("```yaml\nprice: 9999 yuan\n```\n", "```yaml\nprice: 999元\n```\n", ("2:1",), locale="zh"),
            Example(
                "```{eval-rst}\n.. code-tab:: python Pure style\n```\n",
                "```{eval-rst}\n.. code-tab:: python Ren stil\n```\n",
            ),
            Example(
                "```{eval-rst}\n.. code-tab:: python Pure style\n```\n",
                "```{eval-rst}\n.. code-tab:: pyton Ren stil\n```\n",
                ("2:1",),
            ),
            Example(
                "```js\nimport W from 'ws';\nsay('the address of the server');\n```\n",
                '```js\nimport W from "ws";\nsay("serverns adress här");\n```\n',
                ("2:1",),
                note="Other quotes, and a text in them: for information.",
            ),
            Example(
                "```sh\nget YOUR_HOST:YOUR_PORT\n```\n",
                "```sh\nget DIN_VÄRD:DIN_PORT\n```\n",
                note="Places for the reader's own words.",
            ),
            Example(
                "```{figure} a.png\n:alt: The map\n\nAll of it.\n```\n",
                "```{figure} a.png\n:alt: Kartan\n\nAllt av den.\n```\n",
                note="Texts of a directive of MyST.",
            ),
            Example(
                "```{figure} a.png\n:align: left\n\nAll of it.\n```\n",
                "```{figure} a.png\n:align: vänster\n\nAllt av den.\n```\n",
                ("2:1",),
            ),
            Example(
                "```sh\nget [host] <name>\n```\n", "```sh\nget [värd] <namn>\n```\n", note="How a command is called."
            ),
            Example("```sh\nget [host] <name>\n```\n", "```sh\nhämta [värd] <namn>\n```\n", ("2:1",)),
            Example("```sh\nget YOUR_HOST\n```\n", "```sh\nget YUOR_HOST\n```\n", ("2:1",)),
            Example(
                "```sh\nget YOUR_HOST\nput YOUR_HOST\n```\n", "```sh\nget DIN_VÄRD\nput a.example\n```\n", ("3:1",)
            ),
            Example(
                "```js\nconst text =\n  'Take your time.';\nrun();\n```\n",
                "```js\nconst text = 'Ta god tid på dig.';\nrun();\n```\n",
                note="A long string on a line of its own.",
            ),
            Example(
                "```js\nconst text =\n  'Take your time.';\nrun();\n```\n",
                "```js\nconst texts = 'Ta god tid.';\nrun();\n```\n",
                ("2:1",),
            ),
            Example(
                "```vue\n<p>All {{ count }} of them</p>\n```\n",
                "```vue\n<p>Alla {{ count }} stycken</p>\n```\n",
                note="Words around what is set in.",
            ),
            Example(
                "```vue\n<p>All {{ count }} of them</p>\n```\n",
                "```vue\n<p>Alla {{ antal }} stycken</p>\n```\n",
                ("2:1",),
            ),
            Example(
                "```jsx\n<h1>{title} by {author}</h1>\n```\n",
                "```jsx\n<h1>{title} av {author}</h1>\n```\n",
                note="Words between what is set into a tag.",
            ),
            Example(
                "```jsx\n<h1>{title} by {author}</h1>\n```\n",
                "```jsx\n<h1>{titel} av {author}</h1>\n```\n",
                ("2:1",),
            ),
            Example(
                "```js\nsay(`Hello, ${name}!`)\n```\n",
                "```js\nsay(`Hola, ${name}!`)\n```\n",
                locale="es",
                note="A greeting.",
            ),
            Example("```js\nsay(`Hello, ${name}!`)\n```\n", "```js\nsay(`Hola, ${nombre}!`)\n```\n", ("2:1",), "es"),
            Example(
                "```js\ncount = 1;\nlog(count);\nuse(count);\n```\n",
                "```js\nantal = 1;\nlog(antal);\nuse(antal);\n```\n",
                ("2:1",),
                note="Another name everywhere: a warning.",
            ),
            Example(
                "```bash\nUsage: run [options]\n\n  -w, --watch  Build it anew on a change\n```\n",
                "```bash\nUsage: run [options]\n\n  -w, --watch  Bygg om vid ändring\n```\n",
                note="What a program tells of itself.",
            ),
            Example("```sh\naz login --tenant x\n```\n", "```sh\naz login --tennant x\n```\n", ("2:1",)),
            Example(
                "```sh\nrun <service name> now\n```\n",
                "```sh\nrun <サービス名> now\n```\n",
                locale="ja",
                note="A place for the reader's own word.",
            ),
            Example("```sh\nrun <service name> now\n```\n", "```sh\nrun サービス名 now\n```\n", ("2:1",), "ja"),
            Example("```sh\nchown <user name> a\n```\n", "```sh\nchown <nom d'utilisateur> a\n```\n", locale="fr"),
            Example("```sh\nchown <user name> a\n```\n", "```sh\nchown <nom d'utilisateur> b\n```\n", ("2:1",), "fr"),
            Example("```\n{{</* note */>}}\n```\n", "```\n{{< note >}}\n```\n", ("2:1",), dialect="hugo"),
            Example(
                "```jsx\n<A b={1} />\n```\n",
                "```jsx\n<A b={1}/>\n```\n",
                dialect="mdx",
                note="A blank before the end of a tag.",
            ),
            Example(
                "```js\nlog(`Hi ${a}, go on`)\n```\n",
                "```js\nlog(`Hej ${a}, gå vidare`)\n```\n",
                note="Words around what is set in.",
            ),
            Example("```js\nlog(`Hi ${a}, go on`)\n```\n", "```js\nlog(`Hej ${b}, gå vidare`)\n```\n", ("2:1",)),
            Example(
                "```py\n# add funds\nadd(5)\n```\n",
                "```py\n# lägg till medel\nadd(5)\n```\n",
                note="A translated comment.",
            ),
            Example(
                "```js\nbuild({ title: 'My credits' })\n```\n",
                "```js\nbuild({ title: 'Mina krediter' })\n```\n",
                note="A translated title.",
            ),
            Example(
                "```js\nbuild({ title: 'My credits' })\n```\n",
                "```js\nbuild({ titel: 'Mina krediter' })\n```\n",
                ("2:1",),
            ),
            Example(
                "```sh\ncurl x/[app id]/<your-name>\n```\n",
                "```sh\ncurl x/[app-id]/<ditt-namn>\n```\n",
                note="Places for the reader's own words.",
            ),
            Example("```console\n$ pip install\n```\n", "```console\n$ pip\u00a0install\n```\n", ("2:1",)),
            Example("```sh\nrun x[a]\n```\n", "```sh\nrun x[b]\n```\n", ("2:1",)),
            Example(
                "{% highlight rb %}\n# First\nputs a\n{% endhighlight %}\n",
                "{% highlight rb %}\n# Först\nputs a\n{% endhighlight %}\n",
                note="Code between the tags of Jekyll.",
            ),
            Example(
                "{% highlight rb %}\nputs a\n{% endhighlight %}\n",
                "{% highlight rb %}\nputs b\n{% endhighlight %}\n",
                ("2:1",),
            ),
            Example('```json\n{ "name": "x" }\n```\n', '```json\n{ "όνομα": "x" }\n```\n', ("2:1",), locale="el"),
            Example(
                '```json\n{ "name": "The first of all" }\n```\n',
                '```json\n{ "name": "Den första av alla" }\n```\n',
                note="A text behind a key in quotes.",
            ),
            Example(
                "```yaml\nhero:\n  text: Words for all readers\n```\n",
                "```yaml\nhero:\n  text: Ord för alla läsare\n```\n",
                note="A text behind a key.",
            ),
            Example(
                "```ts\ntype Data = {\n  count: number;\n};\nlog('Done now');\n```\n",
                "```ts\ntype Data = {\n  antal: number;\n};\nlog('Klart nu')\n```\n",
                ("3:3",),
                note="A name that the example gives its own thing, for information; a semicolon that a script may lack.",
            ),
            Example("```ts\nlog(count);\n```\n", "```ts\nlog(antal);\n```\n", ("2:1",)),
            Example(
                "```jsx\n<p>\n  Submit\n</p>\n```\n", "```jsx\n<p>\n  Skicka\n</p>\n```\n", note="Text between tags."
            ),
            Example(
                "```js\nload('de', {})\n```\n", "```js\nload('sv', {})\n```\n", note="The page's own locale as example."
            ),
            Example("```js\nload('de', {})\n```\n", "```js\nload('fr', {})\n```\n", ("2:1",)),
            Example("```css\n.a--b {\n```\n", "```css\n.a --b {\n```\n", ("2:1",)),
            *LAID_OUT,
            Example("```yaml\nname: hello_world\n```\n", "```yaml\nname: my_pkg\n```\n", ("2:1",)),
        ),
    ),
    "code-missing": Doc(
        "Told where it should have stood. For information where a line that sets it in has its place; a warning where other code has.",
        (Example("Run:\n\n```sh\naz login\n```\n\nThen wait.\n", "Kör:\n\nVänta sedan.\n", ("3:1",)), *SAID),
    ),
    "code-extra": Doc(
        "Sometimes text that was indented too far. For information where the source has a line that sets in code from a file.",
        (Example("Run.\n\nThen wait.\n", "Kör.\n\n```sh\naz login\n```\n\nVänta sedan.\n", ("3:1",)),),
    ),
    "code-language": Doc(
        "What stands behind the fence chooses the highlighting, and often tabs, titles and tests. Where it was added, or is "
        "another name of the same language, or one that reads it, it is for information: the code is coloured otherwise.",
        (
            Example("```sh\naz login\n```\n", "```bash\naz login\n```\n", ("1:1",)),
            Example("```\naz login\n```\n", "```sh\naz login\n```\n", ("1:1",), note="Added: for information."),
            *COLOURED,
            Example("```{image} map.png\n```\n", "```{image} karta.png\n```\n", ("1:1",), note="What it shows."),
            Example("```\nOK\n```\n", "```text\nOK\n```\n", note="Plain text either way."),
            Example('```py hl_lines="2 3"\na\nb\nc\n```\n', '```py hl_lines="2 4"\na\nb\nc\n```\n', ("1:1",)),
            Example('```js {2,3} title="A"\na\nb\n```\n', '```js title="B" {2,3}\na\nb\n```\n'),
        ),
    ),
    "code-fence": Doc(
        "Everything behind it is code. Told on the source if it is the same there. In MkDocs also a fence that none of the "
        "extensions of Python-Markdown takes for one: a line of its code stands further left.",
        (
            Example("```sh\naz login\n```\n\nThen wait.\n", "```sh\naz login\n\nVänta sedan.\n", ("1:1",)),
            Example("```sh\nls\n```\n", " ```sh\nls\n ```\n", ("1:2",), dialect="mkdocs"),
            Example("```sh\nls\n```\n", " ```sh\n ls\n ```\n", dialect="mkdocs", note="As far as its fence."),
        ),
    ),
}
