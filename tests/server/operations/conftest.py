"""What tests of running a Kith share."""

from collections.abc import Iterator

import pytest
from django.test import Client

TOKEN = "a-token-for-monitoring"


@pytest.fixture
def operator(settings) -> Iterator[Client]:
    """A monitoring program that knows the token."""
    settings.METRICS_TOKEN = TOKEN
    return Client(headers={"Authorization": f"Bearer {TOKEN}"})
