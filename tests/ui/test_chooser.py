"""Choosing a photo on a desktop."""

import os
from pathlib import Path

from PIL import Image

from mobile.ui.screens.compose import folders
from mobile.ui.screens.compose.chooser import PhotoChooser
from tests.ui.hand import Hand


def _picture(path: Path, *, seconds: int) -> Path:
    Image.new("RGB", (40, 50), "#C0804A").save(path)
    os.utime(path, (seconds, seconds))
    return path


def test_a_folder_shows_its_pictures_newest_first_and_nothing_hidden(tmp_path: Path) -> None:
    old, new = _picture(tmp_path / "old.jpg", seconds=1000), _picture(tmp_path / "new.PNG", seconds=2000)
    _picture(tmp_path / ".hidden.jpg", seconds=3000)
    (tmp_path / "notes.txt").write_text("not a picture")
    (tmp_path / "Autumn").mkdir()
    listing = folders.read(tmp_path)
    assert listing.pictures == [new, old]
    assert listing.folders == [tmp_path / "Autumn"]
    assert listing.parent == tmp_path.parent


def test_a_folder_that_is_gone_is_empty(tmp_path: Path) -> None:
    assert folders.read(tmp_path / "gone").pictures == []


def test_touching_a_picture_chooses_it(tmp_path: Path, hand: Hand) -> None:
    picture = _picture(tmp_path / "run.jpg", seconds=1000)
    chosen: list[str] = []
    hand.show(PhotoChooser(on_photo=chosen.append, on_close=chosen.clear, start=tmp_path))
    hand.tap("photo_run.jpg")
    assert chosen == [str(picture)]


def test_a_folder_opens_by_a_touch(tmp_path: Path, hand: Hand) -> None:
    (tmp_path / "Autumn").mkdir()
    _picture(tmp_path / "Autumn" / "leaf.jpg", seconds=1000)
    hand.show(PhotoChooser(on_photo=lambda _path: None, on_close=lambda: None, start=tmp_path))
    assert "No pictures in this folder." in hand.words()
    hand.tap("folder_Autumn")
    hand.rest()
    assert hand.find("photo_leaf.jpg") is not None
