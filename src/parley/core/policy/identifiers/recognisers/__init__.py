"""One recogniser a file, found by listing the folder: ``find(page) -> Iterator[Found]``, and the ``TURN`` it takes."""
