"""The rounds, and the feed."""

from mobile.app_core import Core
from mobile.ui.rooms.room import House, Room
from mobile.ui.screens.cheers.desk import FeedDesk, RoundsDesk
from mobile.ui.screens.cheers.feed import FeedScreen
from mobile.ui.screens.cheers.rounds import RoundsScreen
from mobile.ui.widgets.sheet import Way

_REASONS = (("Unkind", "unkind"), ("Not safe to show", "unsafe"), ("Something else", "other"))


class RoundsRoom(Room):
    def __init__(self, core: Core, house: House) -> None:
        super().__init__(core, house)
        rounds = core.rounds
        rounds.open()
        desk = RoundsDesk(rounds.react, rounds.cheer, rounds.let_go, rounds.skip, close=lambda: house.go("cheers"))
        self.widget: RoundsScreen = RoundsScreen(desk=desk, state=rounds.state, dark=house.dark)
        self.follow(rounds, self.widget.show)

    def leave(self) -> None:
        super().leave()
        self.core.rounds.close()


class FeedRoom(Room):
    def __init__(self, core: Core, house: House) -> None:
        super().__init__(core, house)
        feed = core.feed
        desk = FeedDesk(house.open_rounds, feed.react, self._report, feed.more)
        self.widget: FeedScreen = FeedScreen(desk=desk, state=feed.state, dark=house.dark)
        self.follow(feed, self.widget.show)
        feed.load()

    def _report(self, check_in_id: str) -> None:
        ways = (
            Way(text, "flag", f"report_{reason}", lambda reason=reason: self.core.feed.report(check_in_id, reason))
            for text, reason in _REASONS
        )
        self.house.ask("Report this day?", "Only the people who run this Kith will know.", *ways)
