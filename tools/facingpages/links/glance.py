"""A page at a glance: from its bytes all that it may lead to, so that most pages need not be parsed to be passed.

A glance bounds what a reading would find. No use is missed, though what stands in code may be taken for one. So where
nothing is wrong at a glance nothing is wrong, and where something is, the page is read to know it. Whatever a glance
can't take in - labels, footnotes, a target with escapes - it refuses, and the page is read at once. The tests hold
glances against readings.
"""

from __future__ import annotations

import codecs
import re

from facingpages.document import DialectName, Document, Use
from facingpages.late import late
from facingpages.links.facts import ADDRESS_KEYS, PageFacts
from facingpages.read import MAX_BYTES
from facingpages.read.attributes import begins_block, id_in
from facingpages.read.dialects import DIALECTS
from facingpages.read.frontmatter import matter, read_metadata
from facingpages.read.html import read_attributes
from facingpages.read.inline import HEADING_ID
from facingpages.read.uses import LEADS, SHOWS, srcset

GIVEN = late(rb"^[ ]{0,3}#{1,6}[ \t][^\n]* \(#[A-Za-z][\w.-]*\)[ \t#]*\r?$", re.M)
# A blank text, code or attribute takes as much as it is long: each pattern begins with a sign that is looked for fast,
# and gives nothing back.
LINK = late(
    rb"\]\([ \t]*+((?:[^\s()<>\\\"'&{]++|\{(?!\{)|\{\{[^{}()\r\n]*+\}\}|&(?![#\w]++;))*+)"
    rb"(?:[ \t]++(?:\"[^\"\r\n]*+\"|'[^'\r\n]*+'))?+[ \t]*+\)"
)
BEHIND = late(rb"\)\{([^}\n]*+)")  # an attribute list, which may name another target for the link before it
BRACKETED = late(rb"\[#[^\s\[\]]++\][ \t#]*+(?:[\r\n]|\Z)")  # the id of a heading
OPENED = late(rb"<([A-Za-z][^<>]*+)(>?)")
TAG = late(rb"[A-Za-z][\w:-]*+((?:[^\"']++|\"[^\"]*+\"|'[^']*+')*+)")
AUTOLINK = late(rb"[A-Za-z][A-Za-z0-9+.-]{1,31}:\S*+")
ENTITY = late(rb"&[#\w]++;")
LISTS = late(rb"\{[^{}\r\n#]*+#[^{}\r\n]*+\}")
LISTED = late(rb"\{:?[ \t]*+#([^\s{}#*]++)(?=[ \t}])[^{}\r\n#]*+\}")  # what is in most of them
BRACES = late(r"\{([^{}\r\n]*+)\}")
VALUE = late(r"=\s*+(?:\"([^\"]*+)\"|'([^']*+)')")
NAMES = ("href", "src", "link", "source", "url")  # of what an element of a dialect leads to
LONGEST = 32  # a name with the blanks behind it: what has more of them is refused
KEY = late(rb"[\n\"'{,?][ \t\r]*+(?:" + "|".join(ADDRESS_KEYS).encode() + rb")(?!\w)")
UNUSUAL = (b"\\", b"&", b"!", b"\r")  # what may stand before a key, or in it


def glance(raw: bytes, path: str, dialect: DialectName) -> PageFacts | None:
    """The facts of a page as far as a glance tells: not `placed`, and without ids. None where it has to be read."""
    if len(raw) > MAX_BYTES or DIALECTS[dialect].jsx or _refused(raw):
        return None
    raw = raw.removeprefix(codecs.BOM_UTF8)
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        return None
    found = _Glance()
    if not (found.links(raw) and found.tags(raw) and found.elements(raw, text)):
        return None
    if len(found.ids) != len(set(found.ids)):
        return None  # one may stand twice
    uses = [Use("link", target, 0, 0) for target in found.markdown]
    uses += [Use("html", target, 0, 0) for target in found.raw]
    return PageFacts(path, "", "", {}, uses=uses, address=_address(raw), placed=False)


