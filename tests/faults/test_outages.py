"""The whole server was down, for hours or a day: nobody's day is judged for it, and nothing bursts afterwards."""

from datetime import UTC, date, datetime, timedelta

import pytest

from server.habits.models import CheckIn, Habit, Miss
from server.notifications.models import Notice
from tests.faults.afterwards import assert_nothing_lost_or_doubled, rung, world
from tests.faults.conftest import Undisturbed
from tests.faults.stage import BEGINNING, Stage
from tests.journeys.story import agree, answer, arrive, bring_along, meet, post, promise

DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
SIX = timedelta(hours=6)
MISSED = 7
"""Days after the first: the first one after the gentle week."""


def tell_until_answered(stage: Stage, start: datetime) -> None:
    """The story up to the first answer, from this morning on."""

    def until(instant: datetime) -> None:
        stage.until(start + HOUR + MINUTE)

    for chapter in (arrive, bring_along, meet, promise, agree, post, answer):
        chapter(stage.ana, stage.ben, until)


@pytest.mark.parametrize(
    ("start", "grace_end"),
    [
        pytest.param(datetime(2026, 3, 2, 8, tzinfo=UTC), datetime(2026, 3, 10, 11, tzinfo=UTC), id="in winter"),
        pytest.param(
            datetime(2026, 3, 21, 8, tzinfo=UTC), datetime(2026, 3, 29, 10, tzinfo=UTC), id="while clocks go forward"
        ),
        pytest.param(
            datetime(2026, 10, 17, 7, tzinfo=UTC), datetime(2026, 10, 25, 11, tzinfo=UTC), id="while clocks go back"
        ),
    ],
)
@pytest.mark.parametrize("down", [2 * HOUR, DAY + HOUR], ids=["two hours", "a day"])
def test_down_across_a_grace_end(stage: Stage, start: datetime, grace_end: datetime, down: timedelta) -> None:
    """Grace ends at noon of the wall clock; the server falls an hour before and is back after."""
    with stage.at(BEGINNING, start=start):
        tell_until_answered(stage, start)
        stage.until(grace_end - HOUR)
        told_before = Notice.objects.count()
        stage.server.stop()
        stage.time.move_to(grace_end - HOUR + down)
        back = stage.time.instant
        stage.server.start()
        stage.wait_for_quiet()

        assert Miss.objects.count() == 0
        moved = Habit.objects.get().grace_moved
        day = (start + MISSED * DAY).date()
        assert back + SIX <= datetime.fromisoformat(moved[day.isoformat()]) <= back + SIX + MINUTE
        assert Notice.objects.count() == told_before, "no reminder of a time long past"

        stage.until(back + SIX - MINUTE)
        assert Miss.objects.count() == 0
        stage.until(back + SIX + 2 * MINUTE)
        assert [miss.date for miss in Miss.objects.order_by("date")[:1]] == [day]
        stage.ana.sync()
        stage.ben.sync()
        assert_nothing_lost_or_doubled(stage, like=world(), said=rung(stage))


def test_a_day_added_while_only_the_web_is_up(stage: Stage, undisturbed: Undisturbed) -> None:
    """Worker and beat are down over noon; what the web accepts meanwhile still counts when they are back."""
    noon = datetime(2026, 3, 10, 11, tzinfo=UTC)
    with stage.at(undisturbed[answer].ends):
        stage.until(noon - HOUR)
        stage.server.stop("worker", "beat")
        stage.time.move_to(noon + HOUR)
        stage.ana.sync()
        habit = str(stage.ana.core.today.state.habit_id)
        accepted = stage.ana.core.phone.api.put_day(habit, "2026-03-09", _late_mark(stage))
        assert accepted.status == 201
        stage.server.start({"worker": "worker", "beat": "beat"})
        stage.time.advance(MINUTE)
        stage.wait_for_quiet()
        stage.until(noon + DAY - HOUR)
        assert Miss.objects.count() == 0
        assert CheckIn.objects.get(date=date(2026, 3, 9)).late
        assert_nothing_lost_or_doubled(stage, like=world(), said=rung(stage))


def _late_mark(stage: Stage) -> dict[str, object]:
    captured = stage.time.instant.isoformat().replace("+00:00", "Z")
    return {"captured_at": captured, "zone": "Europe/Berlin", "photos": [], "caption": "", "source": "none"}
