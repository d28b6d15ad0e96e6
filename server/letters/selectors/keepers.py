"""Who holds a copy of a sealed letter, and what they did about its miss."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from server.habits.models import Miss, Seat
from server.habits.selectors.audiences import open_seats
from server.letters.models import BlueLetter, SealedLetter
from server.people.models import Person
from server.responses.models import MissAnswer, MissLook
from server.responses.presence import away_seats
from shared.letter_states import Copy
from shared.moods import Role


def keeping_seats() -> QuerySet[Seat]:
    """Open seats of witnesses who were told what a letter they keep does, and agreed."""
    return open_seats().filter(role=Role.WITNESS, keeps_letter_since__isnull=False)


def keepers_of(miss: Miss) -> QuerySet[Seat]:
    """Those who kept the letter when the miss closed and do so still, longest first."""
    told = keeping_seats().filter(habit=miss.habit_id, keeps_letter_since__lte=miss.closed_at)
    return told.filter(accepted_at__lte=miss.closed_at).order_by("accepted_at", "id")


def kept_letters(viewer: Person, misses: Sequence[Miss]) -> set[UUID]:
    """Of these misses, those whose habit's letter this viewer kept when they closed. Two queries.

    Whether the copy is still sealed is not asked: that may hang on other habits, which this witness may not see.
    """
    habits = {miss.habit_id for miss in misses}
    told = {seat.habit_id: seat.keeps_letter_since for seat in keeping_seats().filter(habit__in=habits, person=viewer)}
    standing = BlueLetter.objects.filter(habit__in=told, off_at__isnull=True).values_list("habit_id", "written_at")
    since = {habit_id: max(written_at, told[habit_id] or written_at) for habit_id, written_at in standing}
    return {miss.id for miss in misses if miss.habit_id in since and since[miss.habit_id] <= miss.closed_at}


def copies_of(letter: SealedLetter, *, now: datetime) -> list[Copy]:
    """One for each keeper. A look after the window, or presence after it, comes too late to open anything."""
    miss = letter.miss
    keepers = set(keepers_of(miss).values_list("person_id", flat=True))
    if not keepers:
        return []
    seen = MissLook.objects.filter(miss=miss, looked_at__lt=miss.opens_at).values_list("person_id", flat=True)
    let_go = MissAnswer.objects.filter(miss=miss, kind="let_go").values_list("person_id", flat=True)
    away = away_seats([miss.habit_id], at=min(now, miss.opens_at)).values_list("person_id", flat=True)
    saw, tore, gone = set(seen), set(let_go), set(away)
    return [Copy(person in saw, person in tore, person not in gone) for person in keepers]
