"""What readers are told is complete in every language, with the same fields and every plural form."""

import ast
import os
import re
from datetime import date
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import facingpages.mkdocs
from facingpages.config import SetupError
from facingpages.mkdocs.card import BEHIND, COUNTED
from facingpages.mkdocs.words import FOLDER, Words, bring, direction, language_name, words

LOCALES = sorted(folder.name for folder in FOLDER.iterdir())
FIELDS = re.compile(r"\{(\w+)\}")


def messages() -> set[str]:
    """Every text that the package hands to `say`, and those that it chooses from a table."""
    found: set[str] = set()
    for file in Path(facingpages.mkdocs.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "say":
                first = node.args[0]
                if isinstance(first, ast.Constant):
                    found.add(str(first.value))
            elif isinstance(node, ast.Dict) and file.name == "card.py":
                found |= {str(value.value) for value in node.values if isinstance(value, ast.Constant)}
    return found


@pytest.mark.parametrize("locale", LOCALES)
def test_every_message_is_translated_with_its_fields_and_plural_forms(locale: str) -> None:
    file = FOLDER / locale / "LC_MESSAGES" / "site.po"
    with file.open("rb") as stream:
        catalog = read_po(stream, locale=locale)
    wanted = messages()
    assert len(wanted) > 20
    for message in wanted:
        entry = catalog.get(message)
        assert entry is not None, f"{locale} lacks {message!r}"
        assert entry.string, f"{locale}: {message!r} is empty"
        assert set(FIELDS.findall(str(entry.string))) == set(FIELDS.findall(message))
    counted = [*(one for _, one, _ in COUNTED), BEHIND[0]]
    for one in counted:
        entry = catalog.get(one)
        assert entry is not None
        assert isinstance(entry.string, tuple)
        assert len(entry.string) == catalog.num_plurals
        assert all("{count}" in form for form in entry.string)
    assert "Machine-translated" in file.read_text("utf-8").splitlines()[0]
    known = wanted | set(counted)
    unused = [
        entry.id for entry in catalog if entry.id and (entry.id[0] if entry.pluralizable else entry.id) not in known
    ]
    assert unused == []


def test_readers_of_the_languages_most_used_in_documentation_are_told_in_theirs() -> None:
    assert len(LOCALES) >= 35
    for locale, language in {"zh-TW": "譯", "zh_CN": "译", "pt-BR": "Tradu", "de-AT": "Übers", "no": "Overs"}.items():
        assert language in Words(locale).say("Translation")
        assert Words(locale).tag == locale.replace("_", "-")
    assert [Words(locale).direction for locale in ("ar", "fa", "he")] == ["rtl"] * 3


def test_numbers_take_the_plural_form_of_the_language() -> None:
    error = ("{count} error", "{count} errors")
    assert [words("lv").count(*error, number) for number in (1, 2, 11, 21)] == [
        "1 kļūda",
        "2 kļūdas",
        "11 kļūdas",
        "21 kļūda",
    ]
    assert [words("sl").count(*error, number) for number in (1, 2, 3, 5)] == [
        "1 napaka",
        "2 napaki",
        "3 napake",
        "5 napak",
    ]
    assert [words("ro").count(*error, number) for number in (1, 2, 20)] == ["1 eroare", "2 erori", "20 de erori"]


def test_a_language_without_catalog_is_told_in_english_and_marked_so() -> None:
    said = Words("eo")
    assert said.tag == "en"
    assert said.say("Human translation") == "Human translation"
    assert said.day(date(2020, 4, 6)) == "April 6, 2020"
    assert said.language("en") == "English"
    assert Words("xx-nonsense").tag == "en"


def test_names_and_directions_of_languages() -> None:
    assert language_name("en", "lv") == "angļu"
    assert language_name("bg") == "български"
    assert direction("ar") == "rtl"
    assert direction("lv") == "ltr"


def test_catalogs_of_a_site_are_read_once_and_never_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = b'msgid "Not in the translation:"\nmsgstr "Nav te:"\n'
    (tmp_path / "lv.po").write_bytes(text)
    try:
        assert bring(tmp_path) == [("lv.po", text)]
        assert words("lv").say("Not in the translation:") == "Nav te:"
        os.mkfifo(tmp_path / "sv.po")
        monkeypatch.setattr("facingpages.site.bounded.SILENCE", 0.1)
        with pytest.raises(SetupError, match=r"sv\.po: this catalog of words can't be read: .*nothing was written"):
            bring(tmp_path)
    finally:
        assert bring(None) == []
