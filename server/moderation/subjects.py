"""What can be reported, in one table: whose it is, what it says, who may see it, how it is hidden."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from server.beside.models import Anchor
from server.beside.services.hiding import hide_anchor
from server.challenges.selectors.sight import co_members_of, shown_in_groups
from server.comments.models import Comment
from server.comments.selectors import readable
from server.comments.services import hide_comment
from server.habits.models import CheckIn
from server.habits.selectors.audiences import open_seats, visible_habit_ids
from server.habits.selectors.days import standing_check_ins
from server.habits.services.hiding import hide_check_in
from server.letters.models import GoldLetter
from server.letters.selectors.gold_letters import opened_for
from server.letters.services.gold_letters import hide_gold_letter
from server.media.models import Photo
from server.media.services import hide_photo
from server.moderation.faces import faces_sent_to, faces_shown_to
from server.moderation.models import Report
from server.people.models import Person
from server.people.selectors import friendships_of
from server.responses.miss_services import hide_cheer
from server.responses.models import MissAnswer

Rows: TypeAlias = QuerySet[Any]

_PICTURES_BESIDE = Anchor.objects.filter(kind=Anchor.Kind.PICTURE)
"""A check-in that stands beside a day is reported as that check-in."""


@dataclass(frozen=True, slots=True)
class Kind:
    """`by` and `says` are the fields that hold whose it is and its words; a person is not hidden: they are suspended.

    `seen_by`: what of it this person may report. `sent_to`: what goes with whom it was sent to when they depart.
    """

    rows: Rows
    by: str
    says: str
    seen_by: Callable[[Person], Rows]
    sent_to: Callable[[UUID], Rows]
    hide: Callable[..., bool] | None = None

    def about(self, person_id: UUID) -> Rows:
        """All of it that is this person's."""
        return self.rows.filter(**{self.by: person_id})


def _people(reporter: Person) -> Rows:
    """Friends, and whoever keeps a promise together with them."""
    known = Q(id__in=friendships_of(reporter).values("friend")) | Q(id__in=co_members_of(reporter))
    return Person.objects.filter(known)


def _check_ins(reporter: Person) -> Rows:
    seen = Q(habit__in=visible_habit_ids(reporter)) | Q(pk__in=shown_in_groups(reporter))
    return standing_check_ins().filter(seen)


def _cheers(reporter: Person) -> Rows:
    seat = open_seats().filter(habit=OuterRef("miss__habit"), person=OuterRef("person"))
    return MissAnswer.objects.filter(Exists(seat), miss__owner=reporter, hidden_at=None).exclude(words="")


def _anchors(reporter: Person) -> Rows:
    return _PICTURES_BESIDE.filter(habit__in=visible_habit_ids(reporter), hidden_at=None)


def _to_nobody(person_id: UUID) -> Rows:
    return Person.objects.none()


KINDS: Mapping[str, Kind] = {
    Report.Subject.CHECK_IN: Kind(
        CheckIn.objects.all(), "owner", "caption", _check_ins, _to_nobody, hide_check_in
    ),
    Report.Subject.PERSON: Kind(Person.objects.all(), "pk", "name", _people, _to_nobody),
    Report.Subject.LETTER: Kind(
        GoldLetter.objects.all(), "writer", "text", opened_for,
        lambda person: GoldLetter.objects.filter(habit__owner=person), hide_gold_letter,
    ),
    Report.Subject.COMMENT: Kind(
        Comment.objects.all(), "writer", "text", lambda reporter: readable().filter(check_in__owner=reporter),
        lambda person: Comment.objects.filter(check_in__owner=person), hide_comment,
    ),
    Report.Subject.CHEER: Kind(
        MissAnswer.objects.all(), "person", "words", _cheers,
        lambda person: MissAnswer.objects.filter(miss__owner=person), hide_cheer,
    ),
    Report.Subject.FACE: Kind(
        Photo.objects.all(), "owner", "", faces_shown_to, faces_sent_to, hide_photo
    ),
    Report.Subject.ANCHOR: Kind(
        _PICTURES_BESIDE, "habit__owner", "", _anchors, _to_nobody, hide_anchor
    ),
}  # fmt: skip


def reports_on(rows: Callable[[Kind], Rows]) -> Q:
    """Reports of every kind about the rows this names, as a condition."""
    found = Q(pk__in=[])
    for subject, kind in KINDS.items():
        found |= Q(subject=subject, subject_id__in=rows(kind).values("pk"))
    return found
