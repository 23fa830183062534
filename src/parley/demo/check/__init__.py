"""``parley demo --check``: real questions through the local platform, people scripted, every message accounted for."""
