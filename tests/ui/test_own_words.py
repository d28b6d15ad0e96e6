"""Real taps: letting a friend write, writing a line, reading it, having it gone; one's face in a cheer and a nudge."""

from collections.abc import Callable
from pathlib import Path

from kivy.tests.common import UnitTestTouch

from mobile.app_core import Core
from mobile.ui.shell import Shell
from mobile.ui.widgets.writing_sheet import WritingSheet
from tests.mobile.stage import DAY, TODAY, Stage
from tests.ui.hand import Hand
from tests.ui.test_faces import Picker
from tools.shooting.photos import SamplePhotos

OpenApp = Callable[[Core], Shell]
WORDS = "What a morning"


def _named(stage: Stage) -> str:
    """Ana lets Ben write, and showed up today."""
    habit = stage.habit(kept=2)
    stage.server.world.writers.add((stage.ana, stage.ben))
    stage.server.world.post(habit, TODAY, photo=b"today")
    return habit


def _write(hand: Hand, text: str) -> None:
    field = hand.find("line")
    assert field is not None
    field.writing.text = text
    hand.rest()
    hand.tap("send_line")


def test_a_friend_may_write_from_two_taps_on_and_no_longer_from_two_more(
    stage: Stage, hand: Hand, open_app: OpenApp
) -> None:
    stage.habit(kept=2)
    ana = stage.synced(stage.ana)
    open_app(ana).go("crowd")
    hand.rest()
    for writers in ({(stage.ana, stage.ben)}, set()):
        hand.tap(f"friend_{stage.ben}")
        hand.tap("let_write")
        ana.engine.run_once()
        assert stage.server.world.writers == writers


def test_a_line_is_written_in_the_rounds_and_the_card_stays(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    _named(stage)
    ben = stage.synced(stage.ben)
    open_app(ben)
    hand.tap("tab_cheers")
    hand.tap("rounds")
    hand.tap("write_line")
    assert "Only Ana reads it. They let you write." in hand.words()
    _write(hand, "see https://evil.example")
    assert "One line in plain words, and no links, please." in hand.words()
    _write(hand, WORDS)
    assert f"“{WORDS}”" in hand.words()
    assert hand.find("react_fire") is not None, "the card is still there"
    ben.engine.run_once()
    assert [said["text"] for said in stage.server.world.comments.values()] == [WORDS]


def test_nobody_else_is_shown_a_way_to_write(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    _named(stage)
    cleo = stage.synced(stage.cleo)
    open_app(cleo)
    hand.tap("tab_cheers")
    hand.tap("rounds")
    assert hand.find("write_line") is None


def test_the_owner_reads_it_under_their_day_and_has_it_gone(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    habit = _named(stage)
    stage.server.world.comments["c1"] = {
        "habit": habit, "date": TODAY.isoformat(), "person": stage.ben, "text": WORDS, "at": "2026-11-23T11:00:00Z",
    }  # fmt: skip
    ana = stage.synced(stage.ana)
    open_app(ana)
    hand.rest()
    assert f"“{WORDS}”" in hand.words()
    hand.tap("comment_c1")
    hand.tap("report_line")
    hand.tap("report_harassment")
    hand.tap("comment_c1")
    hand.tap("take_line")
    assert f"“{WORDS}”" not in hand.words()
    ana.engine.run_once()
    assert stage.server.world.comments == {}
    (report,) = stage.server.world.reports.values()
    assert (report["subject"], report["subject_id"]) == ("comment", "c1")


def test_a_cheer_with_a_face_and_a_line(stage: Stage, hand: Hand, open_app: OpenApp, photos: SamplePhotos) -> None:
    stage.habit(kept=7, until=TODAY - DAY)
    stage.server.world.writers.add((stage.ana, stage.ben))
    stage.server.world.sweep()
    ben = stage.phone_of(stage.ben, picker=Picker(Path(photos.path("yoga", 1))))
    ben.engine.run_once()
    shell = open_app(ben)
    shell.open_rounds()
    hand.rest()
    hand.tap("write_line")
    _write(hand, "Take a walk with me")
    assert "“Take a walk with me”" in hand.words()
    hand.tap("cheer_face")
    hand.until(lambda: hand.find("cheer_face") is None)
    ben.engine.run_once()
    (answer,) = stage.server.world.miss_answers.values()
    assert (answer["kind"], answer["words"], answer["picture"] in stage.server.world.photos) == (
        "cheer", "Take a walk with me", True,
    )  # fmt: skip


def test_a_nudge_with_a_face(stage: Stage, hand: Hand, open_app: OpenApp, photos: SamplePhotos) -> None:
    habit = stage.habit(kept=2)
    ben = stage.phone_of(stage.ben, picker=Picker(Path(photos.path("yoga", 1))))
    ben.engine.run_once()
    open_app(ben).go("cheers")
    hand.rest()
    hand.tap(f"nudge_{habit}")
    hand.tap("nudge_face")
    ben.engine.run_once()
    assert list(stage.server.world.nudge_faces) == [(habit, TODAY.isoformat(), stage.ben)]
    ana = stage.synced(stage.ana)
    ana.engine.run_once()
    (told,) = [notice for notice in ana.notices.state.items if notice.gifts]
    assert told.person is not None
    assert told.person.picture is not None


def test_a_touch_beside_the_sheet_loses_nothing(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    _named(stage)
    ben = stage.synced(stage.ben)
    shell = open_app(ben)
    hand.tap("tab_cheers")
    hand.tap("rounds")
    hand.tap("write_line")
    fire = hand.find("react_fire")
    assert fire is not None
    touch = UnitTestTouch(*fire.to_window(fire.center_x, fire.center_y))
    touch.touch_down()
    touch.touch_up()
    hand.rest()
    assert any(isinstance(widget, WritingSheet) for widget in shell.walk())
    hand.tap("close_line")
    assert not any(isinstance(widget, WritingSheet) for widget in shell.walk())
    ben.engine.run_once()
    assert stage.server.world.reactions == {}
