"""After seven days nothing of a person is left, anywhere, and others keep what is theirs."""

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import settings

from server.habits.models import CheckIn
from server.leaving.models import Departure
from server.leaving.services.erasing import CALM, work_on_departures
from server.leaving.tasks import do_due_work
from server.media.models import Photo
from server.moderation.models import Report
from server.people.models import Person
from shared import clock
from tests.server import cast, world
from tests.server.circle import Circle, notices
from tests.server.leaving.killing import killed_at
from tests.server.leaving.life import CANARIES, Life, done
from tests.server.leaving.traces import spellings, stored, traces

pytestmark = pytest.mark.django_db
WEEK = timedelta(days=7)


def leave(circle: Circle) -> None:
    done(circle.ana.put("/departure", json={"leave": True}))
    circle.send()


def carry_out(circle: Circle) -> None:
    """Seven days pass, the doors are shut, and a minute later everything goes."""
    circle.time.advance(WEEK)
    do_due_work()
    circle.time.advance(CALM)
    do_due_work()


def everything_of(life: Life) -> set[str]:
    """Every name Ana has, and the ids of all that is hers."""
    mine = [life.ana.id, *Photo.objects.filter(owner=life.ana).values_list("id", flat=True)]
    mine += [mark for row in CheckIn.objects.filter(owner=life.ana).values_list("id", "habit_id") for mark in row]
    return {spelled for one in mine for spelled in spellings(one)} | set(CANARIES)


def test_nothing_is_left_in_any_table_or_folder(whole_life: Life) -> None:
    names = everything_of(whole_life)
    assert len(traces(names)) > 20, "the search finds what is there"
    assert len(stored(whole_life.photo, whole_life.loose, whole_life.export)) == 5
    leave(whole_life.circle)
    carry_out(whole_life.circle)
    cast.relay_all()
    assert traces(names) == []
    assert stored() == []
    assert not Person.objects.filter(pk=whole_life.ana.pk).exists()


def test_others_keep_their_own(whole_life: Life) -> None:
    bens = whole_life.bens
    day = f"/habits/{whole_life.bens_habit}/days/{whole_life.bens_day}"
    before, seq = bens.get(day).json(), bens.get("/changes").json()["seq"]
    assert "Anabelle-Canary saw you first." in notices(bens)
    leave(whole_life.circle)
    carry_out(whole_life.circle)
    assert bens.get(day).json() == before
    assert "Cleo answered too." in notices(bens), "what was told of others stays"
    assert not [text for text in notices(bens) if "Anabelle" in text]
    changes = bens.get(f"/changes?after={seq}").json()
    assert changes["full"] is False, "a change log has no gaps"
    numbers = sorted(item["day_number"] for item in bens.get("/today").json()["habits"])
    assert numbers == [1, 2, 8], "days are not counted by who looked"
    groups = [bens.get(f"/challenges/{one['id']}").json() for one in bens.get("/challenges").json()["items"]]
    assert {(one["kind"], one["created_by_me"], len(one["members"])) for one in groups} == {
        ("chain", True, 1), ("goal", True, 1),
    }  # fmt: skip
    assert next(one["progress"]["total"] for one in groups if one["kind"] == "goal") == "10", "what she gave stays"
    goal = next(one["id"] for one in groups if one["kind"] == "goal")
    coins = bens.get(f"/challenges/{goal}/coins").json()
    assert (coins["purse"], coins["received"], coins["offers"]) == (2, [], []), "and so do her coins, without a name"


def test_reports_stay_without_whoever_filed_them(whole_life: Life) -> None:
    leave(whole_life.circle)
    carry_out(whole_life.circle)
    (report,) = Report.objects.all()
    assert (report.reporter, report.note, report.subject) == (None, "", "check_in")
    assert CheckIn.objects.get(pk=report.subject_id).owner_id == whole_life.circle.people["Ben"].id


def test_nobody_is_deleted_a_moment_too_early(circle: Circle) -> None:
    circle.post()
    leave(circle)
    circle.time.advance(WEEK - timedelta(seconds=1))
    do_due_work()
    assert circle.ana.get("/me").status_code == 200
    circle.time.advance(timedelta(seconds=1))
    do_due_work()
    assert circle.ana.get("/me").status_code == 401
    assert CheckIn.objects.filter(owner=circle.people["Ana"]).exists(), "what was on its way in has a minute to arrive"


@pytest.mark.sqlite
def test_the_address_may_come_anew_as_somebody_new(circle: Circle) -> None:
    leave(circle)
    carry_out(circle)
    again = cast.arrive("Ana")
    assert again.email == circle.people["Ana"].email
    assert again.id != circle.people["Ana"].id
    assert cast.door_of(again).get("/changes").json()["check_ins"] == []
    assert cast.door_of(again).get("/friends").json()["items"] == []


@pytest.mark.django_db(transaction=True)
def test_killed_at_every_statement_it_still_ends(whole_life: Life) -> None:
    """Each life of the worker is one statement longer than the one before; each finds less to do."""
    names = everything_of(whole_life)
    leave(whole_life.circle)
    whole_life.circle.time.advance(WEEK)
    lives = 0
    while Departure.objects.exists() or Person.objects.filter(pk=whole_life.ana.pk).exists():
        killed_at(lives, lambda: work_on_departures(now=clock.now()))
        whole_life.circle.time.advance(timedelta(minutes=3))
        lives += 1
        assert lives < 400
    assert lives > 20
    assert traces(names) == []
    assert stored() == []


def test_a_broken_departure_keeps_nobody_else_waiting(circle: Circle) -> None:
    """A photo folder that cannot be written to: it is tried again, and done when it can."""
    photo = world.put_photo(circle.ana).json()["id"]
    leave(circle)
    circle.time.advance(WEEK)
    do_due_work()
    circle.time.advance(CALM)
    folder = Path(settings.PHOTO_ROOT) / UUID(photo).hex[-2:]
    moved = folder.rename(folder.with_name("away"))
    folder.write_text("a file where a folder should be")
    do_due_work()
    assert Departure.objects.get().attempts == 1
    folder.unlink()
    moved.rename(folder)
    circle.time.advance(timedelta(hours=1))
    do_due_work()
    assert stored() == []
    assert not Departure.objects.exists()


def test_who_was_met_in_the_last_days_hears_that_it_ended(circle: Circle) -> None:
    """They left, and made a friend all the same: that friendship and its seat end too."""
    leave(circle)
    eve = cast.arrive("Eve")
    cast.befriend(eve, circle.people["Ana"])
    eves = cast.door_of(eve)
    habit = world.promise(eves)["id"]
    world.take_seat(eves, circle.ana, circle.people["Ana"].id, habit)
    carry_out(circle)
    cast.relay_all()
    assert eves.get("/friends").json()["items"] == []
    assert eves.get(f"/habits/{habit}").json()["seats"] == []
