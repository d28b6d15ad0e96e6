"""What the app asks of the machine it runs on. Android and desktop each answer in their own folder."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol
from uuid import UUID

OnPhoto = Callable[[Path | None], None]
"""Called once with the photo's file, or None when the person changed their mind; on whatever thread."""


class Camera(Protocol):
    def take(self, on_photo: OnPhoto) -> None: ...


class PhotoPicker(Protocol):
    def pick(self, on_photo: OnPhoto) -> None: ...


class SecretStore(Protocol):
    """Keeps the session token away from other apps and other users of this machine."""

    def get(self, name: str) -> str | None: ...

    def put(self, name: str, value: str) -> None: ...

    def forget(self, name: str) -> None: ...


class Alarms(Protocol):
    """Rings at an instant even while the app is closed. Setting the same id again moves it."""

    def set(self, alarm: UUID, at: datetime, text: str) -> None: ...

    def cancel(self, alarm: UUID) -> None: ...


class Player(Protocol):
    """Plays a short sound file, over what plays already; says nothing where the machine is set to silence."""

    def play(self, sound: Path) -> None: ...


class Clock(Protocol):
    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        ...

    def zone(self) -> str | None:
        """IANA name of the zone this machine is set to; None when it cannot tell."""
        ...


@dataclass(frozen=True, slots=True)
class Device:
    """What this machine has. Without a camera, alarms or a player the app works on. `name` is how it calls itself."""

    secrets: SecretStore
    name: str = "Kith"
    camera: Camera | None = None
    picker: PhotoPicker | None = None
    alarms: Alarms | None = None
    player: Player | None = None
