"""One stage a test process; the undisturbed story, told once, is what every disturbed one is compared to."""

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.faults.afterwards import World, assert_nothing_lost_or_doubled, rung, world
from tests.faults.stage import BEGINNING, Stage
from tests.journeys.story import CHAPTERS, Chapter


@dataclass(frozen=True, slots=True)
class Told:
    """One chapter as it goes when nothing goes wrong: what it begins with, ends with, and costs in commits."""

    begins: str
    world: World
    said: Counter[str]
    commits: dict[str, int]


@pytest.fixture(scope="session")
def stage(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: object) -> Iterator[Stage]:
    django_db_blocker.unblock()  # type: ignore[attr-defined]  # this database is the test's own from end to end
    stage = Stage(Path(os.environ["KITH_DATA_DIR"]), tmp_path_factory.mktemp("kept"))
    yield stage
    stage.server.close()


@pytest.fixture(scope="session")
def undisturbed(stage: Stage) -> dict[Chapter, Told]:
    """The whole story, told once; the stage keeps the moment before each chapter."""
    told: dict[Chapter, Told] = {}
    moment = BEGINNING
    for chapter in CHAPTERS:
        with stage.at(moment):
            chapter(stage.ana, stage.ben, stage.until)
            stage.settle()
            commits = {role: stage.server.commits(role) for role in ("web", "worker")}
            told[chapter] = Told(moment, world(), rung(stage), commits)
            assert_nothing_lost_or_doubled(stage, like=told[chapter].world, said=told[chapter].said)
            moment = chapter.__name__
            stage.keep(moment)
    return told
