"""Digests as `hashlib` has them, by what Python itself holds: that one loads OpenSSL, which takes as long as a page.

Python promises none of these modules; where one is missing or called otherwise, `hashlib` does as well.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

__all__ = ["blake2b", "sha1", "sha256"]

if TYPE_CHECKING:
    from hashlib import blake2b, sha1, sha256
else:
    try:
        from _blake2 import blake2b
        from _sha1 import sha1

        if sys.version_info >= (3, 12):
            from _sha2 import sha256
        else:
            from _sha256 import sha256
    except ImportError:
        from hashlib import blake2b, sha1, sha256
