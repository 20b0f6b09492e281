"""How other sites are asked: `[rule.external]` of the configuration, checked."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from typing import Any

from facingpages.config import SetupError
from facingpages.nearest import suggestion
from facingpages.rules.external import HOST, OPTIONS

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
HOST_KEYS = tuple(option.name for option in HOST)
KEYS = tuple(option.name for option in OPTIONS)


@dataclass(frozen=True, slots=True)
class HostSettings:
    """How one host is asked: `status` are further answers that count as there, `delay` seconds between two questions,
    `get` leaves out HEAD, `skip` asks nothing."""

    status: frozenset[int] = frozenset()
    delay: float = 0.2
    connections: int = 2
    timeout: float = 20.0
    get: bool = False
    skip: bool = False


@dataclass(frozen=True, slots=True)
class Settings:
    """How sites are asked. Times in seconds, `days` for how long an answer is good.

    `accept` are patterns of addresses that are not asked. `allow` are networks and host names that may be private.
    `retries` come after `pause`, doubled each time.
    `longest_wait` is how long a `Retry-After` may ask for before the host is given up.
    """

    host: HostSettings = HostSettings()
    hosts: Mapping[str, HostSettings] = field(default_factory=dict)
    accept: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()
    retries: int = 2
    pause: float = 1.0
    hosts_at_once: int = 32
    days: float = 7.0
    max_bytes: int = 5_000_000
    longest_wait: float = 60.0
    agent: str = "facingpages (link check)"

    def of(self, host: str) -> HostSettings:
        """The settings of a host: its own, those of the domain it lies in, or the general ones."""
        name = host.lower()
        while name:
            if name in self.hosts:
                return self.hosts[name]
            name = name.partition(".")[2]
        return self.host

    def accepts(self, address: str) -> bool:
        """Whether an address is not to be asked."""
        return any(fnmatchcase(address, pattern) for pattern in self.accept)

    def networks(self) -> tuple[Network, ...]:
        """The networks among what is allowed."""
        found = []
        for name in self.allow:
            try:
                found.append(ipaddress.ip_network(name, strict=False))
            except ValueError:
                continue
        return tuple(found)


def read_settings(table: Mapping[str, Any], where: str) -> Settings:
    """The settings in a table. Raises SetupError that names key and what would be right; `where` is the file."""
    _known(table, KEYS, f"{where}: rule.external")
    general = _host(table, HostSettings(), f"{where}: rule.external", ("status", "delay", "connections", "timeout"))
    hosts: dict[str, HostSettings] = {}
    for name, entry in _table(table, "hosts", where).items():
        place = f'{where}: rule.external.hosts."{name}"'
        if not isinstance(entry, dict):
            raise SetupError(f"{place} must be a table.")
        _known(entry, HOST_KEYS, place)
        hosts[name.lower()] = _host(entry, general, place, HOST_KEYS)
    changes: dict[str, Any] = {}
    for key in ("retries", "hosts_at_once", "max_bytes"):
        if key in table:
            changes[key] = int(_number(table[key], f"{where}: rule.external.{key}"))
    for key in ("days", "longest_wait", "pause"):
        if key in table:
            changes[key] = _number(table[key], f"{where}: rule.external.{key}")
    if "agent" in table:
        changes["agent"] = table["agent"]
        if not isinstance(table["agent"], str) or not table["agent"].isprintable():
            raise SetupError(f"{where}: rule.external.agent must be a text of one line.")
    settings = Settings(general, hosts, _texts(table, "accept", where), _texts(table, "allow", where))
    return replace(settings, **changes)


def _known(table: Mapping[str, Any], keys: tuple[str, ...], place: str) -> None:
    for key in table:
        if key not in keys:
            raise SetupError(f'{place}: unknown key "{key}"{suggestion(key, keys)}; known: {", ".join(keys)}.')


def _host(table: Mapping[str, Any], base: HostSettings, place: str, keys: tuple[str, ...]) -> HostSettings:
    changes: dict[str, Any] = {}
    for key in keys:
        if key not in table:
            continue
        value = table[key]
        if key == "status":
            if not isinstance(value, list) or not all(isinstance(item, int) and 100 <= item < 1000 for item in value):
                raise SetupError(f"{place}.status must be a list of status codes, for example [403, 429].")
            changes[key] = frozenset(value)
        elif key in ("get", "skip"):
            if not isinstance(value, bool):
                raise SetupError(f"{place}.{key} must be true or false.")
            changes[key] = value
        elif key == "connections":
            changes[key] = max(1, int(_number(value, f"{place}.{key}")))
        else:
            changes[key] = _number(value, f"{place}.{key}")
    return replace(base, **changes)


def _number(value: object, place: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 1e9:
        raise SetupError(f"{place} must be a number from 0 on.")
    return float(value)


def _texts(table: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise SetupError(
            f'{where}: rule.external.{key} must be a list of texts, for example ["https://example.com/*"].'
        )
    return tuple(value)


def _table(table: Mapping[str, Any], key: str, where: str) -> Mapping[str, Any]:
    value = table.get(key, {})
    if not isinstance(value, dict):
        raise SetupError(f"{where}: rule.external.{key} must be a table.")
    return value
