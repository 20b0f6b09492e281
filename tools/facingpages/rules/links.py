"""What must hold of links."""

from __future__ import annotations

from facingpages.rules.rule import ERROR, INFO, WARNING, Rule

LINK_DEAD = Rule(
    "link-dead",
    ERROR,
    "A link leads to nothing.",
    {
        "missing": 'There is no "{target}".',
        "perhaps": ' Perhaps "{hint}"?',
        "sister": '"{target}" is of another language\'s build and can\'t be linked by its file; the address is "{hint}".',
        "raw": 'Raw HTML is published as it stands, and there is no "{target}" then; the address is "{hint}".',
        "unpublished": '"{target}" exists, but is left out of the site.',
        "source": '"{target}" exists only in the source: "{hint}".',
    },
)
LINK_CASE = Rule(
    "link-case",
    ERROR,
    "A link names a file in another case or another Unicode normal form.",
    {
        "case": '"{target}" is written "{hint}": case counts on the server.',
        "form": '"{target}" and "{hint}" look the same, but their letters are composed in another way (Unicode normal form).',
    },
)
LINK_OUTSIDE = Rule(
    "link-outside",
    ERROR,
    "A link climbs out of the site, or leads to a file of one computer.",
    {
        "outside": '"{target}" climbs out of the site.',
        "local": '"{target}" is a file of one computer.',
        "perhaps": ' Perhaps "{hint}"?',
    },
)
LINK_ABSOLUTE = Rule(
    "link-absolute",
    WARNING,
    "An absolute address leaves the folder that the site is published in.",
    {"absolute": '"{target}" leaves the folder that the site is published in.', "perhaps": ' Perhaps "{hint}"?'},
)
IMAGE_DEAD = Rule(
    "image-dead",
    ERROR,
    "A picture does not exist.",
    {"missing": 'There is no "{target}".', "perhaps": ' Perhaps "{hint}"?'},
)
LINK_LOCALE_BETTER = Rule(
    "link-locale-better",
    WARNING,
    "A link leads to another language although the page exists in this one.",
    {
        "language": '"{target}" is of another language\'s build and can\'t be linked; this page\'s own is "{hint}".',
        "itself": '"{target}" is made to lead to this page itself; in the other language the address is "{hint}".',
        "better": '"{target}" leads to another language; in this one it is "{hint}".',
    },
)
LINK_LOCALE_OWN = Rule(
    "link-locale-own",
    WARNING,
    "A link within the site names the site's address or the locale, and need not.",
    {"own": '"{target}" names this site\'s own address.', "write": ' Write "{hint}".'},
)
LINK_SOURCE_ONLY = Rule(
    "link-source-only",
    INFO,
    "A link leads to a page that exists only in the source's language.",
    {
        "one": '"{target}" is not translated; readers land on the source\'s page.',
        "more": '"{target}" is not translated, nor are {count} more pages that this one leads to.',
    },
)
ANCHOR_DEAD = Rule(
    "anchor-dead",
    ERROR,
    "A fragment leads to no place on the page.",
    {
        "there": 'There is no "#{id}" on {page}.',
        "here": 'There is no "#{id}" on this page.',
        "borrowed": 'This page is published in {locales}, too, and there the page behind "{target}" has no "#{id}".',
        "case": '"#{id}" is "#{hint}" on {page}: case and Unicode normal form count.',
        "perhaps": ' Perhaps "#{hint}"?',
    },
)
ANCHOR_TRANSLATED = Rule(
    "anchor-translated",
    ERROR,
    "A fragment names a heading by the id that it has in the source.",
    {"translated": 'The heading "#{id}" of the source was translated.', "now": ' Here it is "#{hint}".'},
    origin="source heading",
)
SNIPPET_DEAD = Rule(
    "snippet-dead",
    ERROR,
    "A file that should be set into the page, or its section, does not exist.",
    {
        "missing": 'There is no snippet "{target}".',
        "section": 'The file of the snippet "{target}" has no such section.',
    },
)
REFERENCE_UNDEFINED = Rule(
    "reference-undefined",
    ERROR,
    "A reference link has no definition.",
    {
        "found": 'The reference "{label}" is defined nowhere.',
        "glued": 'This does not define "{label}": without a blank line before it, it is part of the text above.',
    },
)
REFERENCE_UNUSED = Rule(
    "reference-unused", INFO, "A reference definition is not used.", {"found": 'The reference "{label}" is not used.'}
)
REFERENCE_DUPLICATE = Rule(
    "reference-duplicate",
    WARNING,
    "A reference is defined twice.",
    {"found": 'The reference "{label}" is defined in line {line} already.'},
)
ID_DUPLICATE = Rule(
    "id-duplicate", WARNING, "An id stands twice on a page.", {"found": 'The id "{id}" stands in line {line} already.'}
)
FOOTNOTE_UNDEFINED = Rule(
    "footnote-undefined", ERROR, "A footnote has no text.", {"found": 'The footnote "{label}" is defined nowhere.'}
)
FOOTNOTE_UNUSED = Rule(
    "footnote-unused", INFO, "A footnote is not referred to.", {"found": 'The footnote "{label}" is not referred to.'}
)

RULES = (
    LINK_DEAD,
    LINK_CASE,
    LINK_OUTSIDE,
    LINK_ABSOLUTE,
    IMAGE_DEAD,
    LINK_LOCALE_BETTER,
    LINK_LOCALE_OWN,
    LINK_SOURCE_ONLY,
    ANCHOR_DEAD,
    ANCHOR_TRANSLATED,
    SNIPPET_DEAD,
    REFERENCE_UNDEFINED,
    REFERENCE_UNUSED,
    REFERENCE_DUPLICATE,
    ID_DUPLICATE,
    FOOTNOTE_UNDEFINED,
    FOOTNOTE_UNUSED,
)
BY_ID = {rule.id: rule for rule in RULES}
