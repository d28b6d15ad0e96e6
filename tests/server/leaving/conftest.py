"""Folders of each test's own, and a disk with room."""

from pathlib import Path
from typing import Any

import pytest

from shared.clock import StoppedClock
from tests.server.circle import Circle, gather
from tests.server.leaving import life


@pytest.fixture(autouse=True)
def _own_folders(settings: Any, tmp_path: Path) -> None:
    settings.PHOTO_ROOT, settings.EXPORT_ROOT = tmp_path / "photos", tmp_path / "exports"
    settings.EXPORT_RESERVE = 0


@pytest.fixture
def circle(db: None, time: StoppedClock) -> Circle:
    return gather(time)


@pytest.fixture
def whole_life(db: None, time: StoppedClock) -> life.Life:
    return life.live(time)
