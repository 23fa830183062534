"""The commands behind the Makefile: the same here and on the build server."""
