"""Recognisers of what lists of words can not say: one a file, found by listing this folder.

Each has ``GROUP``, the clause, and ``find(reading) -> list[Hit]``. One that finds nothing without certain phrases names
the ``FILES`` of the vocabulary and, in ``CALLING``, the concepts of these phrases: it is asked only where one of them
may stand. If single words call it too, or only these, ``called_by(word)`` tells them; what it goes by besides words,
``uncalled(reading)``. One that has none of these is always asked.
"""
