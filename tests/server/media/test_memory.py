"""How much memory a photo may cost, as the process that decodes it counts it."""

from pathlib import Path

import pytest

from server.media.apart import examine
from shared.codes import Refused
from tests.server import images

pytestmark = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="reads Linux's own account of memory")


def measured(folder: Path, content: bytes) -> tuple[str, int]:
    """What became of a photo, and how many MB the process grew at most."""
    path = folder / "photo"
    path.write_bytes(content)
    with path.open("rb") as file:
        verdict = examine(file)
    return str(verdict.outcome.code) if isinstance(verdict.outcome, Refused) else "ready", verdict.megabytes


def test_a_bomb_costs_nothing(tmp_path: Path) -> None:
    content = images.png_bomb(10_000, 10_000)
    assert len(content) < 1024 * 1024
    assert measured(tmp_path, content) == ("photo_too_many_pixels", pytest.approx(0, abs=20))


def test_a_large_jpeg_is_never_decoded_whole(tmp_path: Path) -> None:
    content = images.jpeg((8000, 6000), quality=60)
    code, megabytes = measured(tmp_path, content)
    assert code == "ready"
    assert megabytes < 100, "48 megapixels decoded whole are 192 MB"


def test_the_largest_png_stays_within_four_bytes_a_pixel(tmp_path: Path) -> None:
    code, megabytes = measured(tmp_path, images.png_bomb(8000, 6000))
    assert code == "ready"
    assert megabytes < 260
