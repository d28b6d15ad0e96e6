"""What the order of a feed hangs on, gathered for all its days at once: as it stood at one instant."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, QuerySet

from server.feed.models import LessOf
from server.feed.selectors.visible import others_check_ins, witnessed_misses
from server.habits.models import CheckIn, Miss
from server.habits.selectors.audiences import open_seats
from server.kernel.pages import PAGE
from server.people.models import Person
from server.people.selectors import muted_by
from server.responses.models import MissLook, Reaction
from shared import ids
from shared.moods import Role
from shared.ranking import CLOSE_WITHIN, MOST_SORTED, REACH, CardFacts, Place

_MILLISECOND = timedelta(milliseconds=1)


def sortable(viewer: Person, *, as_of: datetime) -> list[CardFacts]:
    """The latest days of friends this viewer may see, with all that sorts them. Two queries."""
    here = _check_ins(viewer, as_of).filter(id__gte=ids.first_at(as_of - REACH)).order_by("-id")
    rows = here.annotate(**_known(viewer, as_of)).values(
        "id", "owner_id", "answered", "witnessed", "others", "back", "less"
    )[:MOST_SORTED]  # fmt: skip
    closeness = _closeness(viewer, as_of)
    return [_facts(row, closeness) for row in rows]


def older(viewer: Person, facts: Collection[CardFacts], *, as_of: datetime, after: Place | None) -> list[CardFacts]:
    """Up to a page and one of the days before those, by time alone. One query."""
    full = len(facts) == MOST_SORTED
    before = min(card.id for card in facts) if full else ids.first_at(as_of - REACH)
    if after is not None:
        before = min(before, UUID(int=-after.before))
    rows = _check_ins(viewer, as_of).filter(id__lt=before).order_by("-id").values_list("id", flat=True)
    return [CardFacts(found, older=True) for found in rows[: PAGE + 1]]


def _check_ins(viewer: Person, as_of: datetime) -> QuerySet[CheckIn]:
    shown = others_check_ins(viewer).exclude(owner__in=muted_by(viewer))
    return shown.filter(id__lt=ids.first_at(as_of + _MILLISECOND))


def _known(viewer: Person, as_of: datetime) -> dict[str, Exists]:
    """A comeback is one to whom saw the card of its miss as a witness and is one still: to nobody else."""
    answers = Reaction.objects.filter(check_in=OuterRef("pk"), reacted_at__lte=as_of)
    seated = open_seats().filter(habit=OuterRef("check_in__habit"), person=OuterRef("person"))
    seen = MissLook.objects.filter(miss=OuterRef("pk"), person=viewer)
    comebacks = witnessed_misses(viewer).filter(Exists(seen), state=Miss.State.RETURNED)
    return {
        "answered": Exists(answers.filter(person=viewer)),
        "witnessed": Exists(open_seats().filter(habit=OuterRef("habit"), person=viewer, role=Role.WITNESS)),
        "others": Exists(answers.exclude(person=viewer).filter(Exists(seated))),
        "back": Exists(comebacks.filter(habit=OuterRef("habit"), returned_on=OuterRef("date"))),
        "less": Exists(LessOf.objects.filter(person=viewer, habit=OuterRef("habit"))),
    }


def _closeness(viewer: Person, as_of: datetime) -> dict[UUID, int]:
    """How many days of each friend this viewer has answered lately: the viewer's own acts, no one else's."""
    given = Reaction.objects.filter(person=viewer, reacted_at__lte=as_of, reacted_at__gt=as_of - CLOSE_WITHIN)
    return dict(given.values_list("check_in__owner").annotate(days=Count("pk")))


def _facts(row: Mapping[str, Any], closeness: Mapping[UUID, int]) -> CardFacts:
    return CardFacts(
        id=row["id"], back=row["back"], waits=row["witnessed"] and not (row["answered"] or row["others"]),
        answered=row["answered"], closeness=closeness.get(row["owner_id"], 0), less=row["less"],
    )  # fmt: skip
