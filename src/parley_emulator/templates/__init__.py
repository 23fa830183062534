"""Message templates: what may be handed in, the review, and how they are shown."""
