"""How lines of code are indented: examples."""

from __future__ import annotations

from facingpages.rules.doc import Doc, Example

DOCS: dict[str, Doc] = {}  # they belong to the rule about blocks of code
INDENTED = (
    Example(
        "```python\nfor a in b:\n    f(a)\n    g(a)\n```\n",
        "```python\nfor a in b:\n    f(a)\ng(a)\n```\n",
        ("4:1",),
        note="Indentation that means something.",
    ),
    Example(
        "```python\nfor a in b:\n    f(a)\n    g(a,\n      1)\n```\n",
        "- ```python\n  for a in b:\n    f(a)\n    g(a,\n        1)\n  ```\n",
        note="Narrower everywhere, and otherwise in brackets.",
    ),
    Example(
        "```js\nif (a) {\n    f(a)\n}\n```\n",
        "```js\nif (a) {\nf(a)\n}\n```\n",
        note="Where it means nothing.",
    ),
    Example(
        "{% highlight python %}\nif a:\n    f()\n    f()\nf()\n{% endhighlight %}\n",
        "{% highlight python %}\nif a:\n    f()\nf()\nf()\n{% endhighlight %}\n",
        ("4:1",),
    ),
    Example(
        "```\n>>> if a:\n...     f()\n...     g()\n```\n",
        "```\n>>> if a:\n...     f()\n... g()\n```\n",
        ("4:1",),
        note="Behind a prompt.",
    ),
    Example(
        "```\n>>> if a:\n...     f()\n1\n    2\n```\n",
        "```\n>>> if a:\n...   f()\n1\n 2\n```\n",
        note="What a program answers.",
    ),
    Example("```yaml\na:\n  b: 1\n  c: 2\n```\n", "```yaml\na:\n  b: 1\nc: 2\n```\n", ("4:1",)),
    Example(
        "```yaml\na:\n  - b: 1\n    c: [\n    2]\n# Note\n```\n",
        "```yaml\na:\n- b: 1\n  c: [\n   2]\n  # Not\n```\n",
        note="Items may stand below their key or further in.",
    ),
    Example(
        "```yaml\n- b: 1\n  c: 2\n```\n",
        "```yaml\n- b: 1\n    c: 2\n```\n",
        ("3:1",),
    ),
    Example("```make\nall:\n\tgo\n```\n", "```make\nall:\n    go\n```\n", ("3:1",)),
    Example(
        "```make\nall:\n\tgo\nifdef A\n  b = 1\nendif\n```\n",
        "```make\nall:\n\t\tgo\nifdef A\nb = 1\nendif\n```\n",
        note="A tab is read, blanks are not.",
    ),
    Example(
        '```py\ndef f():\n\t"""Do.\n\tIt.\n\t"""\n\treturn 1 + \\\n\t\t2\n```\n',
        '```py\ndef f():\n    """Do.\n  It.\n    """\n    return 1 + \\\n      2\n```\n',
        note="Blanks for tabs; a text, and a line that goes on, may stand anywhere.",
    ),
    Example(
        '```py\ndef f():\n    """Do.\n    It.\n    """\n    return 1\n```\n',
        '```py\ndef f():\n    """Do.\n    It.\n    """\n  return 1\n```\n',
        ("6:1",),
    ),
    Example(
        "```haskell\nf = do\n  a\n  b\n{- c\nd -}\n```\n",
        "```haskell\nf = do\n  a\nb\n{- c\n  d -}\n```\n",
        ("4:1",),
    ),
    Example(
        "```{code-block} python\nif a:\n    f()\n    g()\n```\n",
        "```{code-block} python\nif a:\n    f()\ng()\n```\n",
        ("4:1",),
    ),
    Example("```py\ndef f():\n    ...\n```\n", "```py\ndef f():\n...\n```\n", ("3:1",)),
)
