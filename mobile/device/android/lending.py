"""Lending one file to another app for as long as it answers us."""

from pathlib import Path
from typing import Any

from mobile.device.android.platform import Platform

FILES = ".files"
"""Ends the authority of the FileProvider, after the package's name; the manifest says the same."""
FOLDER = "taken"
"""Below the app's files; res/xml/kith_files.xml lends no other."""


class Lender:
    """Built on the main thread: Android finds what came with the package from there only."""

    def __init__(self, platform: Platform) -> None:
        self._platform = platform
        self._provider = platform.java("androidx.core.content.FileProvider")

    def lend(self, path: Path) -> Any:
        """An address, as a Parcelable, by which whoever is given it may use this one file."""
        activity = self._platform.activity
        file = self._platform.java("java.io.File")(str(path))
        address = self._provider.getUriForFile(activity, activity.getPackageName() + FILES, file)
        return self._platform.cast("android.os.Parcelable", address)
