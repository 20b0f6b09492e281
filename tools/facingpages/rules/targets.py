"""Where links lead, compared across languages: what is one target, what belongs together, what a translator may change."""

from __future__ import annotations

import re
from functools import lru_cache

from facingpages.align import Bead
from facingpages.align.features import neutral_target
from facingpages.document import Link
from facingpages.finding import Severity
from facingpages.languages.codes import ADDRESSED, is_locale, language_of, names_of
from facingpages.late import late
from facingpages.nearest import resemblance
from facingpages.rules.apart import Apart
from facingpages.rules.base import Pair, across, images, reach
from facingpages.rules.editions import (
    FILE,
    host_of,
    is_domestic,
    is_localized,
    is_made_up,
    names_locale,
    own_file,
    own_folder,
    unasked,
)
from facingpages.rules.identity import READ_ME, identity, leads_to
from facingpages.rules.mistyped import mistyped
from facingpages.rules.rule import INFO, WARNING
from facingpages.rules.video import are_numbered, is_other_video, is_same_video
from facingpages.rules.whole_address import PAGE, REVISION, is_address_of, is_beside, is_file, is_same_file
from facingpages.rules.worded import is_worded, shows_words
from facingpages.rules.wording import in_order, is_wording, neutral, without_language

ELSEWHERE = late(r"[a-z][a-z0-9+.-]*:|//|\{\{|\{%|<|$", re.I)  # another site, or what a template makes
HOST = late(r"(?:[\w-]+\.)+\w{2,}(?::\d+)?")
SLIP = 0.8  # how alike two addresses are at least, one of which is a slip of the other
TAB = "#tab/"  # no place on the page: the name of a tab
ROUTE = "#/"  # before the address of a page of an app that is one page
LINK_TAG = late(r"\{%-?\s*(?:link|post_url)\s+(\S+?)\s*-?%\}")
COLLECTION = late(r"^_(?!posts/)")  # of Jekyll, which has one for each language: `_lv/guide/b.md` and `_guide/b.md`
REF = late(r"\{\{[<%]\s*(?:rel)?ref\s+(?:path=)?[\"'`]?([^\s\"'`>%]+)[\"'`]?[^{}]*[>%]\}\}")
CLIMB = late(r"^(?:\.\./)+")
POST = late(r"(?:(?<=/)|^)_posts/(\d{4})-(\d\d)-(\d\d)-")  # a post of Jekyll is published below its date
VARIETY = late(r"-[a-z]{5,8}$")  # of a language: `en-pirate`


@lru_cache(maxsize=4096)
def spelled(target: str, locale: str) -> str:
    """A target without what generators let an author write in several ways.

    A page is written by its file or its address (`b.md`, `b`, `b.html`, `b/index.md`, `@/b.md`), by a tag of the
    template (`{% link en/b.md %}`, `{{< relref "b" >}}`), and the page's own locale stands in a folder, behind the name
    (`b.lv.md`) or at the end of an address (`/b-lv`).
    """
    for tag in (LINK_TAG, REF):
        if match := tag.search(target):
            named = COLLECTION.sub("", match.group(1)) if tag is LINK_TAG else match.group(1)
            target = target[: match.start()] + named + target[match.end() :]
    path, mark, fragment = identity(target.removeprefix("@")).partition("#")
    path, asked, query = POST.sub(r"\1/\2/\3/", path).partition("?")
    mark = asked + query + mark
    names = names_of(locale or "en")
    parts = [
        part for part in path.rstrip("/").split("/") if part.lower().replace("_", "-") not in names and part != "."
    ]
    if not parts or ":" in parts[-1] or parts[-1] in ("", ".."):
        return "/".join(parts) + mark + fragment
    last = PAGE.sub("", parts.pop())
    stem, dot, ending = last.rpartition(".")
    if dot and VARIETY.sub("", ending.lower().replace("_", "-")) in names:
        last = stem  # or a variety of the language: `README.en-pirate`
    elif own := max(
        (name for name in names if last.lower().replace("_", "-").endswith(f"-{name}")), key=len, default=""
    ):
        last = last[: -len(own) - 1]
    elif dot and is_locale(stem) and language_of(stem) == language_of(locale or "en"):
        last = ending  # a file that is called like a language: `root/en_US.png`
    if last not in ("index", "_index", "README"):
        parts.append(last)
    return "/".join(parts).strip("/") + mark + fragment


