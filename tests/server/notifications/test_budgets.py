"""How many pushes a day may cost, over all kinds; and that nothing told is lost for it."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.notifications.budgets import ALWAYS, BUDGETS, UNBOUND, give_push_back, take_push
from server.notifications.channels import CHANNELS, Channel, Outcome, Parcel
from server.notifications.kinds import Kind
from server.notifications.sender import send_due_deliveries
from shared import clock
from tests.server import world
from tests.server.circle import Circle, notices

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
TODAY = date(2026, 3, 2)


class Bell:
    """A way out that rings, and remembers what it said; `works` false: there is nobody to hand it to."""

    interrupts = True

    def __init__(self) -> None:
        self.rung: list[Sequence[str]] = []
        self.works = True

    def send(self, parcel: Parcel) -> Outcome:
        if not self.works:
            return Outcome.RETRY
        self.rung.append(parcel.lines)
        return Outcome.SENT


def _ways(bell: Bell) -> dict[str, Channel]:
    """The bell where the console would be; the list makes no sound."""
    return {**CHANNELS, "console": bell}


def test_every_kind_has_a_budget_or_a_reason() -> None:
    assert set(BUDGETS) | UNBOUND == set(Kind)
    assert set(BUDGETS) & UNBOUND == set()


@pytest.mark.django_db
def test_what_is_given_back_can_be_taken() -> None:
    person = uuid4()
    for _ in range(5):
        push = take_push(person, [Kind.ROUNDS], on=TODAY, now=NOON)
        assert push.kinds == {Kind.ROUNDS}
        give_push_back(person, push, on=TODAY)
    assert take_push(person, [Kind.ROUNDS], on=TODAY, now=NOON).kinds
    assert not take_push(person, [Kind.ROUNDS], on=TODAY, now=NOON).kinds
    assert take_push(person, [Kind.ROUNDS], on=TODAY + timedelta(days=1), now=NOON).kinds


@pytest.mark.django_db
@given(st.lists(st.sets(st.sampled_from(Kind), min_size=1, max_size=4), max_size=30))
def test_no_order_of_pushes_exceeds_a_budget(parcels: list[set[Kind]]) -> None:
    person, rung = uuid4(), []
    for kinds in parcels:
        push = take_push(person, kinds, on=TODAY, now=NOON)
        assert push.kinds <= kinds
        assert kinds & (ALWAYS | UNBOUND) <= push.kinds
        rung.append(push.kinds)
    for budget in set(BUDGETS.values()):
        bound = [kinds for kinds in rung if any(BUDGETS.get(k) is budget for k in kinds) and not kinds & ALWAYS]
        assert len(bound) <= budget.pushes


def _answer_in_turn(circle: Circle, bell: Bell, habits: int) -> None:
    """Ana's habits, each answered by Ben and later by Cleo, in the hours of one day."""
    made = [circle.habit, *(world.promise(circle.ana, title=f"More {n}")["id"] for n in range(habits - 1))]
    for habit in made[1:]:
        for name in ("Ben", "Cleo"):
            world.take_seat(circle.ana, getattr(circle, name.lower()), circle.people[name].id, habit, "gallery")
    circle.settle()
    for door in (circle.ben, circle.cleo):
        for habit in made:
            world.check_in(circle.ana, habit, circle.today)
            world.react(door, habit, circle.today, "clap")
            circle.settle()
            circle.time.advance(timedelta(minutes=65))
            send_due_deliveries(now=clock.now(), channels=_ways(bell))


def test_an_owner_is_pushed_to_four_times_and_told_everything_in_the_list(circle: Circle) -> None:
    circle.send()
    before, bell = notices(circle.ana), Bell()
    _answer_in_turn(circle, bell, habits=3)
    told = [line for line in notices(circle.ana) if line not in before]
    assert len(told) == 8, "two acceptances for each new habit, and six answers"
    assert 1 + len(bell.rung) == 4, "with the one that said Ben is in"


def test_reminders_ring_at_their_owner_s_will_and_leave_less_for_the_rest(circle: Circle) -> None:
    circle.ana.patch(f"/habits/{circle.habit}", {"reminders": [60 * hour for hour in (12, 13, 14, 15, 16)]})
    circle.send()
    bell = Bell()
    channels = _ways(bell)
    for hour in range(11, 16):
        circle.time.move_to(datetime(2026, 3, 2, hour, tzinfo=UTC))
        circle.settle()
        send_due_deliveries(now=clock.now(), channels=channels)
    assert len(bell.rung) == 5, "all five that were asked for"
    circle.post()
    world.react(circle.ben, circle.habit, circle.today, "clap")
    circle.settle()
    send_due_deliveries(now=clock.now(), channels=channels)
    assert len(bell.rung) == 5, "and the answer waits in the list"
    assert "Ben saw you first." in notices(circle.ana)


def test_a_push_that_could_not_be_sent_is_not_counted(circle: Circle) -> None:
    circle.send()
    bell = Bell()
    channels = _ways(bell)
    circle.post()
    world.react(circle.ben, circle.habit, circle.today, "clap")
    circle.settle()
    bell.works = False
    for _ in range(6):
        circle.time.advance(timedelta(minutes=20))
        send_due_deliveries(now=clock.now(), channels=channels)
    bell.works = True
    circle.time.advance(timedelta(hours=1))
    send_due_deliveries(now=clock.now(), channels=channels)
    assert bell.rung == [["Ben saw you first."]]


def test_quiet_hours_end_in_one_push(circle: Circle) -> None:
    circle.time.move_to(datetime(2026, 3, 2, 20, 30, tzinfo=UTC))
    circle.post()
    circle.send()
    circle.time.move_to(datetime(2026, 3, 2, 21, 30, tzinfo=UTC))
    for door in (circle.ben, circle.cleo):
        world.react(door, circle.habit, circle.today, "clap")
        circle.settle()
    bell = Bell()
    for minute in range(0, 90, 10):
        circle.time.move_to(datetime(2026, 3, 3, 5, 30, tzinfo=UTC) + timedelta(minutes=minute))
        send_due_deliveries(now=clock.now(), channels=_ways(bell))
    assert bell.rung == [["Ben saw you first.", "Cleo answered too."]]
