"""A phone set up anew lives by the whole history of its person, not by today's zone alone."""

from datetime import timedelta

from mobile.store import clock_history
from shared.days import habit_day
from tests.mobile.stage import DAY, NOON, Stage


def test_a_new_phone_reads_past_days_in_the_zone_they_were_lived_in(stage: Stage) -> None:
    old = stage.phone_of(stage.ana, "old")
    stage.clocks[f"{stage.ana}-old"].at_zone = "Pacific/Auckland"
    old.engine.run_once()
    stage.time.advance(5 * DAY)
    stage.clocks[f"{stage.ana}-old"].at_zone = "America/Los_Angeles"
    old.engine.run_once()

    new = stage.synced(stage.ana, "new")
    with new.store.read() as db:
        told = clock_history.get(db)
    with old.store.read() as db:
        assert told == clock_history.get(db)
    # The Monday noon (UTC) of the story was Tuesday already in Auckland.
    assert habit_day(told, NOON + timedelta(minutes=1)) == NOON.date() + DAY
