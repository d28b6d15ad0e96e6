"""Each process is killed before and after each of its commits in turn, and started again: the story stays the same."""

from itertools import count

import pytest

from tests.faults.afterwards import assert_nothing_lost_or_doubled
from tests.faults.conftest import Undisturbed
from tests.faults.fuse import Fault, Side
from tests.faults.stage import Stage
from tests.journeys.story import CHAPTERS, Chapter, miss, post

EACH_CHAPTER = pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.__name__)


def test_the_story_has_commits_to_die_at(undisturbed: Undisturbed) -> None:
    assert sum(undisturbed[chapter].commits["web"] for chapter in CHAPTERS) > 30
    assert sum(undisturbed[chapter].commits["worker"] for chapter in CHAPTERS) > 50


@EACH_CHAPTER
@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize("role", ["web", "worker"])
def test_killed_at_every_commit(
    stage: Stage, undisturbed: Undisturbed, role: str, side: Side, chapter: Chapter
) -> None:
    told = undisturbed[chapter]
    for turn in count(1):
        with stage.at(told.begins, faults={role: [Fault(side, turn)]}):
            chapter(stage.ana, stage.ben, stage.until)
            stage.settle()
            died = stage.server.deaths == [role]
            assert_nothing_lost_or_doubled(
                stage, like=told.world, said=told.said, died_sending=role == "worker" and died
            )
        # Which commits a worker needs depends on what it finds at once; it is asked until there is no such commit.
        if not died and turn > told.commits[role]:
            return


@pytest.mark.parametrize("chapter", [post, miss], ids=lambda chapter: chapter.__name__)
@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize("turn", [1, 2, 3])
def test_a_beat_that_keeps_dying(
    stage: Stage, undisturbed: Undisturbed, turn: int, side: Side, chapter: Chapter
) -> None:
    """A beat commits nothing. It dies at the same message after each of five starts: those it did not send are late."""
    told = undisturbed[chapter]
    with stage.at(told.begins, faults={"beat": [Fault(side, turn)] * 5}):
        chapter(stage.ana, stage.ben, stage.until)
        assert_nothing_lost_or_doubled(stage, like=told.world, said=told.said)
        assert "beat" in stage.server.deaths
