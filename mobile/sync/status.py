"""Whether this phone reaches the server, and whether it is still signed in there."""

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass
class Status:
    """`offline`: the last try found no server. `signed_out`: the server no longer knows the token; nothing is lost."""

    offline: bool = False
    signed_out: bool = False
    _listeners: list[Callable[[], None]] = field(default_factory=list)

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def put(self, *, offline: bool | None = None, signed_out: bool | None = None) -> None:
        before = (self.offline, self.signed_out)
        self.offline = self.offline if offline is None else offline
        self.signed_out = self.signed_out if signed_out is None else signed_out
        if (self.offline, self.signed_out) != before:
            for listener in tuple(self._listeners):
                listener()
