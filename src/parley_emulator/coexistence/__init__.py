"""A number that is used in the Business App as well: what its phone hands over when it is connected."""
