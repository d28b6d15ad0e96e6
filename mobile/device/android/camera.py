"""The phone's own camera app takes the picture; ours needs no camera permission for that."""

from pathlib import Path
from typing import Any

from mobile.device.android.lending import FOLDER, Lender
from mobile.device.android.platform import Platform
from mobile.device.protocols import OnPhoto
from shared.ids import uuid7


class AndroidCamera:
    """`data_dir`: the app's files, as Android gave them."""

    def __init__(self, platform: Platform, data_dir: Path) -> None:
        self._platform, self._folder = platform, data_dir / FOLDER
        self._lender = Lender(platform)
        _clear(self._folder)

    def take(self, on_photo: OnPhoto) -> None:
        # What was taken before has been made ready, and stripped of its place, long ago.
        _clear(self._folder)
        target = self._folder / f"{uuid7()}.jpg"

        def answer(went_through: bool, _intent: Any) -> None:
            written = went_through and target.is_file() and target.stat().st_size > 0
            on_photo(target if written else None)

        self._platform.ask(self._intent(target), answer)

    def _intent(self, target: Path) -> Any:
        platform = self._platform
        intents, store = platform.java("android.content.Intent"), platform.java("android.provider.MediaStore")
        intent = intents(store.ACTION_IMAGE_CAPTURE)
        intent.putExtra(store.EXTRA_OUTPUT, self._lender.lend(target))
        intent.addFlags(intents.FLAG_GRANT_WRITE_URI_PERMISSION | intents.FLAG_GRANT_READ_URI_PERMISSION)
        return intent


def _clear(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for old in folder.iterdir():
        old.unlink()
