"""Figures about what an account sent and what it cost (reference 4.10), read from the messages when asked for."""
