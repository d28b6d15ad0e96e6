"""What one person may do in a day, at the doors where it is done; the same sent once more costs nothing."""

from datetime import timedelta

import pytest

from server.kernel.allowances import spend
from shared import clock, ids, limits
from tests.server import images, world

pytestmark = pytest.mark.django_db


def leave(few, what, person, rate):
    """So much is left of this person's day."""
    spend(what, person.id, rate=rate, now=clock.now(), cost=rate.amount - few)


def assert_too_many(answer, within):
    assert world.refusal(answer) == (429, "too_many")
    assert 0 < int(answer["Retry-After"]) <= within.total_seconds()


def test_invites(door, ana, time):
    leave(1, "invites", ana, limits.INVITES_PER_DAY)
    assert door(ana).post("/invites").status_code == 201
    assert_too_many(door(ana).post("/invites"), timedelta(days=1))
    time.advance(timedelta(days=1))
    assert door(ana).post("/invites").status_code == 201


def test_photos_by_number(door, ana):
    leave(1, "photos", ana, limits.PHOTOS_PER_DAY)
    photo = str(ids.uuid7())
    assert world.put_photo(door(ana), photo_id=photo).status_code == 200
    assert_too_many(world.put_photo(door(ana)), timedelta(days=1))
    assert world.put_photo(door(ana), photo_id=photo).status_code == 200, "a resend is harmless"


def test_photos_by_bytes_before_a_byte_is_read(door, ana):
    content = images.jpeg()
    leave(len(content), "photo-bytes", ana, limits.PHOTO_BYTES_PER_DAY)
    assert world.put_photo(door(ana), content).status_code == 200
    assert_too_many(world.put_photo(door(ana), content), timedelta(days=1))


def test_a_photo_that_does_not_say_how_long_it_is_counts_as_the_longest(door, ana):
    leave(limits.PHOTO_BYTES_MAX - 1, "photo-bytes", ana, limits.PHOTO_BYTES_PER_DAY)
    assert_too_many(world.put_photo(door(ana), Content_Length=""), timedelta(days=1))


def test_reports(door, ana, ben, befriend):
    befriend(ana, ben)
    leave(1, "reports", ana, limits.REPORTS_PER_DAY)
    said = {"subject": "person", "subject_id": str(ben.id), "reason": "harm", "note": ""}
    first = f"/reports/{ids.uuid7()}"
    assert door(ana).put(first, json=said).status_code == 201
    assert_too_many(door(ana).put(f"/reports/{ids.uuid7()}", json=said), timedelta(days=1))
    assert door(ana).put(first, json=said).status_code == 200, "a resend is harmless"


def test_a_refused_report_costs_nothing(door, ana, dan):
    said = {"subject": "person", "subject_id": str(dan.id), "reason": "harm", "note": ""}
    leave(1, "reports", ana, limits.REPORTS_PER_DAY)
    for _ in range(3):
        assert door(ana).put(f"/reports/{ids.uuid7()}", json=said).status_code == 404


def test_one_persons_day_is_not_anothers(door, ana, ben):
    leave(0, "invites", ana, limits.INVITES_PER_DAY)
    assert door(ben).post("/invites").status_code == 201
