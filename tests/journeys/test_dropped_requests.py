"""The loop with the network failing at every single request in turn: nothing is lost, nothing happens twice."""

from collections.abc import Iterator
from itertools import count
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

EACH_CHAPTER = pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.__name__)


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


def test_the_story_has_requests_to_lose(moments: Moments) -> None:
    assert sum(end.requests for end in moments.ends.values()) > 200
    assert sum(end.writes for end in moments.ends.values()) >= 25
    with moments.at(CHAPTERS[-1], Network()) as (ana, ben):
        CHAPTERS[-1](ana, ben, moments.until)
        assert_told_once(ana, ben)


@EACH_CHAPTER
@pytest.mark.parametrize("drop", Drop, ids=lambda drop: drop.name.lower())
def test_no_lost_request_changes_the_story(moments: Moments, chapter: Chapter, drop: Drop) -> None:
    """Each request of the chapter in turn, until there is no such request."""
    for turn in count(1):
        network = Network(drop_at=turn, drop=drop)
        with moments.at(chapter, network) as (ana, ben):
            try:
                chapter(ana, ben, moments.until)
                if not network.lost:
                    break
                assert_goes_on(moments, chapter, ana, ben)
            except BaseException as reason:
                reason.add_note(f"lost: {network.lost}")
                raise
    made = moments.ends[chapter]
    assert turn > (made.requests if drop is Drop.BEFORE else made.writes)


def assert_goes_on(moments: Moments, chapter: Chapter, ana: Phone, ben: Phone) -> None:
    """One chapter more at the least, until every row is as if nothing had been lost, or else to the end."""
    for one in CHAPTERS[CHAPTERS.index(chapter) + 1 :]:
        one(ana, ben, moments.until)
        if state_of(ana, ben) == moments.ends[one].state:
            return
    assert_told_once(ana, ben)
