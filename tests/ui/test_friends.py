"""What Ana and Ben do about friends: report, mute, restrict, wait for a day, show a photo to a guest."""

from collections.abc import Callable

from mobile.app_core import Core
from mobile.ui.shell import Shell
from tests.mobile.stage import TODAY, Stage
from tests.ui.hand import Hand
from tools.shooting.photos import SamplePhotos

OpenApp = Callable[[Core], Shell]


def test_a_friends_day_is_reported_for_a_reason_the_server_takes(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    stage.habit(kept=2)
    ben = stage.synced(stage.ben)
    shell = open_app(ben)
    shell.go("cheers")
    hand.rest()
    hand.tap(f"more_{ben.feed.state.cards[0].id}")
    hand.tap("report")
    hand.tap("report_nudity")
    ben.engine.run_once()
    (report,) = stage.server.world.reports.values()
    assert (report["subject"], report["reason"]) == ("check_in", "nudity")


def test_a_picture_beside_a_friends_day_is_reported_by_itself(
    stage: Stage, hand: Hand, open_app: OpenApp, photos: SamplePhotos
) -> None:
    stage.habit(kept=2)
    ana = stage.synced(stage.ana)
    ana.beside.choose_picture(photos.path("morning_run", 1))
    ana.engine.run_once()
    ben = stage.synced(stage.ben)
    open_app(ben).go("cheers")
    hand.rest()
    hand.tap(f"more_{ben.feed.state.cards[0].id}")
    hand.tap("report")
    assert {"What do you report?", "The day", "What stands beside it"} <= set(hand.words())
    hand.tap("report_beside")
    assert "Report what stands beside it?" in hand.words()
    hand.tap("report_nudity")
    hand.tap(f"more_{ben.feed.state.cards[0].id}")
    hand.tap("report")
    hand.tap("report_day")
    hand.tap("report_harm")
    ben.engine.run_once()
    filed = [(one["subject"], one["reason"]) for one in stage.server.world.reports.values()]
    assert filed == [("anchor", "nudity"), ("check_in", "harm")]


def test_a_friend_is_muted_restricted_and_reported_from_their_sheet(
    stage: Stage, hand: Hand, open_app: OpenApp
) -> None:
    stage.habit(kept=2)
    ana = stage.synced(stage.ana)
    shell = open_app(ana)
    shell.go("crowd")
    hand.rest()
    for way in ("mute", "restrict"):
        hand.tap(f"friend_{stage.ben}")
        hand.tap(way)
    hand.tap(f"friend_{stage.ben}")
    hand.tap("report_person")
    hand.tap("report_body_pictures")
    ana.engine.run_once()
    assert stage.server.world.distances[stage.ana, stage.ben] == {"muted": True, "restricted": True}
    assert [report["reason"] for report in stage.server.world.reports.values()] == ["body_pictures"]


def test_a_day_still_to_come_is_waited_for_in_two_taps(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    habit = stage.habit(kept=2)
    ben = stage.synced(stage.ben)
    shell = open_app(ben)
    shell.go("cheers")
    hand.rest()
    hand.tap(f"nudge_{habit}")
    hand.tap("nudge_any_time")
    assert "Said" in hand.words()
    ben.engine.run_once()
    assert list(stage.server.world.nudges.values()) == ["any_time"]


def test_todays_photo_is_shown_to_a_guest_by_a_link(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    habit = stage.habit(kept=2)
    stage.server.world.post(habit, TODAY, photo=b"today")
    ana = stage.synced(stage.ana)
    shell = open_app(ana)
    shell.go("crowd")
    hand.rest()
    hand.tap("show_guest")
    hand.until(lambda: hand.find("copy_link") is not None)
    assert any(words.startswith("http://kith.test/g/") for words in hand.words())
