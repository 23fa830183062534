"""Connecting a number: the checked steps, shared by ``parley connect`` and the sign-ups of the page, and its links.

The doctor looks at the same links: a number is connected when the doctor finds nothing broken.
"""
