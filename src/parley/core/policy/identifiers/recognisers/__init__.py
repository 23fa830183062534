"""One recogniser a file, found by listing the folder.

``find(page) -> Iterator[Found]``, the ``TURN`` it takes, and whether it ``CHECKS`` digits: only what does is asked
again about a text whose digits are read out or set apart.
"""
