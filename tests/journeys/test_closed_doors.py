"""When the server lets nobody in for a while, the phone says why, in the server's words."""

from pathlib import Path
from typing import Any

import pytest

from mobile.presenters.sign_in_state import Step
from server.people.services.arrivals import admit_person
from shared import limits
from shared.clock import StoppedClock
from shared.codes import SENTENCES, Code
from tests.journeys.network import Network
from tests.journeys.phones import Phone

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def stranger(tmp_path: Path, time: StoppedClock) -> Any:
    """A phone nobody is signed in on yet, whose owner is with Kith."""
    phone = Phone("Ana", tmp_path, Network())
    admit_person(email=phone.email, name="Ana", now=time.instant)
    yield phone
    phone.core.close()


def test_while_no_mail_can_leave_nobody_waits_for_a_code(stranger: Phone, settings: Any) -> None:
    settings.MAIL_WAY = ""
    stranger.core.sign_in.send_code(stranger.email)
    state = stranger.core.sign_in.state
    assert (state.step, state.problem) == (
        Step.EMAIL, "Mail can't leave this Kith right now, so no code would reach you.",
    )  # fmt: skip


def test_too_many_codes_and_too_many_tries_are_told_as_such(stranger: Phone) -> None:
    door = stranger.core.sign_in
    door.send_code(stranger.email)
    for _ in range(limits.TRIES_PER_CODE.amount + 1):
        door.enter_code("WRONG1")
    assert door.state.problem == SENTENCES[Code.TOO_MANY]
    for _ in range(limits.CODES_PER_ADDRESS.amount):
        door.back()
        door.send_code(stranger.email)
    assert (door.state.step, door.state.problem) == (Step.EMAIL, SENTENCES[Code.TOO_MANY])
