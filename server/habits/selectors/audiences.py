"""Who may see a habit, decided at every read. The one place that says what a seat opens."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Literal
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from server.habits.models import Habit, Seat
from server.people.models import CircleMember, Distance, Friendship, Person
from shared.codes import Code, Refused

Relation = Literal["owner", "witness", "gallery"]


def open_seats() -> QuerySet[Seat]:
    """Accepted seats that open their habit now.

    The friendship a seat stands on must be at least as old as the seat: making friends anew restores nothing. Whoever
    the owner restricts looks through none of theirs meanwhile.
    """
    return _standing_seats().filter(~Exists(_restricted()), state=Seat.State.ACCEPTED)


def offered_seats() -> QuerySet[Seat]:
    """Seats somebody was asked to take and has not answered, and may know of now."""
    return _standing_seats().filter(~Exists(_restricted()), state=Seat.State.INVITED)


def standing_seats() -> QuerySet[Seat]:
    """Seats that are offered or accepted, as the habit's owner sees them."""
    return _standing_seats().filter(state__in=[Seat.State.INVITED, Seat.State.ACCEPTED])


def _restricted() -> QuerySet[Distance]:
    """That the owner of a seat's habit keeps its holder from it for now."""
    return Distance.objects.filter(
        person=OuterRef("habit__owner"), friend=OuterRef("person"), restricted_at__isnull=False
    )


def _standing_seats() -> QuerySet[Seat]:
    friends = Friendship.objects.filter(
        person=OuterRef("habit__owner"), friend=OuterRef("person"), since__lte=OuterRef("created_at")
    )
    members = CircleMember.objects.filter(circle=OuterRef("circle"), person=OuterRef("person"))
    return Seat.objects.filter(
        Q(circle__isnull=True) | Exists(members), Exists(friends), ended_at__isnull=True,
        habit__archived_at__isnull=True,
        habit__owner__is_active=True, person__is_active=True,
    )  # fmt: skip


def own_habits(owner: Person) -> QuerySet[Habit]:
    """This person's habits that are not archived, oldest first."""
    return Habit.objects.filter(owner=owner, archived_at__isnull=True).order_by("created_at", "id")


def get_own_habit(owner: Person, habit_id: UUID) -> Habit:
    """The owner's habit. Refused(not_found) for anybody else's and for an archived one."""
    habit = own_habits(owner).filter(id=habit_id).first()
    if habit is None:
        raise Refused(Code.NOT_FOUND)
    return habit


def get_visible_habit(viewer: Person, habit_id: UUID) -> tuple[Habit, Relation]:
    """A habit the viewer may see now, and as what. Raises Refused(not_found)."""
    habit = Habit.objects.filter(id=habit_id, archived_at__isnull=True).select_related("owner").first()
    if habit is not None and habit.owner_id == viewer.id:
        return habit, "owner"
    seat = open_seats().filter(habit_id=habit_id, person=viewer).first()
    if habit is None or seat is None:
        raise Refused(Code.NOT_FOUND)
    return habit, seat.role


def visible_habit_ids(viewer: Person) -> QuerySet[Seat, UUID]:
    """Other people's habits the viewer may see now, as a query to filter by."""
    return open_seats().filter(person=viewer).values_list("habit_id", flat=True)


def audience_of(habit_ids: Iterable[UUID]) -> dict[UUID, list[Seat]]:
    """The open seats of these habits, each with its person, witnesses first and then by age. One query."""
    seats = open_seats().filter(habit_id__in=list(habit_ids)).select_related("person")
    return _by_habit(seats)


def seats_of(habit_ids: Iterable[UUID]) -> dict[UUID, list[Seat]]:
    """Open and offered seats of these habits, for their owner. One query."""
    return _by_habit(standing_seats().filter(habit_id__in=list(habit_ids)).select_related("person"))


def seats_held_by(person: Person) -> QuerySet[Seat]:
    """What others offered this person or this person accepted, latest first.

    Without those whose owner restricts them: to whoever is restricted, a seat is as good as ended.
    """
    held = standing_seats().filter(~Exists(_restricted()), person=person)
    return held.select_related("habit__owner").order_by("-id")


def _by_habit(seats: QuerySet[Seat]) -> dict[UUID, list[Seat]]:
    found: dict[UUID, list[Seat]] = defaultdict(list)
    for seat in seats.order_by(F("role").desc(), "created_at", "id"):
        found[seat.habit_id].append(seat)
    return found
