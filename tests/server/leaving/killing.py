"""Ending a worker at a chosen SQL statement."""

from collections.abc import Callable
from typing import Any

from django.db import connection


class Killed(BaseException):
    """The end of a process: nothing catches it."""


def killed_at(statement: int, work: Callable[[], Any]) -> bool:
    """Run the work and end it before its n-th statement, counted from 0; whether it came that far."""
    left = statement

    def count(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        nonlocal left
        left -= 1
        if left < 0:
            raise Killed
        return execute(sql, params, many, context)

    try:
        with connection.execute_wrapper(count):
            work()
    except Killed:
        return True
    return False
