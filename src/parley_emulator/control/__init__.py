"""The tester's side: set things up, be the customers, move the clock, make things go wrong."""
