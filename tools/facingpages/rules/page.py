"""Pages: every source page has its translation, whole, readable, and nothing is left behind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from facingpages.align import align
from facingpages.document import Block, Fault, Place
from facingpages.finding import Finding, Fix, Related
from facingpages.languages import language
from facingpages.late import late
from facingpages.read import read_page
from facingpages.rules.base import Pair, across, shorten, stretch
from facingpages.rules.held import What
from facingpages.rules.mend import SAFE, Change, several
from facingpages.rules.rule import ERROR, INFO, WARNING, Family, Rule
from facingpages.site import PageFile, Site

MISSING = Rule(
    "page-missing",
    WARNING,
    "A page of the source has no translation.",
    {"missing": 'The page "{page}" is not translated.'},
    origin="source page",
)
ORPHAN = Rule(
    "page-orphan", WARNING, "A page of the translation has no source.", {"orphan": 'The page "{page}" has no source.'}
)
UNREADABLE = Rule(
    "page-unreadable",
    ERROR,
    "A page could not be read, so it was not checked.",
    {
        "page": "The page can't be read: {problem}.",
        "folder": "The folder can't be read: {problem}.",
        "no-file": "This is a folder, not a page.",
        "special": "This is no ordinary file, so it is not read.",
        "dangling": "This is a link that leads nowhere.",
        "outside": "This is a link that leads out of the folder, so it is not read.",
        "link": "This is a link to something that is no ordinary file.",
        "large": "The page has {size} bytes; more than {limit} are not read.",
    },
)
BUG = Rule(
    "internal-error",
    ERROR,
    "A page brought out a bug of facingpages, so it was not fully checked.",
    {
        "bug": 'A bug of ours, not of the page: "{rule}" ended with {error} ({where}) on {page}. Please report it with the page.',
        "killed": "The process that checked {page} and its translations was killed, and so was the one that tried again.",
    },
)
ENCODING = Rule(
    "page-encoding",
    ERROR,
    "A page is not valid UTF-8.",
    {
        "utf-16": "The page is UTF-16; it should be UTF-8.",
        "byte": "Byte {byte} is not valid UTF-8.",
        "other": "The page is in another encoding than UTF-8 (the first byte that is none is {byte}), so its text was not checked.",
    },
)
BILINGUAL = Rule(
    "page-bilingual",
    ERROR,
    "A page that should hold its source does not hold all of it.",
    {"segment": "A segment is broken: {reason}.", "alone": "The page holds no source, so it was not compared."},
)
EMPTY = Rule(
    "page-empty", ERROR, "The translation is empty.", {"empty": "The page is empty; its source is not."}, alone=True
)
FENCED = Rule(
    "page-fenced",
    ERROR,
    "The whole page stands in a code fence.",
    {"fenced": "The whole page stands in a code fence."},
    alone=True,
)
SHORT = Rule(
    "page-short",
    ERROR,
    "The page ends before its source does.",
    {"ends": 'The page ends here; {count} blocks of the source follow, the first is "{text}"'},
)
LEFTOVER = Rule(
    "page-leftover",
    ERROR,
    "The page holds a phrase that stands for text not written.",
    {
        "token": '"{text}" was put in by a translation program and stayed.',
        "conflict": "A mark of an unresolved merge conflict.",
        "phrase": 'This stands for text that was not written: "{text}"',
    },
)

PHRASE = (
    r"(?<![\[(\u3010<*_])[\[(\u3010<*_]++\s*+(?:\.{3}|\u2026)?\s*+(?:the\s++)?(?:rest|remainder|remaining)\b[^\])\n]{0,80}[\])\u3011>*_]"
    r"|[\[(]\s*+(?:\.{3}|\u2026)?\s*+(?:(?:content|text|article|translation)\s++)?(?:continues|continued|truncated|omitted|unchanged)\b[^\])\n]{0,60}[\])]"
)
OF_A_LANGUAGE = r"|[\[(]\s*(?:{words})[^\])\n]{{0,80}}[\])]"
DATED = late(r"(?:^|/)\d{4}[-/]\d{2}[-/]\d{2}")  # the name of a page that says of which day it is
UNTRANSLATED = late(rb"(?m)^untranslated:[ \t]*[\"']?(?:true|1|yes)\b")  # a page says of itself that it is yet to come
PAIRED = 0.8  # of the blocks of both pages, that are a page and its translation
BRACKET = late(r"[(\[\uff08]")  # what stands in brackets in the source, too, is its translation
SHOUTED = late(r"\W*REST\b")
MARK = late(r"[\[(\u3010<*]")  # without one of these there is no such phrase
START = late(r"[\[(\u3010<*_]")  # with one of these it begins
PHRASED = What.BRACKET | What.STAR | What.PAREN
IN_BRACKETS = b"PH TAG CODE LINK URL PLACEHOLDER TOKEN".split()
IN_LINES = b"PH TOKEN CODE PLACEHOLDER VAR TAG LINK".split()
# What they are, and of what each of them has one: that is sooner looked for.
TOKENS: tuple[tuple[tuple[bytes, ...], bytes], ...] = (
    ((rb"@@",), rb"@@[\w\x80-\xff]{1,40}@@"),
    ((rb"{/",), rb"\{/[a-z][a-z0-9]{0,20}\}"),
    ((rb"TODO", rb"FIXME"), rb"(?<!--[ ])(?<!//[ ])(?<![#*][ ])(?<![^\s>\[(])(?:TODO|FIXME):[^\n\])]{0,40}"),
    ((rb"XXXX",), rb"(?<!\w)X{4,}(?!\w)"),
    (tuple(b"[" + name for name in IN_BRACKETS), rb"\[\[?(?:%s)[_ -]?\d+\]\]?" % b"|".join(IN_BRACKETS)),
    (tuple(b"_" + name for name in IN_LINES), rb"(?<!\w)__?(?:%s)(?:_[A-Z]+)?_?\d+__?(?!\w)" % b"|".join(IN_LINES)),
    ((b"\xe2\x9f\xa6",), rb"\xe2\x9f\xa6[^\xe2\n]{1,20}\xe2\x9f\xa7"),
    ((rb"id=",), rb"</?(?:ph|bpt|ept|mrk|x|g)\b(?=[^<>\n]*\bid=)[^<>\n]*+>"),
    ((rb"%%%",), rb"%%%\w{1,20}%%%"),
    ((rb"###",), rb"###\w{1,20}###"),
    *(((sign,), rb"(?<!\w)%s[A-Z]?\d+(?:ZZ|QQ|XX)(?!\w)" % sign) for sign in (b"ZZ", b"QQ", b"XX")),
)
# All of a page but these is taken out before it is asked for the signs, what is left of each of which stands beside it.
DULL = bytes(set(range(256)) - set(b"@{/X[_PHTAGCODELINKURVZQ%#="))
_TOKENS = tuple((sign, sign.translate(None, DULL), late(pattern)) for signs, pattern in TOKENS for sign in signs)
# Most pages hold none of what is left of the longer ones, so that only the others are looked for.
_LONG = late(b"|".join(dict.fromkeys(re.escape(left) for _, left, _ in _TOKENS if len(left) > 1)))
_SHORT = tuple(token for token in _TOKENS if len(token[1]) <= 1)
TOKEN = late(b"|".join(pattern for _, pattern in TOKENS))
CONFLICT = late(rb"^(?:<{7} \S|>{7} \S|={7}$)", re.M)
UNCHECKED = frozenset((UNREADABLE.id, BUG.id))  # said of a page that was not checked: nothing leaves these out


def unreadable(page: PageFile, why: OSError | Fault | None = None) -> Finding:
    """The finding that a page was not checked: for what was seen when it was listed, opened or parsed."""
    names, values = page.error, page.values
    if isinstance(why, Fault):
        names, values = why.message, why.values
    elif why is not None:
        names, values = "page", {"problem": why.strerror or str(why)}
    return UNREADABLE.finding(names, Place(page.path, 1, 1, 1, 1), page.locale, values, page=page.name)


def bug(rule: str, path: str, locale: str, page: str, error: str, where: str) -> Finding:
    """The finding that an error in our own code was met on a page. `rule`: what was asked, a rule's subject mostly."""
    values = {"rule": rule, "page": path, "error": error, "where": where}
    return BUG.finding("bug", Place(path, 1, 1, 1, 1), locale, values, page=page)


