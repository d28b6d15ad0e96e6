"""What was done about check-ins and misses, for many of them at once."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q

from server.habits.selectors.audiences import open_seats
from server.media.models import Photo
from server.people.models import Person
from server.responses.models import Look, MissAnswer, MissLook, Reaction
from shared.moods import Role

NAMED_WITHIN = timedelta(days=3)
"""How fresh a witness's look must be for Kith to say that they will see today's."""


@dataclass(frozen=True, slots=True)
class DayAct:
    """What one person did about a check-in. The answer's instant is that of their first one.

    `picture` is the photo of their own face, where that is the answer and it is still there.
    """

    looked_at: datetime | None = None
    answer: str | None = None
    answered_at: datetime | None = None
    picture: UUID | None = None


@dataclass(frozen=True, slots=True)
class MissAct:
    """What one witness did about a miss. `answer` is a cheer or letting go; a cheer has a preset, a face or both.

    `picture` is the photo of their face, `words` their own: both empty while a moderator hides them.
    """

    saw: bool = False
    answer: str | None = None
    preset: str = ""
    words: str = ""
    picture: UUID | None = None
    id: UUID | None = None


NOTHING = DayAct()
UNSEEN = MissAct()


def acts_on(check_in_ids: Collection[UUID], *, viewer: Person | None = None) -> dict[UUID, dict[UUID, DayAct]]:
    """By check-in, then by person; the viewer's own quiet looks included. Two queries."""
    acts: dict[UUID, dict[UUID, DayAct]] = defaultdict(dict)
    known = Q(shown=True) | Q(person=viewer) if viewer else Q(shown=True)
    for look in Look.objects.filter(known, check_in__in=check_in_ids):
        acts[look.check_in_id][look.person_id] = DayAct(looked_at=look.looked_at)
    for given in Reaction.objects.filter(check_in__in=check_in_ids).select_related("photo"):
        looked = acts[given.check_in_id].get(given.person_id, NOTHING).looked_at
        acts[given.check_in_id][given.person_id] = DayAct(
            looked or given.reacted_at, given.kind, given.reacted_at, shown_picture(given.photo)
        )
    return acts


def acts_on_misses(miss_ids: Collection[UUID]) -> dict[UUID, dict[UUID, MissAct]]:
    """By miss, then by witness. Two queries."""
    acts: dict[UUID, dict[UUID, MissAct]] = defaultdict(dict)
    for look in MissLook.objects.filter(miss__in=miss_ids).order_by("looked_at", "pk"):
        acts[look.miss_id][look.person_id] = MissAct(saw=True)
    answers = MissAnswer.objects.filter(miss__in=miss_ids).select_related("photo")
    for given in answers.order_by("answered_at", "pk"):
        acts[given.miss_id][given.person_id] = act_of(given)
    return acts


def act_of(given: MissAnswer) -> MissAct:
    return MissAct(
        saw=True, answer=given.kind, preset=given.preset, words="" if given.hidden_at else given.words,
        picture=shown_picture(given.photo), id=given.id,
    )  # fmt: skip


def shown_picture(photo: Photo | None) -> UUID | None:
    """Its id, while it is there for whom it answered."""
    return None if photo is None or photo.hidden_at else photo.id


def named_friends(
    habit_ids: Collection[UUID], *, now: datetime, before_others: Collection[tuple[UUID, UUID]] = ()
) -> dict[UUID, Person]:
    """By habit, the friend Kith may name: they agreed to look, and did within three days.

    Witnesses before the gallery, and of several the one who agreed first: the face in the middle must not change each
    time somebody looks. Whom a circle gave their seat, nobody asked. `before_others`: (habit, person) who come first.
    """
    seats = open_seats().filter(habit__in=habit_ids, circle__isnull=True).select_related("person")
    looks = Look.objects.filter(check_in__habit__in=habit_ids, person__in=seats.values("person"), shown=True)
    fresh = looks.filter(looked_at__gt=now - NAMED_WITHIN, looked_at__lte=now)
    lookers = set(fresh.values_list("check_in__habit_id", "person_id"))
    agreed = seats.order_by("-accepted_at", "-id")
    least_first = sorted(
        agreed, key=lambda seat: ((seat.habit_id, seat.person_id) in before_others, seat.role == Role.WITNESS)
    )
    return {seat.habit_id: seat.person for seat in least_first if (seat.habit_id, seat.person_id) in lookers}
