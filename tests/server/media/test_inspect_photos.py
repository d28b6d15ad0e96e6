"""`manage.py inspect_photos FOLDER`: somebody's own files through the pipeline, a line for each."""

import io
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from shared import limits
from tests.server import images


def told(folder: Path, **options: Any) -> list[str]:
    output = io.StringIO()
    try:
        call_command("inspect_photos", folder, stdout=output, **options)
    finally:
        lines = output.getvalue().splitlines()
    return lines


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "deeper").mkdir()
    (tmp_path / "a.txt").write_bytes(images.jpeg((2000, 1000)))
    (tmp_path / "b.jpg").write_bytes(b"hello")
    (tmp_path / "deeper" / "c.png").write_bytes(images.png_header(10_000, 10_000))
    (tmp_path / "d").write_bytes(bytes(limits.PHOTO_BYTES_MAX + 1))
    return tmp_path


def test_a_line_for_each_file_says_what_became_of_it_and_what_it_cost(corpus: Path) -> None:
    *lines, last = told(corpus)
    assert [line.split()[:2] for line in lines] == [
        ["ready", "1080x540"],
        ["refused", "photo_not_an_image"],
        ["refused", "photo_too_large"],
        ["refused", "photo_too_many_pixels"],
    ]
    assert [Path(line.split()[-1]).name for line in lines] == ["a.txt", "b.jpg", "d", "c.png"]
    seconds, second, megabytes, mb = lines[0].split()[2:6]
    assert (second, mb) == ("s", "MB")
    assert float(seconds) > 0
    assert int(megabytes) > 0
    assert last == "4 files: each ready or refused."


def test_nothing_is_stored(corpus: Path) -> None:
    before = set(Path(settings.PHOTO_ROOT).rglob("*"))
    told(corpus)
    assert set(Path(settings.PHOTO_ROOT).rglob("*")) == before


def test_the_bounds_can_be_narrower(corpus: Path) -> None:
    (corpus / "a.txt").write_bytes(images.png_bomb(6000, 6000))
    assert told(corpus, megabytes=110)[0].split()[:2] == ["refused", "photo_unsupported"]


def test_what_breaks_is_said_and_ends_with_one(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    # No file is known to break the pipeline; a bound that is no number does.
    with pytest.raises(CommandError, match=r"3 of 4 broke the pipeline\.") as ended:
        call_command("inspect_photos", corpus, megabytes="much")
    assert ended.value.returncode == 1
    assert capsys.readouterr().out.startswith("BROKEN ValueError: invalid literal for int()")


def test_an_empty_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="no file"):
        told(tmp_path)
