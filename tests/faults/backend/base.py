"""Counts this process's commits and dies at the one it was told. A commit that wrote nothing is none."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.db.backends.postgresql import base

from tests.faults.fuse import FUSE

WRITES = ("INSERT", "UPDATE", "DELETE")


class DatabaseWrapper(base.DatabaseWrapper):
    """Every write outside a transaction gets one of its own: what autocommit means, with a place before and after."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._wrote = False
        self.execute_wrappers.append(self._execute)

    def _execute(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if not sql.lstrip().startswith(WRITES):
            return execute(sql, params, many, context)
        if not self.in_atomic_block:
            with transaction.atomic(using=self.alias, savepoint=False):
                return self._write(execute, sql, params, many, context)
        return self._write(execute, sql, params, many, context)

    def _write(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        answer = execute(sql, params, many, context)
        self._wrote |= context["cursor"].rowcount != 0
        return answer

    def _commit(self) -> None:
        if not self._wrote:
            return super()._commit()
        self._wrote = False
        with FUSE.boundary():
            return super()._commit()

    def _rollback(self) -> None:
        self._wrote = False
        super()._rollback()
