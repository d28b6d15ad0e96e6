"""Whether this Kith does what it is for: each check says yes or no in one word, and its numbers to the operator."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import redis
from django.conf import settings
from django.db import DatabaseError

from server.habits.services.outages import SWEEP
from server.kernel.models import Heartbeat
from server.media import storage
from server.operations.queues import Queue, measure_queues

SWEEP_LATE = timedelta(minutes=2)
"""The sweep beats every ten seconds. Well before ten minutes of silence count as an outage, somebody should know."""
WORK_LATE = timedelta(minutes=5)
"""A row due this long is held by no worker: a killed one's lease ends after two minutes."""
BROKER_SECONDS = 1.0
"""How long a broker may take to answer before it counts as away."""


@dataclass(frozen=True, slots=True)
class Check:
    """`state` is one word for everybody; `numbers` are for the operator."""

    name: str
    ok: bool
    state: str
    numbers: Mapping[str, float] = field(default_factory=dict)


def check_readiness(*, now: datetime) -> list[Check]:
    """Every check. A database that is away, or has no tables yet, leaves nothing to ask about the work in it."""
    try:
        work = [_sweeps(now), *(_queue(queue) for queue in measure_queues(now=now))]
    except DatabaseError:
        return [Check("database", ok=False, state="away"), _broker(), _disk()]
    return [Check("database", ok=True, state="ok"), _broker(), _disk(), *work]


def _broker() -> Check:
    """Without REDIS_URL the broker is this process itself."""
    if settings.REDIS_URL:
        options = {"socket_timeout": BROKER_SECONDS, "socket_connect_timeout": BROKER_SECONDS}
        try:
            with redis.Redis.from_url(settings.REDIS_URL, **options) as broker:
                broker.ping()
        except (redis.RedisError, OSError):
            return Check("broker", ok=False, state="away")
    return Check("broker", ok=True, state="ok")


def _disk() -> Check:
    free = shutil.disk_usage(storage.root()).free
    ok = free >= settings.DISK_FREE_MIN
    return Check("disk", ok=ok, state="ok" if ok else "full", numbers={"free_bytes": free})


def _sweeps(now: datetime) -> Check:
    heart = Heartbeat.objects.filter(name=SWEEP).first()
    if heart is None:
        return Check("sweeps", ok=False, state="never ran")
    silence = max(now - heart.beat_at, timedelta(0))
    ok = silence < SWEEP_LATE
    return Check("sweeps", ok=ok, state="ok" if ok else "late", numbers={"silent_seconds": silence.total_seconds()})


def _queue(queue: Queue) -> Check:
    ok = queue.overdue < WORK_LATE.total_seconds()
    numbers = {
        "due": queue.due, "overdue_seconds": queue.overdue, "retrying": queue.retrying, "oldest_seconds": queue.oldest,
    }  # fmt: skip
    return Check(queue.name, ok=ok, state="ok" if ok else "late", numbers=numbers)
