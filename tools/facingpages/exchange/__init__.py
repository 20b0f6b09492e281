"""Translations on their way to the tools that translators use, and back: PO, XLIFF, TMX, TBX."""
