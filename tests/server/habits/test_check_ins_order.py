"""Postings and undos of several devices, in whatever order they arrive."""

from datetime import date, datetime, timedelta
from typing import NamedTuple

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from server.habits.models import CheckIn
from server.habits.services.check_in_changes import undo_check_in
from server.habits.services.check_ins import post_check_in
from server.habits.services.marks import Posting
from server.people.models import Person
from shared import clock
from shared.codes import Refused
from tests.server import world
from tests.server.cast import door_of

TODAY = date(2026, 3, 2)


class Said(NamedTuple):
    """What a device says: a posting with words, or (without) an undo."""

    minute: int
    caption: str | None

    @property
    def at(self) -> datetime:
        return clock.now() - timedelta(hours=1) + timedelta(minutes=self.minute)


postings = st.builds(Said, st.integers(0, 9), st.sampled_from("abc"))
undos = st.builds(Said, st.integers(0, 9), st.none())


def outcome(ana: Person, habit: str, said: list[Said]) -> tuple[bool, str]:
    """Whether the day stands, and with which words, after everything arrived in this order."""
    with transaction.atomic():
        for one in said:
            _hear(ana, habit, one)
        check_in = CheckIn.objects.get(habit=habit)
        transaction.set_rollback(True)
    return check_in.undone_at is None, check_in.caption


def _hear(ana: Person, habit: str, said: Said) -> None:
    moment = {"sent_at": clock.now(), "captured_at": said.at}
    if said.caption is None:
        undo_check_in(owner=ana, habit_id=habit, date=TODAY, now=clock.now(), **moment)
    else:
        posting = Posting(zone="Europe/Berlin", caption=said.caption, **moment)
        post_check_in(owner=ana, habit_id=habit, date=TODAY, posting=posting, now=clock.now())


@pytest.mark.django_db
@settings(
    max_examples=60, derandomize=True, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(first=postings, others=st.lists(st.one_of(postings, undos), max_size=6), data=st.data())
def test_the_latest_word_decides_in_every_order(
    ana: Person, first: Said, others: list[Said], data: st.DataObject
) -> None:
    # Nobody can undo a day before any posting of it arrived; everything else may overtake everything.
    said = [first, *data.draw(st.permutations(others))]
    with transaction.atomic():
        habit = world.promise(door_of(ana))["id"]
        stands, caption = outcome(ana, habit, said)
        repeated = outcome(ana, habit, [*said, *said])
        transaction.set_rollback(True)
    posted = [one for one in said if one.caption is not None]
    latest = max(one.minute for one in posted)
    undone = max((one.minute for one in said if one.caption is None), default=-1)
    assert stands is (latest > undone)
    assert caption == (max(one.caption or "" for one in posted if one.minute == latest) if stands else "")
    assert repeated == (stands, caption)


@pytest.mark.django_db
def test_an_undo_of_nothing_is_refused(ana: Person) -> None:
    habit = world.promise(door_of(ana))["id"]
    with pytest.raises(Refused):
        _hear(ana, habit, Said(1, None))
