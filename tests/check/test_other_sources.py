"""Sources that are not in English: what is in their language, and what in none."""

from __future__ import annotations

import json

import pytest
from tests.conftest import Command, Write

from facingpages.languages import language

CONFIG = 'source = "zh"\nlocales = ["en"]\npages = ["docs/{page}.{locale}.md"]\nsource_pages = ["docs/{page}.md"]\n'
BOTH = "Pod to the cluster service by its address"
CODE = '```json\n{{"role": "{}", "text": "{}"}}\n```\n'
FILE = "先看看{}，然后继续。\n", "First read {}, then go on.\n"


def told(source: str, target: str, write: Write, command: Command) -> list[tuple[str, str]]:
    write({"facingpages.toml": CONFIG, "docs/a.md": source, "docs/a.en.md": target})
    found = json.loads(command("check", "--format", "json", "--no-cache").out)["findings"]
    return [(one["severity"], one["rule"]) for one in found if one["path"] == "docs/a.en.md"]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        (f"# 甲\n\n## {BOTH}\n\n好。\n", f"# A\n\n## {BOTH}\n\nGood.\n", []),  # English in both, so in its own here
        (
            "# 甲\n\n使用前请先确认设置，然后保存文件，并重新启动程序。接着请检查日志里有没有错误。\n\n好。\n",
            "# A\n\n使用前请先确认设置，然后保存文件，并重新启动程序。接着请检查日志里有没有错误。\n\nGood.\n",
            [("warning", "block-untranslated")],
        ),
        (CODE.format("user", "两张图的区别是什么"), CODE.format("user", "What differs?"), []),
        (CODE.format("user", "两张图的区别是什么"), CODE.format("usr", "What differs?"), [("warning", "code-block")]),
        (FILE[0].format("内置的data_info.json"), FILE[1].format("the data_info.json of it"), []),
        (
            FILE[0].format("内置的data_info.json"),
            FILE[1].format("the data.json of it"),
            [("warning", "literal-changed")],
        ),
        ("路径为f'{output_dir}/best'。\n", "The path is `f'{output_dir}/best'`.\n", []),
        (
            "路径为f'{output_dir}/best'。\n",
            "The path is `f'{output}/best'`.\n",
            [("error", "directive-placeholder"), ("warning", "literal-changed")],
        ),
    ],
)
def test_a_source_in_another_script(
    source: str, target: str, expected: list[tuple[str, str]], write: Write, command: Command
) -> None:
    assert told(source, target, write, command) == expected


@pytest.mark.parametrize("locale", ["TW", "tw", "zh-TW"])
def test_taiwan_stands_for_chinese(locale: str) -> None:
    assert language(locale).code == "zh"
