"""A season's end."""

from collections.abc import Callable
from dataclasses import replace

from kivy.uix.widget import Widget

from mobile.presenters.season_state import CircleChoice, Rhythm, SeasonState, SeasonStep, SeatChoice
from mobile.presenters.views import FaceView
from mobile.ui.screens.season.desk import SeasonDesk
from mobile.ui.screens.season.screen import SeasonScreen
from shared.moods import Expression, Role
from tools.shooting.photos import SamplePhotos
from tools.shooting.today import KAI, LEO, MAYA, NORA


def _nothing(*_: object) -> None:
    """Nobody touches a picture."""


def _screen(state: SeasonState, *, dark: bool = False) -> Widget:
    return SeasonScreen(desk=SeasonDesk(*[_nothing] * 12), state=state, dark=dark)


def _seat(who: tuple[str, str], role: Role, chosen: bool) -> SeatChoice:
    return SeatChoice(FaceView(who[0].lower(), who[0], who[1], Expression.COLOUR), role, chosen)


def _ask(photos: SamplePhotos) -> SeasonState:
    return SeasonState(
        step=SeasonStep.ASK, habit_id="h1", title="Morning run", kept="You showed up 26 times.",
        cover=photos.view("morning_run", 41), film=(photos.path("morning_run", 33), photos.path("morning_run", 41)),
        can_be_lighter=True,
        seats=(
            _seat(MAYA, Role.WITNESS, True), _seat(LEO, Role.WITNESS, True), _seat(NORA, Role.GALLERY, True),
            _seat(KAI, Role.GALLERY, False),
        ),
        circles=(CircleChoice("gym", "Gym", True), CircleChoice("writers", "Writers", False)),
    )  # fmt: skip


def season(photos: SamplePhotos) -> Widget:
    return _screen(_ask(photos))


def season_night(photos: SamplePhotos) -> Widget:
    return _screen(_ask(photos), dark=True)


def season_plain(photos: SamplePhotos) -> Widget:
    return _screen(replace(_ask(photos), cover=None, film=(), can_be_lighter=False))


def season_pick(photos: SamplePhotos) -> Widget:
    return _screen(replace(_ask(photos), step=SeasonStep.PICK))


def season_lighter(photos: SamplePhotos) -> Widget:
    rhythms = (("five", "5 a week"), ("three", "3 a week"), ("two", "2 a week"), ("one", "Once a week"))
    choices = tuple(Rhythm(key, label, key == "three") for key, label in rhythms)
    return _screen(replace(_ask(photos), step=SeasonStep.PICK, rhythms=choices))


def season_lighter_night(photos: SamplePhotos) -> Widget:
    choices = (Rhythm("more", "Up to 3 cups", True),)
    return _screen(replace(_ask(photos), step=SeasonStep.PICK, rhythms=choices, seats=(), gentle=False), dark=True)


def season_done(photos: SamplePhotos) -> Widget:
    return _screen(replace(_ask(photos), step=SeasonStep.DONE))


PICTURES: dict[str, Callable[[SamplePhotos], Widget]] = {
    "season": season, "season_night": season_night, "season_plain": season_plain, "season_pick": season_pick,
    "season_lighter": season_lighter, "season_lighter_night": season_lighter_night, "season_done": season_done,
}  # fmt: skip
