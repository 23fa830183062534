"""What the people on the other side do: write, tap, read, block, stop."""
