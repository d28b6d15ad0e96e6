"""A person's own page."""

import pytest

from server.kernel.models import Fact
from server.people import facts


@pytest.mark.sqlite
def test_people_see_everything_about_themselves(door, ana):
    assert door(ana).get("/me").json() == {
        "id": str(ana.id), "name": "Ana", "email": "ana@example.org", "avatar": ana.avatar,
        "zone": "Europe/Berlin", "day_start": 0,
        "clock": [{"from_instant": "2026-03-02T09:00:00Z", "zone": "Europe/Berlin", "day_start": 0}],
        "grace_minutes": 720, "quiet_from": 1320, "quiet_to": 420,
        "adult": True, "rounds_minute": 1140, "looks_quietly": False, "nudges_a_day": 3, "waiting": None,
        "told_of_beside": False, "language": "", "comes_first": ["unanswered"], "terms_to_accept": None, "seq": 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("name", "Ana María"),
        ("avatar", "a7"),
        ("grace_minutes", 120),
        ("quiet_from", 0),
        ("quiet_to", 1439),
        ("rounds_minute", 0),
        ("rounds_minute", None),
        ("looks_quietly", True),
        ("told_of_beside", True),
        ("language", "de"),
    ],
)
def test_each_thing_can_be_set_alone(door, ana, name, value):
    door(ana).patch("/me", {"avatar": "a0"})
    before = door(ana).get("/me").json()
    answer = door(ana).patch("/me", {name: value})
    assert answer.json() == {**before, name: value, "seq": before["seq"] + 1}
    assert door(ana).get("/me").json() == answer.json()


def test_setting_what_is_set_already_is_no_change(door, ana):
    before = door(ana).get("/me").json()
    assert door(ana).patch("/me", {"name": "Ana", "avatar": before["avatar"]}).json() == before
    assert not Fact.objects.filter(kind=facts.PERSON_CHANGED.name).exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""}, {"name": "   "}, {"name": "x" * 41}, {"name": "a\u0000b"}, {"name": None}, {"name": ["Ana"]},
        {"avatar": "a12"}, {"avatar": "../a1"}, {"avatar": None},
        {"grace_minutes": 119}, {"grace_minutes": 721}, {"grace_minutes": "soon"}, {"grace_minutes": None},
        {"quiet_from": -1}, {"quiet_to": 1440}, {"quiet_from": 10**30},
        {"rounds_minute": 1440}, {"rounds_minute": "19:00"}, {"looks_quietly": "yes"}, {"looks_quietly": None},
        {"language": "tlh"}, {"language": "de-AT"}, {"language": None}, {"language": ["de"]},
    ],
)  # fmt: skip
def test_bad_values_are_refused_by_name_and_nothing_is_stored(door, ana, wrong):
    before = door(ana).get("/me").json()
    answer = door(ana).patch("/me", {"avatar": "a3", **wrong})
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid")
    assert set(answer.json()["fields"]) == set(wrong)
    assert door(ana).get("/me").json() == before


@pytest.mark.parametrize("given", [{"id": "0"}, {"email": "other@example.org"}, {"is_staff": True}, {"seq": 99}])
def test_what_is_not_ones_to_set_stays(door, ana, given):
    before = door(ana).get("/me").json()
    assert door(ana).patch("/me", given).json() == before
    ana.refresh_from_db()
    assert (ana.email, ana.is_staff) == ("ana@example.org", False)


def test_one_never_reads_another(door, ana, ben):
    assert door(ben).get("/me").json()["id"] == str(ben.id)
    assert door(None).get("/me").status_code == 401
