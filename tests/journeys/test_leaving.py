"""Somebody takes their data along and leaves, phone and real server together."""

import io
import zipfile
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from mobile.api.answers import Done, Refused
from server.leaving.tasks import do_due_work
from server.people.models import Person
from shared import ids
from shared.clock import StoppedClock
from tests.journeys.conftest import run_server
from tests.journeys.phones import Phone

pytestmark = pytest.mark.django_db(transaction=True)


def test_ana_takes_her_photos_along_and_is_gone(
    phone: Callable[..., Phone], time: StoppedClock, until: Callable[[datetime], None]
) -> None:
    ana, ben = phone("Ana"), phone("Ben")
    ana.befriend(ben)
    ana.promise("Run", [])
    ana.sync()
    ana.post_photo("orange", "Along the river")
    ana.sync()
    api, export = ana.core.phone.api, str(ids.uuid7())
    assert isinstance(api.put_export(export), Done)
    do_due_work()
    file = io.BytesIO()
    assert isinstance(api.save_export(export, file), Done)
    whole = file.getvalue()
    file.truncate(len(whole) // 2)
    assert isinstance(api.save_export(export, file), Done), "it goes on where it was cut off"
    assert file.getvalue() == whole
    names = zipfile.ZipFile(file).namelist()
    assert len([name for name in names if name.startswith("photos/")]) == 1

    assert isinstance(api.put_departure(), Done)
    run_server()
    ben.sync()
    assert [friend.name for friend in ben.core.crowd.state.friends] == []
    until(time.instant + timedelta(days=7))
    for _ in range(2):
        do_due_work()
        time.advance(timedelta(minutes=1))
    answer = api.get_me()
    assert isinstance(answer, Refused)
    assert answer.status == 401
    assert not Person.objects.filter(email=ana.email).exists()
