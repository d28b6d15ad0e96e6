"""The hardware and the operating system behind small protocols."""
