"""The story told once, undisturbed; from then on it can be taken up at the beginning of any chapter."""

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection

from shared.clock import StoppedClock
from tests.databases import make_database
from tests.journeys.conftest import run_server
from tests.journeys.network import Network
from tests.journeys.phones import Phone
from tests.journeys.story import CHAPTERS, Chapter
from tests.mobile.stage import MemorySecrets

DATABASE = "kith_story"
NAMES = ("Ana", "Ben")
RANDOM = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[\w-]{22,}|(?<=['\"])a\d{1,2}(?=['\"])")
"""Ids, tokens, digests and the faces drawn for newcomers: no two tellings share them."""
MACHINES = {"last_login", "session_data"}
"""Columns that go by the machine's clock."""
TALLIES = {"kernel_allowance"}
"""How often something was asked for: more often, when an answer was lost."""
State = Counter[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Moment:
    """Between two chapters: what every row said, and what is needed to be there once more."""

    name: str
    instant: datetime
    secrets: dict[str, dict[str, str]]
    state: State
    requests: int = 0
    writes: int = 0
    """What it took to come here from the moment before."""


@dataclass
class Moments:
    """`beginnings[chapter]` and `ends[chapter]`, once all has been told."""

    folder: Path
    time: StoppedClock
    beginnings: dict[Chapter, Moment] = field(default_factory=dict)
    ends: dict[Chapter, Moment] = field(default_factory=dict)

    def tell(self) -> None:
        """From an empty server to the end, keeping each moment between two chapters."""
        for name in NAMES:
            (self.folder / "beginning" / name).mkdir(parents=True)
        make_database("kith_beginning", template=DATABASE)
        then = Moment("beginning", self.time.instant, {name: {} for name in NAMES}, Counter())
        for chapter in CHAPTERS:
            self.beginnings[chapter] = then
            network = Network()
            with self.at(chapter, network) as (ana, ben):
                chapter(ana, ben, self.until)
                then = self._keep(chapter.__name__, network, ana, ben)
            self.ends[chapter] = then

    @contextmanager
    def at(self, chapter: Chapter, network: Network) -> Iterator[tuple[Phone, Phone]]:
        """Both phones just before this chapter, started anew, on this network."""
        then, live = self.beginnings[chapter], self.folder / "live"
        make_database(DATABASE, template=f"kith_{then.name}")
        shutil.rmtree(live, ignore_errors=True)
        shutil.copytree(self.folder / then.name, live)
        cache.clear()
        self.time.move_to(then.instant)
        ana, ben = (Phone(name, live, network, secrets=MemorySecrets(dict(then.secrets[name]))) for name in NAMES)
        try:
            yield ana, ben
        finally:
            for phone in (ana, ben):
                phone.core.close()

    def until(self, instant: datetime) -> None:
        self.time.move_to(instant)
        run_server()

    def _keep(self, name: str, network: Network, *phones: Phone) -> Moment:
        state = state_of(*phones)
        for phone in phones:
            phone.kill()
        make_database(f"kith_{name}", template=DATABASE)
        shutil.copytree(self.folder / "live", self.folder / name)
        secrets = {phone.name: dict(phone.secrets.values) for phone in phones}
        return Moment(name, self.time.instant, secrets, state, network.carried, network.writes)


@contextmanager
def database_of_its_own() -> Iterator[None]:
    """Let this process speak to a database that no other test touches or empties."""
    known = connection.settings_dict["NAME"]
    make_database(DATABASE)
    connection.settings_dict["NAME"] = DATABASE
    try:
        call_command("migrate", verbosity=0)
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = known


def state_of(*phones: Phone) -> State:
    """Every row of the server's and of these phones': equal after two tellings that went to the same place."""
    state: State = Counter()
    models = [one for one in apps.get_models(include_auto_created=True) if one._meta.db_table not in TALLIES]
    for model in models:
        columns = [column.attname for column in model._meta.concrete_fields if column.name not in MACHINES]
        state.update((model._meta.db_table, _plain(row)) for row in model._base_manager.values_list(*columns))
    for phone in phones:
        with phone.core.store.read() as db:
            tables = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            state.update(
                (f"{phone.name}'s {table}", _plain(tuple(row)))
                for table in tables for row in db.execute(f'SELECT * FROM "{table}"')
            )  # fmt: skip
    return state


def _plain(row: tuple[Any, ...]) -> str:
    return RANDOM.sub("*", repr(row))
