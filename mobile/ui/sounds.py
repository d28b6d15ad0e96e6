"""Playing notes with the screen library's own audio. Where there is none, the app is silent."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mobile.later import LaterModule

if TYPE_CHECKING:
    from kivy.core.audio import Sound

_audio = LaterModule("kivy.core.audio")


class KivyPlayer:
    """Loads each file once. On the screen's thread."""

    def __init__(self) -> None:
        self._sounds: dict[Path, Sound | None] = {}

    def play(self, sound: Path) -> None:
        if sound not in self._sounds:
            self._sounds[sound] = _audio.SoundLoader.load(str(sound))
        loaded = self._sounds[sound]
        if loaded is not None:
            loaded.stop()
            loaded.play()
