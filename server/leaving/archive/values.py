"""How values look in an export: instants in UTC ending in Z, habit days and ids as text."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from server.habits.printing_days import print_instant


def plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return print_instant(value)
    return str(value) if isinstance(value, date | UUID) else value
