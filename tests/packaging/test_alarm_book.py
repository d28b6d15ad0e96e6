"""The book of alarms, run: a restart, an update and a journey forget nothing, and nothing bursts afterwards."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from shared import clock
from tests.packaging.small_android import SmallAndroid, build, has_java

pytestmark = pytest.mark.skipif(not has_java(), reason="no Java here: the book of alarms was not run")
BOOT, ZONE = "hear android.intent.action.BOOT_COMPLETED", "hear android.intent.action.TIMEZONE_CHANGED"


@pytest.fixture(scope="module")
def android(tmp_path_factory: pytest.TempPathFactory) -> SmallAndroid:
    return build(tmp_path_factory.mktemp("android"))


def milliseconds(at: datetime) -> int:
    return int(at.timestamp() * 1000)


def from_now(**ahead: float) -> int:
    return milliseconds(clock.now() + timedelta(**ahead))


def test_a_restart_forgets_and_the_book_remembers(android: SmallAndroid) -> None:
    at = from_now(hours=2)
    told = android.play(f"set a {at} Run? Ben will see it.", "forget", "list", BOOT, "list")
    assert told == [f"set a exact {at}"]


def test_set_moves_and_cancel_ends(android: SmallAndroid) -> None:
    early, later = from_now(hours=2), from_now(hours=3)
    told = android.play(f"set a {early} Run?", f"set a {later} Run!", "list", "cancel a", "list", BOOT, "list")
    assert told == [f"set a exact {later}"]


def test_it_rings_once_with_its_words_and_for_its_owner_s_eyes(android: SmallAndroid) -> None:
    told = android.play(f"set a {from_now(seconds=-1)} Run | swim? Any time.", "ring a", "ring a", BOOT)
    assert told == ["told a private Run | swim? Any time."]


def test_a_phone_that_was_off_rings_what_is_an_hour_old_and_no_more(android: SmallAndroid) -> None:
    late, gone = from_now(minutes=-50), from_now(minutes=-70)
    told = android.play(f"set a {late} Run?", f"set b {gone} Swim?", "forget", BOOT, "list", "ring b")
    assert told == [f"set a exact {late}"]


def test_an_alarm_that_comes_too_late_says_nothing(android: SmallAndroid) -> None:
    assert android.play(f"set a {from_now(minutes=-70)} Run?", "ring a") == []


def test_inexact_where_exact_is_refused_and_exact_once_it_is_allowed(android: SmallAndroid) -> None:
    at = from_now(hours=2)
    allowed = "hear android.app.action.SCHEDULE_EXACT_ALARM_PERMISSION_STATE_CHANGED"
    told = android.play("exact no", f"set a {at} Run?", "list", "exact yes", allowed, "list")
    assert told == [f"set a about {at}", f"set a exact {at}"]


@pytest.mark.parametrize(("there", "back"), [("Asia/Tokyo", "Europe/Berlin"), ("Europe/Berlin", "America/New_York")])
def test_in_another_zone_it_rings_at_the_same_time_of_the_wall_clock(
    android: SmallAndroid, there: str, back: str
) -> None:
    wall = (clock.now() + timedelta(days=4)).replace(hour=20, minute=0, second=0, microsecond=0, tzinfo=None)
    first, then = (milliseconds(wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)) for zone in (there, back))
    told = android.play(f"zone {there}", f"set a {first} Run?", f"zone {back}", ZONE, "list", BOOT, "list")
    assert told == [f"set a exact {then}"] * 2
