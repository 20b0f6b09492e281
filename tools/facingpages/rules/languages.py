"""Which language a stretch of text is in, told from its script and its commonest little words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

# The little words that make up a good part of any text in a language and are rare in its neighbours.
LITTLE_WORDS = {
    "en": "the of and to is in that for with are this be as you your it on from by an or not can have which will has",
    "de": "in es an bei wie aus nur kann so ist der die das und nicht mit den von auf für ein eine sie werden dem wird auch sich des im zu wenn oder einen als",
    "fr": "de d l n s en il elle ont été nous vos ces y a se ne si comme cela fait leur deux le la les des est et une dans pour que vous avec sur pas qui du au sont votre par cette ce ou être plus aux",
    "es": "de a y o si sin hay fue ser tu lo le el la los las que en un una para con por es se del su al como más este esta son pero puede no",
    "pt": "de a e se foi ser sem há seu o os as um uma não com para que em do da dos das no na por sua você ou é mais ao são como pode",
    "it": "sul sulla nelle dalle ogni quindi vengono viene loro e a i o lo ma se sono stato il gli le di che un una per con non del della è nel alla dei delle si da come questo anche più",
    "nl": "in is er bij uit door of de het een van en niet dat op te voor met zijn je deze worden kan om als ook wordt aan naar uw",
    "sv": "varje blir dem deras de vi så men ut up vid och att det är en ett på som för av med inte den till du har kan om eller från din i när ska",
    "da": "hver bliver dem værd deres og at det er en et på som for af med ikke den til du har kan om eller fra din i når skal blive",
    "nb": "hver blir dem verdt deres og at det er en et på som for av med ikke den til du har kan om eller fra din i når skal bli",
    "fi": "ja on ei se että voit kun tai ovat tämä joka myös jos sen mutta olla sinun kanssa niin ole",
    "et": "ja on ei see et kui või mis ka selle oma saab ning seda kas aga siis teie olema",
    "lv": "un ir ar lai no kas uz par jūs tiek nav vai pēc jūsu ja var šo pie kā bet tas šī varat",
    "lt": "todėl su jas apie savo ir yra kad su į iš kaip jei arba ne tai galite kuris jūsų šis bus per nuo ar tik",
    "pl": "a o za ale by czy i w na z do się nie jest że to od dla jak lub są po przez może które aby tego jeśli być",
    "cs": "a se na v je že s do pro z jako nebo jsou k pokud můžete tento by které po aby byl této",
    "sk": "a sa na v je že s do pre z ako alebo sú k ak môžete tento by ktoré po aby bol tejto",
    "sl": "in je na za se da v z ki so ali pri če lahko ne bo to kot po iz vaš nato tudi bi od s pa jih več vse brez med ga vas vam mi smo ste ta te tega",
    "hr": "i je na za se da u s koji koja koje su ili ako možete ne to kao po iz vaš nakon će bi od pa ih što kako ali samo nije kada prije jer ovaj ova ovo",
    "ro": "a o al ca ei lor îi i se și de la în cu pentru un este că nu sau să din care pe mai dacă puteți sunt prin ale dvs",
    "hu": "a az és hogy nem egy is ha vagy van ez meg csak lehet mint amely ezt után",
    "tr": "ve bir bu için ile de da olarak veya daha çok değil olan gibi ise sonra kadar her",
    "id": "dan yang di untuk dengan ini dari tidak pada anda atau adalah dapat akan ke itu dalam jika",
    "vi": "và của là có cho không các một được trong bạn này để với những khi từ hoặc",
    "ca": "i a l d o si és el la els les de que en un una per amb no del al com aquest aquesta més podeu",
    "ru": "которые поэтому их ими стоит а у мы они их чтобы так и в не на что с для это как по или из если вы можно к но от его быть при также",
    "uk": "у а й ви ми її їх бо чи і в не на що з для це як та або із якщо можна до але від його бути при також ваш",
    "bg": "а ги му ви си чрез при и в не на че с за да се от са или ако вие може към но по е ще като този това",
    "sr": "што није бити и у не на да с за је се од су или ако можете ка али по ће као овај то",
    "el": "και το να του η της με για που την από στο είναι δεν οι σε ή αν",
}
INDEX: dict[str, list[str]] = {}
for _language, _list in LITTLE_WORDS.items():
    for _word in dict.fromkeys(_list.split()):
        INDEX.setdefault(_word, []).append(_language)
LATIN, CYRILLIC, GREEK = "latin", "cyrillic", "greek"
SCRIPTS = {"ru": CYRILLIC, "uk": CYRILLIC, "bg": CYRILLIC, "mk": CYRILLIC, "be": CYRILLIC, "kk": CYRILLIC, "el": GREEK, "ja": "han",
           "zh": "han", "ko": "hangul", "th": "thai", "ar": "arabic", "fa": "arabic", "he": "hebrew", "hi": "devanagari"}  # fmt: skip
RANGES = {
    LATIN: re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"),
    CYRILLIC: re.compile(r"[\u0400-\u04ff]"),
    GREEK: re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]"),
    "kana": re.compile(r"[\u3040-\u30ff]"),
    "han": re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]"),
    "hangul": re.compile(r"[\uac00-\ud7af]"),
    "thai": re.compile(r"[\u0e00-\u0e7f]"),
    "arabic": re.compile(r"[\u0600-\u06ff]"),
    "hebrew": re.compile(r"[\u0590-\u05ff]"),
    "devanagari": re.compile(r"[\u0900-\u097f]"),
}
WORD = re.compile(r"[^\W\d_]+")
NEIGHBOURS = (
    {"da", "nb", "nn", "no", "sv"},
    {"cs", "sk"},
    {"hr", "sr", "bs", "sl"},
    {"es", "ca", "gl", "pt"},
    {"ru", "be", "bg", "uk"},
    {"id", "ms"},
)


@cache
def _words(language: str) -> frozenset[str]:
    return frozenset(LITTLE_WORDS.get(language, "").split())


def is_little(word: str, locale: str) -> bool:
    """Whether a word is one of the commonest of a language."""
    return word in _words(locale.replace("_", "-").partition("-")[0].lower())


# The letters beyond a to z that a language writes with, in the languages where others stand out.
LETTERS = {
    "lv": "āčēģīķļņšūžōŗ", "lt": "ąčęėįšųūž", "et": "äöõüšž", "fi": "äöåšž", "sv": "åäöéàüáè", "da": "æøåéèêóòôüäö",
    "nb": "æøåéèêóòôüäö", "de": "äöüßéèà", "fr": "àâæçéèêëîïôœùûüÿ", "es": "áéíóúüñ", "pt": "áâãàçéêíóôõúü",
    "it": "àèéìíîòóùú", "ro": "ăâîșțşţ", "pl": "ąćęłńóśźż", "cs": "áčďéěíňóřšťúůýž", "sk": "áäčďéíĺľňóôŕšťúýž",
    "sl": "čšžćđ", "hr": "čćđšž", "hu": "áéíóöőúüű", "tr": "çğıöşüâîû",
    "bg": "абвгдежзийклмнопрстуфхцчшщъьюяѝ", "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя", "sr": "абвгдђежзијклљмнњопрстћуфхцчџш",
}  # fmt: skip
OTHERS = {
    language: frozenset("".join(LETTERS.values())) - frozenset(letters + "éè") for language, letters in LETTERS.items()
}
STRANGE = {
    language: re.compile(
        f"[{''.join(sorted(sign for sign in letters | set(map(str.upper, letters)) if len(sign) == 1 and not sign.isascii()))}]"
    )
    for language, letters in OTHERS.items()
}


def strange_words(text: str, language: str) -> int:
    """How many words of a text have letters that the language does not write with."""
    strange = STRANGE.get(language)
    if strange is None or text.isascii() or not strange.search(text):
        return 0
    return sum(1 for word in set(WORD.findall(text.lower())) if strange.search(word))


def speaks(text: str, language: str) -> bool:
    """Whether enough of a text's words are little words of a language for there to be no question of another."""
    if strange_words(text, language) > 1:
        return False
    known = _words(language)
    words = text.lower().split()
    return bool(known) and len([word for word in words if word in known]) * 7 >= len(words)


