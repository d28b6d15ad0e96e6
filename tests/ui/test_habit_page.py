"""The page of one habit under Ana's finger."""

from collections.abc import Callable

from mobile.app_core import Core
from mobile.ui.screens.compose.screen import ComposeScreen
from mobile.ui.screens.habit.screen import HabitScreen
from mobile.ui.screens.today.screen import TodayScreen
from mobile.ui.shell import Shell
from mobile.ui.widgets.calendar import DayCell, MonthCard
from mobile.ui.widgets.curve import Curve
from mobile.ui.widgets.duets import DuetView
from mobile.ui.widgets.film import Film
from tests.mobile.stage import TODAY, Stage
from tests.ui.hand import Hand

OpenApp = Callable[[Core], Shell]


def opened(stage: Stage, hand: Hand, open_app: OpenApp, **habit: object) -> Core:
    stage.habit(**habit)  # type: ignore[arg-type]
    core = stage.synced(stage.ana)
    core.engine.run_once()
    open_app(core)
    hand.tap("habit_page")
    return core


def shown(hand: Hand, kind: type) -> list:  # type: ignore[type-arg]
    return [widget for widget in hand.widgets() if isinstance(widget, kind)]


def test_title_and_week_lead_there_and_back(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    opened(stage, hand, open_app, kept=11)
    assert {"Morning run", "Day 11", "November"} <= set(hand.words())
    hand.tap("back")
    assert shown(hand, TodayScreen)
    hand.tap("week")
    assert shown(hand, HabitScreen)


def test_months_turn_by_arrow_and_by_swipe(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    opened(stage, hand, open_app, kept=40)
    hand.tap("month_left")
    assert "October" in hand.words()
    (card,) = shown(hand, MonthCard)
    x, y = card.to_window(card.center_x, card.center_y)
    hand.swipe((x + 80, y), (x - 80, y))
    assert "November" in hand.words()
    (card,) = shown(hand, MonthCard)
    hand.swipe((x - 80, y), (x + 80, y))
    assert "October" in hand.words()
    assert not [cell for cell in shown(hand, DayCell) if cell.day.is_today]


def test_a_swipe_over_a_day_opens_no_day(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    core = opened(stage, hand, open_app, kept=40)
    cell = hand.find("day_2026-11-12")
    assert cell is not None
    x, y = cell.to_window(*cell.center)
    hand.swipe((x - 40, y), (x + 90, y))
    assert core.habit.state.day is None
    assert "October" in hand.words()


def test_a_touched_day_shows_its_photo_and_stands_beside_day_one(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    core = opened(stage, hand, open_app, kept=11)
    hand.tap("day_2026-11-20")
    assert "Friday, 20 November · Day 9" in hand.words()
    hand.tap("beside")
    assert shown(hand, DuetView)
    assert "Day 1 and day 9" in hand.words()
    hand.tap("duet_chevron_right")
    assert "Day 1 and day 10" in hand.words()
    hand.tap("duet_close")
    assert not shown(hand, DuetView)
    assert core.habit.state.duet is None


def test_today_is_done_from_its_place_in_the_month(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    core = opened(stage, hand, open_app, kept=11)
    hand.tap(f"day_{TODAY.isoformat()}")
    hand.tap("day_tick")
    assert core.habit.state.day is None
    assert "Day 12" in hand.words()
    hand.tap(f"day_{TODAY.isoformat()}")
    hand.tap("day_undo")
    assert "Day 11" in hand.words()


def test_a_day_leads_to_the_camera(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    core = opened(stage, hand, open_app, kept=11)
    hand.tap(f"day_{TODAY.isoformat()}")
    hand.tap("day_photo")
    assert shown(hand, ComposeScreen)
    assert core.compose.state.date == TODAY.isoformat()
    assert core.habit.state.habit_id == ""


def test_a_sheet_that_is_put_away_can_be_opened_once_more(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    core = opened(stage, hand, open_app, kept=11)
    for _ in range(2):
        hand.tap("day_2026-11-20")
        assert core.habit.state.day is not None
        hand.tap("sheet_close")
        assert core.habit.state.day is None
    assert hand.find("sheet_close") is None


def test_numbers_go_away_and_come_back(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    opened(stage, hand, open_app, kept=11)
    assert shown(hand, Curve)
    hand.tap("hide_numbers")
    assert not shown(hand, Curve)
    assert "Your week" not in hand.words()
    hand.tap("show_numbers")
    assert shown(hand, Curve)


def test_the_film_plays_to_its_last_page_and_a_touch_ends_it(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    core = opened(stage, hand, open_app, kept=7)
    core.engine.run_once()
    hand.tap("film")
    (film,) = shown(hand, Film)
    hand.until(lambda: film.done == 1)
    assert film.parent is not None
    film.end()
    assert not shown(hand, Film)


def test_duets_lie_side_by_side(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    opened(stage, hand, open_app, kept=7)
    hand.tap("duet_2026-11-22")
    assert "Day 1 and day 7" in hand.words()
    hand.tap("duet_close")
    hand.tap("all_duets")
    assert "Day 1 and day 7" in hand.words()


def test_day_nothing_says_what_will_be(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    opened(stage, hand, open_app, kept=0)
    words = set(hand.words())
    assert {"Your curve begins with your first day.", "Your second photo will stand beside your first here."} <= words
    assert hand.find("film") is None


def test_offline_is_said(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    stage.habit(kept=3)
    core = stage.synced(stage.ana)
    stage.server.offline = True
    core.engine.run_once()
    open_app(core)
    hand.tap("week")
    assert "Offline. What you do is kept and sent later." in hand.words()


# Changing the promise
def test_a_promise_is_renamed_and_its_days_change(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    core = opened(stage, hand, open_app, kept=7)
    hand.tap("change")
    hand.write("title", "Evening run")
    hand.tap("rhythm_times")
    hand.tap("times_5")
    assert "The new days hold from tomorrow on. Today stays as it is." in hand.words()
    hand.tap("remind_420")
    hand.tap("save")
    assert "Evening run" in hand.words()
    assert shown(hand, HabitScreen)
    core.engine.run_once()
    (habit,) = stage.server.world.habits.values()
    assert (habit["title"], habit["schedule"]["times"], habit["reminders"]) == ("Evening run", 5, [420])


def test_put_away_leads_back_to_today(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    core = opened(stage, hand, open_app, kept=7)
    hand.tap("change")
    hand.tap("put_away")
    hand.tap("put_away_now")
    assert shown(hand, TodayScreen)
    assert core.today.state.habit_id is None
