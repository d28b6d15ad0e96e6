"""What is true now about the things notices speak of, loaded for many notices at once."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypedDict
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from server.beside.models import RoleModel
from server.beside.selectors.role_models import keepers_of, named_beside
from server.comments.models import Comment
from server.comments.selectors import readable
from server.guests.models import GuestLink
from server.habits.models import CheckIn, Habit, Miss, Season, Seat
from server.habits.selectors.audiences import offered_seats, open_seats
from server.habits.selectors.days import standing_check_ins
from server.habits.selectors.histories import load_histories
from server.letters.models import BlueLetter, GoldLetter
from server.notifications.kinds import Kind
from server.notifications.models import Notice
from server.notifications.named import Named
from server.notifications.present_groups import Groups, load_groups_named
from server.nudges.models import Nudge
from server.people.models import Distance, Friendship, Person
from server.people.selectors import names_asked_about
from server.responses.models import MissAnswer, Reaction
from server.responses.waiting import seats_with_unseen
from shared.history import History
from shared.moods import Role


@dataclass(frozen=True, slots=True)
class Present:
    """Seats are by (habit, person), answers by (miss, person), newcomers' names by (inviter, person).

    `letters` are blue letters that stand, `nudges` and `comments` those that may be heard, `guests` names by link,
    friends are by (whose, who), `unseen` are by reader whose days wait for them, `asking` the seasons, (habit,
    number), whose owners are yet to say how it goes on, `beside` who keeps a habit beside theirs, by (that habit,
    who). What may not be spoken of now is simply not here.
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
    asking: Collection[tuple[UUID, int]]
    unseen: Mapping[UUID, Sequence[Person]]
    muted: Collection[tuple[UUID, UUID]]
    nudges: Mapping[UUID, Nudge]
    comments: Mapping[UUID, Comment]
    guests: Mapping[UUID, str]
    beside: Mapping[tuple[UUID, UUID], RoleModel]
    groups: Groups

    def seat(self, habit_id: UUID, person_id: UUID) -> Seat | None:
        return self.seats.get((habit_id, person_id))

    def was_witness(self, miss: Miss, person_id: UUID) -> bool:
        """Whether this person witnesses the habit, and did when the miss closed."""
        seat = self.seat(miss.habit_id, person_id)
        if seat is None or seat.role != Role.WITNESS or seat.accepted_at is None:
            return False
        return seat.accepted_at <= miss.closed_at


def load_present(notices: Sequence[Notice], *, now: datetime) -> Present:
    """The number of queries depends neither on the notices nor on their readers."""
    named = Named(notices)
    check_in_ids = named.ids("check_in", Kind.FIRST_ANSWER, Kind.MORE_ANSWERS, Kind.THANKS, Kind.RELAY)
    misses = _misses(named)
    habits = named.ids("habit", *Kind) | {miss.habit_id for miss in misses}
    reminded = list(
        Habit.objects.filter(id__in=named.ids("habit", Kind.REMINDER, Kind.NUDGE), archived_at__isnull=True)
    )
    open_now = _with_muting(open_seats().filter(habit__in=habits)).select_related("person", "habit__owner")
    offered = offered_seats().filter(habit__in=named.ids("habit", Kind.SEAT_OFFERED))
    offers = _with_muting(offered).select_related("habit__owner")
    answers = MissAnswer.objects.filter(miss__in=named.ids("miss", Kind.CHEER)).select_related("photo")
    return Present(
        now=now,
        seats={(seat.habit_id, seat.person_id): seat for seat in open_now},
        offers={(seat.habit_id, seat.person_id): seat for seat in offers},
        check_ins=standing_check_ins().filter(habit__archived_at__isnull=True).in_bulk(list(check_in_ids)),
        reactions=_reactions(check_in_ids),
        misses=misses,
        miss_answers={(answer.miss_id, answer.person_id): answer for answer in answers},
        histories=load_histories(reminded, now=now),
        named=named_beside([habit.id for habit in reminded], now=now),
        arrivals=names_asked_about(named.ids("person", Kind.ARRIVED)),
        asking=_asking(named.ids("habit", Kind.SEASON_OVER)),
        unseen=_unseen(named.readers(Kind.ROUNDS), now),
        muted=_muted([*open_now, *offers]),
        nudges=_nudges(named),
        comments=readable().in_bulk(list(named.ids("comment", Kind.COMMENT))),
        guests=_guests(named),
        beside=keepers_of(named.ids("habit", Kind.STARTED_BESIDE, Kind.KEPT_BESIDE)),
        groups=load_groups_named(named, now=now),
        **_about_letters(named),
    )


def _with_muting(seats: QuerySet[Seat]) -> QuerySet[Seat]:
    """Each seat with whether its holder mutes the habit's owner: a query less than asking apart."""
    muted = Distance.objects.filter(person=OuterRef("person"), friend=OuterRef("habit__owner"), muted_at__isnull=False)
    return seats.annotate(muted=Exists(muted))


def _muted(seats: Iterable[Seat]) -> set[tuple[UUID, UUID]]:
    """By (reader, friend)."""
    return {(seat.person_id, seat.habit.owner_id) for seat in seats if getattr(seat, "muted", False)}


def _nudges(named: Named) -> dict[UUID, Nudge]:
    """By id, but of senders whom the owner mutes by now."""
    muted = Distance.objects.filter(person=OuterRef("owner"), friend=OuterRef("sender"), muted_at__isnull=False)
    heard = Nudge.objects.filter(~Exists(muted), id__in=named.ids("nudge", Kind.NUDGE))
    return heard.select_related("photo").in_bulk()


def _guests(named: Named) -> dict[UUID, str]:
    """The names of those who answered and may still be spoken of, by link."""
    links = GuestLink.objects.filter(id__in=named.ids("guest_link", Kind.GUEST_ANSWER), answered_at__isnull=False)
    return dict(links.filter(check_in__undone_at__isnull=True).values_list("id", "name"))


def _asking(habit_ids: set[UUID]) -> set[tuple[UUID, int]]:
    seasons = Season.objects.filter(habit__in=habit_ids, habit__archived_at__isnull=True).order_by("number")
    latest = {season.habit_id: season for season in seasons}
    return {(season.habit_id, season.number) for season in latest.values() if season.closed_on is None}


BY_FRIENDSHIP = (Kind.CHECK_ASKED, Kind.SEASON_THANKS)
"""What a friend is told whether they have a seat or not."""


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
    readers, askers = named.readers(*BY_FRIENDSHIP), named.ids("person", *BY_FRIENDSHIP)
    friends = Friendship.objects.filter(person__in=readers, friend__in=askers, friend__is_active=True)
    return {
        "letters": set(standing.values_list("id", flat=True)),
        "gold_letters": opened.in_bulk(),
        "friends": {(one.person_id, one.friend_id): one.friend for one in friends.select_related("friend")},
    }


def _unseen(readers: set[UUID], now: datetime) -> dict[UUID, list[Person]]:
    """Whose days wait for each of these readers. No query where nobody was told of their rounds."""
    found: dict[UUID, list[Person]] = defaultdict(list)
    for seat in seats_with_unseen(readers, now=now) if readers else ():
        if seat.habit.owner not in found[seat.person_id]:
            found[seat.person_id].append(seat.habit.owner)
    return found


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
