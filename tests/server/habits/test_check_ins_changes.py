"""A posted day is edited and undone; what comes late or from before has no effect."""

from datetime import date, datetime, timedelta

import pytest

from server.habits.models import CheckIn
from server.kernel.models import Fact
from server.people.models import Person
from shared.clock import StoppedClock
from tests.server import world
from tests.server.cast import Door

TODAY = date(2026, 3, 2)
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


def told(owner: Person) -> list[str]:
    """Kinds of the facts about check-ins in the owner's log, oldest first."""
    kinds = Fact.objects.filter(person_id=owner.id).order_by("seq").values_list("kind", flat=True)
    return [kind for kind in kinds if kind.startswith("check_in")]


# Edit


def test_words_are_edited(anas: Door, habit: str, ana: Person, time: StoppedClock) -> None:
    world.check_in(anas, habit, TODAY, caption="rna", amount="3")
    time.advance(HOUR)
    edited = world.edit(anas, habit, TODAY, caption="ran")
    assert edited.status_code == 200
    assert (edited.json()["caption"], edited.json()["amount"]) == ("ran", "3")
    assert edited.json()["captured_at"] == "2026-03-02T09:00:00Z"
    time.advance(HOUR)
    assert world.edit(anas, habit, TODAY, amount=None).json()["amount"] is None
    assert told(ana) == ["check_in_posted", "check_in_changed", "check_in_changed"]


def test_an_older_edit_loses_and_a_repeated_one_tells_nobody(
    anas: Door, habit: str, ana: Person, time: StoppedClock
) -> None:
    world.check_in(anas, habit, TODAY, caption="first")
    stale = time.instant + timedelta(minutes=1)
    time.advance(HOUR)
    for _ in range(2):
        world.edit(anas, habit, TODAY, caption="last")
    assert world.edit(anas, habit, TODAY, caption="stale", captured_at=stale).json()["caption"] == "last"
    assert world.check_in(anas, habit, TODAY, caption="resent", captured_at=stale).json()["caption"] == "last"
    assert told(ana) == ["check_in_posted", "check_in_changed"]


def test_after_the_day_closed_words_may_change_but_not_the_amount(anas: Door, habit: str, time: StoppedClock) -> None:
    world.check_in(anas, habit, TODAY, caption="ran", amount="3")
    time.advance(10 * DAY)
    assert world.refusal(world.edit(anas, habit, TODAY, amount="9", caption="x")) == (422, "day_closed")
    assert world.edit(anas, habit, TODAY, caption="").json()["caption"] == ""
    assert anas.get(f"/habits/{habit}/days/{TODAY}").json()["amount"] == "3"


def test_nothing_is_edited_where_nothing_was_posted(anas: Door, habit: str) -> None:
    assert world.refusal(world.edit(anas, habit, TODAY, caption="x")) == (404, "not_found")
    assert world.refusal(world.undo(anas, habit, TODAY)) == (404, "not_found")


# Undo


def test_an_undone_day_is_empty_and_older_resends_stay_without_effect(
    anas: Door, habit: str, ana: Person, time: StoppedClock
) -> None:
    captured = time.instant
    world.check_in(anas, habit, TODAY, caption="ran", amount="3")
    time.advance(timedelta(seconds=5))
    undone = world.undo(anas, habit, TODAY)
    assert undone.status_code == 200
    assert undone.json()["undone_at"] == "2026-03-02T09:00:05Z"
    assert (undone.json()["caption"], undone.json()["amount"]) == ("", None)
    time.advance(HOUR)
    resent = world.check_in(anas, habit, TODAY, captured_at=captured, caption="ran")
    assert (resent.status_code, resent.json()) == (200, {"undone": True})
    assert world.refusal(anas.get(f"/habits/{habit}/days/{TODAY}")) == (404, "not_found")
    again = world.undo(anas, habit, TODAY, captured_at=captured + timedelta(seconds=5))
    assert again.json()["undone_at"] == "2026-03-02T09:00:05Z"
    assert told(ana) == ["check_in_posted", "check_in_undone"]


def test_a_quick_undo_over_a_slow_network_still_undoes(anas: Door, habit: str, time: StoppedClock) -> None:
    tapped = time.instant
    time.advance(timedelta(seconds=20))
    world.check_in(anas, habit, TODAY, captured_at=tapped, sent_at=tapped)
    undone = world.undo(anas, habit, TODAY, captured_at=tapped + timedelta(seconds=3), sent_at=time.instant)
    assert undone.json()["undone_at"]


def test_a_phone_with_a_wrong_clock_can_undo(anas: Door, habit: str, time: StoppedClock) -> None:
    def phone() -> datetime:
        return time.instant - 5 * HOUR

    world.check_in(anas, habit, TODAY, captured_at=phone(), sent_at=phone())
    time.advance(timedelta(seconds=30))
    assert world.undo(anas, habit, TODAY, captured_at=phone(), sent_at=phone()).json()["undone_at"]


def test_what_is_posted_after_an_undo_stands(anas: Door, habit: str, time: StoppedClock) -> None:
    world.check_in(anas, habit, TODAY, caption="one", amount="1")
    time.advance(HOUR)
    world.undo(anas, habit, TODAY)
    time.advance(timedelta(seconds=10))
    again = world.check_in(anas, habit, TODAY, caption="two")
    assert again.status_code == 201
    assert (again.json()["caption"], again.json()["amount"]) == ("two", None)
    assert again.json()["captured_at"] == "2026-03-02T10:00:10Z"
    assert CheckIn.objects.count() == 1


def test_an_undo_older_than_the_mark_has_no_effect(anas: Door, habit: str, time: StoppedClock, ana: Person) -> None:
    stale = time.instant - HOUR
    posted = world.check_in(anas, habit, TODAY)
    assert world.undo(anas, habit, TODAY, captured_at=stale).json() == posted.json()
    assert told(ana) == ["check_in_posted"]


@pytest.mark.parametrize(("hours", "closed"), [(13, False), (14, True), (26, True), (300, True)])
def test_an_undo_works_until_the_day_closes(
    anas: Door, habit: str, time: StoppedClock, hours: int, closed: bool
) -> None:
    world.check_in(anas, habit, TODAY)
    time.advance(hours * HOUR)
    response = world.undo(anas, habit, TODAY)
    if closed:
        assert world.refusal(response) == (422, "day_closed")
        assert CheckIn.objects.filter(undone_at=None).exists()
    else:
        assert response.json()["undone_at"]


@pytest.mark.parametrize(("hours", "judged"), [(25, False), (26, True)])
def test_an_undo_that_waited_until_the_day_was_judged_is_refused(
    anas: Door, habit: str, time: StoppedClock, hours: int, judged: bool
) -> None:
    world.check_in(anas, habit, TODAY)
    tapped = time.instant + HOUR
    time.advance(hours * HOUR)
    response = world.undo(anas, habit, TODAY, captured_at=tapped)
    assert response.status_code == (422 if judged else 200)
    assert CheckIn.objects.filter(undone_at=None).exists() is judged


def test_an_undo_without_its_instant_is_refused(anas: Door, habit: str) -> None:
    world.check_in(anas, habit, TODAY)
    assert world.refusal(anas.delete(f"/habits/{habit}/days/{TODAY}")) == (400, "invalid")
