"""Findings while typing: of the newest text of both sides, at the right place in the units of each client."""

from __future__ import annotations

import asyncio

import pytest
from lsprotocol import types
from tests.server.conftest import LV as LV_TEXT
from tests.server.conftest import SOURCE
from tests.server.conftest import SV as SV_TEXT
from tests.server.session import Session, units

pytestmark = pytest.mark.asyncio(loop_scope="package")
SV, LV, EN = "docs/sv/p.md", "docs/lv/p.md", "docs/en/p.md"
WRONG = ("link-target", 3)


async def test_a_finding_has_its_place_its_source_and_its_rule(session: Session) -> None:
    session.open(SV)
    await session.tells(SV, [WRONG])
    (found,) = session.diagnostics(SV)
    assert found.source == "facingpages"
    assert found.code_description is not None
    assert found.code_description.href.endswith("/localizers/rules/links/#link-target")
    assert found.related_information is not None
    (related,) = found.related_information
    assert related.location.uri == session.uri(EN)
    for text, place in ((SV_TEXT, found.range), (SOURCE, related.location.range)):
        line = text.splitlines()[2]
        start, end = line.index("["), line.index(")") + 1
        assert place.start == types.Position(2, units(line[:start], session.encoding))
        assert place.end == types.Position(2, units(line[:end], session.encoding))


async def test_edits_behind_an_emoji_and_odd_line_ends_hit_their_place(session: Session) -> None:
    odd = SV_TEXT.replace("Tryck", "Tryck\u2028")
    session.open(SV, odd)
    await session.tells(SV, [WRONG])
    line = odd.split("\n")[2]
    start = units(line[: line.index("priser)")], session.encoding)
    session.edit(SV, (2, start, 2, start + len("priser"), "pri"), (2, start + 3, 2, start + 3, "ces"))
    await session.tells(SV, [])
    session.edit(SV, (6, 0, 6, 0, "\n\nMer.\n"))  # at the end, then undone
    await session.tells(SV, [("block-extra", 9)])
    session.edit(SV, (6, 0, 9, 0, ""))
    await session.tells(SV, [])


async def test_unsaved_text_of_the_source_counts_and_so_does_that_of_a_page_with_other_line_ends(
    session: Session,
) -> None:
    session.open(SV)
    session.open(LV)
    await session.tells(SV, [WRONG])
    await session.tells(LV, [])
    session.open(EN)
    session.edit(EN, SOURCE.replace("a.example/prices", "a.example/priser"))
    await session.tells(SV, [])
    await session.tells(LV, [WRONG])
    session.edit(LV, LV_TEXT.replace("2. Divi.\r\n", ""))
    await session.tells(LV, [WRONG, ("step-missing", 5)])
    session.edit(LV, (4, 9, 4, 9, "\r\n2. Divi."))
    await session.tells(LV, [WRONG])
    session.close(EN)  # without saving
    await session.tells(LV, [])
    await session.tells(SV, [WRONG])


async def test_a_page_without_its_source_and_one_that_is_none_are_left_alone(session: Session) -> None:
    session.write({"docs/sv/alone.md": "# Ensam\n", "notes.md": "# Notes\n"})
    session.open("notes.md")
    session.open("docs/sv/alone.md")
    await session.tells("docs/sv/alone.md", [("page-orphan", 1)])
    assert session.uri("notes.md") not in session.client.diagnostics


async def test_links_to_other_pages_are_told_when_the_whole_site_is_known(session: Session) -> None:
    session.write({
        "docs/en/q.md": "# Q\n\nSee [p](p.md#calls).\n", "docs/sv/q.md": "# Q\n\nSe [p](p.md#samtal).\n",
        "docs/lv/q.md": "# Q\n\nSk. [p](p.md#zvani).\n",
    })  # fmt: skip
    session.open("docs/sv/q.md")
    await session.tells("docs/sv/q.md", [])
    session.open(SV)
    session.edit(SV, SV_TEXT.replace("# Samtal", "# Rop"))
    await session.tells("docs/sv/q.md", [("anchor-dead", 3)])


async def test_a_folder_that_is_no_site_is_said_once(session: Session) -> None:
    (session.root / "facingpages.toml").write_text('pages = ["nowhere/{locale}/{page}.md"]\n', "utf-8")
    session.open(SV)
    session.open(LV)
    await session.until(lambda: [one for one in session.client.messages if session.root.name in one.message])
    session.save(LV)
    await asyncio.sleep(0.1)
    (message,) = [one for one in session.client.messages if session.root.name in one.message]
    assert "nowhere" in message.message
    (session.root / "facingpages.toml").write_text('pages = ["docs/{locale}/{page}.md"]\n', "utf-8")
    session.save("facingpages.toml")
    await session.tells(SV, [WRONG])


@pytest.mark.parametrize(
    "uri", ["untitled:one", "file:///etc/passwd", "https://a.example/p.md", "file://host/p.md", "file:///%00", "x"]
)
async def test_what_is_no_file_of_the_workspace_is_left_alone(session: Session, uri: str) -> None:
    client = session.client
    client.text_document_did_open(types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, "markdown", 1, "# T\n")))
    client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))
    session.open(SV)
    await session.tells(SV, [WRONG])
    assert uri not in client.diagnostics
