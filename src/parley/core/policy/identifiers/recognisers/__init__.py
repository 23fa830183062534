"""One recogniser a file, found by listing the folder: each has ``find(page) -> Iterator[Found]``."""
