"""Damage to what is written the same in every language: addresses, paths, names of commands and variables."""

import re
from random import Random

from tests.accuracy.blocks import Block
from tests.accuracy.kinds import defect
from tests.accuracy.page import Mark
from tests.accuracy.pairs import Mutation, Pair, pick

EMAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"

ADDRESS = r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.]*\d)"

WINDOWS_PATH = r"(?:\b[A-Z]:|%\w+%|\\)(?:\\[^\s\\/:*?\"<>|,;()]+)+"

POSIX_PATH = r"(?<![\w/.])(?:~|\.{1,2})?/[\w.-]+(?:/[\w.-]+)+"

REGISTRY = r"\b(?:HKEY_[A-Z_]+|HKLM|HKCU)\\[\w\\.-]+"

GUID = r"\b[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\b"

VERBS = "Get|Set|New|Remove|Add|Enable|Disable|Start|Stop|Connect|Test|Install|Import|Export|Update|Invoke"

CMDLET = rf"(?<![\w-])(?:{VERBS})-[A-Z]\w{{4,}}"

VARIABLE = r"(?<![\w%])[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+(?![\w%\\])"

IDENTIFIER = (
    r"(?<![\w./@-])(?:[a-z]{2,}[A-Z][A-Za-z0-9]+|[a-z_]\w+\.[a-z_]\w+(?:\.\w+)*|[a-z]+_[a-z_]+[a-z])(?![\w/@-])"
)

OPTION = r"(?<![\w-])--[a-z][a-z-]{2,}(?![\w-])"

ERROR_CODE = r"(?<![\w-])(?:0x[0-9A-Fa-f]{4,}|[A-Z]{2,}\d{3,})(?![\w-])"


def _shared(pair: Pair, *patterns: str) -> list[tuple[Block, Mark]]:
    return [entry for pattern in patterns for entry in pair.literals(pattern)]


@defect("email-changed", "literal link")
def email_changed(pair: Pair, rng: Random) -> Mutation | None:
    found = pick(rng, _shared(pair, EMAIL))
    if found is None:
        return None
    user, _, host = found[1].text.partition("@")
    return pair.change(
        *found,
        rng.choice(
            (f"{user} @{host}", f"{user[:-1] or 'x'}{user[-1] * 2}@{host}", f"{user}@{host.replace('.', '. ')}")
        ),
    )


@defect("ip-address-changed", "literal number")
def ip_address_changed(pair: Pair, rng: Random) -> Mutation | None:
    found = pick(rng, _shared(pair, ADDRESS))
    return found and pair.change(
        *found, rng.choice((found[1].text + ".1", found[1].text[:-1] + "77", found[1].text.replace(".", ",", 1)))
    )


def _path(rng: Random, text: str, separator: str) -> str:
    parts = text.split(separator)
    place = max(range(len(parts)), key=lambda n: len(parts[n]))
    damaged = rng.choice((parts[place][:-1], parts[place][1:], f"{parts[place][:2]} {parts[place][2:]}"))
    return separator.join([*parts[:place], damaged, *parts[place + 1 :]])


@defect("path-changed", "literal")
def path_changed(pair: Pair, rng: Random) -> Mutation | None:
    found = pick(rng, _shared(pair, WINDOWS_PATH, POSIX_PATH))
    return found and pair.change(*found, _path(rng, found[1].text, "\\" if "\\" in found[1].text else "/"))


@defect("registry-key-changed", "literal")
def registry_key_changed(pair: Pair, rng: Random) -> Mutation | None:
    found = pick(rng, _shared(pair, REGISTRY))
    return found and pair.change(*found, _path(rng, found[1].text, "\\"))


@defect("guid-changed", "literal number")
def guid_changed(pair: Pair, rng: Random) -> Mutation | None:
    found = pick(rng, _shared(pair, GUID))
    if found is None:
        return None
    text = found[1].text
    return pair.change(
        *found, rng.choice((text[:-1], text.replace("-", " ", 1), text[:-1] + ("0" if text[-1] != "0" else "1")))
    )


@defect("cmdlet-changed", "literal")
def cmdlet_changed(pair: Pair, rng: Random) -> Mutation | None:
    found = pick(rng, _shared(pair, CMDLET))
    if found is None:
        return None
    verb, _, noun = found[1].text.partition("-")
    return pair.change(*found, rng.choice((f"{verb} {noun}", f"{verb.lower()} - {noun}", f"{verb}-{noun[:-1]}", noun)))


@defect("environment-variable-changed", "literal")
def environment_variable_changed(pair: Pair, rng: Random) -> Mutation | None:
    found = pick(rng, _shared(pair, VARIABLE))
    text = found[1].text if found else ""
    return found and pair.change(*found, rng.choice((text.replace("_", " ", 1), text.lower(), text[:-1])))


@defect("identifier-changed", "literal")
def identifier_changed(pair: Pair, rng: Random) -> Mutation | None:
    found = pick(rng, _shared(pair, IDENTIFIER))
    if found is None:
        return None
    text = found[1].text
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=\.)|(?<=_)", " ", text, count=1)
    return pair.change(*found, rng.choice((spaced, text[:-1], text[:2] + text[3:])))


@defect("option-changed", "literal")
def option_changed(pair: Pair, rng: Random) -> Mutation | None:
    found = pick(rng, _shared(pair, OPTION))
    text = found[1].text if found else ""
    return found and pair.change(*found, rng.choice((text.replace("-", "–", 1), text.replace("-", "- ", 1), text[:-1])))


@defect("error-code-changed", "literal number")
def error_code_changed(pair: Pair, rng: Random) -> Mutation | None:
    found = pick(rng, _shared(pair, ERROR_CODE))
    text = found[1].text if found else ""
    return found and pair.change(*found, rng.choice((text[:-1], text[:2] + " " + text[2:], text + text[-1])))


@defect("literal-deleted", "literal number")
def literal_deleted(pair: Pair, rng: Random) -> Mutation | None:
    """An address, a cmdlet, a variable, a code: gone without a trace."""
    found = pick(rng, _shared(pair, EMAIL, CMDLET, VARIABLE, ERROR_CODE, ADDRESS, GUID))
    return found and pair.change(*found, "", lost=True)
