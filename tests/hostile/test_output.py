"""Names and texts of strangers on terminals and in logs: no control character, no command, no new line gets through.

Points 9 and 13 of the list in `tests/hostile/__init__.py`.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import TOOLS, Command, Run, Write
from tests.forked import forked
from tests.report.reports import HOSTILE, finding, report

from facingpages.report import FORMATS
from facingpages.report.style import Style
from facingpages.safe import UNSAFE, safe, safe_lines, to_json

STEERING = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]"
)
COMMAND = re.compile(r"^\s*::\w+|##\w*\[", re.M)
FORGED = "\x1b[2J\x9b1m\u202e\n::error file=x::FAKE\r##[error]FAKE ##vso[task.setvariable variable=A]b"
PAGES = {"docs/en/a.md": "# A\n\nOne.\n", "docs/lv/a.md": "# A\n\nViens.\n"}


def harmless(text: str) -> None:
    assert not STEERING.search(text)
    assert not COMMAND.search(text)


@pytest.mark.parametrize("form", sorted(FORMATS))
@pytest.mark.parametrize("text", [*HOSTILE, FORGED, "::add-mask::x", "   ::stop-commands::x"])
def test_every_format_says_hostile_names_and_texts_harmlessly(form: str, text: str) -> None:
    told = report(finding(text, path=f"docs/{text}.md", locale=text), finding("x", path=f"{text}.md", line=9))
    out = safe_lines(FORMATS[form](told, Style()), commands=form == "github")
    assert not STEERING.search(out)
    if form == "github":
        assert all(line.startswith("::error file=docs/") or line.count("::") >= 2 for line in out.splitlines())
        assert len(out.splitlines()) == 2
    else:
        assert not COMMAND.search(out)
    if form in ("json", "sarif", "gitlab", "rdjson"):
        json.loads(out)
    if form == "junit":
        ET.fromstring(out)


@given(st.text(st.characters(), max_size=80))
def test_json_escapes_and_says_the_same(text: str) -> None:
    written = safe_lines(to_json({"text": text}))
    assert json.loads(written) == {"text": text}
    harmless(written)


@given(st.lists(st.one_of(st.text(st.characters(), max_size=20), st.sampled_from([*HOSTILE, FORGED])), max_size=4))
def test_the_last_door_lets_nothing_through(parts: Sequence[str]) -> None:
    text = "".join(parts)
    assert "\n" not in safe(text)
    harmless(safe_lines(safe(text)))
    harmless(re.sub("\x1b\\[[0-9;]*m", "", safe_lines(text)))


@pytest.mark.parametrize(
    "locale", ["lv\n::error file=x::FAKE", "lv\x1b[2J", "\u202elv", "l v", "-lv", "..", "lv;x", ""]
)
def test_a_locale_is_a_name(locale: str, write: Write, command: Command) -> None:
    write({**PAGES, "facingpages.toml": f'locales = [{json.dumps(locale)}]\npages = ["docs/{{locale}}/{{page}}.md"]\n'})
    for name in ("check", "status", "links", "baseline"):
        run = command(name)
        assert run.code == 2
        assert "is no locale" in run.err
        assert len(run.err.splitlines()) == 1
        harmless(run.err)


@pytest.mark.parametrize("locale", ["lv", "zh-Hant-TW", "sr@latin", "pt_BR", "español", "de-DE.UTF-8"])
def test_locales_as_sites_call_them(locale: str, write: Write, command: Command) -> None:
    write({
        "docs/en/a.md": "# A\n", f"docs/{locale}/a.md": "# A\n",
        "facingpages.toml": f'locales = ["{locale}"]\npages = ["docs/{{locale}}/{{page}}.md"]\n',
    })  # fmt: skip
    assert command("check").code == 0


@pytest.mark.parametrize("name", ["x\n::error file=y::FAKE", "\x1b]0;t\x07", "\u202eevil", "a\u2028b", "##[error]FAKE"])
def test_names_of_files_and_folders_in_every_command(name: str, write: Write, command: Command) -> None:
    root = write({f"{name}/docs/{locale}/{name}.md": "# A\n\n[x](gone.md)\n" for locale in ("en", "lv", "bg")})
    write({f"{name}/docs/lv/{name}2.md": "# B\n", "facingpages.toml": 'pages = ["*/docs/{locale}/{page}.md"]\n'})
    (root / name / "docs/bg" / f"{name}3.md").mkdir()
    runs = [command(*words.split()) for words in ("check", "status", "links", "baseline", "check --format junit")]
    (root / "facingpages.toml").unlink()
    (root / name / "mkdocs.yml").write_text("site_name: x\n")
    runs += [command("init", cwd=root / name), command("check", name + "gone"), command("check", f"--{name}")]
    runs += [command("align", name, name), command("import-learn", name), command("explain", name)]
    runs += [command("check", "--output", f"{name}/gone/x"), command("check", "--config", name)]
    for run in runs:
        assert run.code != 3, run.err
        harmless(run.out)
        harmless(run.err)
        assert not re.search(r"^FAKE|^::", run.out + run.err, re.M)


def run_with(command: Sequence[str], cwd: Path, redirect: str = "", before: str = "") -> Run:
    """The real command, its streams redirected as a shell does it."""
    env = os.environ | {"PYTHONPATH": str(TOOLS), "PYTHONDONTWRITEBYTECODE": "1"}
    words = [sys.executable, "-m", "facingpages", *command]
    shell = ["/bin/sh", "-c", f'{before} exec "$@" {redirect}', "sh", *words]
    done = subprocess.run(shell, cwd=cwd, env=env, capture_output=True, text=True, check=False, timeout=300)
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
    return Run(done.returncode, done.stdout, done.stderr)


COMMANDS = [
    "check",
    "status",
    "links",
    "baseline --output -",
    "align docs/en/a.md docs/lv/a.md",
    "rules",
    "explain step-missing",
    "--help",
    "--version",
    "check --help",
    "import-learn published.md",
    "init",
]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("redirect", ["/dev/full", "&-"])
@pytest.mark.parametrize("words", COMMANDS)
def test_standard_output_that_takes_nothing(words: str, redirect: str, write: Write) -> None:
    page = "---\nms.contentlocale: lv-LV\n---\n# <a name='x'></a>X\n"
    root = write({**PAGES, "published.md": page})
    if redirect == "/dev/full":
        done = forked("facingpages", *words.split(), cwd=root, out=Path(redirect))
        code, said = done.code, done.err.decode()
    else:
        run = run_with(words.split(), root, f">{redirect}")
        code, said = run.code, run.err
    assert code == 2, said
    assert "standard output can't be written" in said
    assert not any(word in said for word in ("Traceback", "Exception ignored"))


def test_standard_error_that_takes_nothing(write: Write) -> None:
    root = write(PAGES)
    for redirect in ("2>/dev/full", "2>&-"):
        assert run_with(["check"], root, redirect).code == 0
        assert run_with(["check", "--config", "gone.toml"], root, redirect).code == 2
        assert run_with(["check", "--nonsense"], root, redirect).code == 2


def test_numbers_nobody_can_read(write: Write, command: Command) -> None:
    root = write(PAGES)
    digits = "9" * 5000
    for name, text in (("facingpages.toml", f"source = {digits}\n"), ("pyproject.toml", f"[tool.x]\ny = {digits}\n")):
        (root / name).write_text(text)
        for words in (["check"], ["links"], ["init"] if name == "pyproject.toml" else ["status"]):
            run = command(*words)
            assert run.code in ((0, 2) if words == ["init"] else (2,)), (words, run)
        (root / name).unlink()


def test_a_nul_in_a_path(write: Write, command: Command) -> None:
    root = write(PAGES)
    run = command("check", "--output", "a\0b")
    assert (run.code, len(run.err.splitlines())) == (2, 1) or "can't be written" in run.err
    assert run.code == 2
    (root / "facingpages.toml").write_text('pages = ["docs/\\u0000/{locale}/{page}.md"]\n')
    run = command("check")
    assert run.code == 2
    assert "NUL" in run.err


@pytest.mark.parametrize("words", ["links {}", "import-learn {}", "import-learn docs/lv/a.md --to {}", "check {}",
                                   "check --output {}", "check --config {}", "check --baseline {}", "align {} {}",
                                   "baseline --output {}", "links --external --results {}"])  # fmt: skip
@pytest.mark.parametrize("name", ["a" * 5000, "a/" * 4000, "loop", "docs/en/a.md/x"])
def test_names_the_system_refuses(words: str, name: str, write: Write, command: Command) -> None:
    root = write(PAGES)
    (root / "loop").symlink_to("loop")
    run = command(*words.replace("{}", name).split())
    assert run.code == 2, run.err
    assert run.err + run.out


def test_a_current_folder_that_is_gone(write: Write) -> None:
    root = write(PAGES)
    for words in COMMANDS:
        if words not in ("rules", "explain step-missing", "--help", "--version", "check --help"):
            (root / "gone").mkdir(exist_ok=True)
            run = run_with(words.split(), root / "gone", before="rmdir ../gone;")
            assert run.code == 2, (words, run)


def test_a_long_text_is_made_harmless_piece_by_piece() -> None:
    """What steers can't be printed, as Python has it: only pieces with such a sign are looked at."""
    signs = [sign for sign in map(chr, range(0x110000)) if UNSAFE.match(sign) and sign != "\n"]
    assert len(signs) > 2000
    assert not any(sign.isprintable() for sign in signs)
    lines = [f"{'a' * 90} {sign}\x1b[31m \xa0" for sign in (*signs, "\x1b[1m")]
    text = "\n".join([*lines, "b" * 20_000, *lines])
    assert safe_lines(text) == "\n".join(map(safe_lines, text.split("\n")))
    assert to_json([text, "x"]) == f"[\n {to_json(text)},\n {to_json('x')}\n]"
