"""Fresh, empty places to restore into, apart from the database a test works in, and the commands as processes."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from django.db import connection

from tests.arch.sources import ROOT


def database_url(name: str) -> str:
    """The address of another database on this run's server."""
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()


def environment_here() -> dict[str, str]:
    """This run's environment, for a process that should work in the very database and folder of the test."""
    here = dict(os.environ)
    if connection.vendor == "postgresql":
        return here | {"DATABASE_URL": database_url(connection.settings_dict["NAME"])}
    return here | {"DATABASE_URL": ""}


@contextmanager
def fresh_place(folder: Path, name: str = "kith_fresh") -> Iterator[dict[str, str]]:
    """The environment of a Kith that has nothing yet."""
    folder.mkdir(parents=True, exist_ok=True)
    place = os.environ | {"KITH_DATA_DIR": str(folder)}
    if connection.vendor == "sqlite":
        yield place | {"DATABASE_URL": ""}
        return
    with connection.cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}"')
    try:
        yield place | {"DATABASE_URL": database_url(name)}
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def manage(*arguments: object, place: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """`manage.py` as an operator calls it."""
    command = [sys.executable, "manage.py", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, env=place, capture_output=True, text=True, check=False)
