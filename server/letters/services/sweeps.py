"""What the beat asks for: letters that time alone has turned."""

import logging
from datetime import datetime

from django.db import transaction

from server.kernel import leases
from server.letters.models import SealedLetter
from server.letters.services.following import follow_letters
from server.people.locks import lock_people

log = logging.getLogger(__name__)


def turn_due_letters(*, now: datetime, limit: int = 100) -> int:
    """Follow the letters of everybody one of whose is due; answers how many were taken. Safe to run twice at once."""
    taken: list[SealedLetter] = leases.claim(SealedLetter.objects.all(), now=now, limit=limit)
    for letter in taken:
        _turn(letter, now=now)
    return len(taken)


def _turn(taken: SealedLetter, *, now: datetime) -> None:
    try:
        with transaction.atomic():
            lock_people(taken.owner_id)
            follow_letters(taken.owner_id, now)
    except Exception:  # one letter that cannot be turned must not keep the others from it
        log.exception("letter could not be turned", extra={"letter_id": str(taken.pk)})
        leases.postpone(taken, now=now, attempts=taken.attempts)
