"""Friendship: made by a link that works once, ended by either side, silently and both ways."""

from datetime import timedelta
from uuid import uuid4

import pytest

from server.kernel.models import Fact
from server.people import facts
from server.people.models import Friendship, Invite
from server.people.selectors import are_friends, friend_ids, get_friend
from server.people.services.friendship import make_friends
from shared import limits
from shared.codes import Code, Refused


def opened(door):
    answer = door.post("/invites")
    assert answer.status_code == 201
    return answer.json()


def code(answer):
    return answer.status_code, answer.json()["code"]


def told(kind):
    return sorted(Fact.objects.filter(kind=kind.name).values_list("payload__person", "payload__friend"))


def both(a, b):
    return sorted([(str(a.id), str(b.id)), (str(b.id), str(a.id))])


@pytest.mark.sqlite
def test_an_invite_makes_two_people_friends(door, ana, ben, time):
    invite = opened(door(ana))
    assert invite["url"].endswith(f"/i/{invite['token']}")
    preview = door(ben).get(f"/invites/{invite['token']}/preview").json()
    assert preview["inviter"] == {"id": str(ana.id), "name": "Ana", "avatar": ana.avatar}
    accepted = door(ben).post(f"/invites/{invite['token']}/accept")
    assert accepted.json() == {"friend": preview["inviter"]}
    assert door(ana).get("/friends").json() == {
        "items": [
            {"id": str(ben.id), "name": "Ben", "avatar": ben.avatar, "since": "2026-03-02T09:00:00Z", "muted": False,
             "restricted": False, "own_words": False},
        ]
    }  # fmt: skip
    assert [item["id"] for item in door(ben).get("/friends").json()["items"]] == [str(ana.id)]
    assert told(facts.FRIENDSHIP_MADE) == both(ana, ben)


def test_the_token_is_kept_nowhere(door, ana):
    invite = opened(door(ana))
    kept = Invite.objects.values().get()
    assert invite["token"] not in str(kept)
    assert door(ana).get("/invites").json() == {"items": [{"id": invite["id"], "expires_at": "2026-03-09T09:00:00Z"}]}


def test_accepting_again_changes_nothing(door, ana, ben):
    token = opened(door(ana))["token"]
    first = door(ben).post(f"/invites/{token}/accept")
    again = door(ben).post(f"/invites/{token}/accept")
    assert (again.status_code, again.json()) == (200, first.json())
    assert len(told(facts.FRIENDSHIP_MADE)) == 2


def test_a_used_invite_is_over_for_everybody_else(door, ana, ben, dan):
    token = opened(door(ana))["token"]
    door(ben).post(f"/invites/{token}/accept")
    assert code(door(dan).get(f"/invites/{token}/preview")) == (410, "invite_expired")
    assert code(door(dan).post(f"/invites/{token}/accept")) == (410, "invite_expired")
    assert friend_ids(dan.id) == set()


def test_a_used_invite_does_not_bring_back_an_ended_friendship(door, ana, ben):
    token = opened(door(ana))["token"]
    door(ben).post(f"/invites/{token}/accept")
    door(ana).delete(f"/friends/{ben.id}")
    assert code(door(ben).post(f"/invites/{token}/accept")) == (410, "invite_expired")
    assert not are_friends(ana.id, ben.id)


def test_an_invite_ends_after_a_week_to_the_second(door, ana, ben, dan, time):
    token = opened(door(ana))["token"]
    time.advance(timedelta(days=limits.INVITE_DAYS) - timedelta(seconds=1))
    assert door(ben).get(f"/invites/{token}/preview").status_code == 200
    time.advance(timedelta(seconds=1))
    assert code(door(ben).post(f"/invites/{token}/accept")) == (410, "invite_expired")
    assert door(ana).get("/invites").json() == {"items": []}


def test_a_withdrawn_invite_is_over(door, ana, ben):
    invite = opened(door(ana))
    for _ in range(2):
        assert door(ana).delete(f"/invites/{invite['id']}").status_code == 204
    assert code(door(ben).post(f"/invites/{invite['token']}/accept")) == (410, "invite_expired")


def test_nobody_withdraws_the_invite_of_another(door, ana, ben):
    invite = opened(door(ana))
    for path in (invite["id"], uuid4()):
        assert code(door(ben).delete(f"/invites/{path}")) == (404, "not_found")
    assert door(ben).post(f"/invites/{invite['token']}/accept").status_code == 200


def test_ones_own_invite_makes_no_friend(door, ana):
    token = opened(door(ana))["token"]
    assert code(door(ana).get(f"/invites/{token}/preview")) == (409, "own_invite")
    assert code(door(ana).post(f"/invites/{token}/accept")) == (409, "own_invite")
    assert not Friendship.objects.exists()


