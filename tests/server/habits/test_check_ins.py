"""One mark a habit day: what is accepted, what is refused and with which code, and what a second posting does."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

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


@pytest.mark.sqlite
def test_a_day_is_posted_and_read(anas: Door, habit: str, ana: Person) -> None:
    response = world.check_in(anas, habit, TODAY, caption="ran", amount="5.50", source="camera")
    assert response.status_code == 201
    posted = response.json()
    assert posted["habit"] == habit
    assert posted["date"] == "2026-03-02"
    assert posted["captured_at"] == posted["received_at"] == "2026-03-02T09:00:00Z"
    assert (posted["late"], posted["extra"], posted["undone_at"]) == (False, False, None)
    assert (posted["caption"], posted["amount"], posted["source"], posted["photos"]) == ("ran", "5.5", "camera", [])
    assert anas.get(f"/habits/{habit}/days/{TODAY}").json() == posted
    assert told(ana) == ["check_in_posted"]


def test_a_resend_is_one_check_in_and_one_fact(anas: Door, habit: str, ana: Person, time: StoppedClock) -> None:
    captured = time.instant
    first = world.check_in(anas, habit, TODAY, caption="ran")
    for seconds in (1, 7, 30):
        time.advance(timedelta(seconds=seconds))
        again = world.check_in(anas, habit, TODAY, caption="ran", captured_at=captured)
        assert again.status_code == 200
        assert again.json() == first.json()
    assert CheckIn.objects.count() == 1
    assert told(ana) == ["check_in_posted"]


def test_a_slow_answer_makes_no_difference_to_a_resend(anas: Door, habit: str, time: StoppedClock, ana: Person) -> None:
    sent = time.instant
    time.advance(timedelta(seconds=20))
    first = world.check_in(anas, habit, TODAY, captured_at=sent, sent_at=sent)
    time.advance(timedelta(seconds=3))
    again = world.check_in(anas, habit, TODAY, captured_at=sent, sent_at=time.instant)
    assert again.json() == first.json()
    assert told(ana) == ["check_in_posted"]


@pytest.mark.parametrize("wrong_by", [-400 * DAY, -3 * HOUR, 2 * HOUR, 30 * DAY, 4000 * DAY])
def test_a_wrong_phone_clock_hurts_nobody(anas: Door, habit: str, time: StoppedClock, wrong_by: timedelta) -> None:
    phone = time.instant + wrong_by
    response = world.check_in(anas, habit, TODAY, sent_at=phone, captured_at=phone - HOUR)
    assert response.status_code == 201
    assert response.json()["captured_at"] == "2026-03-02T08:00:00Z"


def test_captured_after_it_was_sent_counts_as_now(anas: Door, habit: str, time: StoppedClock) -> None:
    response = world.check_in(anas, habit, TODAY, captured_at=time.instant + 5 * DAY)
    assert response.json()["captured_at"] == "2026-03-02T09:00:00Z"


@pytest.mark.parametrize(
    ("posted_at", "late"),
    [
        (datetime(2026, 3, 2, 22, 59, 59, tzinfo=UTC), False),
        (datetime(2026, 3, 2, 23, 0, tzinfo=UTC), True),
        (datetime(2026, 3, 3, 10, 59, 59, tzinfo=UTC), True),
        (datetime(2026, 3, 3, 11, 0, tzinfo=UTC), None),
    ],
)
def test_a_day_closes_at_midnight_and_its_grace_at_noon(
    anas: Door, habit: str, time: StoppedClock, posted_at: datetime, late: bool | None
) -> None:
    time.move_to(posted_at)
    response = world.check_in(anas, habit, TODAY)
    if late is None:
        assert world.refusal(response) == (422, "day_closed")
        assert not CheckIn.objects.exists()
    else:
        assert (response.status_code, response.json()["late"]) == (201, late)


@pytest.mark.parametrize(("waited", "late"), [(48 * HOUR, False), (48 * HOUR + timedelta(seconds=1), True)])
def test_more_than_two_days_on_the_phone_is_late(
    anas: Door, habit: str, time: StoppedClock, waited: timedelta, late: bool
) -> None:
    captured = time.instant
    time.advance(waited)
    response = world.check_in(anas, habit, TODAY, captured_at=captured)
    assert response.status_code == 201
    assert response.json()["late"] is late


def test_more_than_thirty_days_on_the_phone_is_too_old(anas: Door, habit: str, time: StoppedClock) -> None:
    captured = time.instant
    time.advance(30 * DAY + timedelta(seconds=1))
    assert world.refusal(world.check_in(anas, habit, TODAY, captured_at=captured)) == (422, "too_old")
    assert not CheckIn.objects.exists()


@pytest.mark.parametrize("day", ["2026-03-03", "2026-12-31", "9999-12-31"])
def test_a_day_that_has_not_begun_is_refused(anas: Door, habit: str, day: str) -> None:
    assert world.refusal(world.check_in(anas, habit, day)) == (422, "day_in_future")


@pytest.mark.parametrize("day", ["2026-03-01", "2026-02-01", "1970-01-01", "0001-01-01"])
def test_a_day_past_grace_is_refused(anas: Door, habit: str, day: str, time: StoppedClock) -> None:
    time.move_to(datetime(2026, 3, 2, 11, 0, tzinfo=UTC))
    assert world.refusal(world.check_in(anas, habit, day)) == (422, "day_closed")


@pytest.mark.parametrize("zone", ["Mars/Olympus", "", "europe/berlin", "../../etc/passwd", "GMT+25", "UTC\u0000"])
def test_an_unknown_zone_is_refused(anas: Door, habit: str, zone: str) -> None:
    response = world.check_in(anas, habit, TODAY, zone=zone)
    assert world.refusal(response) in [(422, "unknown_zone"), (400, "invalid")]
    assert not CheckIn.objects.exists()


def test_the_day_is_the_one_the_phone_shows_where_it_is(anas: Door, habit: str, ana: Person) -> None:
    # In Berlin it is ten in the morning of the 2nd; where Ana landed the 3rd has begun. Her clock moves with her.
    ahead = "Pacific/Kiritimati"
    time_there = world.check_in(anas, habit, "2026-03-02", zone=ahead)
    assert time_there.status_code == 201
    assert anas.get("/me").json()["zone"] == ahead


def test_a_refused_day_does_not_move_the_clock(anas: Door, habit: str) -> None:
    assert world.refusal(world.check_in(anas, habit, "2026-03-09", zone="Asia/Tokyo")) == (422, "day_in_future")
    assert anas.get("/me").json()["zone"] == "Europe/Berlin"


def test_a_day_that_is_not_due_is_an_extra(anas: Door, ana: Person) -> None:
    tuesdays = world.promise(anas, schedule={"frequency": "weekdays", "weekdays": [1], "measure": "tick"})
    response = world.check_in(anas, tuesdays["id"], TODAY)
    assert response.status_code == 201
    assert response.json()["extra"] is True


@pytest.mark.parametrize(
    "changes",
    [
        {"sent_at": None}, {"captured_at": None}, {"captured_at": "yesterday"}, {"captured_at": "2026-03-02T09:00:00"},
        {"caption": "x" * 501}, {"caption": "a\u0000b"}, {"caption": ["ran"]},
        {"amount": "-1"}, {"amount": "1000000.001"}, {"amount": "NaN"}, {"amount": "1e999"}, {"amount": "0.0001"},
        {"source": "satellite"}, {"photos": ["no id"]}, {"photos": "no list"},
        {"photos": [f"00000000-0000-7000-8000-00000000000{n}" for n in range(5)]}, {"zone": None}, {"zone": "x" * 65},
    ],
)  # fmt: skip
def test_what_is_not_filled_in_right_is_refused(anas: Door, habit: str, changes: dict[str, Any]) -> None:
    plain = {"sent_at": "2026-03-02T09:00:00Z", "captured_at": "2026-03-02T09:00:00Z", "zone": "Europe/Berlin"}
    response = anas.put(f"/habits/{habit}/days/{TODAY}", json=plain | changes)
    assert world.refusal(response) == (400, "invalid")
    assert set(response.json()["fields"]) == set(changes)
    assert not CheckIn.objects.exists()


def test_half_a_character_is_refused(anas: Door, habit: str) -> None:
    said = '{"sent_at": "2026-03-02T09:00:00Z", "captured_at": "2026-03-02T09:00:00Z", "zone": "UTC", "caption": "%s"}'
    body = (said % r"\ud800").encode()
    response = anas.put(f"/habits/{habit}/days/{TODAY}", data=body, Content_Type="application/json")
    assert world.refusal(response) == (400, "invalid")


@pytest.mark.parametrize("body", [b"", b"[]", b"null", b"{", b'"x"', b"\xff"])
def test_what_is_no_posting_is_refused(anas: Door, habit: str, body: bytes) -> None:
    response = anas.put(f"/habits/{habit}/days/{TODAY}", data=body, Content_Type="application/json")
    assert world.refusal(response) == (400, "invalid")


@pytest.mark.parametrize("day", ["2026-02-30", "20260302", "2026-W10-1", "today", "2026-3-2", "2026-03-02T00:00"])
def test_no_such_date_is_not_found(anas: Door, habit: str, day: str) -> None:
    assert world.refusal(world.check_in(anas, habit, day)) == (404, "not_found")


# Two devices


def test_later_words_win_whichever_arrives_first(anas: Door, time: StoppedClock) -> None:
    early, late = time.instant - 2 * HOUR, time.instant - HOUR
    outcomes = []
    for order in ([early, late], [late, early]):
        habit = world.promise(anas)["id"]
        for captured in order:
            world.check_in(
                anas, habit, TODAY, captured_at=captured, caption=str(captured.hour), amount=str(captured.hour)
            )
        outcomes.append(anas.get(f"/habits/{habit}/days/{TODAY}").json())
    for outcome in outcomes:
        assert (outcome["caption"], outcome["amount"]) == (str(late.hour), str(late.hour))
        assert outcome["captured_at"] == "2026-03-02T07:00:00Z"


def test_a_day_posted_in_time_and_again_late_is_in_time(anas: Door, habit: str, time: StoppedClock) -> None:
    captured = time.instant
    time.move_to(datetime(2026, 3, 3, 8, tzinfo=UTC))
    assert world.check_in(anas, habit, TODAY).json()["late"] is True
    assert world.check_in(anas, habit, TODAY, captured_at=captured).json()["late"] is False


def test_a_picture_from_the_library_is_never_called_taken_now(anas: Door, habit: str) -> None:
    world.check_in(anas, habit, TODAY, source="library")
    assert world.check_in(anas, habit, TODAY, source="camera").json()["source"] == "library"
