"""Reading misses. Only the owner and witnesses who agreed before the day closed ever find one."""

from uuid import UUID

from server.habits.models import Miss
from server.habits.selectors.audiences import open_seats
from server.people.models import Person
from shared.codes import Code, Refused
from shared.moods import Role


def get_witnessed_miss(viewer: Person, miss_id: UUID) -> Miss:
    """The miss, with its habit, for a witness who had accepted before it closed and still has the seat.

    Raises Refused(not_found). A miss that was voided or rested is found by nobody.
    """
    gone = (Miss.State.VOIDED, Miss.State.RESTED)
    miss = Miss.objects.filter(id=miss_id).exclude(state__in=gone).select_related("habit").first()
    if miss is None:
        raise Refused(Code.NOT_FOUND)
    seats = open_seats().filter(habit=miss.habit_id, person=viewer, role=Role.WITNESS)
    if not seats.filter(accepted_at__lte=miss.closed_at).exists():
        raise Refused(Code.NOT_FOUND)
    return miss
