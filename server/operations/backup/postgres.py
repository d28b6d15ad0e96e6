"""pg_dump and pg_restore, told where the database is through the environment, where no process list shows it."""

import os
import subprocess  # nosec B404  # runs PostgreSQL's own programs
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection, transaction

from server.operations.backup.manifest import BackupError

DUMP = "database.dump"
_VARIABLES = (
    ("host", "PGHOST"), ("port", "PGPORT"), ("user", "PGUSER"), ("password", "PGPASSWORD"), ("dbname", "PGDATABASE"),
)  # fmt: skip
# Nobody waits for this transaction, and pg_dump may take as long as it takes.
_PATIENCE = ("statement_timeout", "idle_in_transaction_session_timeout")


@contextmanager
def snapshot(folder: Path) -> Iterator[str]:
    """Dump the database; until the block ends, this connection sees exactly what was dumped. Answers the file's name.

    Nobody is kept from writing meanwhile.
    """
    with transaction.atomic(durable=True), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        for bound in _PATIENCE:
            cursor.execute(f"SET LOCAL {bound} = 0")
        cursor.execute("SELECT pg_export_snapshot()")
        (shared,) = cursor.fetchone()
        _run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--snapshot={shared}",
             f"--file={folder / DUMP}")  # fmt: skip
        yield DUMP


def load(dump: Path) -> None:
    """Fill an empty database, wholly or not at all."""
    _run("pg_restore", "--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges",
         f"--dbname={connection.settings_dict['NAME']}", str(dump))  # fmt: skip


def _run(*command: str) -> None:
    parameters = connection.get_connection_params()
    place = {name: str(parameters[key]) for key, name in _VARIABLES if parameters.get(key)}
    try:
        subprocess.run(  # nosec B603  # noqa: S603 (our words)
            command, env=os.environ | place, check=True, capture_output=True, text=True
        )
    except FileNotFoundError as missing:
        raise BackupError(f"{command[0]} is not installed: it comes with PostgreSQL's client programs.") from missing
    except subprocess.CalledProcessError as error:
        raise BackupError(f"{command[0]} stopped: {error.stderr.strip()[:1000]}") from error
