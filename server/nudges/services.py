"""Nudging a friend whose day is still waited for, within budgets the sender can't look into."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from server.habits.models import Habit
from server.habits.selectors.histories import load_history
from server.kernel.allowances import try_spend
from server.kernel.facts import record
from server.media.models import Photo
from server.nudges.facts import NUDGED
from server.nudges.models import Nudge
from server.nudges.selectors import get_witnessed, is_waited_for
from server.people.locks import lock_people
from server.people.models import Person
from server.people.own_words import needs_presets
from server.people.selectors import muted_by, person_clock
from server.responses.pictures import attach_picture
from shared import limits
from shared.codes import Code, Refused
from shared.days import habit_day
from shared.history import History
from shared.limits import Rate
from shared.zones import load


@transaction.atomic
def nudge(
    *, sender: Person, habit_id: UUID, date: date, preset: str, photo_id: UUID | None = None, now: datetime
) -> None:  # fmt: skip
    """Say to the owner that today's day is waited for, with one's own face or without. The same again is done.

    What becomes of it is not told: mute, rest, quiet hours and the owner's budget all answer alike. Raises Refused:
    not_found (no witness), not_waited_for (another day than their present one, or it needs nothing any more), and the
    sender's own limits: nudged_already (one a day for each friend), too_many_nudges; presets_only for a grown-up's
    face where the owner may be under 18, and what stands in the way of a picture.
    """
    lock_people(sender.id)
    habit = get_witnessed(sender, habit_id)
    known = Nudge.objects.filter(sender=sender, owner=habit.owner_id, date=date).first()
    if known is not None:
        if (known.habit_id, known.preset) == (habit_id, preset):
            return
        raise Refused(Code.NUDGED_ALREADY)
    history = load_history(habit, now=now)
    if date != habit_day(history.clock, now) or not is_waited_for(habit, history, date):
        raise Refused(Code.NOT_WAITED_FOR)
    photo = _face(sender, habit.owner, photo_id, now) if photo_id else None
    _spend_own(sender, now)
    arrived = _is_welcome(sender, habit, history, now) and _fits_budget(habit.owner, date, now)
    made = Nudge.objects.create(
        habit=habit, owner=habit.owner, sender=sender, date=date, preset=preset, photo=photo, arrived=arrived,
        created_at=now,
    )  # fmt: skip
    if arrived:
        record(
            NUDGED, person_id=habit.owner_id, now=now,
            habit=str(habit.id), person=str(sender.id), date=date.isoformat(), nudge=str(made.id),
        )  # fmt: skip


def _face(sender: Person, owner: Person, photo_id: UUID, now: datetime) -> Photo:
    if needs_presets(sender, owner, now=now):
        raise Refused(Code.PRESETS_ONLY)
    return attach_picture(sender, photo_id, shown=None, now=now)


def _spend_own(sender: Person, now: datetime) -> None:
    """Counted by the sender's own date."""
    today = habit_day(person_clock(sender.id), now)
    if not try_spend(f"nudges-sent:{today}", sender.id, rate=_a_date(limits.NUDGES_SENT_PER_DAY), now=now):
        raise Refused(Code.TOO_MANY_NUDGES)


def _fits_budget(owner: Person, date: date, now: datetime) -> bool:
    return try_spend(f"nudges-received:{date}", owner.id, rate=_a_date(owner.nudges_a_day), now=now)


def _a_date(amount: int) -> Rate:
    return Rate(amount, limits.LONGEST_DATE)


def _is_welcome(sender: Person, habit: Habit, history: History, now: datetime) -> bool:
    """Nobody who rests or mutes the sender is reached, and nobody under 18 late or early."""
    owner = habit.owner
    today = habit_day(history.clock, now)
    if any(rest.covers(today) for rest in history.rests):
        return False
    if sender.id in muted_by(owner):
        return False
    hour = now.astimezone(load(history.clock.zone_at(now))).hour
    return owner.is_adult(today) or limits.YOUNG_FROM_HOUR <= hour < limits.YOUNG_TO_HOUR
