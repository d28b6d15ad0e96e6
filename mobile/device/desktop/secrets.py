"""Secrets in one file that only this user may read."""

import json
import os
from pathlib import Path


class FileSecrets:
    """A JSON file with mode 0600, replaced as a whole so that a kill never leaves half of it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def get(self, name: str) -> str | None:
        return self._read().get(name)

    def put(self, name: str, value: str) -> None:
        self._write(self._read() | {name: value})

    def forget(self, name: str) -> None:
        self._write({key: value for key, value in self._read().items() if key != name})

    def _read(self) -> dict[str, str]:
        try:
            values: dict[str, str] = json.loads(self._path.read_text("utf-8"))
        except (FileNotFoundError, json.JSONDecodeError):
            return {}
        return values

    def _write(self, values: dict[str, str]) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        part = self._path.with_suffix(".part")
        part.unlink(missing_ok=True)
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            json.dump(values, file)
        part.replace(self._path)
