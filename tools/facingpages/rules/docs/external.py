"""What must hold of addresses on other sites: why, and examples."""

from __future__ import annotations

from facingpages.rules.doc import Doc

DOCS = {
    "external-dead": Doc(
        "The site says so (404, 410), has no such host, or redirects in a circle. Each address is asked once for all pages "
        "and locales; told on the source where both sides have it."
    ),
    "external-anchor": Doc(
        "Looked for in the page as it is sent; places that a program makes in the browser can't be seen."
    ),
    "external-moved": Doc("Every redirect on the way says that it is permanent. The finding gives the new address."),
    "external-unasked": Doc(
        "The host was busy, refused, or gave no answer: that says nothing of the page. To fail on it, set "
        '`"external-unasked" = "error"`; for hosts that never answer programs, see `status` and `skip` in '
        '`[rule.external.hosts."name"]`.'
    ),
    "external-private": Doc(
        "What may be asked is named in `allow` of `[rule.external]`: networks such as `10.0.0.0/8`, or host names."
    ),
}
