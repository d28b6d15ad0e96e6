"""What somebody has yet to look at: the one answer to it, for the rounds and for the push that tells of them."""

from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from server.habits.models import CheckIn, Seat
from server.habits.selectors.audiences import open_seats, visible_habit_ids
from server.habits.selectors.days import standing_check_ins
from server.people.models import Distance, Person
from server.people.selectors import muted_by
from server.responses.models import Look
from shared import limits


def unseen_check_ins(viewer: Person, *, now: datetime) -> QuerySet[CheckIn]:
    """Check-ins of the last three days that come up for this viewer and wait for a look, with habit and owner."""
    mine = Look.objects.filter(check_in=OuterRef("pk"), person=viewer)
    shown = standing_check_ins().filter(habit__in=visible_habit_ids(viewer), received_at__gt=now - limits.ROUNDS_REACH)
    return shown.exclude(owner__in=muted_by(viewer)).filter(~Exists(mine)).select_related("habit", "owner")


def unmuted(seats: QuerySet[Seat]) -> QuerySet[Seat]:
    """Those whose holders do not mute the habit's owner: of the others nothing comes up by itself."""
    muted = Distance.objects.filter(person=OuterRef("person"), friend=OuterRef("habit__owner"), muted_at__isnull=False)
    return seats.filter(~Exists(muted))


def seats_with_unseen(person_ids: set[UUID], *, now: datetime) -> QuerySet[Seat]:
    """The open seats of these people with something of that kind, each with its habit's owner."""
    looked = Look.objects.filter(check_in=OuterRef("pk"), person=OuterRef(OuterRef("person")))
    shown = standing_check_ins().filter(habit=OuterRef("habit"), received_at__gt=now - limits.ROUNDS_REACH)
    seats = unmuted(open_seats()).filter(Exists(shown.filter(~Exists(looked))), person__in=person_ids)
    return seats.select_related("habit__owner").order_by("created_at", "id")
