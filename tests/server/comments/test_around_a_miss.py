"""While a day is missed: who knows of it is refused, who doesn't can't tell, and nothing arrives until it is over."""

import re
from typing import Any

import pytest
from django.db import transaction

from server.comments.models import Comment
from shared import clock, ids
from tests.server import cast, world
from tests.server.circle import DAY, Circle, gather, notices

WORDS = "You looked strong"


def kept_and_missed(circle: Circle) -> None:
    """Seven days kept, the eighth missed; Ben and Cleo may write."""
    for name in ("Ben", "Cleo"):
        world.let_write(circle.ana, circle.people[name].id)
    circle.miss_a_day()


def write(circle: Circle, door: cast.Door, text: str = WORDS, comment_id: Any = None) -> Any:
    """About the last day Ana kept, two days ago."""
    return door.put(f"{circle.day(circle.today - 2 * DAY)}/comments/{comment_id or ids.uuid7()}", {"text": text})


def read(circle: Circle, day: Any) -> list[str]:
    return [one["text"] for one in circle.ana.get(f"{circle.day(day)}/comments").json()["items"]]


def may_write(door: cast.Door) -> set[bool]:
    return {card["may_write"] for card in door.get("/feed").json()["items"]}


def test_a_witness_is_refused_and_told_so_beforehand(circle: Circle) -> None:
    kept_and_missed(circle)
    assert may_write(circle.ben) == {False}
    assert world.refusal(write(circle, circle.ben)) == (409, "comments_closed")
    assert not Comment.objects.exists()
    circle.post()
    assert may_write(circle.ben) == {True}
    assert write(circle, circle.ben).status_code == 204


def test_from_the_gallery_it_is_held_and_arrives_with_the_comeback(circle: Circle) -> None:
    kept_and_missed(circle)
    day = circle.today - 2 * DAY
    assert may_write(circle.cleo) == {True}
    assert write(circle, circle.cleo).status_code == 204
    circle.settle()
    assert read(circle, day) == []
    assert "Cleo wrote to you." not in notices(circle.ana)
    assert circle.cleo.get(f"{circle.day(day)}/comments").json()["items"][0]["text"] == WORDS
    circle.post()
    circle.settle()
    assert read(circle, day) == [WORDS]
    assert "Cleo wrote to you." in notices(circle.ana)


@pytest.mark.parametrize("end", ["the window", "a rest"])
def test_however_the_miss_ends_it_arrives_once(circle: Circle, end: str) -> None:
    kept_and_missed(circle)
    day, missed = circle.today - 2 * DAY, circle.today - DAY
    write(circle, circle.cleo)
    if end == "a rest":
        world.rest(circle.ana, missed, circle.today + 9 * DAY)
    else:
        world.rest(circle.ana, circle.today, circle.today + 9 * DAY)
        for _ in range(9):
            circle.wake()
    circle.settle()
    assert read(circle, day) == [WORDS]
    assert notices(circle.ana).count("Cleo wrote to you.") == 1


def test_a_witness_who_came_after_the_miss_does_not_learn_of_it(circle: Circle) -> None:
    kept_and_missed(circle)
    eve = cast.arrive("Eve")
    door = cast.door_of(eve)
    cast.befriend(circle.people["Ana"], eve)
    world.take_seat(circle.ana, door, eve.id, circle.habit)
    world.let_write(circle.ana, eve.id)
    assert write(circle, door).status_code == 204
    assert read(circle, circle.today - 2 * DAY) == []


def test_what_is_held_can_be_said_otherwise_or_taken_away(circle: Circle) -> None:
    kept_and_missed(circle)
    day, kept, gone = circle.today - 2 * DAY, ids.uuid7(), ids.uuid7()
    for comment_id in (kept, gone):
        write(circle, circle.cleo, comment_id=comment_id)
    assert write(circle, circle.cleo, "Still strong", kept).status_code == 204
    assert circle.ana.delete(f"{circle.day(day)}/comments/{kept}").status_code == 404, "the owner knows of none"
    assert circle.cleo.delete(f"{circle.day(day)}/comments/{gone}").status_code == 204
    circle.post()
    circle.settle()
    assert read(circle, day) == ["Still strong"]


def _world(time: clock.StoppedClock, *, missed: bool) -> tuple[list[Any], bool]:
    """All that Cleo is answered who writes while, unknown to her, a day is missed, or just wasn't due."""
    start = time.instant
    weekdays = [0, 1, 2, 3, 4, 5, 6] if missed else [1, 2, 3, 4, 5, 6]
    circle = gather(time, schedule={"frequency": "weekdays", "weekdays": weekdays, "measure": "tick"})
    world.let_write(circle.ana, circle.people["Cleo"].id)
    circle.keep(7)
    circle.stay_away()
    day, heard = circle.day(circle.today - 2 * DAY), []
    first, second = sorted((ids.uuid7(), ids.uuid7()))  # within one instant, the ids decide what stands first
    asked = [("put", f"{day}/comments/{one}", {"text": text}) for one, text in ((first, WORDS), (first, "Other"))]
    asked += [("put", f"{day}/comments/{second}", {"text": WORDS}), ("delete", f"{day}/comments/{second}", None)]
    for method, path, said in asked:
        answer = getattr(circle.cleo, method)(path, said)
        heard.append((method, answer.status_code, answer.content))
        circle.send()
        for reading in (f"{day}/comments", "/feed", "/rounds", "/notices", "/today", "/changes", "/friends"):
            heard.append((reading.replace(circle.habit, ""), _plain(circle, circle.cleo.get(reading).content.decode())))
    held = Comment.objects.filter(id=first, arrived_at=None).exists()
    time.move_to(start)
    return heard, held


def _plain(circle: Circle, text: str) -> str:
    """Ids are drawn anew in each world, and so are avatars."""
    text = re.sub(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}", "id", text)
    return re.sub(r'"avatar":"a[0-9]+"', '"avatar":"drawn"', text)


def test_whoever_does_not_know_of_the_miss_cannot_tell_by_writing(db: None, time: clock.StoppedClock) -> None:
    worlds = []
    for missed in (True, False):
        with transaction.atomic():
            worlds.append(_world(time, missed=missed))
            transaction.set_rollback(True)
    (heard, held), (heard_off, held_off) = worlds
    assert (held, held_off) == (True, False), "the two worlds do differ"
    assert len(heard) == len(heard_off) > 20
    for one, other in zip(heard, heard_off, strict=True):
        assert [re.sub(r"/habits//days/\S+/", "", str(part)) for part in one] == [
            re.sub(r"/habits//days/\S+/", "", str(part)) for part in other
        ]
