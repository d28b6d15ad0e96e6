"""Measures Kith against honest bare code: `make bench`, `make bench ONLY=app`, `SCALE=small` for a quick look."""
