"""The replay on the screen: faces turn one after the other, sound, and a touch ends it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from kivy.tests.common import UnitTestTouch
from kivy.uix.widget import Widget

from mobile.app_core import Core
from mobile.ui.screens.today.screen import TodayScreen
from mobile.ui.shell import Shell
from mobile.ui.widgets.face import Face
from mobile.ui.widgets.flipbook import FlipBook
from shared.moods import Expression
from tests.mobile.stage import TODAY, Stage
from tests.ui.hand import Hand
from tools.shooting.photos import SamplePhotos

OpenApp = Callable[[Core], Shell]
GREY, SMILING = Expression.GREY, Expression.SMILING


Faces = dict[str, Expression]


@dataclass
class Ear:
    """Hears what sounds, and sees how the faces stand at that moment."""

    look: Callable[[], Faces] = dict
    heard: list[str] = field(default_factory=list)
    seen: list[Faces] = field(default_factory=list)

    def play(self, sound: Path) -> None:
        self.heard.append(sound.stem)
        self.seen.append(self.look())


def _answered(stage: Stage, ear: Ear) -> Core:
    """Posted today; Cleo answered and then Ben while the app was closed."""
    habit = stage.habit(kept=3)
    core = stage.phone_of(stage.ana, player=ear)
    core.engine.run_once()
    core.today.tick()
    core.engine.run_once()
    for person in (stage.cleo, stage.ben):
        stage.time.advance(timedelta(minutes=1))
        stage.server.world.react(person, habit, TODAY.isoformat(), "fire")
    core.engine.run_once()
    return core


def _expressions(root: Widget) -> Faces:
    faces = [widget for widget in root.walk() if isinstance(widget, Face) and widget.view.role]
    return {face.view.name: face.view.expression for face in faces}


def test_faces_turn_one_after_the_other_each_with_its_note(stage: Stage, hand: Hand) -> None:
    ear = Ear()
    core = _answered(stage, ear)
    shell = Shell(core)
    ear.look = lambda: _expressions(shell)
    assert _expressions(shell) == {"Ben": GREY, "Cleo": GREY}
    assert core.today.state.replay == (), "what has begun to be shown is not shown once more"
    hand.show(shell)
    hand.until(lambda: len(ear.heard) == 2)
    assert ear.heard[0].startswith("note-")
    assert ear.heard[1] == "chord"
    assert ear.seen == [{"Ben": GREY, "Cleo": SMILING}, {"Ben": SMILING, "Cleo": SMILING}]
    shell.close()


def test_a_touch_shows_how_it_ends(stage: Stage, hand: Hand) -> None:
    ear = Ear()
    core = _answered(stage, ear)
    shell = Shell(core)
    assert _expressions(shell) == {"Ben": GREY, "Cleo": GREY}
    screen = next(widget for widget in shell.walk() if isinstance(widget, TodayScreen))
    touch = UnitTestTouch(200, 300)
    touch.scale_for_screen(390, 844)
    screen.dispatch("on_touch_down", touch)
    assert _expressions(shell) == {"Ben": SMILING, "Cleo": SMILING}
    hand.show(shell)
    assert ear.heard == []
    shell.close()


def test_nothing_moves_and_nothing_sounds_where_that_was_chosen(
    stage: Stage, hand: Hand, open_app: OpenApp, photos: SamplePhotos
) -> None:
    ear = Ear()
    core = _answered(stage, ear)
    core.me.set_calm(True)
    shell = open_app(core)
    assert set(_expressions(shell).values()) == {SMILING}
    assert ear.heard == []
    core.today.undo_today()
    hand.tap("camera")
    core.compose.pick(photos.path("morning_run", 41), "library")
    hand.rest()
    hand.tap("post")
    assert not [widget for widget in hand.widgets() if isinstance(widget, FlipBook)]
    assert core.today.state.flipbook == ()


def test_in_silence_faces_turn_without_a_sound(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    ear = Ear()
    core = _answered(stage, ear)
    core.me.set_silent(True)
    shell = open_app(core)
    hand.until(lambda: _expressions(shell)["Ben"] is SMILING)
    assert ear.heard == []


def test_quiet_settings_are_a_tap_away(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    core = stage.synced(stage.ana)
    open_app(core)
    hand.tap("tab_me")
    hand.tap("rounds_hour")
    hand.tap("rounds_750")
    assert core.me.state.rounds_minute == 750
    assert "12:30" in hand.words()
    hand.tap("quiet_hours")
    hand.tap("quiet_0")
    assert (core.me.state.quiet_from, core.me.state.quiet_to) == (0, 0)
    for key in ("quiet_looks", "silent", "calm"):
        hand.tap(key)
    assert (core.me.state.looks_quietly, core.me.state.silent, core.me.state.calm) == (True, True, True)
    assert {"Not shown", "Off", "Still"} <= set(hand.words())
