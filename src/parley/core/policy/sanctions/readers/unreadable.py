"""A list file that is not what it should be."""


class UnreadableList(ValueError):
    """The file is damaged, or of another form."""
