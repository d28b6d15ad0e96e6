"""Circles in Ana's hand."""

from collections.abc import Callable

from mobile.app_core import Core
from mobile.ui.shell import Shell
from tests.mobile.stage import Stage
from tests.ui.hand import Hand

OpenApp = Callable[[Core], Shell]


def test_a_circle_is_made_shown_a_habit_renamed_and_given_up(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    habit = stage.habit(kept=3, crowd=False)
    core = stage.synced(stage.ana)
    shell = open_app(core)
    shell.go("crowd")
    hand.rest()
    hand.tap("circles")
    hand.tap("new_circle")
    hand.write("circle_name", "Gym")
    hand.tap(f"ask_{stage.ben}")
    hand.tap("save_circle")
    (circle,) = core.circles.state.circles
    assert "Gym" in hand.words()
    hand.tap(f"show_{circle.id}")
    core.engine.run_once()
    assert [seat["person"]["name"] for seat in stage.server.world.habits[habit]["seats"]] == ["Ben"]
    hand.tap(f"circle_{circle.id}")
    hand.write("circle_name", "Runners")
    hand.tap("save_circle")
    hand.rest()
    assert "Runners" in hand.words()
    hand.tap(f"circle_{circle.id}")
    hand.tap("give_up_circle")
    assert core.circles.state.circles == ()
    hand.tap("close")
    assert hand.find("circles") is not None