def killed(page: PageFile) -> Finding:
    """The finding that a page could not be checked, as it takes the process down that checks it."""
    return BUG.finding("killed", Place(page.path, 1, 1, 1, 1), page.locale, {"page": page.path}, page=page.name)


def site(site: Site) -> Iterator[Finding]:
    """Pages without translation, translations without source, files that could not be read."""
    folders: set[str] = set()  # of the source, gathered where a page asks
    for locale in site.locales:
        names = site.by_name(locale)
        for source in site.sources if not names.keys() >= site.source_names else ():  # most have all
            if source.name not in names and site.awaits(source, locale):
                there = Related(Place(source.path, 1, 1, 1, 1), MISSING.origin)
                place = Place(site.path_of(source.name, locale), 1, 1, 1, 1)
                yield MISSING.finding(
                    "missing", place, locale, {"page": source.name}, related=(there,), page=source.name
                )
        alone = site.alone(locale)
        if alone:
            folders = folders or {folder for name in site.source_names for folder in _above(name)}
            for page in alone:
                place = Place(page.path, 1, 1, 1, 1)
                # A folder that the source lacks: a build writes it there, or it is the locale's own. So is news.
                own = DATED.search(page.name) or not all(folder in folders for folder in _above(page.name))
                severity = INFO if own else None
                yield ORPHAN.finding("orphan", place, locale, {"page": page.name}, page=page.name, severity=severity)


