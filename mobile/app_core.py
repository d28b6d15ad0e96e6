"""Builds the app below its screens: store, client, engine and presenters. Used by the app, the tests and the demo."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mobile.actions.language import speak_as_chosen, tell_language
from mobile.actions.profile import follow_zone
from mobile.api.client import Api
from mobile.device.desktop.clock import DesktopClock
from mobile.device.desktop.secrets import FileSecrets
from mobile.device.protocols import Clock, Device
from mobile.later import later
from mobile.presenters.base import Phone
from mobile.store import instants, kv, photos, room
from mobile.store.database import Store
from mobile.sync.engine import Engine
from mobile.sync.status import Status

if TYPE_CHECKING:
    import httpx

    from mobile.presenters.account import AccountPresenter
    from mobile.presenters.address import AddressPresenter
    from mobile.presenters.beside import BesidePresenter
    from mobile.presenters.changing import ChangePresenter
    from mobile.presenters.circles import CirclesPresenter
    from mobile.presenters.compose import ComposePresenter
    from mobile.presenters.crowd import CrowdPresenter
    from mobile.presenters.feed import FeedPresenter
    from mobile.presenters.habit import HabitPresenter
    from mobile.presenters.keeping import KeepingPresenter
    from mobile.presenters.knobs import KnobsPresenter
    from mobile.presenters.letters import LettersPresenter
    from mobile.presenters.me import MePresenter
    from mobile.presenters.notices import NoticesPresenter
    from mobile.presenters.promise import PromisePresenter
    from mobile.presenters.ringing import Ringing
    from mobile.presenters.rounds import RoundsPresenter
    from mobile.presenters.scan import ScanPresenter
    from mobile.presenters.season import SeasonPresenter
    from mobile.presenters.second_key import SecondKeyPresenter
    from mobile.presenters.sign_in import SignInPresenter
    from mobile.presenters.today import TodayPresenter
    from mobile.presenters.waiting import WaitingPresenter

NOWHERE = "http://kith.invalid"
"""Stands in front of the addresses when a transport is given: what answers them is the transport's matter."""
WORKERS = 2


@dataclass
class _Background:
    """Runs on worker threads while the app is started; in tests, at once and in place."""

    pool: ThreadPoolExecutor | None = None

    def run(self, work: Callable[[], object]) -> None:
        if self.pool is None:
            work()
        else:
            self.pool.submit(work)


class _Part:
    """One presenter of a core, imported and built when it is first asked for."""

    def __init__(self, module: str, kind: str) -> None:
        self._build = later(f"mobile.presenters.{module}", kind)

    def __set_name__(self, _owner: type, name: str) -> None:
        self._name = name

    def __get__(self, core: Core, _owner: type) -> Any:
        with core.building:
            if self._name not in vars(core):
                setattr(core, self._name, self._build(core.phone))
            return vars(core)[self._name]


def _part(module: str, kind: str) -> Any:
    """Typed at its place in Core."""
    return _Part(module, kind)


