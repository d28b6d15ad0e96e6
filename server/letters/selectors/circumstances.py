"""Everything a sealed letter's fate hangs on, as the pure rules want it."""

from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from server.habits.models import Miss, Rest
from server.letters.models import SealedLetter
from server.letters.selectors.allowed import letters_allowed
from server.letters.selectors.keepers import copies_of
from server.letters.selectors.visits import today_of, unopened_days, visit_of
from shared.letter_states import Circumstances

NO_MISS = (Miss.State.VOIDED, Miss.State.RESTED)


def circumstances_of(letter: SealedLetter, *, now: datetime) -> Circumstances:
    """As of `now`. The letter comes with its miss, that with its habit, and that with its owner."""
    miss = letter.miss
    owner = miss.habit.owner
    until = today_of(owner, min(now, miss.opens_at))
    return Circumstances(
        opens_at=miss.opens_at,
        copies=copies_of(letter, now=now),
        came_back=miss.state == Miss.State.RETURNED,
        voided=miss.state == Miss.State.VOIDED,
        resting=miss.state == Miss.State.RESTED or _rests(miss, today_of(owner, now)),
        ended=not letters_allowed(miss.habit, now),
        missed_together=len(missed_habits(owner.id, miss.date)),
        unopened_days=unopened_days(visit_of(owner), until),
        openings=_other_openings(letter),
    )


def missed_habits(owner_id: UUID, day: date) -> set[UUID]:
    """This person's habits missed on this date, come back to or not."""
    missed = Miss.objects.filter(owner=owner_id, date=day).exclude(state__in=NO_MISS)
    return set(missed.values_list("habit_id", flat=True))


def _rests(miss: Miss, today: date) -> bool:
    ours = Q(habit__isnull=True) | Q(habit=miss.habit_id)
    spans = Rest.objects.filter(ours, owner=miss.owner_id, cancelled_at__isnull=True, first__lte=today)
    return spans.filter(Q(last__isnull=True) | Q(last__gte=today)).exists()


def _other_openings(letter: SealedLetter) -> list[datetime]:
    opened = SealedLetter.objects.filter(owner=letter.owner_id, opened_at__isnull=False).exclude(pk=letter.pk)
    return [at for at in opened.values_list("opened_at", flat=True) if at is not None]
