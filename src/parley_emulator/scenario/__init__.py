"""A file says what thousands of customers do in a week; it is planned by a seed and played on the moved clock."""
