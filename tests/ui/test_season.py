"""A season's end in Ana's hand."""

from collections.abc import Callable

from mobile.app_core import Core
from mobile.ui.screens.season.screen import SeasonScreen
from mobile.ui.shell import Shell
from mobile.ui.widgets.flipbook import FlipBook
from tests.mobile.stage import Stage
from tests.ui.hand import Hand

OpenApp = Callable[[Core], Shell]


def asked(hand: Hand) -> bool:
    return any(isinstance(widget, SeasonScreen) for widget in hand.widgets())


def test_thirty_days_are_looked_back_on_and_begun_once_more(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    habit = stage.habit(kept=30)
    core = stage.synced(stage.ana)
    core.engine.run_once()
    open_app(core)
    hand.tap("season")
    assert "You showed up 30 times." in hand.words()
    hand.tap("play")
    (film,) = [widget for widget in hand.widgets() if isinstance(widget, FlipBook)]
    film.end()
    hand.tap("once_more")
    hand.tap(f"ask_{stage.cleo}")
    hand.tap("begin")
    assert not asked(hand)
    assert core.today.state.season == "23 Nov · 1 of 30"
    core.engine.run_once()
    (seat,) = stage.server.world.habits[habit]["seats"]
    assert (seat["person"]["name"], seat["state"]) == ("Ben", "invited")


def test_lighter_is_chosen_with_two_taps(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    habit = stage.habit(kept=30, crowd=False)
    core = stage.synced(stage.ana)
    open_app(core)
    hand.tap("season")
    hand.tap("lighter")
    hand.tap("rhythm_week_2")
    hand.tap("in_earnest")
    hand.tap("begin")
    core.engine.run_once()
    body = stage.server.world.habits[habit]
    assert (body["schedule"]["frequency"], body["schedule"]["times"]) == ("per_week", 2)
    assert body["seasons"][-1]["gentle_through"] == body["seasons"][-1]["first"]


def test_done_may_be_thought_over(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    habit = stage.habit(kept=30)
    core = stage.synced(stage.ana)
    open_app(core)
    hand.tap("season")
    hand.tap("done")
    hand.tap("arrow_back")
    hand.tap("done")
    hand.tap("keep_alone")
    assert not asked(hand)
    assert hand.find("season") is None
    core.engine.run_once()
    assert stage.server.world.habits[habit]["seats"] == []


def test_the_question_can_wait(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    stage.habit(kept=30)
    core = stage.synced(stage.ana)
    open_app(core)
    hand.tap("season")
    hand.tap("close")
    assert hand.find("season") is not None
