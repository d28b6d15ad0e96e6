"""Handlers that remember what they heard, and tables that name them (by a setting, so each is a module's)."""

from server.kernel.facts import FactKind, Handler
from server.kernel.models import Fact, Heartbeat

SEEN = FactKind("seen")


class Ear:
    """Remembers what it heard; while it is deaf it raises, after writing something that must not stay."""

    def __init__(self, name: str) -> None:
        self.__module__, self.__qualname__ = "tests", name
        self.open()

    def open(self) -> None:
        self.heard: list[int] = []
        self.deaf = False

    def __call__(self, fact: Fact) -> None:
        self.heard.append(fact.seq)
        if self.deaf:
            Heartbeat.objects.create(name=f"{self.__qualname__} {fact.seq}", beat_at=fact.happened_at)
            raise RuntimeError("deaf")


FIRST, SECOND = Ear("first"), Ear("second")

BOTH: dict[FactKind, tuple[Handler, ...]] = {SEEN: (FIRST, SECOND)}
ONLY_SECOND: dict[FactKind, tuple[Handler, ...]] = {SEEN: (SECOND,)}
NOBODY: dict[FactKind, tuple[Handler, ...]] = {}
