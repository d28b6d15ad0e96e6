"""Reading people: their clocks and whom they know. A person who is suspended is nobody's friend meanwhile."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from server.people.models import (
    Arrival,
    Block,
    Circle,
    CircleMember,
    ClockChange,
    Distance,
    Friendship,
    Invite,
    Person,
    Session,
)
from shared import person_clock as history
from shared.codes import Code, Refused

_UNSAID = (history.ClockChange(datetime(1970, 1, 1, tzinfo=UTC), "UTC"),)


def person_clocks(ids: Iterable[UUID]) -> dict[UUID, history.PersonClock]:
    """The zone histories of these people, in one query.

    Somebody who never came through sign-up (an administrator made on the command line) lives by UTC.
    """
    changes: dict[UUID, list[history.ClockChange]] = {person_id: [] for person_id in ids}
    for row in ClockChange.objects.filter(person_id__in=list(changes)).order_by("from_instant"):
        changes[row.person_id].append(history.ClockChange(row.from_instant, row.zone, row.day_start))
    return {person_id: history.PersonClock(tuple(rows) or _UNSAID) for person_id, rows in changes.items()}


def person_clock(person_id: UUID) -> history.PersonClock:
    """The zone history of one person."""
    return person_clocks([person_id])[person_id]


def grace_of(person: Person) -> timedelta:
    """How long after its end this person may still add a habit day."""
    return timedelta(minutes=person.grace_minutes)


def friendships_of(person: Person) -> QuerySet[Friendship]:
    """This person's friendships, each with its friend, oldest first."""
    mine = Friendship.objects.filter(person=person, friend__is_active=True)
    return mine.select_related("friend").order_by("since", "id")


@dataclass(frozen=True, slots=True)
class Tie:
    """A friend since an instant, and how the person keeps them."""

    friend: Person
    since: datetime
    muted: bool
    restricted: bool
    own_words: bool


def ties_of(person: Person) -> list[Tie]:
    """This person's friends, oldest friendship first. One query."""
    kept = Distance.objects.filter(person=OuterRef("person"), friend=OuterRef("friend"))
    rows = friendships_of(person).annotate(
        muted=Exists(kept.filter(muted_at__isnull=False)), restricted=Exists(kept.filter(restricted_at__isnull=False)),
        own_words=Exists(kept.filter(own_words_at__isnull=False)),
    )  # fmt: skip
    return [Tie(row.friend, row.since, row.muted, row.restricted, row.own_words) for row in rows]


def friend_ids(person_id: UUID) -> set[UUID]:
    """Everybody this person is friends with now."""
    mine = Friendship.objects.filter(person_id=person_id, friend__is_active=True)
    return set(mine.values_list("friend_id", flat=True))


def are_friends(a_id: UUID, b_id: UUID) -> bool:
    """Whether a friendship holds between the two now."""
    return Friendship.objects.filter(person_id=a_id, friend_id=b_id, friend__is_active=True).exists()


def get_friend(viewer: Person, person_id: UUID) -> Person:
    """A friend of the viewer. Refused(not_found) for anybody else, whether they exist or not."""
    friendship = friendships_of(viewer).filter(friend_id=person_id).first()
    if friendship is None:
        raise Refused(Code.NOT_FOUND)
    return friendship.friend


def circles_of(person: Person) -> QuerySet[Circle]:
    """This person's circles, oldest first."""
    return Circle.objects.filter(owner=person).order_by("created_at", "id")


def get_circle(owner: Person, circle_id: UUID) -> Circle:
    """A circle of this person's own. Refused(not_found) for any other."""
    circle = circles_of(owner).filter(id=circle_id).first()
    if circle is None:
        raise Refused(Code.NOT_FOUND)
    return circle


def members_of(circles: Iterable[Circle]) -> dict[UUID, list[Person]]:
    """Who is in each of these circles, by its id. One query."""
    found: dict[UUID, list[Person]] = defaultdict(list)
    rows = CircleMember.objects.filter(circle__in=list(circles), person__is_active=True)
    for row in rows.select_related("person").order_by("since", "pk"):
        found[row.circle_id].append(row.person)
    return found


def blocks_between(a_id: UUID, b_id: UUID | OuterRef) -> QuerySet[Block]:
    """Whichever of the two blocked the other; the second may be a column of an outer query."""
    return Block.objects.filter(Q(blocker_id=a_id, blocked_id=b_id) | Q(blocker_id=b_id, blocked_id=a_id))


def block_stands(a_id: UUID, b_id: UUID) -> bool:
    """Whether either of the two has blocked the other."""
    return blocks_between(a_id, b_id).exists()


def blocks_of(person: Person) -> QuerySet[Block]:
    """Whom this person has blocked, latest first."""
    return Block.objects.filter(blocker=person).select_related("blocked").order_by("-created_at", "-id")


def distances_of(person: Person) -> QuerySet[Distance]:
    """Friends this person mutes, restricts or lets write in their own words."""
    return Distance.objects.filter(person=person).select_related("friend").order_by("pk")


def muted_by(person: Person) -> QuerySet[Distance, UUID]:
    """Friends whose deeds do not come up for this person by themselves, as a query to filter by."""
    return Distance.objects.filter(person=person, muted_at__isnull=False).values_list("friend", flat=True)


def open_invites(person: Person, *, now: datetime) -> QuerySet[Invite]:
    """This person's invites that somebody could still accept, latest first."""
    mine = Invite.objects.filter(inviter=person, accepted_at=None, withdrawn_at=None, expires_at__gt=now)
    return mine.order_by("-id")


def arrivals_of(inviter: Person) -> QuerySet[Arrival]:
    """Who came in with this person's links and waits for their word, longest first. Nobody without a name yet."""
    blocked = Block.objects.filter(blocker=inviter).values("blocked")
    asked = Arrival.objects.filter(invite__inviter=inviter, state=Arrival.State.ASKED, person__is_active=True)
    named = asked.exclude(person__name="").exclude(person__in=blocked)
    return named.select_related("person").order_by("entered_at", "person")


def names_asked_about(person_ids: Iterable[UUID]) -> dict[tuple[UUID, UUID], str]:
    """Of these people, those whose inviter has yet to answer: their names, by (inviter, person). One query."""
    asked = Arrival.objects.filter(person__in=list(person_ids), state=Arrival.State.ASKED, person__is_active=True)
    rows = asked.filter(invite__inviter__isnull=False).values_list("invite__inviter", "person", "person__name")
    return {(inviter, person): name for inviter, person, name in rows}


def arrival_asked(person_id: UUID) -> Arrival | None:
    """This person's own arrival, while their inviter has yet to say that it's them."""
    mine = Arrival.objects.filter(person_id=person_id, state=Arrival.State.ASKED)
    return mine.select_related("invite__inviter").first()


def is_asked_about(person_id: UUID, invite_id: UUID) -> bool:
    """Whether this person came in with this invite and waits for its inviter."""
    return Arrival.objects.filter(person_id=person_id, invite_id=invite_id, state=Arrival.State.ASKED).exists()


def stands_alone(person: Person) -> bool:
    """Whether nobody here has said yet that they know this person: then they bring nobody else in."""
    if settings.OPEN_SIGN_UP or not Arrival.objects.filter(person=person, state=Arrival.State.ASKED).exists():
        return False
    return not friend_ids(person.id)


def sessions_of(person: Person, *, now: datetime) -> QuerySet[Session]:
    """Where this person is signed in at this instant, the latest sign-in first."""
    mine = Session.objects.filter(person=person, expire_date__gt=now)
    return mine.order_by(F("began_at").desc(nulls_last=True), "session_key")
