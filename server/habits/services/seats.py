"""Asking friends to look, and their answers. Every ending is silent."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet

from server.habits import facts
from server.habits.models import Habit, Seat
from server.habits.neighbours import follow
from server.habits.selectors.audiences import seats_held_by, standing_seats
from server.habits.services.locks import lock_own_habit
from server.habits.services.season_starts import begin_if_alone
from server.kernel.facts import FactKind, record
from server.people.locks import lock_people
from server.people.models import Person
from server.people.selectors import get_friend
from shared import limits
from shared.codes import Code, Refused
from shared.moods import Role

Answer = Literal["accept", "cheer", "decline"]


@transaction.atomic
def offer_seat(*, owner: Person, habit_id: UUID, person_id: UUID, role: Role, now: datetime) -> Seat:
    """Ask a friend to be witness or gallery of a habit. They see nothing until they accept. Asking twice is once.

    A witness may be moved to the gallery at once; the other way they are asked anew. Where the habit goes on alone,
    asking begins its next season.
    Raises Refused: not_found (the habit, or somebody who is no friend), too_many_witnesses.
    """
    habit = lock_own_habit(owner, habit_id)
    friend = get_friend(owner, person_id)
    seat = standing_seats().filter(habit=habit, person=friend).first()
    if seat is not None and seat.role == role:
        return seat
    if seat is not None and role == Role.GALLERY:
        return _move_to_gallery(seat, now)
    _check_room(habit, role)
    begin_if_alone(habit, now)
    Seat.objects.filter(habit=habit, person=friend, ended_at__isnull=True).update(ended_at=now)
    seat = Seat.objects.create(habit=habit, person=friend, role=role, created_at=now)
    tell_seat(facts.SEAT_OFFERED, seat, now)
    return seat


@transaction.atomic
def answer_seat(
    *, person: Person, habit_id: UUID, answer: Answer, now: datetime, keeps_letter: bool | None = None
) -> None:
    """Accept as asked, rather just cheer (gallery), or say no. The same answer again changes nothing.

    A witness may step back to cheering at any time; nobody steps forward without being asked. `keeps_letter`: they
    were told that a letter they keep opens if they do nothing, and agree or not; None leaves it as it is.
    Raises Refused(not_found) when nobody asks (any more).
    """
    _lock_owner_of(habit_id)
    seat = seats_held_by(person).filter(habit=habit_id).first()
    if seat is None:
        if answer == "decline" and _declined_last(person, habit_id):
            return
        raise Refused(Code.NOT_FOUND)
    if seat.state == Seat.State.ACCEPTED:
        _answer_again(seat, answer, now)
    else:
        _answer_offer(seat, answer, now)
    if answer == "accept" and seat.role == Role.WITNESS and keeps_letter not in {None, bool(seat.keeps_letter_since)}:
        _keep_letter(seat, now if keeps_letter else None, now)


@transaction.atomic
def end_seat(*, owner: Person, habit_id: UUID, person_id: UUID, now: datetime) -> None:
    """The owner takes a seat back, offered or taken. Raises Refused(not_found) for a habit that is not theirs."""
    habit = lock_own_habit(owner, habit_id)
    end_all(Seat.objects.filter(habit=habit, person_id=person_id), now)


@transaction.atomic
def leave_seat(*, person: Person, habit_id: UUID, now: datetime) -> None:
    """Stop looking. The owner is not told. Nothing to leave is fine."""
    _lock_owner_of(habit_id)
    end_all(Seat.objects.filter(habit_id=habit_id, person=person), now)


@transaction.atomic
def end_seats_between(a_id: UUID, b_id: UUID, *, before: datetime, now: datetime) -> None:
    """End every seat either of the two held with the other, if it was offered before this instant."""
    lock_people(a_id, b_id)
    either = Q(habit__owner=a_id, person=b_id) | Q(habit__owner=b_id, person=a_id)
    end_all(Seat.objects.filter(either, created_at__lte=before), now)


def _lock_owner_of(habit_id: UUID) -> None:
    """Whoever writes into somebody's habit stands in that person's line, as they do themselves."""
    lock_people(*Habit.objects.filter(pk=habit_id).values_list("owner_id", flat=True))


def _declined_last(person: Person, habit_id: UUID) -> bool:
    last = Seat.objects.filter(habit_id=habit_id, person=person).order_by("-id").first()
    return last is not None and last.state == Seat.State.DECLINED


def _answer_offer(seat: Seat, answer: Answer, now: datetime) -> None:
    if answer == "decline":
        seat.state, seat.ended_at = Seat.State.DECLINED, now
    else:
        seat.state, seat.accepted_at = Seat.State.ACCEPTED, now
        seat.role = Role.GALLERY if answer == "cheer" else seat.role
    seat.save(update_fields=["state", "ended_at", "accepted_at", "role"])
    _follow_witness(seat, now)
    tell_seat(facts.SEAT_ANSWERED, seat, now)


def _answer_again(seat: Seat, answer: Answer, now: datetime) -> None:
    """Saying no to a seat one has taken is leaving it."""
    if answer == "decline":
        end_all(Seat.objects.filter(pk=seat.pk), now)
    elif answer == "cheer" and seat.role == Role.WITNESS:
        _move_to_gallery(seat, now)


def end_all(seats: QuerySet[Seat], now: datetime) -> None:
    """End those of these that stand. The caller holds their habits' owners."""
    for seat in seats.filter(ended_at__isnull=True).select_related("habit").order_by("id"):
        seat.ended_at = now
        seat.save(update_fields=["ended_at"])
        _follow_witness(seat, now)
        tell_seat(facts.SEAT_ENDED, seat, now)


def _follow_witness(seat: Seat, now: datetime) -> None:
    """What misses became hangs on witnesses alone; of nobody else's going may its length tell that there are any."""
    if seat.role == Role.WITNESS and seat.state == Seat.State.ACCEPTED:
        follow(seat.habit.owner_id, now)


def _move_to_gallery(seat: Seat, now: datetime) -> Seat:
    seat.role, seat.keeps_letter_since = Role.GALLERY, None
    seat.save(update_fields=["role", "keeps_letter_since"])
    follow(seat.habit.owner_id, now)
    tell_seat(facts.SEAT_ANSWERED, seat, now)
    return seat


def _keep_letter(seat: Seat, since: datetime | None, now: datetime) -> None:
    seat.keeps_letter_since = since
    seat.save(update_fields=["keeps_letter_since"])
    follow(seat.habit.owner_id, now)
    tell_seat(facts.SEAT_CHANGED, seat, now)


def _check_room(habit: Habit, role: Role) -> None:
    """The caller holds the habit's lock, so two offers at once cannot both take the last seat."""
    if role == Role.WITNESS and standing_seats().filter(habit=habit, role=role).count() >= limits.WITNESSES_MAX:
        raise Refused(Code.TOO_MANY_WITNESSES)


def tell_seat(kind: FactKind, seat: Seat, now: datetime) -> None:
    """Into the owner's log; whoever else hears it is in the project's table."""
    record(
        kind, person_id=seat.habit.owner_id, now=now,
        habit=str(seat.habit_id), person=str(seat.person_id), seat=str(seat.id),
    )  # fmt: skip
