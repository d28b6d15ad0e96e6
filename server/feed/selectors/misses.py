"""A person's own misses, with what their witnesses did about them."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from server.habits.models import Miss, Seat
from server.habits.selectors.audiences import open_seats
from server.letters.models import SealedLetter
from server.letters.selectors.bad_weeks import spared_dates
from server.letters.selectors.blue_letters import letters_of
from server.people.models import Person
from server.responses.selectors import UNSEEN, MissAct, acts_on_misses
from shared.letter_states import LIVE, OPENABLE, burns_at
from shared.moods import Role


@dataclass(frozen=True, slots=True)
class OwnMiss:
    """A miss and the acts, by person, of those who are its witnesses still, in the order they looked.

    `letter` is what it made of the blue letter, `keeper` who holds a copy of it still, longest first.
    """

    miss: Miss
    acts: Mapping[UUID, MissAct]
    letter: SealedLetter | None = None
    keeper: Person | None = None

    def runs_at(self, now: datetime) -> bool:
        return self.miss.state == Miss.State.OPEN and now < self.miss.opens_at

    def waits_at(self, now: datetime) -> bool:
        """Whether the letter asks its owner to choose."""
        if self.letter is None or self.letter.state not in OPENABLE:
            return False
        return now < burns_at(self.miss.opens_at, self.letter.left_closed_at)


@dataclass(frozen=True, slots=True)
class MissesNow:
    """By habit: the newest miss whose window still runs, and the newest whose letter waits for a choice.

    `spared`: habit days that ask "Rough week?" instead of turning cold.
    """

    running: Mapping[UUID, OwnMiss]
    waiting: Mapping[UUID, OwnMiss]
    spared: Collection[date]

    def spares(self, habit_id: UUID) -> bool:
        own = self.running.get(habit_id)
        return own is not None and own.miss.date in self.spared


def with_acts(misses: Sequence[Miss]) -> list[OwnMiss]:
    """Four queries, however many."""
    seats = _witnesses({miss.habit_id for miss in misses})
    ids = [miss.id for miss in misses]
    acts, letters = acts_on_misses(ids), letters_of(ids)
    return [_own_miss(miss, seats[miss.habit_id], acts[miss.id], letters.get(miss.id)) for miss in misses]


def misses_now(habit_ids: Collection[UUID], *, now: datetime) -> MissesNow:
    """What the owner is to be told of today. Five queries, however many."""
    running = Q(state=Miss.State.OPEN, opens_at__gt=now)
    asked = Exists(SealedLetter.objects.filter(miss=OuterRef("pk"), state__in=OPENABLE))
    owned = with_acts(list(Miss.objects.filter(running | Q(asked), habit__in=habit_ids).order_by("date")))
    open_ones = {own.miss.habit_id: own for own in owned if own.runs_at(now)}
    waiting = {own.miss.habit_id: own for own in owned if own.waits_at(now)}
    return MissesNow(open_ones, waiting, spared_dates([own.miss for own in open_ones.values()], now=now))


def _witnesses(habit_ids: Collection[UUID]) -> dict[UUID, list[Seat]]:
    seats = open_seats().filter(habit__in=habit_ids, role=Role.WITNESS).select_related("person")
    found: dict[UUID, list[Seat]] = defaultdict(list)
    for seat in seats.order_by("accepted_at", "id"):
        found[seat.habit_id].append(seat)
    return found


def _own_miss(
    miss: Miss, seats: Sequence[Seat], acts: Mapping[UUID, MissAct], letter: SealedLetter | None
) -> OwnMiss:  # fmt: skip
    witnesses = {seat.person_id for seat in seats}
    mine = {who: act for who, act in acts.items() if who in witnesses}
    return OwnMiss(miss, mine, letter, _keeper(miss, seats, mine) if letter and letter.state in LIVE else None)


def _keeper(miss: Miss, seats: Sequence[Seat], acts: Mapping[UUID, MissAct]) -> Person | None:
    """Of several, the one who agreed first and holds their copy still."""
    for seat in seats:
        told = seat.keeps_letter_since is not None and seat.keeps_letter_since <= miss.closed_at
        in_time = seat.accepted_at is not None and seat.accepted_at <= miss.closed_at
        if told and in_time and acts.get(seat.person_id, UNSEEN).answer != "let_go":
            return seat.person
    return None
