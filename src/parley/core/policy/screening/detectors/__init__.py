"""Recognisers of what lists of words can not say: one a file, found by listing this folder.

Each has ``GROUP``, the clause, and ``find(reading) -> list[Hit]``. One that finds nothing without certain phrases names
the ``FILES`` of the vocabulary and, in ``CALLING``, the concepts of these phrases: it is asked only where one of them
may stand. If it goes by something else as well, ``uncalled(reading)`` says whether that is there.
"""
