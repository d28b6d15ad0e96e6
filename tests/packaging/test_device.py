"""The phone's hardware, spoken to as Android of four API levels answers. jnius itself is a stand-in of ours."""

import os
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from uuid import UUID

import pytest

from mobile.device.android.alarms import AndroidAlarms
from mobile.device.android.camera import AndroidCamera
from mobile.device.android.clips import AndroidClips
from mobile.device.android.clock import AndroidClock
from mobile.device.android.links import AndroidLinks
from mobile.device.android.machine import build_machine
from mobile.device.android.picker import AndroidPicker
from mobile.device.android.platform import ACTIVITY, Platform, let_go_of_java
from mobile.device.android.player import AndroidPlayer
from mobile.device.android.screen import AndroidCurtain, bars
from mobile.device.android.secrets import AndroidSecrets
from mobile.device.android.share import AndroidShare
from mobile.device.protocols import Rings
from shared.codes import Code, Refused
from tests.packaging.jnius import FakeJava, JavaException, Thing

OLDEST, NEWEST = 24, 36
INTENT = "android.content.Intent"
ALARM = UUID("11111111-2222-5333-8444-555555555555")
NOTICES = "android.app.NotificationManager.areNotificationsEnabled"
EXACT = "android.app.AlarmManager.canScheduleExactAlarms"


@pytest.fixture(params=(OLDEST, 30, 33, NEWEST))
def java(request: pytest.FixtureRequest) -> FakeJava:
    return FakeJava(sdk=request.param)


def platform(java: FakeJava) -> Platform:
    return Platform(java.libraries)


def test_a_whole_phone_is_put_together(java: FakeJava, tmp_path: Path) -> None:
    machine = build_machine(java.libraries, tmp_path)
    device = machine.device
    assert device.name == "Kith on Fairphone 6"
    assert None not in (
        device.camera,
        device.picker,
        device.alarms,
        device.player,
        device.curtain,
        device.links,
        device.codes,
    )


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_every_thread_lets_go_of_java_when_it_ends_however_it_does() -> None:
    class Worker(threading.Thread):
        pass

    let_go: list[str] = []
    let_go_of_java(SimpleNamespace(detach=lambda: let_go.append(threading.current_thread().name)), Worker)
    done: list[int] = []

    def fall() -> None:
        sys.exit()

    workers = [Worker(target=done.append, args=(1,), name="works"), Worker(target=fall, name="falls")]
    for worker in workers:
        worker.start()
        worker.join()
    assert (done, let_go) == ([1], ["works", "falls"])


def test_what_came_with_the_package_is_found_from_any_thread(java: FakeJava, tmp_path: Path) -> None:
    java.answers |= {"org.kith.phone.Vault.seal": "sealed", "org.kith.phone.Vault.open": "abc123"}
    device = build_machine(java.libraries, tmp_path).device
    share, picture, read = AndroidShare(platform(java), tmp_path), tmp_path / "half.png", []
    picture.write_bytes(b"half")

    def work() -> None:
        assert device.alarms is not None
        device.alarms.set(ALARM, datetime(2026, 11, 28, 20, tzinfo=UTC), "Run?")
        device.secrets.put("session_token", "abc123")
        share.share(picture, "https://kith.example/i/abc")
        read.append(device.secrets.get("session_token"))

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    assert read == ["abc123"]


# Pictures
def test_the_camera_writes_into_a_file_it_is_lent(java: FakeJava, tmp_path: Path) -> None:
    photos: list[Path | None] = []
    AndroidCamera(platform(java), tmp_path).take(photos.append)
    intent, _ = java.request()
    assert intent.args == ("android.media.action.IMAGE_CAPTURE",)
    ((_, authority, file),) = java.said("androidx.core.content.FileProvider.getUriForFile")
    assert authority == "org.kith.phone.files"
    target = Path(file.args[0])
    assert target.parent == tmp_path / "taken"
    ((flags,),) = java.said(f"{INTENT}.addFlags")
    assert flags == 3
    target.write_bytes(b"a photo")
    java.answer(-1)
    assert photos == [target]


@pytest.mark.parametrize(("result", "content"), [(0, b"a photo"), (-1, b""), (-1, None)])
def test_no_picture_is_no_picture(tmp_path: Path, result: int, content: bytes | None) -> None:
    java, photos = FakeJava(), []  # type: ignore[var-annotated]
    AndroidCamera(platform(java), tmp_path).take(photos.append)
    if content is not None:
        Path(java.said("androidx.core.content.FileProvider.getUriForFile")[0][2].args[0]).write_bytes(content)
    java.answer(result)
    assert photos == [None]


