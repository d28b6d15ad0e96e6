"""Asking one cell of the matrix, and everything that can be wrong with the answer."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from django.apps import apps
from django.conf import settings
from django.db import connection, transaction

from shared import ids
from tests.server import world
from tests.server.access.roles import GROUPED, OWNER
from tests.server.access.rows import Row
from tests.server.access.village import EMPTY_DAY, PICTURE, Village

CODES = {401: "not_authenticated", 404: "not_found", 409: None, 422: None}
STAYS = ("date", "n", "frame", "frame_after", "number", "next_season", "large", "small", "now", "new")
"""Places that name no thing of anybody's."""
PLACE = re.compile(r"<\w+:(\w+)>")


def faults(row: Row, role: str, village: Village, before: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with this cell, in words. Whatever the call does is taken back."""
    with _taken_back():
        files = stored_files()
        answer = _call(row, role, village, village.places)
        changed = _changed_tables(before) + (["files"] if stored_files() != files else [])
    if answer.status_code != row.status(role):
        yield f"answers {answer.status_code}, not {row.status(role)}: {answer.content[:200]!r}"
        return
    if bool(changed) != row.changes(role):
        yield f"changes {changed or 'nothing'}"
    yield from _faults_of_refusal(row, role, village, answer)
    yield from _faults_of_words(row, role, village, answer)


def snapshot() -> dict[str, list[str]]:
    """Every row of every table there is, by table. No table is left out: reading keeps no books anywhere.

    One query of PostgreSQL's own for all, because it is asked after every call.
    """
    tables = sorted({model._meta.db_table for model in apps.get_models(include_auto_created=True)})
    query = " union all ".join(f"select '{table}', {table}::text from {table}" for table in tables)
    found: dict[str, list[str]] = {table: [] for table in tables}
    with connection.cursor() as cursor:
        cursor.execute(query)
        for table, row in cursor.fetchall():
            found[table].append(row)
    return {table: sorted(rows) for table, rows in found.items()}


def stored_files() -> set[tuple[str, int]]:
    """Photo files with the instant each was written."""
    return {(str(path), path.stat().st_mtime_ns) for path in Path(settings.PHOTO_ROOT).rglob("*") if path.is_file()}


def _changed_tables(before: Mapping[str, Any]) -> list[str]:
    return [label for label, rows in snapshot().items() if rows != before[label]]


@contextmanager
def _taken_back() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def _call(row: Row, role: str, village: Village, places: Mapping[str, str]) -> Any:
    path = "/" + PLACE.sub(lambda found: places[row.at.get(found[1], found[1])], row.route)
    if row.query:
        path += "?" + urlencode(_filled(row.query, places))
    door = village.doors[role]
    if row.uploads:
        return world.put_photo(door, PICTURE, photo_id=path.rpartition("/")[2])
    return getattr(door, row.method)(path, **({} if row.body is None else {"json": _filled(row.body, places)}))


def _filled(said: Mapping[str, Any], places: Mapping[str, str]) -> dict[str, Any]:
    return {
        name: places[value[1:]] if isinstance(value, str) and value.startswith("@") else value
        for name, value in said.items()
    }


def _nowhere(places: Mapping[str, str]) -> dict[str, str]:
    """The same places with names that nothing has."""
    return {name: value if name in STAYS else str(ids.uuid7()) for name, value in places.items()}


def _faults_of_refusal(row: Row, role: str, village: Village, answer: Any) -> Iterator[str]:
    if answer.status_code < 400:
        return
    code = CODES[answer.status_code]
    if answer["Content-Type"] != "application/problem+json" or (code and answer.json()["code"] != code):
        yield f"is refused with {answer['Content-Type']} {answer.content!r}"
    if answer.status_code == 404:
        with _taken_back():
            absent = _call(row, role, village, _nowhere(village.places))
        # What makes something under an id of the caller's choice is compared with its words only.
        if not row.makes and _everything(absent) != _everything(answer):
            yield f"looks unlike what does not exist: {_everything(answer)} and {_everything(absent)}"


def _everything(answer: Any) -> tuple[int, bytes, list[tuple[str, str]]]:
    """All but the number that every request is given anew."""
    headers = [(name, value) for name, value in answer.headers.items() if name != "X-Request-ID"]
    return answer.status_code, answer.content, sorted(headers)


def _faults_of_words(row: Row, role: str, village: Village, answer: Any) -> Iterator[str]:
    if not answer.get("Content-Type", "application/json").endswith("json"):
        if not _is_file(answer):
            yield "answers neither JSON nor a picture nor a package"
        return
    text = answer.content.decode()
    told = row.tells.get(role)
    if told and village.places[told] not in text:
        yield f"is not told {told}: {text[:300]}"
    for secret in sorted(_secrets(row, role, village)):
        if secret in text:
            yield f"is told {secret}: {text[:300]}"
    if row.method == "get" and answer.status_code == 200 and not _is_own(row, role):
        beyond = set(_paths(answer.json())) - (row.shown or frozenset())
        if beyond:
            yield f"is shown {sorted(beyond)}"


def _secrets(row: Row, role: str, village: Village) -> set[str]:
    hidden = village.hidden_from(role)
    if row.route.startswith("invites"):
        hidden -= village.owner_is()
    if row.route.startswith("challenge-links") or row.route.endswith("/membership"):
        hidden -= village.group_is()
    return hidden - ({str(EMPTY_DAY)} if _is_own(row, role) else set())


def _is_own(row: Row, role: str) -> bool:
    """Whoever is in a group keeps a promise of their own, and reads all of it."""
    return role == OWNER or (role in GROUPED and row.route in {"habits", "today", "changes"})


def _is_file(answer: Any) -> bool:
    if answer.streaming:
        return answer["Content-Type"] == "application/zip" and answer.getvalue().startswith(b"PK")
    return answer["Content-Type"] == "image/webp" and answer.content[8:12] == b"WEBP"


def _paths(printed: Any, outer: str = "") -> Iterator[str]:
    """Where each field stands: `items.habit.title`."""
    if isinstance(printed, list):
        for item in printed:
            yield from _paths(item, outer)
    elif isinstance(printed, dict):
        for name, value in printed.items():
            yield f"{outer}{name}"
            yield from _paths(value, f"{outer}{name}.")
