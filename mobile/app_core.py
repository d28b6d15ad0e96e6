"""Builds the app below its screens: store, client, engine and presenters. Used by the app, the tests and the demo."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from mobile.actions.language import speak_as_chosen, tell_language
from mobile.actions.profile import follow_zone
from mobile.api.client import Api
from mobile.device.desktop.clock import DesktopClock
from mobile.device.desktop.secrets import FileSecrets
from mobile.device.protocols import Clock, Device
from mobile.presenters.account import AccountPresenter
from mobile.presenters.address import AddressPresenter
from mobile.presenters.base import Phone
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
from mobile.store import instants, kv, photos
from mobile.store.database import Store
from mobile.sync.engine import Engine
from mobile.sync.status import Status

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


@dataclass
class Core:
    phone: Phone
    sign_in: SignInPresenter
    today: TodayPresenter
    compose: ComposePresenter
    rounds: RoundsPresenter
    feed: FeedPresenter
    knobs: KnobsPresenter
    crowd: CrowdPresenter
    notices: NoticesPresenter
    letters: LettersPresenter
    keeping: KeepingPresenter
    me: MePresenter
    promise: PromisePresenter
    season: SeasonPresenter
    circles: CirclesPresenter
    ringing: Ringing
    habit: HabitPresenter
    change: ChangePresenter
    account: AccountPresenter
    beside: BesidePresenter
    scan: ScanPresenter
    second_key: SecondKeyPresenter
    address: AddressPresenter
    _background: _Background = field(default_factory=_Background)

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
        self._background.pool = ThreadPoolExecutor(WORKERS, thread_name_prefix="kith-worker")
        self.engine.start()
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
    phone = Phone(store=store, api=api, engine=engine, clock=clock, device=device, status=status, run=background.run)
    store.subscribe(engine.wake_if_waiting)

    def follow_machine() -> None:
        follow_zone(store, zone=clock.zone(), now=clock.now())
        tell_language(store, now=clock.now())

    engine.before_round = follow_machine
    return _with_presenters(phone, background)


def _with_presenters(phone: Phone, background: _Background) -> Core:
    return Core(
        phone=phone,
        sign_in=SignInPresenter(phone),
        today=TodayPresenter(phone),
        compose=ComposePresenter(phone),
        rounds=RoundsPresenter(phone),
        feed=FeedPresenter(phone),
        knobs=KnobsPresenter(phone),
        crowd=CrowdPresenter(phone),
        notices=NoticesPresenter(phone),
        letters=LettersPresenter(phone),
        keeping=KeepingPresenter(phone),
        me=MePresenter(phone),
        promise=PromisePresenter(phone),
        season=SeasonPresenter(phone),
        circles=CirclesPresenter(phone),
        ringing=Ringing(phone),
        habit=HabitPresenter(phone),
        change=ChangePresenter(phone),
        account=AccountPresenter(phone),
        beside=BesidePresenter(phone),
        scan=ScanPresenter(phone),
        second_key=SecondKeyPresenter(phone),
        address=AddressPresenter(phone),
        _background=background,
    )


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
