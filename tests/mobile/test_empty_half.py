"""The empty half as a picture that goes along with a guest's link; and clips taken apart."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PIL import Image

from mobile.device.clip_prep import prepare_clip, spread
from mobile.device.desktop.clips import DesktopClips
from mobile.device.desktop.share import DesktopShare
from mobile.device.empty_half import SIZE
from mobile.presenters import beside_copy, copy
from shared.codes import Code, Refused
from tests.mobile.stage import TODAY, Stage


@dataclass
class Clipboard:
    held: list[str] = field(default_factory=list)


def _mean(picture: Image.Image, box: tuple[int, int, int, int]) -> tuple[int, int, int]:
    red, green, blue = picture.crop(box).resize((1, 1)).getpixel((0, 0))  # type: ignore[misc]
    return red, green, blue


def _shown(stage: Stage, tmp_path: Path, clipboard: Clipboard) -> tuple[Path, str]:
    """Ana's first photo, all blue, is shared with somebody without Kith."""
    photo = tmp_path / "blue.jpg"
    Image.new("RGB", (600, 800), (20, 40, 200)).save(photo)
    habit = stage.habit(crowd=False)
    pictures = tmp_path / "pictures"
    ana = stage.phone_of(stage.ana, share=DesktopShare(clipboard.held.append, folder=pictures))
    ana.engine.run_once()
    ana.compose.open(habit)
    ana.compose.pick(photo, "library")
    ana.compose.post()
    ana.engine.run_once()
    ana.crowd.show_guest()
    assert ana.crowd.state.can_share
    ana.crowd.share_half()
    assert ana.crowd.state.guest_url, "the link stays on the screen"
    return pictures, ana.crowd.state.shared


def test_the_picture_lies_where_it_is_said_to_and_the_link_is_on_the_clipboard(stage: Stage, tmp_path: Path) -> None:
    clipboard = Clipboard()
    pictures, said = _shown(stage, tmp_path, clipboard)
    (file,) = pictures.iterdir()
    assert said == beside_copy.HALF_LIES.format(place=file)
    assert file.name == "kith-day-1.jpg"
    (link,) = clipboard.held
    assert link.startswith("http://kith.test/g/")


def test_my_photo_is_on_the_left_and_the_right_half_is_empty(stage: Stage, tmp_path: Path) -> None:
    pictures, _ = _shown(stage, tmp_path, Clipboard())
    with Image.open(next(pictures.iterdir())) as picture:
        assert (picture.size, picture.getexif()) == (SIZE, {})
        left, right = _mean(picture, (120, 400, 480, 900)), _mean(picture, (620, 500, 1000, 900))
    assert left[2] > 150 > left[0]
    assert min(right) > 230


def test_a_file_of_somebodys_own_is_never_written_over(tmp_path: Path) -> None:
    picture, folder = tmp_path / "half.jpg", tmp_path / "pictures"
    folder.mkdir()
    picture.write_bytes(b"new")
    (folder / "half.jpg").write_bytes(b"mine")
    assert DesktopShare(str, folder=folder).share(picture, "") == str(folder / "half-2.jpg")
    assert (folder / "half.jpg").read_bytes() == b"mine"


def test_a_phone_that_cannot_share_offers_only_the_link(stage: Stage) -> None:
    habit = stage.habit(kept=2, crowd=False)
    stage.server.world.post(habit, TODAY, photo=b"today")
    ana = stage.synced(stage.ana)
    ana.crowd.show_guest()
    assert not ana.crowd.state.can_share


def test_a_photo_whose_bytes_are_not_here_is_not_shared(stage: Stage, tmp_path: Path) -> None:
    habit = stage.habit(kept=2, crowd=False)
    ana = stage.phone_of(stage.ana, share=DesktopShare(str, folder=tmp_path / "pictures"))
    ana.engine.run_once()
    stage.server.world.post(habit, TODAY, photo=b"today")
    ana.crowd.show_guest()
    ana.crowd.share_half()
    assert ana.crowd.state.shared == copy.PHOTO_FIRST
    assert not (tmp_path / "pictures").exists()


# Clips
@pytest.mark.parametrize(
    ("count", "most", "places"),
    [(1, 12, [0]), (3, 12, [0, 1, 2]), (12, 12, list(range(12))), (40, 4, [0, 10, 20, 30]), (13, 3, [0, 4, 8])],
)
def test_pictures_are_taken_evenly(count: int, most: int, places: list[int]) -> None:
    assert spread(count, most) == places


@pytest.mark.parametrize("kind", ["gif", "webp"])
def test_a_moving_picture_becomes_clean_stills_in_order(tmp_path: Path, kind: str) -> None:
    stills = [Image.new("RGB", (1600, 20), (6 * n, 0, 0)) for n in range(40)]
    moving = tmp_path / f"row.{kind}"
    stills[0].save(moving, save_all=True, append_images=stills[1:], duration=50)
    count = prepare_clip(moving, lambda n: tmp_path / f"{n}.jpg")
    reds = []
    for n in range(count):
        with Image.open(tmp_path / f"{n}.jpg") as still:
            assert (still.format, still.size) == ("JPEG", (1280, 16))
            reds.append(still.getpixel((600, 8))[0])  # type: ignore[index]
    assert count == 12
    assert reds == sorted(reds)
    assert reds[-1] > 200


def test_a_clip_cut_off_in_the_middle_leaves_nothing_behind(tmp_path: Path) -> None:
    stills = [Image.effect_noise((80, 80), 60).convert("RGB") for _ in range(12)]
    moving = tmp_path / "row.webp"
    stills[0].save(moving, save_all=True, append_images=stills[1:], duration=50)
    moving.write_bytes(moving.read_bytes()[: moving.stat().st_size // 2])
    with pytest.raises(Refused):
        prepare_clip(moving, lambda n: tmp_path / f"{n}.jpg")
    assert list(tmp_path.glob("*.jpg")) == []


@pytest.mark.parametrize("videos", [None, DesktopClips()])
def test_a_desktop_names_the_video_it_cannot_read(tmp_path: Path, videos: DesktopClips | None) -> None:
    video = tmp_path / "row.MOV"
    video.write_bytes(b"\0\0\0 ftypqt  ")
    with pytest.raises(Refused) as refused:
        prepare_clip(video, lambda n: tmp_path / f"{n}.jpg", videos=videos)
    assert (refused.value.code, refused.value.detail) == (Code.PHOTO_UNSUPPORTED, "MOV")


@dataclass
class Decoder:
    """A phone that can take a video apart."""

    def read(self, _video: Path, most: int, folder: Path) -> list[Path]:
        paths = [folder / f"{n}.png" for n in range(most)]
        for path in paths:
            Image.new("RGB", (40, 60), "green").save(path)
        return paths


def test_where_videos_can_be_read_they_become_stills_too(tmp_path: Path) -> None:
    video = tmp_path / "row.mp4"
    video.write_bytes(b"a film")
    assert prepare_clip(video, lambda n: tmp_path / f"{n}.jpg", videos=Decoder()) == 12
    with Image.open(tmp_path / "11.jpg") as still:
        assert (still.format, still.size) == ("JPEG", (40, 60))
