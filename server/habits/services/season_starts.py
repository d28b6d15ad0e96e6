"""Where a season begins."""

from datetime import date, datetime

from server.habits import facts
from server.habits.models import Habit, Season
from server.habits.selectors.seasons import seasons_of
from server.kernel.facts import record
from server.people.selectors import person_clock
from shared.days import habit_day
from shared.seasons import begin, standing


def begin_season(habit: Habit, number: int, first: date) -> None:
    """The caller holds the habit."""
    season = begin(number, first)
    Season.objects.create(
        habit=habit, number=season.number, first=season.first, gentle_through=season.gentle_through
    )  # fmt: skip


def begin_if_alone(habit: Habit, now: datetime) -> None:
    """Who asks somebody to look at a habit that went on alone begins its next season."""
    today = habit_day(person_clock(habit.owner_id), now)
    stands = standing(seasons_of([habit.id])[habit.id], today)
    if stands.season is None or stands.runs or stands.asks:
        return
    begin_season(habit, stands.season.number + 1, today)
    record(facts.HABIT_CHANGED, person_id=habit.owner_id, now=now, habit=str(habit.id))
