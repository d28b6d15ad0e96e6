"""The account in Ana's hand."""

from collections.abc import Callable

from mobile.api.fake.sessions import session_id
from mobile.app_core import Core
from mobile.ui.shell import Shell
from tests.mobile.stage import Stage
from tests.ui.hand import Hand

OpenApp = Callable[[Core], Shell]


def opened(stage: Stage, hand: Hand, open_app: OpenApp) -> Core:
    stage.habit(kept=3)
    stage.server.world.tokens["Kith on a tablet"] = stage.ana
    core = stage.synced(stage.ana)
    open_app(core).go("me")
    hand.rest()
    hand.tap("account")
    return core


def test_a_tablet_that_was_left_behind_is_signed_out(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    opened(stage, hand, open_app)
    assert "Kith on a tablet" in hand.words()
    hand.tap(f"end_{session_id('Kith on a tablet')}")
    hand.tap("end_now")
    assert "Kith on a tablet" not in hand.words()
    hand.tap("back")
    assert hand.find("account") is not None


def test_leaving_is_asked_twice_and_can_be_taken_back(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    opened(stage, hand, open_app)
    hand.tap("leave")
    assert stage.server.world.departures == {}
    hand.tap("leave_now")
    assert stage.ana in stage.server.world.departures
    hand.tap("stay")
    assert stage.server.world.departures == {}


def test_offline_it_says_so_and_asks_once_more(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    stage.habit(kept=3)
    core = stage.synced(stage.ana)
    open_app(core).go("me")
    stage.server.offline = True
    hand.tap("account")
    assert hand.find("leave") is None
    stage.server.offline = False
    hand.tap("ask")
    assert hand.find("leave") is not None
