"""Clocks go forward or back in the middle of the story, in the very night of the missed day's grace."""

from datetime import UTC, datetime, timedelta

import pytest

from server.habits.models import Miss
from tests.faults.afterwards import assert_nothing_lost_or_doubled, rung, world
from tests.faults.conftest import Undisturbed
from tests.faults.stage import BEGINNING, Stage
from tests.faults.test_outages import tell_until_answered
from tests.journeys.story import cheer, come_back, miss

MINUTE = timedelta(minutes=1)
EVENING = timedelta(hours=18)
"""From the evening of the missed day to its end of grace. Ana opens her phone then."""


@pytest.mark.parametrize(
    ("start", "grace_end"),
    [
        pytest.param(datetime(2026, 3, 21, 8, tzinfo=UTC), datetime(2026, 3, 29, 10, tzinfo=UTC), id="forward"),
        pytest.param(datetime(2026, 10, 17, 7, tzinfo=UTC), datetime(2026, 10, 25, 11, tzinfo=UTC), id="back"),
    ],
)
def test_the_loop_over_a_night_of_another_length(
    stage: Stage, undisturbed: Undisturbed, start: datetime, grace_end: datetime
) -> None:
    like = undisturbed[come_back].world
    with stage.at(BEGINNING, start=start):
        tell_until_answered(stage, start)
        stage.until(grace_end - EVENING)
        stage.ana.sync()
        stage.until(grace_end - MINUTE)
        assert Miss.objects.count() == 0
        for chapter in (miss, cheer, come_back):
            chapter(stage.ana, stage.ben, lambda _: stage.until(grace_end + MINUTE))
        stage.settle()
        undated = ("people", "friends", "photos", "reactions", "answers to misses", "notices", "deliveries")
        assert {what: world()[what] for what in undated} == {what: like[what] for what in undated}
        assert [row.state for row in Miss.objects.all()] == ["returned"]
        assert_nothing_lost_or_doubled(stage, like=world(), said=rung(stage))
