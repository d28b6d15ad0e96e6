"""Looking at a friend's check-in, answering it, and the owner's thanks."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from server.habits.models import CheckIn
from server.habits.selectors.audiences import get_own_habit, open_seats
from server.habits.selectors.days import get_visible_check_in
from server.kernel.facts import FactKind, record
from server.media.models import Photo
from server.people.models import Person
from server.responses import facts
from server.responses.models import Look, Reaction
from server.responses.pictures import discard_picture
from shared.codes import Code, Refused


@transaction.atomic
def record_look(*, viewer: Person, habit_id: UUID, date: date, now: datetime) -> None:
    """Remember that this viewer has seen the check-in; the first time counts. Raises Refused(not_found).

    Whoever looks quietly is shown to nobody: only their own rounds know.
    """
    _look(get_others_check_in(viewer, habit_id, date), viewer, now, shown=not viewer.looks_quietly)


@transaction.atomic
def react(*, viewer: Person, habit_id: UUID, date: date, kind: str, now: datetime) -> Reaction:
    """Answer a check-in, which is also looking at it; another kind replaces the first. Raises Refused(not_found)."""
    return give_answer(get_others_check_in(viewer, habit_id, date), viewer, kind=kind, photo=None, now=now)


def give_answer(check_in: CheckIn, viewer: Person, *, kind: str, photo: Photo | None, now: datetime) -> Reaction:
    """Set this viewer's answer; the picture of the one it replaces goes. The caller decided that they may."""
    _look(check_in, viewer, now, shown=True)
    given = {"kind": kind, "photo": photo, "reacted_at": now, "created_at": now}
    reaction, made = Reaction.objects.get_or_create(check_in=check_in, person=viewer, defaults=given)
    if made or (reaction.kind, reaction.photo) != (kind, photo):
        # A change of mind keeps its place in the order in which faces turned.
        former = None if made else reaction.photo
        reaction.kind, reaction.photo = kind, photo
        reaction.save(update_fields=["kind", "photo"])
        discard_picture(former)
        _tell(facts.REACTION_GIVEN, check_in, viewer.id, now=now)
    return reaction


@transaction.atomic
def take_back_reaction(*, viewer: Person, habit_id: UUID, date: date, now: datetime) -> None:
    """Take the answer back, if there is one. Raises Refused(not_found)."""
    check_in = get_others_check_in(viewer, habit_id, date)
    given = list(Reaction.objects.filter(check_in=check_in, person=viewer).select_related("photo"))
    for reaction in given:
        reaction.delete()
        discard_picture(reaction.photo)
        _tell(facts.REACTION_TAKEN_BACK, check_in, viewer.id, now=now)


@transaction.atomic
def thank(*, owner: Person, habit_id: UUID, date: date, person_id: UUID, now: datetime) -> None:
    """Thank somebody who answered and still may see it. Once is enough. Raises Refused(not_found)."""
    habit = get_own_habit(owner, habit_id)
    check_in = get_visible_check_in(owner, habit_id, date)
    reaction = Reaction.objects.filter(check_in=check_in, person_id=person_id).first()
    if reaction is None or not open_seats().filter(habit=habit, person_id=person_id).exists():
        raise Refused(Code.NOT_FOUND)
    if Reaction.objects.filter(pk=reaction.pk, thanked_at__isnull=True).update(thanked_at=now):
        _tell(facts.THANKED, check_in, person_id, now=now)


def get_others_check_in(viewer: Person, habit_id: UUID, date: date) -> CheckIn:
    """A check-in that may be answered by this viewer. Raises Refused(not_found)."""
    check_in = get_visible_check_in(viewer, habit_id, date)
    if check_in.owner_id == viewer.id:
        raise Refused(Code.NOT_FOUND)
    return check_in


def _look(check_in: CheckIn, viewer: Person, now: datetime, *, shown: bool) -> None:
    Look.objects.get_or_create(check_in=check_in, person=viewer, defaults={"looked_at": now, "shown": shown})
    if shown:
        # To everybody else a look that becomes known begins now.
        Look.objects.filter(check_in=check_in, person=viewer, shown=False).update(shown=True, looked_at=now)


def _tell(kind: FactKind, check_in: CheckIn, person_id: UUID, *, now: datetime) -> None:
    day = {"habit": str(check_in.habit_id), "date": check_in.date.isoformat(), "check_in": str(check_in.id)}
    record(kind, person_id=check_in.owner_id, now=now, person=str(person_id), **day)
