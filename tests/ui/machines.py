"""Machines that give what a test says, or nothing."""

from dataclasses import dataclass
from pathlib import Path

from mobile.device.protocols import OnPhoto


@dataclass
class Gives:
    """A camera, or a picker, that hands over this file; None: it was refused, or somebody changed their mind."""

    picture: Path | None = None

    def take(self, on_photo: OnPhoto) -> None:
        on_photo(self.picture)

    def pick(self, on_photo: OnPhoto, *, clips: bool = False) -> None:
        on_photo(self.picture)
