"""The plugin's lines in the log of a build, made harmless at this one door: what they name is strangers'."""

from __future__ import annotations

import logging
from collections.abc import MutableMapping
from typing import Any

from mkdocs.plugins import PrefixedLogger

from facingpages.safe import safe


class _Log(PrefixedLogger):
    def process(self, msg: str, kwargs: MutableMapping[str, Any]) -> tuple[str, Any]:
        return super().process(safe(msg), kwargs)


log = _Log("facingpages", logging.getLogger("mkdocs.plugins.facingpages"))
