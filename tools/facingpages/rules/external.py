"""What must hold of addresses on other sites."""

from __future__ import annotations

from facingpages.option import Option
from facingpages.rules.rule import ERROR, INFO, WARNING, Family, Rule

DEAD = Rule("external-dead", ERROR, "A page on another site is gone.", {"gone": '"{address}" is gone: {detail}.'})
ANCHOR = Rule(
    "external-anchor",
    WARNING,
    "A page on another site has no such place.",
    {"missing": 'There is no "#{id}" on "{address}".'},
)
MOVED = Rule(
    "external-moved",
    INFO,
    "A page on another site has moved for good.",
    {"moved": '"{address}" has moved to "{moved}".'},
)
UNASKED = Rule(
    "external-unasked",
    WARNING,
    "A page on another site could not be asked.",
    {"unasked": '"{address}" could not be asked: {detail}.'},
)
PRIVATE = Rule(
    "external-private",
    WARNING,
    "An address leads into a private network, by name or by redirect, and was not asked.",
    {"refused": '"{address}" was not asked: {detail}.'},
)

HOST = (
    Option("status", "numbers", "Further answers that count as there, for example `[403, 429]`."),
    Option("delay", "number", "Seconds between two questions to a host.", 0.2),
    Option("connections", "number", "Questions to a host at a time.", 2),
    Option("timeout", "number", "Seconds to wait for an answer.", 20.0),
    Option("get", "flag", "Ask for the page at once, not for its head first.", False),
    Option("skip", "flag", "Ask nothing.", False),
)
OPTIONS = (
    *(option for option in HOST if option.name not in ("get", "skip")),
    Option("retries", "number", "How often a host that is busy is asked again.", 2),
    Option("pause", "number", "Seconds before the first of these times, doubled for each.", 1.0),
    Option("hosts_at_once", "number", "Hosts that are asked at a time.", 32),
    Option("days", "number", "How long an answer is good for.", 7.0),
    Option("max_bytes", "number", "How much of a page is read for the ids on it.", 5_000_000),
    Option("longest_wait", "number", "Seconds that a host may ask to be left alone for before it is given up.", 60.0),
    Option("accept", "texts", "Addresses that are not asked, as patterns.", []),
    Option("allow", "texts", "Networks and host names that may be private.", []),
    Option("agent", "text", "What the program calls itself.", "facingpages (link check)"),
    Option("hosts", "table", "Options of single hosts, by name.", inside=HOST),
)
FAMILY = Family((DEAD, ANCHOR, MOVED, UNASKED, PRIVATE), options={"external": OPTIONS})
