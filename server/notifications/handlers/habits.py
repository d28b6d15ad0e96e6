"""What promises, days and misses mean for others: facts of the habits app become notices. Each may run twice."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q

from server.habits.models import Miss, Seat
from server.habits.selectors.audiences import open_seats
from server.kernel.models import Fact
from server.notifications.kinds import Kind
from server.notifications.models import Notice
from server.notifications.services import notify
from shared.ids import reminder_id
from shared.moods import Role


def tell_seat_offered(fact: Fact) -> None:
    """To the friend who is asked; a new offer after an ended one is told anew."""
    seat = Seat.objects.get(id=fact.payload["seat"])
    if seat.state == Seat.State.INVITED:
        notify(
            recipient_id=seat.person_id, kind=Kind.SEAT_OFFERED, about=str(seat.id), now=fact.happened_at,
            habit=str(seat.habit_id), person=str(fact.person_id),
        )  # fmt: skip


def tell_seat_accepted(fact: Fact) -> None:
    """To the owner. A refusal is never told."""
    seat = Seat.objects.get(id=fact.payload["seat"])
    if seat.state == Seat.State.ACCEPTED:
        notify(
            recipient_id=fact.person_id, kind=Kind.SEAT_ACCEPTED, about=str(seat.id), now=fact.happened_at,
            habit=str(seat.habit_id), person=str(seat.person_id),
        )  # fmt: skip


def tell_missed(fact: Fact) -> None:
    """One card per witness and date, over all habits of the owner."""
    miss = Miss.objects.get(id=fact.payload["miss"])
    if miss.state != Miss.State.OPEN:
        return
    for witness_id in _witnesses_of(miss):
        notify(
            recipient_id=witness_id, kind=Kind.MISS, about=_card(miss), now=fact.happened_at,
            habit=str(miss.habit_id), person=str(miss.owner_id), date=miss.date.isoformat(),
        )  # fmt: skip


def tell_back(fact: Fact) -> None:
    """To the witnesses who held the card, once for the day of the return."""
    miss = Miss.objects.get(id=fact.payload["miss"])
    if miss.state != Miss.State.RETURNED or miss.returned_on is None:
        return
    day = miss.returned_on.isoformat()
    for witness_id in _card_holders(miss):
        notify(
            recipient_id=witness_id, kind=Kind.BACK, about=f"{miss.owner_id}:{day}", now=fact.happened_at,
            habit=str(miss.habit_id), person=str(miss.owner_id), date=day,
        )  # fmt: skip


def tell_done_after_all(fact: Fact) -> None:
    """The check-in arrived after the miss: to those who held the card, once. A miss voided by rest is not spoken of."""
    miss = Miss.objects.get(id=fact.payload["miss"])
    if miss.state != Miss.State.VOIDED:
        return
    for witness_id in _card_holders(miss):
        notify(
            recipient_id=witness_id, kind=Kind.DONE_AFTER_ALL, about=_card(miss), now=fact.happened_at,
            habit=str(miss.habit_id), person=str(miss.owner_id), date=miss.date.isoformat(), miss=str(miss.id),
        )  # fmt: skip


def remind(fact: Fact) -> None:
    """The owner's own time has come. The name is the one the phone's alarm carries, so that nothing rings twice."""
    habit_id, day, slot = fact.payload["habit"], fact.payload["date"], fact.payload["slot"]
    name = reminder_id(UUID(habit_id), date.fromisoformat(day), slot)
    notify(
        recipient_id=fact.person_id, kind=Kind.REMINDER, about=str(name), now=fact.happened_at,
        habit=habit_id, date=day,
    )  # fmt: skip


def ask_how_it_goes_on(fact: Fact) -> None:
    """To the owner: a season is over."""
    habit, number = fact.payload["habit"], fact.payload["season"]
    notify(
        recipient_id=fact.person_id, kind=Kind.SEASON_OVER, about=f"{habit}:{number}", now=fact.happened_at,
        habit=habit, season=str(number),
    )  # fmt: skip


def thank_witnesses(fact: Fact) -> None:
    """To everybody who looked until the season's end, whether they are asked for another or not."""
    at, habit, number = fact.happened_at, fact.payload["habit"], fact.payload["season"]
    taken = Seat.objects.filter(habit=habit, role=Role.WITNESS, state=Seat.State.ACCEPTED, accepted_at__lte=at)
    until_now = taken.filter(Q(ended_at__isnull=True) | Q(ended_at__gte=at))
    for witness_id in until_now.values_list("person_id", flat=True):
        notify(
            recipient_id=witness_id, kind=Kind.SEASON_THANKS, about=f"{habit}:{number}", now=at,
            person=str(fact.person_id),
        )  # fmt: skip


def _witnesses_of(miss: Miss) -> set[UUID]:
    """Who witnesses the habit now and did when the miss closed."""
    seats = open_seats().filter(habit=miss.habit_id, role=Role.WITNESS, accepted_at__lte=miss.closed_at)
    return set(seats.values_list("person_id", flat=True))


def _card_holders(miss: Miss) -> set[UUID]:
    cards = [f"{Kind.MISS}:{_card(miss)}:{witness_id}" for witness_id in _witnesses_of(miss)]
    return _recipients(Notice.objects.filter(dedupe__in=cards))


def _recipients(notices: Iterable[Notice]) -> set[UUID]:
    return {notice.recipient_id for notice in notices}


def _card(miss: Miss) -> str:
    return f"{miss.owner_id}:{miss.date.isoformat()}"
