"""A laptop or a test machine."""
