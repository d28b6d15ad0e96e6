"""The stage of a story with real processes: database, photos, phones and clock, kept at a moment and set up anew."""

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

import redis
from django.conf import settings
from django.core.management import call_command
from django.db.models import Q

from server.habits.models import Habit, ReminderTime
from server.kernel.leases import LEASE
from server.kernel.models import Fact, Heartbeat
from server.leaving.models import Departure, Export
from server.notifications.models import Delivery
from shared import clock
from tests.databases import make_database
from tests.faults.fuse import Fault
from tests.faults.server import NOTHING, TRIO, Server, Wire, wait_until
from tests.faults.settings import DATABASE
from tests.faults.timekeeper import Timekeeper
from tests.faults.zygote import CLOCK, DEATHS
from tests.journeys.conftest import START
from tests.journeys.network import Network
from tests.journeys.phones import Phone
from tests.mobile.stage import MemorySecrets

SWEEP = timedelta(seconds=10)
"""After so long every sweep is asked for once more."""
LOOKS = 10
BEGINNING = "beginning"


@dataclass
class Stage:
    """`keep(name)` remembers this moment; `at(name)` sets it up anew and starts the server."""

    data: Path
    kept: Path
    server: Server = field(init=False)
    time: Timekeeper = field(init=False)
    ana: Phone = field(init=False)
    ben: Phone = field(init=False)
    network: Network = field(init=False)
    playing: bool = False
    looks: int = LOOKS
    """Looks at the database before the clock goes on."""
    _secrets: dict[str, dict[str, dict[str, str]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.server = Server(self.data)
        make_database(DATABASE)
        call_command("migrate", verbosity=0)
        (self.data / "phones").mkdir(exist_ok=True)
        Timekeeper(self.data / CLOCK).move_to(START)
        self._secrets[BEGINNING] = {"Ana": {}, "Ben": {}}
        self._keep_files(BEGINNING)

    @contextmanager
    def at(
        self, moment: str, *, processes: Mapping[str, str] = TRIO, faults: Mapping[str, Sequence[Fault]] = NOTHING,
        network: Network | None = None, start: datetime | None = None,
    ) -> Iterator["Stage"]:  # fmt: skip
        """Everything as it was at this moment; afterwards nothing runs any more."""
        assert not self.playing, "there is one stage"
        self.playing = True
        self._restore(moment)
        self.time.move_to(start or self.time.instant)
        with clock.ruled_by(self.time):
            self.server.start(processes, faults=faults)
            self.network = network or Network(server=Wire(self.server))
            self.ana, self.ben = (self._phone(name, moment) for name in ("Ana", "Ben"))
            try:
                yield self
            finally:
                self.ana.core.close()
                self.ben.core.close()
                self.server.stop()
                self.network.server.close()
                self.playing = False

    def keep(self, moment: str) -> None:
        """Remember this moment, between two chapters. Call it inside `at`, when all is quiet."""
        self.settle()
        self._secrets[moment] = {phone.name: dict(phone.secrets.values) for phone in (self.ana, self.ben)}
        for phone in (self.ana, self.ben):
            phone.kill()
        self.server.stop()
        self._keep_files(moment)

    def another_phone(self, phone: Phone) -> Phone:
        """A new phone of the same person, already signed in, that knows nothing yet."""
        folder = self.data / "other phones"
        shutil.rmtree(folder / phone.name, ignore_errors=True)
        return Phone(phone.name, folder, self.network, secrets=phone.secrets)

    def until(self, instant: datetime) -> None:
        """Time passes until then, over a server that was never away, and it does what is due."""
        Heartbeat.objects.update(beat_at=instant)
        self.time.move_to(instant)
        self.wait_for_quiet()

    def wait_for_quiet(self) -> None:
        """Until nothing is due any more. Meanwhile time goes on: what a message lost, the beat finds."""
        self._wait(lambda: not self._due())

    def settle(self) -> None:
        """Until nobody owes anybody anything: what a dead process held is free again, what has to be retried is."""
        self._wait(lambda: not _owed())

    def _wait(self, done: Callable[[], bool]) -> None:
        looks = count(1)
        wait_until(lambda: done() or self._let_time_pass(next(looks)), self._what_is_due)

    def _let_time_pass(self, looks: int) -> bool:
        if looks % self.looks == 0:
            held = self._due()
            dead_hold_all = bool(self.server.deaths and held) and all(until and until > clock.now() for until in held)
            self.time.advance(LEASE if dead_hold_all else SWEEP)
        return False

    def _due(self) -> list[datetime | None]:
        """Until when each row that is due is held. Asked in the order work flows: none slips past between two looks."""
        now = clock.now()
        return [
            held
            for rows in (
                Habit.objects,
                ReminderTime.objects,
                Departure.objects,
                Export.objects,
                Fact.objects,
                Delivery.objects.filter(state="waiting"),
            )
            for held in rows.filter(next_at__lte=now).values_list("leased_until", flat=True)
        ]

    def _what_is_due(self) -> object:
        logs = {path.name: path.read_text() for path in self.data.glob("*.log")}
        return clock.now(), _owed(), self._due(), logs

    def _phone(self, name: str, moment: str) -> Phone:
        secrets = MemorySecrets(dict(self._secrets[moment][name]))
        return Phone(name, self.data / "phones", self.network, secrets=secrets, letters=self._letters)

    def _letters(self, email: str) -> list[str]:
        folder = Path(settings.EMAIL_FILE_PATH)
        written = sorted(folder.glob("*"), key=lambda path: path.stat().st_mtime_ns)
        return [text for path in written if f"To: {email}" in (text := path.read_text())]

    def _keep_files(self, moment: str) -> None:
        make_database(f"kith_{moment}", template=DATABASE)
        shutil.copytree(self.data, self.kept / moment, dirs_exist_ok=True)

    def _restore(self, moment: str) -> None:
        make_database(DATABASE, template=f"kith_{moment}")
        redis.Redis.from_url(settings.REDIS_URL).flushall()
        for place in self.data.iterdir():
            shutil.rmtree(place) if place.is_dir() else place.unlink()
        shutil.copytree(self.kept / moment, self.data, dirs_exist_ok=True)
        for record in ("*.log", "*.commits", "*.pid", DEATHS):
            for path in self.data.glob(record):
                path.unlink()
        self.time = Timekeeper(self.data / CLOCK)


def _owed() -> list[object]:
    """What is held by somebody, not told or not sent; in the order work flows."""
    held = Q(leased_until__isnull=False)
    rows = [
        *Habit.objects.filter(held),
        *ReminderTime.objects.filter(held),
        *Departure.objects.filter(held),
        *Export.objects.filter(held | Q(state=Export.State.WAITING)),
        *Fact.objects.filter(held | Q(next_at__isnull=False)),
        *Delivery.objects.filter(held | Q(state="waiting")),
    ]
    return [(type(row).__name__, row.pk, row.next_at, row.leased_until) for row in rows]
