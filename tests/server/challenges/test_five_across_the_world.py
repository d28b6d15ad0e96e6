"""Five in one chain, in Auckland, Kolkata, Los Angeles and Berlin, through a change of clocks: a fortnight of everyday.

One flies east over the date line and lives a date twice, one adds a day the next morning, one takes a day back and
posts it anew, one stays away once and is carried. No date is lost to anybody's clock, and it ends when the last of
them has had theirs.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest

from server.challenges.models import Challenge
from shared import clock
from shared.clock import StoppedClock
from tests.server import world
from tests.server.challenges.crew import DAY, Crew
from tests.shared.ana import LOS_ANGELES, local

ZONES = {
    "Ana": "Europe/Berlin", "Aroha": "Pacific/Auckland", "Ben": "Pacific/Auckland", "Kiran": "Asia/Kolkata",
    "Lee": LOS_ANGELES,
}  # fmt: skip
DAYS, FLIES_AFTER, LATE, TAKEN_BACK, STAYS_AWAY = 14, 6, 3, 10, 9
NOBODY_IS_MARKED = {"person", "days"}


@pytest.mark.parametrize("first", [
    date(2026, 3, 2),  # Los Angeles goes forward on 8 March
    date(2026, 3, 23),  # Berlin goes forward on 29 March, Auckland back on 5 April
    date(2026, 10, 26),  # Los Angeles goes back on 1 November
])  # fmt: skip
def test_no_date_is_lost_to_anybodys_clock(db: None, time: StoppedClock, first: date) -> None:
    time.move_to(local("Europe/Berlin", f"{first - 2 * DAY}T09:00"))
    group = _gather(time, first)
    kept: dict[date, set[str]] = {first + n * DAY: set() for n in range(DAYS)}
    for at, name, day in sorted(_plan(first)):
        _go_on(group, at, first)
        group.post(name, day)
        kept[day].add(name)
        if name == "Ana" and day == first + TAKEN_BACK * DAY:
            _change_ones_mind(group, day)
        whole = [on for on, there in kept.items() if len(there) == len(ZONES)]
        assert group.progress("Lee")["days"] == [str(on) for on in whole], (at, name, day)
    empty = first + STAYS_AWAY * DAY
    assert [on for on, there in kept.items() if len(there) < len(ZONES)] == [empty]
    _check_end(group, first + (DAYS - 1) * DAY)


def test_who_stays_away_is_carried_and_the_date_counts(db: None, time: StoppedClock) -> None:
    first = date(2026, 3, 2)
    time.move_to(local("Europe/Berlin", f"{first - 2 * DAY}T09:00"))
    group, empty = _gather(time, first), first + STAYS_AWAY * DAY
    for at, name, day in sorted(_plan(first)):
        if day <= empty:
            _go_on(group, at, first)
            group.post(name, day)
    assert group.told("Lee")[0] == "Everybody else is in. Yours makes it count, any time before you sleep."
    for name in ("Ana", "Aroha", "Ben", "Kiran"):
        assert not [line for line in group.told(name) if line.startswith("Everybody else")]
    path = f"{group.path}/members/{group.people['Lee'].id}/carries/{empty}"
    assert group.doors["Ana"].put(path).status_code == 204
    page = group.page("Kiran")
    assert page["progress"]["links"] == STAYS_AWAY + 1
    assert all(set(one) == NOBODY_IS_MARKED and len(one["days"]) == STAYS_AWAY + 1 for one in page["members"])
    assert "Ana carried you along." in group.told("Lee")


def _gather(time: StoppedClock, first: date) -> Crew:
    group = Crew(time, "chain")
    for name, zone in ZONES.items():
        group.arrive(name, zone)
    assert group.make(starts_on=str(first), ends_on=str(first + (DAYS - 1) * DAY)).status_code == 201
    for name in list(ZONES)[1:]:
        time.advance(timedelta(minutes=1))
        assert group.join(name).status_code == 200
    return group


def _plan(first: date) -> Iterator[tuple[datetime, str, date]]:
    """When (instant) who posts which date: at eight in the evening of their own wall."""
    for n in range(DAYS):
        day = first + n * DAY
        for name, zone in ZONES.items():
            if name == "Lee" and n == STAYS_AWAY:
                continue
            flown = name == "Ben" and n > FLIES_AFTER
            late = name == "Kiran" and n == LATE
            wall = f"{day + DAY}T09:00" if late else f"{day}T20:00"
            yield local(LOS_ANGELES if flown else zone, wall), name, day


def _go_on(group: Crew, at: datetime, first: date) -> None:
    """Time goes on to `at`; if Ben lands meanwhile, his phone says so when it does."""
    landing = local("Pacific/Auckland", f"{first + (FLIES_AFTER + 1) * DAY}T10:00")
    if group.zones["Ben"] != LOS_ANGELES and at > landing:
        group.time.move_to(landing)
        assert group.doors["Ben"].put("/me/clock", json={"zone": LOS_ANGELES}).status_code == 200
        group.zones["Ben"] = LOS_ANGELES
        assert group.today("Ben") == first + FLIES_AFTER * DAY, "the date he has kept already, once more"
    group.time.move_to(at)
    group.settle()


def _change_ones_mind(group: Crew, day: date) -> None:
    group.time.advance(timedelta(seconds=1))
    assert world.undo(group.doors["Ana"], group.habits["Ana"], day).status_code == 200
    assert str(day) not in group.row("Kiran", "Ana")
    group.time.advance(timedelta(seconds=1))
    group.post("Ana", day)


def _check_end(group: Crew, last: date) -> None:
    end = local(LOS_ANGELES, f"{last + DAY}T12:00")
    group.time.move_to(end - timedelta(seconds=1))
    group.settle()
    assert Challenge.objects.get().ended_at is None
    group.time.move_to(end)
    group.settle()
    assert Challenge.objects.get().ended_at == end == clock.now()
    assert group.told("Aroha")[0] == "What you promised together is over. See what came of it."
