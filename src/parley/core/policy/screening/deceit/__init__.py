"""What deceptive messages are made of: cues in words, numbers and links."""
