"""What stands beside a day: the owner's choice, and for each viewer only what they may see at that moment."""

from datetime import timedelta
from typing import Any

import pytest

from server.beside.models import Anchor
from server.habits.services.hiding import hide_check_in
from server.media.models import Photo
from shared import clock, ids, limits
from tests.server import world
from tests.server.beside.conftest import Leos, picture
from tests.server.cast import Door
from tests.server.circle import Circle

LARGE = 1080


def put(circle: Circle, **said: Any) -> Any:
    return circle.ana.put(f"/habits/{circle.habit}/anchor", said)


def stands(circle: Circle, **said: Any) -> dict[str, Any] | None:
    answer = put(circle, **said)
    assert answer.status_code == 200, answer.content
    anchor = answer.json()["anchor"]
    assert circle.item()["anchor"] == anchor, "today says the same"
    return anchor  # type: ignore[no-any-return]


def seen_by(door: Door, circle: Circle) -> dict[str, Any] | None:
    """The anchor on Ana's newest card in this friend's feed."""
    cards = [card for card in door.get("/feed").json()["items"] if card["habit"]["id"] == circle.habit]
    return cards[0]["anchor"]  # type: ignore[no-any-return]


def bytes_of(door: Door, circle: Circle, n: int = 0) -> int:
    return int(door.get(f"/habits/{circle.habit}/anchor/{n}/{LARGE}").status_code)


def test_at_first_day_one_stands_there(circle: Circle) -> None:
    assert circle.item()["anchor"] is None
    assert seen_by(circle.ben, circle) is None
    assert bytes_of(circle.ana, circle) == 404


@pytest.mark.sqlite
def test_a_picture_of_mine_is_seen_by_whoever_sees_my_days(circle: Circle) -> None:
    anchor = stands(circle, kind="picture", photos=[picture(circle.ana)])
    assert anchor is not None
    assert (anchor["kind"], anchor["frames"], anchor["person"], anchor["habit"]) == ("picture", 1, None, None)
    for door in (circle.ben, circle.cleo):
        assert seen_by(door, circle) == anchor
    photo = circle.ben.get(f"/habits/{circle.habit}/anchor/0/{LARGE}")
    assert (photo.status_code, photo["Content-Type"]) == (200, "image/webp")
    again = circle.ben.get(f"/habits/{circle.habit}/anchor/0/{LARGE}", If_None_Match=photo["ETag"])
    assert again.status_code == 304
    world.end_seat(circle.ana, circle.people["Ben"].id, circle.habit)
    assert (bytes_of(circle.ben, circle), bytes_of(circle.cleo, circle)) == (404, 200)


def test_several_pictures_are_a_clip_in_their_order(circle: Circle) -> None:
    photos = [picture(circle.ana) for _ in range(3)]
    anchor = stands(circle, kind="picture", photos=photos)
    assert anchor is not None
    assert anchor["frames"] == 3
    assert [bytes_of(circle.cleo, circle, n) for n in range(4)] == [200, 200, 200, 404]
    turned = stands(circle, kind="picture", photos=photos[::-1])
    assert turned is not None
    assert turned["version"] != anchor["version"]
    assert stands(circle, kind="picture", photos=photos[::-1]) == turned, "the same again is done"


def test_so_many_frames_and_no_more(circle: Circle) -> None:
    photos = [str(ids.uuid7()) for _ in range(limits.ANCHOR_FRAMES_MAX + 1)]
    for wrong in (photos, []):
        assert world.refusal(put(circle, kind="picture", photos=wrong)) == (400, "invalid")
    assert world.refusal(put(circle, kind="crowd")) == (400, "invalid")
    assert circle.item()["anchor"] is None


def test_pictures_go_when_another_choice_is_made(circle: Circle) -> None:
    kept, gone = picture(circle.ana), picture(circle.ana)
    stands(circle, kind="picture", photos=[kept, gone])
    stands(circle, kind="picture", photos=[kept])
    assert Photo.objects.filter(id=kept).exists()
    assert not Photo.objects.filter(id=gone).exists()
    assert stands(circle, kind="day_one") is None
    assert not Photo.objects.filter(id=kept).exists()
    assert bytes_of(circle.ana, circle) == 404


