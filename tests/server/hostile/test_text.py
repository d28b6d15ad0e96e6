"""Every word somebody may send: what nobody can see is gone or refused, and the others read what is left."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from server.kernel.text import clean, one_line, shows
from shared import ids
from shared.clock import StoppedClock
from tests.server import world
from tests.server.circle import Circle, gather
from tests.server.project.calls import SCHEMA

EVIL = {
    "bidi override": ("safe\u202egnp.exe", "safegnp.exe"),
    "bidi isolate": ("\u2066a\u2069b", "ab"),
    "control": ("a\u0001\u0008\u001b[31mb", "a[31mb"),
    "delete and C1": ("a\u007f\u0085\u009bb", "ab"),
    "byte order mark": ("\ufeffab", "ab"),
    "family emoji": ("👩‍👩‍👧", "👩‍👩‍👧"),
    "right to left": ("שלום עולם", "שלום עולם"),
}
NOTHING = ("\u200b", "\u2060\u200d", "\u3164", "\u2800", "\u202e", "\n", "\t \u00a0")
Say = Callable[[Circle, str], Any]


def _say_name(circle: Circle, words: str) -> Any:
    return circle.ana.patch("/me", json={"name": words})


def _say_title(circle: Circle, words: str) -> Any:
    return circle.ana.patch(f"/habits/{circle.habit}", json={"title": words})


def _say_icon(circle: Circle, words: str) -> Any:
    return circle.ana.patch(f"/habits/{circle.habit}", json={"icon": words})


def _say_caption(circle: Circle, words: str) -> Any:
    return world.check_in(circle.ana, circle.habit, circle.today, caption=words)


def _say_note(circle: Circle, words: str) -> Any:
    said = {"subject": "person", "subject_id": str(circle.people["Ana"].id), "reason": "harm", "note": words}
    return circle.ben.put(f"/reports/{ids.uuid7()}", json=said)


def _say_zone(circle: Circle, words: str) -> Any:
    return circle.ana.put("/me/clock", json={"zone": words})


def _say_unit(circle: Circle, words: str) -> Any:
    schedule = {"frequency": "daily", "measure": "at_least", "target": "1", "unit": words}
    return circle.ana.patch(f"/habits/{circle.habit}", json={"schedule": schedule})


def _say_text(circle: Circle, words: str) -> Any:
    return circle.ben.put(f"/habits/{circle.habit}/gold-letter", json={"text": words})


def _say_reward(circle: Circle, words: str) -> Any:
    said = {"kind": "duet", "title": "Run", "starts_on": str(circle.today), "ends_on": str(circle.today)}
    group = f"/challenges/{ids.uuid7()}"
    made = circle.ana.put(group, json=said | {"habit": circle.habit})
    assert made.status_code == 201, made.content
    answer = circle.ana.patch(group, json={"reward": words})
    circle.ana.delete(f"{group}/membership")
    return answer


KEPT: dict[str, tuple[Say, Callable[[Any], str]]] = {
    "name": (_say_name, lambda said: said["name"]),
    "title": (_say_title, lambda said: said["title"]),
    "icon": (_say_icon, lambda said: said["icon"]),
    "caption": (_say_caption, lambda said: said["caption"]),
    "note": (_say_note, lambda said: said["note"]),
    "text": (_say_text, lambda said: said["sealed"]["text"]),
    "reward": (_say_reward, lambda said: said["reward"]),
    "unit": (_say_unit, lambda said: said["versions"][-1]["schedule"]["unit"]),
}
KNOWN = {"zone", "target"}
"""Texts that are kept only when they are spelled as one of a fixed set, or as a number."""


@pytest.fixture
def circle(db: None, time: StoppedClock) -> Circle:
    return gather(time)


def test_every_text_of_the_schema_is_tried() -> None:
    shapes = yaml.safe_load(SCHEMA.read_text())["components"]["schemas"]
    texts = {
        name
        for shape, said in shapes.items() if shape.endswith("Request")
        for name, field in said.get("properties", {}).items()
        if field.get("type") == "string" and not {"format", "enum", "pattern"} & set(field)
    }  # fmt: skip
    assert texts == {*KEPT, *KNOWN}


@pytest.mark.parametrize("field", KEPT)
def test_what_reorders_or_hides_is_not_kept(circle: Circle, field: str) -> None:
    say, read = KEPT[field]
    for said, left in EVIL.values():
        circle.time.advance(timedelta(minutes=1))
        answer = say(circle, said)
        if field == "unit" and not left.isprintable():
            assert world.refusal(answer) == (422, "invalid_schedule")  # a unit has no room for joined emoji
            continue
        assert answer.status_code in {200, 201}, answer.content
        assert read(answer.json()) == left
        assert said == left or said not in circle.ben.get("/feed").content.decode()


@pytest.mark.parametrize("field", [*KEPT, "zone"])
def test_what_is_no_text_is_refused(circle: Circle, field: str) -> None:
    say = KEPT[field][0] if field in KEPT else _say_zone
    for words in ("a\u0000b", "\u0000", 7, 1.5, True, ["a"], {"a": "b"}):
        assert world.refusal(say(circle, words)) in {(400, "invalid"), (422, "invalid_schedule")}


@pytest.mark.parametrize("field", ["name", "title"])
def test_a_name_has_something_to_see_and_stands_on_one_line(circle: Circle, field: str) -> None:
    say, read = KEPT[field]
    for words in NOTHING:
        assert world.refusal(say(circle, words)) == (400, "invalid")
    assert read(say(circle, " Two\r\nlines\u2028and \t more ").json()) == "Two lines and more"


def test_a_caption_keeps_its_lines(circle: Circle) -> None:
    say, read = KEPT["caption"]
    assert read(say(circle, "one\r\ntwo\rthree\u2028four").json()) == "one\ntwo\nthree\nfour"


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert clean({"a": [text]}) == {"a": [clean(text)]}
    assert not {"\u202e", "\u2066", "\r", "\x1b", "\x9b"} & set(clean(text))


@given(st.text())
def test_one_line_is_one_line(text: str) -> None:
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert one_line(line) == line
    assert not shows(line) or line.strip()
