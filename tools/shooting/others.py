"""Compose, rounds, feed, crowd, me and sign-in."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from kivy.uix.widget import Widget

from mobile.presenters import copy
from mobile.presenters.beside_state import TheirDay
from mobile.presenters.compose_state import ComposeMode, ComposeState
from mobile.presenters.people_state import CrowdState, MeState, NoticesState, OfferView, SeatView
from mobile.presenters.rounds_state import (
    AnsweredMiss,
    CardKind,
    CardView,
    FeedState,
    ReactionChoice,
    RoundsState,
    WaitedView,
)
from mobile.presenters.sign_in_state import Reading, SignInState, Step
from mobile.presenters.views import FaceView
from mobile.ui.screens.cheers.desk import FeedDesk, RoundsDesk
from mobile.ui.screens.cheers.feed import FeedScreen
from mobile.ui.screens.cheers.rounds import RoundsScreen
from mobile.ui.screens.compose.chooser import PhotoChooser
from mobile.ui.screens.compose.desk import ComposeDesk
from mobile.ui.screens.compose.screen import ComposeScreen
from mobile.ui.screens.crowd.desk import BesideDesk, CrowdDesk
from mobile.ui.screens.crowd.screen import CrowdScreen
from mobile.ui.screens.me import MeDesk, MeScreen
from mobile.ui.screens.quiet_card import QuietDesk
from mobile.ui.screens.sign_in.desk import SignInDesk
from mobile.ui.screens.sign_in.screen import SignInScreen
from mobile.ui.widgets.flipbook import FlipBook
from shared.languages import say
from shared.moods import Expression, Role
from tools.shooting import today
from tools.shooting.notices import LONG_NEWS, NEWS, RELAYED
from tools.shooting.photos import SamplePhotos

OPERATOR = "Run by Ottilie. Reach them at ottilie@example.org."
_REACTIONS = ("proud", "clap", "fire", "strong", "heart", "laugh")
_CHEERS = (
    ("hug", "A hug"), ("here_for_you", "Here for you"), ("tomorrow_together", "Tomorrow, together"),
    ("take_your_time", "Take your time"), ("let_go", "Let it go"),
)  # fmt: skip


def nothing(*_: object) -> None:
    """Nobody touches a picture."""


def _choices(chosen: str = "") -> tuple[ReactionChoice, ...]:
    return tuple(ReactionChoice(kind, kind.capitalize(), kind == chosen) for kind in _REACTIONS)


def _plain(who: tuple[str, str]) -> FaceView:
    return FaceView(who[0].lower(), who[0], who[1], Expression.COLOUR)


def day_card(photos: SamplePhotos, who: tuple[str, str], subject: str, day: int, **changes: object) -> CardView:
    card = CardView(
        kind=CardKind.CHECK_IN, id=f"{subject}{day}", person=_plain(who), habit_title="Drawing",
        headline=f"{who[0]}, day {day}.", accent="You're first.", anchor=photos.view(subject, 1),
        photo=photos.view(subject, day), caption="", when="This afternoon · taken now", choices=_choices(),
        day=TheirDay(_plain(who), subject, "Drawing", "brush", "2026-11-23", day, 0, may_start=True),
    )  # fmt: skip
    return replace(card, **changes)


def _compose(state: ComposeState) -> Widget:
    return ComposeScreen(desk=ComposeDesk(*[nothing] * 9), state=state)


def _composing(photos: SamplePhotos) -> ComposeState:
    return ComposeState(
        habit_id="h1", title="Day 41 · Morning run", date="2026-11-23", date_hint="", mode=ComposeMode.PHOTO,
        anchor=photos.view("morning_run", 1), picked=None, caption="", wants_amount=False, unit="", amount="",
        can_post=False, problem="", camera_available=False, line_up="Line up with day 1", beside="Beside day 1",
    )  # fmt: skip


def compose_empty(photos: SamplePhotos) -> Widget:
    return _compose(_composing(photos))


def compose_picked(photos: SamplePhotos) -> Widget:
    state = replace(
        _composing(photos), picked=photos.view("morning_run", 41), can_post=True, caption="5.2 km, no stops"
    )
    return _compose(replace(state, wants_amount=True, unit="km", amount="5.2"))


def compose_note(photos: SamplePhotos) -> Widget:
    problem = "Please write a number, like 5 or 5.2."
    state = replace(_composing(photos), mode=ComposeMode.NOTE, date_hint="For yesterday", problem=problem)
    return _compose(state)


def chooser(photos: SamplePhotos) -> Widget:
    for day in (1, 5, 9, 14, 20, 26, 33, 41):
        photos.path("morning_run", day)
    folder = Path(photos.path("drawing", 20)).parent
    for name in ("Autumn", "Running", "Family"):
        (folder / name).mkdir(exist_ok=True)
    return PhotoChooser(on_photo=nothing, on_close=nothing, start=folder)


def flipbook(photos: SamplePhotos) -> Widget:
    book = FlipBook(paths=(photos.path("morning_run", 41),), words="Day 41 is in.", on_end=nothing)
    book.show_last()
    return book


def _rounds(state: RoundsState, *, dark: bool = False) -> RoundsScreen:
    return RoundsScreen(desk=RoundsDesk(*[nothing] * 8), state=state, dark=dark)


def round_state(photos: SamplePhotos) -> RoundsState:
    queue = tuple(_plain(who) for who in (today.KAI, today.TESS, today.SAM, today.NORA))
    card = day_card(photos, today.TESS, "drawing", 41)
    return RoundsState(card=card, queue=queue, done=("kai",), next_line="Sam and Nora next. Then that's everyone.")


def rounds(photos: SamplePhotos) -> RoundsScreen:
    return _rounds(round_state(photos))


def rounds_night(photos: SamplePhotos) -> Widget:
    return _rounds(round_state(photos), dark=True)


def miss_state(photos: SamplePhotos) -> RoundsState:
    card = CardView(
        kind=CardKind.MISS, id="m1", person=replace(_plain(today.SAM), expression=Expression.GREY),
        habit_title="Morning run", headline="Sam's Monday stayed empty.", accent="", anchor=None, photo=None,
        caption=copy.if_you_do_nothing("Sam"), when="Until Thursday at noon",
        choices=tuple(ReactionChoice(kind, label, chosen=False) for kind, label in _CHEERS),
    )  # fmt: skip
    line = "Nora next. Then that's everyone."
    return replace(round_state(photos), card=card, done=("kai", "tess"), next_line=line)


def rounds_miss(photos: SamplePhotos, *, dark: bool = False) -> RoundsScreen:
    return _rounds(miss_state(photos), dark=dark)


def rounds_miss_night(photos: SamplePhotos) -> RoundsScreen:
    return rounds_miss(photos, dark=True)


def rounds_end(photos: SamplePhotos) -> Widget:
    state = round_state(photos)
    return _rounds(replace(state, card=None, done=tuple(face.person_id for face in state.queue), next_line=""))


def _answered() -> tuple[AnsweredMiss, ...]:
    headline = copy.empty_day_of("Leo", date(2026, 11, 22), date(2026, 11, 23))
    return (AnsweredMiss("m2", _plain(today.LEO), headline, "A hug · Until Wednesday at noon"),)


def feed(photos: SamplePhotos, *, dark: bool = False) -> Widget:
    cards = (
        day_card(
            photos,
            today.SAM,
            "stretch",
            12,
            habit_title="Stretch",
            caption="Touched my toes.",
            why="They came back today",
        ),
        day_card(photos, today.TESS, "drawing", 41, choices=_choices("fire"), accent="", why="You answered"),
        day_card(
            photos,
            today.NORA,
            "yoga",
            9,
            photo=None,
            anchor=None,
            habit_title="Read",
            caption="Twelve pages, slowly.",
            why="You asked for less of this",
        ),
    )
    return FeedScreen(
        desk=FeedDesk(*[nothing] * 15),
        state=FeedState(cards=cards, ended=True, waiting=3, answered=_answered()),
        news=NEWS,
        dark=dark,
    )


def feed_waited(photos: SamplePhotos) -> Widget:
    days = (
        WaitedView("h1", "2026-03-04", _plain(today.TESS), say(copy.STILL_TO_COME, number=41, title="Drawing"), False),
        WaitedView("h2", "2026-03-04", _plain(today.SAM), say(copy.STILL_TO_COME, number=12, title="Stretch"), True),
    )
    state = FeedState(cards=(day_card(photos, today.NORA, "yoga", 9),), ended=True, waited=days)
    return FeedScreen(desk=FeedDesk(*[nothing] * 15), state=state, news=NoticesState(), dark=False)


def feed_news(_photos: SamplePhotos) -> Widget:
    desk = FeedDesk(*[nothing] * 15)
    return FeedScreen(desk=desk, state=FeedState(cards=(), ended=True), news=LONG_NEWS, dark=False)


def feed_relay(photos: SamplePhotos, *, dark: bool = False) -> Widget:
    state = FeedState(cards=(day_card(photos, today.TESS, "drawing", 41),), ended=True, waiting=1)
    return FeedScreen(desk=FeedDesk(*[nothing] * 15), state=state, news=RELAYED, dark=dark)


def feed_relay_night(photos: SamplePhotos) -> Widget:
    return feed_relay(photos, dark=True)


def feed_wordy(photos: SamplePhotos) -> Widget:
    long = {"habit_title": "Drawing whatever stands on the kitchen table before breakfast", "caption": today.LONG}
    who = ("Maximiliane-Theodora", "a7")
    why = "You haven't answered yet"
    cards = (
        day_card(photos, who, "drawing", 41, why=why, **long),
        day_card(photos, today.NORA, "yoga", 9, photo=None, anchor=None, why=why, **long),
    )
    desk = FeedDesk(*[nothing] * 15)
    return FeedScreen(desk=desk, state=FeedState(cards=cards, ended=True), news=NoticesState(), dark=False)


def rounds_wordy(photos: SamplePhotos) -> Widget:
    return _rounds(replace(round_state(photos), card=day_card(photos, today.TESS, "drawing", 41, caption=today.LONG)))


def feed_night(photos: SamplePhotos) -> Widget:
    return feed(photos, dark=True)


def _crowd_state() -> CrowdState:
    offer = OfferView(
        "h9", "Swim", "pool", _plain(today.IDA), Role.WITNESS, "Ida would like you to look, once a day, for 30 days.",
        say(copy.WITNESS_DETAIL),
    )  # fmt: skip
    seats = (
        SeatView(_plain(today.MAYA), Role.WITNESS, waiting=False),
        SeatView(_plain(today.LEO), Role.WITNESS, waiting=False),
        SeatView(_plain(today.KAI), Role.GALLERY, waiting=True),
    )
    people = (today.IDA, today.KAI, today.LEO, today.MAYA)
    friends = tuple(_plain(who) for who in people)
    keeping = replace(offer, habit_id="h8", text=copy.asks_to_keep("Tess"), detail=say(copy.KEEP_DETAIL))
    watching = (replace(offer, owner=_plain(today.TESS), habit_title="Drawing"),)
    return CrowdState(
        friends=friends, offers=(offer,), watching=watching, keepings=(keeping,), habit_id="h1", seats=seats
    )


def _crowd_desk() -> CrowdDesk:
    return CrowdDesk(*[nothing] * 19, beside=BesideDesk(*[nothing] * 4))


def crowd(_photos: SamplePhotos, *, dark: bool = False) -> Widget:
    return CrowdScreen(desk=_crowd_desk(), state=_crowd_state(), title="Morning run", dark=dark)


def crowd_night(photos: SamplePhotos) -> Widget:
    return crowd(photos, dark=True)


def crowd_link(_photos: SamplePhotos) -> Widget:
    state = replace(_crowd_state(), offers=(), invite_url="http://127.0.0.1:8000/invite/4k2h-s9dk-1m2n")
    return CrowdScreen(desk=_crowd_desk(), state=state, title="Morning run", dark=True)


def crowd_arrival(_photos: SamplePhotos) -> Widget:
    state = replace(_crowd_state(), offers=(), arrivals=(_plain(("Nora", "a3")),))
    return CrowdScreen(desk=_crowd_desk(), state=state, title="Morning run", dark=False)


def crowd_waiting(_photos: SamplePhotos) -> Widget:
    state = CrowdState(waiting=copy.waiting_for("Maya", date(2026, 11, 30)))
    return CrowdScreen(desk=_crowd_desk(), state=state, title="", dark=True)


def me_night(photos: SamplePhotos) -> Widget:
    return me(photos, dark=True)


def me(_photos: SamplePhotos, *, dark: bool = False) -> Widget:
    state = MeState(
        name="Ada", email="ada@example.org", avatar="a1", zone="Europe/Berlin", unsent=1, operator=OPERATOR,
        stored=84,
    )  # fmt: skip
    desk = MeDesk(*[nothing] * 5, quiet=QuietDesk(*[nothing] * 8))
    return MeScreen(desk=desk, state=state, server="http://127.0.0.1:8000", dark=dark)


def _sign_in(state: SignInState, *, dark: bool = False) -> Widget:
    return SignInScreen(desk=SignInDesk(*[nothing] * 13), state=state, dark=dark)


def sign_in(_photos: SamplePhotos) -> Widget:
    return _sign_in(SignInState(Step.EMAIL, server="http://127.0.0.1:8000", operator=OPERATOR))


def sign_in_join(_photos: SamplePhotos) -> Widget:
    return _sign_in(SignInState(Step.JOIN, email="ada@example.org", invite="4k2hs9dk1m2n", operator=OPERATOR))


def sign_in_join_night(_photos: SamplePhotos) -> Widget:
    problem = "This invitation has ended. Ask your friend for a new one."
    return _sign_in(SignInState(Step.JOIN, invite="4k2hs9dk1m2n", operator=OPERATOR, problem=problem), dark=True)


def sign_in_second(_photos: SamplePhotos) -> Widget:
    return _sign_in(SignInState(Step.SECOND, email="ada@example.org", operator=OPERATOR))


def sign_in_terms(_photos: SamplePhotos) -> Widget:
    return _sign_in(SignInState(Step.TERMS, operator=OPERATOR))


def sign_in_reading(_photos: SamplePhotos) -> Widget:
    text = (Path(__file__).parents[2] / "server/people/legal/terms-1.md").read_text()
    text = text.replace("{operator}", "Ottilie").replace("{contact}", "ottilie@example.org")
    return _sign_in(SignInState(Step.JOIN, operator=OPERATOR, reading=Reading("Terms of use", text)))


def sign_in_code(_photos: SamplePhotos) -> Widget:
    problem = "That code isn't right, or it has run out."
    return _sign_in(SignInState(Step.CODE, email="ada@example.org", problem=problem), dark=True)


PICTURES: dict[str, Callable[[SamplePhotos], Widget]] = {
    "compose_empty": compose_empty, "compose_picked": compose_picked, "compose_note": compose_note, "chooser": chooser,
    "flipbook": flipbook, "rounds": rounds, "rounds_night": rounds_night, "rounds_wordy": rounds_wordy,
    "rounds_miss": rounds_miss, "rounds_miss_night": rounds_miss_night,
    "rounds_end": rounds_end, "sign_in": sign_in, "sign_in_code": sign_in_code,
    "sign_in_join": sign_in_join, "sign_in_join_night": sign_in_join_night, "sign_in_second": sign_in_second,
    "sign_in_terms": sign_in_terms, "sign_in_reading": sign_in_reading,
}  # fmt: skip
WITH_TABS: dict[str, tuple[str, Callable[[SamplePhotos], Widget]]] = {
    "feed": ("cheers", feed), "feed_news": ("cheers", feed_news), "feed_relay": ("cheers", feed_relay),
    "feed_relay_night": ("cheers", feed_relay_night), "feed_wordy": ("cheers", feed_wordy),
    "feed_night": ("cheers", feed_night), "feed_waited": ("cheers", feed_waited), "crowd": ("crowd", crowd),
    "crowd_night": ("crowd", crowd_night),
    "crowd_link": ("crowd", crowd_link), "crowd_arrival": ("crowd", crowd_arrival),
    "crowd_waiting": ("crowd", crowd_waiting), "me": ("me", me), "me_night": ("me", me_night),
}  # fmt: skip
