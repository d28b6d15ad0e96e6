"""Photos on a day: a union of devices, with a slot that says why when one can't be shown."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from server.habits.models import CheckInPhoto
from server.kernel.models import Fact
from server.media.models import Photo
from server.people.models import Person
from shared import ids
from shared.clock import StoppedClock
from tests.server import images, world
from tests.server.cast import Door

TODAY = date(2026, 3, 2)
Doors = Callable[[Person | None], Door]


def sent(door: Door, content: bytes | None = None) -> str:
    """A photo that arrived; its id."""
    response = world.put_photo(door, content)
    assert response.status_code == 200, response.content
    return response.json()["id"]


def slots(door: Door, habit: str) -> list[tuple[int, str, str | None]]:
    photos = door.get(f"/habits/{habit}/days/{TODAY}").json()["photos"]
    return [(slot["n"], slot["state"], slot["code"]) for slot in photos]


def changes_told(owner: Person) -> int:
    return Fact.objects.filter(person_id=owner.id, kind="check_in_changed").count()


@pytest.mark.sqlite
def test_a_day_shows_its_photos_in_order(anas: Door, habit: str) -> None:
    first, second = sent(anas), sent(anas, images.png((320, 400)))
    posted = world.check_in(anas, habit, TODAY, photos=[first, second, first]).json()
    assert posted["photos"] == [
        {"n": 1, "photo": first, "state": "ready", "code": None, "width": 640, "height": 480},
        {"n": 2, "photo": second, "state": "ready", "code": None, "width": 320, "height": 400},
    ]


def test_photos_of_two_devices_are_all_kept(anas: Door, habit: str, ana: Person) -> None:
    one, two = sent(anas), sent(anas)
    world.check_in(anas, habit, TODAY, photos=[one])
    both = world.check_in(anas, habit, TODAY, photos=[two])
    assert [slot["photo"] for slot in both.json()["photos"]] == [one, two]
    assert world.check_in(anas, habit, TODAY, photos=[one]).json() == both.json()
    assert changes_told(ana) == 1


def test_two_full_devices_fit_and_no_more(anas: Door, habit: str) -> None:
    for _ in range(3):
        world.check_in(anas, habit, TODAY, photos=[str(ids.uuid7()) for _ in range(4)])
    assert len(slots(anas, habit)) == 8


def test_a_missing_photo_never_holds_back_the_day(anas: Door, habit: str, ana: Person) -> None:
    photo_id = str(ids.uuid7())
    posted = world.check_in(anas, habit, TODAY, photos=[photo_id])
    assert posted.status_code == 201
    assert slots(anas, habit) == [(1, "missing", "photo_missing")]
    world.put_photo(anas, photo_id=photo_id)
    assert slots(anas, habit) == [(1, "ready", None)]
    assert changes_told(ana) == 1
    world.put_photo(anas, photo_id=photo_id)
    assert changes_told(ana) == 1


def test_a_refused_photo_never_holds_back_the_day(anas: Door, habit: str) -> None:
    before, after = str(ids.uuid7()), str(ids.uuid7())
    assert world.put_photo(anas, b"hello", photo_id=before).status_code == 422
    assert world.check_in(anas, habit, TODAY, photos=[before, after]).status_code == 201
    assert slots(anas, habit) == [(1, "refused", "photo_not_an_image"), (2, "missing", "photo_missing")]
    world.put_photo(anas, images.encoded("GIF", (20, 20)), photo_id=after)
    assert slots(anas, habit) == [(1, "refused", "photo_not_an_image"), (2, "refused", "photo_unsupported")]


def test_another_persons_photo_is_as_good_as_missing(anas: Door, habit: str, ben: Person, door: Doors) -> None:
    bens = sent(door(ben))
    world.check_in(anas, habit, TODAY, photos=[bens])
    assert slots(anas, habit) == [(1, "missing", "photo_missing")]
    assert Photo.objects.get().attached_at is None


def test_a_photo_is_deleted_and_stays_deleted(
    anas: Door, habit: str, time: StoppedClock, django_capture_on_commit_callbacks: Any
) -> None:
    kept, gone = sent(anas), sent(anas)
    world.check_in(anas, habit, TODAY, photos=[kept, gone])
    time.advance(timedelta(days=90))
    with django_capture_on_commit_callbacks(execute=True):
        left = anas.delete(f"/habits/{habit}/days/{TODAY}/photos/2")
    assert [slot["photo"] for slot in left.json()["photos"]] == [kept]
    assert not Photo.objects.filter(id=gone).exists()
    assert not list(Path(settings.PHOTO_ROOT).rglob(f"{gone.replace('-', '')}*"))
    assert anas.get(f"/habits/{habit}/days/{TODAY}/photos/2/320").status_code == 404
    assert anas.delete(f"/habits/{habit}/days/{TODAY}/photos/2").status_code == 404


def test_a_resend_does_not_bring_a_deleted_photo_back(anas: Door, habit: str) -> None:
    photo = sent(anas)
    world.check_in(anas, habit, TODAY, photos=[photo])
    anas.delete(f"/habits/{habit}/days/{TODAY}/photos/1")
    world.put_photo(anas, photo_id=photo)
    assert world.check_in(anas, habit, TODAY, photos=[photo]).json()["photos"] == []
    other = sent(anas)
    assert [slot["n"] for slot in world.check_in(anas, habit, TODAY, photos=[other]).json()["photos"]] == [2]


def test_undo_deletes_the_photos_and_a_new_posting_numbers_them_anew(
    anas: Door, habit: str, time: StoppedClock, django_capture_on_commit_callbacks: Any
) -> None:
    photo = sent(anas)
    world.check_in(anas, habit, TODAY, photos=[photo])
    time.advance(timedelta(minutes=5))
    with django_capture_on_commit_callbacks(execute=True):
        assert world.undo(anas, habit, TODAY).json()["photos"] == []
    assert not Photo.objects.exists()
    time.advance(timedelta(minutes=5))
    world.put_photo(anas, photo_id=photo)
    again = world.check_in(anas, habit, TODAY, photos=[photo]).json()["photos"]
    assert [(slot["n"], slot["state"]) for slot in again] == [(2, "ready")]


def test_one_photo_of_two_days_outlives_one_of_them(anas: Door, habit: str) -> None:
    photo, other_habit = sent(anas), world.promise(anas)["id"]
    for one in (habit, other_habit):
        world.check_in(anas, one, TODAY, photos=[photo])
    anas.delete(f"/habits/{habit}/days/{TODAY}/photos/1")
    assert slots(anas, other_habit) == [(1, "ready", None)]
    anas.delete(f"/habits/{other_habit}/days/{TODAY}/photos/1")
    assert not Photo.objects.exists()


def test_a_shown_photo_is_marked_so_that_it_is_never_cleaned_up(anas: Door, habit: str) -> None:
    early, late = sent(anas), str(ids.uuid7())
    world.check_in(anas, habit, TODAY, photos=[early, late])
    world.put_photo(anas, photo_id=late)
    assert not Photo.objects.filter(attached_at=None).exists()
    assert CheckInPhoto.objects.filter(photo=None).count() == 0
