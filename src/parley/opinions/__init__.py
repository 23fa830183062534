"""Second readers: a moderation service that reads texts, a classifier that looks at files.

They are asked by the sender, outside of any transaction, about what is about to leave. The gate is told what they said.
"""
