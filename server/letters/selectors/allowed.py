"""Which habits go with letters at all. The one place that says so, for blue and gold alike."""

from server.habits.models import Habit


def letters_allowed(habit: Habit) -> bool:
    """Nothing sensitive. The habit comes with its owner."""
    return not habit.sensitive and habit.archived_at is None and habit.owner.is_active
