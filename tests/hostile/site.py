"""The small site that hostile things are put into: three pages, each without a step that its source has."""

from __future__ import annotations

CONFIG = 'source = "en"\nlocales = ["sv"]\npages = ["docs/{locale}/{page}.md"]\n'
STEPS = "# Credits\n\n1. Open **Settings**.\n2. Enter the amount.\n3. Select **Save**.\n"
SHORT = "# Krediter\n\n1. Öppna **Settings**.\n2. Välj **Save**.\n"
SITE = {"facingpages.toml": CONFIG} | {
    f"docs/{locale}/{name}.md": text for name in "abc" for locale, text in (("en", STEPS), ("sv", SHORT))
}
KNOWN = ("step-missing", "docs/sv/a.md", 4)  # what must be told, whatever else there is
