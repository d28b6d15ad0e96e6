"""Who may write to whom in their own words: whoever was named, and no grown-up to somebody who may be under 18.

Asked at each use: the flag may have been taken back, and people grow older.
"""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from server.people.models import Distance, Person
from server.people.selectors import person_clocks
from shared.days import habit_day


def needs_presets(sender: Person, receiver: Person, *, now: datetime) -> bool:
    """Whether set words are all there is: a grown-up writes, and the other may be under 18."""
    adults = _adults([sender, receiver], now)
    return sender.id in adults and receiver.id not in adults


def may_write(writer: Person, owner: Person, *, now: datetime) -> bool:
    return owner.id in open_to(writer, [owner.id], now=now)


def open_to(writer: Person, owner_ids: Collection[UUID], *, now: datetime) -> set[UUID]:
    """Who of these people lets the writer use words of their own now. At most two queries, however many."""
    named = Distance.objects.filter(person__in=owner_ids, friend=writer, own_words_at__isnull=False)
    owners = [row.person for row in named.select_related("person")]
    adults = _adults([writer, *owners], now) if owners else set()
    return {owner.id for owner in owners if owner.id in adults or writer.id not in adults}


def _adults(people: Collection[Person], now: datetime) -> set[UUID]:
    """Of these, who is certainly 18 on their own date."""
    clocks = person_clocks(person.id for person in people)
    return {person.id for person in people if person.is_adult(habit_day(clocks[person.id], now))}
