"""Beside: anchors, friends kept beside a habit, an offer, what was just started."""

from collections.abc import Callable
from dataclasses import replace

from kivy.core.window import Window
from kivy.uix.floatlayout import FloatLayout
from kivy.uix.widget import Widget

from mobile.presenters import beside_copy
from mobile.presenters.beside_state import BesideOffer, BesideState, ModelView, TheirDay
from mobile.presenters.people_state import CrowdState
from mobile.presenters.today_state import Card, TodayState
from mobile.presenters.views import FaceView
from mobile.ui.screens.crowd.desk import BesideDesk, CrowdDesk
from mobile.ui.screens.crowd.screen import CrowdScreen
from mobile.ui.theme.palettes import palette_for
from mobile.ui.widgets.sheet import Sheet, Way
from mobile.ui.widgets.side_by_side import SideBySide
from shared.headlines import Headline
from shared.languages import say
from shared.moods import Expression, Mood
from tools.shooting import today
from tools.shooting.photos import SamplePhotos


def nothing(*_: object) -> None:
    """Nobody touches a picture."""


def _face(who: tuple[str, str]) -> FaceView:
    return FaceView(who[0].lower(), who[0], who[1], Expression.COLOUR)


def _day(who: tuple[str, str], title: str, number: int) -> TheirDay:
    return TheirDay(_face(who), f"their_{who[0]}", title, "directions_run", "2026-11-22", number, 0, may_start=True)


def _model(photos: SamplePhotos, who: tuple[str, str], subject: str, title: str, number: int) -> ModelView:
    line = say(beside_copy.LATEST, name=who[0], day=beside_copy.day_of(number))
    photo = replace(photos.view(subject, number), label=beside_copy.friends_day(who[0], number))
    return ModelView(f"their_{who[0]}", _face(who), title, line, number, photo, _day(who, title, number))


def _leo(photos: SamplePhotos) -> ModelView:
    return _model(photos, today.LEO, "stretch", "Stretch", 212)


def _models(photos: SamplePhotos) -> tuple[ModelView, ...]:
    return (
        _leo(photos), _model(photos, today.TESS, "drawing", "Drawing", 41),
        _model(photos, ("Maximiliane-Theodora", "a3"), "yoga", "Yoga before anybody is awake, on the balcony", 1041),
    )  # fmt: skip


# Today
def waiting(photos: SamplePhotos) -> TodayState:
    return replace(today.waiting(photos), models=(_leo(photos),), latest=photos.view("morning_run", 40))


def warm(photos: SamplePhotos) -> TodayState:
    return replace(today.warm(photos), models=_models(photos)[:2], latest=photos.view("morning_run", 41))


def clip(photos: SamplePhotos) -> TodayState:
    """Beside a friend's day, with everything that may stand on one screen."""
    left = replace(photos.view("stretch", 212), label=beside_copy.friends_day("Maximiliane-Theodora", 1041))
    return replace(today.warm(photos), anchor=left, models=_models(photos), latest=photos.view("morning_run", 41))


def started(photos: SamplePhotos) -> TodayState:
    left = replace(photos.view("stretch", 20), label=beside_copy.friends_day("Leo", 212))
    return replace(
        today.waiting(photos), title="Stretch", headline=Headline("Day 1.", "", "Any time before you sleep."),
        day_number=1, anchor=left, beside=beside_copy.beside("Leo"), started="Leo", faces=(), season="23 Nov · 1 of 30",
        week=today.week("TWTFSSM", "nnnnnno"), models=(_leo(photos),),
    )  # fmt: skip


def _offer() -> BesideOffer:
    detail = say(beside_copy.OFFER_DETAIL, number=212)
    return BesideOffer(_day(today.LEO, "Stretch", 212), beside_copy.offer("Leo", "Stretch"), detail)


def offered(_photos: SamplePhotos) -> TodayState:
    words = Headline("What will you show up for?", small="Thirty days. Five seconds a day.")
    return TodayState(
        mood=Mood.WAITING, date_line="Monday, 23 November", title="", headline=words, card=Card.NO_HABIT,
        offers=(_offer(),),
    )  # fmt: skip


TODAY: dict[str, today.Build] = {
    "beside": waiting, "beside_warm": warm, "beside_many": clip, "beside_started": started, "beside_offer": offered,
}  # fmt: skip
BY_NIGHT = ("beside", "beside_warm")


# Whole screens
def _over(widget: Widget) -> Widget:
    root = FloatLayout(size=Window.size, size_hint=(None, None))
    root.add_widget(widget)
    return root


def side_by_side(photos: SamplePhotos) -> Widget:
    shown = SideBySide(models=_models(photos)[:2], mine=photos.view("morning_run", 41), end=nothing)
    shown.shade = 1
    return _over(shown)


def side_by_side_one(photos: SamplePhotos) -> Widget:
    model = replace(_models(photos)[2], photo=None)
    shown = SideBySide(models=(model,), mine=photos.view("morning_run", 41), end=nothing)
    shown.shade = 1
    return _over(shown)


def choosing(_photos: SamplePhotos) -> Widget:
    """What the days shall stand beside."""
    ways = (
        Way(say(beside_copy.DAY_ONE), "check", "one", nothing),
        Way(say(beside_copy.YESTERDAY), "wb_twilight", "two", nothing),
        Way(say(beside_copy.PICTURE), "image", "three", nothing),
        Way(say(beside_copy.CLIP), "play_arrow", "four", nothing),
        Way("Leo, day 212", "person", "five", nothing),
    )  # fmt: skip
    sheet = Sheet(
        title=say(beside_copy.CHOOSE), detail=say(beside_copy.CHOOSE_DETAIL), ways=ways,
        palette=palette_for(Mood.WAITING)
    )  # fmt: skip
    sheet.shade = 1
    return _over(sheet)


def _state(photos: SamplePhotos) -> BesideState:
    return BesideState(
        habit_id="h1", title="Morning run", kind="day_one", name="day 1", models=_models(photos), offers=(_offer(),),
        may_allow=True,
    )  # fmt: skip


def crowd_beside(photos: SamplePhotos) -> Widget:
    desk = CrowdDesk(*[nothing] * 19, beside=BesideDesk(*[nothing] * 4))
    state = CrowdState(habit_id="h1", friends=(_face(today.LEO),), quiet=(_face(today.IDA),))
    return CrowdScreen(desk=desk, state=state, title="Morning run", dark=False, beside=_state(photos))


def crowd_half(photos: SamplePhotos) -> Widget:
    desk = CrowdDesk(*[nothing] * 19, beside=BesideDesk(*[nothing] * 4))
    state = CrowdState(
        habit_id="h1", guest_url="http://127.0.0.1:8000/g/4k2hs9dk1m2n", can_share=True,
        shared=say(beside_copy.HALF_LIES, place="Pictures/kith-day-1.jpg"),
    )  # fmt: skip
    beside = replace(_state(photos), models=(), offers=())
    return CrowdScreen(desk=desk, state=state, title="Morning run", dark=True, beside=beside)


PICTURES: dict[str, Callable[[SamplePhotos], Widget]] = {
    "side_by_side": side_by_side, "side_by_side_one": side_by_side_one, "beside_choosing": choosing,
}  # fmt: skip
WITH_TABS: dict[str, tuple[str, Callable[[SamplePhotos], Widget]]] = {
    "crowd_beside": ("crowd", crowd_beside), "crowd_half": ("crowd", crowd_half),
}  # fmt: skip
