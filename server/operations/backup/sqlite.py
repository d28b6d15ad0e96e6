"""SQLite's own way of copying a database that is in use."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import connection, transaction

DUMP = "database.sqlite3"


@contextmanager
def snapshot(folder: Path) -> Iterator[str]:
    """Copy the database; until the block ends, nobody writes. Answers the file's name.

    Our settings take the write lock at the beginning of a transaction: others wait for the few moments this lasts.
    """
    with transaction.atomic(durable=True):
        # A second connection: SQLite would wait without end for the one that holds the lock to copy itself.
        place = connection.settings_dict["NAME"]
        with closing(sqlite3.connect(place)) as source, closing(sqlite3.connect(folder / DUMP)) as copy:
            source.backup(copy)
        yield DUMP


def load(dump: Path) -> None:
    """Fill an empty database."""
    connection.ensure_connection()
    with closing(sqlite3.connect(dump)) as source:
        source.backup(connection.connection)
