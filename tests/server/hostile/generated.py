"""Calls made by schemathesis from the committed schema: the edges of every field, then random ones, always the same."""

from collections.abc import Callable
from functools import cache

import schemathesis
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, Phase, settings
from schemathesis import BaseSchema, Case
from schemathesis.generation.hypothesis.builder import HypothesisTestConfig, HypothesisTestMode, create_test

from tests.server.project.calls import SCHEMA

RANDOM_CALLS = 8
STILL = settings(
    max_examples=RANDOM_CALLS, derandomize=True, database=None, deadline=None, phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
ACCEPTED = ["2xx", "3xx", "401", "404", "409", "410", "422", "429"]
"""What a well-formed call may be answered: never 400, 413 or 415. 422 is a rule of the product."""
REFUSED = ["400", "401", "404", "405", "413", "415", "422"]
"""What a malformed call must be answered."""


@cache
def schema() -> BaseSchema:
    """The committed schema, with the whole server behind it."""
    loaded = schemathesis.openapi.from_path(SCHEMA)
    loaded.config.generation.with_security_parameters = False
    loaded.config.checks.positive_data_acceptance.expected_statuses = ACCEPTED
    loaded.config.checks.negative_data_rejection.expected_statuses = REFUSED
    loaded.app = get_wsgi_application()
    return loaded


def with_every_call(operation_id: str, ask: Callable[[Case], None]) -> None:
    """Make the calls of one operation, one after the other."""

    def made(case: Case) -> None:
        ask(case)

    operation = schema().find_operation_by_id(operation_id)
    modes = [HypothesisTestMode.COVERAGE, HypothesisTestMode.FUZZING]
    create_test(
        operation=operation, test_func=made, config=HypothesisTestConfig(schema().config, modes, settings=STILL)
    )()
