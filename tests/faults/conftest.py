"""One stage a test process; the undisturbed story, told once, is what every disturbed one is compared to."""

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.faults.afterwards import World, assert_nothing_lost_or_doubled, rung, world
from tests.faults.stage import BEGINNING, Stage
from tests.journeys.story import CHAPTERS, Chapter


@dataclass(frozen=True, slots=True)
class Told:
    """One chapter as it goes when nothing goes wrong: what it begins with, ends with, and costs in commits."""

    begins: str
    ends: str
    world: World
    said: Counter[str]
    commits: dict[str, int]


@pytest.fixture(scope="session")
def stage(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: object) -> Iterator[Stage]:
    django_db_blocker.unblock()  # type: ignore[attr-defined]  # this database is the test's own from end to end
    stage = Stage(Path(os.environ["KITH_DATA_DIR"]), tmp_path_factory.mktemp("kept"))
    yield stage
    stage.server.close()


@dataclass
class Undisturbed:
    """The story told once, as far as it is asked for; the stage keeps the moment before each chapter."""

    stage: Stage
    _told: list[Told] = field(default_factory=list)

    def __getitem__(self, chapter: Chapter) -> Told:
        place = CHAPTERS.index(chapter)
        while len(self._told) <= place:
            self._tell(CHAPTERS[len(self._told)])
        return self._told[place]

    def _tell(self, chapter: Chapter) -> None:
        self._told.append(tell(self.stage, chapter, begins=self._told[-1].ends if self._told else BEGINNING))


def tell(stage: Stage, chapter: Chapter, *, begins: str) -> Told:
    """Tell one chapter undisturbed, and let the stage keep its end."""
    with stage.at(begins):
        chapter(stage.ana, stage.ben, stage.until)
        stage.settle()
        commits = {role: stage.server.commits(role) for role in ("web", "worker")}
        told = Told(begins, chapter.__name__, world(), rung(stage), commits)
        assert_nothing_lost_or_doubled(stage, like=told.world, said=told.said)
        stage.keep(told.ends)
    return told


@pytest.fixture(scope="session")
def undisturbed(stage: Stage) -> Undisturbed:
    return Undisturbed(stage)
