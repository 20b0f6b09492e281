"""What stands beside the cursor, asked by clients that count columns in three ways."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from lsprotocol import types
from tests.server.conftest import SOURCE
from tests.server.conftest import SV as SV_TEXT
from tests.server.session import Session, units

from facingpages.safe import safe

pytestmark = pytest.mark.asyncio(loop_scope="package")
SV, LV, EN = "docs/sv/p.md", "docs/lv/p.md", "docs/en/p.md"
WRONG = ("link-target", 3)


async def hover(session: Session, path: str, line: int, character: int = 0) -> str:
    params = types.HoverParams(session.name(path), types.Position(line, character))
    found = await session.client.text_document_hover_async(params)
    assert found is None or isinstance(found.contents, types.MarkupContent)
    return found.contents.value if found is not None else ""


async def test_hover_shows_the_source_as_it_is_being_written_and_nothing_of_it_can_act(session: Session) -> None:
    session.open(SV)
    await session.tells(SV, [WRONG])
    behind = units(SV_TEXT.split("\n")[2].partition("]")[0], session.encoding)
    shown = await hover(session, SV, 2, behind)
    assert "docs/en/p.md:3" in shown
    assert "```markdown\nPress **Save** 😀 and see" in shown
    session.open(EN, SOURCE.replace("Press", "![x](https://a.example/x.png) ``` Press"))
    assert "````markdown\n![x]" in await hover(session, SV, 2, 3)
    assert await hover(session, SV, 3) == ""
    both = await hover(session, EN, 0, 2)
    assert "**sv**" in both
    assert "# Samtal" in both
    assert "# Zvani" in both


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("![x](https:/a.example/x.png)", "`docs/en/![x](https:/a.example/x.png).md:3`"),
        ("`![x](y)`", "`` docs/en/`![x](y)`.md:3 ``"),
        ("a\n\x1b[2J\u202eb", "`docs/en/a\\u000a\\u001b[2J\\u202eb.md:3`"),
    ],
)
async def test_the_name_of_a_file_can_do_nothing(session: Session, name: str, shown: str) -> None:
    page = f"docs/sv/{name}.md"
    session.write({page: SV_TEXT, f"docs/en/{name}.md": SOURCE})
    session.open(page)
    await session.tells(page, [WRONG])
    assert (await hover(session, page, 2)).startswith(f"**en** {shown}\n\n")
    session.open(SV, SV_TEXT + "\n[x](")
    await session.until(lambda: session.uri(SV) in session.client.diagnostics)
    at = types.CompletionParams(session.name(SV), types.Position(len(SV_TEXT.split("\n")), 4))
    offered = await session.client.text_document_completion_async(at)
    assert isinstance(offered, list)
    assert {one.label for one in offered} >= {safe(f"{name}.md")}
    assert all(one.label == safe(one.label) and one.detail == safe(one.detail or "") for one in offered)


async def test_a_page_with_a_name_that_no_file_can_have_is_none(session: Session) -> None:
    assert await hover(session, f"{'a' * 5000}/p.md", 0) == ""


async def test_definition_is_the_source_and_references_are_all_translations(session: Session) -> None:
    session.open(LV)
    await session.tells(LV, [])
    here = session.name(LV)
    found = await session.client.text_document_definition_async(types.DefinitionParams(here, types.Position(5, 1)))
    assert isinstance(found, list)
    assert [(one.uri, one.range.start.line) for one in found] == [(session.uri(EN), 5)]  # type: ignore[union-attr]
    asked = types.ReferenceParams(types.ReferenceContext(True), here, types.Position(5, 1))
    places = await session.client.text_document_references_async(asked)
    assert [one.uri for one in places or ()] == [session.uri(path) for path in (EN, LV, SV)]
    end = max(one.range.end.character for one in places or ())
    assert end == units("2. Second.", session.encoding)


async def test_symbols_are_headings_with_what_they_are_called_in_the_source(session: Session) -> None:
    session.open(SV, SV_TEXT + "\n## Mer\n\nText.\n\n# Slut\n")
    session.open(EN, SOURCE + "\n## More\n\nText.\n\n# End\n")
    await session.until(lambda: session.uri(SV) in session.client.diagnostics)
    found = await session.client.text_document_document_symbol_async(types.DocumentSymbolParams(session.name(SV)))
    top = [one for one in found or () if isinstance(one, types.DocumentSymbol)]
    assert [(one.name, one.detail) for one in top] == [("Samtal", "Calls"), ("Slut", "End")]
    assert [(one.name, one.range.start.line, one.range.end.line) for one in top[0].children or ()] == [("Mer", 7, 11)]


async def test_a_source_says_how_many_translations_an_edit_makes_stale(session: Session) -> None:
    (session.root / LV).unlink()
    session.open(EN)
    await session.until(lambda: session.uri(EN) in session.client.diagnostics)
    asked = types.CodeLensParams(session.name(EN))

    async def lenses() -> list[tuple[int, str]]:
        found = await session.client.text_document_code_lens_async(asked)
        return [(one.range.start.line, one.command.title) for one in found or () if one.command is not None]

    assert await lenses() == [(0, "1 translation; missing: lv")]
    session.edit(EN, (4, 9, 4, 9, " Then wait."))
    assert await lenses() == [
        (0, "1 translation, 1 made stale by this edit; missing: lv"),
        (4, "changed; not yet in sv"),
    ]
    session.edit(EN, SOURCE.replace("**", "__"))  # not a word of it
    assert await lenses() == [(0, "1 translation; missing: lv")]


def git(root: Path, *words: str) -> None:
    quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    name = ["-c", "user.name=a", "-c", "user.email=a@a.example"]
    subprocess.run(["git", *name, *words], cwd=root, check=True, capture_output=True, env={**os.environ, **quiet})


async def test_hover_tells_what_the_source_said_when_it_was_translated(session: Session) -> None:
    git(session.root, "init", "-q", ".")
    git(session.root, "add", ".")
    git(session.root, "commit", "-qm", "translated")
    session.write({EN: SOURCE.replace("1. First.", "1. First of all.")})
    git(session.root, "add", ".")
    git(session.root, "commit", "-qm", "changed", "--date", "2040-01-01T00:00:00")
    session.open(SV)
    await session.until(lambda: session.uri(SV) in session.client.diagnostics)
    shown = await hover(session, SV, 4, 4)
    assert "1. First of all." in shown
    if "of which this translation was made" in shown:  # both commits of one second look like one
        assert shown.rstrip("`\n").endswith("1. First.")
    assert "translation was made" not in await hover(session, SV, 0, 2)


async def test_the_source_stands_behind_each_line_where_it_is_wanted(session: Session) -> None:
    session.open(SV)
    await session.tells(SV, [WRONG])
    asked = types.InlayHintParams(session.name(SV), types.Range(types.Position(0, 0), types.Position(9, 0)))
    assert not await session.client.text_document_inlay_hint_async(asked)
    await session.choose(inlay=True)
    hints = await session.client.text_document_inlay_hint_async(asked)
    await session.choose()
    assert next((one.position.line, one.label) for one in hints or ()) == (0, "Calls")
    assert [one.position.line for one in hints or ()] == [0, 2, 4, 5]
