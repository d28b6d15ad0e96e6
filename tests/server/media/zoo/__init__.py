"""Hostile and odd files, made here; one module per family of animals, one test file per property."""
