"""The loop with the network failing at every single request in turn: nothing is lost, nothing happens twice."""

from collections.abc import Iterator
from operator import gt
from typing import Any

import pytest

from server.habits.models import CheckIn, CheckInPhoto, Miss
from server.media.models import Photo
from server.people.models import Friendship
from server.responses.models import Look, MissAnswer, MissLook, Reaction
from shared import clock
from shared.moods import Mood
from tests.journeys.conftest import START
from tests.journeys.moments import Moments, database_of_its_own, state_of
from tests.journeys.network import Drop, Network
from tests.journeys.phones import Phone
from tests.journeys.story import CHAPTERS, Chapter

TURNS = {
    "arrive": (39, 6), "bring_along": (40, 7), "meet": (33, 1), "promise": (14, 3), "agree": (22, 1),
    "post": (23, 2), "answer": (45, 2), "miss": (22, 0), "cheer": (34, 2), "come_back": (12, 1),
}  # fmt: skip
"""Requests and writes: no fewer than each chapter makes, so that each is lost once; the first test holds it."""
LOSSES = [
    pytest.param(chapter, drop, turn, id=f"{chapter.__name__}-{drop.name.lower()}-{turn}")
    for chapter in CHAPTERS
    for drop in Drop
    for turn in range(1, TURNS[chapter.__name__][drop is not Drop.BEFORE] + 1)
]


@pytest.fixture(scope="module")
def moments(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: Any) -> Iterator[Moments]:
    with django_db_blocker.unblock(), clock.stopped_at(START) as time, database_of_its_own():
        moments = Moments(tmp_path_factory.mktemp("moments"), time)
        moments.tell()
        yield moments


def assert_told_once(ana: Phone, ben: Phone) -> None:
    assert Friendship.objects.count() == 2
    assert CheckIn.objects.filter(undone_at=None).count() == 2
    assert Photo.objects.count() == CheckInPhoto.objects.filter(photo__state="ready").count() == 1
    assert Look.objects.count() == Reaction.objects.count() == 1
    assert [miss.state for miss in Miss.objects.all()] == ["returned"]
    assert MissLook.objects.count() == MissAnswer.objects.filter(kind="cheer").count() == 1
    assert ana.unsent == ben.unsent == 0
    assert ana.core.today.state.mood is Mood.BACK


def test_every_request_of_the_story_has_its_turn(moments: Moments) -> None:
    made = {chapter.__name__: (end.requests, end.writes) for chapter, end in moments.ends.items()}
    assert not {name: took for name, took in made.items() if any(map(gt, took, TURNS[name]))}, made
    with moments.at(CHAPTERS[-1], Network()) as (ana, ben):
        CHAPTERS[-1](ana, ben, moments.until)
        assert_told_once(ana, ben)


@pytest.mark.parametrize(("chapter", "drop", "turn"), LOSSES)
def test_no_lost_request_changes_the_story(moments: Moments, chapter: Chapter, drop: Drop, turn: int) -> None:
    """Told on until every row is as if nothing had been lost, one chapter more at the least, or to the end."""
    with moments.at(chapter, Network(drop_at=turn, drop=drop)) as (ana, ben):
        for one in CHAPTERS[CHAPTERS.index(chapter) :]:
            one(ana, ben, moments.until)
            if one is not chapter and state_of(ana, ben) == moments.ends[one].state:
                return
        assert_told_once(ana, ben)
