"""Files that come back from translators' tools, made by who means harm.

Points 3 to 5, 10 and 13 of the list in `tests/hostile/__init__.py`.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.conftest import Write
from tests.hostile.bounded import bounded
from tests.hostile.site import SITE

DEEP = 100_000
ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
CHANGES: dict[str, Callable[[str], str]] = {
    "nested": lambda text: text.replace("<target state=\"translated\">", '<target><g id="1">' + '<g id="1">' * DEEP, 1)
    .replace("</target>", "</g>" * DEEP + "</g></target>", 1),
    "nested elsewhere": lambda text: text.replace("<file ", "<a>" * DEEP + "</a>" * DEEP + "<file ", 1),
    "open": lambda text: text + "<g>" * DEEP,
    "a bomb": lambda text: text.replace("<xliff", ENTITIES + "]><xliff", 1).replace("Credits", "&i;"),
    "a NUL": lambda text: text.replace("Credits", "\0"),
    "a long id": lambda text: text.replace('id="', 'id="' + "9" * 5_000),
}  # fmt: skip


@pytest.mark.parametrize("what", CHANGES)
def test_a_file_of_translations(what: str, write: Write) -> None:
    root = write(SITE)
    assert bounded("export", "--format", "xliff", "--output", "out", cwd=root).code == 0
    file = root / "out/sv.xlf"
    before = {page: page.read_bytes() for page in root.glob("docs/**/*.md")}
    text = CHANGES[what](file.read_text("utf-8"))
    assert text != file.read_text("utf-8")
    file.write_text(text, "utf-8")
    assert bounded("import", "out/sv.xlf", cwd=root).code in (1, 2)
    assert {page: page.read_bytes() for page in root.glob("docs/**/*.md")} == before


def test_marks_that_might_hide_a_code_are_looked_at_once(write: Write) -> None:
    text = f"# A\n\n{chr(92) * 50_000} a<b\n"
    root = write({**SITE, "docs/en/a.md": text, "docs/sv/a.md": text})
    assert bounded("export", "--format", "po", "--output", "out", cwd=root).code == 0


@pytest.mark.parametrize(
    "text",
    ['msgid "a"\nmsgid_plural "b"\nmsgstr[0] "x"\nmsgstr[99999999] "x"\n',
     'msgid ""\nmsgstr "Content-Type: text/plain; charset=rot13\\n"\n\nmsgid "a"\nmsgstr "b"\n'],
)  # fmt: skip
def test_a_catalog_that_no_export_wrote(text: str, write: Write) -> None:
    assert bounded("import", "in.po", cwd=write({**SITE, "in.po": text})).code == 2
