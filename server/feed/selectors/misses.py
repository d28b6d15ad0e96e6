"""A person's own misses, with what their witnesses did about them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from server.habits.models import Miss
from server.habits.selectors.audiences import open_seats
from server.responses.selectors import MissAct, acts_on_misses
from shared.moods import Role


@dataclass(frozen=True, slots=True)
class OwnMiss:
    """A miss and the acts, by person, of those who are its witnesses still, in the order they looked."""

    miss: Miss
    acts: Mapping[UUID, MissAct]


def with_acts(misses: Sequence[Miss]) -> list[OwnMiss]:
    """Three queries, however many."""
    seats = open_seats().filter(habit__in={miss.habit_id for miss in misses}, role=Role.WITNESS)
    witnesses = set(seats.values_list("habit_id", "person_id"))
    acts = acts_on_misses([miss.id for miss in misses])
    return [
        OwnMiss(miss, {who: act for who, act in acts[miss.id].items() if (miss.habit_id, who) in witnesses})
        for miss in misses
    ]


def open_misses(habit_ids: Collection[UUID], *, now: datetime) -> dict[UUID, OwnMiss]:
    """By habit, the newest miss whose window still runs."""
    running = Miss.objects.filter(habit__in=habit_ids, state=Miss.State.OPEN, opens_at__gt=now)
    return {own.miss.habit_id: own for own in with_acts(list(running.order_by("date")))}
