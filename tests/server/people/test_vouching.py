"""The inviter says whether somebody who signed up with their link is who they meant."""

from datetime import timedelta

import pytest
from django.core import mail

from server.people.models import Friendship, Person, Session
from server.people.tasks import settle_due_arrivals
from shared import limits
from tests.server.cast import arrive, relay_all
from tests.server.people.at_the_door import FAY, Phone, invite_of, letters_to, pending, sign_up, signed_in
from tests.server.threads import all_at_once

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def fay(ana):
    """Fay, who came in with Ana's link and said her name."""
    phone = Phone()
    sign_up(phone, by=ana)
    phone.api("patch", "/me", {"name": "Fay"})
    relay_all()
    return phone


def the_fay():
    return Person.objects.get(email=FAY)


def asked(door):
    return [one["name"] for one in door.get("/arrivals").json()["items"]]


def told(door):
    return [notice["text"] for notice in door.get("/notices").json()["items"]]


def answer(door, said):
    return door.put(f"/arrivals/{the_fay().id}", {"answer": said})


@pytest.mark.sqlite
def test_the_inviter_is_asked_and_yes_makes_friends(door, ana, fay):
    anas = door(ana)
    assert (asked(anas), told(anas)) == (["Fay"], ["Fay used your invitation. Is it them?"])
    assert anas.get("/friends").json()["items"] == []
    waiting = fay.get("/me").json()["waiting"]
    assert (waiting["inviter"]["name"], waiting["until"]) == ("Ana", "2026-03-09T09:00:00Z")
    before = fay.get("/me").json()["seq"]
    assert answer(anas, "yes").status_code == 204
    assert (asked(anas), told(anas)) == ([], []), "what is answered is no longer asked"
    assert [friend["name"] for friend in fay.get("/friends").json()["items"]] == ["Ana"]
    assert fay.get("/changes?after=" + str(before)).json()["me"]["waiting"] is None


def test_nobody_is_asked_about_somebody_without_a_name(door, ana):
    phone = Phone()
    sign_up(phone, by=ana)
    relay_all()
    assert (asked(door(ana)), told(door(ana))) == ([], [])


def test_until_then_kith_is_theirs_alone(door, ana, ben, fay):
    promised = fay.api(
        "put", "/habits/01890000-0000-7000-8000-000000000000",
        {"title": "Run", "icon": "run", "schedule": {"frequency": "daily", "measure": "tick"}},
    )  # fmt: skip
    assert promised.status_code == 201
    assert fay.api("post", "/invites").json()["code"] == "not_confirmed_yet"
    answer(door(ana), "yes")
    assert fay.api("post", "/invites").status_code == 201


def test_the_same_link_once_more_says_that_it_waits(fay, ana, time):
    code = invite_of(ana)
    gus = Phone()
    gus.knock("gus@example.org", code)
    gus.prove("gus@example.org")
    for way in (("get", "preview"), ("post", "accept")):
        assert gus.api(way[0], f"/invites/{code}/{way[1]}").json()["code"] == "not_confirmed_yet"
    assert fay.api("post", f"/invites/{code}/accept").json()["code"] == "invite_expired"


@pytest.mark.sqlite
def test_no_ends_it_silently_and_closes_what_nobody_admitted(door, ana, fay):
    letters = len(mail.outbox)
    assert answer(door(ana), "no").status_code == 204
    relay_all()
    assert fay.get("/me").status_code == 401
    assert not Friendship.objects.exists()
    assert not Session.objects.filter(person=the_fay()).exists()
    assert (the_fay().is_active, asked(door(ana)), len(mail.outbox)) == (False, [], letters)


def test_an_answer_can_be_sent_again_but_not_changed(door, ana, ben, fay):
    assert [answer(door(ana), "yes").status_code for _ in range(2)] == [204, 204]
    assert answer(door(ana), "no").json()["code"] == "conflict"
    gus = Phone()
    sign_up(gus, "gus@example.org", by=ben)
    path = f"/arrivals/{Person.objects.get(email='gus@example.org').id}"
    assert [door(ben).put(path, {"answer": said}).status_code for said in ("no", "no", "yes")] == [204, 204, 409]


def test_only_the_inviter_answers_and_others_find_nobody(door, ana, ben, fay, befriend):
    befriend(ana, ben)
    for other in (ben, arrive("Dan")):
        assert answer(door(other), "yes").status_code == 404
        assert asked(door(other)) == []
    assert door(ana).put(f"/arrivals/{ben.id}", {"answer": "no"}).status_code == 404
    assert fay.api("put", f"/arrivals/{the_fay().id}", {"answer": "yes"}).status_code == 404
    assert answer(door(ana), "perhaps").status_code == 400


