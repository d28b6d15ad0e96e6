"""Every endpoint for everybody: who is answered what, and that a refusal tells nothing and changes nothing."""

from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver

from server.project.urls import urlpatterns
from shared.clock import StoppedClock
from tests.server.access.checks import faults, snapshot
from tests.server.access.roles import ROLES
from tests.server.access.rows import ROWS
from tests.server.access.village import build

API = "api/v1/"
METHODS = ("get", "post", "put", "patch", "delete")


def _calls(patterns: list[URLPattern | URLResolver], prefix: str = "") -> Iterator[tuple[str, str]]:
    """(method, route) of everything the resolver leads to."""
    for one in patterns:
        route = prefix + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from _calls(one.url_patterns, route)
        else:
            # A plain function answers to every method.
            view = getattr(one.callback, "view_class", None)
            yield from ((method, route) for method in METHODS if view is None or hasattr(view, method))


def test_every_endpoint_has_its_row() -> None:
    there = {(method, route.removeprefix(API)) for method, route in _calls(urlpatterns) if route.startswith(API)}
    assert {(row.method, row.route) for row in ROWS} == there


@pytest.mark.django_db
def test_every_endpoint_answers_everybody_as_it_may(time: StoppedClock) -> None:
    """One village for all, as every call is taken back: building it takes longer than asking."""
    village = build(time)
    before = snapshot()
    found = [f"{row}: {role} {fault}" for row in ROWS for role in ROLES for fault in faults(row, role, village, before)]
    assert not found, "\n" + "\n".join(found)
