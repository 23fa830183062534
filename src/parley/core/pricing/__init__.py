"""What messages cost: the markets, the rate cards, the price before a message is sent and the charge after it."""
