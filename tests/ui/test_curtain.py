"""Letters and empty days are in nobody's screenshot; a phone that can't ring to the minute says so."""

from collections.abc import Callable
from dataclasses import dataclass

from mobile.app_core import Core
from mobile.device.protocols import Rings
from mobile.ui.shell import Shell
from tests.mobile.stage import Stage
from tests.mobile.test_alarms import AlarmClock
from tests.ui.hand import Hand

OpenApp = Callable[[Core], Shell]


@dataclass
class Drapery:
    drawn: bool = False

    def draw(self) -> None:
        self.drawn = True

    def lift(self) -> None:
        self.drawn = False


def test_the_rounds_are_behind_the_curtain_and_nothing_else_of_the_day_is(
    stage: Stage, hand: Hand, open_app: OpenApp
) -> None:
    stage.habit(kept=3)
    curtain = Drapery()
    core = stage.phone_of(stage.ben, curtain=curtain)
    core.engine.run_once()
    shell = open_app(core)
    for tab in ("crowd", "cheers", "me"):
        hand.tap(f"tab_{tab}")
        assert not curtain.drawn
    shell.open_rounds()
    assert curtain.drawn
    hand.tap("close")
    assert not curtain.drawn


def test_a_secret_and_the_codes_on_paper_are_behind_it_too(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    curtain = Drapery()
    core = stage.phone_of(stage.ana, curtain=curtain)
    core.engine.run_once()
    open_app(core).go("me")
    hand.rest()
    hand.tap("account")
    assert not curtain.drawn
    hand.tap("second_key")
    assert curtain.drawn
    hand.tap("set_up")
    hand.tap("back")
    assert not curtain.drawn
    assert core.second_key.state.secret == "", "and nothing of it stays"


def test_a_reminder_that_may_come_late_says_so(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    alarms = AlarmClock(lets=Rings.ABOUT)
    core = stage.phone_of(stage.ana, alarms=alarms)
    core.engine.run_once()
    open_app(core).open_promise()
    late = "This phone may ring a few minutes late. Its settings can let Kith ring to the minute."
    assert late not in hand.words()
    hand.tap("remind_1200")
    assert (alarms.asked, late in hand.words()) == (1, True)
    hand.tap("remind_None")
    assert late not in hand.words()
