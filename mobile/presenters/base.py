"""What every presenter is: a frozen state that goes down, methods that come up."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Generic, TypeVar

from mobile.api.client import Api
from mobile.device.protocols import Clock, Device
from mobile.store import clock_history
from mobile.store.database import Store
from mobile.sync.engine import Engine
from mobile.sync.status import Status

S = TypeVar("S")
Run = Callable[[Callable[[], object]], None]
"""Runs something that may wait for the network, where it keeps nobody waiting."""


@dataclass(frozen=True, slots=True)
class Phone:
    """Everything a presenter may use, built once by app_core."""

    store: Store
    api: Api
    engine: Engine
    clock: Clock
    device: Device
    status: Status
    run: Run
    started_at: datetime
    """When this app was opened."""

    def sync_now(self) -> None:
        """Ask the server now: on the engine's thread when it runs, otherwise at once."""
        if self.engine.running:
            self.engine.wake()
        else:
            self.run(self.engine.run_once)

    def zone(self) -> str:
        """The zone a tap happens in: the machine's, or the person's own where the machine can't tell."""
        told = self.clock.zone()
        if told is not None:
            return told
        with self.store.read() as db:
            changes = clock_history.get(db).changes
        return changes[-1].zone


class Presenter(Generic[S]):
    """Tells its subscribers only when the state really changed, on the thread that changed it."""

    def __init__(self, phone: Phone, first: S) -> None:
        self.phone = phone
        self._state = first
        self._subscribers: list[Callable[[S], None]] = []
        self._lock = threading.RLock()

    @property
    def state(self) -> S:
        return self._state

    def subscribe(self, callback: Callable[[S], None]) -> Callable[[], None]:
        """Call `callback(state)` on every change, and at once with the present one; the answer ends it."""
        self._subscribers.append(callback)
        callback(self._state)
        return lambda: self._subscribers.remove(callback)

    def _show(self, state: S) -> None:
        with self._lock:
            if state == self._state:
                return
            self._state = state
        for subscriber in tuple(self._subscribers):
            subscriber(state)

    def _change(self, **changes: object) -> None:
        """Show the present state with some of its fields changed: the caller names them."""
        self._show(replace(self._state, **changes))  # type: ignore[type-var]  # every state is a dataclass


class StorePresenter(Presenter[S]):
    """Draws its state anew from the store after each write, and when the network comes or goes."""

    def __init__(self, phone: Phone, first: S) -> None:
        super().__init__(phone, first)
        phone.store.subscribe(self.redraw)
        phone.status.subscribe(self.redraw)
        self.redraw()

    def redraw(self) -> None:
        """Also worth calling as time passes: a day may have begun."""
        with self._lock:
            state = self._draw()
        self._show(state)

    def _draw(self) -> S:
        raise NotImplementedError

    def refresh(self) -> None:
        """Ask the server now."""
        self.redraw()
        self.phone.sync_now()
