"""A phone, a fake server and a stopped clock for stories about Ana, Ben, Cleo and Dan."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from mobile.api.fake import FakeServer
from mobile.app_core import Core, build_core
from mobile.device.protocols import Device
from mobile.store.database import Store
from shared import clock
from shared.clock import StoppedClock
from shared.moods import Role

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
"""A Monday."""
TODAY = NOON.date()
DAY = timedelta(days=1)


@dataclass
class MemorySecrets:
    values: dict[str, str] = field(default_factory=dict)

    def get(self, name: str) -> str | None:
        return self.values.get(name)

    def put(self, name: str, value: str) -> None:
        self.values[name] = value

    def forget(self, name: str) -> None:
        self.values.pop(name, None)


@dataclass
class PhoneClock:
    """The machine's clock is the stopped one; its zone can travel."""

    at_zone: str | None = None

    def now(self) -> datetime:
        return clock.now()

    def zone(self) -> str | None:
        return self.at_zone


@dataclass
class Stage:
    """Ana owns a running habit; Ben is her witness, Cleo in her gallery, Dan a stranger."""

    time: StoppedClock
    folder: Path
    server: FakeServer
    ana: str
    ben: str
    cleo: str
    dan: str
    secrets: dict[str, MemorySecrets] = field(default_factory=dict)
    clocks: dict[str, PhoneClock] = field(default_factory=dict)
    open_cores: list[Core] = field(default_factory=list)

    def phone_of(self, person: str, name: str = "phone", store: Callable[[Path], Store] = Store, **parts: Any) -> Core:
        """A phone signed in as this person; the same name again is the same phone, started anew. `parts` of it."""
        key = f"{person}-{name}"
        secrets = self.secrets.setdefault(key, MemorySecrets({"session_token": person}))
        core = build_core(
            data_dir=self.folder / key,
            transport_or_base_url=self.server.transport,
            device=Device(secrets=secrets, **parts),
            clock=self.clocks.setdefault(key, PhoneClock()),
            open_store=store,
        )
        self.open_cores.append(core)
        return core

    def synced(self, person: str, name: str = "phone") -> Core:
        core = self.phone_of(person, name)
        core.engine.run_once()
        return core

    def habit(self, *, kept: int = 0, crowd: bool = True, title: str = "Morning run", until: date | None = None,
              **more: object) -> str:  # fmt: skip
        """A habit of Ana with `kept` days in a row that end the day before `until` (today), each with a photo."""
        until = until or self.time.instant.date()
        first = until - kept * DAY
        habit = self.server.world.add_habit(self.ana, title, starts_on=first, **more)  # type: ignore[arg-type]
        for back in range(kept):
            day = first + back * DAY
            self.server.world.post(habit, day, at=datetime.combine(day, NOON.timetz()), photo=b"a photo")
        if crowd:
            self.server.world.seat(habit, self.ben)
            self.server.world.seat(habit, self.cleo, Role.GALLERY)
        return habit


@contextmanager
def staged(folder: Path, at: datetime = NOON) -> Iterator[Stage]:
    server = FakeServer()
    world = server.world
    with clock.stopped_at(at) as time:
        people = {
            name: world.add_person(name, avatar=f"a{number}")
            for number, name in enumerate(("Ana", "Ben", "Cleo", "Dan"))
        }
        stage = Stage(time, folder, server, people["Ana"], people["Ben"], people["Cleo"], people["Dan"])
        world.befriend(stage.ana, stage.ben)
        world.befriend(stage.ana, stage.cleo)
        try:
            yield stage
        finally:
            for core in stage.open_cores:
                core.close()
