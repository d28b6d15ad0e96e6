"""A habit's days as its owner sees them."""

from datetime import date, datetime, timedelta
from typing import Any

from server.habits.models import Habit
from server.habits.selectors.histories import load_history
from shared.days import habit_day
from shared.states import fold
from shared.streaks import streak
from shared.strength import strength

DEFAULT_SPAN = timedelta(days=27)


def read_calendar(habit: Habit, *, first: date | None, last: date | None, now: datetime) -> dict[str, Any]:
    """Day states from `first` to `last` (habit days; four weeks up to today by default), strength and streak."""
    history = load_history(habit, now=now)
    folded = fold(history, now)
    end = last or habit_day(history.clock, now)
    start = first or end - DEFAULT_SPAN
    counted = streak(history, folded)
    return {
        "days": [
            {"date": day.isoformat(), "state": state.value}
            for day, state in sorted(folded.states.items())
            if start <= day <= end
        ],
        "strength": round(strength(history, folded), 4),
        "streak": {"current": counted.current, "best": counted.best},
    }
