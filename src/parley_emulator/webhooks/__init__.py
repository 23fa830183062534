"""What the platform tells the application: signed, kept until it is taken, in order for each customer."""
