"""What leaves the house: at the right time, once, and only what is still true."""

from datetime import datetime, timedelta

import pytest

from server.notifications.models import Delivery
from server.notifications.sender import send_due_deliveries
from shared import clock
from tests.server import cast, world
from tests.server.circle import DAY, Circle

Lines = pytest.CaptureFixture[str]


def _said(capsys: Lines) -> list[str]:
    return [line.removeprefix("[kith] ") for line in capsys.readouterr().out.splitlines() if line.startswith("[kith]")]


@pytest.fixture
def evening(circle: Circle, capsys: Lines) -> Circle:
    """Everything about the beginning has been said; it is the first evening, 23:30 where the cast lives."""
    circle.post()
    circle.send()
    circle.time.move_to(datetime.fromisoformat("2026-03-02T22:30:00Z"))
    capsys.readouterr()
    return circle


def test_the_first_answer_is_said_at_once_and_once(circle: Circle, capsys: Lines) -> None:
    circle.post()
    circle.send()
    capsys.readouterr()
    world.react(circle.ben, circle.habit, circle.today, "clap")
    circle.send()
    circle.send()
    assert _said(capsys) == ["Ana: Ben saw you first."]


def test_each_is_told_in_the_language_they_chose(circle: Circle, capsys: Lines) -> None:
    circle.ana.patch("/me", json={"language": "de"})
    circle.post()
    circle.send()
    capsys.readouterr()
    world.react(circle.ben, circle.habit, circle.today, "clap")
    circle.send()
    assert _said(capsys) == ["Ana: Ben hat dich zuerst gesehen."]
    assert circle.ana.get("/notices").json()["items"][0]["text"] == "Ben saw you first."


def test_the_other_answers_are_gathered_for_an_hour(circle: Circle, capsys: Lines) -> None:
    circle.post()
    world.react(circle.ben, circle.habit, circle.today, "clap")
    circle.send()
    capsys.readouterr()
    circle.time.advance(timedelta(minutes=1))
    world.react(circle.cleo, circle.habit, circle.today, "clap")
    circle.send()
    assert _said(capsys) == []
    circle.time.advance(timedelta(hours=1))
    circle.send()
    assert _said(capsys) == ["Ana: Cleo answered too."]


def test_quiet_hours_hold_everything_and_let_it_go_together(evening: Circle, capsys: Lines) -> None:
    world.react(evening.ben, evening.habit, "2026-03-02", "clap")
    evening.send()
    evening.time.advance(timedelta(minutes=1))
    world.react(evening.cleo, evening.habit, "2026-03-02", "clap")
    evening.send()
    evening.time.move_to(datetime.fromisoformat("2026-03-03T05:59:00Z"))
    evening.send()
    assert _said(capsys) == []
    evening.time.move_to(datetime.fromisoformat("2026-03-03T06:00:00Z"))
    evening.send()
    assert _said(capsys) == ["Ana: Ben saw you first. · Cleo answered too."]


def test_quiet_hours_follow_the_traveller(evening: Circle, capsys: Lines) -> None:
    evening.ana.put("/me/clock", {"zone": "America/New_York"})
    world.react(evening.ben, evening.habit, "2026-03-02", "clap")
    evening.send()
    assert _said(capsys) == ["Ana: Ben saw you first."]


def test_without_quiet_hours_nothing_waits(evening: Circle, capsys: Lines) -> None:
    evening.ana.patch("/me", {"quiet_from": 0, "quiet_to": 0})
    world.react(evening.ben, evening.habit, "2026-03-02", "clap")
    evening.send()
    assert _said(capsys) == ["Ana: Ben saw you first."]