def test_what_was_taken_before_is_gone_by_the_next_time(tmp_path: Path) -> None:
    java = FakeJava()
    camera = AndroidCamera(platform(java), tmp_path)
    camera.take(lambda _: None)
    left = tmp_path / "taken" / "left.jpg"
    left.write_bytes(b"with its place in it")
    camera.take(lambda _: None)
    assert not left.exists()
    left.write_bytes(b"with its place in it")
    AndroidCamera(platform(java), tmp_path)
    assert not left.exists()


def test_a_phone_without_a_camera_app_answers_at_once(tmp_path: Path) -> None:
    def nobody(*_: object) -> None:
        raise JavaException("ActivityNotFoundException")

    java, photos = FakeJava(answers={f"{ACTIVITY}.startActivityForResult": nobody}), []  # type: ignore[var-annotated]
    AndroidCamera(platform(java), tmp_path).take(photos.append)
    assert photos == [None]


def chosen(java: FakeJava) -> Thing:
    return Thing(java, INTENT, ())


def picker(java: FakeJava, folder: Path) -> AndroidPicker:
    return AndroidPicker(platform(java), folder, run=lambda work: work())


def test_the_picker_gives_a_copy_of_the_one_picture(java: FakeJava, tmp_path: Path) -> None:
    original = tmp_path / "original.heic"
    original.write_bytes(b"pixels" * 1000)
    java.answers["android.os.ParcelFileDescriptor.detachFd"] = lambda: os.open(original, os.O_RDONLY)
    photos: list[Path | None] = []
    picker(java, tmp_path).pick(photos.append)
    intent, _ = java.request()
    wanted = "android.provider.action.PICK_IMAGES" if java.sdk >= 33 else "android.intent.action.GET_CONTENT"
    assert intent.args == (wanted,)
    assert java.said(f"{INTENT}.setType") == [("image/*",)]
    java.answer(-1, chosen(java))
    (copy,) = photos
    assert copy is not None
    assert copy != original
    assert copy.read_bytes() == original.read_bytes()


def test_a_clip_may_be_chosen_and_keeps_what_it_is_called(java: FakeJava, tmp_path: Path) -> None:
    original = tmp_path / "VID_1.mp4"
    original.write_bytes(b"frames")
    java.answers["android.os.ParcelFileDescriptor.detachFd"] = lambda: os.open(original, os.O_RDONLY)
    java.answers["android.content.ContentResolver.getType"] = "video/mp4"
    clips: list[Path | None] = []
    picker(java, tmp_path).pick(clips.append, clips=True)
    assert java.said(f"{INTENT}.setType") == ([] if java.sdk >= 33 else [("*/*",)])
    java.answer(-1, chosen(java))
    assert clips[0] is not None
    assert clips[0].suffix == ".mp4"


RETRIEVER = "android.media.MediaMetadataRetriever"


def test_a_video_gives_pictures_evenly_spaced(java: FakeJava, tmp_path: Path) -> None:
    java.answers[f"{RETRIEVER}.extractMetadata"] = lambda key: {9: "6000"}[key]
    stills = AndroidClips(platform(java)).read(tmp_path / "run.mp4", 3, tmp_path)
    assert stills == [tmp_path / "000.jpg", tmp_path / "001.jpg", tmp_path / "002.jpg"]
    how = "getScaledFrameAtTime" if java.sdk >= 27 else "getFrameAtTime"
    assert [args[:2] for args in java.said(f"{RETRIEVER}.{how}")] == [(0, 3), (2_000_000, 3), (4_000_000, 3)]
    written = [args[0].args for args in java.said("android.graphics.Bitmap.compress")]
    assert written == [("JPEG",)] * 3
    assert len(java.said("java.io.FileOutputStream.close")) == 3
    assert len(java.said(f"{RETRIEVER}.release")) == 1


def test_a_video_nobody_can_read_is_refused_by_name(java: FakeJava, tmp_path: Path) -> None:
    def unreadable(*_: object) -> None:
        raise JavaException("setDataSource failed: status = 0x80000000")

    java.answers[f"{RETRIEVER}.setDataSource"] = unreadable
    with pytest.raises(Refused) as refused:
        AndroidClips(platform(java)).read(tmp_path / "run.mkv", 3, tmp_path)
    assert refused.value.code is Code.PHOTO_UNSUPPORTED
    assert len(java.said(f"{RETRIEVER}.release")) == 1


