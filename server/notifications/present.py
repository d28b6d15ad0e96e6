"""What is true now about the things notices speak of, loaded for many notices at once."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypedDict
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from server.habits.models import CheckIn, Habit, Miss, Seat
from server.habits.selectors.audiences import offered_seats, open_seats
from server.habits.selectors.days import standing_check_ins
from server.habits.selectors.histories import load_histories
from server.letters.models import BlueLetter, GoldLetter
from server.notifications.kinds import Kind
from server.notifications.models import Notice
from server.nudges.models import Nudge
from server.people.models import Distance, Friendship, Person
from server.people.selectors import names_asked_about
from server.responses.models import MissAnswer, Reaction
from server.responses.selectors import named_friends
from shared.history import History
from shared.moods import Role


@dataclass(frozen=True, slots=True)
class Present:
    """Seats are by (habit, person), answers by (miss, person), newcomers' names by (inviter, person).

    `letters` are blue letters that stand, `nudges` presets by nudge, friends are by (whose, who). What may not be
    spoken of now is simply not here.
    """

    now: datetime
    seats: Mapping[tuple[UUID, UUID], Seat]
    offers: Mapping[tuple[UUID, UUID], Seat]
    check_ins: Mapping[UUID, CheckIn]
    reactions: Mapping[UUID, Sequence[Reaction]]
    misses: Sequence[Miss]
    miss_answers: Mapping[tuple[UUID, UUID], MissAnswer]
    histories: Mapping[UUID, History]
    named: Mapping[UUID, Person]
    arrivals: Mapping[tuple[UUID, UUID], str]
    letters: Collection[UUID]
    gold_letters: Mapping[UUID, GoldLetter]
    friends: Mapping[tuple[UUID, UUID], Person]
    muted: Collection[tuple[UUID, UUID]]
    nudges: Mapping[UUID, str]

    def seat(self, habit_id: UUID, person_id: UUID) -> Seat | None:
        return self.seats.get((habit_id, person_id))

    def was_witness(self, miss: Miss, person_id: UUID) -> bool:
        """Whether this person witnesses the habit, and did when the miss closed."""
        seat = self.seat(miss.habit_id, person_id)
        if seat is None or seat.role != Role.WITNESS or seat.accepted_at is None:
            return False
        return seat.accepted_at <= miss.closed_at


class Named:
    """The ids a set of notices names."""

    def __init__(self, notices: Iterable[Notice]) -> None:
        self._notices = list(notices)

    def ids(self, key: str, *kinds: Kind) -> set[UUID]:
        """A notice about no habit, or no person, names none."""
        payloads = [notice.payload for notice in self._notices if notice.kind in kinds]
        return {UUID(payload[key]) for payload in payloads if key in payload}

    def readers(self, *kinds: Kind) -> set[UUID]:
        return {notice.recipient_id for notice in self._notices if notice.kind in kinds}

    def dates(self, *kinds: Kind) -> set[date]:
        return {date.fromisoformat(notice.payload["date"]) for notice in self._notices if notice.kind in kinds}


def load_present(notices: Sequence[Notice], *, now: datetime) -> Present:
    """The number of queries depends neither on the notices nor on their readers."""
    named = Named(notices)
    check_in_ids = named.ids("check_in", Kind.FIRST_ANSWER, Kind.MORE_ANSWERS, Kind.THANKS)
    misses = _misses(named)
    habits = named.ids("habit", *Kind) | {miss.habit_id for miss in misses}
    reminded = list(
        Habit.objects.filter(id__in=named.ids("habit", Kind.REMINDER, Kind.NUDGE), archived_at__isnull=True)
    )
    open_now = _with_muting(open_seats().filter(habit__in=habits)).select_related("person", "habit__owner")
    offered = offered_seats().filter(habit__in=named.ids("habit", Kind.SEAT_OFFERED))
    offers = _with_muting(offered).select_related("habit__owner")
    answers = MissAnswer.objects.filter(miss__in=named.ids("miss", Kind.CHEER))
    return Present(
        now=now,
        seats={(seat.habit_id, seat.person_id): seat for seat in open_now},
        offers={(seat.habit_id, seat.person_id): seat for seat in offers},
        check_ins=standing_check_ins().filter(habit__archived_at__isnull=True).in_bulk(list(check_in_ids)),
        reactions=_reactions(check_in_ids),
        misses=misses,
        miss_answers={(answer.miss_id, answer.person_id): answer for answer in answers},
        histories=load_histories(reminded, now=now),
        named=named_friends([habit.id for habit in reminded], now=now),
        arrivals=names_asked_about(named.ids("person", Kind.ARRIVED)),
        muted=_muted([*open_now, *offers]),
        nudges=_nudges(named),
        **_about_letters(named),
    )


def _with_muting(seats: QuerySet[Seat]) -> QuerySet[Seat]:
    """Each seat with whether its holder mutes the habit's owner: a query less than asking apart."""
    muted = Distance.objects.filter(person=OuterRef("person"), friend=OuterRef("habit__owner"), muted_at__isnull=False)
    return seats.annotate(muted=Exists(muted))


