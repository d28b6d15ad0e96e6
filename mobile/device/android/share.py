"""The share sheet: the phone asks to whom."""

import shutil
from pathlib import Path

from mobile.device.android.lending import FOLDER, Lender
from mobile.device.android.platform import Platform


class AndroidShare:
    """`data_dir`: the app's files, as Android gave them."""

    def __init__(self, platform: Platform, data_dir: Path) -> None:
        self._platform, self._folder = platform, data_dir / FOLDER
        self._lender = Lender(platform)

    def share(self, picture: Path, link: str) -> str:
        """Another app takes it: the answer is empty. It is lent a copy of this one picture and nothing beside it."""
        platform = self._platform
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        copy = Path(shutil.copy(picture, self._folder / f"kith-shared{picture.suffix}"))
        intents = platform.java("android.content.Intent")
        intent = intents(intents.ACTION_SEND).setType("image/*")
        intent.putExtra(intents.EXTRA_STREAM, self._lender.lend(copy))
        intent.putExtra(intents.EXTRA_TEXT, link)
        intent.addFlags(intents.FLAG_GRANT_READ_URI_PERMISSION)
        title = platform.cast("java.lang.CharSequence", platform.java("java.lang.String")("Kith"))
        platform.activity.startActivity(intents.createChooser(intent, title))
        return ""
