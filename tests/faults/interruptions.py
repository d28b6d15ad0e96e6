"""Things that happen to a server while a phone is speaking to it."""

import os
import signal
from collections.abc import Callable
from dataclasses import dataclass

import httpx
import psycopg
from django.db import connection

from tests.faults.server import wait_until
from tests.plugin import services


@dataclass
class Interrupted(httpx.BaseTransport):
    """A wire on which something happens before each request that `when` chooses, and ends after its answer."""

    wire: httpx.BaseTransport
    when: Callable[[httpx.Request], bool]
    before: Callable[[], object]
    after: Callable[[], object] = lambda: None
    times: int = 0

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if not self.when(request):
            return self.wire.handle_request(request)
        self.times += 1
        self.before()
        try:
            return self.wire.handle_request(request)
        finally:
            self.after()

    def close(self) -> None:
        self.wire.close()


def crash_postgres() -> None:
    """As if its machine had lost power, but for the disk: no checkpoint, no goodbye."""
    services().end("postgres", signal.SIGQUIT)


def restart_postgres() -> None:
    services().start_postgres()
    wait_until(_postgres_answers, lambda: "PostgreSQL recovers")
    connection.close()


def _postgres_answers() -> bool:
    try:
        psycopg.connect(os.environ["DATABASE_URL"].replace("postgres://", "postgresql://")).close()
    except psycopg.OperationalError:
        return False
    return True
