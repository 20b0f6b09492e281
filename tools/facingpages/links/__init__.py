"""Links: everything a page points at exists, in the page's own language where it can.

Each page gives small facts as it streams through the check - what it defines, what it uses - and one pass over all
facts tells what is used but nowhere defined.
"""
