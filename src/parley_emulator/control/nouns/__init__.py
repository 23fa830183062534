"""What the tester can ask for, one noun a file. ``ROUTES``: (method, path below /control, function)."""
