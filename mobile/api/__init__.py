"""The HTTP contract, seen from the phone."""
