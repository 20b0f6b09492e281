"""The commands: each module declares its arguments (`add_arguments`) and runs (`run`, which gives the exit code)."""

CLEAN, FOUND, SETUP, BUG, STOPPED = 0, 1, 2, 3, 130