class Core:
    """What the screens stand on. A start pays only for the presenters of the screens it shows."""

    sign_in: SignInPresenter = _part("sign_in", "SignInPresenter")
    today: TodayPresenter = _part("today", "TodayPresenter")
    compose: ComposePresenter = _part("compose", "ComposePresenter")
    rounds: RoundsPresenter = _part("rounds", "RoundsPresenter")
    feed: FeedPresenter = _part("feed", "FeedPresenter")
    knobs: KnobsPresenter = _part("knobs", "KnobsPresenter")
    waiting: WaitingPresenter = _part("waiting", "WaitingPresenter")
    crowd: CrowdPresenter = _part("crowd", "CrowdPresenter")
    notices: NoticesPresenter = _part("notices", "NoticesPresenter")
    letters: LettersPresenter = _part("letters", "LettersPresenter")
    keeping: KeepingPresenter = _part("keeping", "KeepingPresenter")
    me: MePresenter = _part("me", "MePresenter")
    promise: PromisePresenter = _part("promise", "PromisePresenter")
    season: SeasonPresenter = _part("season", "SeasonPresenter")
    circles: CirclesPresenter = _part("circles", "CirclesPresenter")
    ringing: Ringing = _part("ringing", "Ringing")
    habit: HabitPresenter = _part("habit", "HabitPresenter")
    change: ChangePresenter = _part("changing", "ChangePresenter")
    account: AccountPresenter = _part("account", "AccountPresenter")
    beside: BesidePresenter = _part("beside", "BesidePresenter")
    scan: ScanPresenter = _part("scan", "ScanPresenter")
    second_key: SecondKeyPresenter = _part("second_key", "SecondKeyPresenter")
    address: AddressPresenter = _part("address", "AddressPresenter")

    def __init__(self, phone: Phone, background: _Background) -> None:
        self.phone, self._background = phone, background
        self.building = threading.RLock()
        # Alarms follow every write from the start; all else waits until it is asked for.
        self._listening = self.ringing if phone.device.alarms is not None else None

    @property
    def store(self) -> Store:
        return self.phone.store

    @property
    def engine(self) -> Engine:
        return self.phone.engine

    @property
    def signed_in(self) -> bool:
        """Somebody is, as far as this phone knows; the server may say otherwise at the next request."""
        return self.phone.api.has_token and not self.phone.status.signed_out

    def open_link(self, link: str) -> None:
        """A friend's link was opened: the way in for somebody new, a new friend for somebody who is in."""
        if self.signed_in:
            self.crowd.open_invite(link)
        else:
            self.sign_in.open_link(link)

    def start(self) -> None:
        """Sync on a thread: send at once what is done, ask for today every few seconds."""
        self.start_workers()
        self.start_syncing()

    def start_workers(self) -> None:
        """From here on nothing that may wait for the network keeps its caller waiting."""
        self._background.pool = ThreadPoolExecutor(WORKERS, thread_name_prefix="kith-worker")

    def start_syncing(self) -> None:
        self.engine.start()
        self._background.run(lambda: room.keep_within(self.store))
        self.follow_alarms()

    def follow_alarms(self) -> None:
        """Make this phone's own alarms true, where it has any."""
        if self.phone.device.alarms is not None:
            self.ringing.follow()

    def close(self) -> None:
        """Stop the threads and close the file. Nothing needs saving: everything already is."""
        self.engine.stop()
        if self._background.pool is not None:
            self._background.pool.shutdown(wait=True, cancel_futures=True)
            self._background.pool = None
        self.phone.api.close()
        self.store.close()


def build_core(
    *,
    data_dir: Path,
    transport_or_base_url: httpx.BaseTransport | str,
    device: Device | None = None,
    clock: Clock | None = None,
    open_store: Callable[[Path], Store] = Store,
) -> Core:
    """`transport_or_base_url`: a server's address, or an httpx transport that answers in this process."""
    store = open_store(data_dir)
    photos.remove_orphans(store)
    clock = clock or DesktopClock()
    device = device or Device(secrets=FileSecrets(data_dir / "secrets.json"))
    speak_as_chosen(store, device.language)
    background, status = _Background(), Status()
    api = _api(store, device, clock, transport_or_base_url)
    engine = Engine(store=store, api=api, clock=clock, status=status)
    phone = Phone(store=store, api=api, engine=engine, clock=clock, device=device, status=status, run=background.run,
                  started_at=clock.now())  # fmt: skip
    store.subscribe(engine.wake_if_waiting)

    def follow_machine() -> None:
        follow_zone(store, zone=clock.zone(), now=clock.now())
        tell_language(store, now=clock.now())

    engine.before_round = follow_machine
    return Core(phone, background)


def _api(store: Store, device: Device, clock: Clock, server: httpx.BaseTransport | str) -> Api:
    with store.read() as db:
        chosen = kv.get(db, kv.SERVER)

    def sent_at() -> str:
        return instants.to_text(clock.now())

    if isinstance(server, str):
        return Api(base_url=chosen or server, secrets=device.secrets, sent_at=sent_at, device=device.name)
    return Api(
        base_url=NOWHERE, secrets=device.secrets, sent_at=sent_at, device=device.name, transport=server
    )  # fmt: skip
