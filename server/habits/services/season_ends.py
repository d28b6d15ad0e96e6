"""What follows when a season's thirty days are over: it is told, and without an answer it lapses."""

from datetime import date, datetime, timedelta

from server.habits import facts
from server.habits.models import CircleAudience, Habit, Season, Seat
from server.habits.services.seats import end_all
from server.kernel.facts import record
from shared.duties import DutyBook
from shared.history import History
from shared.seasons import lapses_after, standing

_DAY = timedelta(days=1)


def follow_season(habit: Habit, history: History, now: datetime) -> bool:
    """Once its last day was judged the season's end is told; once nobody answered for long enough, it lapses.

    Answers whether it did lapse. The caller holds the habit.
    """
    judged = habit.judged_through
    stands = standing(history.plan.seasons, judged + _DAY)
    if stands.season is None or not stands.asks:
        return False
    row = Season.objects.select_related("habit").get(habit=habit, number=stands.season.number)
    tell_over(row, now)
    lapsed_on = lapses_after(stands.season, DutyBook(history).is_rest, judged + _DAY)
    if lapsed_on is not None:
        close_season(row, lapsed_on, now)
    return lapsed_on is not None


def tell_over(season: Season, now: datetime) -> None:
    """Once for each season, and before any of its seats end: whoever looked is thanked."""
    if season.told_over_at is None:
        season.told_over_at = now
        season.save(update_fields=["told_over_at"])
        record(
            facts.SEASON_OVER, person_id=season.habit.owner_id, now=now,
            habit=str(season.habit_id), season=season.number,
        )  # fmt: skip


def close_season(season: Season, day: date, now: datetime) -> None:
    """The habit goes on alone from the day after; every seat in it ends, and nobody is told."""
    season.closed_on = day
    season.save(update_fields=["closed_on"])
    CircleAudience.objects.filter(habit=season.habit_id).delete()
    end_all(Seat.objects.filter(habit=season.habit_id), now)
