"""What can be done about a finding, and what may be written: each edit is made, and the page looked at again."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from lsprotocol import types
from tests.server.conftest import LV as LV_TEXT
from tests.server.conftest import SOURCE
from tests.server.conftest import SV as SV_TEXT
from tests.server.session import Session, units

pytestmark = pytest.mark.asyncio(loop_scope="package")
SV, LV, EN = "docs/sv/p.md", "docs/lv/p.md", "docs/en/p.md"
WRONG = ("link-target", 3)


async def actions(session: Session, path: str, line: int, character: int, *only: str) -> list[types.CodeAction]:
    """All actions at a place, each with its edit."""
    at = types.Position(line, character)
    context = types.CodeActionContext(
        list(session.diagnostics(path)), [types.CodeActionKind(one) for one in only] or None
    )
    params = types.CodeActionParams(session.name(path), types.Range(at, at), context)
    found = await session.client.text_document_code_action_async(params)
    whole = []
    for one in found or ():
        assert isinstance(one, types.CodeAction)
        whole.append(one if one.edit is not None else await session.client.code_action_resolve_async(one))
    return whole


def made(session: Session, path: str, action: types.CodeAction) -> Sequence[types.TextEdit]:
    """Make an action's edits in the client's text, as an editor does."""
    assert action.edit is not None
    if action.edit.document_changes:
        (change,) = action.edit.document_changes
        assert isinstance(change, types.TextDocumentEdit)
        assert change.text_document.version == session.versions[path]
        edits = change.edits
    else:
        ((_, edits),) = (action.edit.changes or {}).items()  # type: ignore[assignment]
    order = sorted(edits, key=lambda one: (one.range.start.line, one.range.start.character), reverse=True)
    places = [(one.range.start, one.range.end, one.new_text) for one in order if isinstance(one, types.TextEdit)]
    session.edit(path, *((a.line, a.character, b.line, b.character, text) for a, b, text in places))
    return [one for one in edits if isinstance(one, types.TextEdit)]


def named(found: Sequence[types.CodeAction], begin: str) -> types.CodeAction:
    (action,) = [one for one in found if one.title.startswith(begin)]
    return action


async def test_a_fix_mends_what_it_is_of_and_a_stale_one_is_not_offered(session: Session) -> None:
    session.open(SV)
    await session.tells(SV, [WRONG])
    at = units(SV_TEXT.split("\n")[2].partition("]")[0], session.encoding)
    found = await actions(session, SV, 2, at, "quickfix")
    fix = next(one for one in found if one.title.endswith("(unsafe: look at it)"))
    assert not fix.is_preferred  # an address of another site may have been chosen
    assert fix.diagnostics
    assert fix.diagnostics[0].code == "link-target"
    made(session, SV, fix)
    assert not await actions(session, SV, 2, at, "quickfix")  # the page is not looked at yet
    await session.tells(SV, [])


@pytest.mark.parametrize(
    "line", ["Tryck **Spara** 😀 och se [priser](https://a.example/priser).", "1. Först, se [x](https://a.example/x)."]
)
async def test_an_ignore_is_put_where_it_works(session: Session, line: str) -> None:
    number = 2 if line.startswith("Tryck") else 4
    lines = SV_TEXT.replace("/priser)", "/prices)").split("\n")
    lines[number] = line
    session.open(SV, "\n".join(lines))
    await session.until(lambda: session.diagnostics(SV))
    rules = [one.code for one in session.diagnostics(SV)]
    found = await actions(session, SV, number, units(line.partition("[")[0], session.encoding) + 2, "quickfix")
    (edit,) = made(session, SV, named(found, f"Ignore {rules[0]} here"))
    assert "say why" in edit.new_text
    left = rules[1:]
    await session.until(lambda: [one.code for one in session.diagnostics(SV)] == left)


async def test_what_shows_only_across_pages_can_be_ignored_too(session: Session) -> None:
    session.write({"docs/en/q.md": "# Q\n\n[p](p.md#calls)\n", "docs/sv/q.md": "# F\n\n[p](p.md#samtalx)\n"})
    session.open("docs/sv/q.md")
    await session.tells("docs/sv/q.md", [("anchor-dead", 3)])
    found = await actions(session, "docs/sv/q.md", 2, 5, "quickfix")
    made(session, "docs/sv/q.md", named(found, "Ignore anchor-dead here"))
    await session.tells("docs/sv/q.md", [])


async def test_what_is_missing_is_taken_over_from_the_source_in_the_page_s_own_line_ends(session: Session) -> None:
    session.open(LV, LV_TEXT.replace("Nospiediet **Saglabāt** 😀, sk. [cenas](https://a.example/prices).\r\n\r\n", ""))
    await session.until(lambda: session.diagnostics(LV))
    found = await actions(session, LV, 2, 4, "refactor.rewrite")
    (edit,) = made(session, LV, named(found, "Take over what is missing"))
    assert edit.new_text == "Press **Save** 😀 and see [prices](https://a.example/prices).\r\n\r\n"
    await session.until(lambda: not [one for one in session.diagnostics(LV) if one.code == "block-missing"])
    found = await actions(session, LV, 0, 3, "refactor")
    (edit,) = made(session, LV, named(found, "Take over this block"))
    assert edit.new_text == "# Calls"


async def test_all_safe_fixes_are_made_at_once_and_hold(session: Session) -> None:
    session.open(EN, SOURCE + "\nUse `az login` and `x`.\n")
    session.open(SV, SV_TEXT + "\nKör az login nu, och `x`.\n")
    await session.until(lambda: len(session.diagnostics(SV)) == 2)
    found = await actions(session, SV, 0, 0, "source.fixAll")
    made(session, SV, named(found, "Make all safe"))
    await session.tells(SV, [WRONG])  # an address of another site may have been chosen


async def words(session: Session, path: str, text: str) -> list[str]:
    """What is offered where a page's text is cut by a bar."""
    session.edit(path, text.replace("|", ""))
    line = text.partition("|")[0]
    at = types.Position(line.count("\n"), units(line.rpartition("\n")[2], session.encoding))
    found = await session.client.text_document_completion_async(types.CompletionParams(session.name(path), at))
    assert isinstance(found, list)
    begun = line.rpartition("\n")[2]
    for one in found:
        assert isinstance(one.text_edit, types.TextEdit)
        assert one.text_edit.range.start.character <= units(begun, session.encoding)
        assert one.text_edit.range.end == at
    return [one.label for one in found]


async def test_targets_anchors_labels_and_keys_are_offered_as_this_locale_has_them(session: Session) -> None:
    session.write(
        {
            "docs/sv/q.md": "# Frågor {#fragor}\n\n## Mer\n",
            "docs/en/q.md": "---\ntitle: Q\nlang: en\n---\n# Q\n\n## More\n",
        }
    )
    session.open(SV)
    session.open("docs/sv/q.md")
    await session.until(lambda: session.uri("docs/sv/q.md") in session.client.diagnostics)
    offered = await words(session, SV, SV_TEXT.replace("(https://a.example/priser)", "(|)"))
    assert offered[:2] == ["https://a.example/prices", "q.md"]
    offered = await words(session, SV, SV_TEXT.replace("(https://a.example/priser)", "(q.md#|)"))
    assert "#mer" in offered
    offered = await words(session, SV, SV_TEXT.replace("**Spara**", "😀 **S|"))
    assert offered[0] in ("Spara", "Save")
    assert await words(session, "docs/sv/q.md", "---\ntitle: F\n|\n---\n# Frågor\n\n## Mer\n") == ["lang"]
