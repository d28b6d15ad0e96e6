"""What is in an export: everything of one's own, and nothing that is somebody else's."""

import csv
import io
import re
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps

from server.leaving.archive.contents import LEFT_OUT, VERSION, sections
from server.leaving.archive.sheets import cell
from server.media.models import Photo
from server.media.selectors import open_rendition
from shared import clock
from tests.server.leaving.asking import ask, data, unpacked
from tests.server.leaving.life import (
    BENS_CAPTION,
    BENS_COMMENT,
    BENS_GOLD,
    BENS_TITLE,
    BLUE,
    CAPTION,
    COMMENT,
    GOLD,
    NAME,
    NOTE,
    OTHER_TITLE,
    SEA,
    TITLE,
    Life,
)
from tests.server.leaving.shape import SHAPE

PAGE = Path(__file__).resolve().parents[3] / "docs" / "leaving.md"


def test_every_model_is_exported_or_left_out_for_a_reason() -> None:
    told = {model for section in sections(clock.now()) for model in section.models}
    everything = {model._meta.label for model in apps.get_models(include_auto_created=True)}
    assert told & set(LEFT_OUT) == set()
    assert told | set(LEFT_OUT) == everything, "tell it in an export, or say in LEFT_OUT why not"


@pytest.fixture
def files(whole_life: Life) -> dict[str, bytes]:
    return unpacked(whole_life.anas, whole_life.export)


def test_everything_of_a_life_is_there(whole_life: Life, files: dict[str, bytes]) -> None:
    told = data(files)
    assert (told["format"], told["version"]) == ("kith-export", VERSION)
    empty = [name for name, rows in told.items() if rows == []]
    assert empty == [], "a section nobody fills proves nothing"
    _check_shape(told)
    _check_words(told)
    _check_photos(whole_life, told, files)
    _check_others(whole_life, files)
    _check_sheets(files)


def _check_shape(told: dict[str, Any]) -> None:
    """Programs rely on it: a field that goes or changes its name needs a new version."""
    found = {name: sorted(rows[0]) for name, rows in told.items() if isinstance(rows, list) and rows}
    assert found == {name: sorted(fields.split()) for name, fields in SHAPE.items()}


def _check_words(told: dict[str, Any]) -> None:
    assert told["profile"][0]["name"] == NAME
    assert {habit["title"] for habit in told["habits"]} == {TITLE, OTHER_TITLE, SEA}
    assert CAPTION in {mark["caption"] for mark in told["check_ins"]}
    assert [mark["undone_at"] is None for mark in told["check_ins"]].count(False) == 1
    assert told["reports"][0]["note"] == NOTE
    states = {day["date"]: day["state"] for day in told["days"] if day["title"] == TITLE}
    assert (states["2026-03-02"], states["2026-03-09"], states["2026-03-10"]) == ("done", "forgiven", "done")
    received = {(given["name"], given["kind"]) for given in told["answers_received"]}
    assert received == {("Ben", "heart"), ("Cleo", "clap")}
    assert [(given["name"], given["kind"]) for given in told["answers_given"]] == [("Ben", "fire")]
    assert [(given["name"], given["preset"]) for given in told["miss_answers_given"]] == [("Ben", "hug")]
    assert [block["name"] for block in told["blocks"]] == ["Dan"]
    assert [letter["text"] for letter in told["blue_letters"]] == [BLUE]
    assert [(letter["name"], letter["text"]) for letter in told["gold_letters_received"]] == [("Ben", BENS_GOLD)]
    assert [(letter["name"], letter["text"]) for letter in told["gold_letters_written"]] == [("Ben", GOLD)]
    assert [(kept["name"], kept["person"] is None) for kept in told["role_models"]] == [("Ben", False)]
    # In the language Ana chose (tests/server/leaving/life.py).
    assert "Ben stellt deine Tage neben die eigenen." in [notice["text"] for notice in told["notices"]]
    assert [(said["name"], said["text"]) for said in told["comments_received"]] == [("Ben", BENS_COMMENT)]
    assert [(said["name"], said["text"]) for said in told["comments_written"]] == [("Ben", COMMENT)]
    assert "Ben umarmt dich." in [notice["text"] for notice in told["notices"]]


def _check_photos(life: Life, told: dict[str, Any], files: dict[str, bytes]) -> None:
    """Each ready photo is a file, byte for byte as Kith keeps it, and named where it hangs."""
    names = [name for name in files if name.startswith("photos/")]
    (hung,) = [name for mark in told["check_ins"] for name in mark["photos"]]
    (beside,) = told["anchors"][0]["photos"]
    assert set(names) == {hung, beside, f"photos/loose-{life.loose.replace('-', '')}.webp"}
    assert re.fullmatch(r"photos/2026-03-10-canary-laps-1-[0-9a-f]{8}\.webp", hung)
    assert files[hung] == open_rendition(Photo.objects.get(pk=life.photo), 1080).read()
    assert [photo["state"] for photo in told["photos"]].count("refused") == 1


def _check_others(life: Life, files: dict[str, bytes]) -> None:
    text = b"".join(content for name, content in files.items() if not name.endswith(".webp")).decode()
    for theirs in (
        BENS_CAPTION,
        BENS_TITLE,
        "ben@example.org",
        "second-key",
        life.anas.token or "?",
        "host@example.org",
    ):
        assert theirs not in text, theirs


def _check_sheets(files: dict[str, bytes]) -> None:
    """As a spreadsheet reads them: nothing in them begins like a formula."""
    sheets = {name: content for name, content in files.items() if name.endswith(".csv")}
    assert len(sheets) == 6
    for content in sheets.values():
        rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
        assert rows
        assert not [value for row in rows for value in row.values() if value.startswith(("=", "+", "-", "@"))]
    assert f"'{OTHER_TITLE}" in sheets["habits.csv"].decode()


def test_somebody_who_is_no_friend_any_more_is_nobody_in_particular(whole_life: Life) -> None:
    """Their answers were given and stay; who gave them is told as long as they are a friend."""
    whole_life.bens.delete(f"/friends/{whole_life.ana.id}")
    told = data(unpacked(whole_life.anas, ask(whole_life.anas)))
    assert {(given["name"], given["person"]) for given in told["answers_received"]} >= {("", None)}
    assert told["miss_answers_given"] == [], "that Ben missed a day is no longer Ana's to know"
    assert told["miss_looks_given"] == []
    ben = whole_life.circle.people["Ben"]
    assert str(ben.id) not in str({**told, "reports": []})
    assert "Ben" not in str({**told, "profile": []})


@pytest.mark.parametrize("text", ["=1+1", "+49", "-1", "@x", "\t=1", "\r=1", "\n=1", "  =1", "\uff1d1", "=\u00e4"])
def test_no_text_becomes_a_formula(text: str) -> None:
    assert cell(text) == f"'{text}"
    assert cell([text]).startswith("'")


@pytest.mark.parametrize(("value", "shown"), [(None, ""), (3, "3"), ("ran", "ran"), (["a", "b"], "a; b")])
def test_everything_else_stays_as_it_is(value: Any, shown: str) -> None:
    assert cell(value) == shown


def test_the_page_tells_every_list_and_field() -> None:
    text = PAGE.read_text()
    for name, fields in SHAPE.items():
        row = re.search(rf"^\| `{name}` \|(.*)\|$", text, re.MULTILINE)
        assert row, name
        assert set(fields.split()) <= set(re.findall(r"\w+", row[1])), name
