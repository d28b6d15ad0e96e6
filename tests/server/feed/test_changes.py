"""Own-data sync: what a phone is told after a number is all it missed, and no more than its owner's own."""

from collections.abc import Callable
from typing import Any

import pytest

from server.kernel.models import Fact
from server.people.models import Person
from tests.server import cast, world
from tests.server.circle import Circle

NOUNS = ("habits", "check_ins", "rests", "misses")
LETTERS = ("blue_letters", "gold_letters")


def _phone(answer: Any, known: Any = None) -> dict[str, dict[str, Any]]:
    """What a phone holds after taking this answer."""
    held = {noun: dict(rows) for noun, rows in (known or {noun: {} for noun in NOUNS}).items()}
    for noun in NOUNS:
        held[noun] |= {row["id"]: row for row in answer[noun]}
    for gone in answer["removed"]:
        held[f"{gone['noun']}s"].pop(gone["id"], None)
    return held


@pytest.mark.sqlite
def test_without_a_number_everything_is_told(circle: Circle) -> None:
    posted = circle.post()
    answer = circle.ana.get("/changes").json()
    assert set(answer) == {"seq", "full", "me", "removed", *NOUNS, *LETTERS}
    assert (answer["full"], answer["removed"]) == (True, [])
    assert (answer["me"]["name"], answer["me"]["seq"]) == ("Ana", answer["seq"])
    assert [habit["id"] for habit in answer["habits"]] == [circle.habit]
    assert [check_in["id"] for check_in in answer["check_ins"]] == [posted["id"]]


def test_a_habit_and_its_days_are_printed_as_their_own_addresses_print_them(circle: Circle) -> None:
    circle.post(caption="Rain")
    answer = circle.ana.get("/changes").json()
    assert answer["habits"] == [circle.ana.get(f"/habits/{circle.habit}").json()]
    assert answer["check_ins"] == [circle.ana.get(circle.day()).json()]


def test_nothing_new_is_an_empty_answer(circle: Circle) -> None:
    seq = circle.ana.get("/changes").json()["seq"]
    answer = circle.ana.get(f"/changes?after={seq}").json()
    assert answer == {"seq": seq, "full": False, "me": None, "removed": [], **{noun: [] for noun in (*NOUNS, *LETTERS)}}


def test_only_what_changed_is_told(circle: Circle) -> None:
    circle.keep(2)
    seq = circle.ana.get("/changes").json()["seq"]
    posted = circle.post()
    answer = circle.ana.get(f"/changes?after={seq}").json()
    assert [check_in["id"] for check_in in answer["check_ins"]] == [posted["id"]]
    assert answer["misses"] == answer["rests"] == []
    assert answer["seq"] > seq


def test_who_saw_a_miss_and_who_cheered_reaches_the_phone(circle: Circle) -> None:
    miss = circle.miss_a_day()
    seq = circle.ana.get("/changes").json()["seq"]
    circle.ben.put(f"/misses/{miss['id']}/answer", {"kind": "cheer", "preset": "hug"})
    (told,) = circle.ana.get(f"/changes?after={seq}").json()["misses"]
    ben = str(circle.people["Ben"].id)
    assert (told["id"], told["seen_by"]) == (miss["id"], [ben])
    (cheer,) = told["cheers"]
    assert (cheer["person"], cheer["preset"], cheer["words"], cheer["picture"]) == (ben, "hug", "", None)


def test_steps_from_any_number_lead_to_the_snapshot(circle: Circle) -> None:
    """A phone that asked at every moment of this story, or at one of them only, holds the same."""

    def see_the_miss() -> None:
        (card,) = circle.ben.get("/rounds").json()["misses"]
        circle.ben.put(f"/misses/{card['id']}/look")

    acts: list[Callable[[], Any]] = [
        lambda: circle.keep(7), circle.stay_away, see_the_miss, circle.post, circle.wake,
        lambda: circle.ana.patch("/me", {"name": "Anna"}),
    ]  # fmt: skip
    seqs, starts = [], []
    for act in acts:
        snapshot = circle.ana.get("/changes").json()
        seqs.append(snapshot["seq"])
        starts.append(_phone(snapshot))
        act()
    starts.append(_phone(circle.ana.get("/changes").json()))
    whole = starts[-1]
    for seq, held in zip(seqs, starts[:-1], strict=True):
        assert _phone(circle.ana.get(f"/changes?after={seq}").json(), held) == whole
    assert circle.ana.get(f"/changes?after={seqs[-1]}").json()["me"]["name"] == "Anna"


def test_an_undone_day_is_told_as_a_tombstone(circle: Circle) -> None:
    circle.post()
    seq = circle.ana.get("/changes").json()["seq"]
    world.undo(circle.ana, circle.habit, circle.today)
    (told,) = circle.ana.get(f"/changes?after={seq}").json()["check_ins"]
    assert told["undone_at"] is not None
    assert circle.ana.get("/changes").json()["check_ins"] == []


def test_below_the_pruning_horizon_everything_is_fetched_anew(circle: Circle) -> None:
    circle.keep(3)
    seq = circle.ana.get("/changes").json()["seq"]
    Fact.objects.filter(person_id=circle.people["Ana"].id, seq__lt=seq - 1).delete()
    assert circle.ana.get(f"/changes?after={seq - 2}").status_code == 200
    answer = circle.ana.get("/changes?after=1")
    assert (answer.status_code, answer.json()["code"]) == (410, "resync")


def test_a_number_from_the_future_means_another_life(circle: Circle) -> None:
    answer = circle.ana.get("/changes?after=100000")
    assert (answer.status_code, answer.json()["code"]) == (410, "resync")


@pytest.mark.parametrize("after", ["-1", "x", "1.5", "9" * 30])
def test_numbers_that_are_none(circle: Circle, after: str) -> None:
    answer = circle.ana.get(f"/changes?after={after}")
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid")


def test_nobody_is_told_of_anothers_nouns(circle: Circle, dan: Person) -> None:
    circle.miss_a_day()
    for door in (circle.ben, circle.cleo, cast.door_of(dan)):
        answer = door.get("/changes").json()
        assert [answer[noun] for noun in NOUNS] == [[], [], [], []]
