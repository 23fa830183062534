"""What a business sells: catalogues of a portfolio, their items, and the one that an account shows its customers."""
