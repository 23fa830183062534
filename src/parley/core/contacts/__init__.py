"""Who a person is, whichever way their number is written."""
