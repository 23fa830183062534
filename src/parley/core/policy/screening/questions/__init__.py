"""A second opinion on questions and requests in English: how much all that stands in one speaks for harm."""
