"""The rounds, and the feed."""

from collections.abc import Callable
from functools import partial

from mobile.app_core import Core
from mobile.presenters import beside_copy, copy
from mobile.presenters.feed import FeedPresenter
from mobile.presenters.people_state import Gift, GiftKind, Leads, NoticeView
from mobile.presenters.rounds_state import CardKind
from mobile.ui.rooms.beside import Besides
from mobile.ui.rooms.first import FirstRoom
from mobile.ui.rooms.picturing import Picturing
from mobile.ui.rooms.reporting import why
from mobile.ui.rooms.room import House, Room
from mobile.ui.rooms.writing import write_to
from mobile.ui.screens.cheers.desk import FeedDesk, RoundsDesk
from mobile.ui.screens.cheers.feed import FeedScreen
from mobile.ui.screens.cheers.rounds import RoundsScreen
from mobile.ui.widgets.sheet import Way
from shared import limits
from shared.languages import say


class RoundsRoom(Room):
    private = True

    def __init__(self, core: Core, house: House, *, change: str = "") -> None:
        super().__init__(core, house)
        rounds = core.rounds
        rounds.open(change)
        self._besides = Besides(core, self)
        self._picturing = Picturing(core, house)
        desk = RoundsDesk(
            rounds.react, rounds.cheer, rounds.let_go, rounds.skip, close=lambda: house.go("cheers"), face=self._face,
            beside=self._about, write=self._write,
        )  # fmt: skip
        self.widget: RoundsScreen = RoundsScreen(desk=desk, state=rounds.state, dark=house.dark)
        self.follow(rounds, self.widget.show)

    def _about(self) -> None:
        card = self.core.rounds.state.card
        if card is not None:
            self._besides.about(card.day)

    def _face(self) -> None:
        rounds, card = self.core.rounds, self.core.rounds.state.card
        is_miss = card is not None and card.kind is CardKind.MISS
        self._picturing.take_or_choose(rounds.cheer_with_face if is_miss else rounds.answer_with_face)

    def _write(self) -> None:
        card = self.core.rounds.state.card
        if card is None:
            return
        is_miss = card.kind is CardKind.MISS
        write_to(
            self.house, card.person.name, most=limits.CHEER_WORDS_MAX if is_miss else limits.COMMENT_MAX,
            palette=self.widget.palette, on_line=self.core.rounds.write, text=card.line,
        )  # fmt: skip

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
            house.open_rounds, feed.react, self._nudge, self._about, feed.more, self._go, news.read_these,
            news.react, self._face, change=house.open_rounds, write=self._write, line=self._line,
            start=besides.start, keep=besides.keep, first=self._first,
        )  # fmt: skip
        self.widget: FeedScreen = FeedScreen(desk=desk, state=feed.state, news=news.state, dark=house.dark)
        self.follow(feed, self.widget.show)
        self.follow(news, self.widget.show_news)
        feed.load()

    def _face(self, check_in_id: str) -> None:
        self._picturing.take_or_choose(
            lambda path, source: self.core.feed.answer_with_face(check_in_id, path, source)
        )  # fmt: skip

    def _write(self, check_in_id: str) -> None:
        feed = self.core.feed
        name = next((card.person.name for card in feed.state.cards if card.id == check_in_id), "")
        write_to(
            self.house, name, most=limits.COMMENT_MAX, palette=self.widget.palette,
            on_line=lambda text: feed.write(check_in_id, text),
        )  # fmt: skip

    def _line(self, check_in_id: str, comment_id: str) -> None:
        feed = self.core.feed
        name = next((card.person.name for card in feed.state.cards if card.id == check_in_id), "")
        take = Way(say(copy.TAKE_BACK), "delete", "take_line", lambda: feed.take_line_back(check_in_id, comment_id))
        self.house.ask(say(copy.YOUR_LINE, name=name), say(copy.GONE_FOR_BOTH), take)

    def _go(self, notice: NoticeView) -> None:
        if notice.gifts:
            self._ask_about(notice)
        else:
            self._follow(notice)

    def _ask_about(self, notice: NoticeView) -> None:
        """Words or a face of a friend's own: read it, go to the day, or have it gone."""
        ways = []
        if notice.leads is not Leads.NOWHERE:
            ways.append(Way(say(copy.TO_THE_DAY), "arrow_forward", "to_day", lambda: self._follow(notice), main=True))
        ways += [way for gift in notice.gifts for way in self._gift_ways(notice, gift)]
        self.house.ask(notice.text, f"“{notice.words}”" if notice.words else say(copy.GONE_FOR_BOTH), *ways)

    def _gift_ways(self, notice: NoticeView, gift: Gift) -> list[Way]:
        """The words of a cheer stay with it: they can be reported, not taken away alone."""
        news, house = self.core.notices, self.house
        is_face = gift.kind is GiftKind.FACE
        title, key = (say(copy.REPORT_FACE), "face") if is_face else (say(copy.REPORT_LINE), "line")

        def report() -> None:
            house.ask(title, say(copy.ONLY_THE_HOSTS), *why(lambda reason: news.report(gift, reason)))

        ways = [Way(say("Report"), "flag", f"report_{key}", report)]
        if gift.kind is not GiftKind.CHEER:
            words = say(copy.TAKE_PICTURE_AWAY) if is_face else say(copy.TAKE_LINE_AWAY)
            ways.insert(0, Way(words, "delete", f"take_{key}", lambda: news.take_away(notice.id, gift.kind)))
        return ways

    def _follow(self, notice: NoticeView) -> None:
        if notice.leads is Leads.OWN_DAY and notice.habit_id:
            self.core.today.select_habit(notice.habit_id)
            self.house.go("today")
        elif notice.leads is Leads.OFFER or (notice.leads is Leads.FRIEND and not self._bring_up(notice)):
            self.house.go("crowd")
        elif notice.leads is Leads.ROUNDS:
            self.house.open_rounds()
        elif notice.leads is Leads.FRIENDS_DAY:
            self._bring_up(notice)

    def _bring_up(self, notice: NoticeView) -> bool:
        """Whether a day of whom it names is here to be looked at."""
        return notice.person is not None and self.widget.bring_up(notice.person.person_id)

    def _nudge(self, habit_id: str) -> None:
        feed = self.core.feed
        name = next((one.person.name for one in feed.state.waited if one.habit_id == habit_id), "")
        ways = [_words(feed, habit_id, preset, say(text)) for preset, text in copy.NUDGES.items()]
        ways.append(
            Way(say(copy.WITH_YOUR_FACE), "photo_camera", "nudge_face", lambda: self._nudge_with_face(habit_id))
        )
        self.house.ask(say(copy.NUDGE_ASK, name=name), say(copy.NUDGE_SMALL), *ways)

    def _nudge_with_face(self, habit_id: str) -> None:
        preset = next(iter(copy.NUDGES))
        self._picturing.take_or_choose(
            lambda path, source: self.core.feed.nudge_with_face(habit_id, preset, path, source)
        )  # fmt: skip

    def _first(self) -> None:
        self.house.visit(lambda core, house: FirstRoom(core, house, back="cheers"))

    def _about(self, check_in_id: str) -> None:
        """What is quieter than an answer: less of this habit, or as before; and reporting the day."""
        feed = self.core.feed
        card = next((card for card in feed.state.cards if card.id == check_in_id), None)
        if card is None:
            return
        less = Way(say(copy.LESS_OF_THIS), "arrow_forward", "less", lambda: feed.show_less(check_in_id))
        if card.less:
            less = Way(say(copy.AS_BEFORE), "replay", "as_before", lambda: feed.show_as_before(check_in_id))
        report = Way(say(copy.REPORT_IT), "flag", "report", lambda: self._report(check_in_id))
        detail = say(copy.LESS_ASKED) if card.less else say(copy.LESS_DETAIL)
        self.house.ask(f"{card.person.name} · {card.habit_title}", detail, less, report)

    def _report(self, check_in_id: str) -> None:
        """The day; where a picture of theirs stands beside it, whichever of the two it is."""
        feed, house = self.core.feed, self.house

        def ask(title: str, report: Callable[[str, str], None]) -> None:
            house.ask(title, say(copy.ONLY_THE_HOSTS), *why(lambda reason: report(check_in_id, reason)))

        ask_day = partial(ask, say(copy.REPORT_DAY), feed.report)
        if not any(card.id == check_in_id and card.own_picture_beside for card in feed.state.cards):
            ask_day()
            return
        day = Way(say(beside_copy.THE_DAY), "flag", "report_day", ask_day)
        ask_beside = partial(ask, say(beside_copy.REPORT_BESIDE), feed.report_beside)
        beside = Way(say(beside_copy.WHAT_STANDS), "flag", "report_beside", ask_beside)
        house.ask(say(beside_copy.REPORT_WHICH), say(copy.ONLY_THE_HOSTS), day, beside)


def _words(feed: FeedPresenter, habit_id: str, preset: str, text: str) -> Way:
    return Way(text, "waving_hand", f"nudge_{preset}", lambda: feed.nudge(habit_id, preset))