def _muted(seats: Iterable[Seat]) -> set[tuple[UUID, UUID]]:
    """By (reader, friend)."""
    return {(seat.person_id, seat.habit.owner_id) for seat in seats if getattr(seat, "muted", False)}


def _nudges(named: Named) -> dict[UUID, str]:
    """The preset of each nudge by its id, but of senders whom the owner mutes by now."""
    muted = Distance.objects.filter(person=OuterRef("owner"), friend=OuterRef("sender"), muted_at__isnull=False)
    heard = Nudge.objects.filter(~Exists(muted), id__in=named.ids("nudge", Kind.NUDGE))
    return dict(heard.values_list("id", "preset"))


class _AboutLetters(TypedDict):
    letters: Collection[UUID]
    gold_letters: Mapping[UUID, GoldLetter]
    friends: Mapping[tuple[UUID, UUID], Person]


def _about_letters(named: Named) -> _AboutLetters:
    standing = BlueLetter.objects.filter(id__in=named.ids("letter", Kind.LETTER_GIVEN), off_at__isnull=True)
    opened = GoldLetter.objects.filter(
        id__in=named.ids("gold_letter", Kind.GOLD_LETTER, Kind.THANKS), opened_at__isnull=False
    )
    opened = opened.filter(hidden_at__isnull=True)
    readers, askers = named.readers(Kind.CHECK_ASKED), named.ids("person", Kind.CHECK_ASKED)
    friends = Friendship.objects.filter(person__in=readers, friend__in=askers, friend__is_active=True)
    return {
        "letters": set(standing.values_list("id", flat=True)),
        "gold_letters": opened.in_bulk(),
        "friends": {(one.person_id, one.friend_id): one.friend for one in friends.select_related("friend")},
    }


def _misses(named: Named) -> list[Miss]:
    cards = Q(owner__in=named.ids("person", Kind.MISS), date__in=named.dates(Kind.MISS))
    returned = Q(habit__in=named.ids("habit", Kind.BACK), returned_on__in=named.dates(Kind.BACK))
    others = Q(id__in=named.ids("miss", Kind.CHEER, Kind.DONE_AFTER_ALL))
    found = Miss.objects.filter(cards | returned | others).select_related("owner", "habit")
    return list(found.order_by("closed_at", "id"))


def _reactions(check_in_ids: set[UUID]) -> dict[UUID, list[Reaction]]:
    """By check-in, in the order given."""
    found: dict[UUID, list[Reaction]] = defaultdict(list)
    for reaction in Reaction.objects.filter(check_in__in=check_in_ids).order_by("reacted_at", "id"):
        found[reaction.check_in_id].append(reaction)
    return found
