"""How many of friends' days wait to be seen: the number on the bar, whatever screen is open."""

from mobile.presenters.base import Phone, StorePresenter
from mobile.store import snapshots


class WaitingPresenter(StorePresenter[int]):
    def __init__(self, phone: Phone) -> None:
        super().__init__(phone, 0)

    def _draw(self) -> int:
        with self.phone.store.read() as db:
            rounds = snapshots.get(db, snapshots.ROUNDS)
        return sum(not card["looked"] for key in ("cards", "misses") for card in rounds.get(key, []))
