"""One Kith, embedded: web server, worker, beat, demo friends and the app, started in order and stopped together."""

import random
import signal
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import uvicorn
from django.conf import settings
from django.core.management import call_command

from server.demo import seed
from server.demo.app_window import AppWindow
from server.demo.driver import Friend, FriendsDriver
from server.demo.here import address_of
from server.demo.way_in import path_for
from server.people.sessions import open_session
from server.project.embedded import EmbeddedWork
from server.project.wire import PatientProtocol
from shared import clock


class QuietServer(uvicorn.Server):
    """uvicorn without its own signal handling: it raises the signal again, and a clean stop would end in an error."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


class House:
    """Everything `make run` starts. `live` returns after Ctrl-C or SIGTERM, with all of it stopped."""

    def __init__(self, *, host: str, port: int, with_app: bool) -> None:
        self._address = f"http://{address_of(host)}:{port}"
        config = uvicorn.Config(
            "server.project.asgi:application", host=host, port=port, lifespan="off", http=PatientProtocol,
            log_level="warning", timeout_graceful_shutdown=3,
        )  # fmt: skip
        self._server = QuietServer(config)
        self._work = EmbeddedWork()
        self._window = AppWindow()
        self._with_app = with_app
        self._stopping = threading.Event()

    def live(self) -> None:
        # Django says so of every file WhiteNoise serves here; whoever tries Kith can do nothing about it.
        warnings.filterwarnings("ignore", message="StreamingHttpResponse must consume synchronous iterators")
        call_command("migrate", verbosity=0)
        people = seed.first_days(now=clock.now(), say=print)
        friends = FriendsDriver(
            base_url=self._address, owner_id=str(people.owner.pk), friends=_friends(people),
            dice=random.Random(),  # nosec B311  # when demo friends answer is no secret
        )  # fmt: skip
        rest = threading.Thread(target=seed.remaining_photos, args=(self._stopping, print), daemon=True)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._stop)
        opener = threading.Thread(target=self._welcome, args=(people, [friends, rest]), daemon=True)
        opener.start()
        try:
            self._server.run()
        finally:
            self._stopping.set()
            self._window.close()
            friends.stop()
            self._work.stop()
        print("Kith has stopped. Your demo data is kept; `make run` goes on where you left.")

    def _stop(self, number: int, frame: FrameType | None) -> None:
        self._stopping.set()
        self._server.should_exit = True

    def _welcome(self, people: seed.DemoPeople, threads: list[threading.Thread]) -> None:
        while not self._server.started:
            if self._stopping.wait(0.05):
                return
        self._work.start()
        for thread in threads:
            thread.start()
        print(f"Kith is up at {self._address} with demo people. Demo friends answer by themselves. Ctrl-C stops it.")
        print(f"In a browser: {self._address}{path_for(people.owner)} (you are {people.owner.name})")
        self._open_window(people)

    def _open_window(self, people: seed.DemoPeople) -> None:
        if self._with_app and AppWindow.can_open() and AppWindow.install():
            token = open_session(people.owner)
            self._window.open(server=self._address, folder=settings.DATA_DIR / "app", token=token)
            return
        print(f"No display for the app here. Server {self._address} · sign in as {people.owner.email}, "
              f"the code appears in this terminal · where there is a display: make app")  # fmt: skip


def _friends(people: seed.DemoPeople) -> list[Friend]:
    return [Friend(person.name, open_session(person), reaction) for person, reaction in people.friends]
