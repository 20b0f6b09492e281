"""Pages: every source page has its translation, whole, readable, and nothing is left behind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from facingpages.document import Place
from facingpages.finding import Finding, Related
from facingpages.languages import language
from facingpages.rules.base import ERROR, WARNING, Example, Family, Pair, Rule, shorten
from facingpages.site import Site

MISSING = Rule(
    "page-missing",
    WARNING,
    "A page of the source has no translation.",
    "Pages that are not meant to be translated are named in `source_only`.",
)
ORPHAN = Rule(
    "page-orphan",
    WARNING,
    "A page of the translation has no source.",
    "Its source was renamed or removed, or its name was translated.",
)
UNREADABLE = Rule(
    "page-unreadable",
    ERROR,
    "A page could not be read, so it was not checked.",
    "A file without permission, a directory or a device with the name of a page, or one that is too large.",
)
ENCODING = Rule(
    "page-encoding",
    ERROR,
    "A page is not valid UTF-8.",
    "The finding names the first byte that is wrong. The rest of the page is still checked.",
)
BILINGUAL = Rule(
    "page-bilingual",
    ERROR,
    "A page that should hold its source does not hold all of it.",
    "Only where `embedded_source` is set: a segment whose spans are broken stays in both texts as it stands, and a page "
    "without any segment is compared with nothing. All other segments are compared.",
)
EMPTY = Rule(
    "page-empty",
    ERROR,
    "The translation is empty.",
    "The source has text.",
    (Example("# Credits\n\nBuy.\n", "\n", ("1:1",)),),
    alone=True,
)
FENCED = Rule(
    "page-fenced",
    ERROR,
    "The whole page stands in a code fence.",
    "What a language model returns when it is asked for Markdown, and what readers then see: the source of the page.",
    (Example("# Credits\n\nBuy.\n\nThen wait.\n", "```markdown\n# Krediter\n\nKöp.\n\nVänta sedan.\n```\n", ("1:1",)),),
    alone=True,
)
SHORT = Rule(
    "page-short",
    ERROR,
    "The page ends before its source does.",
    "The tail of the source has no counterpart: told once, with the first block that is missing.",
    (
        Example(
            "# A\n\nOne [a](a.md).\n\n## B\n\nTwo.\n\nThree.\n\n## C\n\nFour.\n\n## D\n\nFive.\n",
            "# A\n\nEtt [a](a.md).\n\n## B\n\nTvå.\n",
            ("7:5",),
        ),
    ),
)
LEFTOVER = Rule(
    "page-leftover",
    ERROR,
    "The page holds a phrase that stands for text not written.",
    "`[rest of the article]`, `[continues]`: what a language model writes when it stops early. Also merge-conflict marks.",
    (
        Example("# A\n\nOne.\n\nTwo.\n", "# A\n\nEtt.\n\n[Resten av artikeln är oförändrad]\n", ("5:1",)),
        Example("One.\n", "<<<<<<< HEAD\nEtt.\n", ("1:1",)),
    ),
)

PHRASE = (
    r"(?<![\[(\u3010<*_])[\[(\u3010<*_]++\s*+(?:\.{3}|\u2026)?\s*(?:the\s+)?(?:rest|remainder|remaining)\b[^\])\n]{0,80}[\])\u3011>*_]"
    r"|[\[(]\s*(?:\.{3}|\u2026)?\s*(?:(?:content|text|article|translation)\s+)?(?:continues|continued|truncated|omitted|unchanged)\b[^\])\n]{0,60}[\])]"
)
OF_A_LANGUAGE = r"|[\[(]\s*(?:{words})[^\])\n]{{0,80}}[\])]"
MARK = re.compile(r"[\[(\u3010<*]")  # without one of these there is no such phrase
CONFLICT = re.compile(rb"^(?:<{7} \S|>{7} \S|={7}$)", re.M)


def site(site: Site) -> Iterator[Finding]:
    """Pages without translation, translations without source, files that could not be read."""
    for page in site.pages:
        if page.error:
            yield Finding(
                UNREADABLE.id, UNREADABLE.severity, Place(page.path, 1, 1, 1, 1), page.locale, page.error, page.values,
                page=page.name,
            )  # fmt: skip
    for locale in site.locales:
        names = {page.name for page in site.translations(locale)}
        for source in site.sources:
            if source.name not in names and not site.is_source_only(source):
                path = site.path_of(source.name, locale)
                yield Finding(
                    MISSING.id, MISSING.severity, Place(path, 1, 1, 1, 1), locale, 'The page "{page}" is not translated.',
                    {"page": source.name}, (Related(Place(source.path, 1, 1, 1, 1), "source page"),), page=source.name,
                )  # fmt: skip
        for page in site.translations(locale):
            if page.name not in site.source_names:
                yield Finding(
                    ORPHAN.id, ORPHAN.severity, Place(page.path, 1, 1, 1, 1), locale, 'The page "{page}" has no source.',
                    {"page": page.name}, page=page.name,
                )  # fmt: skip


def check(pair: Pair) -> Iterator[Finding]:
    """Faults of the file, and pages that are empty, fenced, short, or hold a leftover."""
    source, target = pair.source, pair.target
    if not target.blocks:
        if source.blocks:
            worded = any(block.text.strip() and block.kind not in ("html", "directive") for block in source.blocks)
            severity = None if worded else WARNING
            yield pair.finding(EMPTY, "The page is empty; its source is not.", (0, 0), (0, 0), severity=severity)
        return
    if pair.cut:
        block = pair.cut[0]
        end = len(target.raw.rstrip())
        yield pair.finding(
            SHORT, 'The page ends here; {count} blocks of the source follow, the first is "{text}"', (end, end),
            (block.start, pair.cut[-1].end), note="source", count=str(len(pair.cut)), text=shorten(block.text),
        )  # fmt: skip
    first = target.blocks[0]
    if first.kind == "code" and len(target.blocks) <= 2 and len(source.blocks) > 2 and source.blocks[0].kind != "code":
        yield pair.finding(FENCED, "The whole page stands in a code fence.", (first.start, first.start + 3))
    phrase = _phrase(pair.locale)
    for block in target.blocks:
        if block.text and block.kind != "code" and MARK.search(block.text) and (match := phrase.search(block.text)):
            if not any(phrase.search(other.text) for other in source.blocks):
                start = block.offset(match.start())
                yield pair.finding(
                    LEFTOVER, 'This stands for text that was not written: "{text}"', (start, start + len(match.group().encode())),
                    text=match.group(),
                )  # fmt: skip
    if b"<<<<<<< " in target.raw or b">>>>>>> " in target.raw:
        conflict = CONFLICT.search(target.raw)
        if conflict and not CONFLICT.search(source.raw):
            yield pair.finding(LEFTOVER, "A mark of an unresolved merge conflict.", conflict.span())


@cache
def _phrase(locale: str) -> re.Pattern[str]:
    """What stands for text not written, in English, which models fall back to, and in a language."""
    words = language(locale).unwritten
    return re.compile(PHRASE + (OF_A_LANGUAGE.format(words="|".join(words)) if words else ""), re.I)


FAMILY = Family(
    (MISSING, ORPHAN, UNREADABLE, ENCODING, BILINGUAL, EMPTY, FENCED, SHORT, LEFTOVER), pair=check, site=site
)
