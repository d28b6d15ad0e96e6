"""Folders and the pictures in them, without Kivy."""

import os
from dataclasses import dataclass
from pathlib import Path

from mobile.device.desktop.share import pictures_folder
from shared.languages import say

_PICTURES = {".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".gif", ".bmp", ".tif", ".tiff"}
_MOST = 2000
"""A folder with more pictures shows the newest of them."""


@dataclass(frozen=True, slots=True)
class Listing:
    parent: Path | None
    folders: list[Path]
    pictures: list[Path]


def start() -> Path:
    """The person's pictures, as the desktop names them, or their home."""
    return pictures_folder()


def name_of(folder: Path) -> str:
    return say("Home") if folder == Path.home() else folder.name or str(folder)


def read(folder: Path) -> Listing:
    """Hidden things are left out; a folder that may not be read is empty."""
    children: list[Path] = []
    pictures: list[tuple[float, Path]] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir():
                    children.append(Path(entry.path))
                elif Path(entry.name).suffix.lower() in _PICTURES:
                    pictures.append((entry.stat().st_mtime, Path(entry.path)))
    except OSError:
        children, pictures = [], []
    newest = sorted(pictures, key=lambda pair: pair[0], reverse=True)[:_MOST]
    parent = folder.parent if folder.parent != folder else None
    return Listing(parent, sorted(children, key=lambda path: path.name.lower()), [path for _, path in newest])
