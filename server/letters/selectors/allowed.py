"""Which habits go with letters at all. The one place that says so, for blue and gold alike."""

from datetime import datetime

from server.habits.models import Habit
from server.letters.selectors.visits import today_of


def letters_allowed(habit: Habit, now: datetime) -> bool:
    """Nothing sensitive, and only for somebody who is certainly grown up. The habit comes with its owner."""
    stands = not habit.sensitive and habit.archived_at is None
    return stands and habit.owner.is_adult(today_of(habit.owner, now))
