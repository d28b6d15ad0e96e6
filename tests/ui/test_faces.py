"""Press and hold: one's own face as the answer; and how it looks to the one who was answered."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from kivy.core.window import Window
from kivy.tests.common import UnitTestTouch

from mobile.app_core import Core
from mobile.device.protocols import OnPhoto
from mobile.ui.shell import Shell
from mobile.ui.widgets.face import Face
from mobile.ui.widgets.photo import Photo
from shared.moods import Expression
from tests.mobile.stage import TODAY, Stage
from tests.ui.hand import Hand
from tools.shooting.photos import SamplePhotos

OpenApp = Callable[[Core], Shell]


@dataclass
class Picker:
    """Somebody who always picks this one."""

    path: Path
    asked: list[OnPhoto] = field(default_factory=list)

    def pick(self, on_photo: OnPhoto, *, clips: bool = False) -> None:
        self.asked.append(on_photo)
        on_photo(self.path)


def _hold(hand: Hand, key: str, picker: Picker) -> None:
    widget = hand.find(key)
    assert widget is not None
    touch = UnitTestTouch(*widget.to_window(widget.center_x, widget.center_y))
    touch.touch_down()
    hand.until(lambda: bool(picker.asked))
    touch.touch_up()
    hand.rest()


def test_holding_answers_with_a_face_and_with_nothing_else(
    stage: Stage, hand: Hand, open_app: OpenApp, photos: SamplePhotos
) -> None:
    habit = stage.habit()
    stage.server.world.post(habit, TODAY)
    picker = Picker(Path(photos.path("yoga", 1)))
    ben = stage.phone_of(stage.ben, picker=picker)
    ben.engine.run_once()
    open_app(ben)
    hand.tap("tab_cheers")
    hand.tap("rounds")
    assert "Press and hold: your own face." in hand.words()
    _hold(hand, "react_fire", picker)
    assert "That's everyone." in hand.words()
    ben.engine.run_once()
    assert stage.server.world.reactions[habit, TODAY.isoformat(), stage.ben][0] == "face"
    assert len(picker.asked) == 1


def test_a_tap_stays_a_tap(stage: Stage, hand: Hand, open_app: OpenApp, photos: SamplePhotos) -> None:
    habit = stage.habit()
    stage.server.world.post(habit, TODAY)
    picker = Picker(Path(photos.path("yoga", 1)))
    ben = stage.phone_of(stage.ben, picker=picker)
    ben.engine.run_once()
    open_app(ben)
    hand.tap("tab_cheers")
    hand.tap("rounds")
    hand.tap("react_fire")
    ben.engine.run_once()
    assert stage.server.world.reactions[habit, TODAY.isoformat(), stage.ben][0] == "fire"
    assert picker.asked == []


def test_a_friend_looks_out_of_their_face_and_can_be_taken_away(
    stage: Stage, hand: Hand, open_app: OpenApp, photos: SamplePhotos
) -> None:
    habit = stage.habit()
    ana = stage.synced(stage.ana)
    ana.today.tick()
    ana.engine.run_once()
    stage.server.world.photos["selfie"] = Path(photos.path("yoga", 1)).read_bytes()
    stage.server.world.react(stage.ben, habit, TODAY.isoformat(), "face")
    stage.server.world.faces[habit, TODAY.isoformat(), stage.ben] = "selfie"
    ana.engine.run_once()
    ana.engine.run_once()
    ana.me.set_calm(True)
    open_app(ana)
    ben = next(face for face in _faces(hand) if face.view.name == "Ben")
    assert ben.view.expression is Expression.SMILING
    assert [child for child in ben.children if isinstance(child, Photo) and child.texture], "their picture is drawn"
    x, y = ben.to_window(*ben.center)
    assert 0 < y < Window.height
    touch = UnitTestTouch(x, y)
    touch.touch_down()
    hand.frames(2)
    touch.touch_up()
    hand.until(lambda: hand.find("remove_face") is not None)
    hand.tap("remove_face")
    ana.engine.run_once()
    assert (habit, TODAY.isoformat(), stage.ben) not in stage.server.world.faces
    hand.rest()
    ben = next(face for face in _faces(hand) if face.view.name == "Ben")
    assert ben.view.picture is None
    assert not [child for child in ben.children if isinstance(child, Photo)]
    assert ben.view.expression is Expression.SMILING, "that they answered was their act"


def _faces(hand: Hand) -> list[Face]:
    return [widget for widget in hand.widgets() if isinstance(widget, Face) and widget.view.role]
