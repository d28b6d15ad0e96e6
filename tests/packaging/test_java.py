"""Our Java against what Android has: every name is there on the oldest phone we serve, or asked for behind a check."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.packaging.java_stubs import write_stubs
from tests.packaging.sources import JAVA, android_api

MINIMUM = 24
GUARDED = {
    "NotificationChannel": 26, "createNotificationChannel": 26, "canScheduleExactAlarms": 31,
    "ACTION_APP_NOTIFICATION_SETTINGS": 26, "EXTRA_APP_PACKAGE": 26, "ACTION_REQUEST_SCHEDULE_EXACT_ALARM": 31,
    "ACTION_PICK_IMAGES": 33, "getInsets": 30, "Insets": 29,
    "getScaledFrameAtTime": 27,
}  # fmt: skip
"""What is younger than the oldest phone; each is used behind a look at the phone's level."""

OF_OTHERS = {("android.content.Intent", "getIdentifier"), ("android.provider.MediaStore", "openFileDescriptor")}
"""We call these of Resources and ContentResolver, which always had them."""


@pytest.mark.skipif(shutil.which("javac") is None, reason="no javac here: our Java was not compiled")
def test_it_compiles(tmp_path: Path) -> None:
    stubs = write_stubs(tmp_path / "stubs")
    done = subprocess.run(
        ["javac", "-nowarn", "-source", "8", "-target", "8", "-d", tmp_path / "out", *stubs, *JAVA],
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    built = {path.stem for path in (tmp_path / "out" / "org" / "kith" / "phone").glob("*.class")}
    assert built >= {"AlarmBook", "AlarmReceiver", "Vault"}


def test_what_is_younger_than_the_oldest_phone_is_known_and_guarded() -> None:
    android = {name: entry for name, entry in android_api().items() if not name.startswith("java")}
    young = {
        member: min(one["since"] for one in every)
        for name, entry in android.items()
        for member, every in entry["members"].items()
        if member != "<init>" and (name, member) not in OF_OTHERS and min(one["since"] for one in every) > MINIMUM
    }
    young |= {name.rpartition(".")[2]: entry["since"] for name, entry in android.items() if entry["since"] > MINIMUM}
    assert young.pop("WindowInsets$Type") == 30
    assert young == GUARDED


def test_a_look_at_the_level_stands_before_each() -> None:
    java = "\n".join(path.read_text() for path in JAVA)
    assert re.search(r"SDK_INT >= 26\) \{\s+notices\.createNotificationChannel", java)
    assert "SDK_INT < 31 || alarms.canScheduleExactAlarms()" in java
