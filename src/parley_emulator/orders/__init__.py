"""Orders that a customer is asked to pay: what they hold, how they go on, and what the business is told."""
