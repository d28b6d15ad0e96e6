"""Two chapters after the loop: Ana takes everything she has along, and Ana goes."""

import io
import zipfile
from collections.abc import Callable
from datetime import timedelta

from mobile.api.answers import Answer, Done, Refused
from server.leaving.services.erasing import CALM
from shared import clock, ids, limits
from tests.journeys.phones import PATIENCE, Phone
from tests.journeys.story import Until

PACKED = {"README.txt", "data.json", "check_ins.csv"}
MOMENT = timedelta(seconds=1)


def take_along(ana: Phone, ben: Phone, until: Until) -> None:
    export = str(ids.uuid7_at(clock.now()))
    _ask_until_heard(lambda: ana.core.phone.api.put_export(export))
    until(clock.now() + MOMENT)
    file = io.BytesIO()
    _ask_until_heard(lambda: ana.core.phone.api.save_export(export, file))
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None
        assert set(archive.namelist()) > PACKED
        assert b"Ten slow minutes." in archive.read("data.json")
    answer = _ask(lambda: ben.core.phone.api.save_export(export, io.BytesIO()))
    assert isinstance(answer, Refused), answer
    assert answer.status == 404


def go(ana: Phone, ben: Phone, until: Until) -> None:
    _ask_until_heard(ana.core.phone.api.put_departure)
    for wait in (MOMENT, limits.DEPARTURE_GRACE, 2 * CALM):
        until(clock.now() + wait)


def _ask(ask: Callable[[], Answer]) -> Answer:
    """Asked again as a phone does, until an answer was heard."""
    for _ in range(PATIENCE):
        answer = ask()
        if isinstance(answer, Done | Refused):
            break
    return answer


def _ask_until_heard(ask: Callable[[], Answer]) -> None:
    answer = _ask(ask)
    assert isinstance(answer, Done), answer
