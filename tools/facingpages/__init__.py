"""facingpages: says where a translated Markdown page is not in parity with its source."""

__version__ = "0.1.0"
