"""Today: one habit's day, its mood and its crowd, as its owner reads them."""

from datetime import timedelta

import pytest

from server.people.models import Person
from shared import ids
from tests.server import cast, world
from tests.server.circle import DAY, Circle

KEYS = {
    "id", "title", "icon", "date", "duty", "state", "day_number", "grace", "closes_at", "mood", "miss", "came_back",
    "resting", "quota", "check_in", "first_photo", "last_photo", "week", "streak", "strength", "forgiven", "crowd",
    "season", "named", "spared", "waiting_letter", "comments",
    "anchor", "role_models",
}  # fmt: skip


@pytest.mark.sqlite
def test_the_first_morning(circle: Circle) -> None:
    body = circle.ana.get("/today").json()
    assert set(body) == {"person", "habits", "waiting", "notices"}
    assert body["person"]["name"] == "Ana"
    (item,) = body["habits"]
    assert set(item) == KEYS
    assert (item["date"], item["duty"], item["state"], item["mood"]) == ("2026-03-02", "must", "open", "waiting")
    assert (item["day_number"], item["check_in"], item["grace"], item["miss"]) == (1, None, None, None)
    assert item["closes_at"] == "2026-03-02T23:00:00Z"
    assert [face["person"]["name"] for face in item["crowd"]] == ["Ben", "Cleo"]
    assert [day["date"] for day in item["week"]][-1] == "2026-03-02"
    assert len(item["week"]) == 7


def test_nobody_without_habits_has_nothing_to_do(dan: Person) -> None:
    body = cast.door_of(dan).get("/today").json()
    assert body["habits"] == []
    assert (body["waiting"], body["notices"]) == (0, 0)


@pytest.mark.sqlite
def test_done_is_warm_and_counts(circle: Circle) -> None:
    circle.post(caption="Along the river")
    item = circle.item()
    assert (item["state"], item["mood"], item["day_number"]) == ("done", "warm", 1)
    assert item["check_in"]["caption"] == "Along the river"
    assert item["streak"] == {"current": 1, "best": 1}
    assert item["strength"] > 0
    circle.wake()
    assert (circle.item()["day_number"], circle.item()["mood"]) == (2, "waiting")


def test_faces_keep_the_order_in_which_they_turned(circle: Circle) -> None:
    circle.post()
    world.react(circle.cleo, circle.habit, circle.today, "heart")
    circle.time.advance(timedelta(minutes=5))
    world.look(circle.ben, circle.habit, circle.today)
    circle.time.advance(timedelta(minutes=5))
    world.react(circle.ben, circle.habit, circle.today, "fire")
    ben, cleo = circle.face("Ben"), circle.face("Cleo")
    assert cleo["answered_at"] < ben["looked_at"] < ben["answered_at"]


def test_yesterdays_answers_are_not_todays(circle: Circle) -> None:
    circle.post()
    world.react(circle.ben, circle.habit, circle.today, "clap")
    circle.wake()
    circle.post()
    assert (circle.face("Ben")["answer"], circle.face("Ben")["looked"]) == (None, False)


def test_yesterday_waits_in_grace_until_noon(circle: Circle) -> None:
    yesterday = circle.today
    circle.wake()
    assert circle.item()["grace"] == {"date": yesterday.isoformat(), "until": "2026-03-03T11:00:00Z"}
    circle.go(circle.today, 12)
    assert circle.item()["grace"] is None


def test_a_miss_nobody_saw_is_not_cold(circle: Circle) -> None:
    miss = circle.miss_a_day()
    assert (miss["state"], miss["seen_by"], miss["cheers"]) == ("open", [], [])
    assert circle.item()["mood"] == "waiting"


def test_cold_lasts_three_days_at_most(circle: Circle) -> None:
    circle.keep(7)
    empty = circle.stay_away()
    (card,) = circle.ben.get("/rounds").json()["misses"]
    circle.ben.put(f"/misses/{card['id']}/look")
    moods = []
    for _ in range(5):
        moods.append(circle.item()["mood"])
        circle.go(circle.today + DAY, 12)
    assert moods[0] == "cold"
    assert moods[4] == "waiting"
    assert card["date"] == empty.isoformat()


