"""Blocking: at once, silently, both ways; taking it back restores nothing."""

from uuid import uuid4

import pytest

from server.kernel.models import Fact
from server.people import facts
from server.people.models import Block
from server.people.selectors import are_friends


@pytest.fixture
def token(door, ana):
    return door(ana).post("/invites").json()["token"]


def test_blocking_ends_the_friendship_at_once_and_both_ways(door, ana, ben, befriend):
    befriend(ana, ben)
    assert door(ana).put(f"/blocks/{ben.id}").status_code == 204
    assert door(ana).get("/friends").json() == door(ben).get("/friends").json() == {"items": []}
    assert Fact.objects.filter(kind=facts.FRIENDSHIP_ENDED.name).count() == 2


def test_only_the_one_who_blocks_sees_it(door, ana, ben):
    door(ana).put(f"/blocks/{ben.id}")
    assert door(ana).get("/blocks").json() == {"items": [{"id": str(ben.id), "name": "Ben", "avatar": ben.avatar}]}
    assert door(ben).get("/blocks").json() == {"items": []}
    assert set(Fact.objects.filter(kind=facts.BLOCKED.name).values_list("person_id", flat=True)) == {ana.id}


def test_blocking_twice_is_one_block(door, ana, ben):
    for _ in range(2):
        assert door(ana).put(f"/blocks/{ben.id}").status_code == 204
    assert Block.objects.count() == 1
    assert Fact.objects.filter(kind=facts.BLOCKED.name).count() == 1


@pytest.mark.parametrize("blocker", ["ana", "ben"])
def test_while_a_block_stands_no_invite_works(door, ana, ben, token, blocker):
    one, other = (ana, ben) if blocker == "ana" else (ben, ana)
    door(one).put(f"/blocks/{other.id}")
    for answer in (door(ben).get(f"/invites/{token}/preview"), door(ben).post(f"/invites/{token}/accept")):
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    assert not are_friends(ana.id, ben.id)


def test_taking_a_block_back_restores_nothing_and_forbids_nothing(door, ana, ben, befriend, token):
    befriend(ana, ben)
    door(ana).put(f"/blocks/{ben.id}")
    for _ in range(2):
        assert door(ana).delete(f"/blocks/{ben.id}").status_code == 204
    assert not are_friends(ana.id, ben.id)
    assert door(ben).post(f"/invites/{token}/accept").status_code == 200
    assert are_friends(ana.id, ben.id)


def test_nobody_takes_back_the_block_of_another(door, ana, ben):
    door(ana).put(f"/blocks/{ben.id}")
    door(ben).delete(f"/blocks/{ana.id}")
    assert Block.objects.count() == 1


def test_oneself_and_nobody_cannot_be_blocked(door, ana):
    for who in (ana.id, uuid4()):
        answer = door(ana).put(f"/blocks/{who}")
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    assert not Block.objects.exists()