def same_but_for_locale(pair: Pair, old: str, new: str) -> bool:
    """Whether two tags of a template say the same, each for its own page.

    `{{< ref "b.md" >}}` is `{{< ref "b.lv.md" >}}`, `<Video lang="en" />` has a `<Video lang="lv" />`, `'a.en.md'` an `'a.lv.md'`.
    """
    if "lang" in new or "locale" in new:
        one, two = without_language(old, pair.source.locale), without_language(new, pair.locale)
        if neutral(one) == neutral(two):
            return True
    if FILE.search(new):
        one, two = in_order(own_file(old, pair.source.locale)), in_order(own_file(new, pair.locale))
        if neutral(one) == neutral(two) or (two != in_order(new) and is_wording(one, two)):
            return True
    own, other = own_folder(new, pair.locale), own_folder(old, pair.source.locale)
    if own != new and (neutral(own) in (neutral(old), neutral(other)) or is_wording(other, own)):
        return True
    tags = all(REF.fullmatch(one) or LINK_TAG.fullmatch(one) for one in (old, new))
    return tags and spelled(old, pair.source.locale) == spelled(new, pair.locale)


def tolerance(pair: Pair, old: Link, new: Link) -> Severity | None:
    """How much another target matters: OFF where a translator may do so, None where it is a plain error."""
    if "?" not in old.target + new.target:
        return _tolerance(pair, old, new)
    there, here = unasked(old.target, pair.source.locale or "en"), unasked(new.target, pair.locale)
    old, left = Link(old.start, old.end, there, old.form), Link(new.start, new.end, here, new.form)
    return _tolerance(pair, old, left, asks=here != new.target)


def _tolerance(pair: Pair, old: Link, new: Link, *, asks: bool = False) -> Severity | None:
    """The same of two targets without what asks in them for a language, whether or not the new one did."""
    if not old.target or _alike(pair, old, new) or is_own_edition(pair, old):
        return Severity.OFF  # a link that leads nowhere in the source: whoever gave it a target mended it
    if old.target.startswith(TAB):
        return None
    if (named := _by_name(pair, old.target, new.target)) is not None:
        return named
    page_a, page_b = (identity(link.target).partition("#")[0].rstrip("/") for link in (old, new))
    if page_a.partition("?")[0].rstrip("/") == page_b != page_a and old.target[0] == "/":
        return WARNING  # the same place, without what it is told
    own = asks or names_locale(new.target, pair.locale)
    spelled_a, spelled_b = spelled(page_a, pair.source.locale), spelled(page_b, pair.locale)
    sides = (spelled_a, spelled_b, pair.target.path), (spelled_b, spelled_a, pair.source.path)
    whole = any(is_address_of(one, CLIMB.sub("", two)) or is_beside(one, two, page) for one, two, page in sides)
    if whole or is_same_file(pair, old.target, new.target):
        lost = "#" in old.target and "#" not in new.target
        out = REVISION.match(new.target) is not None and REVISION.match(old.target) is None  # where the file is kept
        return WARNING if lost or out else Severity.OFF  # `anchor-dead` says where there is no such heading
    if page_a == page_b or (page_b and spelled_a == spelled_b):
        edition = READ_ME.search(new.target) is not None and not READ_ME.search(old.target)
        there = pair.source.locale or "en"  # only the source's edition may have a folder: the other is the site's own
        edition = edition or names_locale(old.target, there) > names_locale(new.target, there)
        return _on_page(pair, old, new, own=own or page_a != page_b or edition)
    a, b = REVISION.match(old.target), REVISION.match(new.target)
    if a is not None and b is not None and a.group("file", "path", "part") == b.group("file", "path", "part"):
        short, long = sorted((a["ref"], b["ref"]), key=len)
        return Severity.OFF if len(short) >= 7 and long.startswith(short) else INFO
    if own and not names_locale(old.target, pair.locale):
        parts_a, parts_b = page_a.split("/"), page_b.split("/")
        if page_a.startswith("http") and parts_a[:3] == parts_b[:3] and len(parts_a) == len(parts_b):
            return INFO if not asks or are_numbered(page_a, page_b) else None
    path = spelled_b.partition("://")[2].partition("/")[2] if page_b.startswith("http") else ""
    whole = old.target[0] == "/" and path != "" and path == spelled_a
    if whole or is_other_video(old.target, new.target) or is_made_up(old.target, new.target):
        return INFO  # the same page by its whole address, or one called alike
    if not _is_chosen(page_a, page_b, new.target):
        return None
    return INFO if is_domestic(pair, old.target, new.target) else WARNING


