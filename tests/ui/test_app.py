"""The app in Ana's hand: real taps, a real store and engine, a server that answers in this process."""

from collections.abc import Callable
from datetime import timedelta

from mobile.app_core import Core
from mobile.presenters.compose_state import ComposeMode
from mobile.presenters.today_state import Card
from mobile.ui.screens.today.screen import TodayScreen
from mobile.ui.shell import Shell
from mobile.ui.widgets.face import Face
from mobile.ui.widgets.flipbook import FlipBook
from shared.moods import Expression
from tests.mobile.stage import TODAY, Stage
from tests.ui.hand import Hand
from tools.shooting.photos import SamplePhotos

OpenApp = Callable[[Core], Shell]


def test_the_camera_opens_compose_for_today(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    habit = stage.habit(kept=3)
    core = stage.synced(stage.ana)
    open_app(core)
    hand.tap("camera")
    assert core.compose.state.habit_id == habit
    assert core.compose.state.date == TODAY.isoformat()
    assert hand.find("choose") is not None


def test_a_chosen_photo_is_posted_and_today_turns_warm(
    stage: Stage, hand: Hand, open_app: OpenApp, photos: SamplePhotos
) -> None:
    stage.habit(kept=3)
    core = stage.synced(stage.ana)
    open_app(core)
    hand.tap("camera_half")
    core.compose.pick(photos.path("morning_run", 41), "library")
    hand.rest()
    hand.write("caption", "Ten slow minutes.")
    hand.tap("post")
    assert core.today.state.card in {Card.DUET, Card.PHOTO}
    assert core.today.state.caption == "Ten slow minutes."
    assert any("is in." in words for words in hand.words())


def test_posting_plays_the_flip_book_once(stage: Stage, hand: Hand, open_app: OpenApp, photos: SamplePhotos) -> None:
    stage.habit(kept=3)
    core = stage.synced(stage.ana)
    open_app(core)
    hand.tap("camera")
    core.compose.pick(photos.path("morning_run", 41), "library")
    hand.rest()
    hand.tap("post")
    books = [widget for widget in hand.widgets() if isinstance(widget, FlipBook)]
    assert len(books) == 1
    books[0].end()
    hand.rest()
    assert core.today.state.flipbook == ()
    assert not [widget for widget in hand.widgets() if isinstance(widget, FlipBook)]


def test_nothing_can_be_posted_before_there_is_something_to_post(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    stage.habit(kept=1)
    core = stage.synced(stage.ana)
    open_app(core)
    hand.tap("camera")
    assert hand.find("post").disabled
    hand.tap("mode_note")
    assert core.compose.state.mode is ComposeMode.NOTE
    assert hand.find("post").disabled
    hand.write("caption", "Twelve pages.")
    assert not hand.find("post").disabled


def test_a_tick_is_enough(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    stage.habit(kept=1)
    core = stage.synced(stage.ana)
    open_app(core)
    hand.tap("tick")
    assert core.today.state.card is Card.TICK
    hand.rest()
    hand.tap("undo_menu")
    hand.tap("undo")
    assert core.today.state.card is Card.EMPTY_HALF


def test_swiping_turns_to_the_next_habit_and_back(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    stage.habit(kept=1, title="Morning run")
    stage.habit(kept=1, title="Read")
    core = stage.synced(stage.ana)
    open_app(core)
    first = core.today.state.title
    hand.swipe((320, 560), (80, 565))
    assert core.today.state.title != first
    hand.swipe((80, 560), (320, 565))
    assert core.today.state.title == first


def test_a_wandering_finger_does_not_press(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    stage.habit(kept=1)
    core = stage.synced(stage.ana)
    open_app(core)
    half = hand.find("camera_half")
    x, y = half.to_window(*half.center)
    hand.swipe((x, y), (x + 40, y + 5))
    assert core.compose.state.habit_id == ""


def test_a_reaction_in_the_rounds_is_one_tap(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    habit = stage.habit()
    stage.server.world.post(habit, TODAY, photo=b"a photo")
    core = stage.synced(stage.ben)
    open_app(core)
    hand.tap("tab_cheers")
    hand.tap("rounds")
    assert core.rounds.state.card is not None
    hand.tap("react_fire")
    assert core.rounds.state.card is None
    assert "That's everyone." in hand.words()
    core.engine.run_once()
    assert (habit, TODAY.isoformat(), stage.ben) in stage.server.world.reactions


def test_every_tab_leads_somewhere(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    stage.habit(kept=1)
    open_app(stage.synced(stage.ana))
    for tab, words in (("crowd", "Crowd"), ("cheers", "Cheers"), ("me", "Me"), ("today", "Morning run")):
        hand.tap(f"tab_{tab}")
        assert words in hand.words()


def test_without_a_habit_the_camera_asks_for_a_promise(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    core = stage.synced(stage.ana)
    open_app(core)
    hand.tap("camera")
    assert hand.find("promise").disabled
    hand.write("promise_title", "Morning run")
    hand.tap(f"ask_{stage.ben}")
    hand.tap("promise")
    assert core.today.state.title == "Morning run"
    assert "Morning run" in hand.words()


def test_a_second_promise_is_one_tap_away_and_may_remind(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    stage.habit(kept=1)
    core = stage.synced(stage.ana)
    open_app(core)
    hand.tap("new_habit")
    hand.write("promise_title", "Evening pages")
    hand.tap("remind_1200")
    hand.tap("promise")
    core.engine.run_once()
    assert core.today.state.title == "Evening pages"
    promised = [habit for habit in stage.server.world.habits.values() if habit["title"] == "Evening pages"]
    assert [habit["reminders"] for habit in promised] == [[1200]]


def test_signing_out_leads_to_the_door(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    stage.habit(kept=1)
    core = stage.synced(stage.ana)
    open_app(core)
    hand.tap("tab_me")
    hand.tap("sign_out")
    hand.tap("sign_out_now")
    assert hand.find("sign_in_go") is not None
    assert not core.signed_in


def test_hard_time_asks_once_and_then_everything_rests(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    stage.habit(kept=1)
    core = stage.synced(stage.ana)
    open_app(core)
    core.today.rest_today()
    hand.rest()
    assert core.today.state.card is Card.RESTING
    hand.tap("end_rest")
    assert core.today.state.card is not Card.RESTING


def test_faces_turn_where_they_stand_when_an_answer_arrives(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    habit = stage.habit(kept=2)
    core = stage.synced(stage.ana)
    open_app(core)
    hand.tap("tick")
    core.engine.run_once()
    before = [widget for widget in hand.widgets() if isinstance(widget, Face)]
    stage.server.world.react(stage.ben, habit, TODAY.isoformat(), "fire")
    core.engine.run_once()
    hand.frames()
    bens = [face for face in hand.widgets() if isinstance(face, Face) and face.view.person_id == stage.ben]
    assert bens[0] in before
    # Seen happening: the face turns at its moment of the replay.
    hand.until(lambda: bens[0].view.expression is Expression.SMILING)
    assert bens[0].view.badge == "fire"


def test_an_answer_is_thanked_with_one_tap(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    habit = stage.habit(kept=2)
    core = stage.synced(stage.ana)
    open_app(core)
    hand.tap("tick")
    core.engine.run_once()
    stage.server.world.react(stage.ben, habit, TODAY.isoformat(), "fire")
    core.engine.run_once()
    hand.rest()
    assert "Ben saw you first." in hand.words()
    hand.tap("thanks")
    hand.rest()
    assert "Ben saw you first." not in hand.words()


def test_offline_is_said_and_what_waits_can_be_tried_again(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    stage.habit(kept=2)
    core = stage.synced(stage.ana)
    open_app(core)
    stage.server.offline = True
    hand.tap("tick")
    core.engine.run_once()
    hand.rest()
    waiting = core.today.state.tray
    assert waiting
    stage.server.offline = False
    hand.tap(f"retry_{waiting[0].outbox_id}")
    hand.rest()
    assert core.today.state.tray == ()


def test_by_night_the_same_screens_are_dark(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    stage.habit(kept=1)
    shell = open_app(stage.synced(stage.ana))
    hand.tap("tab_me")
    hand.tap("dark")
    hand.tap("tab_today")
    assert shell.dark
    screens = [widget for widget in hand.widgets() if isinstance(widget, TodayScreen)]
    assert screens[0].palette.dark


def _tell(stage: Stage, number: int, text: str, **more: object) -> None:
    """The server tells Ana something at the clock's instant."""
    notice = {"id": f"n{number}", "kind": "cheer", "text": text, "created_at": stage.time.instant.isoformat(),
              "read_at": None, "habit": None, "date": None, "person": stage.server.world.shown(stage.ben)}  # fmt: skip
    stage.server.world.notices[stage.ana].insert(0, notice | more)


def test_news_are_read_by_being_shown_and_the_rest_is_one_tap_away(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    habit = stage.habit(kept=1)
    for number in range(5):
        _tell(stage, number, f"Day {number}? Ben will see it.", habit=habit)
    core = stage.synced(stage.ana)
    open_app(core)
    hand.tap("tab_cheers")
    assert [f"Day {n}? Ben will see it." in hand.words() for n in range(5)] == [False, False, True, True, True]
    assert [item.unread for item in core.notices.state.items] == [False, False, False, True, True]
    hand.tap("more_news")
    assert "Day 0? Ben will see it." in hand.words()
    assert not any(item.unread for item in core.notices.state.items)
    hand.tap("tab_today")
    hand.tap("tab_cheers")
    assert "Day 0? Ben will see it." not in hand.words()


def test_news_about_a_habit_of_mine_lead_to_it(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    stage.habit(kept=1, title="Morning run")
    other = stage.habit(kept=1, title="Read")
    _tell(stage, 1, "Ben saw you first.", habit=other)
    core = stage.synced(stage.ana)
    open_app(core)
    core.today.select_habit(next(tab.habit_id for tab in core.today.state.tabs if tab.habit_id != other))
    hand.tap("tab_cheers")
    hand.tap("notice_n1")
    assert "Read" in hand.words()
    assert core.today.state.habit_id == other


def test_a_seat_offered_leads_to_the_crowd(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    stage.habit(kept=1)
    _tell(stage, 1, "Ben would like to show you their days.", kind="seat_offered", habit="h9")
    open_app(stage.synced(stage.ana))
    hand.tap("tab_cheers")
    hand.tap("notice_n1")
    assert "Crowd" in hand.words()


def test_a_friends_day_not_seen_yet_leads_into_the_rounds(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    swim = stage.server.world.add_habit(stage.ben, "Swim", starts_on=TODAY)
    stage.server.world.seat(swim, stage.ana)
    stage.server.world.post(swim, TODAY, photo=b"a photo")
    _tell(stage, 1, "Ben is back. Say hello first?", kind="back", habit=swim, date=TODAY.isoformat())
    core = stage.synced(stage.ana)
    open_app(core)
    hand.tap("tab_cheers")
    hand.tap("notice_n1")
    assert core.rounds.state.card is not None
    assert hand.find("react_fire") is not None


def test_what_arrives_is_told_at_the_top_of_today_and_goes_with_a_tap(
    stage: Stage, hand: Hand, open_app: OpenApp
) -> None:
    habit = stage.habit(kept=2)
    _tell(stage, 1, "Cleo is in.", habit=habit)
    core = stage.synced(stage.ana)
    open_app(core)
    assert hand.find("news_band") is None
    before = hand.find("tick").pos
    stage.time.advance(timedelta(minutes=1))
    _tell(stage, 2, "Day 3? Ben will see it.", kind="reminder", habit=habit)
    core.engine.run_once()
    hand.rest()
    assert "Day 3? Ben will see it." in hand.words()
    assert hand.find("tick").pos == before
    hand.tap("news_band")
    assert hand.find("news_band") is None
    assert core.notices.state.items[0].unread is False


def test_walking_on_is_enough_to_be_told(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    stage.habit(kept=2)
    core = stage.synced(stage.ana)
    open_app(core)
    stage.time.advance(timedelta(minutes=1))
    _tell(stage, 1, "Ben sends you a hug.")
    core.engine.run_once()
    hand.rest()
    assert hand.find("news_band") is not None
    hand.tap("tab_me")
    hand.tap("tab_today")
    assert hand.find("news_band") is None
    assert core.notices.state.items[0].unread


def test_the_first_answer_is_said_once(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    habit = stage.habit(kept=2)
    core = stage.synced(stage.ana)
    open_app(core)
    hand.tap("tick")
    core.engine.run_once()
    stage.time.advance(timedelta(minutes=1))
    stage.server.world.react(stage.ben, habit, TODAY.isoformat(), "fire")
    _tell(stage, 1, "Ben saw you first.", kind="first_answer", habit=habit, date=TODAY.isoformat())
    core.engine.run_once()
    hand.rest()
    assert hand.words().count("Ben saw you first.") == 1


def test_the_night_is_remembered(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    stage.habit(kept=1)
    open_app(stage.synced(stage.ana))
    hand.tap("tab_me")
    hand.tap("dark")
    shell = open_app(stage.synced(stage.ana))
    assert shell.dark
    screens = [widget for widget in hand.widgets() if isinstance(widget, TodayScreen)]
    assert screens[0].palette.dark
