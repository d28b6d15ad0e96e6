"""The one function that brings a person's letters into line with their misses, seats, days and rests.

It folds every undecided letter anew, so running it twice changes nothing. Whoever calls it holds the owner.
"""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef

from server.habits.models import Miss
from server.kernel.facts import record
from server.letters import facts
from server.letters.models import BlueLetter, SealedLetter
from server.letters.selectors.allowed import letters_allowed
from server.letters.selectors.circumstances import NO_MISS, circumstances_of
from server.letters.selectors.visits import visit_of
from server.letters.services.gold_following import follow_gold
from server.people.models import Person
from server.people.selectors import person_clock
from shared import limits
from shared.days import opens_at as day_opens_at
from shared.letter_states import LIVE, Burn, Letter, LetterState, burns_at, fold_letter

_DAY = timedelta(days=1)


def follow_letters(owner_id: UUID, now: datetime) -> None:
    """Seal what new misses make, turn what time or others turned, open gold letters whose day has come."""
    for letter in BlueLetter.objects.filter(habit__owner=owner_id).select_related("habit__owner"):
        if not letters_allowed(letter.habit, now):
            remove_letter(letter, now=now)
        elif letter.off_at is None:
            _seal_misses(letter, now)
    for sealed in live_letters(owner_id):
        turn(sealed, now=now)
    follow_gold(owner_id, now=now)


def live_letters(owner_id: UUID) -> list[SealedLetter]:
    """This person's letters about which something is still to be decided, oldest miss first."""
    live = SealedLetter.objects.filter(owner=owner_id, state__in=LIVE).select_related("miss__habit__owner")
    return list(live.order_by("miss__closed_at", "id"))


def turn(sealed: SealedLetter, *, now: datetime) -> None:
    """Store what the letter is now. Burnt, it holds no words any more."""
    before = Letter(LetterState(sealed.state), Burn(sealed.reason) if sealed.reason else None, sealed.left_closed_at)
    after = fold_letter(before, circumstances_of(sealed, now=now), now)
    sealed.state, sealed.reason = after.state.value, after.reason.value if after.reason else ""
    if after.state is LetterState.BURNT:
        sealed.text = ""
    next_at = _next_turn(sealed)
    if after != before or next_at != sealed.next_at:
        sealed.next_at, sealed.leased_until, sealed.attempts = next_at, None, 0
        sealed.save()
    if after != before:
        tell_turned(sealed, now=now)


def tell_turned(sealed: SealedLetter, *, now: datetime) -> None:
    miss = sealed.miss
    record(
        facts.LETTER_TURNED, person_id=sealed.owner_id, now=now,
        habit=str(miss.habit_id), date=miss.date.isoformat(), miss=str(miss.id),
    )  # fmt: skip


def remove_letter(letter: BlueLetter, *, now: datetime) -> None:
    """The standing letter is gone, unread; copies sealed already go their own way."""
    habit_id, owner_id = str(letter.habit_id), letter.habit.owner_id
    letter.delete()
    record(facts.BLUE_LETTER_CHANGED, person_id=owner_id, now=now, habit=habit_id, blue_letter=habit_id)


def _seal_misses(letter: BlueLetter, now: datetime) -> None:
    """A copy for every miss that closed under these words, even one that burns at once.

    What was spared once must not be sealed later.
    """
    made = SealedLetter.objects.filter(miss=OuterRef("pk"))
    misses = Miss.objects.filter(~Exists(made), habit=letter.habit_id, closed_at__gte=letter.written_at)
    for miss in misses.exclude(state__in=NO_MISS):
        SealedLetter.objects.create(
            miss=miss, owner_id=miss.owner_id, text=letter.text, state=LetterState.SEALED.value,
            created_at=now, next_at=now,
        )  # fmt: skip


def _next_turn(sealed: SealedLetter) -> datetime | None:
    """When time alone may change it: the window ends, the owner was away for three days, or it stays unread."""
    if sealed.state not in LIVE:
        return None
    opens_at = sealed.miss.opens_at
    if sealed.state != LetterState.SEALED:
        return burns_at(opens_at, sealed.left_closed_at)
    return min(opens_at, _too_long_away(sealed.miss.habit.owner) or opens_at)


def _too_long_away(owner: Person) -> datetime | None:
    visit = visit_of(owner)
    if visit is None:
        return None
    return day_opens_at(person_clock(owner.id), visit.last_on + (limits.UNOPENED_DAYS + 1) * _DAY)
