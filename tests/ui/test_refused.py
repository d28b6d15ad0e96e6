"""What a machine doesn't give, or somebody doesn't choose, is said in words, and there is a way on."""

from collections.abc import Callable
from pathlib import Path

import pytest
from kivy.tests.common import UnitTestTouch

from mobile.app_core import Core
from mobile.device.protocols import Rings
from mobile.presenters import alarm_words, copy
from mobile.presenters.compose_state import ComposeMode
from mobile.ui.rooms.change import ChangeRoom
from mobile.ui.shell import Shell
from tests.mobile.stage import TODAY, Stage
from tests.mobile.test_alarms import AlarmClock
from tests.ui.hand import Hand
from tests.ui.machines import Gives
from tools.shooting.photos import SamplePhotos

OpenApp = Callable[[Core], Shell]


@pytest.mark.parametrize(("key", "said"), [("take", copy.NONE_TAKEN), ("choose", copy.NONE_CHOSEN)])
def test_without_a_picture_the_other_ways_to_show_up_are_named(
    key: str, said: str, stage: Stage, hand: Hand, open_app: OpenApp
) -> None:
    habit = stage.habit(kept=2)
    core = stage.phone_of(stage.ana, camera=Gives(), picker=Gives())
    core.engine.run_once()
    open_app(core).open_compose(ComposeMode.PHOTO)
    hand.rest()
    hand.tap(key)
    assert said in hand.words()
    hand.tap("mode_tick")
    assert said not in hand.words()
    hand.tap("post")
    core.engine.run_once()
    assert (habit, TODAY.isoformat()) in stage.server.world.check_ins


def test_notices_refused_are_said_with_the_way_to_the_settings(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    alarms = AlarmClock(lets=Rings.NOT)
    core = stage.phone_of(stage.ana, alarms=alarms)
    core.engine.run_once()
    open_app(core).open_promise()
    hand.rest()
    hand.tap("remind_1200")
    assert alarm_words.RINGS[Rings.NOT] in hand.words()
    hand.tap("ring_settings")
    alarms.lets = Rings.ON_TIME
    alarms.answer()
    hand.rest()
    assert alarm_words.RINGS[Rings.NOT] not in hand.words()
    assert hand.find("ring_settings") is None


def test_so_they_are_where_a_promise_is_changed(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    habit, alarms = stage.habit(kept=2), AlarmClock(lets=Rings.ABOUT)
    core = stage.phone_of(stage.ana, alarms=alarms)
    core.engine.run_once()
    open_app(core).visit(lambda core, house: ChangeRoom(core, house, habit_id=habit, back=lambda: house.go("today")))
    hand.rest()
    hand.tap("remind_1200")
    assert alarm_words.RINGS[Rings.ABOUT] in hand.words()
    hand.tap("ring_settings")
    assert alarms.opened == 1


def test_the_apps_own_chooser_put_away_says_the_same(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    stage.habit(kept=2)
    open_app(stage.synced(stage.ana)).open_compose(ComposeMode.PHOTO)
    hand.rest()
    hand.tap("choose")
    hand.tap("chooser_close")
    assert copy.NONE_CHOSEN in hand.words()
    assert hand.find("choose") is not None


def test_a_face_the_camera_does_not_give_can_be_chosen(
    stage: Stage, hand: Hand, open_app: OpenApp, photos: SamplePhotos
) -> None:
    habit = stage.habit()
    stage.server.world.post(habit, TODAY)
    ben = stage.phone_of(stage.ben, camera=Gives(), picker=Gives(Path(photos.path("yoga", 1))))
    ben.engine.run_once()
    open_app(ben).open_rounds()
    hand.rest()
    button = hand.find("react_fire")
    assert button is not None
    touch = UnitTestTouch(*button.to_window(button.center_x, button.center_y))
    touch.touch_down()
    hand.until(lambda: hand.find("choose_instead") is not None)
    touch.touch_up()
    hand.rest()
    assert {copy.NO_PICTURE, copy.CAMERA_GAVE_NONE} <= set(hand.words())
    hand.tap("choose_instead")
    ben.engine.run_once()
    assert stage.server.world.reactions[habit, TODAY.isoformat(), stage.ben][0] == "face"
