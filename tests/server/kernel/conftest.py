"""Subscriptions of a test's own."""

from collections.abc import Callable
from itertools import count

import pytest
from pytest_django.fixtures import SettingsWrapper

from server.kernel.facts import Table
from tests.server.kernel import tables

_numbers = count()


@pytest.fixture
def listening(settings: SettingsWrapper) -> Callable[[Table], None]:
    """`listening({KIND: (handler, …)})` replaces who hears what for the length of a test."""

    def listen(table: Table) -> None:
        name = f"TABLE_{next(_numbers)}"
        setattr(tables, name, table)
        settings.FACT_SUBSCRIPTIONS = f"{tables.__name__}.{name}"

    return listen
