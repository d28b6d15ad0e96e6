"""One's own face as an answer: who may see it, who may take it away, and where it goes."""

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from server.media.cleanup import remove_loose_photos
from server.media.models import Photo
from server.people.models import Person
from server.responses.forgetting import forget_faces
from server.responses.models import Reaction
from shared import clock, ids
from tests.server import cast, images, world
from tests.server.circle import DAY, Circle, everybody, notices
from tests.server.world import refusal

SELFIE = images.jpeg((64, 48))


def _answered(circle: Circle, door: cast.Door | None = None) -> str:
    """Ben, or whoever it is, answered Ana's day with a picture; its id."""
    circle.post()
    return world.answer_with_face(door or circle.ben, circle.habit, circle.today, SELFIE)


def _bytes(circle: Circle, door: cast.Door, name: str = "Ben") -> Any:
    return door.get(f"{circle.day()}/faces/{circle.people[name].id}/320")


def _remove(circle: Circle, door: cast.Door, name: str = "Ben") -> Any:
    return door.delete(f"{circle.day()}/faces/{circle.people[name].id}")


def _is_gone(picture: str) -> bool:
    """No row, and no file either."""
    files = list(Path(settings.PHOTO_ROOT).rglob(f"{picture.replace('-', '')}*"))
    return not files and not Photo.objects.filter(id=picture).exists()


@pytest.mark.sqlite
def test_it_is_an_answer_like_the_others_and_a_picture(circle: Circle) -> None:
    picture = _answered(circle)
    circle.settle()
    face = circle.face("Ben")
    assert (face["answer"], face["picture"], face["looked"]) == ("face", picture, True)
    assert notices(circle.ana)[0] == "Ben saw you first."
    answer = _bytes(circle, circle.ana)
    assert (answer.status_code, answer["Content-Type"], answer.content[8:12]) == (200, "image/webp", b"WEBP")
    assert _bytes(circle, circle.ben).content == answer.content
    assert circle.ben.get("/feed").json()["items"][0]["my_reaction"] == "face"


def test_it_is_between_the_two_of_them(circle: Circle) -> None:
    _answered(circle)
    for role, door in everybody(circle).items():
        expected = {"owner": 200, "witness": 200, "anonymous": 401, "suspended": 401}.get(role, 404)
        assert _bytes(circle, door).status_code == expected, role


@pytest.mark.parametrize("ending", ["unfriended", "blocked", "seat ended", "undone", "suspended"])
def test_access_is_decided_at_each_reading(circle: Circle, ending: str) -> None:
    _answered(circle)
    tag = _bytes(circle, circle.ana)["ETag"]
    ben = circle.people["Ben"]
    acts = {
        "unfriended": lambda: circle.ana.delete(f"/friends/{ben.id}"),
        "blocked": lambda: circle.ben.put(f"/blocks/{circle.people['Ana'].id}"),
        "seat ended": lambda: world.end_seat(circle.ana, ben.id, circle.habit),
        "undone": lambda: world.undo(circle.ana, circle.habit, circle.today),
        "suspended": lambda: Person.objects.filter(pk=ben.pk).update(is_active=False),
    }
    acts[ending]()
    for door in (circle.ana, circle.ben):
        answer = door.get(f"{circle.day()}/faces/{ben.id}/320", If_None_Match=tag)
        assert answer.status_code == (401 if ending == "suspended" and door is circle.ben else 404)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("who", ["ana", "ben"])
def test_either_can_take_it_away_and_the_face_keeps_smiling(circle: Circle, who: str) -> None:
    picture = _answered(circle)
    assert not _is_gone(picture)
    assert _remove(circle, getattr(circle, who)).status_code == 204
    assert _bytes(circle, circle.ana).status_code == 404
    face = circle.face("Ben")
    assert (face["answer"], face["picture"]) == ("face", None), "that they answered was their act, and stays"
    assert _is_gone(picture)
    assert _remove(circle, getattr(circle, who)).status_code == 204


def test_nobody_else_can(circle: Circle) -> None:
    _answered(circle)
    doors = everybody(circle)
    for role in set(doors) - {"owner", "witness"}:
        assert _remove(circle, doors[role]).status_code in {401, 404}, role
    assert Photo.objects.count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("then", ["another answer", "another face", "taken back", "day undone"])
def test_a_picture_goes_with_its_answer(circle: Circle, then: str) -> None:
    first = _answered(circle)
    if then == "another answer":
        world.react(circle.ben, circle.habit, circle.today, "heart")
    elif then == "another face":
        world.answer_with_face(circle.ben, circle.habit, circle.today, images.jpeg((48, 64)))
    elif then == "taken back":
        assert circle.ben.delete(f"{circle.day()}/reaction").status_code == 204
    else:
        world.undo(circle.ana, circle.habit, circle.today)
        circle.settle()
    assert _is_gone(first)
    assert Photo.objects.count() == (then == "another face")


