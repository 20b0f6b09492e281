"""An update for people and for programs: what changes, and what is left to do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from facingpages import __version__
from facingpages.difference import difference
from facingpages.merge.show import counted, lines_as_json
from facingpages.report.style import Style
from facingpages.report.text import table
from facingpages.safe import safe, to_json
from facingpages.update.page import Work
from facingpages.update.site import Page

WORD = re.compile(r"\w+|\s+|[^\w\s]")
MOST = 1_000  # pieces of a text whose words are compared
NEAR = 12  # pieces of a text, words and blanks, on either side of a change
WIDTH = 300
Part = tuple[str, str]  # "same", "gone" or "come", and a text


def word_diff(old: str, new: str) -> list[Part]:
    """What words a text lost and got."""
    a, b = WORD.findall(old), WORD.findall(new)
    if not old or len(a) > MOST or len(b) > MOST:
        return [part for part in (("gone", old), ("come", new)) if part[1]]
    parts: list[Part] = []
    for tag, i, i_end, j, j_end in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            parts.append(("same", "".join(a[i:i_end])))
            continue
        if i < i_end:
            parts.append(("gone", "".join(a[i:i_end])))
        if j < j_end:
            parts.append(("come", "".join(b[j:j_end])))
    return parts


def brief(parts: Sequence[Part]) -> list[Part]:
    """The same; of what stayed only the words around a change."""
    short = []
    for at, (kind, text) in enumerate(parts):
        before, after = (NEAR if at else 0), (NEAR if at + 1 < len(parts) else 0)
        pieces = WORD.findall(text) if kind == "same" and before + after else []
        if len(pieces) > before + after + NEAR:
            text = "".join([*pieces[:before], "…", *pieces[len(pieces) - after :]])
        short.append((kind, text))
    return short


def as_text(pages: Sequence[Page], *, written: bool) -> str:
    """Diffs where nothing is written, then what is left to people, then how many pages there are of each kind."""
    parts = [] if written else [difference(page.page.path, page.raw, page.updated.text) for page in pages]
    for page in pages:
        if page.updated.withheld:
            parts.append(f"{page.page.path}: left as it is: {page.updated.withheld}.\n")
            continue
        parts += (
            f"{page.page.path}:{work.target[0]}: {counted(work.words)}: {_said(work)}\n" for work in page.updated.work
        )
    unknown = [page.page.path for page in pages if page.updated.state == "unknown"]
    parts += (f"{path}: which version of its source it renders can't be told.\n" for path in unknown)
    return "".join(part for part in parts if part) + summary(pages)


def summary(pages: Sequence[Page]) -> str:
    """One line on all pages."""
    changed = sum(1 for page in pages if page.updated.text != page.raw)
    behind = sum(1 for page in pages if page.updated.work)
    words = sum(page.updated.left for page in pages)
    number = "1 page" if len(pages) == 1 else f"{len(pages)} pages"
    return f"{number}: {changed} to change, {behind} with work left to a person ({counted(words)})\n"


def _said(work: Work) -> str:
    marks = {"same": "{}", "gone": "[-{}-]", "come": "{{+{}+}}"}
    diff_ = brief(word_diff(work.old, work.new)) if work.old else [("same", work.new)]
    text = safe("".join(marks[kind].format(text) for kind, text in diff_).replace("\n", " "))
    return text if len(text) <= WIDTH else text[: WIDTH - 1] + "…"


def as_json(pages: Iterable[Page]) -> str:
    """The same for programs, with its own version."""
    data = {
        "version": 1,
        "tool": {"name": "facingpages", "version": __version__},
        "pages": [
            {
                **about(page), "withheld": page.updated.withheld or None, "changed": page.updated.text != page.raw,
                "work": [
                    {
                        "target": lines_as_json(one.target), "source": lines_as_json(one.source), "words": one.words,
                        "since": str(one.since) if one.since is not None else None, "old": one.old, "new": one.new,
                        "translation": one.own,
                    }
                    for one in page.updated.work
                ],
            }
            for page in pages
        ],
    }  # fmt: skip
    return to_json(data) + "\n"


def about(page: Page) -> dict[str, object]:
    """The entry of a page as `status --pages` has it."""
    updated = page.updated
    return {
        "page": page.page.name, "locale": page.page.locale, "path": page.page.path, "state": updated.state,
        "class": updated.kind if updated.state == "stale" else None,
        "base": {"how": updated.base.how, "first": updated.base.first, "last": updated.base.last},
        "blocks": updated.counts._asdict(), "words_left": updated.left,
    }  # fmt: skip


HEADS = ("page", "locale", "state", "changed", "known", "since", "words left")


def as_lines(pages: Iterable[Page], style: Style) -> str:
    """A line a page for `status --pages`."""
    lines = []
    for page in pages:
        updated = page.updated
        kind = updated.kind or "" if updated.state == "stale" else ""
        since = (updated.base.last or "")[:10]
        lines.append(
            [page.page.path, page.page.locale, updated.state, kind, updated.base.how, since, str(updated.left)]
        )
    return "\n".join(table([list(HEADS), *lines], style)) + "\n"
