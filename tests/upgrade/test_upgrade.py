"""What an older Kith left behind is brought to this version: old people find everything, and the sweeps go on.

`python -m tools.landed COMMIT NAME` wrote the files here, with that version's own code.
"""

import json
import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg
import pytest

from tests.arch.sources import ROOT
from tools.landed import FOLDER, SECRET

LANDED = sorted(path.name.removesuffix(".postgresql.sql") for path in FOLDER.glob("*.postgresql.sql"))
HERE = "sqlite" if os.environ.get("KITH_TEST_DATABASE") == "sqlite" else "postgresql"
# What is set up once for this file takes long: one process runs all of it.
pytestmark = [pytest.mark.sqlite, pytest.mark.xdist_group("upgrade")]


@pytest.fixture(scope="module", params=LANDED)
def landed(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, dict[str, str]]]:
    """An old database in a place of its own: its name, and the environment of a process that runs on it."""
    folder = tmp_path_factory.mktemp("landed")
    text = (FOLDER / f"{request.param}.{HERE}.sql").read_text()
    place = os.environ | {"KITH_DATA_DIR": str(folder), "SECRET_KEY": SECRET, "PYTHONPATH": str(ROOT)}
    if HERE == "sqlite":
        with closing(sqlite3.connect(folder / "kith.sqlite3")) as database:
            database.executescript(text)
        yield request.param, place
        return
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        server.execute("CREATE DATABASE kith_landed")
        url = urlsplit(os.environ["DATABASE_URL"])._replace(path="/kith_landed").geturl()
        with psycopg.connect(url) as database:
            database.execute(text)
        yield request.param, place | {"DATABASE_URL": url}
        server.execute("DROP DATABASE kith_landed WITH (FORCE)")


@pytest.fixture(scope="module")
def afterwards(landed: tuple[str, dict[str, str]]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the API said before the upgrade, and what it says after it."""
    name, place = landed
    told = FOLDER / f"{name}.{HERE}.json"
    for command in (["manage.py", "migrate", "--verbosity", "0"], ["-m", "tests.upgrade.afterwards", str(told)]):
        run = subprocess.run(
            [sys.executable, *command], cwd=ROOT, env=place, capture_output=True, text=True, check=False
        )  # fmt: skip
        assert run.returncode == 0, run.stderr
    return json.loads(told.read_text()), json.loads(run.stdout.splitlines()[-1])


def test_old_people_find_today_and_their_days_as_they_were(afterwards) -> None:
    before, after = afterwards
    assert missing(before["today"], after["today"]) == []
    assert missing(before["calendar"], after["calendar"]) == []


def test_the_calendar_tells_the_whole_story(afterwards) -> None:
    """So that the comparison above compares something: kept days and a comeback are all in it."""
    before, _ = afterwards
    assert len(before["calendar"]["days"]) >= 14
    assert {"done", "forgiven"} <= set(re.findall(r'"state": "(\w+)"', json.dumps(before["calendar"])))


def test_the_sweeps_and_the_relay_go_on(afterwards) -> None:
    before, after = afterwards
    assert after["waiting"] == {"Fact": 0, "Delivery": 0, "Habit": 0}
    assert after["misses"] > 2, "the days after the upgrade were judged: nobody showed up"
    assert (after["unasked"], after["agreed"], after["posted"]) == (403, 200, 201), "old people are asked for a yes"
    assert after["later"] != before["calendar"]


def test_a_phone_and_a_friend_are_answered(afterwards) -> None:
    _, after = afterwards
    assert len(after["changes"]["check_ins"]) >= 12
    assert "cards" in after["rounds"]


def missing(old: Any, new: Any, path: str = "") -> list[str]:
    """Where what was said is not said the same any more. That more is said is no loss."""
    if isinstance(old, dict) and isinstance(new, dict):
        return [line for key, value in old.items() for line in missing(value, new.get(key, "nothing"), f"{path}.{key}")]
    if isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        return [line for n, value in enumerate(old) for line in missing(value, new[n], f"{path}[{n}]")]
    return [] if old == new else [f"{path}: {old!r} is now {new!r}"]


def test_the_old_files_are_small() -> None:
    assert LANDED
    assert sum(Path(path).stat().st_size for path in FOLDER.glob("*.sql")) < 300_000
