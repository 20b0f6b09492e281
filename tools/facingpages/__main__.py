"""`python -m facingpages`."""

import sys

from facingpages.cli import main

sys.exit(main())