def _above(name: str) -> Iterator[str]:
    """The folders that a page stands in."""
    while "/" in name:
        name = name.rpartition("/")[0]
        yield name


def check(pair: Pair) -> Iterator[Finding]:
    """Faults of the file, and pages that are empty, fenced, short, or hold a leftover."""
    source, target = pair.source, pair.target
    if not target.blocks:
        if source.blocks:
            worded = any(block.text.strip() and block.kind not in ("html", "directive") for block in source.blocks)
            severity = INFO if UNTRANSLATED.search(target.raw) else None if worded else WARNING
            yield pair.finding(EMPTY, "empty", at=(0, 0), origin=(0, 0), severity=severity)
        return
    if pair.cut:
        block = pair.cut[0]
        end = len(target.raw.rstrip())
        yield pair.finding(
            SHORT,
            "ends",
            at=(end, end),
            origin=across(block, pair.cut[-1]),
            count=str(len(pair.cut)),
            text=shorten(block.text),
        )
    first = target.blocks[0]
    if first.kind == "code" and len(target.blocks) <= 2 and len(source.blocks) > 2 and source.blocks[0].kind != "code":
        yield pair.finding(FENCED, "fenced", at=(first.start, first.start + 3), fix=_unfenced(pair, first))
    yield from _phrases(pair)
    yield from _tokens(pair)
    if b"<<<<<<< " in target.raw or b">>>>>>> " in target.raw:
        conflict = CONFLICT.search(target.raw)
        if conflict and not CONFLICT.search(source.raw):
            yield pair.finding(LEFTOVER, "conflict", at=conflict.span())