def test_a_video_shorter_than_it_says_gives_what_it_has(tmp_path: Path) -> None:
    java = FakeJava(answers={f"{RETRIEVER}.extractMetadata": "4000"})
    java.answers[f"{RETRIEVER}.getScaledFrameAtTime"] = lambda at, *_: (
        Thing(java, "android.graphics.Bitmap", ()) if at < 1_000_000 else None
    )
    assert AndroidClips(platform(java)).read(tmp_path / "run.mp4", 4, tmp_path) == [tmp_path / "000.jpg"]


def test_nothing_chosen_and_a_picture_out_of_reach_are_both_nothing(tmp_path: Path) -> None:
    java, photos = FakeJava(), []  # type: ignore[var-annotated]
    picker(java, tmp_path).pick(photos.append)
    java.answer(0)

    def gone(*_: object) -> None:
        raise JavaException("FileNotFoundException")

    java.answers["android.content.ContentResolver.openFileDescriptor"] = gone
    picker(java, tmp_path).pick(photos.append)
    java.answer(-1, chosen(java))
    assert photos == [None, None]


def test_another_s_answer_is_nobody_s(tmp_path: Path) -> None:
    java, photos = FakeJava(), []  # type: ignore[var-annotated]
    picker(java, tmp_path).pick(photos.append)
    java.bound["on_activity_result"](1, -1, None)
    assert photos == []
    java.answer(0)
    java.answer(0)
    assert photos == [None]


def test_sharing_lends_a_copy_and_the_link(java: FakeJava, tmp_path: Path) -> None:
    picture = tmp_path / "half.png"
    picture.write_bytes(b"half")
    assert AndroidShare(platform(java), tmp_path).share(picture, "https://kith.example/i/abc") == ""
    extras = dict(java.said(f"{INTENT}.putExtra"))
    assert extras["android.intent.extra.TEXT"] == "https://kith.example/i/abc"
    lent = Path(java.said("androidx.core.content.FileProvider.getUriForFile")[0][2].args[0])
    assert (lent.parent, lent.read_bytes()) == (tmp_path / "taken", b"half")
    assert len(java.said(f"{ACTIVITY}.startActivity")) == 1


# Alarms
def test_alarms_are_told_in_milliseconds(java: FakeJava) -> None:
    alarms = AndroidAlarms(platform(java))
    alarms.set(ALARM, datetime(2026, 11, 28, 20, tzinfo=UTC), "Run? Ben will see it.")
    alarms.cancel(ALARM)
    ((_, alarm, at, text),) = java.said("org.kith.phone.AlarmBook.set")
    assert (alarm, at, text) == (str(ALARM), 1_795_896_000_000, "Run? Ben will see it.")
    assert java.said("org.kith.phone.AlarmBook.cancel")[0][1] == str(ALARM)


@pytest.mark.parametrize(
    ("sdk", "shown", "exact", "rings"),
    [
        (OLDEST, True, None, Rings.ON_TIME), (30, False, None, Rings.NOT), (33, True, True, Rings.ON_TIME),
        (NEWEST, True, False, Rings.ABOUT), (NEWEST, False, True, Rings.NOT),
    ],
)  # fmt: skip
def test_what_the_phone_may_do(sdk: int, shown: bool, exact: bool | None, rings: Rings) -> None:
    java = FakeJava(sdk=sdk, answers={NOTICES: shown, EXACT: exact})
    assert AndroidAlarms(platform(java)).rings() is rings


def test_first_notices_then_minutes_each_once() -> None:
    java = FakeJava(answers={NOTICES: False, EXACT: False})
    answered: list[bool] = []

    def allowed(*_: object) -> bool:
        return bool(java.asked_for)

    java.answers[NOTICES] = allowed
    AndroidAlarms(platform(java)).ask(lambda: answered.append(True))
    assert java.asked_for == [["android.permission.POST_NOTIFICATIONS"]]
    intent, _ = java.request()
    assert intent.args[0] == "android.settings.REQUEST_SCHEDULE_EXACT_ALARM"
    assert java.said("android.net.Uri.parse") == [("package:org.kith.phone",)]
    assert answered == []
    java.answer(0)
    assert answered == [True]


def test_who_wants_no_notices_is_not_asked_for_minutes(java: FakeJava) -> None:
    java.answers |= {NOTICES: False, EXACT: False}
    answered: list[bool] = []
    AndroidAlarms(platform(java)).ask(lambda: answered.append(True))
    asked = java.said(f"{ACTIVITY}.startActivityForResult")
    wanted = ["android.settings.APP_NOTIFICATION_SETTINGS"] if java.sdk == 30 else []
    assert [intent.args[0] for intent, _ in asked] == wanted
    if asked:
        java.answer(0)
    assert answered == [True]


