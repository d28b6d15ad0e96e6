"""A Django database backend: PostgreSQL, and a process that may end at a commit."""