def _by_name(pair: Pair, old: str, new: str) -> Severity | None:
    """How much it matters how two tell of a page, if a tag of the template does so for one: by its name, or part of its way;
    or how two tell an app something in words.

    `{{< ref "b.md#c" >}}`, `{{< ref "/a/b.md#c" >}}` and `../a/b#c` are one place. So is it with the site before it, but
    whose site that is nobody knows.
    """
    if old.startswith(ROUTE) and new.startswith(ROUTE):  # a page of an app, and perhaps a place on it
        routes = {neutral_target(route[1:].partition("#")[0]).rstrip("/") for route in (old, new)}
        return Severity.OFF if len(routes) == 1 else Severity.ERROR
    if not (REF.search(old) or REF.search(new)):
        return INFO if is_worded(old, new) or shows_words(old, new) else None
    one, two = (CLIMB.sub("", spelled(old, pair.source.locale)), CLIMB.sub("", spelled(new, pair.locale)))
    whole = [path.startswith("http") for path in (one, two)]
    short, long = sorted((one.partition("://")[2] or one, two.partition("://")[2] or two), key=len)
    if not short.strip("/") or not long.endswith("/" + short.strip("/")):
        return None
    return INFO if any(whole) else Severity.OFF


def _on_page(pair: Pair, old: Link, new: Link, *, own: bool) -> Severity | None:
    """How much another place on one page matters, or on its own edition in the reader's language."""
    page, _, fragment_a = identity(old.target).partition("#")
    fragment_b = identity(new.target).partition("#")[2]
    outside = page.startswith("http")
    if not fragment_a and (outside or (page and fragment_b)):
        return INFO  # a place on that page: nearer than what the source says
    if not fragment_b and page:
        return WARNING  # the right page, and not the place on it
    if not fragment_a or not fragment_b:
        return None
    if not outside and _is_ours(pair, page):
        return Severity.OFF  # `anchor-dead` says where there is no such heading
    if not (own or (not outside and not fragment_b.isascii())):
        return None
    # The page's edition in the reader's language has other headings, hence other fragments.
    if resemblance(fragment_a, fragment_b) > 0.8 and fragment_b.isascii():
        return WARNING
    return Severity.OFF if "-" in fragment_b or not fragment_b.isascii() else WARNING


def _is_chosen(old: str, new: str, written: str) -> bool:
    """Whether a link out of the site may lead elsewhere on purpose, or to where its page is now.

    Another site is chosen, a page of the own one in place of another's is; a slip changes a part of an address. So is
    one with all parts of the source's, in their order, and more: `/Web/CSS/Reference/Properties/x` for `/Web/CSS/x`.
    """
    if not old.startswith("http"):
        return False
    if not new.startswith("http"):
        return written[:1] in ("#", "/")
    if host_of(old) != host_of(new):
        return HOST.fullmatch(host_of(new)) is not None and (resemblance(host_of(old), host_of(new)) < SLIP)
    if old.startswith(new + "?"):
        return True  # the same place, where nothing is filled in yet
    if old.count("/") != new.count("/") and old.rpartition("/")[2] == new.rpartition("/")[2]:
        return True  # it moved
    parts = iter(new.split("/"))
    return all(part in parts for part in old.split("/"))


