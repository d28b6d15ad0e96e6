"""Around a miss: one's own face, and a few words from whom the owner named."""

from typing import Any

import pytest

from server.media.models import Photo
from server.people.models import Person
from server.responses.forgetting import forget_faces
from server.responses.models import MissAnswer
from shared import ids
from tests.server import images, world
from tests.server.cast import Door
from tests.server.circle import DAY, Circle, notices

SELFIE = images.jpeg((64, 48))
WORDS = "Take a walk with me"


def picture(door: Door) -> str:
    return str(world.put_photo(door, SELFIE, photo_id=str(ids.uuid7())).json()["id"])


def cheer(door: Door, miss: dict[str, Any], **said: Any) -> Any:
    return door.put(f"/misses/{miss['id']}/answer", {"kind": "cheer"} | said)


def face(circle: Circle, door: Door, miss: dict[str, Any]) -> Any:
    return door.get(f"/misses/{miss['id']}/faces/{circle.people['Ben'].id}/320")


@pytest.mark.sqlite
def test_a_cheer_with_ones_face_alone(circle: Circle) -> None:
    miss = circle.miss_a_day()
    photo = picture(circle.ben)
    answer = cheer(circle.ben, miss, photo=photo)
    assert answer.json() == {"kind": "cheer", "preset": None, "words": "", "picture": photo}
    assert cheer(circle.ben, miss, photo=photo).status_code == 200, "a resend"
    circle.settle()
    (own,) = circle.item()["miss"]["cheers"]
    assert (own["preset"], own["picture"]) == (None, photo)
    (told,) = [one for one in circle.ana.get("/notices").json()["items"] if one["kind"] == "cheer"]
    assert (told["text"], told["picture"], told["miss"]) == ("Ben sends you their face.", photo, miss["id"])
    assert circle.face("Ben")["miss_answer"]["picture"] == photo
    for door in (circle.ana, circle.ben):
        assert face(circle, door, miss)["Content-Type"] == "image/webp"
    assert face(circle, circle.cleo, miss).status_code == 404


def test_a_preset_may_come_with_it_and_letting_go_takes_the_picture_along(circle: Circle) -> None:
    miss = circle.miss_a_day()
    assert cheer(circle.ben, miss, preset="hug", photo=picture(circle.ben)).status_code == 200
    assert circle.ben.put(f"/misses/{miss['id']}/answer", {"kind": "let_go"}).status_code == 200
    assert face(circle, circle.ana, miss).status_code == 404
    assert Photo.objects.count() == 0


@pytest.mark.parametrize("who", ["ana", "ben"])
def test_either_deletes_it_and_the_cheer_stays(circle: Circle, who: str) -> None:
    miss = circle.miss_a_day()
    cheer(circle.ben, miss, photo=picture(circle.ben))
    address = f"/misses/{miss['id']}/faces/{circle.people['Ben'].id}"
    assert circle.cleo.delete(address).status_code == 404
    assert getattr(circle, who).delete(address).status_code == 204
    assert Photo.objects.count() == 0
    assert circle.item()["miss"]["cheers"][0]["picture"] is None


@pytest.mark.parametrize("end", ["seat ended", "blocked", "rested"])
def test_it_is_gone_with_whoever_may_see_the_miss(circle: Circle, end: str) -> None:
    miss = circle.miss_a_day()
    cheer(circle.ben, miss, photo=picture(circle.ben))
    if end == "seat ended":
        world.end_seat(circle.ana, circle.people["Ben"].id, circle.habit)
    elif end == "blocked":
        circle.ana.put(f"/blocks/{circle.people['Ben'].id}")
    else:
        world.rest(circle.ana, circle.today - DAY, circle.today)
        circle.settle()
        assert Photo.objects.count() == 0
    for door in (circle.ana, circle.ben):
        assert face(circle, door, miss).status_code == 404


def test_a_picture_shows_one_thing_and_is_ones_own(circle: Circle) -> None:
    miss = circle.miss_a_day()
    for photo in (picture(circle.ana), str(ids.uuid7())):
        assert world.refusal(cheer(circle.ben, miss, photo=photo)) == (422, "photo_missing")
    used = world.answer_with_face(circle.ben, circle.habit, circle.today - 2 * DAY, SELFIE)
    assert world.refusal(cheer(circle.ben, miss, photo=used)) == (409, "photo_conflict")
    assert not MissAnswer.objects.exists()


@pytest.mark.parametrize(
    "said", [{}, {"words": WORDS}, {"preset": "", "photo": None}, {"kind": "let_go", "words": "x"}]
)
def test_a_cheer_is_a_preset_or_a_face(circle: Circle, said: dict[str, Any]) -> None:
    miss = circle.miss_a_day()
    assert world.refusal(cheer(circle.ben, miss, **said)) == (400, "invalid")
    assert not MissAnswer.objects.exists()


def test_grown_ups_send_no_face_and_no_words_to_somebody_who_may_be_under_18(circle: Circle) -> None:
    world.let_write(circle.ana, circle.people["Ben"].id)
    miss = circle.miss_a_day()
    for name, year in (("Ana", 2009), ("Ben", 1990)):
        Person.objects.filter(pk=circle.people[name].pk).update(birth_year=year)
    assert world.refusal(cheer(circle.ben, miss, photo=picture(circle.ben))) == (422, "presets_only")
    assert world.refusal(cheer(circle.ben, miss, preset="hug", words=WORDS)) == (409, "own_words_closed")
    assert circle.ben.get("/rounds").json()["misses"][0]["own_words"] is False
    assert cheer(circle.ben, miss, preset="hug").status_code == 200


def test_words_come_from_whom_the_owner_named_and_nobody_else(circle: Circle) -> None:
    miss = circle.miss_a_day()
    assert world.refusal(cheer(circle.ben, miss, preset="hug", words=WORDS)) == (409, "own_words_closed")
    world.let_write(circle.ana, circle.people["Ben"].id)
    assert circle.ben.get("/rounds").json()["misses"][0]["own_words"] is True
    assert cheer(circle.ben, miss, preset="hug", words=WORDS).status_code == 200
    circle.settle()
    assert circle.item()["miss"]["cheers"][0]["words"] == WORDS
    (told,) = [one for one in circle.ana.get("/notices").json()["items"] if one["kind"] == "cheer"]
    assert (told["text"], told["words"]) == ("Ben sends you a hug.", WORDS), "no words of theirs on a lock screen"
    for text in ("x" * 141, "http://evil.example", "a\u0000"):
        assert world.refusal(cheer(circle.ben, miss, preset="hug", words=text)) == (400, "invalid")
    assert WORDS not in "".join(notices(circle.ana))


def test_the_pictures_of_a_departed_owner_go(circle: Circle) -> None:
    miss = circle.miss_a_day()
    cheer(circle.ben, miss, photo=picture(circle.ben))
    assert forget_faces(circle.people["Ana"].id) == 1
    assert forget_faces(circle.people["Ana"].id) == 0
    assert Photo.objects.count() == 0
