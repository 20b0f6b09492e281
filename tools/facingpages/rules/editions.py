"""Editions: addresses of one thing in several languages, by the languages' names in hosts, folders and files."""

from __future__ import annotations

import re
from collections.abc import Sequence

from facingpages.document import Block, Link
from facingpages.languages.codes import ADDRESSED, names_of, speaks_of, spoken_names
from facingpages.late import late
from facingpages.rules.base import Pair

SUBDOMAIN = late(r"^https?://(?:www\.)?([a-z]{2,3}(?:-[a-z]{2,4})?)\.(?=[\w-]+\.\w)", re.I)
EDITION = late(
    r"(?P<site>[^/]+)/(?:lang|langs|language|languages|locale|i18n|translations?)/(?P<locale>[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?)(?P<path>/.*)?$"
)
FILED = late(r"(?P<site>.+)/\w+\.(?P<locale>[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?)(?P<path>)$")  # `/by/4.0/deed.it`
MADE_UP = late(r"-example\b|\bexample-|\b(?:my|your)-?(?:web-?)?(?:site|domain|company|page|server|shop|app)\b")
WHOLE = late(r"[\w-]+(?:\.[\w-]+)+")
SITE = late(r"//[\w-]+(?:\.[\w-]+)+(?=/\w)")
NAMED = late(r"[A-Z]{2}|\d")  # something with a name of its own: `RFC 2119`
ENCYCLOPEDIA = late(r"https?://(?:\w[\w-]*\.)*wikipedia\.org/")
COUNTRY = late(r"(?P<site>https?://[^/]+/)(?P<code>[a-z]{2})(?P<path>/.+)", re.I)
HOME = frozenset(("us", "gb", "uk", "au", "ca", "ie", "in", "nz", "sg", "za"))  # of what is written in English
ASKED = late(r"(?<=[?&])([\w.-]{1,40})=([A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?)(?=&|#|$)&?")
ASKS = late(r"lang|loc|hl|lc|culture|caption|subtitle|mkt|market|region|\A(?:l|ui)\Z")  # the name of what asks for one
ROUTED = late(r"(?<=[\"'])/([A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?)/[^\"'\s]*(?=[\"'])")
FILE = late(r"(?<=[\w-])\.([A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?)(?=\.\w{2,5}[\"'\s])")  # of one language: `task.lv.md`
WORDS = late(r"[/#?&=._-]+")  # what stands between the words of an address


def names_locale(target: str, locale: str) -> bool:
    """Whether an address has a segment for this locale or its language."""
    language = locale.lower().replace("_", "-").partition("-")[0]
    parts = (part.lower().replace("_", "-") for part in re.split(r"[/?#]", target.split("://")[-1]))
    return any(part == language or part.startswith(language + "-") for part in parts)


def is_domestic(pair: Pair, old: str, new: str) -> bool:
    """Whether another site was chosen, one in the reader's language, as a folder or the country of its host says."""
    one, other = (host_of(target).split(".") for target in (old, new))
    if len(one) < 2 or len(other) < 2 or one[-2:] == other[-2:]:
        return False
    parts = re.split(r"[/?#]", new.lower().partition("://")[2].replace("_", "-"))
    return not names_of(pair.locale).isdisjoint((*parts[1:], *other[1:]))


def is_made_up(old: str, new: str) -> bool:
    """Whether two addresses are one but for a host that was made up for an example, here in the reader's words."""
    if not MADE_UP.search(host_of(old)) or not WHOLE.fullmatch(host_of(new)):
        return False
    ways = [target.partition("://")[2].partition("/")[2] for target in (old, new)]
    return ways[0] == ways[1]


def host_of(target: str) -> str:
    """The host of an address, without `www.`."""
    return target.partition("://")[2].partition("/")[0].removeprefix("www.")


def _is_edition(old: str, new: str, locale: str) -> bool:
    """Whether an address is the other's with a folder for the reader's language, and one above that says what it is.

    `semver.org/#summary` and `semver.org/lang/zh-TW/#摘要`: the edition has headings of its own.
    """
    one, other = (identity_of(target) for target in (old, new))
    match = EDITION.match(other) or FILED.match(other)
    if match is None or match["locale"].lower().replace("_", "-") not in names_of(locale):
        return False
    return one.rstrip("/") == (match["site"] + (match["path"] or "")).rstrip("/")


