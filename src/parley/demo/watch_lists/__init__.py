"""Small lists in the public formats, with people and organisations that we made up: for the demo and the tests."""
