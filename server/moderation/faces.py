"""The faces friends answered, cheered and nudged somebody with."""

from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from server.habits.models import Miss
from server.habits.selectors.audiences import open_seats
from server.media.models import Photo
from server.nudges.models import Nudge
from server.people.models import Person
from server.responses.models import MissAnswer, Reaction

GONE = (Miss.State.VOIDED, Miss.State.RESTED)


def faces_sent_to(person_id: UUID) -> QuerySet[Photo]:
    """Every one that is kept still."""
    return _photos(
        Reaction.objects.filter(check_in__owner=person_id),
        MissAnswer.objects.filter(miss__owner=person_id),
        Nudge.objects.filter(owner=person_id, arrived=True),
    )


def faces_shown_to(viewer: Person) -> QuerySet[Photo]:
    """Those this person may see now: of friends who still may see the day."""
    return _photos(
        Reaction.objects.filter(_seated("check_in__habit", "person"), check_in__owner=viewer, check_in__undone_at=None),
        MissAnswer.objects.filter(_seated("miss__habit", "person"), miss__owner=viewer).exclude(miss__state__in=GONE),
        Nudge.objects.filter(_seated("habit", "sender"), owner=viewer, arrived=True),
    )


def _photos(answers: QuerySet[Reaction], cheers: QuerySet[MissAnswer], nudges: QuerySet[Nudge]) -> QuerySet[Photo]:
    held = Q(pk__in=answers.values("photo")) | Q(pk__in=cheers.values("photo")) | Q(pk__in=nudges.values("photo"))
    return Photo.objects.filter(held)


def _seated(habit: str, person: str) -> Exists:
    return Exists(open_seats().filter(habit=OuterRef(habit), person=OuterRef(person)))
