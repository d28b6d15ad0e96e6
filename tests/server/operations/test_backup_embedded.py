"""The embedded Kith, which has one file for a database: backed up by another process while it is written to."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.arch.sources import ROOT
from tests.server.operations.places import manage

WRITER = Path(__file__).with_name("embedded_writer.py")
POSTS = 5


@pytest.fixture
def place(tmp_path: Path) -> dict[str, str]:
    """An embedded Kith with its tables."""
    folder = tmp_path / "embedded"
    folder.mkdir()
    here = os.environ | {"KITH_DATA_DIR": str(folder), "DATABASE_URL": "", "REDIS_URL": "", "PYTHONPATH": str(ROOT)}
    migrated = manage("migrate", "--verbosity", 0, place=here)
    assert migrated.returncode == 0, migrated.stderr
    return here


@pytest.fixture
def writing(place: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    """Another process that posts photos without end and says the name of each when it is kept."""
    with subprocess.Popen([sys.executable, WRITER], cwd=ROOT, env=place, stdout=subprocess.PIPE, text=True) as writer:
        try:
            yield writer
        finally:
            writer.kill()


def posted(writer: subprocess.Popen[str], count: int) -> list[str]:
    assert writer.stdout is not None
    names = [writer.stdout.readline().strip() for _ in range(count)]
    assert all(names), "the writer ended by itself"
    return names


def test_it_is_backed_up_and_restored_while_somebody_posts(
    tmp_path: Path, place: dict[str, str], writing: subprocess.Popen[str]
) -> None:
    before = posted(writing, POSTS)
    made = manage("backup", tmp_path / "backups", place=place)
    assert made.returncode == 0, made.stderr
    assert posted(writing, POSTS), "it was never kept from writing for long"
    (backup,) = (tmp_path / "backups").iterdir()
    held = {path.name for path in backup.glob("photos/*/*")}
    assert set(before) <= held, "what was kept before the backup began is in it"
    drilled = manage("drill", tmp_path / "backups", place=place)
    assert drilled.returncode == 0, drilled.stdout + drilled.stderr
