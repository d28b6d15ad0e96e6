"""Secrets sealed by a key of the phone's keystore: the file alone, copied to another phone, opens for nobody."""

from pathlib import Path

from mobile.device.android.platform import Platform
from mobile.device.desktop.secrets import FileSecrets


class AndroidSecrets:
    def __init__(self, platform: Platform, path: Path) -> None:
        self._vault = platform.java("org.kith.phone.Vault")
        self._wrong = platform.libraries.jnius.JavaException
        self._file = FileSecrets(path)

    def get(self, name: str) -> str | None:
        sealed = self._file.get(name)
        if sealed is None:
            return None
        try:
            return str(self._vault.open(sealed))
        except self._wrong:
            # The keystore was emptied, or the file comes from another phone: sign in anew.
            return None

    def put(self, name: str, value: str) -> None:
        self._file.put(name, self._vault.seal(value))

    def forget(self, name: str) -> None:
        self._file.forget(name)
