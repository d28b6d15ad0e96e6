"""What a witness seals for a good day: opened by the milestone check-in, never before, gone with the seat."""

from typing import Any

import pytest

from server.letters.models import GoldLetter
from shared import ids
from tests.server import cast, world
from tests.server.cast import Door
from tests.server.circle import Circle, everybody, notices

GOLD = "I never doubted your legs"


def _path(circle: Circle) -> str:
    return f"/habits/{circle.habit}/gold-letter"


def _write(circle: Circle, text: str = GOLD, door: Door | None = None) -> Any:
    return (door or circle.ben).put(_path(circle), {"text": text})


def _opened(circle: Circle) -> list[dict[str, Any]]:
    return list(circle.ana.get(f"/habits/{circle.habit}/letters").json()["gold"])


@pytest.mark.sqlite
def test_the_seventh_check_in_opens_it(circle: Circle) -> None:
    assert _write(circle).json() == {"sealed": {"text": GOLD, "milestone": 7}}
    circle.keep(6)
    assert _opened(circle) == []
    circle.post()
    (letter,) = _opened(circle)
    assert (letter["text"], letter["milestone"], letter["writer"]["name"]) == (GOLD, 7, "Ben")
    assert circle.ben.get(_path(circle)).json() == {"sealed": None}
    circle.settle()
    assert "Day 7. A letter from Ben is ready." in notices(circle.ana)
    assert circle.ana.get("/changes").json()["gold_letters"] == [letter]
    world.undo(circle.ana, circle.habit, circle.today)
    assert _opened(circle) == [letter]
    assert _write(circle, "And on").json()["sealed"]["milestone"] == 30


def test_only_a_witness_writes_and_reads_one(circle: Circle) -> None:
    doors = everybody(circle)
    for role, door in doors.items():
        if role != "witness":
            status = 401 if role in {"anonymous", "suspended"} else 404
            assert _write(circle, door=door).status_code == status, role
            assert door.get(_path(circle)).status_code == status, role
            assert door.delete(_path(circle)).status_code == status, role
    assert not GoldLetter.objects.exists()


def test_it_is_replaced_in_its_place_and_withdrawn_for_good(circle: Circle) -> None:
    _write(circle)
    assert _write(circle, "Better words").json() == {"sealed": {"text": "Better words", "milestone": 7}}
    assert GoldLetter.objects.count() == 1
    assert circle.ben.delete(_path(circle)).status_code == 204
    assert circle.ben.delete(_path(circle)).status_code == 204
    assert not GoldLetter.objects.exists()


@pytest.mark.parametrize("how", ["removed", "leaves", "cheers", "unfriended", "blocked"])
def test_it_ends_with_the_seat(circle: Circle, how: str) -> None:
    _write(circle)
    ana, ben = circle.people["Ana"].id, circle.people["Ben"].id
    {
        "removed": lambda: circle.ana.delete(f"/habits/{circle.habit}/seats/{ben}"),
        "leaves": lambda: circle.ben.delete(f"/habits/{circle.habit}/seat"),
        "cheers": lambda: circle.ben.put(f"/habits/{circle.habit}/seat", {"answer": "cheer"}),
        "unfriended": lambda: circle.ana.delete(f"/friends/{ben}"),
        "blocked": lambda: circle.ben.put(f"/blocks/{ana}"),
    }[how]()
    cast.relay_all()
    assert not GoldLetter.objects.exists()
    circle.keep(7)
    assert _opened(circle) == []


def test_its_writer_is_thanked_once_and_only_for_an_open_one(circle: Circle) -> None:
    _write(circle)
    path = f"/gold-letters/{GoldLetter.objects.get().id}/thanks"
    assert circle.ana.put(path).status_code == 404
    circle.keep(7)
    assert [door.put(path).status_code for door in (circle.ben, circle.cleo, circle.ana, circle.ana)] == [
        404,
        404,
        204,
        204,
    ]
    circle.settle()
    assert notices(circle.ben).count("Ana read your letter, and says thanks.") == 1
    assert _opened(circle)[0]["thanked"] is True
    circle.ana.put(f"/blocks/{circle.people['Ben'].id}")
    assert "Ana read your letter, and says thanks." not in notices(circle.ben)


def test_a_broken_friendship_opens_nothing_even_before_the_relay_has_come_by(circle: Circle) -> None:
    _write(circle)
    circle.keep(6)
    circle.ana.delete(f"/friends/{circle.people['Ben'].id}")
    circle.post()
    assert _opened(circle) == []


def test_opened_it_is_the_owners_until_a_block_stands_between_them(circle: Circle) -> None:
    _write(circle)
    circle.keep(7)
    circle.ana.delete(f"/friends/{circle.people['Ben'].id}")
    circle.settle()
    ((letter,), seq) = _opened(circle), circle.ana.get("/changes").json()["seq"]
    circle.ana.put(f"/blocks/{circle.people['Ben'].id}")
    assert _opened(circle) == []
    told = circle.ana.get(f"/changes?after={seq}").json()
    assert {"noun": "gold_letter", "id": letter["id"]} in told["removed"], "it goes from her phone, too"
    assert circle.ana.get("/changes").json()["gold_letters"] == []


@pytest.mark.parametrize("text", ["", "x" * 141, "a\u0000b", "https://x.example", None])
def test_words_that_are_none(circle: Circle, text: object) -> None:
    answer = circle.ben.put(_path(circle), {"text": text})
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid")


def test_the_owner_reports_one_only_once_it_is_open(circle: Circle) -> None:
    _write(circle)
    letter = str(GoldLetter.objects.get().id)

    def report(door: Door) -> int:
        said = {"subject": "letter", "subject_id": letter, "reason": "harassment"}
        return int(door.put(f"/reports/{ids.uuid7()}", said).status_code)

    assert report(circle.ana) == 404
    circle.keep(7)
    assert [report(circle.ana), report(circle.ben), report(circle.cleo)] == [201, 404, 404]
