"""Hosts close an account by the same way people leave it."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from server.leaving.services.departures import stay
from server.leaving.tasks import do_due_work
from server.people.models import Person
from shared import clock
from shared.codes import Code, Refused
from tests.server.circle import Circle
from tests.server.desk import open_desk

pytestmark = pytest.mark.django_db


def close(*options: str) -> str:
    said = StringIO()
    call_command("close_account", "Ana@Example.org", *options, stdout=said)
    return said.getvalue()


def test_a_closed_account_is_shut_at_once_and_deleted_after_seven_days(circle: Circle) -> None:
    assert close() == "Closed. Everything is deleted on 09 March 2026, 09:01 UTC.\n"
    assert circle.ana.get("/me").status_code == 401
    assert circle.ben.get(f"/habits/{circle.habit}").status_code == 404
    with pytest.raises(Refused) as refused:
        stay(person=circle.people["Ana"], now=clock.now())
    assert refused.value.code == Code.CLOSED_BY_HOST
    for _ in range(2):
        circle.time.advance(timedelta(days=8))
        do_due_work()
    assert not Person.objects.filter(pk=circle.people["Ana"].pk).exists()


def test_a_host_may_take_it_back(circle: Circle) -> None:
    close()
    assert "They stay" in close("--take-back")
    circle.time.advance(timedelta(days=8))
    do_due_work()
    assert circle.ana.get("/me").status_code == 200
    assert circle.ana.get("/departure").json()["leaving"] is False


def test_a_host_may_close_for_whoever_is_leaving_already(circle: Circle) -> None:
    circle.ana.put("/departure", json={"leave": True})
    close()
    assert circle.ana.get("/me").status_code == 401


def test_an_address_of_nobody_is_said(db: None) -> None:
    with pytest.raises(CommandError, match="Nobody here"):
        close()


def test_hosts_see_who_is_leaving(circle: Circle) -> None:
    circle.ana.put("/departure", json={"leave": True})
    assert b"March 9" in open_desk().get(reverse("admin:leaving_departure_changelist")).content
