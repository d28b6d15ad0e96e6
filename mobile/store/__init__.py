"""What this phone knows, in one SQLite file. Every screen is drawn from here; nothing here knows the network."""
