"""A habit's days as its owner sees them."""

from datetime import date, datetime
from typing import Any

from server.habits.models import Habit
from server.habits.selectors.histories import load_history
from shared.days import habit_day
from shared.states import fold
from shared.streaks import streak
from shared.strength import strength

DEFAULT_SPAN = 27
"""Days shown before the last one."""


def read_calendar(habit: Habit, *, first: date | None, last: date | None, now: datetime) -> dict[str, Any]:
    """Day states from `first` to `last` (habit days; by default up to today, and four weeks long), strength, streak."""
    history = load_history(habit, now=now)
    folded = fold(history, now)
    end = last or habit_day(history.clock, now)
    counted = streak(history, folded)
    return {
        "days": [
            {"date": day.isoformat(), "state": state.value}
            for day, state in sorted(folded.states.items())
            if day <= end and (day >= first if first else (end - day).days <= DEFAULT_SPAN)
        ],
        "strength": round(strength(history, folded), 4),
        "streak": {"current": counted.current, "best": counted.best},
    }
