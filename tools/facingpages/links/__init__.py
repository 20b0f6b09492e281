"""Links: everything a page points at exists, in the page's own language where it can.

Each page gives small facts as it streams through the check - what it defines, what it uses - and one pass over all
facts tells what is used but nowhere defined.
"""

import facingpages.rules  # noqa: F401 - the list of all rules holds those of this package; it has to come first
