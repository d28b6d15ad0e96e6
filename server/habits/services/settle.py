"""The one function that brings a habit's stored misses and deadlines into line with its history.

A check-in, an undo, a rest, a journey and the sweep all end here. It recounts from scratch, so that none of them can
drift from the others and running it twice changes nothing.
"""

from datetime import datetime, timedelta

from server.habits import facts
from server.habits.models import Habit, Miss
from server.habits.neighbours import follow
from server.habits.selectors.histories import load_history
from server.habits.services.season_ends import follow_season
from server.kernel.facts import FactKind, record
from shared import ids
from shared.letters import grace_end
from shared.states import DayState, Fold, History, MissFold, MissStatus, fold

_DAY = timedelta(days=1)
_STATE = {
    MissStatus.OPEN: Miss.State.OPEN,
    MissStatus.RETURNED: Miss.State.RETURNED,
    MissStatus.PASSED: Miss.State.PASSED,
}


def settle_habit(habit: Habit, *, now: datetime, judge: bool = False) -> None:
    """Fold the history at `now` and store what follows. Call inside the transaction that changed something.

    Only the sweep lets days be judged (`judge`): it alone knows whether the server was away when a grace ended.
    """
    history = load_history(habit, now=now)
    if judge:
        _judge(habit, history, now)
        history = load_history(habit, now=now)
        if follow_season(habit, history, now):
            history = load_history(habit, now=now)
    folded = fold(history, now)
    _reconcile(habit, folded, now)
    habit.next_at = _next_deadline(habit, history, folded)
    habit.leased_until, habit.attempts = None, 0
    habit.save(update_fields=["judged_through", "grace_moved", "next_at", "leased_until", "attempts"])
    follow(habit.owner_id, now)


def _judge(habit: Habit, history: History, now: datetime) -> None:
    """Close every day whose grace has ended."""
    day = habit.judged_through + _DAY
    if grace_end(history, day) <= now:
        record(facts.HABIT_CHANGED, person_id=habit.owner_id, now=now, habit=str(habit.id))
    while grace_end(history, day) <= now:
        habit.judged_through = day
        day += _DAY


def _next_deadline(habit: Habit, history: History, folded: Fold) -> datetime | None:
    if habit.archived_at is not None:
        return None
    windows = [miss.opens_at for miss in folded.misses if miss.status is MissStatus.OPEN]
    return min([grace_end(history, habit.judged_through + _DAY), *windows])


def _reconcile(habit: Habit, folded: Fold, now: datetime) -> None:
    stored = {miss.date: miss for miss in Miss.objects.filter(habit=habit)}
    for miss in folded.misses:
        row = stored.pop(miss.day, None)
        if row is None:
            _open_miss(habit, miss, now)
        else:
            _follow(row, miss, now)
    for row in stored.values():
        _void(row, folded, now)


def _open_miss(habit: Habit, miss: MissFold, now: datetime) -> None:
    row = Miss.objects.create(
        id=ids.miss_id(habit.id, miss.day), habit=habit, owner_id=habit.owner_id, date=miss.day,
        closed_at=miss.closed_at, opens_at=miss.opens_at, state=_STATE[miss.status], returned_on=miss.returned_on,
    )  # fmt: skip
    _tell(row, facts.DAY_MISSED if row.state == Miss.State.OPEN else facts.MISS_CHANGED, now)


def _follow(row: Miss, miss: MissFold, now: datetime) -> None:
    before = (row.state, row.returned_on, row.opens_at, row.closed_at)
    after = (_STATE[miss.status], miss.returned_on, miss.opens_at, miss.closed_at)
    if before == after:
        return
    row.state, row.returned_on, row.opens_at, row.closed_at = after
    row.save(update_fields=["state", "returned_on", "opens_at", "closed_at"])
    _tell(row, _kind_of_change(before[0], row.state), now)


def _kind_of_change(before: str, after: str) -> FactKind:
    if after in {before, Miss.State.PASSED}:
        return facts.MISS_CHANGED
    return facts.MISS_RETURNED if after == Miss.State.RETURNED else facts.DAY_MISSED


def _void(row: Miss, folded: Fold, now: datetime) -> None:
    """The day is no miss after all: rested, or done by a check-in that was only slow to arrive."""
    rested = folded.states.get(row.date) is DayState.REST
    state = Miss.State.RESTED if rested else Miss.State.VOIDED
    if row.state == state:
        return
    row.state, row.returned_on = state, None
    row.save(update_fields=["state", "returned_on"])
    _tell(row, facts.MISS_VOIDED, now)


def _tell(row: Miss, kind: FactKind, now: datetime) -> None:
    record(
        kind, person_id=row.owner_id, now=now,
        habit=str(row.habit_id), date=row.date.isoformat(), miss=str(row.id),
    )  # fmt: skip
