"""The rounds, and the feed."""

from mobile.app_core import Core
from mobile.presenters import copy
from mobile.presenters.feed import FeedPresenter
from mobile.presenters.people_state import Leads, NoticeView
from mobile.ui.rooms.beside import Besides
from mobile.ui.rooms.picturing import Picturing
from mobile.ui.rooms.reporting import why
from mobile.ui.rooms.room import House, Room
from mobile.ui.screens.cheers.desk import FeedDesk, RoundsDesk
from mobile.ui.screens.cheers.feed import FeedScreen
from mobile.ui.screens.cheers.rounds import RoundsScreen
from mobile.ui.widgets.sheet import Way


class RoundsRoom(Room):
    private = True

    def __init__(self, core: Core, house: House, *, change: str = "") -> None:
        super().__init__(core, house)
        rounds = core.rounds
        rounds.open(change)
        self._besides = Besides(core, self)
        self._picturing = Picturing(core, house)
        desk = RoundsDesk(
            rounds.react, rounds.cheer, rounds.let_go, rounds.skip, close=lambda: house.go("cheers"),
            face=lambda: self._picturing.take_or_choose(rounds.answer_with_face), beside=self._about,
        )  # fmt: skip
        self.widget: RoundsScreen = RoundsScreen(desk=desk, state=rounds.state, dark=house.dark)
        self.follow(rounds, self.widget.show)

    def _about(self) -> None:
        card = self.core.rounds.state.card
        if card is not None:
            self._besides.about(card.day)

    def leave(self) -> None:
        super().leave()
        self.core.rounds.close()


class FeedRoom(Room):
    def __init__(self, core: Core, house: House) -> None:
        super().__init__(core, house)
        feed = core.feed
        self._picturing = Picturing(core, house)
        news, besides = core.notices, Besides(core, self)
        desk = FeedDesk(
            house.open_rounds, feed.react, self._nudge, self._report, feed.more, self._go, news.read_these,
            news.react, self._face, change=house.open_rounds,
            start=besides.start, keep=besides.keep,
        )  # fmt: skip
        self.widget: FeedScreen = FeedScreen(desk=desk, state=feed.state, news=news.state, dark=house.dark)
        self.follow(feed, self.widget.show)
        self.follow(news, self.widget.show_news)
        feed.load()

    def _face(self, check_in_id: str) -> None:
        self._picturing.take_or_choose(
            lambda path, source: self.core.feed.answer_with_face(check_in_id, path, source)
        )  # fmt: skip

    def _go(self, notice: NoticeView) -> None:
        if notice.leads is Leads.OWN_DAY and notice.habit_id:
            self.core.today.select_habit(notice.habit_id)
            self.house.go("today")
        elif notice.leads is Leads.OFFER:
            self.house.go("crowd")
        elif notice.leads is Leads.ROUNDS:
            self.house.open_rounds()
        elif notice.leads is Leads.FRIENDS_DAY and notice.person:
            self.widget.bring_up(notice.person.person_id)

    def _nudge(self, habit_id: str) -> None:
        feed = self.core.feed
        name = next((one.person.name for one in feed.state.waited if one.habit_id == habit_id), "")
        ways = [_words(feed, habit_id, preset, text) for preset, text in copy.NUDGES.items()]
        self.house.ask(copy.NUDGE_ASK.format(name=name), copy.NUDGE_SMALL, *ways)

    def _report(self, check_in_id: str) -> None:
        ways = why(lambda reason: self.core.feed.report(check_in_id, reason))
        self.house.ask(copy.REPORT_DAY, copy.ONLY_THE_HOSTS, *ways)


def _words(feed: FeedPresenter, habit_id: str, preset: str, text: str) -> Way:
    return Way(text, "waving_hand", f"nudge_{preset}", lambda: feed.nudge(habit_id, preset))
