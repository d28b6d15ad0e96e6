"""Looking, answering, thanking: what friends do about a day, and who may."""

import pytest

from server.kernel.models import Fact
from server.responses.models import Look, Reaction
from shared import limits
from tests.server import world
from tests.server.circle import Circle


def test_a_look_colours_the_face_once(circle: Circle) -> None:
    circle.post()
    assert circle.face("Ben")["looked"] is False
    assert circle.ben.put(f"{circle.day()}/look").status_code == 204
    first = circle.face("Ben")["looked_at"]
    circle.time.advance(limits.GRACE_MIN)
    assert circle.ben.put(f"{circle.day()}/look").status_code == 204
    assert circle.face("Ben")["looked_at"] == first
    assert circle.face("Cleo")["looked"] is False


@pytest.mark.parametrize("kind", limits.REACTIONS)
def test_each_reaction_makes_the_face_smile_and_counts_as_looking(circle: Circle, kind: str) -> None:
    circle.post()
    answer = circle.cleo.put(f"{circle.day()}/reaction", {"kind": kind})
    assert (answer.status_code, answer.json()) == (200, {"kind": kind})
    face = circle.face("Cleo")
    assert (face["answer"], face["looked"]) == (kind, True)


def test_a_reaction_can_be_changed_and_keeps_its_place(circle: Circle) -> None:
    circle.post()
    world.react(circle.ben, circle.habit, circle.today, "clap")
    first = circle.face("Ben")["answered_at"]
    circle.time.advance(limits.GRACE_MIN)
    world.react(circle.ben, circle.habit, circle.today, "fire")
    assert circle.face("Ben")["answer"] == "fire"
    assert circle.face("Ben")["answered_at"] == first


def test_a_reaction_taken_back_leaves_the_look(circle: Circle) -> None:
    circle.post()
    world.react(circle.ben, circle.habit, circle.today, "clap")
    assert circle.ben.delete(f"{circle.day()}/reaction").status_code == 204
    assert circle.ben.delete(f"{circle.day()}/reaction").status_code == 204
    face = circle.face("Ben")
    assert (face["answer"], face["answered_at"], face["looked"]) == (None, None, True)


def test_the_same_reaction_sent_twice_is_one_fact(circle: Circle) -> None:
    circle.post()
    before = Fact.objects.count()
    world.react(circle.ben, circle.habit, circle.today, "clap")
    world.react(circle.ben, circle.habit, circle.today, "clap")
    assert Fact.objects.count() == before + 1
    assert Reaction.objects.count() == Look.objects.count() == 1


@pytest.mark.parametrize("body", [{}, {"kind": "boo"}, {"kind": None}, {"kind": ["clap"]}])
def test_a_reaction_we_do_not_have_is_refused(circle: Circle, body: dict[str, object]) -> None:
    circle.post()
    answer = circle.ben.put(f"{circle.day()}/reaction", body)
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid")
    assert Reaction.objects.count() == 0


def test_nobody_answers_their_own_day(circle: Circle) -> None:
    circle.post()
    for answer in (
        circle.ana.put(f"{circle.day()}/look"),
        circle.ana.put(f"{circle.day()}/reaction", {"kind": "clap"}),
        circle.ana.delete(f"{circle.day()}/reaction"),
    ):
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


def test_an_undone_day_cannot_be_answered(circle: Circle) -> None:
    circle.post()
    world.undo(circle.ana, circle.habit, circle.today)
    assert circle.ben.put(f"{circle.day()}/reaction", {"kind": "clap"}).status_code == 404


def test_a_day_posted_anew_is_looked_at_anew(circle: Circle) -> None:
    circle.post()
    world.react(circle.ben, circle.habit, circle.today, "clap")
    circle.time.advance(limits.GRACE_MIN)
    world.undo(circle.ana, circle.habit, circle.today)
    circle.settle()
    circle.time.advance(limits.GRACE_MIN)
    circle.post()
    assert (circle.face("Ben")["looked"], circle.face("Ben")["answer"]) == (False, None)
    world.react(circle.ben, circle.habit, circle.today, "fire")
    circle.settle()
    assert circle.face("Ben")["answer"] == "fire"


def test_thanks_goes_to_whoever_answered_and_once(circle: Circle) -> None:
    circle.post()
    ben, cleo = circle.people["Ben"].id, circle.people["Cleo"].id
    world.react(circle.ben, circle.habit, circle.today, "clap")
    assert circle.ana.put(f"{circle.day()}/thanks/{ben}").status_code == 204
    facts = Fact.objects.count()
    assert circle.ana.put(f"{circle.day()}/thanks/{ben}").status_code == 204
    assert Fact.objects.count() == facts
    assert circle.ana.put(f"{circle.day()}/thanks/{cleo}").status_code == 404
    assert circle.ben.put(f"{circle.day()}/thanks/{ben}").status_code == 404


def test_no_thanks_to_somebody_whose_seat_has_ended(circle: Circle) -> None:
    circle.post()
    ben = circle.people["Ben"].id
    world.react(circle.ben, circle.habit, circle.today, "clap")
    circle.ana.delete(f"/friends/{ben}")
    assert circle.ana.put(f"{circle.day()}/thanks/{ben}").status_code == 404
    assert Reaction.objects.get().thanked_at is None
