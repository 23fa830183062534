"""A send of the business: checked, answered, and then its fate."""
