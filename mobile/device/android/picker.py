"""The system's photo picker: it shows everything and gives us the one picture that was chosen, without a permission."""

import os
import shutil
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mobile.device.android.platform import Platform
from mobile.device.protocols import OnPhoto
from shared.ids import uuid7

_PICKER_SINCE = 33
"""Before that Android's older chooser of documents answers the same way."""
_SUFFIXES = {
    "video/mp4": ".mp4", "video/quicktime": ".mov", "video/webm": ".webm", "video/x-matroska": ".mkv",
    "video/3gpp": ".3gp",
}  # fmt: skip
"""A picture tells by its first bytes what it is; a video is known by its name."""


def in_background(work: Callable[[], None]) -> None:
    """A large picture may lie in a cloud and take its time."""
    threading.Thread(target=work, name="kith-picker", daemon=True).start()


class AndroidPicker:
    def __init__(
        self, platform: Platform, data_dir: Path, *, run: Callable[[Callable[[], None]], None] = in_background
    ) -> None:
        self._platform, self._folder, self._run = platform, data_dir / "picked", run
        shutil.rmtree(self._folder, ignore_errors=True)

    def pick(self, on_photo: OnPhoto, *, clips: bool = False) -> None:
        def answer(went_through: bool, intent: Any) -> None:
            address = intent.getData() if went_through and intent is not None else None
            if address is None:
                on_photo(None)
            else:
                self._run(lambda: on_photo(self._fetch(address)))

        self._platform.ask(self._intent(clips), answer)

    def _intent(self, clips: bool) -> Any:
        platform = self._platform
        intents = platform.java("android.content.Intent")
        if platform.sdk >= _PICKER_SINCE:
            intent = intents(platform.java("android.provider.MediaStore").ACTION_PICK_IMAGES)
            # Without a type it shows both.
            return intent if clips else intent.setType("image/*")
        intent = intents(intents.ACTION_GET_CONTENT).setType("*/*" if clips else "image/*")
        return intent.addCategory(intents.CATEGORY_OPENABLE)

    def _fetch(self, address: Any) -> Path | None:
        """Our own copy: the address is worth nothing once the app is closed."""
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(parents=True, mode=0o700)
        try:
            resolver = self._platform.activity.getContentResolver()
            target = self._folder / f"{uuid7()}{_SUFFIXES.get(str(resolver.getType(address)), '')}"
            opened = resolver.openFileDescriptor(address, "r")
            with os.fdopen(opened.detachFd(), "rb") as source, target.open("wb") as copy:
                shutil.copyfileobj(source, copy)
        except (OSError, self._platform.libraries.jnius.JavaException):
            # Gone meanwhile, or out of reach: nothing was chosen, then.
            return None
        return target
