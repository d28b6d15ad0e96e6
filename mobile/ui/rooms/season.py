"""A season's end."""

from mobile.app_core import Core
from mobile.presenters import copy
from mobile.presenters.season_state import SeasonState, SeasonStep
from mobile.ui.rooms.room import House, Room
from mobile.ui.screens.season.desk import SeasonDesk
from mobile.ui.screens.season.screen import SeasonScreen
from mobile.ui.widgets.flipbook import FlipBook
from shared.languages import say

_PAGE = 0.2
"""Seconds a day of the film stays."""


class SeasonRoom(Room):
    def __init__(self, core: Core, house: House) -> None:
        super().__init__(core, house)
        season = core.season
        desk = SeasonDesk(
            play=self._play, once_more=season.once_more, lighter=season.lighter, done=season.done, back=season.back,
            person=season.toggle, rhythm=season.set_rhythm, gentle=season.set_gentle, begin=season.begin,
            keep_alone=season.keep_alone, put_away=season.put_away, close=lambda: house.go("today"),
        )  # fmt: skip
        self.widget: SeasonScreen = SeasonScreen(desk=desk, state=season.state, dark=house.dark)
        self.follow(season, self._show)

    def _show(self, state: SeasonState) -> None:
        """Once it is answered, here or on another phone, there is nothing to stay for."""
        if state.step is SeasonStep.OVER:
            self.house.go("today")
        else:
            self.widget.show(state)

    def _play(self) -> None:
        film = self.core.season.state.film
        book = FlipBook(paths=film, words=say(copy.THIRTY_DAYS), seconds=_PAGE * len(film) + 1, on_end=lambda: None)
        self.house.put_over(book)
        book.play()
