"""A miss seals a copy. What opens it, what leaves it closed, and everything that burns it."""

from datetime import timedelta

import pytest

from server.letters.models import SealedLetter
from tests.server import world
from tests.server.circle import AFTER_GRACE, DAY, Circle
from tests.server.letters import story
from tests.server.letters.story import WORDS, choose, fate, let_go, may_open, miss_a_day, see, until_it_may_open


def test_a_miss_seals_a_copy_and_today_says_who_keeps_it(circle: Circle) -> None:
    miss = miss_a_day(circle)
    letter = miss["letter"]
    assert (letter["state"], letter["reason"], letter["keeper"]["name"]) == ("sealed", None, "Ben")
    assert letter["opens_at"] == miss["opens_at"] == "2026-03-06T11:00:00Z"
    assert circle.ana.get("/changes").json()["misses"][0]["letter"] == letter


def test_the_gentle_week_seals_nothing(circle: Circle) -> None:
    circle.stay_away()
    assert circle.item()["miss"] is None
    assert not SealedLetter.objects.exists()


@pytest.mark.sqlite
def test_seen_and_not_let_go_it_may_open_and_the_owner_opens_it(circle: Circle) -> None:
    miss = may_open(circle)
    item = circle.item()
    assert item["miss"]["date"] == "2026-03-05"
    assert item["waiting_letter"]["letter"]["state"] == "may_open"
    assert item["waiting_letter"]["letter"]["keeper"]["name"] == "Ben"
    assert item["waiting_letter"]["letter"]["burns_at"] == "2026-03-13T11:00:00Z"
    told = choose(circle, miss, "open")
    assert (told.status_code, told.json()["state"], told.json()["text"]) == (200, "opened", WORDS)
    assert choose(circle, miss, "open").json() == told.json()
    assert circle.ana.get(f"/misses/{miss['id']}/letter").json() == told.json()
    assert circle.ana.get(f"/habits/{circle.habit}/letters").json()["blue"] == [told.json()]
    assert circle.item()["waiting_letter"] is None
    assert choose(circle, miss, "leave_closed").json()["code"] == "conflict"


def test_before_the_window_ends_it_does_not_open(circle: Circle) -> None:
    miss = miss_a_day(circle)
    see(circle, miss)
    circle.go(circle.today + 2 * DAY, 10)
    circle.time.advance(timedelta(minutes=59, seconds=59))
    for choice in ("open", "leave_closed"):
        answer = choose(circle, miss, choice)
        assert (answer.status_code, answer.json()["code"]) == (409, "letter_not_yet")
    assert fate(circle, miss) == ("sealed", None)
    circle.time.advance(timedelta(seconds=1))
    assert choose(circle, miss, "open").status_code == 200


def test_nobody_saw_it(circle: Circle) -> None:
    miss = miss_a_day(circle)
    until_it_may_open(circle, miss)
    assert fate(circle, miss) == ("burnt", "unseen")
    assert choose(circle, miss, "open").json()["code"] == "letter_gone"
    see(circle, miss)
    assert choose(circle, miss, "open").json()["code"] == "letter_gone"


def test_left_closed_it_may_still_be_opened_until_it_burns(circle: Circle) -> None:
    miss = may_open(circle)
    assert choose(circle, miss, "leave_closed").json()["state"] == "closed"
    circle.wake(3)
    told = choose(circle, miss, "leave_closed").json()
    assert (told["state"], told["burns_at"], told["text"]) == ("closed", "2026-03-13T12:00:00Z", None)
    circle.go(circle.today + 4 * DAY, AFTER_GRACE - 1)
    assert circle.item()["waiting_letter"]["letter"]["state"] == "closed"
    circle.go(circle.today, AFTER_GRACE)
    assert fate(circle, miss) == ("burnt", "unread")
    assert circle.item()["waiting_letter"] is None


def test_unread_for_seven_days_it_burns(circle: Circle) -> None:
    miss = may_open(circle)
    circle.go(circle.today + 7 * DAY, AFTER_GRACE - 2)
    assert fate(circle, miss) == ("may_open", None)
    circle.go(circle.today, AFTER_GRACE)
    assert fate(circle, miss) == ("burnt", "unread")


def test_all_let_go(circle: Circle) -> None:
    eve = story.join(circle, "Eve")
    miss = miss_a_day(circle)
    let_go(circle.ben, miss)
    assert fate(circle, miss) == ("sealed", None)
    assert circle.item()["miss"]["letter"]["keeper"]["name"] == "Eve"
    let_go(eve, miss)
    assert fate(circle, miss) == ("burnt", "let_go")
    circle.ben.put(f"/misses/{miss['id']}/answer", {"kind": "cheer", "preset": "hug"})
    assert fate(circle, miss) == ("burnt", "let_go")


