"""The same pair elsewhere on a page: far down, in a list, a quotation, a callout, where the same must be told of it."""

from __future__ import annotations

import re
from typing import Literal

from tests.pairs import Case

Position = Literal["deep", "quote", "step", "item", "callout"]
POSITIONS: tuple[Position, ...] = ("deep", "quote", "step", "item", "callout")
HEAD = re.compile(r"(---\n.*?\n---\n\n?)?(# [^\n]*\n\n)?", re.S)
MODULE = re.compile(r"^(?:import|export) ", re.M)
ENGLISH = "Read this page first, and then go on."
# The same in the languages that pairs are most often in.
SAID = {
    "ar": "اقرأ هذه الصفحة أولا ثم تابع.", "bg": "Първо прочетете тази страница, а след това продължете.",
    "cs": "Nejprve si přečtěte tuto stránku a pak pokračujte.", "da": "Læs først denne side, og fortsæt derefter.",
    "de": "Lesen Sie zuerst diese Seite und fahren Sie dann fort.",
    "el": "Διαβάστε πρώτα αυτή τη σελίδα και μετά συνεχίστε.",
    "es": "Lea primero esta página y luego continúe.", "fa": "ابتدا این صفحه را بخوانید و سپس ادامه دهید.",
    "fi": "Lue ensin tämä sivu ja jatka sitten.", "fr": "Lisez d’abord cette page, puis continuez.",
    "he": "קראו תחילה את העמוד הזה ואז המשיכו.", "hi": "पहले यह पृष्ठ पढ़ें, फिर आगे बढ़ें।",
    "hu": "Először olvassa el ezt az oldalt, majd folytassa.",
    "id": "Baca halaman ini terlebih dahulu, lalu lanjutkan.",
    "it": "Leggi prima questa pagina, poi continua.", "ja": "まずこのページを読んでから続けてください。",
    "ko": "먼저 이 페이지를 읽은 다음 계속하세요.", "lv": "Vispirms izlasiet šo lapu un tad turpiniet.",
    "nl": "Lees eerst deze pagina en ga dan verder.", "pl": "Najpierw przeczytaj tę stronę, a potem kontynuuj.",
    "pt": "Leia primeiro esta página e depois continue.", "ro": "Citiți mai întâi această pagină, apoi continuați.",
    "ru": "Сначала прочитайте эту страницу, затем продолжайте.", "sl": "Najprej preberite to stran in nato nadaljujte.",
    "sv": "Läs först den här sidan och fortsätt sedan.", "th": "อ่านหน้านี้ก่อนแล้วจึงทำต่อ",
    "tr": "Önce bu sayfayı okuyun, sonra devam edin.", "uk": "Спочатку прочитайте цю сторінку, а потім продовжуйте.",
    "vi": "Trước tiên hãy đọc trang này rồi tiếp tục.", "zh": "请先阅读本页，然后继续。",
}  # fmt: skip
BEFORE = "## `setup`\n\n{said}\n\n- `alpha`\n- `beta`\n\n| `k` | `v` |\n| --- | --- |\n| `k1` | `v1` |\n\n"
BEHIND = "\n## `finish`\n\n{said}\n\n```sh\nmake done\n```\n"


def elsewhere(case: Case, position: Position) -> Case | None:
    """A case with the text below its first heading in another position; None where it is about the page's own head."""
    said = SAID.get(re.split("[-_]", case["locale"])[0])
    source, target = (_parts(case[side]) for side in ("source", "target"))
    line = case.get("line")
    first = target[0].count("\n")
    if said is None or not all((*source, *target)) or (line is not None and line <= first):
        return None
    if case["dialect"] == "mdx" and MODULE.search(case["source"]):  # which counts at the margin alone
        return None
    moved = [
        _placed(body, case["dialect"], position, words) for body, words in ((source[1], ENGLISH), (target[1], said))
    ]
    case = {**case, "source": source[0] + moved[0][0], "target": target[0] + moved[1][0]}
    if line is not None:
        case["line"] = line + moved[1][1]
    return case


def _parts(text: str) -> tuple[str, str]:
    match = HEAD.match(text)
    end = match.end() if match is not None else 0
    return text[:end], text[end:]


def _placed(body: str, dialect: str, position: Position, said: str) -> tuple[str, int]:
    """A text in its position, and how many lines stand before it there."""
    if position == "deep":
        before = BEFORE.format(said=said)
        return before + body.rstrip("\n") + "\n" + BEHIND.format(said=said), before.count("\n")
    if position == "quote":
        return _quoted(body), 0
    if position == "callout":
        return _callout(body, dialect)
    mark = "1. " if position == "step" else "- "
    width = 4 if dialect == "mkdocs" else len(mark)
    return f"{mark}{said}\n\n{_indented(body, width)}\n{mark.replace('1', '2')}{said}\n", 2


def _callout(body: str, dialect: str) -> tuple[str, int]:
    if dialect == "mkdocs":
        return f"!!! note\n\n{_indented(body, 4)}", 2
    if dialect == "mdx":
        return "::::note\n\n" + body.rstrip("\n") + "\n\n::::\n", 2
    if dialect == "hugo":
        return "{{% alert %}}\n" + body.rstrip("\n") + "\n{{% /alert %}}\n", 1
    return "> [!NOTE]\n" + _quoted(body), 1


def _indented(text: str, width: int) -> str:
    return "".join(" " * width + line if line.strip() else line for line in text.splitlines(keepends=True))


def _quoted(text: str) -> str:
    return "".join("> " + line if line.strip() else ">\n" for line in text.splitlines(keepends=True))
