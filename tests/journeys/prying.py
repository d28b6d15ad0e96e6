"""Somebody who tries every call the schema names, with everything they could know, and writes down what they hear.

A call still to be written is tried as soon as the schema names it: what stands in its address is looked for among the
owner's rows, by the name of the place.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache, partial
from itertools import islice
from typing import Any

import yaml
from django.apps import apps
from django.db import connection, transaction
from django.db.models import Model, Q

from server.people.models import Person
from shared import clock, ids
from tests.server import world
from tests.server.access.checks import snapshot
from tests.server.access.village import PICTURE
from tests.server.cast import Door
from tests.server.project.calls import FRIEND, GOOD, PREFIX, SCHEMA, SOMETHING

NAMELESS = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[\w-]{22,}")
"""Ids, tokens and digests: no two worlds share them, so each is called by when it was first heard of."""
COUNTED = {"kernel_changecounter", "kernel_allowance"}
"""What goes up when somebody's act is told to the owner, as it may be."""
THEIRS = {("accept_invite", "people_invite"), ("save_circle", "people_circlemember")}
"""What a call changes that names the owner and is theirs to change: a link sent to them, a circle of their own."""
Heard = tuple[str, int, list[tuple[str, str]], str, int]
"""A call, its status, headers and words, and how often the database was asked for them: so long it took."""


@dataclass(frozen=True, slots=True)
class Try:
    """One call: `name` says which, `fill` what stands in its places and its body."""

    operation: str
    method: str
    path: str
    said: Mapping[str, Any] | None

    @property
    def reads(self) -> bool:
        return self.method == "get"


@dataclass
class Secrets:
    """What a prier could have learned of Ana's: ids of everything that is hers, dates, a link she sent."""

    ana: Person
    others: list[Person]
    habit: str
    token: str

    def at(self, place: str, schema: Mapping[str, Any]) -> list[str]:
        """What to put where an address names this. As many in every world: nobody's id where there is nothing."""
        today = clock.now().date()
        days = [today - timedelta(days=1), today]
        known = {
            "habit_id": [self.habit], "token": [self.token], "date": [str(day) for day in days],
            "person_id": [str(one.id) for one in (self.ana, *self.others)],
            "miss_id": [str(ids.miss_id(ids.UUID(self.habit), day)) for day in days],
        }  # fmt: skip
        if place in known:
            return known[place]
        return self._newest(place.removesuffix("_id")) or [str(one) for one in schema.get("enum", ["1"])]

    def _newest(self, noun: str) -> list[str]:
        named = [one for one in apps.get_models() if one.__name__.lower().endswith(noun.replace("_", ""))]
        return [self._newest_of(model) for model in named]

    def _newest_of(self, model: type[Model]) -> str:
        ties = [one.name for one in model._meta.concrete_fields if one.related_model is Person]
        hers = Q(*[(name, self.ana) for name in ties], _connector=Q.OR)
        found = model._base_manager.filter(hers).order_by("pk").last()
        return str(found.pk) if found else SOMETHING["uuid"]


