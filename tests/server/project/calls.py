"""Every call the committed schema names, with something to fill its path and a good body to spoil."""

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml

SCHEMA = Path(__file__).resolve().parents[3] / "schema.yml"
PREFIX = "/api/v1"
SOMETHING = {
    "uuid": "01890000-0000-7000-8000-000000000000",
    "date": "2026-03-02",
    "integer": "1",
    "string": "x",
}


FRIEND = "01890000-0000-7000-8000-00000000000b"
"""Stands for somebody; a test that has a friend puts their id in its place."""

GOOD: dict[str, Any] = {
    "save_habit": {
        "title": "Run", "icon": "run", "starts_on": "2026-03-02", "sensitive": False, "reminders": [480, 1200],
        "beside_allowed": False,
        "schedule": {"frequency": "per_week", "times": 3, "measure": "at_least", "target": "5.0", "unit": "km"},
    },
    "change_habit": {
        "title": "Walk", "icon": "walk", "sensitive": True, "reminders": [0], "beside_allowed": True,
        "schedule": {"frequency": "weekdays", "weekdays": [0, 2, 4], "measure": "tick"},
    },
    "post_check_in": {
        "sent_at": "2026-03-02T09:00:00Z", "captured_at": "2026-03-02T08:59:00Z", "zone": "Europe/Berlin",
        "caption": "Easy", "amount": "5.5", "source": "camera", "photos": ["01890000-0000-7000-8000-000000000001"],
    },
    "edit_check_in": {
        "sent_at": "2026-03-02T09:00:00Z", "captured_at": "2026-03-02T08:59:30Z", "caption": "Hard", "amount": "6",
    },
    "react_to_day": {"kind": "proud"},
    "answer_with_face": {"photo": SOMETHING["uuid"]},
    "keep_distance": {"muted": True, "restricted": False},
    "nudge": {"preset": "with_you", "photo": SOMETHING["uuid"]},
    "let_write": {"allowed": True},
    "write_comment": {"text": "You made it"},
    "answer_seat": {"answer": "accept", "keeps_letter": True},
    "answer_arrival": {"answer": "yes"},
    "accept_terms": {"version": 1},
    "offer_seat": {"role": "witness"},
    "change_me": {
        "name": "Ana", "avatar": "a1", "grace_minutes": 300, "quiet_from": 0, "quiet_to": 60, "rounds_minute": 1140,
        "looks_quietly": True, "nudges_a_day": 2, "told_of_beside": True, "language": "de",
        "comes_first": ["waiting", "close"],
    },
    "move_clock": {"zone": "Asia/Tokyo", "day_start": 60, "at": "2026-03-02T08:00:00Z"},
    "answer_miss": {"kind": "cheer", "preset": "hug", "words": "See you", "photo": SOMETHING["uuid"]},
    "file_report": {
        "subject": "person", "subject_id": FRIEND, "reason": "harm", "note": "Rude",
    },
    "leave_kith": {"leave": True},
    "write_blue_letter": {"text": "You wanted this"},
    "write_gold_letter": {"text": "You made it"},
    "answer_letter": {"choice": "open"},
    "have_a_hard_time": {"friend": FRIEND},
    "save_circle": {"name": "Gym", "members": [FRIEND]},
    "renew_season": {"witnesses": [FRIEND], "gallery": [], "circles": [],
                     "schedule": {"frequency": "per_week", "times": 3}},
    "change_season": {"choice": "in_earnest"},
    "put_anchor": {"kind": "check_in", "habit": SOMETHING["uuid"], "date": SOMETHING["date"]},
    "start_beside": {"habit": SOMETHING["uuid"], "date": SOMETHING["date"], "starts_on": SOMETHING["date"]},
    "make_challenge": {
        "kind": "goal", "title": "Walk", "icon": "walk", "starts_on": "2026-03-02", "ends_on": "2026-03-29",
        "weekdays": [0, 1, 2], "unit": "km", "goal": "500", "reward": "Cake", "open_to_fork": False,
        "habit": "01890000-0000-7000-8000-000000000002", "own_target": "5",
    },
    "edit_challenge": {"title": "Run", "icon": "run", "ends_on": "2026-04-05", "reward": "", "open_to_fork": True},
    "set_group_coins": {"on": False},
    "set_my_coins": {"on": True},
    "give_coins": {"person": FRIEND, "coins": 2},
    "save_offer": {"title": "Soup", "price": 4},
    "fork_challenge": {"starts_on": "2026-03-02", "habit": SOMETHING["uuid"]},
    "join_challenge": {"habit": SOMETHING["uuid"]},
    "join_challenge_by_link": {"habit": SOMETHING["uuid"]},
    "save_rest": {"habit": SOMETHING["uuid"], "first": "2026-03-02", "last": "2026-03-05"},
}  # fmt: skip
WRONG: list[Any] = [
    None, True, -1, 10**30, 1.5, "", "x", "x" * 10_000, "a\u0000b", "\ud800", "NaN", "1e400",
    [], [None], [1] * 1000, {}, {"x": 1}, "0001-01-01", "9999-12-31", "2026-02-30",
    "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2026-03-02T09:00:00",
    "01890000-0000-7000-8000-0000000000ff",
]  # fmt: skip


def said_wrong(good: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The good body with one field after the other, inner ones included, left out or set to each of WRONG."""
    for path in _fields(good):
        for wrong in WRONG:
            yield _with(good, path, wrong)
        yield _with(good, path, ...)


def _fields(body: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    for name, value in body.items():
        yield (name,)
        if isinstance(value, dict):
            yield from ((name, *inner) for inner in _fields(value))


def _with(good: dict[str, Any], path: tuple[str, ...], value: Any) -> dict[str, Any]:
    body = deepcopy(good)
    inner = body
    for name in path[:-1]:
        inner = inner[name]
    if value is ...:
        del inner[path[-1]]
    else:
        inner[path[-1]] = value
    return body


def calls_with_a_body() -> set[str]:
    """The operations that read JSON."""
    operations = [one for path in yaml.safe_load(SCHEMA.read_text())["paths"].values() for one in path.values()]
    return {
        one["operationId"] for one in operations if "application/json" in one.get("requestBody", {}).get("content", {})
    }


def every_call() -> Iterator[Any]:
    """(method, path) of every operation, ids of nobody's and dates of the test's present filled in."""
    for path, operations in yaml.safe_load(SCHEMA.read_text())["paths"].items():
        for method, operation in operations.items():
            filled = _filled(path.removeprefix(PREFIX), operation)
            yield pytest.param(method, filled, id=operation["operationId"])


def _filled(path: str, operation: dict) -> str:
    for parameter in operation.get("parameters", []):
        if parameter["in"] == "path":
            schema = parameter["schema"]
            known = FRIEND if parameter["name"] == "person_id" else SOMETHING[schema.get("format", schema["type"])]
            value = schema.get("enum", [known])[0]
            path = path.replace("{" + parameter["name"] + "}", str(value))
    return path