@pytest.mark.parametrize("ending", ["unfriended", "blocked", "taken back", "undone", "read", "suspended"])
def test_what_is_no_longer_true_is_not_said(evening: Circle, capsys: Lines, ending: str) -> None:
    """Held over the night, and meanwhile its reason has gone."""
    world.react(evening.ben, evening.habit, "2026-03-02", "clap")
    evening.send()
    ben = evening.people["Ben"]
    if ending == "unfriended":
        evening.ana.delete(f"/friends/{ben.id}")
    elif ending == "blocked":
        evening.ben.put(f"/blocks/{evening.people['Ana'].id}")
    elif ending == "taken back":
        evening.ben.delete(f"/habits/{evening.habit}/days/2026-03-02/reaction")
    elif ending == "undone":
        world.undo(evening.ana, evening.habit, "2026-03-02")
    elif ending == "read":
        notice = evening.ana.get("/notices").json()["items"][0]["id"]
        assert evening.ana.put(f"/notices/{notice}/read").status_code == 204
    else:
        evening.people["Ana"].is_active = False
        evening.people["Ana"].save()
    evening.time.move_to(datetime.fromisoformat("2026-03-03T08:00:00Z"))
    evening.send()
    assert _said(capsys) == []
    assert not Delivery.objects.filter(state="waiting").exists()


def test_a_card_is_not_sent_once_they_are_back(circle: Circle, capsys: Lines) -> None:
    circle.keep(7)
    circle.stay_away()
    circle.post()
    circle.send()
    assert not any("stayed empty" in line for line in _said(capsys))


def test_two_senders_at_once_send_nothing_twice(circle: Circle, capsys: Lines) -> None:
    """The second finds everything leased by the first, who has not said yet that it is done."""
    circle.post()
    world.react(circle.ben, circle.habit, circle.today, "clap")
    cast.relay_all()
    now = clock.now()
    Delivery.objects.update(leased_until=now + timedelta(minutes=2))
    assert send_due_deliveries(now=now) == 0
    assert _said(capsys) == []
    # The first was killed: its lease ends, and nothing is lost.
    circle.time.advance(timedelta(minutes=3))
    circle.send()
    assert "Ana: Ben is in. · Cleo will cheer you on. · Ben saw you first." in _said(capsys)


def test_more_than_a_batch_still_comes_together(circle: Circle, capsys: Lines) -> None:
    circle.post()
    world.react(circle.ben, circle.habit, circle.today, "clap")
    cast.relay_all()
    while send_due_deliveries(now=clock.now(), limit=3):
        pass
    assert len([line for line in _said(capsys) if line.startswith("Ana:")]) <= 2


def test_a_reminder_rings_at_its_time_and_names_who_will_see_it(circle: Circle, capsys: Lines) -> None:
    circle.ana.patch(f"/habits/{circle.habit}", {"reminders": [23 * 60]})
    circle.post()
    world.look(circle.ben, circle.habit, circle.today)
    circle.send()
    circle.time.move_to(datetime.fromisoformat("2026-03-03T21:55:00Z"))
    circle.settle()
    circle.send()
    capsys.readouterr()
    circle.time.move_to(datetime.fromisoformat("2026-03-03T22:00:00Z"))
    circle.settle()
    circle.send()
    circle.settle()
    circle.send()
    assert _said(capsys) == ["Ana: Day 2? Ben will see it."]


def test_a_reminder_names_nobody_who_has_not_looked(circle: Circle, capsys: Lines) -> None:
    circle.ana.patch(f"/habits/{circle.habit}", {"reminders": [18 * 60]})
    circle.send()
    capsys.readouterr()
    circle.time.move_to(datetime.fromisoformat("2026-03-02T17:00:00Z"))
    circle.settle()
    circle.send()
    assert _said(capsys) == ["Ana: Day 1? Any time before you sleep."]


@pytest.mark.parametrize("ending", ["done", "rest", "archived", "tomorrow"])
def test_a_reminder_stops_the_moment_it_has_no_reason(circle: Circle, capsys: Lines, ending: str) -> None:
    circle.ana.patch(f"/habits/{circle.habit}", {"reminders": [18 * 60]})
    circle.send()
    capsys.readouterr()
    circle.time.move_to(datetime.fromisoformat("2026-03-02T17:00:00Z"))
    circle.settle()
    if ending == "done":
        circle.post()
    elif ending == "rest":
        world.rest(circle.ana, circle.today, circle.today)
    elif ending == "archived":
        circle.ana.delete(f"/habits/{circle.habit}")
    else:
        circle.time.advance(DAY / 2)
    circle.send()
    assert not any("Day 1" in line for line in _said(capsys))
    assert "reminder" not in {item["kind"] for item in circle.ana.get("/notices").json()["items"]}
