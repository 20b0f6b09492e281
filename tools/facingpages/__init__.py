"""facingpages: says where a translated Markdown page is not in parity with its source."""

__version__ = "0.2.0"

SITE = "https://facingpages.example/"
"""Where the site with the reference of the rules is published. A release is refused while this is an example."""

REPOSITORY = "https://facingpages.example/OWNER/facingpages"
"""Where hooks and the action are taken from: an address that ends in owner and name."""