def other_language(text: str, language: str) -> str | None:
    """The language a text is in, if it is plainly not in the one asked for; None where there is no saying.

    `language` is a code without region. Neighbours such as Danish and Norwegian are told apart only by a wide margin.
    """
    words = [word.lower() for word in WORD.findall(text)]
    strange = strange_words(text, language)
    if strange > 1 and strange * 7 >= len(words) and len(words) >= 6:
        best = _best(words, language)
        if best is not None and best[1] * 6 >= len(words):
            return best[0]
    distinct = list(dict.fromkeys(words))
    best = _best(distinct, language) if language in LITTLE_WORDS and len(words) >= 8 else None
    if best is not None:
        other, theirs = best
        mine = len([word for word in distinct if word in _words(language) and word not in _words(other)])
        close = any(language in group and other in group for group in NEIGHBOURS)
        enough = (4 if close else 2.5) * mine + (0 if close else 1.5)
        if theirs >= max(3, 0.14 * len(distinct), enough):
            return other
    if len([word for word in words if word in _words(language)]) * 7 >= len(words) and language in LITTLE_WORDS:
        return None
    script = SCRIPTS.get(language, LATIN)
    letters = {name: len(pattern.findall(text)) for name, pattern in RANGES.items()}
    total = sum(count for name, count in letters.items() if name != "kana")
    if total < 24:
        return None
    if language == "zh" and letters["kana"] > 0.12 * total:
        return "ja"
    if language == "ja" and letters["han"] > 0.7 * total and not letters["kana"]:
        return "zh"
    own = letters[script]
    if own < 0.12 * total:
        found = max((name for name in letters if name not in ("kana",)), key=lambda name: letters[name])
        if found == LATIN:
            best = _best(words, language)
            return best[0] if best is not None and len(words) >= 6 and best[1] >= 2 else None
        if found == "han":
            return "ja" if letters["kana"] else "zh"
        if found == CYRILLIC:
            best = _best(words, language)
            return best[0] if best is not None else "ru"
        return {"hangul": "ko", GREEK: "el", "thai": "th", "arabic": "ar", "hebrew": "he", "devanagari": "hi"}[found]
    return None


def _best(words: list[str], language: str) -> tuple[str, int] | None:
    """The other language whose little words a text has most of, those it shares with the page's own left out."""
    mine = _words(language)
    counts = Counter(
        other
        for word in words
        if len(word) > 1 and word not in mine
        for other in INDEX.get(word, ())
        if other != language
    )
    if not counts:
        return None
    top = max(counts.values())
    return next((other, top) for other in LITTLE_WORDS if counts[other] == top)
