"""Parts of the product, other than rules of the gate, that hold a clause by what they are: one a file.

Each says in its docstring what it does; ``CLAUSES`` and ``MOMENTS`` as in a rule; ``WHERE`` it is in the code;
``STATUS``, how far it goes; ``BREACHES`` and ``LOOK_ALIKES``, the tests that show it at work and the tests that show
it leaving in peace what is honest. ``tests/shape/test_coverage.py`` sees to it that all of these exist.
"""
