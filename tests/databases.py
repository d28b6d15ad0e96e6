"""Databases of a test's own, copied from others: a moment kept once is set up anew in a tenth of a second."""

import os

import psycopg
from django.db import connection


def make_database(name: str, *, template: str = "template1") -> None:
    """Make it anew from another, whoever is still connected to either."""
    connection.close()
    with psycopg.connect(os.environ["DATABASE_URL"].replace("postgres://", "postgresql://"), autocommit=True) as admin:
        # Of a process just killed, PostgreSQL may not know yet.
        admin.execute("SELECT pg_terminate_backend(pid, 20000) FROM pg_stat_activity WHERE datname = %s", [template])
        admin.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        admin.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY file_copy')
