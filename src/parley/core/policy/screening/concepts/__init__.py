"""Words by what they mean, for the recognisers that look at how meanings stand together."""
