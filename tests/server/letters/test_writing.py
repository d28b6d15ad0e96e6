"""Writing the blue letter: in the owner's own words, never read back, kept by who agreed."""

import pytest

from server.letters.models import BlueLetter
from server.people.models import Person
from server.people.services.standing import set_standing
from tests.server import world
from tests.server.circle import Circle, everybody
from tests.server.letters import story
from tests.server.letters.story import WORDS, miss_a_day


def _path(circle: Circle) -> str:
    return f"/habits/{circle.habit}/blue-letter"


@pytest.mark.sqlite
def test_its_owner_is_told_that_there_is_one_and_nothing_else(circle: Circle) -> None:
    told = circle.ana.get(_path(circle)).json()
    assert set(told) == {"has", "since", "offered", "off"}
    assert (told["has"], told["offered"], told["off"]) == (True, False, False)
    assert told["since"] == "2026-03-02T09:01:00Z"


def test_writing_it_does_not_say_it_back(circle: Circle) -> None:
    answer = circle.ana.put(_path(circle), {"text": "Other words"})
    assert "Other words" not in answer.content.decode()
    assert circle.ben.get(_path(circle)).json()["text"] == "Other words"


def test_who_keeps_it_reads_it_and_nobody_else_does(circle: Circle) -> None:
    doors = everybody(circle)
    eve = story.join(circle, "Eve")
    story.keep_letters(eve, circle.habit, keeps=False)
    assert circle.ben.get(_path(circle)).json() == {"has": True, "keeps": True, "text": WORDS}
    assert eve.get(_path(circle)).json() == {"has": True, "keeps": False, "text": None}
    for role, door in doors.items():
        if role not in {"owner", "witness"}:
            assert door.get(_path(circle)).status_code == (401 if role in {"anonymous", "suspended"} else 404), role


def test_a_witness_who_was_not_told_keeps_nothing(circle: Circle) -> None:
    """An app that doesn't ask leaves the question out: then nobody has agreed."""
    ben = circle.people["Ben"]
    world.end_seat(circle.ana, ben.id, circle.habit)
    world.take_seat(circle.ana, circle.ben, ben.id, circle.habit, "witness")
    assert circle.ben.get(_path(circle)).json() == {"has": True, "keeps": False, "text": None}
    assert [seat["keeps_letter"] for seat in circle.ben.get("/seats").json()["items"]] == [False]
    story.keep_letters(circle.ben, circle.habit)
    assert [seat["keeps_letter"] for seat in circle.ben.get("/seats").json()["items"]] == [True]


def test_stepping_back_to_cheering_ends_keeping(circle: Circle) -> None:
    circle.ben.put(f"/habits/{circle.habit}/seat", {"answer": "cheer"})
    assert circle.ben.get(_path(circle)).status_code == 404


@pytest.mark.parametrize(
    "text", ["", "  ", "x" * 141, "x" * 10_000, "a\u0000b", "\u202e", "www.x.example", None, 7, ["x"]]
)
def test_what_is_no_sentence_is_refused_and_the_old_one_stays(circle: Circle, text: object) -> None:
    answer = circle.ana.put(_path(circle), {"text": text})
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid")
    assert BlueLetter.objects.get().text == WORDS


def test_what_would_reorder_the_line_is_taken_out_of_it(circle: Circle) -> None:
    assert circle.ana.put(_path(circle), {"text": "a\u202eb"}).status_code == 200
    assert BlueLetter.objects.get().text == "ab"


def test_it_is_replaced_and_removed_only_while_no_miss_is_open(circle: Circle) -> None:
    miss_a_day(circle)
    for answer in (circle.ana.put(_path(circle), {"text": "New"}), circle.ana.delete(_path(circle))):
        assert (answer.status_code, answer.json()["code"]) == (409, "miss_still_open")
    assert circle.ana.put(_path(circle), {"text": WORDS}).status_code == 200  # a resend
    assert BlueLetter.objects.get().text == WORDS
    circle.post()
    assert circle.ana.put(_path(circle), {"text": "New"}).status_code == 200
    assert circle.ana.delete(_path(circle)).status_code == 204
    assert circle.ana.delete(_path(circle)).status_code == 204
    assert circle.ana.get(_path(circle)).json()["has"] is False


def test_it_is_offered_after_the_seventh_kept_day(circle: Circle) -> None:
    circle.ana.delete(_path(circle))
    circle.keep(6)
    assert circle.ana.get(_path(circle)).json()["offered"] is False
    circle.post()
    assert circle.ana.get(_path(circle)).json()["offered"] is True


def test_sensitive_habits_go_without(circle: Circle) -> None:
    habit = world.promise(circle.ana, title="No wine", sensitive=True)["id"]
    answer = circle.ana.put(f"/habits/{habit}/blue-letter", {"text": "Please"})
    assert (answer.status_code, answer.json()["code"]) == (422, "letter_not_here")
    world.take_seat(circle.ana, circle.ben, circle.people["Ben"].id, habit, "witness")
    answer = circle.ben.put(f"/habits/{habit}/gold-letter", {"text": "Well done"})
    assert (answer.status_code, answer.json()["code"]) == (422, "letter_not_here")


def test_a_habit_that_becomes_sensitive_loses_its_letter(circle: Circle) -> None:
    miss = miss_a_day(circle)
    circle.ana.patch(f"/habits/{circle.habit}", {"sensitive": True})
    assert not BlueLetter.objects.exists()
    assert story.fate(circle, miss) == ("burnt", "ended")


def test_the_phone_learns_of_it_without_a_word(circle: Circle) -> None:
    seq = circle.ana.get("/changes").json()["seq"]
    assert [one["has"] for one in circle.ana.get("/changes").json()["blue_letters"]] == [True]
    circle.ana.delete(_path(circle))
    (told,) = circle.ana.get(f"/changes?after={seq}").json()["blue_letters"]
    assert told == {"habit": circle.habit, "has": False, "since": None, "off": False}


@pytest.mark.parametrize("born", [2008, None])
def test_nobody_who_may_be_under_18_has_letters(circle: Circle, born: int | None) -> None:
    """In the year somebody turns 18 nobody knows whether they did."""
    circle.ana.delete(_path(circle))
    Person.objects.filter(pk=circle.people["Ana"].pk).update(birth_year=born)
    for answer in (
        circle.ana.put(_path(circle), {"text": WORDS}),
        circle.ben.put(f"/habits/{circle.habit}/gold-letter", {"text": "Seven"}),
    ):
        assert (answer.status_code, answer.json()["code"]) == (422, "letter_not_here")
    circle.keep(7)
    assert circle.ana.get(_path(circle)).json()["offered"] is False


def test_a_suspension_takes_nothing_but_what_is_sealed(circle: Circle) -> None:
    miss = miss_a_day(circle)
    set_standing(person=circle.people["Ana"], active=False, now=circle.time.instant)
    circle.settle()
    set_standing(person=circle.people["Ana"], active=True, now=circle.time.instant)
    assert circle.ana.get(_path(circle)).json()["has"] is True
    assert story.fate(circle, miss) == ("burnt", "unkept")
