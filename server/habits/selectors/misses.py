"""Reading misses. Only the owner and witnesses who agreed before the day closed ever find one."""

from uuid import UUID

from django.db.models import Exists, OuterRef

from server.habits.models import Miss
from server.habits.selectors.audiences import open_seats
from server.people.models import Person
from shared.codes import Code, Refused
from shared.moods import Role


def get_witnessed_miss(viewer: Person, miss_id: UUID) -> Miss:
    """The miss, with its habit, for a witness who had accepted before it closed and still has the seat.

    Raises Refused(not_found). A miss that was voided or rested is found by nobody. Asked in one question: its name can
    be worked out by anybody who knows the habit, and how long the answer takes must not say that there is such a day.
    """
    gone = (Miss.State.VOIDED, Miss.State.RESTED)
    seats = open_seats().filter(
        habit=OuterRef("habit"), person=viewer, role=Role.WITNESS, accepted_at__lte=OuterRef("closed_at")
    )
    miss = Miss.objects.filter(Exists(seats), id=miss_id).exclude(state__in=gone).select_related("habit").first()
    if miss is None:
        raise Refused(Code.NOT_FOUND)
    return miss
