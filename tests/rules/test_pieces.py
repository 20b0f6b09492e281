"""Code laid out otherwise is the same to a program; with any piece of it changed or lost as well, it is not."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from facingpages.rules.code_names import MARKUP
from facingpages.rules.code_text import _compared

PAIRS = {
    "jsx": (
        "const Row = ({ at, size = 2 }) => {\n  return <p className=\"a\" onClick={e => go(e, 1)}>At <b>{at}</b> now</p>;\n};",  # noqa: E501
        "const Row = (\n{ at, size = 2, }\n) => {\n  return (\n<p\nclassName=\"a\"\nonClick={(e) => go(\ne,\n1\n)}\n>\nVid\n<b>{at}</b>\nnu\n</p>\n)\n}",  # noqa: E501
    ),
    "ts": ("const add = (a: number, b: number) => a + b;\nrun([1, 2].map(n => n * 2));",
           "const add = (\na: number,\nb: number,\n) =>\na + b\nrun(\n[1, 2]\n.map((n) => n * 2)\n)"),
    "py": ("def load(path, mode=3):\n    return [one for one in read(path, mode) if one > 2]",
           "def load(\npath,\nmode=3,\n):\nreturn [\none\nfor one in read(path, mode)\nif one > 2\n]"),
    "json": ('{"name": "app", "ports": [80, 443], "on": true}', '{\n"name": "app",\n"ports": [\n80,\n443\n],\n"on": true\n}'),  # noqa: E501
    "sql": ("SELECT a, b FROM t WHERE a > 10 AND b < 2;", "SELECT\na,\nb\nFROM t\nWHERE a > 10\nAND b < 2;"),
    "java": ("int get(int i) {\n  return data[i + 1] * size;\n}", "int get(\nint i\n)\n{\nreturn data[\ni + 1\n] * size;\n}"),  # noqa: E501
    "vue": ('<my-box :items="list" @open="run(1)"><i v-if="on">Hello</i></my-box>',
            '<my-box\n@open="run(1)"\n:items="list"\n>\n<i v-if="on">\nHej\n</i>\n</my-box>'),
    "sh": ("docker run -d --name web \\\n  -p 8080:80 nginx; cd app && make -j4", "docker run -d --name web -p 8080:80 nginx\ncd app && make -j4"),  # noqa: E501
}  # fmt: skip
TEXT = re.compile(r'Vid|nu|Hej|"a"')  # what is for people, or is written in either way


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _same(one: str, two: str, language: str) -> bool:
    return _compared(_lines(one), _lines(two), language, language in MARKUP, "sv") is None


def _damaged(text: str) -> Iterator[str]:
    """The text with a letter or digit changed, or a sign lost, in each of its places."""
    masked = TEXT.sub(lambda match: "\0" * len(match.group()), text)
    for match in re.finditer(r"\w+|[][(){}<>=+*&:;-]", masked):
        word = match.group()
        if word.isdigit() or word.isidentifier():
            yield text[: match.start()] + ("7" if word[0] != "7" else "8") + text[match.start() + 1 :]
        elif word not in ";()" or masked[match.start() - 1 : match.end() + 1].strip() not in (";", "(", ")"):
            yield text[: match.start()] + text[match.end() :]


@pytest.mark.parametrize("language", PAIRS)
def test_layout_says_nothing(language: str) -> None:
    assert _same(*PAIRS[language], language)


@pytest.mark.parametrize("language", PAIRS)
def test_each_piece_does(language: str) -> None:
    source, target = PAIRS[language]
    kept = [damaged for damaged in _damaged(target) if _same(source, damaged, language)]
    # brackets that may go, and the sign behind the last statement
    assert not [one for one in kept if one.count("(") == one.count(")")], kept
