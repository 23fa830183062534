"""One measure a file; listing this folder finds them."""