def _refused(raw: bytes) -> bool:
    """Whether a page sets in files, has comments with ids or headings with ids of another kind, or a word to us."""
    return (
        b"\0" in raw or (b"{" in raw and b"{/*" in raw) or (b"<" in raw and b"8<-" in raw) or b":id=" in raw
        or b"facingpages:" in raw or (b" (#" in raw and GIVEN.search(raw) is not None)
    )  # fmt: skip


def _leads_elsewhere(raw: bytes) -> bool:
    """Whether an attribute list behind a link names another target."""
    return any(b"href=" in inside or b"src=" in inside for inside in BEHIND.findall(raw))


def _address(raw: bytes) -> dict[str, str]:
    """What front matter says of the page's address. It is read only where it may say anything."""
    front = matter(raw)
    if front is None or front[1] < 0:
        return {}
    words = raw[front[0] - 1 : front[1]]
    if not KEY.search(words) and not any(sign in words for sign in UNUSUAL):
        return {}
    document = Document("", raw)
    read_metadata(document)
    return {key: document.metadata[key].value for key in ADDRESS_KEYS if key in document.metadata}


class _Glance:
    """What is seen of a page. Whatever looks at a part of it says whether it could take in all of that."""

    def __init__(self) -> None:
        self.markdown: dict[str, None] = {}  # targets that a generator reads
        self.raw: dict[str, None] = {}  # those that are left to the browser
        self.ids: list[str] = []  # that the author wrote

    def links(self, raw: bytes) -> bool:
        """Links and pictures in Markdown. Not labels and footnotes."""
        behind = [piece[:1] for piece in raw.split(b"]")]
        del behind[0]
        if b":" in behind or b"[" in behind or (b"^" in raw and b"[^" in raw):
            return False
        count = behind.count(b"(")
        if not count:
            return True
        targets = LINK.findall(raw)
        if len(targets) != count or (b"){" in raw and _leads_elsewhere(raw)):
            return False
        self.markdown = {target.decode(): None for target in targets}
        return True

    def tags(self, raw: bytes) -> bool:
        """Raw HTML, and addresses in angle brackets."""
        for inside, closed in OPENED.findall(raw) if b"<" in raw else ():
            quoted = b'"' in inside or b"'" in inside
            if not closed:
                if quoted:  # which may hold what looks like the end
                    return False
                continue
            if b":" in inside and AUTOLINK.fullmatch(inside):
                if quoted or ENTITY.search(inside):
                    return False
                self.markdown[inside.decode()] = None
            if quoted or b"=" in inside:
                match = TAG.fullmatch(inside)
                if match is None:
                    return False
                self._tag(read_attributes(match.group(1).decode()))
        return True

    def _tag(self, attributes: dict[str, str]) -> None:
        """What a tag leads to, shows, and is called."""
        for key, value in attributes.items():
            if key in LEADS or key in SHOWS:
                self.raw[value] = None
            elif key in ("srcset", "imagesrcset"):
                self.raw.update(dict.fromkeys(srcset(value)))
            elif key == "id":
                self.ids.append(value)

    def elements(self, raw: bytes, text: str) -> bool:
        """Attribute lists, and what a dialect has of elements of its own."""
        if b"[#" in raw and BRACKETED.search(raw):
            return False
        braces = b"{" in raw
        if braces:
            listed = LISTED.findall(raw)
            if b"id=" not in raw and len(listed) == len(LISTS.findall(raw)):
                self.ids += [identifier.decode() for identifier in listed]
            else:
                for inside in BRACES.findall(text):
                    self._listed(inside)
        if braces or b":::" in raw or b"[!" in raw:
            for match in VALUE.finditer(text):
                before = text[max(0, match.start() - LONGEST) : match.start()]
                name = before.rstrip()
                if not name and before:
                    return False
                if name.endswith(NAMES) and not name[: -len(next(filter(name.endswith, NAMES)))][-1:].isalnum():
                    self.raw[match[1] or match[2] or ""] = None
        return True

    def _listed(self, inside: str) -> None:
        """The ids that an attribute list may give."""
        match = HEADING_ID.search(inside) if not begins_block(inside) else None
        self.ids += {id_in(inside.strip(": \t")), match.group(1) if match is not None else ""} - {""}
