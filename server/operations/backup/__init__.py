"""A backup is a folder: the database as it was at one instant, every photo it names, and what to check it by."""
