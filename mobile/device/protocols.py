"""What the app asks of the machine it runs on. Android and desktop each answer in their own folder."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol
from uuid import UUID

OnPhoto = Callable[[Path | None], None]
"""Called once with the photo's file, or None when the person changed their mind; on whatever thread."""


class Camera(Protocol):
    def take(self, on_photo: OnPhoto) -> None: ...


class PhotoPicker(Protocol):
    def pick(self, on_photo: OnPhoto, *, clips: bool = False) -> None:
        """One that is there already; with `clips` it may move."""
        ...


class CodeReader(Protocol):
    """Finds QR codes in a picture. It only reads them: nothing is opened."""

    def read(self, picture: Path) -> list[str]:
        """What each says, empty where none can be made out. Raises Refused for what is no picture."""
        ...


class SecretStore(Protocol):
    """Keeps the session token away from other apps and other users of this machine."""

    def get(self, name: str) -> str | None: ...

    def put(self, name: str, value: str) -> None: ...

    def forget(self, name: str) -> None: ...


class Rings(StrEnum):
    """What the person lets this machine do."""

    ON_TIME = "on_time"
    ABOUT = "about"
    """Within minutes: the machine chooses when."""
    NOT = "not"


class Alarms(Protocol):
    """Rings at an instant even while the app is closed. Setting the same id again moves it.

    What could not ring within an hour (a phone that was off) is left out. After a journey it rings when the wall clock
    shows the time it was set for.
    """

    def set(self, alarm: UUID, at: datetime, text: str) -> None: ...

    def cancel(self, alarm: UUID) -> None: ...

    def rings(self) -> Rings: ...

    def ask(self, on_answer: Callable[[], None]) -> None:
        """Ask the person for whatever is missing, once they want to be rung; `on_answer` on whatever thread."""
        ...

    def settings(self, on_answer: Callable[[], None]) -> None:
        """Open the place where the person can allow what they refused; at once where this machine has none."""
        ...


class Curtain(Protocol):
    """While drawn, the screen is in no screenshot, no recording and no list of recent apps. On the screen's thread."""

    def draw(self) -> None: ...

    def lift(self) -> None: ...


class Links(Protocol):
    """Links that open the app."""

    def first(self) -> str:
        """The one it was started with, or nothing."""
        ...

    def follow(self, on_link: Callable[[str], None]) -> None:
        """Later ones, while it runs; on whatever thread."""
        ...


class Player(Protocol):
    """Plays a short sound file, over what plays already; says nothing where the machine is set to silence."""

    def play(self, sound: Path) -> None: ...


class ClipReader(Protocol):
    """Takes single pictures out of a video file."""

    def read(self, video: Path, most: int, folder: Path) -> list[Path]:
        """At most `most` of them, evenly spaced, written into `folder`. Raises Refused where it can't read this one."""
        ...


class Share(Protocol):
    """Hands a picture and the link that belongs to it on to somebody."""

    def share(self, picture: Path, link: str) -> str:
        """Answers where the picture lies now; empty where another app took it."""
        ...


class Clock(Protocol):
    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        ...

    def zone(self) -> str | None:
        """IANA name of the zone this machine is set to; None when it cannot tell."""
        ...


@dataclass(frozen=True, slots=True)
class Device:
    """What this machine has. All but the secrets may be missing; the app works on. `name` is how it calls itself."""

    secrets: SecretStore
    name: str = "Kith"
    camera: Camera | None = None
    picker: PhotoPicker | None = None
    alarms: Alarms | None = None
    player: Player | None = None
    curtain: Curtain | None = None
    links: Links | None = None
    downloads: Path | None = None
    """Where files go that their person is to find; None: only a browser can fetch them."""
    clips: ClipReader | None = None
    share: Share | None = None
    codes: CodeReader | None = None
    language: str = ""
    """What the machine speaks, as a tag like `de-AT`; empty where it can't tell."""


@dataclass(frozen=True, slots=True)
class Machine:
    """`bars`: how far the system's own bars reach into the window, from above and from below, in dp."""

    device: Device
    clock: Clock
    bars: tuple[float, float]
