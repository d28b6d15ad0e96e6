"""Two workers, and two beats by mistake: everything is asked for twice and done once."""

from tests.faults.afterwards import assert_nothing_lost_or_doubled
from tests.faults.conftest import Undisturbed
from tests.faults.stage import LOOKS, Stage
from tests.journeys.story import CHAPTERS

TWINS = {"web": "web", "worker-1": "worker", "worker-2": "worker", "beat-1": "beat", "beat-2": "beat"}


def test_two_workers_and_two_beats(stage: Stage, undisturbed: Undisturbed) -> None:
    for chapter in CHAPTERS:
        told = undisturbed[chapter]
        # A lease must outlast its worker's work, however slow the machine: the clock goes on more slowly.
        stage.looks = 10 * LOOKS
        with stage.at(told.begins, processes=TWINS):
            chapter(stage.ana, stage.ben, stage.until)
            assert_nothing_lost_or_doubled(stage, like=told.world, said=told.said)
        stage.looks = LOOKS
