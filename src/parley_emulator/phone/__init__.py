"""The customer's phone: a page, and the API it speaks."""