def test_the_same_picture_sent_twice_is_one_answer(circle: Circle) -> None:
    picture = _answered(circle)
    answer = circle.ben.put(f"{circle.day()}/face", {"photo": picture})
    assert answer.status_code == 204
    assert (Reaction.objects.count(), Photo.objects.count()) == (1, 1)


def test_a_change_of_mind_keeps_its_place(circle: Circle) -> None:
    circle.post()
    world.react(circle.ben, circle.habit, circle.today, "heart")
    first = circle.face("Ben")["answered_at"]
    circle.time.advance(DAY / 24)
    world.answer_with_face(circle.ben, circle.habit, circle.today, SELFIE)
    assert circle.face("Ben")["answered_at"] == first


def test_a_picture_that_is_not_there_or_not_theirs_is_refused_and_changes_nothing(circle: Circle) -> None:
    circle.post()
    foreign = world.put_photo(circle.ana, SELFIE, photo_id=str(ids.uuid7())).json()["id"]
    for photo in (str(ids.uuid7()), foreign):
        answer = circle.ben.put(f"{circle.day()}/face", {"photo": photo})
        assert refusal(answer) == (422, "photo_missing")
    broken = str(ids.uuid7())
    world.put_photo(circle.ben, b"no picture", photo_id=broken)
    assert refusal(circle.ben.put(f"{circle.day()}/face", {"photo": broken})) == (422, "photo_not_an_image")
    for body in ({}, {"photo": None}, {"photo": 7}, {"photo": "x"}):
        assert refusal(circle.ben.put(f"{circle.day()}/face", body)) == (400, "invalid")
    assert not Reaction.objects.exists()
    assert circle.face("Ben")["looked"] is False


def test_a_picture_shows_one_thing(circle: Circle) -> None:
    """Not two answers, and not a day of one's own: taking one away must not empty another."""
    picture = _answered(circle)
    other = world.promise(circle.ana, title="Read")["id"]
    world.take_seat(circle.ana, circle.ben, circle.people["Ben"].id, other)
    world.check_in(circle.ana, other, circle.today)
    again = circle.ben.put(f"/habits/{other}/days/{circle.today}/face", {"photo": picture})
    assert refusal(again) == (409, "photo_conflict")
    bens = world.promise(circle.ben)["id"]
    world.check_in(circle.ben, bens, circle.today, photos=[picture])
    assert _remove(circle, circle.ana).status_code == 204
    assert Photo.objects.filter(id=picture).exists(), "Ben's own day still shows it"
    assert circle.ben.get(f"/habits/{bens}/days/{circle.today}/photos/1/320").status_code == 200


def test_a_day_that_may_not_be_seen_may_not_be_answered(circle: Circle) -> None:
    circle.post()
    dan = cast.door_of(cast.arrive("Dan"))
    photo = world.put_photo(dan, SELFIE, photo_id=str(ids.uuid7())).json()["id"]
    assert refusal(dan.put(f"{circle.day()}/face", {"photo": photo})) == (404, "not_found")
    mine = world.put_photo(circle.ana, SELFIE, photo_id=str(ids.uuid7())).json()["id"]
    assert refusal(circle.ana.put(f"{circle.day()}/face", {"photo": mine})) == (404, "not_found")


@pytest.mark.parametrize(("owner", "viewer", "status"), [(2009, 1990, 422), (2009, 2009, 204), (1990, 2009, 204)])
def test_grown_ups_send_no_pictures_to_somebody_who_may_be_under_18(
    circle: Circle, owner: int, viewer: int, status: int
) -> None:
    circle.post()
    for name, year in (("Ana", owner), ("Ben", viewer)):
        Person.objects.filter(pk=circle.people[name].pk).update(birth_year=year)
    photo = world.put_photo(circle.ben, SELFIE, photo_id=str(ids.uuid7())).json()["id"]
    answer = circle.ben.put(f"{circle.day()}/face", {"photo": photo})
    assert answer.status_code == status
    if status == 422:
        assert refusal(answer) == (422, "presets_only")


def test_a_picture_that_answers_is_not_swept_up(circle: Circle) -> None:
    _answered(circle)
    assert remove_loose_photos(now=clock.now() + 60 * DAY) == 0


@pytest.mark.django_db(transaction=True)
def test_it_goes_when_the_one_it_answered_leaves(circle: Circle) -> None:
    picture = _answered(circle)
    assert forget_faces(circle.people["Ana"].id) == 1
    assert forget_faces(circle.people["Ana"].id) == 0
    assert _is_gone(picture)


def test_its_place_says_nothing_about_where_it_was_taken(circle: Circle) -> None:
    """The one pipeline there is: re-encoded, without a word about camera or place."""
    circle.post()
    world.answer_with_face(circle.ben, circle.habit, circle.today, images.telling_jpeg())
    told = _bytes(circle, circle.ana).content
    assert b"EXIF" not in told
    assert b"Exif" not in told
