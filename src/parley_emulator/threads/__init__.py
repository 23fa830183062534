"""One number, several applications: who owns a thread, and what the others are told of it."""
