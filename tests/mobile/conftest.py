from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from tests.mobile.stage import Stage, staged


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    with staged(tmp_path) as stage:
        yield stage


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "run.jpg"
    Image.new("RGB", (60, 80), "orange").save(path)
    return path
