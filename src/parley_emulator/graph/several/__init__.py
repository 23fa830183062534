"""Several calls in one request: batches, and ``ids`` (pages on the Graph API)."""