def _says_the_same(old: str, new: str, pair: Pair) -> bool:
    """Whether two external addresses are made of the same words once the locales are out, and the new one names its own.

    `en.support.x.example/export` and `x.example/sv/support/export`: the site moved its languages.
    """
    if "://" not in old or "://" not in new or host_of(old) == host_of(new) or not names_locale(new, pair.locale):
        return False
    here, there = names_of(pair.locale), names_of(pair.source.locale or "en")
    one = [word for word in WORDS.split(identity_of(old).lower()) if word and word not in there]
    words = re.split(r"[/?=&.]", identity_of(new).lower())
    two = [part for word in words if word.replace("_", "-") not in here for part in WORDS.split(word) if part]
    return len(one) > 3 and sorted(one) == sorted(two) and old.partition("#")[2] == new.partition("#")[2]


def _is_abroad(old: str, new: str, locale: str) -> bool:
    """Whether two addresses differ only in the country of a shop: `apps.apple.com/us/app/x` and `apps.apple.com/de/app/x`."""
    one, two = COUNTRY.fullmatch(old), COUNTRY.fullmatch(new)
    if one is None or two is None or one.group("site", "path") != two.group("site", "path"):
        return False
    return one["code"].lower() in HOME and two["code"].lower() in names_of(locale)


def _is_national(old: str, new: str, pair: Pair) -> bool:
    """Whether the same page stands below the same name in the reader's country: `x.example/en/a` and `x.se/a`."""
    one, two = host_of(old).split("."), host_of(new).split(".")
    here = names_of(pair.locale)
    if two[-1] not in here or one[-1] == two[-1] or _registered(one) != _registered(two):
        return False
    named = here | names_of(pair.source.locale or "en")
    ways = [
        [part for part in identity_of(target).rstrip("/").split("/") if part.lower() not in named]
        for target in (old, new)
    ]
    return ways[0][1:] == ways[1][1:]


def _registered(labels: Sequence[str]) -> Sequence[str]:
    """A host without what says whose it is: `x` of `x.com` and of `x.co.jp`."""
    return labels[:-2] if len(labels) > 2 and labels[-2] in ("com", "co", "org", "net") else labels[:-1]


def unasked(target: str, locale: str) -> str:
    """An address without what asks in it for a locale's language: `?id=x` of `?id=x&hl=de`, `?captions=ger&id=x`.

    Sites call the argument as they like: it has a name that says what it is, or a value that no other has, `sv-SE`.
    """
    if "?" not in target:
        return target
    path, mark, fragment = target.partition("#")
    left = ASKED.sub(lambda match: "" if _asks(match[1], match[2], locale) else match[0], path)
    return left.rstrip("?&") + mark + fragment


def _asks(name: str, value: str, locale: str) -> bool:
    return (len(value) > len("ger") or ASKS.search(name) is not None) and speaks_of(value, locale)


def _is_named_after(old: str, new: str, pair: Pair) -> bool:
    """Whether two addresses differ in nothing but words that name the languages: `/c/english` and `/c/magyar`."""
    if "://" not in old or "://" not in new:
        return False
    one, two = (WORDS.split(target.lower()) for target in (old, new))
    differing = [(a, b) for a, b in zip(one, two, strict=False) if a != b]
    if len(one) != len(two) or not differing or WORDS.findall(old) != WORDS.findall(new):
        return False
    there, here = (names_of(name) | spoken_names(name) for name in (pair.source.locale or "en", pair.locale))
    return all(a in there and b in here for a, b in differing)


def _leads_on(old: str, new: str, locale: str) -> bool:
    """Whether an address goes on where another ends, to what is in the reader's language: `by/3.0/deed.es`."""
    head, target = identity_of(old).rstrip("/"), identity_of(new)
    rest = target.removeprefix(head) if head and target.startswith(head + "/") else ""
    return not names_of(locale).isdisjoint(part.replace("_", "-") for part in re.split(r"[/.]", rest.lower()))


def identity_of(target: str) -> str:
    """An external address without scheme and fragment."""
    return target.partition("#")[0].partition("://")[2].removeprefix("www.")


def _is_english_host(pair: Pair, old: re.Match[str], one: str, other: str) -> bool:
    """Whether the source's host is that of its language, and the other the same without: `en.x.example`, `www.x.example`."""
    if old.group(1).lower().partition("-")[0] not in names_of(pair.source.locale or "en"):
        return False
    return one[old.end() :] == identity_of(other) + ("#" + other.partition("#")[2] if "#" in other else "")