def test_thinking_better_of_it_leads_to_the_settings_and_never_to_a_question(java: FakeJava) -> None:
    java.answers |= {NOTICES: False, EXACT: False}
    answered: list[bool] = []
    AndroidAlarms(platform(java)).settings(lambda: answered.append(True))
    asked = java.said(f"{ACTIVITY}.startActivityForResult")
    assert [intent.args[0] for intent, _ in asked] == ["android.settings.APP_NOTIFICATION_SETTINGS"] * (java.sdk >= 26)
    assert java.asked_for == []
    if asked:
        java.answer(0)
    assert answered == [True]


# Secrets
def test_a_secret_lies_sealed_in_its_file(java: FakeJava, tmp_path: Path) -> None:
    java.answers |= {
        "org.kith.phone.Vault.seal": lambda words: words[::-1], "org.kith.phone.Vault.open": lambda words: words[::-1],
    }  # fmt: skip
    path = tmp_path / "secrets.json"
    secrets = AndroidSecrets(platform(java), path)
    secrets.put("session_token", "abc123")
    assert "abc123" not in path.read_text()
    assert secrets.get("session_token") == "abc123"
    secrets.forget("session_token")
    assert secrets.get("session_token") is None


def test_a_file_of_another_phone_opens_for_nobody(tmp_path: Path) -> None:
    def wrong(_: str) -> str:
        raise JavaException("AEADBadTagException")

    java = FakeJava(answers={"org.kith.phone.Vault.seal": "sealed", "org.kith.phone.Vault.open": wrong})
    secrets = AndroidSecrets(platform(java), tmp_path / "secrets.json")
    secrets.put("session_token", "abc123")
    assert secrets.get("session_token") is None


# The window
def test_the_curtain_is_drawn_and_lifted(java: FakeJava) -> None:
    curtain = AndroidCurtain(platform(java))
    curtain.draw()
    curtain.lift()
    window = [name for name, _ in java.calls if name.startswith("android.view.Window.")]
    assert window == ["android.view.Window.addFlags", "android.view.Window.clearFlags"]
    assert java.said("android.view.Window.addFlags") == [(0x2000,)]


def test_bars_count_only_where_the_app_lies_below_them(java: FakeJava) -> None:
    java.answers |= {"android.graphics.Insets.top": 96, "android.graphics.Insets.bottom": 72}
    assert bars(platform(java)) == ((32.0, 24.0) if java.sdk >= 35 else (0.0, 0.0))


def test_a_window_that_is_not_up_yet_has_no_bars() -> None:
    assert bars(platform(FakeJava(answers={"android.view.View.getRootWindowInsets": None}))) == (0.0, 0.0)


# Links, zone, notes
def opened(java: FakeJava, action: str, link: str | None) -> Thing:
    java.answers |= {f"{INTENT}.getAction": action, f"{INTENT}.getDataString": link}
    return chosen(java)


def test_only_a_link_somebody_opened_is_one(java: FakeJava) -> None:
    links, heard = AndroidLinks(platform(java)), []  # type: ignore[var-annotated]
    java.answers[f"{ACTIVITY}.getIntent"] = opened(java, "android.intent.action.MAIN", None)
    assert links.first() == ""
    opened(java, "android.intent.action.VIEW", "https://kith.example/i/abc")
    assert links.first() == "https://kith.example/i/abc"
    links.follow(heard.append)
    java.bound["on_new_intent"](opened(java, "android.intent.action.VIEW", "https://kith.example/i/def"))
    java.bound["on_new_intent"](opened(java, "android.intent.action.MAIN", None))
    assert heard == ["https://kith.example/i/def"]


@pytest.mark.parametrize(("told", "zone"), [("Europe/Berlin", "Europe/Berlin"), ("GMT+02:00", None), ("", None)])
def test_a_zone_is_one_with_a_name(told: str, zone: str | None) -> None:
    java = FakeJava(answers={"java.util.TimeZone.getID": told})
    assert AndroidClock(platform(java)).zone() == zone


def test_notes_sound_only_where_the_phone_is_loud(java: FakeJava, tmp_path: Path) -> None:
    player, started = AndroidPlayer(platform(java)), "android.media.MediaPlayer.start"
    java.answers["android.media.AudioManager.getRingerMode"] = 0
    player.play(tmp_path / "note.wav")
    assert java.said(started) == []
    java.answers["android.media.AudioManager.getRingerMode"] = 2
    player.play(tmp_path / "note.wav")
    player.play(tmp_path / "note.wav")
    assert len(java.said(started)) == 2
    assert java.said("android.media.MediaPlayer.setDataSource") == [(str(tmp_path / "note.wav"),)]
