"""Hard time? One call: everything rests from today, what is sealed burns, and a friend may be asked to look in."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from server.habits.models import Rest
from server.habits.services.rests import save_rest
from server.kernel.facts import record
from server.letters import facts
from server.letters.selectors.visits import today_of
from server.people.locks import lock_people
from server.people.models import Person
from server.people.selectors import get_friend
from shared.codes import Code, Refused


@transaction.atomic
def have_a_hard_time(*, owner: Person, rest_id: UUID, friend_id: UUID | None, now: datetime) -> Rest:
    """Rest all habits from today until further notice, under an id made by the phone; letters follow.

    Sent again, it rests no second time; another friend may be asked. Raises Refused: not_found (no such friend, or
    the id holds somebody else's rest), conflict (a rest of one habit), invalid (no UUIDv7).
    """
    lock_people(owner.id)
    friend = get_friend(owner, friend_id) if friend_id else None
    rest = _known(owner, rest_id) or _rest_all(owner, rest_id, now)
    if friend is not None:
        day = today_of(owner, now).isoformat()
        record(facts.CHECK_ASKED, person_id=owner.id, now=now, friend=str(friend.id), date=day)
    return rest


def _known(owner: Person, rest_id: UUID) -> Rest | None:
    rest = Rest.objects.filter(id=rest_id).first()
    if rest is not None and rest.owner_id != owner.id:
        raise Refused(Code.NOT_FOUND)
    if rest is not None and rest.habit_id is not None:
        raise Refused(Code.CONFLICT)
    return rest


def _rest_all(owner: Person, rest_id: UUID, now: datetime) -> Rest:
    return save_rest(
        owner=owner, rest_id=rest_id, habit_id=None, first=today_of(owner, now), last=None, now=now
    )[0]  # fmt: skip
