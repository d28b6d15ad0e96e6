"""No check-in goes unanswered by neglect: one awake witness is asked, once, and quietly."""

from datetime import UTC, datetime, timedelta

import pytest

from server.guests.services import visits
from server.notifications.models import Notice, Relay
from server.notifications.relays import ask_for_answers
from shared import clock, ids
from tests.server import cast, world
from tests.server.circle import Circle, notices

Lines = pytest.CaptureFixture[str]
HOUR = timedelta(hours=1)
ASKED = "Ana showed up. Yours could be the first face."


def _later(circle: Circle, hours: float) -> None:
    circle.time.advance(hours * HOUR)
    circle.call()
    circle.send()


def _is_asked(door: cast.Door) -> bool:
    return ASKED in notices(door)


def _witness(circle: Circle, name: str, *, zone: str = "Europe/Berlin") -> cast.Door:
    person = cast.arrive(name, zone=zone)
    door = cast.door_of(person)
    cast.befriend(circle.people["Ana"], person)
    world.take_seat(circle.ana, door, person.id, circle.habit)
    circle.time.advance(timedelta(minutes=1))
    return door


def test_in_the_first_week_one_witness_is_asked_after_two_hours(circle: Circle, capsys: Lines) -> None:
    circle.post()
    _later(circle, 1.9)
    assert not _is_asked(circle.ben)
    capsys.readouterr()
    _later(circle, 0.1)
    assert _is_asked(circle.ben)
    assert f"Ben: {ASKED}" in capsys.readouterr().out
    assert not _is_asked(circle.cleo), "gallery faces are never called"


def test_later_it_waits_six_hours(circle: Circle) -> None:
    for _ in range(8):
        circle.post()
        world.react(circle.ben, circle.habit, circle.today, "clap")
        circle.wake()
    circle.post()
    asked = Notice.objects.filter(kind="relay").count()
    _later(circle, 5.9)
    assert Notice.objects.filter(kind="relay").count() == asked
    _later(circle, 0.1)
    assert Notice.objects.filter(kind="relay", payload__date=str(circle.today)).count() == 1


@pytest.mark.parametrize("who", ["Ben", "Cleo"])
def test_an_answer_before_leaves_nothing_to_ask(circle: Circle, who: str) -> None:
    circle.post()
    world.react(getattr(circle, who.lower()), circle.habit, circle.today, "clap")
    _later(circle, 3)
    assert not _is_asked(circle.ben)


@pytest.mark.parametrize("ending", ["answered", "undone", "seat ended", "unfriended"])
def test_it_is_gone_once_it_has_no_reason(circle: Circle, ending: str) -> None:
    circle.post()
    _later(circle, 2)
    assert _is_asked(circle.ben)
    ben = circle.people["Ben"]
    acts = {
        "answered": lambda: world.react(circle.cleo, circle.habit, circle.today, "clap"),
        "undone": lambda: world.undo(circle.ana, circle.habit, circle.today),
        "seat ended": lambda: world.end_seat(circle.ana, ben.id, circle.habit),
        "unfriended": lambda: circle.ana.delete(f"/friends/{ben.id}"),
    }
    acts[ending]()
    assert not _is_asked(circle.ben)


def test_those_who_sleep_are_left_asleep(circle: Circle) -> None:
    """In Auckland it is night: the one in Berlin is asked, though the other was here first."""
    circle.ben.put("/me/clock", {"zone": "Pacific/Auckland"})
    eve = _witness(circle, "Eve")
    circle.post()
    _later(circle, 2)
    assert (_is_asked(circle.ben), _is_asked(eve)) == (False, True)


def test_at_night_it_waits_for_the_morning(circle: Circle, capsys: Lines) -> None:
    circle.time.move_to(datetime(2026, 3, 2, 18, 30, tzinfo=UTC))  # half past seven in the evening
    circle.post()
    capsys.readouterr()
    for _ in range(10):
        _later(circle, 1)  # until half past five
    assert not _is_asked(circle.ben)
    for _ in range(3):
        _later(circle, 1)
    assert _is_asked(circle.ben)
    assert capsys.readouterr().out.count(ASKED) == 1


def test_witnesses_take_turns(circle: Circle) -> None:
    eve = _witness(circle, "Eve")
    turns = []
    for _ in range(4):
        circle.post()
        _later(circle, 3)
        today = Notice.objects.get(kind="relay", payload__date=str(circle.today))
        turns.append(today.recipient.name)
        circle.wake()
    assert turns == ["Ben", "Eve", "Ben", "Eve"]
    assert _is_asked(eve)


def test_one_line_a_witness_a_day_however_many_wait(circle: Circle) -> None:
    cleo, ben = circle.people["Cleo"], circle.people["Ben"]
    cast.befriend(cleo, ben)
    hers = world.promise(circle.cleo)["id"]
    world.take_seat(circle.cleo, circle.ben, ben.id, hers)
    circle.post()
    world.check_in(circle.cleo, hers, circle.today)
    for _ in range(6):
        _later(circle, 1)
    assert Notice.objects.filter(kind="relay", recipient=ben).count() == 1
    circle.wake()
    _later(circle, 1)
    assert Notice.objects.filter(kind="relay", recipient=ben).count() == 2


def test_two_beats_never_ask_twice(circle: Circle) -> None:
    """The second finds the row leased; and should the lease have run out, settled."""
    _witness(circle, "Eve")
    circle.post()
    circle.settle()
    circle.time.advance(3 * HOUR)
    held = Relay.objects.get()
    Relay.objects.update(leased_until=clock.now() + HOUR)
    assert ask_for_answers(now=clock.now()) == 0
    Relay.objects.update(leased_until=None)
    assert ask_for_answers(now=clock.now()) == 1
    assert held.next_at is not None
    assert ask_for_answers(now=clock.now()) == 0
    assert Notice.objects.filter(kind="relay").count() == 1


def test_a_day_posted_anew_waits_anew(circle: Circle) -> None:
    circle.post()
    _later(circle, 1)
    world.undo(circle.ana, circle.habit, circle.today)
    circle.time.advance(timedelta(minutes=1))
    circle.post()
    _later(circle, 1.5)
    assert not _is_asked(circle.ben)
    _later(circle, 0.5)
    assert _is_asked(circle.ben)


def test_who_is_away_is_not_called_after(circle: Circle) -> None:
    circle.keep(6)
    Notice.objects.filter(kind="relay").delete()
    Relay.objects.update(next_at=None)
    circle.post()
    _later(circle, 6)
    assert not Notice.objects.filter(kind="relay").exists()


def test_a_friend_i_mute_asks_me_for_nothing(circle: Circle) -> None:
    answer = circle.ben.put(f"/friends/{circle.people['Ana'].id}/distance", {"muted": True, "restricted": False})
    assert answer.status_code == 204
    circle.post()
    _later(circle, 3)
    assert not Notice.objects.filter(kind="relay").exists()


def test_a_guest_s_answer_is_an_answer(circle: Circle) -> None:
    photo = world.put_photo(circle.ana, photo_id=str(ids.uuid7())).json()["id"]
    circle.post(photos=[photo])
    made = circle.ana.post(f"{circle.day()}/guest-links").json()
    token = made["url"].rsplit("/", 1)[1]
    key = visits.claim(token=token, now=clock.now())
    visits.answer(token=token, key=key, name="Gran", kind="heart", now=clock.now())
    _later(circle, 3)
    assert not _is_asked(circle.ben)
