"""Redis is emptied or away, PostgreSQL is killed and comes back: what was acknowledged stays, the rest is sent anew."""

import signal
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import httpx
import pytest
import redis
from django.conf import settings

from server.habits.models import CheckIn
from shared import limits
from tests.faults.afterwards import assert_nothing_lost_or_doubled
from tests.faults.conftest import Undisturbed
from tests.faults.interruptions import Interrupted, crash_postgres, restart_postgres
from tests.faults.server import Wire
from tests.faults.stage import BEGINNING, Stage
from tests.journeys.network import Network
from tests.journeys.story import AFTER_MEETING, CHAPTERS, REMINDED, answer, arrive, post
from tests.plugin import services

MINUTE = timedelta(minutes=1)
GUESSES = limits.TRIES_PER_CODE.amount


def flush() -> None:
    redis.Redis.from_url(settings.REDIS_URL).flushall()


def no_time_passes(instant: datetime) -> None:
    """The story's own time has come already."""


@pytest.fixture
def redis_away() -> Iterator[Callable[[], None]]:
    """End Redis by calling it; it is back afterwards."""
    yield lambda: services().end("redis", signal.SIGKILL)
    if "redis" not in services().processes:
        services().start_redis()


def test_redis_emptied_before_every_request(stage: Stage, undisturbed: Undisturbed) -> None:
    for chapter in CHAPTERS:
        told = undisturbed[chapter]
        wire = Interrupted(Wire(stage.server), when=lambda request: True, before=flush)
        with stage.at(told.begins, network=Network(server=wire)):
            chapter(stage.ana, stage.ben, stage.until)
            assert_nothing_lost_or_doubled(stage, like=told.world, said=told.said)
        assert wire.times > 0


def test_redis_away_for_minutes(stage: Stage, undisturbed: Undisturbed, redis_away: Callable[[], None]) -> None:
    """Days are accepted and answered meanwhile; who is to be told hears of it when Redis is back."""
    told = undisturbed[answer]
    with stage.at(undisturbed[post].begins):
        stage.until(REMINDED)
        redis_away()
        post(stage.ana, stage.ben, no_time_passes)
        answer(stage.ana, stage.ben, no_time_passes)
        assert CheckIn.objects.count() == 1
        stage.time.advance(5 * MINUTE)
        services().start_redis()
        said = undisturbed[post].said + told.said
        assert_nothing_lost_or_doubled(stage, like=told.world, said=said)


def test_who_comes_in_while_redis_is_away_asks_twice(
    stage: Stage, undisturbed: Undisturbed, redis_away: Callable[[], None]
) -> None:
    """The sign-in library keeps a second count in Redis: its first letter stays unwritten, the next one comes."""
    told = undisturbed[arrive]
    with stage.at(BEGINNING):
        redis_away()
        arrive(stage.ana, stage.ben, no_time_passes)
        assert ("POST", "/api/auth/app/v1/auth/signup", 503) in stage.network.heard
        assert max(status for _, _, status in stage.network.heard) == 503
        services().start_redis()
        assert_nothing_lost_or_doubled(stage, like=told.world, said=told.said)


def test_guesses_are_counted_while_redis_is_away(
    stage: Stage, undisturbed: Undisturbed, redis_away: Callable[[], None]
) -> None:
    """Uncounted, they would be free."""
    with stage.at(undisturbed[arrive].ends):
        redis_away()
        api = stage.ana.core.phone.api
        _, asked = api.auth("POST", "/auth/code/request", {"email": stage.ana.email})
        sitting = asked["meta"]["session_token"]
        guesses = [api.auth("POST", "/auth/code/confirm", {"code": "AAAAAA"}, sitting)[0] for _ in range(GUESSES + 1)]
        assert 200 not in guesses
        assert guesses[-1] == 429


def test_postgres_killed_under_every_write(stage: Stage, undisturbed: Undisturbed) -> None:
    """The write finds no database; the phone tries once more when it is back."""
    heard: Counter[int] = Counter()
    for chapter in AFTER_MEETING:
        told = undisturbed[chapter]
        wire = Interrupted(Wire(stage.server), _is_a_first_write(), crash_postgres, restart_postgres)
        with stage.at(told.begins, network=Network(server=wire)):
            chapter(stage.ana, stage.ben, stage.until)
            assert_nothing_lost_or_doubled(stage, like=told.world, said=told.said)
            heard.update(status for _, _, status in stage.network.heard)
    assert heard[503] > 5
    assert set(heard) <= {200, 201, 204, 304, 503}


def _is_a_first_write() -> Callable[[httpx.Request], bool]:
    """Each write is disturbed once: its resend goes through."""
    seen: set[tuple[str, str]] = set()

    def is_first(request: httpx.Request) -> bool:
        name = (request.method, request.url.path)
        is_new = request.method != "GET" and name not in seen
        seen.add(name)
        return is_new

    return is_first
