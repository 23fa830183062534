"""What parley can do on this machine, each figure beside the bare limit of the same run: ``python -m benchmarks``."""
