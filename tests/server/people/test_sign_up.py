"""Who gets in: with an invite, old enough, and having said yes to the terms."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command

from server.people.models import Arrival, Person, TermsAcceptance
from server.people.services.standing import set_standing
from server.people.tasks import settle_due_arrivals
from shared import limits
from tests.server.people.at_the_door import FAY, Phone, code_mailed_to, invite_of, letters_to, pending, sign_up, why
from tests.server.threads import all_at_once

pytestmark = pytest.mark.django_db
GUS = "gus@example.org"
DAY = timedelta(days=1)


@pytest.fixture
def phone():
    return Phone()


def assert_nothing_was_made(address=FAY):
    assert not Person.objects.filter(email=address).exists()
    assert not letters_to(address)


@pytest.mark.sqlite
def test_the_operators_invite_opens_the_door_for_one(phone):
    said = StringIO()
    call_command("invite", stdout=said)
    link, code = (line.split(": ")[1] for line in said.getvalue().splitlines()[:2])
    assert link.endswith(f"/i/{code}")
    assert pending(phone.knock(code=code)) == ["verify_email"]
    assert phone.prove().status_code == 200
    me = phone.get("/me").json()
    assert (me["email"], me["waiting"], me["terms_to_accept"]) == (FAY, None, None)
    assert why(Phone().knock(GUS, code)) == (400, ["invite_expired"])
    assert_nothing_was_made(GUS)


def test_an_operators_invite_makes_nobody_a_friend_of_nobody(door, ana):
    code = invite_of(None)
    assert door(ana).get(f"/invites/{code}/preview").status_code == 404
    assert door(ana).post(f"/invites/{code}/accept").status_code == 404


def test_a_code_that_is_taken_ended_withdrawn_unknown_or_missing_is_refused_alike(door, ana, ben, time):
    ended = invite_of(ana)
    time.advance(7 * DAY)
    taken, of_a_suspended, made = invite_of(ana), invite_of(ben), door(ana).post("/invites").json()
    gus = Phone()
    gus.knock(GUS, taken)
    gus.prove(GUS)
    door(ana).delete(f"/invites/{made['id']}")
    set_standing(person=ben, active=False, now=time.instant)
    refused = [Phone().knock(FAY, code) for code in (taken, ended, made["token"], of_a_suspended, "unknown")]
    time.advance(limits.CODES_PER_ADDRESS.within)
    refused.append(Phone().knock(FAY, ""))
    assert [why(answer) for answer in refused] == [(400, ["invite_expired"])] * len(refused)
    assert len({answer.content for answer in refused}) == 1
    assert_nothing_was_made()


def test_what_the_door_answers_never_tells_whose_address_it_is(ana):
    good = invite_of(ana)
    for code in (good, "unknown", ""):
        known, new = (Phone().knock(address, code).json() for address in ("ana@example.org", FAY))
        for answer in (known, new):
            answer.get("meta", {}).pop("session_token", None)
        assert known == new
    # Nor does trying the same code with one address tell whether another used it up.
    assert Phone().knock("ben@example.org", good).status_code == 401


def test_a_slip_of_the_finger_costs_nobody_their_invite(phone):
    code = invite_of(None)
    phone.knock("fya@example.org", code)
    phone = Phone()
    phone.knock(FAY, code)
    assert phone.prove().status_code == 200


def test_whoever_proves_an_address_first_has_the_invite_and_of_the_other_nothing_stays():
    code, first, second = invite_of(None), Phone(), Phone()
    first.knock(FAY, code)
    second.knock(GUS, code)
    assert second.prove(GUS).status_code == 200
    assert why(first.prove(FAY)) == (400, ["invite_expired"])
    assert first.get("/me").status_code == 401
    assert [person.email for person in Person.objects.all()] == [GUS]


@pytest.mark.django_db(transaction=True)
def test_two_with_one_code_at_the_same_moment_make_exactly_one_account():
    code, phones = invite_of(None), {FAY: Phone(), GUS: Phone()}
    all_at_once([lambda address=address, phone=phone: phone.knock(address, code) for address, phone in phones.items()])
    answers = all_at_once(
        [lambda address=address, phone=phone: phone.prove(address).status_code for address, phone in phones.items()]
    )
    assert sorted(answers) == [200, 400]
    assert Person.objects.count() == Arrival.objects.count() == 1
    assert Person.objects.get().email in phones


def test_a_code_in_the_mail_may_outlast_its_invite(phone, time):
    code = invite_of(None)
    time.advance(7 * DAY - timedelta(minutes=1))
    phone.knock(code=code)
    time.advance(timedelta(minutes=5))
    assert phone.prove().status_code == 200


def test_an_address_nobody_proves_is_forgotten_after_a_day(phone, time):
    phone.knock(code=invite_of(None))
    time.advance(DAY - timedelta(seconds=1))
    settle_due_arrivals()
    assert Person.objects.filter(email=FAY).exists()
    time.advance(timedelta(seconds=1))
    settle_due_arrivals()
    settle_due_arrivals()
    assert not Person.objects.exists()
    assert phone.call("post", "/auth/email/verify", {"key": "ABCDEF"}).status_code in (400, 409)


def test_whoever_starts_over_is_held_to_what_they_said_last(phone):
    code = invite_of(None)
    phone.knock(code=code, birth_year=2000)
    again = Phone()
    again.knock(code=code, birth_year=2004)
    again.call("post", "/auth/code/request", {"email": FAY})
    assert again.call("post", "/auth/code/confirm", {"code": code_mailed_to(FAY)}).status_code == 200
    assert Person.objects.get().birth_year == 2004


@pytest.mark.sqlite
@pytest.mark.parametrize(
    ("birth_year", "answer"),
    [(2010, (401, [])), (2011, (400, ["too_young"])), (2026, (400, ["too_young"])), (2027, (400, ["invalid"])),
     (1905, (400, ["invalid"])), (None, (400, ["required"])), ("x", (400, ["invalid"])), (10**9, (400, ["max_value"]))],
)  # fmt: skip
def test_one_must_be_sixteen(phone, birth_year, answer):
    asked = phone.knock(code=invite_of(None), birth_year=birth_year)
    assert (asked.status_code, [error["code"] for error in asked.json().get("errors", [])]) == answer
    assert Person.objects.exists() is (asked.status_code == 401)


@pytest.mark.parametrize("terms", [0, 2, None, "yes"])
def test_one_must_say_yes_to_the_terms_in_force(phone, terms):
    assert phone.knock(code=invite_of(None), terms=terms).status_code == 400
    assert_nothing_was_made()


def test_what_was_accepted_is_kept_with_its_instant(phone, time):
    sign_up(phone)
    (kept,) = TermsAcceptance.objects.all()
    assert (kept.person.email, kept.version, kept.accepted_at) == (FAY, 1, time.instant)


def test_where_sign_up_is_open_no_code_is_needed_and_a_wrong_one_still_refused(phone, settings):
    settings.OPEN_SIGN_UP = True
    assert phone.knock().status_code == 401
    assert phone.prove().status_code == 200
    assert phone.get("/me").json()["waiting"] is None
    assert phone.api("post", "/invites").status_code == 201
    assert why(Phone().knock(GUS, "unknown")) == (400, ["invite_expired"])
