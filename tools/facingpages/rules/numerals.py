"""Small numbers and months as words: what a number or date of the source may have become in a language."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale, UnknownLocaleError

# How the words for 1 to 12 begin, in order, in any gender and case.
NUMERALS = {
    "lv": "vien div tr[iī]|trei četr piec seš septi[nņ] asto[nņ] devi[nņ] desmit vienpadsmit divpadsmit",
    "bg": "ед[и]?н дв[ае]|вто три|трет четири|четв пет шест седем|седм осем|осм девет десет единад|единай дванад|дванай",
    "sv": "e[nt]t?\\b|först två|andra tre fyra|fjärde fem sex sju åtta|åttonde nio tio elva tolv",
    "sl": "e[nd]|prv dv[aeo]|drug tri|tre[hm]|tretj štir|četrt pet šest sed[e]?m os[e]?m devet deset enajst dvanajst",
    "ro": "un[aui]?\\b|o\\b|prim do[iu]|două tre[i] patru|patra cinci șase|şase șapte|şapte opt nou[ăa]|nouă zece unspre doispre|douăspre",
    "de": "ein|erst zwei|zweit drei|dritt vier fünf sechs sieb acht neun zehn elf zwölf",
    "fr": "une?\\b|premi deux|second tr[oi]|trois quatr cinq six sept huit neuf dix onze douze",
    "es": "un[ao]?|primer dos|segund tres|tercer cuatro|cuart cinco|quint seis siete ocho nueve diez once doce",
    "pt": "um[a]?|primeir dois|duas|segund tr[êe]s|terceir quatro|quart cinco|quint seis sete oito nove dez onze doze",
    "it": "un[ao]?|prim due|second tre|terz quattro|quart cinque|quint sei sette otto nove dieci undici dodici",
    "nl": "e[ée]n|eerste twee drie|derde vier vijf zes zeven acht negen tien elf twaalf",
    "da": "e[nt]|først to|anden tre|tredje fire|fjerde fem seks syv otte ni ti elleve tolv",
    "nb": "e[nt]|først to|andre tre|tredje fire|fjerde fem seks sju|syv åtte ni ti elleve tolv",
    "pl": "jed[ne]|pierwsz dw[aó]|drug trz|trzec czter|czwart pię|piąt sześ|szóst sied|siódm ośmi|osiem|ósm dziewię|dziewiąt dziesię|dziesiąt jedena dwana",
    "cs": "jed[en]|prvn dv[aěo]|druh tř[ie]|třet čtyř|čtvrt pět|pát šest sedm osm devět deset jedenáct dvanáct",
    "uk": "один|одн|перш дв[аі]|друг тр[иь]|трет чотир|четверт п.ят шіст|шост сім|сьом вісім|восьм дев.ят десят одинад дванад",
    "ru": "один|одн|перв дв[ае]|втор тр[иеё]|трет четыр|четвер пят шест сем|седьм восем|восьм девят десят одиннад двенад",
    "tr": "bir|ilk iki üç dört beş altı yedi sekiz dokuz on\\b on bir on iki",
    "fi": "yksi|yhde|ensim kaksi|kahde kolm neljä viisi|viide kuusi|kuude seitsemän kahdeksan yhdeksän kymmenen yksitoista kaksitoista",
    "ja": "一|ひと|1つ|最初 二|両|ふた 三|みっ 四 五 六 七 八 九 十 十一 十二",
    "zh": "一 二|两|双 三 四 五 六 七 八 九 十 十一 十二",
    "ko": "하나|한|첫|일 둘|두|이 셋|세|삼 넷|네|사 다섯|오 여섯|육 일곱|칠 여덟|팔 아홉|구 열|십 열한|십일 열두|십이",
}  # fmt: skip


@cache
def numeral(language: str, number: int) -> re.Pattern[str] | None:
    """What a number from 1 to 12 looks like as a word; None where the language is not known here."""
    words = NUMERALS.get(language.replace("_", "-").split("-")[0].lower())
    if words is None or not 1 <= number <= 12:
        return None
    alternatives = words.split(" ")[number - 1]
    spaced = re.search(r"[a-zа-я]", alternatives) is not None
    return re.compile(rf"\b(?:{alternatives})" if spaced else f"(?:{alternatives})", re.I)


@cache
def month(language: str, number: int) -> re.Pattern[str] | None:
    """What a month looks like as a word in a language, from CLDR through Babel; None where the language is not known."""
    try:
        names = Locale.parse(language.replace("-", "_")).months
    except (UnknownLocaleError, ValueError):
        return None
    stems = {
        names[style][width][number].rstrip(".")
        for style in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
    }
    return re.compile("|".join(re.escape(stem[: max(3, len(stem) - 2)]) for stem in sorted(stems)), re.I)
