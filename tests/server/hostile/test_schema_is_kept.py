"""No answer the schema does not name, for anybody, whatever they send: all of schemathesis's checks, and no 5xx."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core import signals
from django.db import close_old_connections, transaction
from schemathesis import Case, Response
from schemathesis.specs.openapi.checks import ignored_auth, negative_data_rejection, positive_data_acceptance

from server.kernel.text import clean
from shared import clock
from tests.server.access.roles import OWNER, SHUT_OUT
from tests.server.access.village import Village, build
from tests.server.conftest import START
from tests.server.hostile.aim import aimed, places_of
from tests.server.hostile.generated import with_every_call
from tests.server.project.calls import every_call

pytestmark = pytest.mark.django_db
ROLES = (OWNER, "witness", "gallery", "friend", "stranger", *SHUT_OUT)
BEYOND = {
    "There is nothing to see in this.",
    "This field may not be blank.",  # once what nobody can see is gone
    "Null characters are not allowed.",
    "Datetime value out of range.",  # the year 1, east of Greenwich
}
CONTRADICTIONS = ("last", "to", "starts_on", "goal", "own_target", "asks_at")
OPERATIONS = [call.id for call in every_call()]


@pytest.fixture(scope="module")
def held(django_db_setup: None, django_db_blocker: Any) -> Iterator[tuple[Village, clock.StoppedClock]]:
    """One village for all, in a transaction that is never committed; every call is taken back from it."""
    with django_db_blocker.unblock(), clock.stopped_at(START) as time, transaction.atomic():
        yield build(time), time
        transaction.set_rollback(True)


@pytest.fixture
def village(held: tuple[Village, clock.StoppedClock], time: clock.StoppedClock) -> Iterator[Village]:
    """The village at its own hour, and a server that does not close the connection all stands on."""
    village, then = held
    time.move_to(then.instant)
    for signal in (signals.request_started, signals.request_finished):
        signal.disconnect(close_old_connections)
    yield village
    for signal in (signals.request_started, signals.request_finished):
        signal.connect(close_old_connections)


@pytest.mark.parametrize("operation", OPERATIONS)
def test_every_answer_is_one_the_schema_names(village: Village, operation: str) -> None:
    places = places_of(village)
    enforced = False

    def answer(case: Case, role: str) -> None:
        nonlocal enforced
        token = village.doors[role].token
        headers = {"X-Session-Token": token} if token else {}
        with transaction.atomic():
            answered = case.call(headers=headers)
            # Lengths are of words as they are kept: what nobody can see is not counted.
            # That a call needs its token is asked once, where it is let through; here those without are asked too.
            passed = [ignored_auth] * enforced + [positive_data_acceptance] * _beyond_any_schema(answered)
            passed += [negative_data_rejection] * (clean(case.body) != case.body)
            case.validate_response(answered, headers=headers, excluded_checks=passed)
            transaction.set_rollback(True)
        enforced = enforced or answered.status_code < 300
        if role in SHUT_OUT and case.operation.definition.raw.get("security"):
            assert answered.status_code in {401, 404, 405}, (role, answered.status_code, answered.content)

    def ask(case: Case) -> None:
        answer(case, OWNER)
        if aimed(case, places):
            answer(case, OWNER)
        for role in ROLES[1:]:
            answer(case, role)

    with_every_call(operation, ask)


def _beyond_any_schema(answered: Response) -> bool:
    """Well formed, and no schema can say what is wrong: days in the wrong order or out of reach, unseen words."""
    if answered.status_code != 400:
        return False
    problem = answered.json()
    wrong = [message for messages in problem.get("fields", {}).values() for message in messages]
    return problem["detail"] in CONTRADICTIONS or (bool(wrong) and set(wrong) <= BEYOND)
