"""What ends a run that can't begin: read by every door, and so without anything else to load."""


class SetupError(Exception):
    """What the user has to set right: where it is, what is wrong, and what would be right."""
