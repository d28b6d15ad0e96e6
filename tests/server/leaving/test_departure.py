"""Leaving: to others somebody is gone at once, and for seven days they may change their mind."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.core import mail

from server.leaving.models import Departure
from server.leaving.tasks import do_due_work
from server.people.models import Friendship, Invite, Person
from server.people.services.standing import set_standing
from shared import clock, ids
from tests.server import cast, world
from tests.server.circle import DAY, Circle, notices
from tests.server.threads import all_at_once
from tests.server.world import refusal

pytestmark = pytest.mark.django_db
WEEK = timedelta(days=7)


def leave(circle: Circle) -> dict:
    answer = circle.ana.put("/departure", json={"leave": True})
    assert answer.status_code == 200, answer.content
    return answer.json()


@pytest.mark.sqlite
def test_whoever_leaves_is_told_until_when_they_may_stay(circle: Circle) -> None:
    assert circle.ana.get("/departure").json() == {
        "leaving": False, "asked_at": None, "ends_at": None, "by_host": False
    }  # fmt: skip
    said = leave(circle)
    assert (said["leaving"], said["ends_at"]) == (True, "2026-03-09T09:01:00Z")
    circle.send()
    until = "Everything you made here will be deleted on 9 March. Until then you can change your mind."
    assert until in notices(circle.ana)
    (letter,) = mail.outbox
    assert letter.to == ["ana@example.org"]
    assert until in letter.body


@pytest.mark.sqlite
def test_leaving_must_be_meant(circle: Circle) -> None:
    for said in ({"leave": False}, {}, {"leave": "maybe"}):
        assert refusal(circle.ana.put("/departure", json=said)) == (400, "invalid")
    assert not Departure.objects.exists()


def test_asking_twice_is_asking_once(circle: Circle) -> None:
    first = leave(circle)
    circle.time.advance(DAY)
    eve = cast.arrive("Eve")
    cast.befriend(eve, circle.people["Ana"])
    assert leave(circle) == first, "a resend moves no deadline"
    assert circle.ana.get("/friends").json()["items"] != [], "and ends nothing that was begun since"


def test_to_others_they_are_gone_in_the_same_moment(circle: Circle) -> None:
    """Nothing is relayed yet: what ends is over before anything that follows from it is done."""
    photo = world.put_photo(circle.ana).json()["id"]
    circle.post(photos=[photo], caption="Here")
    bens = world.promise(circle.ben, title="Chess")["id"]
    world.take_seat(circle.ben, circle.ana, circle.people["Ana"].id, bens)
    invite = circle.ana.post("/invites").json()["token"]
    picture = f"{circle.day()}/photos/1/320"
    assert circle.ben.get(picture).status_code == 200
    leave(circle)
    for door in (circle.ben, circle.cleo):
        assert refusal(door.get(picture)) == (404, "not_found")
        assert refusal(door.get(circle.day())) == (404, "not_found")
        assert door.get("/feed").json()["items"] == []
        assert door.get("/rounds").json() == {"cards": [], "misses": []}
        assert str(circle.people["Ana"].id) not in door.get("/friends").content.decode()
    assert circle.ben.get("/today").json()["habits"][0]["crowd"] == []
    assert refusal(circle.ana.get(f"/habits/{bens}")) == (404, "not_found")
    assert refusal(cast.door_of(cast.arrive("Eve")).post(f"/invites/{invite}/accept")) == (410, "invite_expired")


def test_nobody_is_told_and_nothing_is_missed_meanwhile(circle: Circle) -> None:
    circle.keep(7)
    leave(circle)
    before = notices(circle.ben), notices(circle.cleo)
    for _ in range(5):
        circle.wake()
    circle.send()
    assert (notices(circle.ben), notices(circle.cleo)) == before
    assert circle.item()["resting"] is True
    assert circle.ana.get("/changes").json()["misses"] == []


def test_who_stays_has_everything_they_made_and_asks_friends_anew(circle: Circle) -> None:
    photo = world.put_photo(circle.ana).json()["id"]
    first_day = circle.post(photos=[photo], caption="Here")
    circle.wake()
    leave(circle)
    circle.wake(3)
    assert circle.ana.delete("/departure").status_code == 204
    circle.settle()
    assert circle.ana.get("/departure").json()["leaving"] is False
    assert circle.ana.get(f"/habits/{circle.habit}/days/2026-03-02").json() == first_day
    assert circle.ana.get(f"/habits/{circle.habit}/days/2026-03-02/photos/1/320").status_code == 200
    assert circle.item()["resting"] is False, "today is theirs again"
    assert circle.ana.get("/friends").json()["items"] == []
    assert not [text for text in notices(circle.ana) if "deleted" in text]
    cast.befriend(circle.people["Ana"], circle.people["Ben"])
    assert circle.ben.get(f"/habits/{circle.habit}").status_code == 404, "a seat that ended stays ended"
    circle.time.advance(2 * WEEK)
    do_due_work()
    assert circle.ana.get("/me").status_code == 200


def test_staying_without_having_left_changes_nothing(circle: Circle) -> None:
    for _ in range(2):
        assert circle.ana.delete("/departure").status_code == 204
    assert circle.ana.get("/friends").json()["items"] != []


def test_signing_in_within_the_seven_days_leads_back(circle: Circle) -> None:
    leave(circle)
    circle.time.advance(WEEK - timedelta(minutes=1))
    other_phone = cast.door_of(circle.people["Ana"])
    assert other_phone.get("/departure").json()["leaving"] is True
    assert other_phone.delete("/departure").status_code == 204
    assert circle.ana.get("/departure").json()["leaving"] is False


def test_an_export_can_be_taken_while_leaving(circle: Circle) -> None:
    leave(circle)
    export = ids.uuid7()
    assert circle.ana.put(f"/exports/{export}").status_code == 201
    do_due_work()
    assert circle.ana.get(f"/exports/{export}/file").status_code == 200


def test_once_the_deleting_began_nobody_changes_their_mind(circle: Circle) -> None:
    leave(circle)
    Departure.objects.update(begun_at=clock.now())
    assert refusal(circle.ana.delete("/departure")) == (410, "departed")


def test_a_suspended_person_may_leave_too(circle: Circle) -> None:
    """By the page, which their friendships hear of as well: being suspended only hid them."""
    leave(circle)
    set_standing(person=circle.people["Ana"], active=False, now=clock.now())
    circle.time.advance(WEEK)
    do_due_work()
    circle.time.advance(timedelta(minutes=1))
    do_due_work()
    assert not Person.objects.filter(pk=circle.people["Ana"].pk).exists()


@pytest.mark.django_db(transaction=True)
def test_leaving_staying_and_making_friends_at_once_end_in_one_truth(circle: Circle) -> None:
    eve = cast.arrive("Eve")
    token = cast.door_of(eve).post("/invites").json()["token"]
    ana = circle.people["Ana"]
    doors = [cast.door_of(ana) for _ in range(4)]
    answers = all_at_once([
        lambda: doors[0].put("/departure", json={"leave": True}).status_code,
        lambda: doors[1].put("/departure", json={"leave": True}).status_code,
        lambda: doors[2].delete("/departure").status_code,
        lambda: doors[3].post(f"/invites/{token}/accept").status_code,
    ])  # fmt: skip
    assert set(answers) <= {200, 204}
    cast.relay_all()
    assert Friendship.objects.filter(person=ana).count() == Friendship.objects.filter(friend=ana).count() <= 1
    assert not Invite.objects.filter(inviter=ana, withdrawn_at=None, accepted_at=None).exists()
    rests = circle.ana.get("/changes").json()["rests"]
    running = [UUID(rest["id"]) for rest in rests if rest["last"] is None]
    assert running == list(Departure.objects.values_list("rest_id", flat=True))
