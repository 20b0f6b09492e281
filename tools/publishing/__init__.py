"""What our own site needs around MkDocs: the search index after it, and the recorded source versions before it."""


class PublishingError(Exception):
    """Something that can't be done, in words for the person who asked for it."""
