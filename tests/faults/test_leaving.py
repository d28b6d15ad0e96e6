"""Killed at every commit while Ana's package is made, and while everything of hers is deleted."""

from itertools import count

import pytest

from server.leaving.models import Departure
from server.media import cleanup
from server.people.models import Person
from tests.faults.afterwards import LONG_AFTER, assert_nothing_lost_or_doubled
from tests.faults.conftest import Told, Undisturbed, tell
from tests.faults.fuse import Fault, Side
from tests.faults.leaving import go, take_along
from tests.faults.stage import Stage
from tests.journeys.story import come_back
from tests.server.leaving.traces import spellings, stored, traces


@pytest.fixture(scope="module")
def packed(stage: Stage, undisturbed: Undisturbed) -> Told:
    told = tell(stage, take_along, begins=undisturbed[come_back].ends)
    assert told.commits["web"] > 0
    assert told.commits["worker"] > 10
    return told


@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize("role", ["web", "worker"])
def test_killed_while_packing_it_is_packed_once(stage: Stage, packed: Told, role: str, side: Side) -> None:
    for turn in count(1):
        with stage.at(packed.begins, faults={role: [Fault(side, turn)]}):
            take_along(stage.ana, stage.ben, stage.until)
            stage.settle()
            died = stage.server.deaths == [role]
            assert_nothing_lost_or_doubled(
                stage, like=packed.world, said=packed.said, died_sending=role == "worker" and died
            )
        if not died and turn > packed.commits[role]:
            return


@pytest.mark.parametrize("side", Side)
def test_killed_while_deleting_nothing_of_her_is_left(stage: Stage, packed: Told, side: Side) -> None:
    for turn in count(1):
        with stage.at(packed.ends, faults={"worker": [Fault(side, turn)]}):
            ana = Person.objects.get(name="Ana")
            names = {*spellings(ana.id), ana.email, "Ten slow minutes.", "Morning run"}
            assert len(traces(names)) > 10, "the search finds what is there"
            assert stored()
            go(stage.ana, stage.ben, stage.until)
            stage.settle()
            died = stage.server.deaths == ["worker"]
            cleanup.remove_files_without_rows(now=LONG_AFTER)
            assert not Departure.objects.exists()
            assert traces(names) == []
            assert stored() == []
            assert [person.name for person in Person.objects.all()] == ["Ben"]
        if not died:
            break
    assert turn > 10
