"""The phone's file: migrations, transactions, the bell."""

import sqlite3
from pathlib import Path

import pytest

from mobile.store import cache, check_ins, kv
from mobile.store.database import Body, Store, migrate
from mobile.store.migrations import STEPS


def _tables(connection: sqlite3.Connection) -> set[str]:
    return {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def test_every_step_runs_once_and_in_order() -> None:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    migrate(connection, STEPS)
    migrate(connection, STEPS)
    assert connection.execute("PRAGMA user_version").fetchone()[0] == len(STEPS)
    assert {"outbox", "check_ins", "kv"} <= _tables(connection)


def test_an_older_file_keeps_its_rows_through_a_new_step() -> None:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    migrate(connection, STEPS)
    connection.execute("INSERT INTO kv VALUES ('seq', '7')")
    migrate(connection, (*STEPS, ("ALTER TABLE habits ADD COLUMN note TEXT",)))
    assert connection.execute("SELECT value FROM kv").fetchone()[0] == "7"
    assert connection.execute("PRAGMA user_version").fetchone()[0] == len(STEPS) + 1


def test_a_step_that_breaks_leaves_the_file_as_it_was() -> None:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    migrate(connection, STEPS)
    with pytest.raises(sqlite3.OperationalError):
        migrate(connection, (*STEPS, ("CREATE TABLE half (id TEXT)", "NOT SQL")))
    assert "half" not in _tables(connection)
    assert connection.execute("PRAGMA user_version").fetchone()[0] == len(STEPS)


def test_a_file_from_a_newer_app_is_refused() -> None:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    migrate(connection, (*STEPS, ("CREATE TABLE later (id TEXT)",)))
    with pytest.raises(RuntimeError, match="newer Kith"):
        migrate(connection, STEPS)


def test_a_transaction_is_kept_whole_or_not_at_all(tmp_path: Path) -> None:
    def break_off() -> None:
        with store.write() as db:
            kv.put(db, "one", "1")
            with store.write() as inner:
                kv.put(inner, "two", "2")
            raise ZeroDivisionError

    store = Store(tmp_path)
    with pytest.raises(ZeroDivisionError):
        break_off()
    store.close()
    with Store(tmp_path).read() as db:
        assert kv.get(db, "one") == kv.get(db, "two") == ""


def test_the_bell_rings_once_for_a_commit_and_never_for_a_failure(tmp_path: Path) -> None:
    store, rings = Store(tmp_path), []
    end = store.subscribe(lambda: rings.append("ring"))
    with store.write() as db:
        kv.put(db, "one", "1")
        with store.write() as inner:
            kv.put(inner, "two", "2")
    assert rings == ["ring"]
    with pytest.raises(ZeroDivisionError), store.write():
        raise ZeroDivisionError
    end()
    with store.write() as db:
        kv.put(db, "three", "3")
    assert rings == ["ring"]
    store.close()


def test_an_older_print_of_a_day_never_replaces_a_newer_one(tmp_path: Path) -> None:
    def printed(caption: str, updated_at: str) -> Body:
        return {"id": "c", "habit": "h", "date": "2026-11-23", "caption": caption, "updated_at": updated_at}

    store = Store(tmp_path)
    with store.write() as db:
        check_ins.save(db, printed("newer", "2026-11-23T12:00:00.500000Z"))
        check_ins.save(db, printed("older", "2026-11-23T12:00:00Z"))
        kept = check_ins.get(db, "h", "2026-11-23")
    assert kept is not None
    assert kept["caption"] == "newer"
    store.close()


def test_the_cache_lets_go_of_what_was_fetched_first(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for key in ("one", "two", "three"):
        cache.add(store, key, b"12345678", bytes_max=20)
    assert [cache.has(store, key) for key in ("one", "two", "three")] == [False, True, True]
    store.close()
