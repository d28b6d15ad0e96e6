"""Subscriptions of these tests' own."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.server.kernel import ears


@pytest.fixture
def listening(settings: Any) -> Callable[[str], None]:
    """`listening("BOTH")` names one of the tables in `ears` for the length of a test."""
    ears.FIRST.open()
    ears.SECOND.open()

    def name(table: str) -> None:
        settings.FACT_SUBSCRIPTIONS = f"tests.server.kernel.ears.{table}"

    return name
