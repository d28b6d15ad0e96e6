"""Without a network each screen says so and shows what it knows; empty, each says what will be."""

from collections.abc import Callable

import pytest

from mobile.app_core import Core
from mobile.store import outbox
from mobile.store.outbox import Kind
from mobile.ui.shell import Shell
from tests.mobile.stage import TODAY, Stage
from tests.ui.hand import Hand

OpenApp = Callable[[Core], Shell]
SAID = "Offline. What you do is kept and sent later."


def offline(stage: Stage) -> Core:
    """Ben's phone: he witnesses Ana's habit, has one of his own, and no network any more."""
    habit = stage.habit(kept=3)
    stage.server.world.post(habit, TODAY, at=stage.time.instant, photo=b"a photo")
    stage.server.world.add_habit(stage.ben, "Read", starts_on=TODAY)
    core = stage.synced(stage.ben)
    stage.server.offline = True
    core.engine.run_once()
    return core


@pytest.mark.parametrize("tab", ["today", "crowd", "cheers"])
def test_every_tab_says_that_it_is_offline(tab: str, stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    open_app(offline(stage)).go(tab)
    hand.rest()
    assert SAID in hand.words()


def test_so_do_the_rounds_and_their_cards_stay(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    core = offline(stage)
    open_app(core).open_rounds()
    hand.rest()
    assert SAID in hand.words()
    hand.tap("react_proud")
    with core.store.read() as db:
        assert Kind.REACT in {command.kind for command in outbox.waiting(db)}


def test_letters_say_it_too(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    stage.habit(kept=3)
    core = stage.synced(stage.ana)
    stage.server.offline = True
    core.engine.run_once()
    open_app(core).go("crowd")
    hand.rest()
    hand.tap("letters")
    assert SAID in hand.words()


@pytest.mark.parametrize(
    ("tab", "said"),
    [
        ("today", "What will you show up for?"),
        ("crowd", "One friend is enough."),
        ("cheers", "Nobody has shown up here yet."),
    ],
)
def test_empty_each_tab_says_what_will_be(tab: str, said: str, stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    open_app(stage.synced(stage.dan)).go(tab)
    hand.rest()
    assert said in hand.words()
