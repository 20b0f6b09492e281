"""The command, but that it gives up a pipe to which nobody writes after half a second."""

import sys

from facingpages.cli import main
from facingpages.site import bounded

if __name__ == "__main__":
    bounded.SILENCE = 0.5
    sys.exit(main())
