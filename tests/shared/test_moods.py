"""The weather of the scene, and faces that show only what their person did."""

from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest

from shared.history import Mark
from shared.ids import uuid7_at
from shared.moods import Act, Expression, Mood, Role, came_back, expression, mood
from shared.states import fold
from tests.shared.ana import BERLIN, DAILY, habit, local

NOW = datetime(2026, 3, 6, 12, tzinfo=UTC)
BEN = uuid7_at(NOW)
WITNESS, GALLERY = Role.WITNESS, Role.GALLERY
ACTS = [
    Act(BEN, role, looked, answer, saw, to_miss)
    for role, looked, answer, saw, to_miss in product(
        Role, (False, True), (None, "clap"), (False, True), (None, "cheer", "let_go")
    )
]


def weather(**changes) -> Mood:
    asked = {
        "resting": False,
        "done_today": False,
        "came_back": False,
        "miss_closed_at": None,
        "miss_seen": False,
        "now": NOW,
    }
    return mood(**(asked | changes))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, Mood.WAITING),
        ({"done_today": True}, Mood.WARM),
        ({"done_today": True, "came_back": True}, Mood.BACK),
        ({"miss_closed_at": NOW - timedelta(hours=1), "miss_seen": True}, Mood.COLD),
        ({"miss_closed_at": NOW - timedelta(hours=1)}, Mood.WAITING),  # nobody saw
        ({"miss_closed_at": NOW - timedelta(days=3), "miss_seen": True}, Mood.COLD),
        ({"miss_closed_at": NOW - timedelta(days=3, seconds=1), "miss_seen": True}, Mood.WAITING),
        ({"miss_closed_at": NOW, "miss_seen": True, "done_today": True}, Mood.WARM),
        ({"resting": True, "done_today": True, "came_back": True}, Mood.QUIET),
        ({"resting": True, "miss_closed_at": NOW, "miss_seen": True}, Mood.QUIET),
    ],
)
def test_the_mood_of_the_scene(changes, expected):
    assert weather(**changes) is expected


@pytest.mark.parametrize(
    ("act", "expected"),
    [
        (Act(BEN, WITNESS), Expression.GREY),
        (Act(BEN, WITNESS, looked=True), Expression.COLOUR),
        (Act(BEN, WITNESS, looked=True, answer="fire"), Expression.SMILING),
        (Act(BEN, GALLERY), Expression.GREY),
        (Act(BEN, GALLERY, looked=True), Expression.COLOUR),
        (Act(BEN, GALLERY, looked=True, answer="fire"), Expression.SMILING),
    ],
)
def test_a_face_on_a_usual_day(act, expected):
    assert expression(act, miss_open=False) is expected


@pytest.mark.parametrize(
    ("act", "expected"),
    [
        (Act(BEN, WITNESS), Expression.GREY),
        (Act(BEN, WITNESS, saw_miss=True), Expression.DOWN),
        (Act(BEN, WITNESS, looked=True, saw_miss=True), Expression.DOWN),
        (Act(BEN, WITNESS, saw_miss=True, miss_answer="cheer"), Expression.SMILING),
        (Act(BEN, WITNESS, saw_miss=True, miss_answer="let_go"), Expression.COLOUR),
        (Act(BEN, GALLERY, looked=True, answer="fire"), None),
    ],
)
def test_a_face_while_a_miss_is_open(act, expected):
    assert expression(act, miss_open=True) is expected


@pytest.mark.parametrize("act", ACTS)
def test_gallery_faces_never_look_down_and_nobody_does_without_an_open_miss(act):
    assert expression(act, miss_open=False) not in (Expression.DOWN, None)
    face = expression(act, miss_open=True)
    assert (face is None) is (act.role is GALLERY)
    assert face is not Expression.DOWN or (act.saw_miss and act.miss_answer is None)


def test_back_is_the_day_of_the_first_check_in_after_a_miss():
    monday, wednesday = date(2026, 3, 2), date(2026, 3, 4)
    marks = tuple(Mark(day, local(BERLIN, f"{day} 08:00")) for day in (wednesday, date(2026, 3, 5)))
    folded = fold(habit(DAILY, monday, marks=marks), NOW)
    assert came_back(folded, wednesday)
    assert not came_back(folded, date(2026, 3, 5))