def test_coming_back_is_met_and_forgives(circle: Circle) -> None:
    miss = circle.miss_a_day()
    circle.post()
    item = circle.item()
    assert (item["mood"], item["came_back"], item["forgiven"], item["miss"]) == ("back", True, [miss["date"]], None)
    assert item["streak"]["current"] == 8


def test_no_name_without_an_agreed_and_fresh_look(circle: Circle) -> None:
    circle.post()
    assert circle.item()["named"] is None
    world.look(circle.cleo, circle.habit, circle.today)
    assert circle.item()["named"]["name"] == "Cleo"
    world.look(circle.ben, circle.habit, circle.today)
    assert circle.item()["named"]["name"] == "Ben"
    circle.time.advance(timedelta(days=3) - timedelta(minutes=1))
    assert circle.item()["named"]["name"] == "Ben"
    circle.time.advance(timedelta(minutes=1))
    assert circle.item()["named"] is None


def test_whom_a_circle_gave_their_seat_is_not_named(circle: Circle) -> None:
    """They never agreed to look, and may look all the same."""
    eve = cast.arrive("Eve")
    cast.befriend(circle.people["Ana"], eve)
    gym = f"/circles/{ids.uuid7()}"
    assert circle.ana.put(gym, {"name": "Gym", "members": [str(eve.id)]}).status_code == 201
    assert circle.ana.put(f"/habits/{circle.habit}{gym}").status_code == 204
    circle.post()
    world.look(cast.door_of(eve), circle.habit, circle.today)
    assert circle.item()["named"] is None


def test_a_friend_who_left_is_in_no_crowd(circle: Circle) -> None:
    circle.post()
    world.react(circle.ben, circle.habit, circle.today, "clap")
    circle.ana.delete(f"/friends/{circle.people['Ben'].id}")
    item = circle.item()
    assert [face["person"]["name"] for face in item["crowd"]] == ["Cleo"]
    assert item["named"] is None


def test_an_unfriended_witness_no_longer_saw_the_miss(circle: Circle) -> None:
    miss = circle.miss_a_day()
    circle.ben.put(f"/misses/{miss['id']}/look")
    circle.ana.delete(f"/friends/{circle.people['Ben'].id}")
    assert circle.item()["miss"]["seen_by"] == []
    assert circle.item()["mood"] == "waiting"


def test_the_first_and_the_latest_photo(circle: Circle) -> None:
    for _ in range(3):
        photo = world.put_photo(circle.ana).json()["id"]
        circle.post(photos=[photo], source="camera")
        circle.wake()
    item = circle.item()
    assert item["first_photo"] == {"date": "2026-03-02", "n": 1}
    assert item["last_photo"] == {"date": "2026-03-04", "n": 1}


def test_what_is_known_is_not_sent_twice(circle: Circle) -> None:
    first = circle.ana.get("/today")
    tag = first.headers["ETag"]
    same = circle.ana.get("/today", If_None_Match=tag)
    assert (same.status_code, same.content, same.headers["ETag"]) == (304, b"", tag)
    assert circle.ana.get("/today", If_None_Match=f'"other", W/{tag}').status_code == 304
    circle.post()
    changed = circle.ana.get("/today", If_None_Match=tag)
    assert changed.status_code == 200
    assert changed.headers["ETag"] != tag
    assert changed.headers["Cache-Control"] == "private, no-cache"


def test_a_quota_says_how_far_it_is(circle: Circle) -> None:
    schedule = {"frequency": "per_week", "times": 3, "measure": "tick"}
    habit = world.promise(circle.ana, title="Read", schedule=schedule)["id"]
    world.check_in(circle.ana, habit, circle.today)
    item = next(item for item in circle.ana.get("/today").json()["habits"] if item["id"] == habit)
    assert item["quota"] == {"done": 1, "needed": 3}