def _alike(pair: Pair, old: Link, new: Link) -> bool:
    """Whether two targets differ in nothing but how they are written, or in what names the locale."""
    there = old.target
    if there[:1] + there[-1:] in ("()", "<>"):
        there = there[1:-1]  # a slip of the source: its reader is led nowhere
    if is_localized(pair, there, new.target) or is_same_video(there, new.target):
        return True
    one, two = spelled(there, pair.source.locale), spelled(new.target, pair.locale)
    if one == two or is_address_of(one, two) or is_address_of(two, one):
        return True
    if "+" in one + two and one.replace("+", " ") == two.replace("+", " "):
        return True  # a blank in what is asked for
    if pair.locale_paths is None:
        return False
    one, two = (identity(pair.locale_paths.sub("/", link.target, 1)) for link in (old, new))
    return one == two


def doubtful(pair: Pair, old: Link, new: Link) -> bool:
    """Whether two different targets both lie in the site, so that only it can tell whether they are one page or place."""
    if any(ELSEWHERE.match(link.target) or link.target.startswith((TAB, ROUTE)) for link in (old, new)):
        return False
    a, b = spelled(old.target, pair.source.locale), spelled(new.target, pair.locale)
    return a != b


def put_aside(pair: Pair, bead: Bead, old: Link, new: Link, severity: Severity | None) -> Apart:
    """A doubt, with how much it matters where the site can't tell."""
    blocks = across(bead.target[0], bead.target[-1]), across(bead.source[0], bead.source[-1])
    told = severity.value if severity is not None else ""
    if severity is not Severity.OFF and not mistyped(neutral_target(new.target), neutral_target(old.target)):
        if pair.vouches.at_most(bead, severity or Severity.ERROR, new, old) is Severity.INFO:
            told = Severity.INFO.value
    pages = pair.locale, pair.target.path, pair.source.path
    return Apart(*pages, reach(new), reach(old), *blocks, old.target, new.target, new.text, told)


def is_own_edition(pair: Pair, link: Link) -> bool:
    """Whether a link of the source leads to its page in another language, by the name of the file: `README.zh-CN.md`, or
    by its path.

    A page has such links to the others, not to itself.
    """
    if leads_to(pair.source.path, link.target) == pair.target.path or is_file(link.target, pair.target.path):
        return True
    name = link.target.partition("#")[0].rpartition("/")[2]
    own = pair.source.path.rpartition("/")[2]
    if not PAGE.search(name) or name == own:
        return False
    if name == pair.target.path.rpartition("/")[2]:
        return True
    stem, _, locale = PAGE.sub("", name).rpartition(".")
    own_stem = PAGE.sub("", own)
    return locale.lower().partition("-")[0] in ADDRESSED and stem in (own_stem, own_stem.rpartition(".")[0])


def is_lost_picture(bead: Bead, link: Link) -> bool:
    """Whether a link is nothing but a picture, and that is lost, too: told as the picture."""
    if link.text.strip("\ufffc \n"):
        return False
    within = {image.source for image in images(bead.source) if link.start <= image.start < link.end}
    return bool(within) and not within & {image.source for image in images(bead.target)}


def _is_ours(pair: Pair, page: str) -> bool:
    """Whether a target is one of the pages checked, or as far as can be told here."""
    name = page.strip("/").removesuffix(".md").removesuffix(".mdx").removesuffix(".html")
    if not name or not pair.names:
        return True
    return any(name == known or name.endswith("/" + known) or known.endswith("/" + name) for known in pair.names)
