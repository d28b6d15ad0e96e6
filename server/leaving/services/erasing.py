"""Deleting everything of a person whose seven days are over.

Each step is small and repeatable; the departure is the last row to go, with its person. Killed at any instant, the
work begins anew once the lease has run out and finds less to do.
"""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from django.contrib.admin.models import LogEntry
from django.db import transaction

from server.challenges.forgetting import forget_challenges
from server.comments.forgetting import forget_comments
from server.habits.models import Habit, Miss
from server.habits.services.forgetting import forget_days, forget_habits, forget_seats
from server.kernel import leases
from server.kernel.batches import delete_batch
from server.kernel.forgetting import forget_log, forget_mentions
from server.leaving.archive import storage
from server.leaving.models import Departure, Export
from server.letters.forgetting import forget_letters
from server.media.services import forget_photos
from server.moderation.forgetting import forget_reports
from server.notifications.forgetting import forget_notices
from server.nudges.forgetting import forget_nudge_faces, forget_nudges
from server.people.locks import lock_people
from server.people.services.parting import close_account, forget_pending_sign_ins, remove_person
from server.responses.forgetting import forget_acts, forget_faces
from shared import clock

log = logging.getLogger(__name__)

CALM = timedelta(minutes=1)
"""Between shutting the doors and deleting: what was on its way in has arrived or been turned back."""


def _forget_exports(person_id: UUID) -> int:
    """An export being packed is no longer anybody's, and its worker stops; then the file goes, then the row."""
    exports = list(Export.objects.filter(person_id=person_id)[:1])
    for export in exports:
        Export.objects.filter(pk=export.pk).update(state=Export.State.EXPIRED, next_at=None, leased_until=None)
        storage.remove(export.id)
        export.delete()
    return len(exports)


def _forget_admin_log(person_id: UUID) -> int:
    """What hosts looked into of theirs; the admin notes the name of a thing with the deed."""
    things = [Habit.objects.filter(owner=person_id), Miss.objects.filter(owner=person_id)]
    named = [str(person_id), *(str(key) for rows in things for key in rows.values_list("pk", flat=True))]
    return delete_batch(LogEntry.objects.filter(object_id__in=named))


Eraser = Callable[[UUID], int]
ERASERS: tuple[Eraser, ...] = (
    # What is found by way of a person's days comes before the days.
    _forget_admin_log, forget_reports, forget_notices, forget_letters, forget_nudges, forget_nudge_faces,
    forget_comments, forget_faces, forget_acts, forget_challenges, forget_seats, _forget_exports, forget_photos,
    forget_days,
    forget_habits, forget_log, forget_mentions, forget_pending_sign_ins,
)  # fmt: skip
"""Each deletes a batch and answers how many rows; 0 means that nothing is left. Foreign keys see to the rest."""


def work_on_departures(*, now: datetime) -> int:
    """Carry out departures whose time has come; answers how many were taken. Safe to run from anywhere, at once."""
    taken: list[Departure] = leases.claim(Departure.objects.filter(ends_at__lte=now), now=now, limit=1)
    for departure in taken:
        try:
            _begin(departure, now) if departure.begun_at is None else _erase(departure)
        except leases.LeaseLostError:
            log.info("a departure was taken over")
        except Exception:  # one that cannot be carried out now must not keep the others from it
            log.exception("a departure could not be carried out")
            leases.postpone(departure, now=now, attempts=departure.attempts)
    return len(taken)


@transaction.atomic
def _begin(departure: Departure, now: datetime) -> None:
    """From here on nobody can change their mind. Whoever did in this very moment is not found here any more."""
    lock_people(departure.person_id)
    if Departure.objects.filter(pk=departure.pk, begun_at=None).update(begun_at=now):
        close_account(person=departure.person, now=now)
        leases.finish(departure, next_at=now + CALM)


def _erase(departure: Departure) -> None:
    for erase in ERASERS:
        while erase(departure.person_id):
            leases.hold(departure, now=clock.now())
    _remove(departure.person_id)


@transaction.atomic
def _remove(person_id: UUID) -> None:
    """The person at last, with all that points at them and what came up since."""
    lock_people(person_id)
    for erase in ERASERS:
        while erase(person_id):
            pass
    remove_person(person_id)
