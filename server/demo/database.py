"""The demo's own SQLite file: made once, kept between runs, and never somebody else's."""

import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

APPLICATION_ID = 0x4B495448
"""SQLite's application id of a Kith demo database: the letters KITH."""


class DemoRefusedError(RuntimeError):
    """The demo cannot start here; the message says why in one line."""


def prepare(path: Path) -> bool:
    """Make sure `path` is a demo database of ours, creating it if absent. True when it is new."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = not path.exists()
    try:
        _claim_or_check(path, new=new)
    except sqlite3.DatabaseError as error:
        raise DemoRefusedError(
            f"{path} is not a database of Kith's demo. Move it away or set KITH_DATA_DIR."
        ) from error
    return new


def _claim_or_check(path: Path, *, new: bool) -> None:
    with sqlite3.connect(path) as database:
        if new:
            database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            return
        (found,) = database.execute("PRAGMA application_id").fetchone()
    if found != APPLICATION_ID:
        raise DemoRefusedError(f"{path} is not a database of Kith's demo. Move it away or set KITH_DATA_DIR.")


@contextmanager
def only_server(folder: Path) -> Iterator[None]:
    """Hold the demo's folder for this process: in-process Celery and cache bear one server only."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "server.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise DemoRefusedError(
                "Kith's demo is already running from this folder. Stop it first (Ctrl-C)."
            ) from error
        lock.write(str(os.getpid()))
        lock.flush()
        yield