@dataclass
class Prier:
    """`photo` is a picture of their own, `heard` all they were told, in order."""

    name: str
    door: Door
    person: Person | None
    photo: str = field(default_factory=lambda: str(ids.uuid7()))
    heard: list[Heard] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    tags: dict[str, str] = field(default_factory=dict)
    wrongs: list[str] = field(default_factory=list)
    """Rows of the owner's alone that a call of theirs changed."""

    def pry(self, secrets: Secrets, *, thoroughly: bool) -> None:
        """Every call there is; `thoroughly` with all they could know, and looking at the rows after each that is done.

        What is answered as done is taken back, so that tomorrow begins from the same place.
        """
        before = self._owners(secrets)
        for one in tries(secrets, self.photo, turns=None if thoroughly else 1):
            look = partial(self._look_for_changes, one.operation, before, secrets)
            self.hear(one, look if thoroughly else None)
        self._look_for_changes("reading and what was refused", before, secrets)

    def hear(self, one: Try, then: Callable[[], None] | None = None) -> None:
        """Try this, `then` look what came of it, and take it back."""
        with nullcontext() if one.reads else transaction.atomic():
            self.do(one)
            if not one.reads and self.heard[-1][1] < 400:
                if then:
                    then()
                # A picture of their own may stay: decoding it anew every day would only take its time.
                transaction.set_rollback(one.operation != "send_photo")

    def do(self, one: Try) -> None:
        """Try this, and let it be done."""
        self._hear(one, self._call(one))

    def _call(self, one: Try) -> Any:
        if one.operation == "send_photo":
            return self._counted(lambda: world.put_photo(self.door, PICTURE, one.path.rpartition("/")[2]))
        said = {} if one.said is None else {"json": one.said}
        known = {"If_None_Match": self.tags[one.operation]} if one.reads and one.operation in self.tags else {}
        return self._counted(lambda: getattr(self.door, one.method)(one.path, **said, **known))

    def _counted(self, call: Any) -> tuple[Any, int]:
        asked = 0

        def count(execute: Any, *arguments: Any) -> Any:
            nonlocal asked
            asked += 1
            return execute(*arguments)

        with connection.execute_wrapper(count):
            answer = call()
        return answer, asked

    def _hear(self, one: Try, told: tuple[Any, int]) -> None:
        answer, asked = told
        content = answer.getvalue() if answer.streaming else answer.content
        headers = sorted((name, self.plain(value)) for name, value in answer.headers.items() if name != "X-Request-ID")
        self.heard.append(
            (one.operation, answer.status_code, headers, self.plain(content.decode(errors="replace")), asked)
        )
        if "ETag" in answer.headers:
            self.tags[one.operation] = answer.headers["ETag"]

    def plain(self, words: str) -> str:
        return NAMELESS.sub(lambda found: self.names.setdefault(found[0], f"<{len(self.names)}>"), words)

    def _owners(self, secrets: Secrets) -> set[str]:
        """Every row that names Ana or what is hers, and not this person."""
        hers = (str(secrets.ana.id), secrets.habit)
        mine = str(self.person.id) if self.person else "nobody"
        return {
            f"{table}: {row}"
            for table, rows in snapshot().items() if table not in COUNTED
            for row in rows if mine not in row and any(one in row for one in hers)
        }  # fmt: skip

    def _look_for_changes(self, what: str, before: set[str], secrets: Secrets) -> None:
        changed = before ^ self._owners(secrets)
        self.wrongs += [f"{self.name} by {what}: {row}" for row in changed if (what, row.split(":")[0]) not in THEIRS]


def tries(secrets: Secrets, photo: str, turns: int | None) -> Iterator[Try]:
    """Every operation, each in so many turns of what could stand in its address; with its query once more."""
    for path, operations in _paths().items():
        for method, operation in operations.items():
            name = operation["operationId"]
            for filled in islice(_addresses(path.removeprefix(PREFIX), operation, secrets), turns):
                yield Try(name, method, filled, _body(name, secrets, photo))
                if query := _query(operation):
                    yield Try(f"{name}?", method, f"{filled}?{query}", _body(name, secrets, photo))


@cache
def _paths() -> Mapping[str, Any]:
    return dict(yaml.safe_load(SCHEMA.read_text())["paths"])


def _addresses(path: str, operation: Mapping[str, Any], secrets: Secrets) -> Iterator[str]:
    """Filled with the first of what is known, with the second, and so on: yesterday and Ana, today and Ben."""
    places = [one for one in operation.get("parameters", []) if one["in"] == "path"]
    known = {one["name"]: secrets.at(one["name"], one["schema"]) for one in places}
    for turn in range(max(map(len, known.values()), default=1)):
        filled = path
        for name, values in known.items():
            filled = filled.replace("{" + name + "}", values[turn % len(values)])
        yield filled


def _query(operation: Mapping[str, Any]) -> str:
    now = clock.now()
    values = {"integer": "0", "date": str(now.date()), "date-time": now.strftime("%Y-%m-%dT%H:%M:%SZ")}
    asked = [one for one in operation.get("parameters", []) if one["in"] == "query"]
    kinds = {one["name"]: one["schema"].get("format", one["schema"]["type"]) for one in asked}
    return "&".join(f"{name}={values[kind]}" for name, kind in kinds.items() if kind in values)


def _body(operation: str, secrets: Secrets, photo: str) -> Mapping[str, Any] | None:
    if operation not in GOOD:
        return None
    said = (
        json.dumps(GOOD[operation]).replace(FRIEND, str(secrets.ana.id)).replace("2026-03-02", str(clock.now().date()))
    )
    said = re.sub(r'("photos?": \[?)"[0-9a-f-]+"', rf'\1"{photo}"', said)
    body: Mapping[str, Any] = json.loads(said.replace(SOMETHING["uuid"], secrets.habit))
    return body