@pytest.mark.parametrize("token", ["nonsense", "x" * 500, "%00", "ü"])
def test_a_token_nobody_made_is_not_found(door, ben, token):
    assert code(door(ben).get(f"/invites/{token}/preview")) == (404, "not_found")


def test_an_invite_by_somebody_suspended_is_not_found(door, ana, ben):
    token = opened(door(ana))["token"]
    ana.is_active = False
    ana.save()
    assert code(door(ben).post(f"/invites/{token}/accept")) == (404, "not_found")


def test_a_second_invite_among_friends_keeps_the_first_friendship(door, ana, ben, befriend, time):
    befriend(ana, ben)
    since = Friendship.objects.values_list("since", flat=True)
    before = list(since)
    time.advance(timedelta(hours=1))
    token = opened(door(ben))["token"]
    assert door(ana).post(f"/invites/{token}/accept").status_code == 200
    assert list(since.all()) == before


def test_only_so_many_invites_are_open_at_once(door, ana, time):
    ana_door = door(ana)
    invites = [opened(ana_door) for _ in range(limits.INVITES_OPEN_MAX)]
    assert code(ana_door.post("/invites")) == (422, "too_many_invites")
    ana_door.delete(f"/invites/{invites[0]['id']}")
    opened(ana_door)
    time.advance(timedelta(days=limits.INVITE_DAYS))
    opened(ana_door)


@pytest.mark.parametrize("full", ["inviter", "accepter"])
def test_nobody_has_more_friends_than_there_is_room_for(door, ana, ben, full):
    someone = ana if full == "inviter" else ben
    others = make_crowd(limits.FRIENDS_MAX)
    Friendship.objects.bulk_create(Friendship(person=someone, friend=other) for other in others)
    token = opened(door(ana))["token"]
    assert code(door(ben).post(f"/invites/{token}/accept")) == (422, "too_many_friends")
    assert not are_friends(ana.id, ben.id)
    Friendship.objects.filter(person=someone, friend=others[0]).delete()
    assert door(ben).post(f"/invites/{token}/accept").status_code == 200, "a refusal does not use the invite up"


def make_crowd(size):
    from server.people.models import Person

    return Person.objects.bulk_create(Person(email=f"{n}@example.org", name=f"N{n}") for n in range(size))


def test_the_list_of_friends_costs_the_same_for_one_and_for_many(door, ana, django_assert_num_queries):
    ana_door = door(ana)
    for size in (1, 40):
        Friendship.objects.all().delete()
        Friendship.objects.bulk_create(Friendship(person=ana, friend=friend) for friend in make_named(size))
        with django_assert_num_queries(2):
            assert len(ana_door.get("/friends").json()["items"]) == size


def make_named(size):
    from server.people.models import Person

    return Person.objects.bulk_create(Person(email=f"{size}-{n}@example.org", name=f"N{n}") for n in range(size))


def test_either_side_ends_a_friendship_for_both(door, ana, ben, cleo, befriend):
    befriend(ana, ben)
    befriend(ana, cleo)
    for _ in range(2):
        assert door(ben).delete(f"/friends/{ana.id}").status_code == 204
    assert door(ana).get("/friends").json()["items"][0]["id"] == str(cleo.id)
    assert door(ben).get("/friends").json() == {"items": []}
    assert told(facts.FRIENDSHIP_ENDED) == both(ana, ben), "told once, however often it is asked"


def test_ending_what_never_was_tells_nothing(door, ana, dan):
    for who in (dan.id, uuid4(), ana.id):
        assert door(ana).delete(f"/friends/{who}").status_code == 204
    assert not Fact.objects.filter(kind=facts.FRIENDSHIP_ENDED.name).exists()


def test_somebody_suspended_is_nobodys_friend_meanwhile(door, ana, ben, befriend):
    befriend(ana, ben)
    ben.is_active = False
    ben.save()
    assert door(ana).get("/friends").json() == {"items": []}
    assert not are_friends(ana.id, ben.id)
    assert friend_ids(ana.id) == set()
    with pytest.raises(Refused) as refused:
        get_friend(ana, ben.id)
    assert refused.value.code == Code.NOT_FOUND
    ben.is_active = True
    ben.save()
    assert get_friend(ana, ben.id) == ben


def test_friends_cannot_be_made_of_somebody_who_is_gone(ana, ben, time):
    ben.is_active = False
    ben.save()
    with pytest.raises(Refused):
        make_friends(person_id=ana.id, friend_id=ben.id, now=time.instant)
