"""What the platform knows: in memory to answer quickly, in SQLite to survive."""
