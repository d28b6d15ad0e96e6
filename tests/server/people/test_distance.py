"""Muting and restricting: silent, at once, taken back as easily; nobody kept away can tell."""

from datetime import timedelta

import pytest

from server.people.models import Distance
from shared import clock
from shared.clock import StoppedClock
from tests.server import world
from tests.server.cast import Door
from tests.server.circle import Circle, gather
from tests.server.letters import story


@pytest.fixture
def circle(db: None, time: StoppedClock) -> Circle:
    return gather(time)


def keep(door: Door, circle: Circle, friend: str, *, muted: bool = False, restricted: bool = False) -> int:
    said = {"muted": muted, "restricted": restricted}
    status: int = door.put(f"/friends/{circle.people[friend].id}/distance", said).status_code
    circle.settle()
    return status


def flags(door: Door, circle: Circle, friend: str) -> tuple[bool, bool]:
    (row,) = [one for one in door.get("/friends").json()["items"] if one["id"] == str(circle.people[friend].id)]
    return row["muted"], row["restricted"]


@pytest.mark.sqlite
def test_whom_i_restrict_sees_nothing_of_mine_until_i_lift_it(circle: Circle) -> None:
    circle.post(caption="For friends")
    day = f"/habits/{circle.habit}/days/{circle.today}"
    assert keep(circle.ana, circle, "Ben", restricted=True) == 204
    assert circle.ben.get("/feed").json()["items"] == []
    assert circle.ben.get("/rounds").json() == {"cards": [], "misses": []}
    assert circle.ben.get(day).status_code == 404
    assert circle.ben.put(f"{day}/reaction", {"kind": "fire"}).status_code == 404
    assert len(circle.cleo.get("/feed").json()["items"]) == 1
    assert keep(circle.ana, circle, "Ben") == 204
    assert circle.ben.get(day).json()["caption"] == "For friends"
    assert not Distance.objects.exists()


def test_restricted_reads_like_removed(circle: Circle) -> None:
    """Byte for byte, but for the request's own number: Eve was removed, Ben is restricted."""
    eve = story.join(circle, "Eve")
    circle.post()
    world.end_seat(circle.ana, circle.people["Eve"].id, circle.habit)
    keep(circle.ana, circle, "Ben", restricted=True)
    for path in (f"/habits/{circle.habit}", f"/habits/{circle.habit}/days/{circle.today}", "/feed", "/rounds"):
        mine, theirs = circle.ben.get(path), eve.get(path)
        assert (mine.status_code, mine.content) == (theirs.status_code, theirs.content), path


def test_whom_i_mute_does_not_come_up_and_still_answers_me(circle: Circle) -> None:
    circle.post()
    circle.settle()
    assert keep(circle.ben, circle, "Ana", muted=True) == 204
    assert circle.ben.get("/feed").json()["items"] == []
    assert circle.ben.get("/rounds").json()["cards"] == []
    assert circle.ben.get("/today").json()["waiting"] == 0
    day = f"/habits/{circle.habit}/days/{circle.today}"
    assert circle.ben.get(day).status_code == 200, "what Ben asks for is there"
    habit = world.promise(circle.ben, title="Chess")["id"]
    world.take_seat(circle.ben, circle.ana, circle.people["Ana"].id, habit)
    world.check_in(circle.ben, habit, circle.today)
    world.react(circle.ana, habit, circle.today, "fire")
    circle.settle()
    assert "first_answer" in {one["kind"] for one in circle.ben.get("/notices").json()["items"]}


def test_a_muted_friends_miss_is_not_told(circle: Circle) -> None:
    keep(circle.ben, circle, "Ana", muted=True)
    circle.miss_a_day()
    kinds = [one["kind"] for one in circle.ben.get("/notices").json()["items"]]
    assert "miss" not in kinds
    assert circle.ben.get("/rounds").json()["misses"] == []
    keep(circle.ben, circle, "Ana")
    assert len(circle.ben.get("/rounds").json()["misses"]) == 1


def test_nobody_kept_away_can_tell(circle: Circle) -> None:
    before = {path: circle.ben.get(path).content for path in ("/friends", "/seats", "/me", "/notices")}
    keep(circle.ana, circle, "Ben", muted=True)
    assert {path: circle.ben.get(path).content for path in before} == before
    assert flags(circle.ana, circle, "Ben") == (True, False)


def test_restricting_the_only_keeper_burns_what_they_keep(db: None, time: StoppedClock) -> None:
    circle = gather(time, starts_on=story.PROMISED)
    story.keep_letters(circle.ben, circle.habit)
    story.write(circle)
    miss = story.miss_a_day(circle)
    assert story.fate(circle, miss)[0] == "sealed"
    keep(circle.ana, circle, "Ben", restricted=True)
    assert story.fate(circle, miss)[0] == "burnt"


def test_it_ends_with_the_friendship_and_is_for_friends_only(circle: Circle) -> None:
    keep(circle.ana, circle, "Ben", muted=True, restricted=True)
    circle.ana.delete(f"/friends/{circle.people['Ben'].id}")
    assert not Distance.objects.exists()
    assert keep(circle.ana, circle, "Ben", muted=True) == 404
    assert circle.ana.put(f"/friends/{circle.people['Cleo'].id}/distance", {"muted": "yes"}).status_code == 400
    assert not Distance.objects.exists()


def test_saying_the_same_keeps_since_when(circle: Circle) -> None:
    keep(circle.ana, circle, "Ben", muted=True)
    since = clock.now()
    circle.time.advance(timedelta(hours=1))
    keep(circle.ana, circle, "Ben", muted=True, restricted=True)
    row = Distance.objects.get()
    assert row.muted_at <= since < row.restricted_at
