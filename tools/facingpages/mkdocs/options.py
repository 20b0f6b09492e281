"""What `mkdocs.yml` may say of the plugin."""

from __future__ import annotations

from mkdocs.config import config_options as c
from mkdocs.config.base import Config

from facingpages.mkdocs.findings import SEVERITIES


class Options(Config):  # type: ignore[no-untyped-call]
    """What `mkdocs.yml` may say below `- facingpages:`. Every part can be switched off."""

    config_file = c.Optional(c.File(exists=True))  # configuration of the check; default: as the command finds it
    check = c.Type(bool, default=True)
    warn = c.Choice((*SEVERITIES, "never"), default="warning")  # findings from this severity on are warnings
    baseline = c.Optional(c.File(exists=True))  # findings that are known, and not told
    facing = c.Type(bool, default=True)  # the source beside every block
    card = c.Type(bool, default=True)  # why a reader may trust the page
    counts = c.Type(bool, default=False)  # what the check found, on the card, for everybody to see
    words = c.Optional(c.Dir(exists=True))  # catalogs of one's own: a folder with lv.po, pt-BR.po
    notice = c.Type(bool, default=True)  # on pages that are not translated
    robots = c.Choice(("honour", "ignore"), default="honour")  # the robots key of front matters
    sitemap = c.Type(bool, default=True)  # names the translations of every page
    status = c.Optional(c.Type(str))  # where the JSON goes; empty: nowhere; default: status.json, if a page shows it
    lines = c.Type(str, default="")  # address of a line of a file: https://host/repository/blob/main/{path}#L{line}
