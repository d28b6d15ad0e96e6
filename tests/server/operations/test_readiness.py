"""/readyz: everybody learns in a word that something is late, the operator how late."""

from datetime import timedelta

import pytest
from django.test import Client

from server.habits.services.sweeps import close_due_days
from server.kernel import facts
from server.kernel.models import Fact
from server.kernel.relay import relay
from server.notifications.sender import send_due_deliveries
from server.operations.queues import QUEUES
from tests.server import world

MINUTE = timedelta(minutes=1)
pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


@pytest.fixture
def awake(time):
    """The sweep has just run."""
    close_due_days(now=time.instant)


def asked(client):
    answer = client.get("/readyz")
    return answer.status_code, answer.json()


def states(client):
    return {name: check["state"] for name, check in asked(client)[1]["checks"].items()}


def test_a_server_that_works_is_ready(awake):
    status, body = asked(Client())
    assert status == 200
    assert body["ready"] is True
    assert set(body["checks"]) == {
        "database", "broker", "disk", "sweeps", "facts", "deliveries", "mail", "days", "reminders", "letters",
        "rounds", "relays",        "exports", "departures", "arrivals",
    }  # fmt: skip
    assert all(check == {"ok": True, "state": "ok"} for check in body["checks"].values())


def test_before_the_first_sweep_it_is_not(time):
    status, body = asked(Client())
    assert (status, body["ready"], body["checks"]["sweeps"]["state"]) == (503, False, "never ran")


def test_a_silent_sweep_is_told_before_it_counts_as_an_outage(awake, time):
    time.advance(2 * MINUTE - timedelta(seconds=1))
    assert asked(Client())[0] == 200
    time.advance(timedelta(seconds=1))
    assert states(Client())["sweeps"] == "late"


@pytest.fixture
def offered(awake, ana, ben, door, befriend):
    """Ana has asked Ben to look, and nobody has told him yet."""
    befriend(ana, ben)
    world.offer_seat(door(ana), ben.id, world.promise(door(ana), title="Secret title")["id"])
    return ana, ben


def test_owed_facts_and_unsent_notices_are_late_after_five_minutes(offered, time):
    time.advance(5 * MINUTE)
    assert (states(Client())["facts"], states(Client())["deliveries"]) == ("late", "ok")
    while relay(now=time.instant):
        pass
    assert (states(Client())["facts"], states(Client())["deliveries"]) == ("ok", "late")
    while send_due_deliveries(now=time.instant):
        pass
    assert states(Client())["deliveries"] == "ok"


def test_days_nobody_judges_are_late(awake, time, ana, door):
    world.promise(door(ana))
    time.advance(timedelta(days=2))
    assert states(Client())["days"] == "late"


def test_numbers_are_for_the_operator(awake, time, operator, ana):
    relay(now=time.instant)  # that Ana has a clock is heard
    facts.record(facts.FactKind("unheard"), person_id=ana.id, now=time.instant)
    Fact.objects.filter(kind="unheard").update(next_at=time.instant, attempts=3)
    time.advance(MINUTE)
    checks = operator.get("/readyz").json()["checks"]
    assert checks["sweeps"]["silent_seconds"] == 60
    facts_said = {"ok": True, "state": "ok", "due": 1, "overdue_seconds": 60, "retrying": 1, "oldest_seconds": 60}
    assert checks["facts"].items() >= facts_said.items()
    for stranger in (Client(), Client(headers={"Authorization": "Bearer wrong"})):
        assert stranger.get("/readyz").json()["checks"]["facts"] == {"ok": True, "state": "ok"}


def test_a_full_disk_is_told(awake, settings):
    settings.DISK_FREE_MIN = 10**18
    assert states(Client())["disk"] == "full"


def test_a_broker_that_is_away_is_told_and_soon(awake, settings):
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    status, body = asked(Client())
    assert (status, body["checks"]["broker"]) == (503, {"ok": False, "state": "away"})


def test_nothing_about_anybody_is_said(offered, operator):
    said = operator.get("/readyz").content.decode() + operator.get("/metrics").content.decode()
    for word in ("Secret title", "Ana", "ana@", *(str(person.id) for person in offered)):
        assert word not in said


def test_it_is_cheap(awake, django_assert_max_num_queries):
    """One query for each kind of work, and one for the sweep's heartbeat."""
    with django_assert_max_num_queries(len(QUEUES) + 1):
        Client().get("/readyz")
