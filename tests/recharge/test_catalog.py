"""The words: all there in every language, with the right plural forms and nothing lost from a sentence."""

import gettext
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog as GettextCatalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po

from recharge import catalog as catalog_module
from recharge import messages
from recharge.catalog import CATALOGS, MissingTranslationError, catalog
from recharge.language import LOCALES, language
from recharge.messages import PAGE, REPORT, Counted

TRANSLATED = [locale for locale in LOCALES if locale != "en"]
COUNTS = [0, 1, 2, 3, 5, 10, 11, 19, 20, 21, 101, 102, 103, 120]
QUOTES = {"en": "“”", "lv": "„”", "bg": "„“", "sv": "””", "sl": "»«", "ro": "„”"}
ALL_QUOTES = '“”„»«"'


def gettext_catalog(locale: str) -> GettextCatalog:
    with (CATALOGS / locale / "LC_MESSAGES" / "recharge.po").open("rb") as file:
        return read_po(file, locale=locale)


def values_in(text: str) -> set[str]:
    return set(re.findall(r"\{([a-z_]+)\}", text))


def forms(locale: str, key: str) -> list[str]:
    message = catalog(locale).messages[key]
    return [message] if isinstance(message, str) else list(message.values())


@pytest.mark.parametrize("locale", TRANSLATED)
def test_nothing_is_missing_fuzzy_or_left_over(locale: str) -> None:
    options = {"keywords": {"_": None, "count": (1, 2)}}
    extracted = extract_from_file("python", messages.__file__, **options)
    wanted = {found[1] if isinstance(found[1], str) else found[1][0] for found in extracted}
    have = gettext_catalog(locale)
    entries = {entry.id if isinstance(entry.id, str) else entry.id[0]: entry for entry in have if entry.id}
    assert set(entries) == wanted
    assert [source for source, entry in entries.items() if entry.fuzzy or not all(entry.string)] == []
    assert not have.obsolete


@pytest.mark.parametrize("locale", TRANSLATED)
def test_the_plural_forms_of_a_catalog_are_cldrs(locale: str) -> None:
    header = gettext_catalog(locale).plural_expr
    form_of = gettext.c2py(header)  # type: ignore[attr-defined]
    categories = language(locale).plural_categories()
    assert gettext_catalog(locale).num_plurals == len(categories)
    for count in [*COUNTS, *range(200)]:
        assert categories[form_of(count)] == language(locale).plural_category(count)


@pytest.mark.parametrize("locale", LOCALES)
def test_a_translation_keeps_every_value_of_its_sentence(locale: str) -> None:
    for key, source in (REPORT | PAGE).items():
        wanted = values_in(source.other if isinstance(source, Counted) else source)
        for form in forms(locale, key):
            assert values_in(form) <= wanted, form
        # Where a form stands for one count only the sentence may leave values out; elsewhere none may get lost.
        assert values_in(forms(locale, key)[-1]) == wanted, key


@pytest.mark.parametrize("locale", LOCALES)
def test_every_count_is_said_with_its_number(locale: str) -> None:
    words = catalog(locale)
    for key, message in (REPORT | PAGE).items():
        if isinstance(message, Counted):
            fillings = dict.fromkeys(values_in(message.other) - {"n"}, "x")
            for count in COUNTS:
                assert str(count) in words.counted(key, count, **fillings)


@pytest.mark.parametrize("locale", LOCALES)
def test_quotation_marks_are_the_languages_own(locale: str) -> None:
    for key in REPORT | PAGE:
        for form in forms(locale, key):
            marks = "".join(character for character in form if character in ALL_QUOTES)
            assert marks == QUOTES[locale] * (len(marks) // 2), form


@pytest.mark.parametrize("locale", TRANSLATED)
def test_no_sentence_was_left_in_english(locale: str) -> None:
    english, translated = catalog("en"), catalog(locale)
    same = [key for key in REPORT | PAGE if english.messages[key] == translated.messages[key]]
    # Only patterns without words may be equal.
    assert set(same) <= {"answer", "answer_period", "mark_text"}


def test_plural_forms_by_hand() -> None:
    told = {
        ("lv", 1): "1 papildināšana: x",
        ("lv", 10): "10 papildināšanu pa x",
        ("lv", 21): "21 papildināšana pa x",
        ("lv", 3): "3 papildināšanas pa x",
        ("sl", 1): "1 polnjenje za x",
        ("sl", 101): "101 polnjenje po x",
        ("sl", 2): "2 polnjenji po x",
        ("sl", 103): "103 polnjenja po x",
        ("sl", 5): "5 polnjenj po x",
        ("ro", 2): "2 reîncărcări de x",
        ("ro", 20): "20 de reîncărcări de x",
        ("ro", 101): "101 reîncărcări de x",
    }
    for (locale, count), text in told.items():
        assert catalog(locale).counted("ledger_recharge", count, amount="x") == text


def test_a_missing_translation_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "sv" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    text = (CATALOGS / "sv" / "LC_MESSAGES" / "recharge.po").read_text(encoding="utf-8")
    (folder / "recharge.po").write_text(text.replace('msgstr "Valuta"', 'msgstr ""'), encoding="utf-8")
    monkeypatch.setattr(catalog_module, "CATALOGS", tmp_path)
    with pytest.raises(MissingTranslationError, match=r"recharge\.po of sv .*'Currency'"):
        catalog.__wrapped__("sv")
