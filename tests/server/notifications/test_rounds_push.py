"""The one push about friends' days: at the hour each person chose, and only if something waits."""

from datetime import UTC, datetime, timedelta

import pytest

from server.notifications.models import Notice, RoundsBell
from server.notifications.rounds import ring_due_rounds
from shared import clock
from tests.server import cast, world
from tests.server.circle import DAY, Circle, notices

Lines = pytest.CaptureFixture[str]
HOUR = timedelta(hours=1)
TOLD = "Ana showed up."


def _said(capsys: Lines, name: str = "Ben") -> list[str]:
    """Of what was sent to them, the lines about their rounds."""
    pushes = [line.removeprefix(f"[kith] {name}: ") for line in capsys.readouterr().out.splitlines() if name in line]
    return [line for push in pushes for line in push.split(" · ") if line.endswith("showed up.")]


def _at(circle: Circle, hour: int, minute: int = 0, *, day: int = 2) -> None:
    """This time in Berlin, where it is an hour later than in UTC; what is due has been done."""
    circle.time.move_to(datetime(2026, 3, day, hour - 1, minute, tzinfo=UTC))
    circle.call()
    circle.send()


@pytest.fixture
def shown(circle: Circle, capsys: Lines) -> Circle:
    """Ana has shown her day. Cleo has answered it, so that nobody is asked to; Ben has not looked."""
    world.react(circle.cleo, circle.habit, circle.post()["date"], "clap")
    circle.send()
    capsys.readouterr()
    return circle


def test_it_rings_at_seven_unless_chosen_otherwise_and_once(shown: Circle, capsys: Lines) -> None:
    _at(shown, 18, 59)
    assert _said(capsys) == []
    _at(shown, 19)
    assert _said(capsys) == [TOLD]
    _at(shown, 19, 30)
    assert _said(capsys) == []


def test_it_rings_at_the_hour_they_chose(shown: Circle, capsys: Lines) -> None:
    shown.ben.patch("/me", {"rounds_minute": 13 * 60})
    shown.settle()
    _at(shown, 13)
    assert _said(capsys) == [TOLD]
    shown.ben.patch("/me", {"rounds_minute": 20 * 60})
    shown.settle()
    _at(shown, 20)
    assert _said(capsys) == [], "one push a day, whatever hour it is moved to"


def test_never_means_never(shown: Circle, capsys: Lines) -> None:
    shown.ben.patch("/me", {"rounds_minute": None})
    _at(shown, 19)
    _at(shown, 19, day=3)
    assert _said(capsys) == []


def test_what_was_looked_at_is_not_told(shown: Circle, capsys: Lines) -> None:
    world.look(shown.ben, shown.habit, shown.today)
    _at(shown, 19)
    assert _said(capsys) == []
    assert not any("showed up" in line for line in notices(shown.ben))


def test_the_same_photo_does_not_ring_every_evening(shown: Circle, capsys: Lines) -> None:
    _at(shown, 19)
    _at(shown, 19, day=3)
    assert _said(capsys) == [TOLD]


@pytest.mark.parametrize("ending", ["unfriended", "seat ended", "undone", "looked"])
def test_access_is_decided_when_it_is_sent(shown: Circle, capsys: Lines, ending: str) -> None:
    """The bell has rung in quiet hours, and by the morning there is nothing to tell."""
    shown.ben.patch("/me", {"quiet_from": 18 * 60, "quiet_to": 9 * 60})
    _at(shown, 19)
    assert _said(capsys) == []
    ben = shown.people["Ben"]
    acts = {
        "unfriended": lambda: shown.ana.delete(f"/friends/{ben.id}"),
        "seat ended": lambda: world.end_seat(shown.ana, ben.id, shown.habit),
        "undone": lambda: world.undo(shown.ana, shown.habit, shown.today),
        "looked": lambda: world.look(shown.ben, shown.habit, shown.today),
    }
    acts[ending]()
    _at(shown, 9, day=3)
    assert _said(capsys) == []


def test_quiet_hours_hold_it_until_they_end(shown: Circle, capsys: Lines) -> None:
    shown.ben.patch("/me", {"quiet_from": 18 * 60, "quiet_to": 9 * 60})
    _at(shown, 19)
    _at(shown, 8, 59, day=3)
    assert _said(capsys) == []
    _at(shown, 9, day=3)
    assert _said(capsys) == [TOLD]


def test_several_friends_are_one_push(shown: Circle, capsys: Lines) -> None:
    cleo = shown.people["Cleo"]
    cast.befriend(cleo, shown.people["Ben"])
    hers = world.promise(shown.cleo)["id"]
    world.take_seat(shown.cleo, shown.ben, shown.people["Ben"].id, hers, "gallery")
    world.check_in(shown.cleo, hers, shown.today)
    _at(shown, 19)
    assert _said(capsys) == ["Ana and Cleo showed up."]


def test_it_follows_the_traveller_and_rings_once_for_an_evening_lived_twice(shown: Circle, capsys: Lines) -> None:
    _at(shown, 19)
    world.check_in(shown.ana, shown.habit, shown.today, caption="later")
    capsys.readouterr()
    shown.ben.put("/me/clock", {"zone": "America/New_York"})
    world.undo(shown.ana, shown.habit, shown.today)
    shown.time.advance(timedelta(minutes=1))
    shown.post()
    shown.time.move_to(datetime(2026, 3, 3, 0, tzinfo=UTC))  # seven in the evening of the second, in New York
    shown.call()
    shown.send()
    assert _said(capsys) == []
    shown.time.move_to(datetime(2026, 3, 4, 0, tzinfo=UTC))
    shown.call()
    shown.send()
    assert _said(capsys) == [TOLD]


def test_two_beats_at_once_ring_once(shown: Circle) -> None:
    shown.time.move_to(datetime(2026, 3, 2, 18, tzinfo=UTC))
    assert ring_due_rounds(now=clock.now()) == 2
    RoundsBell.objects.update(next_at=clock.now(), rung_on=None)
    assert ring_due_rounds(now=clock.now()) == 2
    assert Notice.objects.filter(kind="rounds").count() == 1, "Cleo has looked"


def test_after_an_outage_it_waits_for_the_next_evening(shown: Circle, capsys: Lines) -> None:
    _at(shown, 21)
    assert _said(capsys) == []
    _at(shown, 19, day=3)
    assert _said(capsys) == [TOLD]


def test_nothing_of_a_miss_is_in_it(circle: Circle, capsys: Lines) -> None:
    circle.keep(7)
    for _ in range(7):
        circle.call()
    circle.stay_away()
    world.look(circle.ben, circle.habit, circle.today - 2 * DAY)
    capsys.readouterr()
    circle.time.move_to(datetime(2026, 3, 10, 18, tzinfo=UTC))
    circle.call()
    circle.send()
    assert _said(capsys) == []


def test_a_friend_i_mute_is_not_in_it(shown: Circle, capsys: Lines) -> None:
    answer = shown.ben.put(f"/friends/{shown.people['Ana'].id}/distance", {"muted": True, "restricted": False})
    assert answer.status_code == 204
    _at(shown, 19)
    assert _said(capsys) == []
