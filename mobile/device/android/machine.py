"""An Android phone, put together."""

from pathlib import Path

from mobile.device.android.alarms import AndroidAlarms
from mobile.device.android.camera import AndroidCamera
from mobile.device.android.clips import AndroidClips
from mobile.device.android.clock import AndroidClock
from mobile.device.android.codes import AndroidCodes
from mobile.device.android.links import AndroidLinks
from mobile.device.android.picker import AndroidPicker
from mobile.device.android.platform import Libraries, Platform
from mobile.device.android.player import AndroidPlayer
from mobile.device.android.screen import AndroidCurtain, bars
from mobile.device.android.secrets import AndroidSecrets
from mobile.device.android.share import AndroidShare
from mobile.device.protocols import Device, Machine
from shared import limits


def build_machine(libraries: Libraries, data_dir: Path) -> Machine:
    """`data_dir`: the app's files, as Android gave them."""
    platform = Platform(libraries)
    device = Device(
        secrets=AndroidSecrets(platform, data_dir / "secrets.json"),
        name=f"Kith on {platform.java('android.os.Build').MODEL}"[: limits.DEVICE_MAX],
        camera=AndroidCamera(platform, data_dir),
        picker=AndroidPicker(platform, data_dir),
        alarms=AndroidAlarms(platform),
        player=AndroidPlayer(platform),
        curtain=AndroidCurtain(platform),
        links=AndroidLinks(platform),
        clips=AndroidClips(platform),
        share=AndroidShare(platform, data_dir),
        codes=AndroidCodes(platform),
        language=str(platform.java("java.util.Locale").getDefault().toLanguageTag()),
    )
    return Machine(device, AndroidClock(platform), bars(platform))