def test_a_picture_that_is_on_a_day_stays_there(circle: Circle) -> None:
    chosen = picture(circle.ana)
    stands(circle, kind="picture", photos=[chosen])
    circle.wake()
    circle.post(photos=[chosen])
    stands(circle, kind="day_one")
    assert circle.ana.get(f"{circle.day()}/photos/1/{LARGE}").status_code == 200


def test_only_a_picture_of_mine_that_shows_nothing_else(circle: Circle) -> None:
    on_a_day = circle.item()["check_in"]["photos"][0]["photo"]
    assert world.refusal(put(circle, kind="picture", photos=[on_a_day])) == (409, "photo_conflict")
    for missing in (picture(circle.ben), str(ids.uuid7())):
        assert world.refusal(put(circle, kind="picture", photos=[missing])) == (422, "photo_missing")


@pytest.mark.sqlite
def test_yesterday_is_the_latest_photo_before(circle: Circle) -> None:
    assert stands(circle, kind="yesterday") is None, "there is none yet"
    first = circle.today
    circle.wake(2)
    circle.post(photos=[picture(circle.ana)])
    anchor = circle.item()["anchor"]
    assert (anchor["kind"], anchor["date"], anchor["n"], anchor["day_number"]) == ("yesterday", str(first), 1, 1)
    assert seen_by(circle.ben, circle) == anchor
    assert bytes_of(circle.cleo, circle) == 200
    circle.wake()
    assert circle.item()["anchor"]["date"] == str(circle.today - timedelta(days=1))
    assert seen_by(circle.ben, circle)["date"] == str(first), "a card keeps the day before its own"  # type: ignore[index]


def test_a_friends_check_in_is_seen_by_whoever_sees_that_check_in(circle: Circle, leo: Leos) -> None:
    anchor = stands(circle, **leo.check_in)
    assert anchor is not None
    named = (anchor["person"]["name"], anchor["habit"], anchor["title"], anchor["date"], anchor["day_number"])
    assert named == ("Leo", leo.habit, "Morning run", leo.day, 1)
    assert (bytes_of(circle.ana, circle), bytes_of(circle.ben, circle)) == (200, 404)
    assert seen_by(circle.ben, circle) is None, "Ben doesn't know Leo"
    cleos = circle.people["Cleo"]
    befriend_and_seat(leo, circle.cleo, cleos, circle)
    assert seen_by(circle.cleo, circle) == anchor
    assert bytes_of(circle.cleo, circle) == 200


def befriend_and_seat(leo: Leos, door: Door, person: Any, circle: Circle) -> None:
    token = leo.door.post("/invites").json()["token"]
    assert door.post(f"/invites/{token}/accept").status_code == 200
    world.take_seat(leo.door, door, person.id, leo.habit, "gallery")


def _leave(circle: Circle, leo: Leos) -> None:
    assert circle.ana.delete(f"/habits/{leo.habit}/seat").status_code == 204


def _end(circle: Circle, leo: Leos) -> None:
    world.end_seat(leo.door, circle.people["Ana"].id, leo.habit)


def _unfriend(circle: Circle, leo: Leos) -> None:
    assert leo.door.delete(f"/friends/{circle.people['Ana'].id}").status_code == 204


def _block(circle: Circle, leo: Leos) -> None:
    assert leo.door.put(f"/blocks/{circle.people['Ana'].id}").status_code == 204


def _restrict(circle: Circle, leo: Leos) -> None:
    far = {"muted": False, "restricted": True}
    assert leo.door.put(f"/friends/{circle.people['Ana'].id}/distance", far).status_code < 300


def _mute(circle: Circle, leo: Leos) -> None:
    far = {"muted": True, "restricted": False}
    assert circle.ana.put(f"/friends/{leo.id}/distance", far).status_code < 300


def _undo(circle: Circle, leo: Leos) -> None:
    assert world.undo(leo.door, leo.habit, leo.day).status_code == 200


