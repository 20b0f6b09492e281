"""Importing published translations: what comes out, what stays as it is, and what is refused."""

import argparse
import hashlib
import os
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.bilingual.segment import segment

from facingpages.config import SetupError
from facingpages.importing import add_arguments, import_learn, run

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
PUBLISHED_HASH = "0123456789abcdef0123456789abcdef01234567"


def published(culture: str, title: str, body: str) -> str:
    return f"""---
title: {title}
description: {title}.
ROBOTS: NOINDEX, NOFOLLOW
ms.custom:
- "9002395"
ms.openlocfilehash: {PUBLISHED_HASH}
ms.translationtype: HT
ms.contentlocale: {culture}
ms.lasthandoff: 04/06/2020
---
{body}"""


LV = published(
    "lv-LV",
    "Kredīti",
    f"""# <a name="credits"></a>{segment("a-1", "Kredīti", "Credits")}

{segment("a-2", "Pirmais.", "First.")}  {segment("a-3", "**Otrais**.", "**Second**.")}

```
# <a name="code"></a>kept
```

1. {segment("a-4", "Saglabāt [šeit](https://example.org/x).", "Save [here](https://example.org/x).")}
""",
)
SV = (
    LV.replace("lv-LV", "sv-SE").replace("Kredīti", "Krediter").replace("Pirmais.", "Den första.").replace('"a-', '"b-')
)
BG = published("bg-BG", "Кредити", '# <a name="credits"></a>Кредити\n\nПърво.  **Второ**.\n')
EN_BODY = """# Credits {#credits}

First.  **Second**.

```
# <a name="code"></a>kept
```

1. Save [here](https://example.org/x).
"""


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    for name, text in {"000_1a2b.txt": LV, "001_9f.txt": SV, "002_77.txt": BG}.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
    return folder


def bring(*files: Path, to: Path) -> dict[str, str]:
    """Import and give every file there is afterwards, by its path under the parent of `to`."""
    import_learn(files, to)
    return contents(to.parent)


def contents(root: Path) -> dict[str, str]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes().decode()
        for folder in ("docs", "memory")
        for path in sorted((root / folder).rglob("*"))
        if path.is_file()
    }


def front_matter(page: str) -> dict[str, object]:
    loaded = yaml.safe_load(page.split("---\n")[1])
    assert isinstance(loaded, dict)
    return loaded


def test_each_file_gives_its_page_and_together_they_give_the_source(inbox: Path, tmp_path: Path) -> None:
    pages = bring(*sorted(inbox.iterdir()), to=tmp_path / "docs")

    assert list(pages) == [
        "docs/bg/credits.md",
        "docs/en/credits.md",
        "docs/lv/credits.md",
        "docs/sv/credits.md",
        "memory/lv/credits.tmx",
        "memory/sv/credits.tmx",
    ]
    assert pages["docs/en/credits.md"].endswith("---\n" + EN_BODY)
    assert "# Kredīti {#credits}\n\nPirmais.  **Otrais**.\n" in pages["docs/lv/credits.md"]
    assert '# <a name="code"></a>kept\n' in pages["docs/lv/credits.md"]
    assert pages["docs/bg/credits.md"].endswith("# Кредити {#credits}\n\nПърво.  **Второ**.\n")


def test_the_front_matter_stays_and_the_source_page_says_what_it_is(inbox: Path, tmp_path: Path) -> None:
    pages = bring(*sorted(inbox.iterdir()), to=tmp_path / "docs")

    for name, text in {"lv": LV, "sv": SV, "bg": BG}.items():
        assert pages[f"docs/{name}/credits.md"].startswith(text.split("---\n# ")[0])
    assert front_matter(pages["docs/en/credits.md"]) == {
        "title": "Credits",
        "ROBOTS": "NOINDEX, NOFOLLOW",
        "ms.custom": ["9002395"],
        "ms.contentlocale": "en-US",
        "source_rebuilt": True,
    }


