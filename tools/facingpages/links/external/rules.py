"""What must hold of addresses on other sites. None is asked but with `--external`."""

from __future__ import annotations

from facingpages.rules.base import ERROR, INFO, WARNING, Family, Rule

DEAD = Rule(
    "external-dead",
    ERROR,
    "A page on another site is gone.",
    "The site says so (404, 410), has no such host, or redirects in a circle. Each address is asked once for all pages "
    "and locales; told on the source where both sides have it.",
)
ANCHOR = Rule(
    "external-anchor",
    WARNING,
    "A page on another site has no such place.",
    "Looked for in the page as it is sent; places that a program makes in the browser can't be seen.",
)
MOVED = Rule(
    "external-moved",
    INFO,
    "A page on another site has moved for good.",
    "Every redirect on the way says that it is permanent. The finding gives the new address.",
)
UNASKED = Rule(
    "external-unasked",
    WARNING,
    "A page on another site could not be asked.",
    "The host was busy, refused, or gave no answer: that says nothing of the page. To fail on it, set "
    '`"external-unasked" = "error"`; for hosts that never answer programs, see `status` and `skip` in '
    '`[rule.external.hosts."name"]`.',
)
PRIVATE = Rule(
    "external-private",
    WARNING,
    "An address leads into a private network, by name or by redirect, and was not asked.",
    "What may be asked is named in `allow` of `[rule.external]`: networks such as `10.0.0.0/8`, or host names.",
)
FAMILY = Family((DEAD, ANCHOR, MOVED, UNASKED, PRIVATE))
BY_ID = {rule.id: rule for rule in FAMILY.rules}

GONE = '"{address}" is gone: {detail}.'
NO_ANCHOR = 'There is no "#{id}" on "{address}".'
MOVED_TO = '"{address}" has moved to "{moved}".'
NOT_ASKED = '"{address}" could not be asked: {detail}.'
REFUSED = '"{address}" was not asked: {detail}.'