def test_one_of_two_changes_their_mind_in_time(circle: Circle) -> None:
    story.join(circle, "Eve")
    miss = miss_a_day(circle)
    let_go(circle.ben, miss)
    circle.ben.put(f"/misses/{miss['id']}/answer", {"kind": "cheer", "preset": "hug"})
    until_it_may_open(circle, miss)
    assert fate(circle, miss) == ("may_open", None)


def test_a_comeback_burns_it_and_undoing_it_brings_nothing_back(circle: Circle) -> None:
    miss = miss_a_day(circle)
    see(circle, miss)
    circle.post()
    assert fate(circle, miss) == ("burnt", "comeback")
    assert circle.ana.get("/changes").json()["misses"][0]["letter"]["reason"] == "comeback"
    world.undo(circle.ana, circle.habit, circle.today)
    assert circle.item()["miss"]["state"] == "open"
    assert fate(circle, miss) == ("burnt", "comeback")
    until_it_may_open(circle, miss)
    assert choose(circle, miss, "open").json()["code"] == "letter_gone"


def test_a_miss_that_closes_already_returned_seals_nothing_even_if_that_is_undone(circle: Circle) -> None:
    circle.wake(2)
    circle.post()
    circle.go(circle.today, AFTER_GRACE)
    (miss,) = circle.ana.get("/changes").json()["misses"]
    assert fate(circle, miss) == ("burnt", "comeback")
    world.undo(circle.ana, circle.habit, circle.today)
    assert fate(circle, miss) == ("burnt", "comeback")


def test_a_photo_taken_in_time_that_arrives_late_burns_it(circle: Circle) -> None:
    miss = may_open(circle)
    captured = circle.time.instant - timedelta(days=3, hours=4)
    assert world.check_in(circle.ana, circle.habit, miss["date"], captured_at=captured).status_code == 201
    assert fate(circle, miss) == ("burnt", "voided")


def test_opened_before_the_photo_arrived(circle: Circle) -> None:
    miss = may_open(circle)
    assert choose(circle, miss, "open").json()["before_photo"] is False
    captured = circle.time.instant - timedelta(days=3, hours=4)
    world.check_in(circle.ana, circle.habit, miss["date"], captured_at=captured)
    told = circle.ana.get(f"/misses/{miss['id']}/letter").json()
    assert (told["state"], told["before_photo"], told["text"]) == ("opened", True, WORDS)


@pytest.mark.parametrize("offset", [-1, 0])
def test_rest_burns_it_on_the_missed_day_and_from_today(circle: Circle, offset: int) -> None:
    miss = miss_a_day(circle)
    world.rest(circle.ana, circle.today + offset * DAY, circle.today, circle.habit)
    assert fate(circle, miss) == ("burnt", "rested")


def test_the_last_keeper_leaves(circle: Circle) -> None:
    eve = story.join(circle, "Eve")
    miss = miss_a_day(circle)
    circle.ben.delete(f"/habits/{circle.habit}/seat")
    assert fate(circle, miss) == ("sealed", None)
    story.keep_letters(eve, circle.habit, keeps=False)
    assert fate(circle, miss) == ("burnt", "unkept")


@pytest.mark.parametrize("how", ["removed", "unfriended", "blocks", "blocked", "cheers"])
def test_every_way_the_only_keeper_goes(circle: Circle, how: str) -> None:
    miss = may_open(circle)
    ana, ben = circle.people["Ana"].id, circle.people["Ben"].id
    {
        "removed": lambda: circle.ana.delete(f"/habits/{circle.habit}/seats/{ben}"),
        "unfriended": lambda: circle.ben.delete(f"/friends/{ana}"),
        "blocks": lambda: circle.ben.put(f"/blocks/{ana}"),
        "blocked": lambda: circle.ana.put(f"/blocks/{ben}"),
        "cheers": lambda: circle.ben.put(f"/habits/{circle.habit}/seat", {"answer": "cheer"}),
    }[how]()
    assert choose(circle, miss, "open").json()["code"] == "letter_gone"
    circle.settle()
    assert fate(circle, miss) == ("burnt", "unkept")


def test_who_agreed_after_the_miss_holds_no_copy(circle: Circle) -> None:
    story.keep_letters(circle.ben, circle.habit, keeps=False)
    miss = miss_a_day(circle)
    story.keep_letters(circle.ben, circle.habit)
    assert fate(circle, miss) == ("burnt", "unkept")


def test_archiving_burns_it(circle: Circle) -> None:
    miss = miss_a_day(circle)
    circle.ana.delete(f"/habits/{circle.habit}")
    stored = SealedLetter.objects.get(miss=miss["id"])
    assert (stored.state, stored.text) == ("burnt", "")
    assert circle.ana.get(f"/misses/{miss['id']}/letter").status_code == 404