def test_a_translation_records_the_source_page_it_goes_with(inbox: Path, tmp_path: Path) -> None:
    (inbox / "older.txt").write_text(
        BG.replace(PUBLISHED_HASH, "f" * 40).replace("bg-BG", "ro-RO").replace("Кредити", "Credite"), encoding="utf-8"
    )

    pages = bring(*sorted(inbox.iterdir()), to=tmp_path / "docs")

    source = pages["docs/en/credits.md"].replace("\n", "\r\n").encode()
    for locale in ("lv", "sv", "bg"):
        assert front_matter(pages[f"docs/{locale}/credits.md"])["source_hash"] == hashlib.sha256(source).hexdigest()
    assert "source_hash" not in front_matter(pages["docs/ro/older.md"]), "published with another source"


def test_importing_twice_changes_nothing_not_even_the_time(inbox: Path, tmp_path: Path) -> None:
    first = bring(*sorted(inbox.iterdir()), to=tmp_path / "docs")
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.md")}

    report = import_learn(sorted(inbox.iterdir()), tmp_path / "docs")

    assert (report.written, report.kept, len(report.unchanged)) == ((), (), len(first))
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.md")} == before


def test_a_corrected_page_is_kept_and_named_until_forced(inbox: Path, tmp_path: Path) -> None:
    bring(*sorted(inbox.iterdir()), to=tmp_path / "docs")
    page = tmp_path / "docs" / "lv" / "credits.md"
    imported = page.read_text(encoding="utf-8")
    page.write_text(imported.replace("Pirmais.", "Vispirms."), encoding="utf-8", newline="")
    (tmp_path / "docs" / "sv" / "credits.md").unlink()

    report = import_learn(sorted(inbox.iterdir()), tmp_path / "docs")

    line = imported.split("\n").index("Pirmais.  **Otrais**.") + 1
    assert report.kept == ((page, line),)
    assert report.written == (tmp_path / "docs" / "sv" / "credits.md",)
    assert "Vispirms." in page.read_text(encoding="utf-8")

    import_learn(sorted(inbox.iterdir()), tmp_path / "docs", force=True)
    assert page.read_text(encoding="utf-8") == imported


def test_line_ends_and_a_byte_order_mark_make_no_difference(inbox: Path, tmp_path: Path) -> None:
    expected = bring(*sorted(inbox.iterdir()), to=tmp_path / "docs")
    for path in inbox.iterdir():
        text = path.read_text(encoding="utf-8")
        path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())

    assert bring(*sorted(inbox.iterdir()), to=tmp_path / "elsewhere" / "docs") == expected


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("000_c386764ef433cdaf.txt", "credits"),
        ("lv.md", "credits"),
        ("lv-LV.md", "credits"),
        ("buy-credits.md", "buy-credits"),
        ("buy-credits.lv.md", "buy-credits"),
        ("faq.txt", "faq"),
    ],
)
def test_a_page_is_called_as_its_file_unless_that_is_no_name(name: str, page: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(LV, encoding="utf-8")

    assert f"docs/lv/{page}.md" in bring(tmp_path / name, to=tmp_path / "docs")


def test_the_memory_holds_every_segment_as_it_stands(inbox: Path, tmp_path: Path) -> None:
    pages = bring(*sorted(inbox.iterdir()), to=tmp_path / "docs")

    memory = ET.fromstring(pages["memory/lv/credits.tmx"])

    assert (memory.tag, memory.get("version")) == ("tmx", "1.4")
    header = memory.find("header")
    assert header is not None
    assert {"creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype"} == set(
        header.attrib
    )
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    units = [
        (unit.get("tuid"), {tuv.get(language): tuv.findtext("seg") for tuv in unit.iter("tuv")})
        for unit in memory.iter("tu")
    ]
    assert units == [
        ("a-1", {"en-US": "Credits", "lv-LV": "Kredīti"}),
        ("a-2", {"en-US": "First.", "lv-LV": "Pirmais."}),
        ("a-3", {"en-US": "**Second**.", "lv-LV": "**Otrais**."}),
        (
            "a-4",
            {"en-US": "Save [here](https://example.org/x).", "lv-LV": "Saglabāt [šeit](https://example.org/x)."},
        ),
    ]


sentence = st.text(
    st.characters(exclude_characters="`\r", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30
).filter(lambda text: bool(text.strip()) and "<" not in text)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.tuples(sentence, sentence), min_size=1, max_size=8))
def test_any_sentences_come_back_from_pages_and_memory(
    tmp_path_factory: pytest.TempPathFactory, sentences: list[tuple[str, str]]
) -> None:
    root = tmp_path_factory.mktemp("import")
    body = "".join(f"- {segment(f's{n}', *pair)}\n" for n, pair in enumerate(sentences))
    (root / "page.md").write_text(published("sl-SI", "Stran", body), encoding="utf-8", newline="")

    pages = bring(root / "page.md", to=root / "docs")

    assert pages["docs/sl/page.md"].endswith("---\n" + "".join(f"- {target}\n" for target, _ in sentences))
    assert pages["docs/en/page.md"].endswith("---\n" + "".join(f"- {source}\n" for _, source in sentences))
    memory = ET.fromstring(pages["memory/sl/page.tmx"])
    assert [unit.findtext(".//seg") for unit in memory.iter("tu")] == [source for _, source in sentences]