def _hide(circle: Circle, leo: Leos) -> None:
    check_in = leo.door.get(f"/habits/{leo.habit}/days/{leo.day}").json()["id"]
    assert hide_check_in(check_in, hidden=True, now=clock.now())


def _archive(circle: Circle, leo: Leos) -> None:
    assert leo.door.delete(f"/habits/{leo.habit}").status_code == 204


def _remove_photo(circle: Circle, leo: Leos) -> None:
    assert leo.door.delete(f"/habits/{leo.habit}/days/{leo.day}/photos/1").status_code == 200


def _turn_sensitive(circle: Circle, leo: Leos) -> None:
    assert circle.ana.patch(f"/habits/{circle.habit}", {"sensitive": True}).status_code == 200


ENDINGS = [_leave, _end, _unfriend, _block, _restrict, _undo, _hide, _archive, _remove_photo, _turn_sensitive]


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_ending_reads_like_day_one(circle: Circle, leo: Leos, ending: Any) -> None:
    befriend_and_seat(leo, circle.cleo, circle.people["Cleo"], circle)
    stands(circle, **leo.check_in)
    assert seen_by(circle.cleo, circle) is not None
    ending(circle, leo)
    circle.settle()
    assert circle.item()["anchor"] is None
    assert bytes_of(circle.ana, circle) == 404
    assert seen_by(circle.cleo, circle) is None, "what doesn't stand for Ana stands for nobody"
    assert bytes_of(circle.cleo, circle) == 404


def test_whom_i_mute_does_not_come_up_beside_mine_and_nobody_can_tell(circle: Circle, leo: Leos) -> None:
    befriend_and_seat(leo, circle.cleo, circle.people["Cleo"], circle)
    anchor = stands(circle, **leo.check_in)
    _mute(circle, leo)
    assert circle.item()["anchor"] is None
    assert bytes_of(circle.ana, circle) == 404
    assert seen_by(circle.cleo, circle) == anchor
    assert bytes_of(circle.cleo, circle) == 200


def test_lifted_it_stands_there_once_more(circle: Circle, leo: Leos) -> None:
    anchor = stands(circle, **leo.check_in)
    _restrict(circle, leo)
    near = {"muted": False, "restricted": False}
    assert circle.item()["anchor"] is None
    assert leo.door.put(f"/friends/{circle.people['Ana'].id}/distance", near).status_code < 300
    assert circle.item()["anchor"] == anchor


def test_making_friends_anew_restores_nothing(circle: Circle, leo: Leos) -> None:
    stands(circle, **leo.check_in)
    _unfriend(circle, leo)
    circle.settle()
    circle.time.advance(timedelta(hours=1))
    befriend_and_seat(leo, circle.ana, circle.people["Ana"], circle)
    assert circle.item()["anchor"] is None
    assert stands(circle, **leo.check_in) is not None


def test_beside_a_sensitive_habit_only_pictures_of_mine(circle: Circle, leo: Leos) -> None:
    _turn_sensitive(circle, leo)
    assert world.refusal(put(circle, **leo.check_in)) == (422, "own_anchors_only")
    own = stands(circle, kind="check_in", habit=circle.habit, date=str(circle.today))
    assert own is not None
    assert own["person"]["name"] == "Ana"


def test_a_check_in_i_may_not_see_is_not_found(circle: Circle, leo: Leos) -> None:
    for door in (circle.ben, circle.cleo):
        habit = world.promise(door)["id"]
        assert world.refusal(door.put(f"/habits/{habit}/anchor", leo.check_in)) == (404, "not_found")
    never = leo.check_in | {"date": "2020-01-01"}
    assert world.refusal(put(circle, **never)) == (404, "not_found")
    _hide(circle, leo)
    assert world.refusal(put(circle, **leo.check_in)) == (404, "not_found")


def test_only_the_owner_chooses(circle: Circle, leo: Leos) -> None:
    for door in (circle.ben, circle.cleo, leo.door):
        assert world.refusal(door.put(f"/habits/{circle.habit}/anchor", {"kind": "yesterday"})) == (404, "not_found")
    assert not Anchor.objects.exists()
