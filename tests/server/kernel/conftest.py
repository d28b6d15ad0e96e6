"""Subscriptions of a test's own, the project's put back afterwards."""

import pytest

from server.kernel import facts


@pytest.fixture
def listening():
    """`listening({KIND: (handler, …)})` replaces who hears what for the length of a test."""
    before = {facts.FactKind(kind): tuple(handlers.values()) for kind, handlers in facts._subscriptions.items()}
    yield facts.subscribe
    facts.subscribe(before)
