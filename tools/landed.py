"""Writes what a version of Kith left behind, for the upgrade tests: `python -m tools.landed COMMIT NAME`.

The version's own code, in a worktree of its own, fills a PostgreSQL and an SQLite database with the same small story;
both are written as SQL into tests/upgrade, beside what its API said at the end.
"""

import json
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tests.services import Services

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "tests" / "upgrade"
STORY = FOLDER / "story.py"
SECRET = "only-for-the-upgrade-tests-which-sign-in-with-old-tokens"


@contextmanager
def worktree(commit: str) -> Iterator[Path]:
    """The repository as it was."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "then")
        subprocess.run(["git", "worktree", "add", "--detach", str(place), commit], cwd=ROOT, check=True)
        try:
            yield place
        finally:
            subprocess.run(["git", "worktree", "remove", "--force", str(place)], cwd=ROOT, check=True)


def lived(place: Path, data: Path, database: str) -> str:
    """Play the story with that version's code; answers what its API said at the end."""
    data.mkdir()
    environment = {
        "PATH": os.environ["PATH"], "PYTHONPATH": str(place), "KITH_DATA_DIR": str(data), "DATABASE_URL": database,
        "SECRET_KEY": SECRET,
    }  # fmt: skip
    played = subprocess.run(
        [sys.executable, str(STORY)], cwd=place, env=environment, check=True, stdout=subprocess.PIPE, text=True
    )
    return played.stdout


def postgres_dump(database: str) -> str:
    dump = ["pg_dump", "--inserts", "--rows-per-insert=200", "--no-owner", "--no-privileges", database]
    text = subprocess.run(dump, check=True, capture_output=True, text=True).stdout
    kept = [line for line in text.splitlines() if line and not line.startswith(("--", "\\"))]
    return "\n".join(kept) + "\n"


def main(commit: str, name: str) -> None:
    services = Services()
    database, _ = services.start()
    try:
        with worktree(commit) as place, tempfile.TemporaryDirectory() as data:
            told = lived(place, Path(data, "postgres"), database)
            (FOLDER / f"{name}.postgresql.sql").write_text(postgres_dump(database))
            (FOLDER / f"{name}.postgresql.json").write_text(told)
            told = lived(place, Path(data, "sqlite"), "")
            with closing(sqlite3.connect(Path(data, "sqlite", "kith.sqlite3"))) as file:
                (FOLDER / f"{name}.sqlite.sql").write_text("\n".join(file.iterdump()) + "\n")
            (FOLDER / f"{name}.sqlite.json").write_text(told)
    finally:
        services.stop()
    print(f"{commit} as {name}: {json.loads(told)['at']}")


if __name__ == "__main__":
    main(*sys.argv[1:])
