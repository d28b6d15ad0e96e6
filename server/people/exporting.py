"""What people themselves left here, for their own export. Of others only what they may see of them now."""

from collections.abc import Iterator
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator

from server.people.models import Arrival, ClockChange, Invite, Person, Session, TermsAcceptance
from server.people.selectors import blocks_of, circles_of, distances_of, friendships_of, members_of

Row = dict[str, Any]


def circles(person: Person) -> Iterator[Row]:
    mine = list(circles_of(person))
    members = members_of(mine)
    for circle in mine:
        inside = [{"person": member.id, "name": member.name} for member in members[circle.id]]
        yield {"id": circle.id, "name": circle.name, "made_at": circle.created_at, "members": inside}


def profile(person: Person) -> Iterator[Row]:
    yield {
        "id": person.id, "email": person.email, "name": person.name, "avatar": person.avatar,
        "arrived_at": person.created_at, "last_sign_in": person.last_login, "grace_minutes": person.grace_minutes,
        "quiet_from": person.quiet_from, "quiet_to": person.quiet_to, "rounds_minute": person.rounds_minute,
        "looks_quietly": person.looks_quietly, "nudges_a_day": person.nudges_a_day,
        "told_of_beside": person.told_of_beside, "language": person.language,
        "comes_first": person.comes_first, "birth_year": person.birth_year,
    }  # fmt: skip


def addresses(person: Person) -> Iterator[Row]:
    for row in EmailAddress.objects.filter(user=person).order_by("pk"):
        yield {"email": row.email, "confirmed": row.verified, "main": row.primary}


def terms(person: Person) -> Iterator[Row]:
    """Which versions of the terms and the privacy text this person said yes to."""
    for row in TermsAcceptance.objects.filter(person=person).order_by("version"):
        yield {"version": row.version, "accepted_at": row.accepted_at}


def arrival(person: Person) -> Iterator[Row]:
    """How this person came in. Whose link it was is told by the friendship, if there is one."""
    for row in Arrival.objects.filter(person=person):
        yield {"came_in_at": row.entered_at, "state": row.state}


def clocks(person: Person) -> Iterator[Row]:
    """Where this person lived: `day_start` in minutes after midnight."""
    for row in ClockChange.objects.filter(person=person).order_by("from_instant"):
        yield {"from": row.from_instant, "zone": row.zone, "day_start": row.day_start}


def friends(person: Person) -> Iterator[Row]:
    for row in friendships_of(person):
        yield {"person": row.friend_id, "name": row.friend.name, "since": row.since}


def invites(person: Person) -> Iterator[Row]:
    """Links this person made. The link itself is kept nowhere."""
    for row in Invite.objects.filter(inviter=person).order_by("pk"):
        yield {
            "id": row.id, "made_at": row.created_at, "expires_at": row.expires_at, "accepted_at": row.accepted_at,
            "withdrawn_at": row.withdrawn_at,
        }  # fmt: skip


def blocks(person: Person) -> Iterator[Row]:
    for row in blocks_of(person):
        yield {"person": row.blocked_id, "name": row.blocked.name, "since": row.created_at}


def distances(person: Person) -> Iterator[Row]:
    """Whom this person mutes, restricts, or lets write in their own words."""
    for row in distances_of(person):
        yield {
            "person": row.friend_id, "name": row.friend.name, "muted_at": row.muted_at,
            "restricted_at": row.restricted_at, "own_words_at": row.own_words_at,
        }  # fmt: skip


def devices(person: Person) -> Iterator[Row]:
    """Signed-in devices by when their sign-in ends. What opens them is left out: it is a key."""
    for row in Session.objects.filter(person=person).order_by("expire_date"):
        yield {
            "ends_at": row.expire_date, "signed_in_at": row.began_at, "used_on": row.used_on, "device": row.device,
        }  # fmt: skip


def second_factors(person: Person) -> Iterator[Row]:
    """That there is one, never its secret."""
    for row in Authenticator.objects.filter(user=person).order_by("pk"):
        yield {"kind": row.type, "since": row.created_at, "last_used_at": row.last_used_at}
