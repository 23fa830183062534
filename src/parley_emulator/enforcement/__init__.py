"""What the platform decides about a business: limits, quality, names, restrictions, and what it tells about them."""
