"""Two phones at the same moment, on real connections."""

import pytest

from server.kernel.models import Fact
from server.people import facts
from server.people.models import Block, Friendship, Invite, Person
from server.people.selectors import are_friends, open_invites
from server.people.services.blocks import block_person
from server.people.services.clocks import record_clock_change
from server.people.services.friendship import unfriend
from server.people.services.invites import accept_invite, open_invite
from shared import limits
from shared.codes import Code, Refused
from tests.server.threads import all_at_once

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 5


@pytest.fixture
def now(time):
    return time.instant


def accepting(person, token, now):
    return lambda: accept_invite(person=person, token=token, now=now)


def refusals(answers):
    assert all(isinstance(answer, Person | Refused) for answer in answers), answers
    return [answer.code for answer in answers if isinstance(answer, Refused)]


def test_the_same_person_accepting_twice_is_one_friendship(ana, ben, now):
    _, token = open_invite(inviter=ana, now=now)
    answers = all_at_once([accepting(ben, token, now)] * 2)
    assert answers == [ana, ana]
    assert Friendship.objects.count() == 2
    assert Fact.objects.filter(kind=facts.FRIENDSHIP_MADE.name).count() == 2


def test_one_invite_makes_one_friend_however_many_hold_it(ana, ben, cleo, dan, now):
    _, token = open_invite(inviter=ana, now=now)
    answers = all_at_once([accepting(person, token, now) for person in (ben, cleo, dan)])
    assert refusals(answers) == [Code.INVITE_EXPIRED] * 2
    assert Friendship.objects.filter(person=ana).count() == 1


def test_inviting_each_other_at_once_is_one_friendship(ana, ben, now):
    for _ in range(ROUNDS):
        Friendship.objects.all().delete()
        _, from_ana = open_invite(inviter=ana, now=now)
        _, from_ben = open_invite(inviter=ben, now=now)
        assert refusals(all_at_once([accepting(ben, from_ana, now), accepting(ana, from_ben, now)])) == []
        assert Friendship.objects.count() == 2


def test_no_friendship_slips_past_a_block(ana, ben, now):
    for _ in range(ROUNDS):
        Block.objects.all().delete()
        _, token = open_invite(inviter=ana, now=now)
        all_at_once([accepting(ben, token, now), lambda: block_person(person=ana, other_id=ben.id, now=now)])
        assert Block.objects.count() == 1
        assert not are_friends(ana.id, ben.id)
        assert Friendship.objects.count() == 0


def test_both_ending_it_at_once_is_told_once(ana, ben, befriend, now):
    befriend(ana, ben)
    all_at_once(
        [
            lambda: unfriend(person=ana, friend_id=ben.id, now=now),
            lambda: unfriend(person=ben, friend_id=ana.id, now=now),
        ]
    )
    assert Friendship.objects.count() == 0
    assert Fact.objects.filter(kind=facts.FRIENDSHIP_ENDED.name).count() == 2


def test_the_last_room_for_a_friend_is_given_once(ana, ben, cleo, now):
    crowd = Person.objects.bulk_create(Person(email=f"{n}@example.org") for n in range(limits.FRIENDS_MAX - 1))
    Friendship.objects.bulk_create(Friendship(person=ana, friend=friend) for friend in crowd)
    tokens = [open_invite(inviter=ana, now=now)[1] for _ in range(2)]
    answers = all_at_once([accepting(ben, tokens[0], now), accepting(cleo, tokens[1], now)])
    assert refusals(answers) == [Code.TOO_MANY_FRIENDS]
    assert Friendship.objects.filter(person=ana).count() == limits.FRIENDS_MAX


def test_the_last_open_invite_is_given_once(ana, now):
    for _ in range(limits.INVITES_OPEN_MAX - 1):
        open_invite(inviter=ana, now=now)
    answers = all_at_once([lambda: open_invite(inviter=ana, now=now)] * 4)
    assert sum(isinstance(answer, Refused) for answer in answers) == 3
    assert open_invites(ana, now=now).count() == Invite.objects.count() == limits.INVITES_OPEN_MAX


def test_the_same_clock_said_twice_is_one_change(ana, now):
    def move():
        return record_clock_change(person=ana, zone="Asia/Tokyo", day_start=0, at=now, now=now)

    assert sorted(all_at_once([move] * 4)) == [False, False, False, True]
