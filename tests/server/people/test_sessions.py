"""Signed-in devices: listed with no more than is needed to know one's own, and ended at once."""

from datetime import timedelta

import pytest
from django.core import mail

from server.people.models import Session
from tests.server.people.at_the_door import FAY, Phone, letters_to, sign_up, signed_in

pytestmark = pytest.mark.django_db
ANA = "ana@example.org"


def listed(phone):
    return phone.get("/sessions").json()["items"]


@pytest.mark.sqlite
def test_people_see_where_they_are_signed_in(ana, time):
    old = signed_in(ANA, "Kith on a Pixel 8")
    time.advance(timedelta(days=3))
    new = signed_in(ANA, "Kith on a laptop")
    here, there = listed(new)
    assert here == {
        "id": here["id"], "device": "Kith on a laptop", "began_at": "2026-03-05T09:00:00Z",
        "used_on": "2026-03-05", "current": True,
    }  # fmt: skip
    assert (there["device"], there["used_on"], there["current"]) == ("Kith on a Pixel 8", "2026-03-02", False)
    old.get("/me")
    assert [one["used_on"] for one in listed(new)] == ["2026-03-05", "2026-03-05"]
    assert not {old.token, new.token} & {one["id"].replace("-", "") for one in listed(new)}


def test_the_day_of_use_costs_one_write_a_day(ana, time, django_assert_num_queries):
    phone = signed_in(ANA)
    for _ in range(2):
        time.advance(timedelta(days=1))
        with django_assert_num_queries(3):
            phone.get("/blocks")
        with django_assert_num_queries(2):
            phone.get("/blocks")


def test_one_session_is_ended_and_its_token_is_worth_nothing_from_then_on(ana):
    lost, held = signed_in(ANA, "lost"), signed_in(ANA, "held")
    assert lost.get("/me").status_code == held.get("/me").status_code == 200
    (gone,) = [one["id"] for one in listed(held) if not one["current"]]
    assert [held.api("delete", f"/sessions/{gone}").status_code for _ in range(2)] == [204, 204]
    assert (lost.get("/me").status_code, held.get("/me").status_code) == (401, 200)
    assert [one["device"] for one in listed(held)] == ["held"]


def test_all_others_are_ended_at_once(ana, ben):
    phones, bens = [signed_in(ANA) for _ in range(3)], signed_in("ben@example.org")
    assert phones[1].api("delete", "/sessions").status_code == 204
    assert [phone.get("/me").status_code for phone in (*phones, bens)] == [401, 200, 401, 200]


def test_ones_own_session_can_be_ended_too(ana):
    phone = signed_in(ANA)
    (here,) = listed(phone)
    assert phone.api("delete", f"/sessions/{here['id']}").status_code == 204
    assert phone.get("/me").status_code == 401


def test_nobody_ends_or_sees_anothers(ana, ben):
    hers, his = signed_in(ANA, "hers"), signed_in("ben@example.org", "his")
    assert [one["device"] for one in listed(his)] == ["his"]
    assert his.api("delete", f"/sessions/{listed(hers)[0]['id']}").status_code == 204
    assert hers.get("/me").status_code == 200


def test_an_expired_session_is_not_listed(ana, time, settings):
    signed_in(ANA, "old")
    time.advance(timedelta(seconds=settings.SESSION_COOKIE_AGE))
    assert [one["device"] for one in listed(signed_in(ANA, "new"))] == ["new"]


def test_a_session_from_before_devices_were_kept_can_be_ended(ana):
    old, new = signed_in(ANA), signed_in(ANA, "new")
    Session.objects.filter(session_key=old.token).update(device="", began_at=None, used_on=None)
    found = [one for one in listed(new) if not one["current"]]
    assert [(one["device"], one["began_at"], one["used_on"]) for one in found] == [("", None, None)]
    new.api("delete", f"/sessions/{found[0]['id']}")
    assert old.get("/me").status_code == 401


@pytest.mark.parametrize(("said", "kept"), [("x" * 400, "x" * 60), ("a\tb\x7fc", "abc"), ("", "")])
def test_what_a_device_calls_itself_is_cut_to_what_can_be_shown(ana, said, kept):
    assert listed(signed_in(ANA, said))[0]["device"] == kept


def test_a_new_sign_in_is_told_by_mail_and_the_first_is_not(ana):
    sign_up(Phone())
    assert not [letter for letter in letters_to(FAY) if letter.subject == "A new sign-in to Kith"]
    signed_in(ANA, "Kith on a Pixel 8")
    assert mail.outbox[-1].to == [ANA]
    assert "“Kith on a Pixel 8”, on 2 March 2026" in mail.outbox[-1].body


def test_a_mail_server_that_is_away_keeps_nobody_out(ana, settings):
    phone = Phone()
    phone.call("post", "/auth/code/request", {"email": ANA})
    code = next(line.strip() for line in mail.outbox[-1].body.splitlines() if line.startswith("    "))
    settings.EMAIL_BACKEND = "tests.server.people.no_mail.NoMail"
    assert phone.call("post", "/auth/code/confirm", {"code": code}).status_code == 200
    assert phone.get("/me").status_code == 200
