"""Addresses of other sites in a real site: asked once for all locales, remembered, told where they stand."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("aiohttp")

from tests.external.misbehaving import Server

from facingpages.config import Config, SetupError
from facingpages.discover import discover
from facingpages.engine import LINKS, Plan, run
from facingpages.external.check import Asked, check_external
from facingpages.external.results import Answer, Results
from facingpages.external.settings import HostSettings, Settings, read_settings
from facingpages.finding import Finding
from facingpages.links.source import LinkCheck

SETTINGS = Settings(HostSettings(delay=0, timeout=30), allow=("127.0.0.1",), pause=0.01, longest_wait=2)


def check(
    root: Path,
    pages: dict[str, str],
    settings: Settings = SETTINGS,
    results: Results | None = None,
    *,
    offline: bool = False,
) -> tuple[list[Finding], Asked]:
    for name, text in pages.items():
        file = root / "docs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    config = Config(root, "en", ("lv", "sv"), ("docs/{locale}/{page}.md",), dialect="mkdocs")
    plan = Plan(discover(config), config, LINKS)
    facts = [fact for result in run(plan) for fact in result.facts["links"]]
    links = LinkCheck(plan.whole)
    told: list[Asked] = []
    found = list(check_external(links, facts, settings, results or Results(None, 7), offline=offline, tell=told.append))
    return found, told[0]


def places(found: list[Finding]) -> list[tuple[str, str, int]]:
    return sorted((finding.rule, finding.place.path, finding.place.line) for finding in found)


def test_one_question_for_all_pages_and_locales_told_on_the_source(tmp_path: Path, server: Server) -> None:
    gone = server.url("/gone")
    text = f"One [a]({gone}).\n\nTwo <{gone}#x>, {gone}\n"
    pages = {f"{locale}/{page}.md": text for locale in ("en", "lv", "sv") for page in "ab"}
    found, asked = check(tmp_path, pages)
    assert asked.addresses == asked.asked == 1
    assert len(server.requests) <= 2
    assert {path for _, path, _ in places(found)} == {"docs/en/a.md", "docs/en/b.md"}
    assert places(found)[0] == ("external-dead", "docs/en/a.md", 1)


def test_what_only_a_translation_has_is_told_there(tmp_path: Path, server: Server) -> None:
    pages = {
        "en/a.md": f"[x]({server.url('/ok')})\n",
        "lv/a.md": f"Teksts.\n\n[x]({server.url('/gone')})\n",
        "sv/a.md": "X.\n",
    }
    found, _ = check(tmp_path, pages)
    assert places(found) == [("external-dead", "docs/lv/a.md", 3)]


def test_each_kind_of_answer_has_its_rule(tmp_path: Path, server: Server) -> None:
    lines = ["/ok", "/gone", "/moved", "/broken", "/to-private", "/ok#no-such-place", "/ok#named", "/ok#L12"]
    text = "".join(f"[x]({server.url(line)})\n\n" for line in lines)
    found, _ = check(tmp_path, {"en/a.md": text, "lv/a.md": "X.\n", "sv/a.md": "X.\n"})
    assert places(found) == [
        ("external-anchor", "docs/en/a.md", 11),
        ("external-dead", "docs/en/a.md", 3),
        ("external-moved", "docs/en/a.md", 5),
        ("external-private", "docs/en/a.md", 9),
        ("external-unasked", "docs/en/a.md", 7),
    ]
    moved = next(finding for finding in found if finding.rule == "external-moved")
    assert server.url("/ok") in moved.text


def test_answers_are_kept_with_their_age(tmp_path: Path, server: Server) -> None:
    file = tmp_path / "answers.json"
    pages = {"en/a.md": f"[a]({server.url('/ok')}) [b]({server.url('/gone')}) [c]({server.url('/broken')})\n"}
    pages |= {"lv/a.md": "X.\n", "sv/a.md": "X.\n"}
    first, asked = check(tmp_path, pages, results=Results(file, 7))
    assert (asked.asked, asked.remembered) == (3, 0)
    kept = json.loads(file.read_text("utf-8"))["answers"]
    assert {answer["verdict"] for answer in kept.values()} == {"there", "gone"}  # "unasked" is no answer
    count = len(server.requests)
    second, asked = check(tmp_path, pages, results=Results(file, 7))
    assert (asked.asked, asked.remembered) == (1, 2)
    assert all(request.path == "/broken" for request in server.requests[count:])
    assert places(second) == places(first)
    aged = {name: {**answer, "asked": answer["asked"] - 8 * 86_400} for name, answer in kept.items()}
    file.write_text(json.dumps({"version": 1, "answers": aged}), "utf-8")
    _, asked = check(tmp_path, pages, results=Results(file, 7))
    assert asked.asked == 3


def test_offline_asks_nothing(tmp_path: Path, server: Server) -> None:
    results = Results(None, 7)
    pages = {"en/a.md": f"[a]({server.url('/gone')}) [b]({server.url('/ok')})\n", "lv/a.md": "X.\n", "sv/a.md": "X.\n"}
    found, asked = check(tmp_path, pages, results=results, offline=True)
    assert (found, asked.left, server.requests) == ([], 2, [])
    results.answers[server.url("/gone")] = Answer("gone", 404, asked=__import__("time").time())
    found, asked = check(tmp_path, pages, results=results, offline=True)
    assert places(found) == [("external-dead", "docs/en/a.md", 1)]
    assert server.requests == []


def test_what_is_not_asked(tmp_path: Path, server: Server) -> None:
    fine = [
        "https://example.com/x",
        "http://calls.example/",
        "http://host.invalid/",
        "https://{host}/x",
        "https://$HOST/",
        "ftp://x/",
    ]
    fine += ["mailto:a@b.lv", "/gone", "gone.md#x", server.url("/accepted/1")]
    code = f"`{server.url('/gone')}`\n\n```\n{server.url('/gone')}\n```\n\n<!-- {server.url('/gone')} -->\n"
    text = "".join(f"[x]({address})\n\n" for address in fine) + code
    settings = replace(SETTINGS, accept=(server.url("/accepted/*"),))
    _, asked = check(tmp_path, {"en/a.md": text, "lv/a.md": "X.\n", "sv/a.md": "X.\n"}, settings)
    assert asked.addresses == 0
    odd = [server.url(path) for path in ("/a|b", "/a^b", "/a$b", "/%7Bx}", "/{x}", "/a\u00a0")]
    odd.append(server.url("/a").removeprefix("http:"))  # the scheme is that of the page
    text = "".join(f'<a href="{address}">x</a>\n\n' for address in odd)
    settings = replace(SETTINGS, accept=("https://127.0.0.1*",))
    _, asked = check(tmp_path, {"en/a.md": text, "lv/a.md": "X.\n", "sv/a.md": "X.\n"}, settings)
    assert asked.addresses == 6
    _, asked = check(tmp_path, {"en/a.md": "[x](//docs.lv/a)\n"}, offline=True)
    assert asked.left == 1
    skipped = replace(SETTINGS, hosts={"127.0.0.1": HostSettings(skip=True)})
    _, asked = check(tmp_path, {"en/a.md": f"[x]({server.url('/gone')})\n"}, skipped)
    assert asked.addresses == 0


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"version": 2}',
        '{"version": 1, "answers": []}',
        '{"version": 1, "answers": {"a": 1}}',
        "[" * 100_000,
    ],
)
def test_a_file_of_answers_that_is_none_is_begun_anew(tmp_path: Path, text: str) -> None:
    file = tmp_path / "answers.json"
    file.write_text(text, "utf-8")
    results = Results(file, 7)
    assert results.answers == {}
    results.keep("http://a.lv/", Answer("there", 200, asked=1.0))
    results.save()
    assert Results(file, 7).answers["http://a.lv/"].status == 200


def test_settings_of_the_configuration() -> None:
    table = {
        "timeout": 5, "retries": 1, "accept": ["https://a.lv/*"], "allow": ["10.0.0.0/8", "intranet"], "status": [403],
        "hosts": {"b.lv": {"delay": 2.5, "connections": 1, "get": True}},
    }  # fmt: skip
    settings = read_settings(table, "facingpages.toml")
    assert settings.of("x.lv").status == {403}
    assert settings.of("docs.b.lv") == HostSettings(frozenset((403,)), 2.5, 1, 5.0, get=True)
    assert settings.accepts("https://a.lv/x")
    assert len(settings.networks()) == 1


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ({"retry": 1}, ["retry", "retries"]),
        ({"timeout": "5"}, ["timeout", "number"]),
        ({"timeout": -1}, ["timeout", "number"]),
        ({"status": [4]}, ["status", "[403, 429]"]),
        ({"accept": "x"}, ["accept", "list"]),
        ({"hosts": {"a.lv": 1}}, ["a.lv", "table"]),
        ({"hosts": {"a.lv": {"dealy": 1}}}, ["a.lv", "dealy", "delay"]),
        ({"agent": "a\nb"}, ["agent", "one line"]),
    ],
)
def test_wrong_settings_say_what_would_be_right(table: dict[str, object], words: list[str]) -> None:
    with pytest.raises(SetupError) as error:
        read_settings(table, "facingpages.toml")
    for word in ["facingpages.toml", *words]:
        assert word in str(error.value)
