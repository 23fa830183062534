"""What ``parley policy evaluate`` is made of: the sets, the scores, the counts, and how they are shown."""
