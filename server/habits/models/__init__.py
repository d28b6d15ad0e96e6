"""The heart: what is promised, who looks, and what each day became."""

from server.habits.models.audience import CircleAudience, Seat
from server.habits.models.days import CheckIn, CheckInPhoto, Miss, Rest
from server.habits.models.habit import Habit, ReminderTime, ScheduleVersion, Season

__all__ = [
    "CheckIn", "CheckInPhoto", "CircleAudience", "Habit", "Miss", "ReminderTime", "Rest",
    "ScheduleVersion", "Season", "Seat",
]  # fmt: skip
