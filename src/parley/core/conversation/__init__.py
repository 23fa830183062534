"""What a conversation is, whose turn it is, and the moves it may make."""
