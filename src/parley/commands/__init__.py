"""The commands of ``parley``: one module a command or group, found by listing this folder."""