def test_whoever_blocks_a_newcomer_is_not_asked_about_them(door, ana, fay):
    door(ana).put(f"/blocks/{the_fay().id}")
    assert asked(door(ana)) == []
    assert answer(door(ana), "yes").status_code == 404


def test_a_week_without_a_word_is_spoken_of_first_and_then_ends_gently(door, ana, fay, time):
    time.advance(5 * DAY - timedelta(seconds=1))
    settle_due_arrivals()
    assert not any("yet to say" in letter.subject for letter in mail.outbox)
    time.advance(timedelta(seconds=1))
    settle_due_arrivals()
    settle_due_arrivals()
    (letter,) = [letter for letter in letters_to(FAY) if "yet to say" in letter.subject]
    assert "Ana has yet to say that it's you" in letter.subject
    assert "9 March 2026" in letter.body
    time.advance(2 * DAY - timedelta(seconds=1))
    settle_due_arrivals()
    assert fay.get("/me").status_code == 200
    time.advance(timedelta(seconds=1))
    settle_due_arrivals()
    settle_due_arrivals()
    assert (fay.get("/me").status_code, asked(door(ana))) == (401, [])
    assert [letter.subject for letter in letters_to(FAY)][-1] == "Your account on Kith is closed for now"
    assert answer(door(ana), "yes").json()["code"] == "conflict"


def test_a_mail_server_that_is_away_delays_the_letter_not_the_end(ana, fay, time, settings):
    settings.EMAIL_BACKEND = "tests.server.people.no_mail.NoMail"
    time.advance(5 * DAY)
    settle_due_arrivals()
    time.advance(2 * DAY)
    settle_due_arrivals()
    assert the_fay().is_active is False


def test_whoever_was_closed_comes_back_with_another_invite_and_finds_everything(door, ana, ben, fay, time):
    answer(door(ana), "no")
    closed = the_fay().id
    assert pending(Phone().call("post", "/auth/code/request", {"email": FAY})) == ["login_by_code"]
    codes = len(letters_to(FAY))
    Phone().knock(FAY, invite_of(ben))
    time.advance(timedelta(minutes=5))
    back = signed_in(FAY)
    assert len(letters_to(FAY)) > codes
    assert back.get("/me").json()["id"] == str(closed)
    relay_all()
    assert asked(door(ben)) == ["Fay"]
    assert told(door(ben)) == ["Fay used your invitation. Is it them?"]


def test_a_try_to_come_back_that_is_not_proven_leaves_it_closed_and_whole(door, ana, ben, fay, time):
    answer(door(ana), "no")
    Phone().knock(FAY, invite_of(ben))
    time.advance(DAY)
    settle_due_arrivals()
    assert (the_fay().is_active, the_fay().name) == (False, "Fay")


def test_somebody_with_another_friend_here_stays(door, ana, ben, fay):
    assert fay.api("post", f"/invites/{invite_of(ben)}/accept").status_code == 200
    answer(door(ana), "no")
    assert [friend["name"] for friend in fay.get("/friends").json()["items"]] == ["Ben"]
    assert fay.api("post", "/invites").status_code == 201


def test_where_sign_up_is_open_a_no_closes_nothing(door, ana, fay, settings):
    settings.OPEN_SIGN_UP = True
    answer(door(ana), "no")
    assert fay.get("/me").json()["waiting"] is None


def test_a_full_circle_can_say_yes_later(door, ana, fay):
    crowd = Person.objects.bulk_create(Person(email=f"{n}@example.org") for n in range(limits.FRIENDS_MAX))
    Friendship.objects.bulk_create(Friendship(person=ana, friend=other) for other in crowd)
    assert answer(door(ana), "yes").json()["code"] == "too_many_friends"
    door(ana).delete(f"/friends/{crowd[0].id}")
    assert answer(door(ana), "yes").status_code == 204


@pytest.mark.django_db(transaction=True)
def test_yes_and_no_at_the_same_moment_leave_one_of_them(door, ana, fay):
    doors = [door(ana), door(ana)]
    answers = all_at_once([lambda: answer(doors[0], "yes").status_code, lambda: answer(doors[1], "no").status_code])
    assert sorted(answers) == [204, 409]
    assert the_fay().is_active is Friendship.objects.filter(person=ana).exists()
