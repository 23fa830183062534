"""Recognisers of what lists of words can not say: one a file, found by listing this folder.

Each has ``GROUP``, the clause, and ``find(reading) -> list[Hit]``.
"""
