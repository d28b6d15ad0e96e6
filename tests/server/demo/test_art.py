"""The demonstration's pictures: the same arguments give the same picture, and days tell a story."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageStat

from server.demo.art import SUBJECTS, draw_photo

SMALL = (108, 135)
HOUSE = Path(__file__).resolve().parents[3]


def run_python(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a fresh Python in the house, with its own hash seed."""
    environment = {**os.environ, "PYTHONPATH": str(HOUSE), "PYTHONHASHSEED": "random"}
    return subprocess.run(
        [sys.executable, *arguments], cwd=HOUSE, env=environment, capture_output=True, text=True, timeout=60, check=True
    )


def strength_of_difference(one: Image.Image, other: Image.Image) -> float:
    """Return the mean difference per channel in levels of 255, seen from so far that the grain melts away."""
    far = [photo.resize((27, 34), Image.Resampling.BOX) for photo in (one, other)]
    return sum(ImageStat.Stat(ImageChops.difference(*far)).mean) / 3


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_photo_is_the_same_every_time(subject: str) -> None:
    assert draw_photo(subject, 9, size=SMALL).tobytes() == draw_photo(subject, 9, size=SMALL).tobytes()


def test_a_photo_is_the_same_in_another_process() -> None:
    code = (
        "import hashlib; from server.demo.art import *;"
        "print(*(hashlib.sha256(draw_photo(s, 23, size=(108, 135)).tobytes()).hexdigest() for s in SUBJECTS))"
    )
    assert run_python("-c", code).stdout == run_python("-c", code).stdout


def test_a_photo_is_portrait_and_in_colour_unless_told() -> None:
    photo = draw_photo("morning_run", 1)
    assert (photo.size, photo.mode) == ((1080, 1350), "RGB")


@settings(max_examples=25, deadline=None)
@given(
    subject=st.sampled_from(SUBJECTS),
    day=st.integers(1, 4000),
    size=st.tuples(st.integers(1, 200), st.integers(1, 200)),
)
def test_any_day_fits_any_frame(subject: str, day: int, size: tuple[int, int]) -> None:
    photo = draw_photo(subject, day, size=size)
    assert (photo.size, photo.mode) == (size, "RGB")


@pytest.mark.parametrize("subject", SUBJECTS)
def test_no_two_of_the_first_thirty_days_look_alike(subject: str) -> None:
    photos = [draw_photo(subject, day, size=SMALL) for day in range(1, 31)]
    closest = min(
        strength_of_difference(one, other) for place, one in enumerate(photos) for other in photos[place + 1 :]
    )
    assert closest > 0.6  # two grains over one grey sheet differ by 0.4


@pytest.mark.parametrize("subject", SUBJECTS)
def test_day_one_is_greyer_than_any_later_day(subject: str) -> None:
    colour = [
        ImageStat.Stat(draw_photo(subject, day, size=SMALL).convert("HSV")).mean[1] for day in (1, 3, 4, 5, 7, 20, 30)
    ]
    assert colour[0] < min(colour[1:])


@pytest.mark.parametrize(
    ("subject", "day", "size", "complaint"),
    [
        ("juggling", 1, SMALL, "unknown subject 'juggling'; one of: morning_run"),
        ("water", 0, SMALL, "day must be 1 or later, not 0"),
        ("water", 1, (0, 135), "size must be at least one pixel each way"),
    ],
)
def test_what_cannot_be_drawn_is_refused(subject: str, day: int, size: tuple[int, int], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        draw_photo(subject, day, size=size)


def test_the_brushes_need_no_numpy() -> None:
    code = "import sys; from server.demo.art import *; draw_photo('water', 2); print('numpy' in sys.modules)"
    assert run_python("-c", code).stdout.strip() == "False"


def test_samples_are_written_from_the_command_line(tmp_path: Path) -> None:
    run_python("-m", "server.demo.art", "--out", str(tmp_path / "new"), "--subject", "guitar", "--days", "1", "8")
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == ["guitar_01.jpg", "guitar_08.jpg"]
    with Image.open(tmp_path / "new" / "guitar_08.jpg") as photo:
        assert photo.size == (1080, 1350)
