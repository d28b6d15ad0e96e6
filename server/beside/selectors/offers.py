"""What somebody may start beside because they came in through a guest's page."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import DateTimeField, Exists, OuterRef, QuerySet, Subquery

from server.guests.models import GuestLink
from server.habits.selectors.days import day_numbers
from server.people.models import Distance, Friendship, Person
from shared import limits


@dataclass(frozen=True, slots=True)
class Offer:
    """A check-in that may be started beside until an instant."""

    link: GuestLink
    day_number: int
    until: datetime


def offers_to(person: Person, *, now: datetime) -> QuerySet[GuestLink]:
    """Links of which this person asked to start beside, for a week from when they and the owner became friends.

    Until it is used, taken back, or not allowed any more. Each with its owner, check-in and habit.
    """
    friends = Friendship.objects.filter(
        person=OuterRef("owner"), friend=person, since__gt=now - limits.BESIDE_OFFER_LIFE, since__lte=now
    )
    restricted = Distance.objects.filter(person=OuterRef("owner"), friend=person, restricted_at__isnull=False)
    wished = GuestLink.objects.filter(
        beside_wished_at__isnull=False, beside_used_at__isnull=True, withdrawn_at__isnull=True,
        invite__accepted_by=person, owner__is_active=True,
    )  # fmt: skip
    allowed = wished.filter(
        check_in__undone_at__isnull=True, check_in__hidden_at__isnull=True, check_in__habit__archived_at__isnull=True,
        check_in__habit__beside_allowed=True, check_in__habit__sensitive=False,
    )  # fmt: skip
    standing = allowed.filter(Exists(friends), ~Exists(restricted))
    standing = standing.annotate(since=Subquery(friends.values("since"), output_field=DateTimeField()))
    return standing.select_related("owner", "check_in__habit", "check_in__owner").order_by("-id")


def read_offers(person: Person, *, now: datetime) -> list[Offer]:
    """One of each habit, the latest link's. Two queries."""
    links = {link.check_in.habit_id: link for link in reversed(offers_to(person, now=now))}
    numbers = day_numbers([link.check_in for link in links.values()])
    return [Offer(link, numbers[link.check_in_id], link.since + limits.BESIDE_OFFER_LIFE) for link in links.values()]


def find_offer(person: Person, habit_id: UUID, day: date, *, now: datetime) -> GuestLink | None:
    """The offer of this check-in."""
    return offers_to(person, now=now).filter(check_in__habit=habit_id, check_in__date=day).first()