def is_aside(pair: Pair, link: Link, source: Sequence[Block]) -> bool:
    """Whether a link is one that a translator may add: to an encyclopedia, of a name, or where one of the source leads and on.

    `by/3.0/deed.es` beside `by/3.0/` leads on to the reader's language. What is called like the source's language leads
    back to it, as in a list of languages.
    """
    text = link.text.strip()
    if text.casefold() in spoken_names(pair.source.locale or "en"):
        return True
    if ENCYCLOPEDIA.match(link.target) or (NAMED.search(text) and any(text in block.text for block in source)):
        return True
    others = (other for block in source for other in block.links)
    return any(_leads_on(other.target, link.target, pair.locale) for other in others)


def is_localized(pair: Pair, old: str, new: str) -> bool:
    """The translator linked the same thing in the reader's language: another edition of an encyclopedia or a site.

    A host is one locale's where the two hosts differ in nothing else, and what differs names the two pages' languages:
    `en.wikipedia.org` and `de.wikipedia.org`; not `ml.azure.com` and `azure.com`.
    """
    if "://" in old and "://" in new and (host := host_of(new)) != host_of(old):
        first, *labels = host.split(".")
        names = names_of(pair.locale)
        if ".".join([first, *(label for label in labels[:-1] if label.lower() not in names), *labels[-1:]]) == host_of(
            old
        ):
            return True
    if _is_edition(old, new, pair.locale) or _says_the_same(old, new, pair):
        return True
    if _is_abroad(old, new, pair.locale) or _is_national(old, new, pair):
        return True
    if _is_named_after(old, new, pair) or _leads_on(old, new, pair.locale):
        return True
    a, b = SUBDOMAIN.match(old), SUBDOMAIN.match(new)
    if b is None or b.group(1).lower() == "www":
        return a is not None and _is_english_host(pair, a, old, new)
    rest_a, rest_b = (old[a.end() :] if a else old.split("://")[-1]).split("/")[0], new[b.end() :].split("/")[0]
    if rest_a.removeprefix("www.") != rest_b:
        return b.group(1).lower() in names_of(pair.locale) and a is None and _is_beside(old, new)
    known = names_of(pair.source.locale or "en")
    label = b.group(1).lower()
    if label in names_of(pair.locale) or label == f"{pair.locale.lower()}-{label.rpartition('-')[2]}":  # `zh-hans`
        return a is None or a.group(1).lower() in known
    return a is not None and a.group(1).lower() in known and b.group(1).lower().partition("-")[0] in ADDRESSED


def routed(text: str, locale: str) -> str:
    """A component or tag without what stands behind a locale's own folder in its addresses: `link="/sv/priser/"`."""
    names = names_of(locale or "en")
    return ROUTED.sub(lambda match: "/" if match[1].lower().replace("_", "-") in names else match[0], text)


def own_file(text: str, locale: str) -> str:
    """A tag whose files are named without the page's locale: `{% include 'task.lv.md' %}`."""
    names = names_of(locale or "en")
    return FILE.sub(lambda match: "" if match[1].lower().replace("_", "-") in names else match[0], text)


def own_folder(text: str, locale: str) -> str:
    """A tag without the folder of its locale before a name: `{{% pt/install %}}` is `{{% install %}}` of these pages.

    `slugs={["pt/install"]}` is `slugs={["/install"]}`.
    """
    if not locale:
        return text
    text = re.sub(rf"(?<=[\"'])/?{re.escape(locale)}/(?=\w)", "/", text, flags=re.I)
    return re.sub(rf"^(\{{[{{%]+[<%]?\s*){re.escape(locale)}/", r"\1", text, flags=re.I)


def _is_beside(old: str, new: str) -> bool:
    """Whether two addresses differ in the first label of their hosts alone: `v2.x.example/api`, `ru.x.example/api`."""
    one, two = (target.partition("://")[2].split(".", 1)[-1] for target in (old, new))
    return one == two and host_of(old).count(".") == host_of(new).count(".") > 1


def is_moved(old: str, new: str) -> bool:
    """Whether two directives differ only in the site that an address in them is of: its edition for the language, or not."""
    return SITE.sub("//", old) == SITE.sub("//", new)
