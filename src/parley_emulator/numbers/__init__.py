"""A business number from the first code to the last setting."""
