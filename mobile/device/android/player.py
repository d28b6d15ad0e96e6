"""Short notes, over what plays already, and only where the phone isn't set to silence."""

from pathlib import Path
from typing import Any

from mobile.device.android.platform import Platform


class AndroidPlayer:
    """Each note is made ready once and kept: there are eight and a chord."""

    def __init__(self, platform: Platform) -> None:
        self._platform = platform
        self._audio = platform.service("audio", "android.media.AudioManager")
        self._ready: dict[Path, Any] = {}

    def play(self, sound: Path) -> None:
        loud = self._platform.java("android.media.AudioManager").RINGER_MODE_NORMAL
        if self._audio.getRingerMode() != loud:
            return
        try:
            note = self._ready[sound] if sound in self._ready else self._load(sound)
        except self._platform.libraries.jnius.JavaException:
            # A file that is gone, or no decoder left: no note is worth an error.
            return
        note.seekTo(0)
        note.start()

    def _load(self, sound: Path) -> Any:
        kinds = self._platform.java("android.media.AudioAttributes")
        builder = self._platform.java("android.media.AudioAttributes$Builder")()
        # Like the click of a key: nothing that plays makes way for it.
        builder.setUsage(kinds.USAGE_ASSISTANCE_SONIFICATION)
        note = self._platform.java("android.media.MediaPlayer")()
        note.setAudioAttributes(builder.build())
        note.setDataSource(str(sound))
        note.prepare()
        self._ready[sound] = note
        return note
