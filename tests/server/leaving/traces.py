"""Looks for somebody in the whole database and the whole storage, knowing nothing of our models."""

from collections.abc import Iterable
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import connection

from server.people.sessions import SessionStore

COLUMNS = """
    select table_name, column_name from information_schema.columns
    where table_schema = current_schema() order by table_name, ordinal_position
"""


def traces(names: Iterable[str]) -> list[str]:
    """Every `table.column` of PostgreSQL that says one of these names anywhere, however spelled; sealed texts too."""
    looked_for = [name.lower() for name in names]
    found = [f"{table}.{column}" for table, column in _columns() if _says(_read(table, column), looked_for)]
    sealed = [str(SessionStore().decode(data)).lower() for data in _read("people_session", "session_data")]
    return found + (["people_session.session_data, decoded"] if _says(sealed, looked_for) else [])


def spellings(id_: UUID | str) -> set[str]:
    """An id with and without hyphens."""
    return {str(UUID(str(id_))), UUID(str(id_)).hex}


def stored(*names: str) -> list[str]:
    """Every file below the private folders whose name begins with one of these ids, or all of them without any."""
    roots = (Path(settings.PHOTO_ROOT), Path(settings.EXPORT_ROOT))
    files = [path.name for root in roots for path in sorted(root.rglob("*")) if path.is_file()]
    return [name for name in files if not names or name.startswith(tuple(UUID(one).hex for one in names))]


def _columns() -> list[tuple[str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(COLUMNS)
        return cursor.fetchall()


def _read(table: str, column: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(f'select "{column}"::text from "{table}" where "{column}" is not null')
        return [row[0] for row in cursor.fetchall()]


def _says(texts: Iterable[str], names: list[str]) -> bool:
    return any(name in text.lower() for text in texts for name in names)
