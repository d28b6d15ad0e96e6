"""The demo touches nothing that is not its own, and bears one server at a time."""

import sqlite3
from pathlib import Path

import pytest

from server.demo.database import DemoRefusedError, only_server, prepare


def test_a_new_database_is_claimed_and_known_again(tmp_path: Path) -> None:
    place = tmp_path / "kith.sqlite3"
    assert prepare(place)
    assert not prepare(place)


def test_somebody_elses_database_is_refused_and_left_as_it_was(tmp_path: Path) -> None:
    place = tmp_path / "kith.sqlite3"
    with sqlite3.connect(place) as database:
        database.execute("CREATE TABLE diary (words TEXT)")
    before = place.read_bytes()
    with pytest.raises(DemoRefusedError, match="not a database of Kith's demo"):
        prepare(place)
    assert place.read_bytes() == before


def test_a_file_that_is_no_database_is_refused_and_left_as_it_was(tmp_path: Path) -> None:
    place = tmp_path / "kith.sqlite3"
    place.write_bytes(b"holiday pictures, not a database" * 40)
    with pytest.raises(DemoRefusedError):
        prepare(place)
    assert place.read_bytes() == b"holiday pictures, not a database" * 40


def test_a_second_server_on_the_same_folder_is_refused(tmp_path: Path) -> None:
    with only_server(tmp_path), pytest.raises(DemoRefusedError, match="already running"), only_server(tmp_path):
        pass
    with only_server(tmp_path):
        pass