def _phrases(pair: Pair) -> Iterator[Finding]:
    """What a translator, or a program, left to say that the rest is to come; unless the source says the like."""
    phrase = _phrase(pair.locale)
    found: list[tuple[Block, re.Match[str]]] = []
    for block in pair.target.blocks if pair.held.whole & PHRASED else ():
        if block.look is not None and not block.look[0] & PHRASED:
            continue
        if block.text and block.kind != "code" and (match := _placeholder(block.text, phrase)):
            if not SHOUTED.match(match.group()):  # REST, the interface
                found.append((block, match))
    if not found or any(phrase.search(other.text) for other in pair.source.blocks):
        return
    bracketed = {
        block.index
        for bead in pair.aligned
        if any(BRACKET.search(one.text) for one in bead.source)
        for block in bead.target
    }
    for block, match in found:
        if match.group().isascii() or block.index not in bracketed:
            yield pair.finding(LEFTOVER, "phrase", at=stretch(block, match.start(), match.group()), text=match.group())


def _placeholder(text: str, phrase: re.Pattern[str]) -> re.Match[str] | None:
    """Where a text first holds a phrase, which is asked only where one may begin."""
    if MARK.search(text) is None:
        return None
    found = (phrase.match(text, start.start()) for start in START.finditer(text))
    return next((match for match in found if match is not None), None)


def _unfenced(pair: Pair, block: Block) -> Fix | None:
    """The page without the lines of its fence, if what is inside is the translation of the source."""
    raw = pair.target.raw
    opening = pair.target.line_span(block.start)
    end = block.start + len(raw[block.start : block.end].rstrip())
    closing = pair.target.line_span(end - 1)
    after = raw.find(b"\n", opening[1]) + 1
    if not after or closing[0] <= opening[0]:
        return None
    last = closing[0] if block.closed else end
    inside = read_page(raw[after:last], pair.target.dialect)
    beads = align(pair.source, inside)
    if sum(1 for bead in beads if bead.source and bead.target) < PAIRED * max(len(beads), 1):
        return None
    changes: list[Change] = [((opening[0], after), "")]
    if block.closed:
        rest = raw.find(b"\n", closing[1]) + 1 or len(raw)
        above = raw[after : closing[0]]
        blank = next((len(end) for end in (b"\r\n", b"\n") if above.endswith(end * 2)), 0) if rest == len(raw) else 0
        changes.append(((closing[0] - blank, rest), ""))  # with a blank line that would end the page
    return several(pair.target, changes, "take the fence away", SAFE)


def _tokens(pair: Pair) -> Iterator[Finding]:
    """What translation programs put in place of code and mark-up, and did not take away again."""
    source, raw = pair.source, pair.target.raw
    bright = raw.translate(None, DULL)
    known = _TOKENS if _LONG.search(bright) else _SHORT
    if not any(left in bright and sign in raw and token.search(raw) for sign, left, token in known):
        return
    codes = [one for b in pair.target.blocks for one in (b.codes if b.kind != "code" else (b,))]
    begun = cache(lambda token: token[:2] == b"{/" and b"{#" + token[2:-1] in raw)  # `{/if}` ends `{#if one}`
    kept = cache(lambda token: (b"TODO:" if token[:5] == b"TODO:" else token) in source.raw)  # each is asked once
    for match in TOKEN.finditer(raw, pair.target.metadata_end):
        if not (kept(token := match.group()) or begun(token) or any(c.start <= match.start() < c.end for c in codes)):
            text, said = token.decode("utf-8", "replace"), "phrase" if token.startswith(b"TODO") else "token"
            yield pair.finding(LEFTOVER, said, at=match.span(), text=text)


@cache
def _phrase(locale: str) -> re.Pattern[str]:
    """What stands for text not written, in English, which models fall back to, and in a language."""
    words = language(locale).unwritten
    return re.compile(PHRASE + (OF_A_LANGUAGE.format(words="|".join(words)) if words else ""), re.I)


FAMILY = Family(
    (MISSING, ORPHAN, UNREADABLE, BUG, ENCODING, BILINGUAL, EMPTY, FENCED, SHORT, LEFTOVER), pair=check, site=site
)
