"""What comes first, by hand: the reason on each card, the knobs, less of this and the way back."""

from collections.abc import Callable

import pytest

from mobile.app_core import Core
from mobile.presenters import copy
from mobile.ui.shell import Shell
from mobile.ui.theme.sizes import TARGET
from tests.mobile.stage import DAY, NOON, TODAY, Stage
from tests.ui.hand import Hand

OpenApp = Callable[[Core], Shell]


@pytest.fixture
def ben(stage: Stage) -> Core:
    for title, back in (("Run", DAY), ("Reading", 0 * DAY)):
        stage.server.world.post(stage.habit(title=title), TODAY - back, at=NOON - back)
    return stage.synced(stage.ben)


def order(ben: Core) -> list[str]:
    return [card.habit_title for card in ben.feed.state.cards]


def test_every_card_says_why_it_is_there(ben: Core, hand: Hand, open_app: OpenApp) -> None:
    open_app(ben).go("cheers")
    hand.rest()
    assert hand.words().count("You haven't answered yet") == 2


def test_knobs_are_reached_from_the_feed_and_sort_it(stage: Stage, ben: Core, hand: Hand, open_app: OpenApp) -> None:
    open_app(ben).go("cheers")
    hand.rest()
    hand.tap("first")
    assert {copy.WHAT_COMES_FIRST, "Comebacks", copy.NO_LESS} <= set(hand.words())
    assert all(row.height >= TARGET for row in hand.targets())
    hand.tap("knob_unanswered")
    hand.tap("knob_waiting")
    ben.engine.run_once()
    assert stage.server.world.people[stage.ben]["comes_first"] == ["waiting"]
    hand.tap("close")
    hand.rest()
    assert "Waiting on you" in hand.words()


def test_they_are_reached_from_me_and_lead_back_there(ben: Core, hand: Hand, open_app: OpenApp) -> None:
    open_app(ben).go("me")
    hand.rest()
    hand.tap("comes_first")
    hand.tap("close")
    assert "Things that move" in hand.words()


def test_less_of_this_and_as_before(stage: Stage, ben: Core, hand: Hand, open_app: OpenApp) -> None:
    open_app(ben).go("cheers")
    hand.rest()
    assert order(ben) == ["Reading", "Run"]
    hand.tap(f"more_{ben.feed.state.cards[0].id}")
    hand.tap("less")
    hand.rest()
    assert order(ben) == ["Run", "Reading"]
    assert copy.LESS_ASKED in hand.words()
    hand.tap("first")
    hand.tap(f"as_before_{ben.knobs.state.less[0].habit_id}")
    assert copy.NO_LESS in hand.words()
    hand.tap("close")
    hand.rest()
    assert order(ben) == ["Reading", "Run"]
    ben.engine.run_once()
    assert stage.server.world.less == {}


def test_it_is_taken_back_where_it_was_asked(ben: Core, hand: Hand, open_app: OpenApp) -> None:
    open_app(ben).go("cheers")
    hand.rest()
    card = ben.feed.state.cards[0].id
    for way, first in (("less", "Run"), ("as_before", "Reading")):
        hand.tap(f"more_{card}")
        hand.tap(way)
        hand.rest()
        assert order(ben)[0] == first