def run_command(*arguments: str | Path) -> int:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    return run(parser.parse_args([str(argument) for argument in arguments]))


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        (LV.replace("Pirmais.</span>", "Pirmais."), 14, "translation a-2 is not closed"),
        (LV.replace("First.</span></span>", "First.</span>"), 14, "source a-2 is not closed"),
        (LV.replace("ms.contentlocale: lv-LV\n", ""), 1, "no ms.contentlocale"),
        (LV.replace("lv-LV", "Latviešu valoda"), 9, "ms.contentlocale is `Latviešu valoda`"),
        (LV.replace("---\n", "", 1), 1, "no front matter"),
        (LV.replace("---\n# ", "# "), 1, "the front matter is not closed"),
        (LV.encode().replace("ā".encode(), b"\xe2", 1), 20, "byte 0xe2 is not UTF-8"),
        (LV.encode("utf-16"), 1, "byte 0xff is not UTF-8"),
        (LV.replace("Pirmais.", "Pirm\0ais."), 14, "control character U+0000"),
        ("", 1, "no front matter"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_with_its_line_and_nothing_is_written(
    content: str | bytes, line: int, message: str, inbox: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = inbox / "000_1a2b.txt"
    broken.write_bytes(content if isinstance(content, bytes) else content.encode())

    code = run_command(*sorted(inbox.iterdir()), "--to", tmp_path / "docs")

    assert code == 2
    assert f"{broken}:{line}: {message}" in capsys.readouterr().err
    assert contents(tmp_path) == {}


def test_everything_that_is_wrong_is_said_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "one.md").write_text(
        LV.replace("First.</span></span>", "First.").replace("Second**.</span></span>", "x")
    )
    (tmp_path / "two.md").write_text("text")

    assert (
        run_command(tmp_path / "one.md", tmp_path / "two.md", tmp_path / "none.md", tmp_path, "--to", tmp_path / "docs")
        == 2
    )

    errors = capsys.readouterr().err
    assert [str(path.name) for path in map(Path, re.findall(r"(?m)^(.*):\d+: ", errors))].count("one.md") == 2
    assert "two.md:1: no front matter" in errors
    assert "none.md:1: cannot be read" in errors


def test_sources_that_differ_are_shown_where_they_part(
    inbox: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = inbox / "001_9f.txt"
    other.write_text(SV.replace("Save [here]", "Store [here]"), encoding="utf-8")

    assert run_command(*sorted(inbox.iterdir()), "--to", tmp_path / "docs") == 2

    line = SV.split("\n").index(next(text for text in SV.split("\n") if "Save [here]" in text)) + 1
    errors = capsys.readouterr().err
    assert (
        f"{other}:{line}: gives {tmp_path / 'docs/en/credits.md'} other text than {inbox / '000_1a2b.txt'}:{line}"
        in errors
    )
    assert "`1. Store [here](https://example.org/x).` instead of `1. Save [here](https://example.org/x).`" in errors
    assert contents(tmp_path) == {}


def test_a_folder_that_cannot_take_a_file_leaves_the_others_as_they_were(inbox: Path, tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    (docs / "lv").mkdir(parents=True)
    (docs / "lv" / "credits.md").write_text("by hand", encoding="utf-8")
    (docs / "sv").write_text("a file where a folder should be", encoding="utf-8")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}

    with pytest.raises(SetupError, match="can't be written"):
        run_command(*sorted(inbox.iterdir()), "--to", docs, "--force")

    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
    assert not (docs / "en").exists()


def test_the_command_says_what_it_did_with_every_file(
    inbox: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments: list[Path | str] = [*sorted(inbox.iterdir()), "--to", tmp_path / "docs", "--memory", tmp_path / "tm"]
    assert run_command(*arguments) == 0
    assert capsys.readouterr().out.count(": written\n") == 6
    page = tmp_path / "docs" / "bg" / "credits.md"
    page.write_text(page.read_text(encoding="utf-8") + "Още.\n", encoding="utf-8", newline="")

    assert run_command(*arguments) == 1

    said = capsys.readouterr().out
    assert said.count(": unchanged\n") == 5
    assert f"{page}:16: kept" in said
    assert (tmp_path / "tm" / "lv" / "credits.tmx").is_file()


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the published files are not here")
class TestSeeds:
    """The five files this project began with, as Microsoft published them in April 2020."""

    def test_four_bilingual_files_and_a_plain_one_give_six_pages(self, tmp_path: Path) -> None:
        pages = bring(*sorted(SEEDS.iterdir()), to=tmp_path / "docs")

        assert sorted(pages) == sorted(
            [f"docs/{locale}/communication-credits.md" for locale in ("en", "lv", "bg", "sv", "sl", "ro")]
            + [f"memory/{locale}/communication-credits.tmx" for locale in ("lv", "sv", "sl", "ro")]
        )
        for path, text in pages.items():
            if path.endswith(".md"):
                assert "<span" not in text
                assert re.findall(r"(?m)^#.*\{#(.*)\}$", text) == ["communication-credits"]
                assert len(re.findall(r"(?m)^\d+\. ", text)) == 5

    def test_the_source_is_byte_for_byte_what_the_translators_had(self, tmp_path: Path) -> None:
        """Microsoft's pages carry the SHA-1 of their source with CRLF line ends; the rebuilt source gives the same."""
        pages = bring(*sorted(SEEDS.iterdir()), to=tmp_path / "docs")
        published_hash = front_matter(pages["docs/lv/communication-credits.md"])["ms.openlocfilehash"]
        text = pages["docs/en/communication-credits.md"]

        # The original had bare numbers, a blank line before its heading, and no culture key nor explicit id.
        original = re.sub(r'(?m)^- "(\d+)"$', r"- \1", text)
        original = original.replace("ms.contentlocale: en-US\nsource_rebuilt: true\n", "").replace(
            "---\n# ", "---\n\n# "
        )
        original = original.replace(" {#communication-credits}", "")

        assert hashlib.sha1(original.replace("\n", "\r\n").encode()).hexdigest() == published_hash


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a user whom permissions bind")
def test_an_unreadable_file_is_named(inbox: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (inbox / "000_1a2b.txt").chmod(0)

    assert run_command(*sorted(inbox.iterdir()), "--to", tmp_path / "docs") == 2

    assert "000_1a2b.txt:1: cannot be read: Permission denied" in capsys.readouterr().err
