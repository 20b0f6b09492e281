"""What a reader is told on a page that stands in for its missing translation."""

from __future__ import annotations

from markupsafe import Markup

from facingpages.mkdocs.words import Words, direction, tag


def around(html: str, words: Words, source: str, source_only: bool) -> str:
    """The page in the source's language, marked as such, below a notice in the reader's language."""
    language = words.language(source)
    if source_only:
        said = words.say("This page exists only in the original ({language}).", language=language)
    else:
        said = words.say(
            "This page is not translated yet. What follows is the original ({language}).", language=language
        )
    frame = Markup(
        '<p class="facing-notice" role="note" lang="{}" dir="{}">{}</p>'
        '<div class="facing-original" lang="{}" dir="{}">{}</div>'
    )
    return str(frame.format(words.tag, words.direction, said, tag(source), direction(source), Markup(html)))
