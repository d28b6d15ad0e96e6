"""Reading comments: its writer reads their own, the owner what arrived. Nobody else ever does."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from server.comments.models import Comment
from server.habits.models import Miss, Seat
from server.habits.selectors.audiences import open_seats
from server.people.models import Friendship, Person
from server.people.own_words import open_to
from shared.moods import Role


def readable() -> QuerySet[Comment]:
    """What arrived and its day's owner may read now, as long as its writer may see the day."""
    return _standing().filter(arrived_at__isnull=False, hidden_at__isnull=True)


def written_by(writer: Person) -> QuerySet[Comment]:
    """As it looks to its writer: whether it was held or hidden does not show."""
    return _standing().filter(writer=writer)


def readable_on(check_in_ids: Collection[UUID]) -> dict[UUID, list[Comment]]:
    """By check-in, for their owner, in the order they were written. One query."""
    return _by_check_in(readable().filter(check_in__in=check_in_ids))


def own_on(check_in_ids: Collection[UUID], writer: Person) -> dict[UUID, list[Comment]]:
    """By check-in, what this writer has written. One query."""
    return _by_check_in(written_by(writer).filter(check_in__in=check_in_ids))


def running_misses(habit_ids: Collection[UUID], *, now: datetime) -> QuerySet[Miss]:
    """Misses that are still to be repaired: while there is one, nothing that is said about the habit arrives."""
    return Miss.objects.filter(habit__in=habit_ids, state=Miss.State.OPEN, opens_at__gt=now)


def known_misses(writer: Person, habit_ids: Collection[UUID], *, now: datetime) -> QuerySet[Miss]:
    """Those of them that this person, as a witness who was there, holds the card of."""
    witness = open_seats().filter(person=writer, role=Role.WITNESS)
    there: QuerySet[Seat] = witness.filter(habit=OuterRef("habit"), accepted_at__lte=OuterRef("closed_at"))
    return running_misses(habit_ids, now=now).filter(Exists(there))


def may_comment(writer: Person, days: Collection[tuple[UUID, UUID]], *, now: datetime) -> set[UUID]:
    """Of these (habit, owner), the habits about which the writer may say something now. Four queries at most.

    A miss closes comments to those alone who know of it.
    """
    owners = open_to(writer, {owner for _, owner in days}, now=now)
    named = {habit for habit, owner in days if owner in owners}
    closed = set(known_misses(writer, named, now=now).values_list("habit", flat=True)) if named else set()
    return named - closed


def _standing() -> QuerySet[Comment]:
    """Being friends anew restores none."""
    seat = open_seats().filter(habit=OuterRef("check_in__habit"), person=OuterRef("writer"))
    friends = Friendship.objects.filter(
        person=OuterRef("check_in__owner"), friend=OuterRef("writer"), since__lte=OuterRef("created_at")
    )
    there = Comment.objects.filter(erased_at__isnull=True, check_in__undone_at__isnull=True)
    return there.filter(Exists(seat), Exists(friends)).select_related("writer", "check_in")


def _by_check_in(comments: QuerySet[Comment]) -> dict[UUID, list[Comment]]:
    found: dict[UUID, list[Comment]] = defaultdict(list)
    for comment in comments.order_by("created_at", "id"):
        found[comment.check_in_id].append(comment)
    return found
