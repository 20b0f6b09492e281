"""How readers call Learn's alerts, in the languages whose words are known here; in others they keep their English."""

from __future__ import annotations

KINDS = {"note": "note", "tip": "tip", "important": "important", "caution": "caution", "warning": "warning"}
"""Learn's alerts, and the admonitions of Material for MkDocs that they become."""

_WORDS = {
    "en": ("Note", "Tip", "Important", "Caution", "Warning"),
    "bg": ("Забележка", "Съвет", "Важно", "Внимание", "Предупреждение"),
    "cs": ("Poznámka", "Tip", "Důležité", "Upozornění", "Varování"),
    "da": ("Bemærk", "Tip", "Vigtigt", "Forsigtig", "Advarsel"),
    "de": ("Hinweis", "Tipp", "Wichtig", "Vorsicht", "Warnung"),
    "es": ("Nota", "Sugerencia", "Importante", "Precaución", "Advertencia"),
    "et": ("Märkus", "Nõuanne", "Tähtis", "Ettevaatust", "Hoiatus"),
    "fi": ("Huomautus", "Vihje", "Tärkeää", "Varoitus", "Varoitus"),
    "fr": ("Remarque", "Conseil", "Important", "Attention", "Avertissement"),
    "hu": ("Megjegyzés", "Tipp", "Fontos", "Figyelem", "Figyelmeztetés"),
    "it": ("Nota", "Suggerimento", "Importante", "Attenzione", "Avviso"),
    "ja": ("注意", "ヒント", "重要", "注意", "警告"),
    "ko": ("참고", "팁", "중요", "주의", "경고"),
    "lt": ("Pastaba", "Patarimas", "Svarbu", "Atsargiai", "Įspėjimas"),
    "lv": ("Piezīme", "Padoms", "Svarīgi", "Uzmanību", "Brīdinājums"),
    "nb": ("Merk", "Tips", "Viktig", "Forsiktig", "Advarsel"),
    "nl": ("Opmerking", "Tip", "Belangrijk", "Let op", "Waarschuwing"),
    "pl": ("Uwaga", "Porada", "Ważne", "Przestroga", "Ostrzeżenie"),
    "pt": ("Nota", "Dica", "Importante", "Cuidado", "Aviso"),
    "ro": ("Notă", "Sfat", "Important", "Atenție", "Avertisment"),
    "ru": ("Примечание", "Совет", "Важно", "Внимание", "Предупреждение"),
    "sk": ("Poznámka", "Tip", "Dôležité", "Upozornenie", "Varovanie"),
    "sl": ("Opomba", "Nasvet", "Pomembno", "Pozor", "Opozorilo"),
    "sv": ("Anteckning", "Tips", "Viktigt", "Försiktighet", "Varning"),
    "tr": ("Not", "İpucu", "Önemli", "Dikkat", "Uyarı"),
    "uk": ("Примітка", "Порада", "Важливо", "Увага", "Попередження"),
}


def title(kind: str, locale: str) -> str:
    """The title of an alert (`note`) in a locale (`lv`, `pt-BR`)."""
    words = _WORDS.get(locale.partition("-")[0].lower(), _WORDS["en"])
    return words[list(KINDS).index(kind)]
