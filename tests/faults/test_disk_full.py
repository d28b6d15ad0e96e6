"""No room for a photo: the phone is asked to wait, nothing stays half written, and with room again it arrives."""

import os
import resource
import subprocess
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from django.conf import settings
from PIL import Image

from server.media.models import Photo
from tests.faults.afterwards import assert_nothing_lost_or_doubled, photo_files
from tests.faults.conftest import Undisturbed
from tests.faults.stage import Stage
from tests.journeys.story import REMINDED, post

STEP = 64 * 1024
FITS_SURELY = 10 * 1024 * 1024
"""Bytes."""


def _sends_photo(stage: Stage) -> bool:
    """Ana posts with a photo. Whether it was taken; if not, whether it was refused as it should be."""
    stage.until(REMINDED)
    stage.ana.sync()
    stage.ana.post_picture(Image.effect_noise((640, 800), 60).convert("RGB"), "Ten slow minutes.")
    stage.ana.core.engine.run_once()
    statuses = {status for _, path, status in stage.network.heard if path.startswith("/api/v1/photos/")}
    if statuses == {200}:
        return True
    assert statuses == {503}
    assert stage.ana.unsent
    assert Photo.objects.count() == 0
    assert photo_files() == set()
    return False


def test_no_file_may_be_that_long(stage: Stage, undisturbed: Undisturbed) -> None:
    told = undisturbed[post]
    with stage.at(told.begins):
        web, unbounded = stage.server.pid("web"), resource.RLIM_INFINITY
        resource.prlimit(web, resource.RLIMIT_FSIZE, (1_000, unbounded))
        assert not _sends_photo(stage)
        resource.prlimit(web, resource.RLIMIT_FSIZE, (unbounded, unbounded))
        stage.ana.sync()
        assert_nothing_lost_or_doubled(stage, like=told.world, said=told.said)


@pytest.fixture
def tiny_disk() -> Iterator[Path]:
    """The private folder, to be mounted as a disk of its own."""
    if os.geteuid() != 0:
        pytest.skip("only root may mount a disk; the bound on a file's length is tested all the same")
    folder = Path(settings.PHOTO_ROOT)
    yield folder
    subprocess.run(["umount", folder], check=False, capture_output=True)


def test_a_disk_with_less_room_than_a_photo_needs(stage: Stage, undisturbed: Undisturbed, tiny_disk: Path) -> None:
    """With each step the disk is full one step later: in the upload, in the large picture, in the small one."""
    told = undisturbed[post]
    for steps in count(1):
        with stage.at(told.begins):
            tiny_disk.mkdir(parents=True, exist_ok=True)
            subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={steps * STEP}", "tmpfs", tiny_disk], check=True)
            fitted = _sends_photo(stage)
            if not fitted:
                subprocess.run(["mount", "-o", f"remount,size={FITS_SURELY}", tiny_disk], check=True)
                stage.ana.sync()
            stage.ana.sync()
            assert_nothing_lost_or_doubled(stage, like=told.world, said=told.said)
        subprocess.run(["umount", tiny_disk], check=True)
        if fitted:
            break
    assert steps > 3
