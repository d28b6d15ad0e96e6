"""What a reader asked for less of, and what a witness did about others' empty days, for their export."""

from collections.abc import Iterator
from typing import Any

from server.feed.selectors.less import less_of
from server.feed.selectors.visible import witnessed_misses
from server.people.models import Person
from server.responses.models import MissAnswer, MissLook


def less(person: Person) -> Iterator[dict[str, Any]]:
    """Of habits this person may see now."""
    for one in less_of(person):
        yield {"person": one.habit.owner_id, "name": one.habit.owner.name, "since": one.since}


def miss_looks_given(person: Person) -> Iterator[dict[str, Any]]:
    """Only of days this person may see now: that somebody missed a day is told to present witnesses alone."""
    for look in MissLook.objects.filter(person=person, miss__in=witnessed_misses(person)).select_related("miss__owner"):
        yield {
            "person": look.miss.owner_id, "name": look.miss.owner.name, "date": look.miss.date,
            "looked_at": look.looked_at,
        }  # fmt: skip


def miss_answers_given(person: Person) -> Iterator[dict[str, Any]]:
    """As with looks."""
    answers = MissAnswer.objects.filter(person=person, miss__in=witnessed_misses(person))
    for given in answers.select_related("miss__owner").order_by("pk"):
        yield {
            "person": given.miss.owner_id, "name": given.miss.owner.name, "date": given.miss.date,
            "kind": given.kind, "preset": given.preset, "words": given.words,
            "picture": given.photo_id, "answered_at": given.answered_at,
        }  # fmt: skip
