"""Embedded sign-up: the dialogue in which a business connects its account and its number to an application."""
