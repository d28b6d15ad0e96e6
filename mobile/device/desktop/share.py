"""Sharing from a desktop: the picture is laid into the person's pictures, the link goes to the clipboard."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path


class DesktopShare:
    """`copy_text` puts words on the clipboard. Pictures go where the desktop keeps them, or home where it has none."""

    def __init__(self, copy_text: Callable[[str], object], *, folder: Path | None = None) -> None:
        self._copy_text = copy_text
        self._folder = folder

    def share(self, picture: Path, link: str) -> str:
        """Never over a file that lies there already: it may be somebody's own."""
        folder = self._folder or pictures_folder()
        folder.mkdir(parents=True, exist_ok=True)
        place = _free(folder, picture)
        shutil.copyfile(picture, place)
        self._copy_text(link)
        return str(place)


def pictures_folder() -> Path:
    named = Path(os.environ.get("XDG_PICTURES_DIR") or Path.home() / "Pictures")
    return named if named.is_dir() else Path.home()


def _free(folder: Path, picture: Path) -> Path:
    place, number = folder / picture.name, 2
    while place.exists():
        place = folder / f"{picture.stem}-{number}{picture.suffix}"
        number += 1
    return place
