"""Translations go out to translators' tools and come back."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.merge.test_update import Folder

from facingpages.cli import main
from facingpages.exchange import po, xml
from facingpages.exchange.units import ExchangeUnit, InlineCode, Parts

FORMATS = {"po": "po", "xliff": "xlf", "xliff2": "xlf"}
HOSTILE = [
    b"", b"<", b"<x/>", b"<xliff>", b'msgid "', b"\xff\xfe", b"<!DOCTYPE x [<!ENTITY a 'b'>]><xliff>&a;</xliff>",
    b"<xliff>" * 3000 + b"</xliff>" * 3000,
]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    monkeypatch.chdir(tmp_path)
    found = Folder(tmp_path)
    found.change(("10.0.1", "10.0.2"), ("is free", "is **dear**"), ("The end of", "Here ends"))
    assert main(["update", "--write"]) == 1
    found.commit()
    return found


def export(folder: Folder, kind: str, *more: str) -> Path:
    assert main(["export", "--format", kind, "--output", "out", *more]) == 0
    return folder.root / "out" / f"lv.{FORMATS.get(kind, kind)}"


@pytest.mark.parametrize("kind", ["po", "xliff", "xliff2", "tmx"])
def test_what_goes_out_unchanged_comes_back_byte_for_byte(folder: Folder, kind: str) -> None:
    before, pending = folder.text, folder.pending()
    assert main(["import", str(export(folder, kind))]) == 0
    assert (folder.text, folder.pending()) == (before, pending)


@pytest.mark.parametrize(
    ("kind", "one", "two"),
    [
        ("po", "#, fuzzy\n", ""),
        ("xliff", 'state="needs-review-translation"', 'state="translated"'),
        ("xliff2", 'state="initial"', 'state="final"'),
    ],
)
def test_what_a_translator_did_ends_what_was_left(folder: Folder, kind: str, one: str, two: str) -> None:
    file = export(folder, kind)
    text = file.read_text("utf-8")
    bold = {"po": "<1>dārga</1>", "xliff": '<bpt id="1">**</bpt>dārga<ept id="1">**</ept>'}
    new = bold.get(kind, '<sc id="1" dataRef="so1"/>dārga<ec startRef="1" dataRef="sc1"/>')
    text = text.replace("Cita lieta ir bez maksas.", f"Cita lieta ir {new}.").replace(
        "Lapas beigas.", "Te beidzas lapa."
    )
    file.write_text(text.replace(one, two), "utf-8")
    assert main(["import", str(file)]) == 0
    assert "- Cita lieta ir **dārga**.\n\nTe beidzas lapa.\n" in folder.text
    assert f"source_hash: {folder.stamp}" in folder.text
    assert folder.pending() == []


def test_attributes_are_codes(folder: Folder) -> None:
    folder.change(("Here ends the page.", 'Here ends the page.\n\n## Who to *ask* {#ask .big lang="en"}'))
    assert main(["update", "--write"]) == 1
    file = export(folder, "po", "--pending")
    text = file.read_text("utf-8")
    assert 'msgid "Who to <1>ask</1> <2/>"' in text
    filled = re.sub(r'(msgid "Who to [^\n]*\n)msgstr ""', r'\1msgstr "Kam <1>jautāt</1> <2/>"', text)
    file.write_text(filled, "utf-8")
    assert main(["import", str(file)]) == 0
    assert '## Kam *jautāt* {#ask .big lang="en"}' in folder.text


def test_still_right_is_an_answer(folder: Folder) -> None:
    file = export(folder, "po", "--pending")
    text = file.read_text("utf-8")
    assert text.count("msgctxt") == 2
    file.write_text(text.replace("#, fuzzy\n", "").replace('msgstr "Cita lieta ir bez maksas."', 'msgstr ""'), "utf-8")
    before = folder.text
    assert main(["import", str(file)]) == 0
    assert folder.text == before
    assert len(folder.pending()) == 1


@pytest.mark.parametrize(
    ("one", "two", "why"),
    [
        ('msgstr "Atveriet <1>iestatījumus</1>', 'msgstr "Atveriet iestatījumus', "code 1 is lost"),
        ('msgstr "Atveriet <1>iestatījumus</1>', 'msgstr "Atveriet </1>iestatījumus<1>', "ends before it begins"),
        ('msgstr "Atveriet <1>', 'msgstr "Atveriet <7/><1>', "no code 7"),
        ('msgstr "Atveriet', 'msgstr "> Atveriet', "begin another block"),
        ('msgstr "Atveriet', 'msgstr "`Atveriet` 99', "markup of its own"),
        ("docs/lv/a.md#b", "docs/lv/a.md#x", "no such block"),
        ("docs/lv/a.md#", "../lv/a.md#", "no translation of this site"),
    ],
)
def test_what_would_break_a_page_is_refused_with_all_of_the_page(
    folder: Folder, one: str, two: str, why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = export(folder, "po")
    text = file.read_text("utf-8")
    assert one in text
    file.write_text(text.replace(one, two).replace("Lapas beigas", "Beigas"), "utf-8")
    before = folder.text
    assert main(["import", str(file)]) == 1
    assert why in capsys.readouterr().err
    assert folder.text == before
    assert len(folder.pending()) == 2


@pytest.mark.parametrize("content", HOSTILE)
def test_a_file_of_a_stranger_is_told(folder: Folder, content: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    file = folder.root / "x"
    file.write_bytes(content)
    before = folder.text, folder.pending()
    code = main(["import", "x"])
    assert (folder.text, folder.pending()) == before
    assert code == 2 or "0 pages changed" in capsys.readouterr().out


def test_a_page_behind_its_source_is_not_exported(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    folder.change(("10.0.2", "10.0.3"))
    assert main(["export", "--format", "po", "--output", "out"]) == 0
    told = capsys.readouterr()
    assert "update --write" in told.err
    assert "nothing to export" in told.out


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not installed")
def test_gettext_reads_the_po(folder: Folder) -> None:
    subprocess.run(["msgfmt", "--check", "-o", "/dev/null", str(export(folder, "po"))], check=True)


def test_labels_are_terms(folder: Folder) -> None:
    folder.change(("choose `pay`", "choose **Pay** and `pay`"))
    folder.page.write_text(folder.text.replace("izvēlieties `pay`", "izvēlieties **Maksāt** un `pay`"), "utf-8")
    assert main(["update", "--write"]) == 1
    assert "<term>Pay</term>" not in export(folder, "tbx").read_text("utf-8")  # its block is left to a person
    lines = folder.text.splitlines()
    left = [at for at, line in enumerate(lines, 1) if line.startswith(("Atveriet", "- Cita lieta", "Lapas beigas"))]
    assert [main(["update", "--done", f"docs/lv/a.md:{at}"]) for at in left] == [1, 1, 0]
    text = export(folder, "tbx").read_text("utf-8")
    assert "<term>Pay</term>" in text
    assert "<term>Maksāt</term>" in text


TEXTS = st.text(st.sampled_from("ab <>/\\&\"'1\u00e9\u200b|{}"), min_size=1, max_size=12).map(
    lambda text: " ".join(text.split())
)
CODES = st.sampled_from(
    [InlineCode("1", "open", "["), InlineCode("1", "close", "](x)"), InlineCode("2", "alone", "`<b>`")]
)


def _joined(parts: list[str | InlineCode]) -> Parts:
    found: list[str | InlineCode] = []
    for part in parts:
        if part and not (isinstance(part, str) and found and isinstance(found[-1], str)):
            found.append(part)
    return tuple(found)


@given(st.lists(TEXTS | CODES, min_size=1, max_size=6).map(_joined).filter(bool))
def test_texts_and_codes_survive_every_format(parts: Parts) -> None:
    unit = ExchangeUnit("b1", "p.md", 1, 0, 0, 1, ("x",), parts, {})
    bare = [part._replace(value="") if isinstance(part, InlineCode) else part for part in parts]
    for writer, reader in (
        (po.write, po.read), (xml.write_xliff, xml.read), (xml.write_xliff2, xml.read), (xml.write_tmx, xml.read),
    ):  # fmt: skip
        back = list(reader(writer([unit], ("en", "lv"), fill=False)))
        assert [list(one.target) for one in back] == [bare]
