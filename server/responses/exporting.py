"""Looks and answers, for the export of whoever gave or received them. Somebody is named while they are a friend."""

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from server.kernel.batches import each
from server.people.models import Person
from server.people.selectors import friendships_of
from server.responses.models import Look, MissAnswer, MissLook, Reaction

Row = dict[str, Any]


def looks_received(person: Person) -> Iterator[Row]:
    names = _names(person)
    for look in each(Look.objects.filter(check_in__owner=person, shown=True).select_related("check_in")):
        yield {"habit": look.check_in.habit_id, "date": look.check_in.date, **_who(look.person_id, names)}


def answers_received(person: Person) -> Iterator[Row]:
    """Who answered which day with what. When they did is theirs."""
    names = _names(person)
    for given in each(Reaction.objects.filter(check_in__owner=person).select_related("check_in")):
        yield {
            "habit": given.check_in.habit_id, "date": given.check_in.date, "kind": given.kind,
            **_who(given.person_id, names), "thanked_at": given.thanked_at,
        }  # fmt: skip


def miss_looks_received(person: Person) -> Iterator[Row]:
    names = _names(person)
    for look in each(MissLook.objects.filter(miss__owner=person).select_related("miss")):
        yield {"habit": look.miss.habit_id, "date": look.miss.date, **_who(look.person_id, names)}


def cheers_received(person: Person) -> Iterator[Row]:
    """Who cheered about an empty day. Letting go is silent."""
    names = _names(person)
    for given in each(MissAnswer.objects.filter(miss__owner=person, kind="cheer").select_related("miss")):
        yield {
            "habit": given.miss.habit_id, "date": given.miss.date, "preset": given.preset,
            "words": "" if given.hidden_at else given.words, **_who(given.person_id, names),
        }  # fmt: skip


def looks_given(person: Person) -> Iterator[Row]:
    names = _names(person)
    for look in each(Look.objects.filter(person=person).select_related("check_in")):
        yield {
            **_who(look.check_in.owner_id, names),
            "date": look.check_in.date,
            "looked_at": look.looked_at,
            "shown": look.shown,
        }


def answers_given(person: Person) -> Iterator[Row]:
    """Whether somebody said thanks is theirs to tell, in their notice."""
    names = _names(person)
    for given in each(Reaction.objects.filter(person=person).select_related("check_in")):
        yield {
            **_who(given.check_in.owner_id, names), "date": given.check_in.date, "kind": given.kind,
            "picture": given.photo_id, "answered_at": given.reacted_at,
        }  # fmt: skip


def _names(person: Person) -> Mapping[UUID, str]:
    return {row.friend_id: row.friend.name for row in friendships_of(person)}


def _who(person_id: UUID, names: Mapping[UUID, str]) -> Row:
    """Somebody who is no friend any more is nobody in particular."""
    return {"person": person_id if person_id in names else None, "name": names.get(person_id, "")}
