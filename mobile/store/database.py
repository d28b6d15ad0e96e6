"""The one connection to the phone's file: transactions, migrations, and the bell that rings after a commit."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mobile.store.migrations import STEPS

Body = dict[str, Any]
"""One noun as the server prints it."""

Connect = Callable[..., sqlite3.Connection]
FILE_NAME = "kith.sqlite3"


class Store:
    """One connection shared by all threads behind a lock; SQLite calls are short, so nobody waits long.

    Writing rings the bell (`subscribe`) once per committed transaction, after the lock is free, on the writing thread.
    """

    def __init__(self, data_dir: Path, *, connect: Connect = sqlite3.connect) -> None:
        self.data_dir = data_dir
        self.photos_dir = data_dir / "photos"
        self.cache_dir = data_dir / "cache"
        for folder in (data_dir, self.photos_dir, self.cache_dir):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._lock = threading.RLock()
        self._depth = 0
        self._listeners: list[Callable[[], None]] = []
        self._connection = connect(data_dir / FILE_NAME, check_same_thread=False, isolation_level=None)
        self._connection.row_factory = sqlite3.Row
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = NORMAL")
        # What is deleted is overwritten too: somebody's own letter must not be found in a corner of the file.
        self._connection.execute("PRAGMA secure_delete = ON")
        migrate(self._connection, STEPS)
        self.wipe()

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    @contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """The connection under the lock: what is read inside belongs together."""
        with self._lock:
            yield self._connection

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it is kept or none. Used inside another one it joins it."""
        with self._lock:
            if self._depth:
                yield self._connection
                return
            before = self._connection.total_changes
            with self._transaction() as connection:
                yield connection
            if self._connection.total_changes == before:
                return
        for listener in tuple(self._listeners):
            listener()

    def wipe(self) -> None:
        """Leave no byte of what was deleted, in the journal neither. After a commit, never inside one."""
        with self._lock:
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call `listener` after every commit that changed something; the answer ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        self._connection.execute("BEGIN IMMEDIATE")
        self._depth = 1
        try:
            yield self._connection
            self._connection.execute("COMMIT")
        except BaseException:
            self._connection.rollback()
            raise
        finally:
            self._depth = 0


def migrate(connection: sqlite3.Connection, steps: tuple[tuple[str, ...], ...]) -> None:
    """Bring the file to the newest step, each step in one transaction. A file from a newer app is refused."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > len(steps):
        raise RuntimeError("This file was written by a newer Kith. Please update the app.")
    for number, statements in enumerate(steps[version:], start=version + 1):
        connection.execute("BEGIN IMMEDIATE")
        try:
            for statement in statements:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")
            connection.execute("COMMIT")
        except BaseException:
            connection.rollback()
            raise
