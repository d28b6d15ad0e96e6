"""What the costliest animals cost, and that a decoder which asks for more is ended and not waited for."""

import tempfile

import pytest

from server.media.apart import Bounds, examine
from server.media.renderings import Verdict
from shared import limits
from shared.codes import Code, Refused
from tests.server import images
from tests.server.media.zoo.animal import READY, Animal
from tests.server.media.zoo.bombs import scans
from tests.server.media.zoo.herd import COSTLY
from tests.server.media.zoo.parts import png

SECONDS, MEGABYTES = 4, 150
"""What an animal of a few kilobytes may cost: a quarter of what a photo may, and for most a hundred times too much."""
WIDE = Bounds()
TIGHT = Bounds(seconds=1, megabytes=limits.PHOTO_MEGABYTES_MAX)
NARROW = Bounds(seconds=limits.PHOTO_SECONDS_MAX, megabytes=110)


def verdict(content: bytes, bounds: Bounds = WIDE) -> Verdict:
    with tempfile.TemporaryFile() as file:
        file.write(content)
        file.seek(0)
        return examine(file, bounds)


def words(found: Verdict) -> str:
    assert isinstance(found.outcome, Refused)
    assert found.outcome.code == Code.PHOTO_UNSUPPORTED
    return found.outcome.detail


@pytest.mark.parametrize("animal", COSTLY, ids=str)
def test_bombs_and_films_cost_little(animal: Animal) -> None:
    found = verdict(animal.make())
    fate = str(found.outcome.code) if isinstance(found.outcome, Refused) else READY
    assert fate in animal.fates
    assert "takes too" not in str(found.outcome), "stopped at its bounds"
    assert found.seconds < SECONDS
    assert found.megabytes < MEGABYTES


def test_who_takes_too_long_is_ended() -> None:
    assert words(verdict(scans(400, (4000, 3000)), TIGHT)) == "This photo takes too long to read."


def test_who_takes_too_much_memory_is_refused() -> None:
    assert words(verdict(images.png_bomb(6000, 6000), NARROW)) == "This photo takes too much memory to read."


def test_the_costliest_honest_photo_fits() -> None:
    found = verdict(png(size=(1, limits.PHOTO_PIXELS_MAX)))
    assert found.rendering().height == 1080


def test_the_largest_webp_fits() -> None:
    found = verdict(images.encoded("WEBP", (5000, 5000), method=0))
    assert found.rendering().width == 1080
    assert found.megabytes < 450
