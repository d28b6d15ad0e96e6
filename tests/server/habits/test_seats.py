"""Asking friends to look: offered, accepted, cheered, declined, ended, and five witnesses at most."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest

from server.habits.models import Seat
from server.kernel.models import Fact
from server.people.models import Person
from shared import limits
from shared.clock import StoppedClock
from tests.server import cast, world
from tests.server.cast import Door
from tests.server.threads import all_at_once

Doors = Callable[[Person | None], Door]
SECOND = timedelta(seconds=1)


@dataclass
class Pair:
    """Ana, her habit, and her friend Ben, each with their door."""

    ana: Person
    ben: Person
    anas: Door
    bens: Door
    habit: str


@pytest.fixture
def pair(ana: Person, ben: Person, anas: Door, door: Doors, habit: str) -> Pair:
    cast.befriend(ana, ben)
    return Pair(ana, ben, anas, door(ben), habit)


def offer(anas: Door, habit: str, person: Person, role: str = "witness") -> Any:
    return anas.put(f"/habits/{habit}/seats/{person.id}", json={"role": role})


def answer(theirs: Door, habit: str, word: str) -> Any:
    return theirs.put(f"/habits/{habit}/seat", json={"answer": word})


def shown(anas: Door, habit: str) -> list[tuple[str, str, str]]:
    """What the owner sees: name, role, state."""
    seats = anas.get(f"/habits/{habit}").json()["seats"]
    return [(seat["person"]["name"], seat["role"], seat["state"]) for seat in seats]


def held(theirs: Door) -> list[tuple[str, str]]:
    """What the friend sees: role, state."""
    return [(seat["role"], seat["state"]) for seat in theirs.get("/seats").json()["items"]]


def told() -> list[str]:
    return list(Fact.objects.filter(kind__startswith="seat").order_by("id").values_list("kind", flat=True))


@pytest.mark.sqlite
def test_a_friend_is_asked_and_accepts(pair: Pair) -> None:
    assert offer(pair.anas, pair.habit, pair.ben).status_code == 204
    assert shown(pair.anas, pair.habit) == [("Ben", "witness", "invited")]
    owner = {"id": str(pair.ana.id), "name": "Ana", "avatar": pair.ana.avatar}
    asked = {"id": pair.habit, "title": "Run", "icon": "run", "owner": owner}
    held = {"habit": asked, "role": "witness", "state": "invited", "keeps_letter": False}
    assert pair.bens.get("/seats").json() == {"items": [held]}
    assert pair.bens.get(f"/habits/{pair.habit}").status_code == 404
    assert answer(pair.bens, pair.habit, "accept").status_code == 204
    assert shown(pair.anas, pair.habit) == [("Ben", "witness", "accepted")]
    assert pair.bens.get(f"/habits/{pair.habit}").json()["role"] == "witness"
    assert told() == ["seat_offered", "seat_answered"]


@pytest.mark.parametrize(
    ("asked", "word", "seen"),
    [
        ("witness", "accept", [("witness", "accepted")]), ("witness", "cheer", [("gallery", "accepted")]),
        ("gallery", "accept", [("gallery", "accepted")]), ("gallery", "cheer", [("gallery", "accepted")]),
        ("witness", "decline", []), ("gallery", "decline", []),
    ],
)  # fmt: skip
def test_each_answer_can_be_sent_again(pair: Pair, asked: str, word: str, seen: list[tuple[str, str]]) -> None:
    offer(pair.anas, pair.habit, pair.ben, asked)
    for _ in range(3):
        assert answer(pair.bens, pair.habit, word).status_code == 204
    assert held(pair.bens) == seen
    assert told() == ["seat_offered", "seat_answered"]


def test_asking_twice_is_asking_once(pair: Pair) -> None:
    for _ in range(3):
        assert offer(pair.anas, pair.habit, pair.ben).status_code == 204
    answer(pair.bens, pair.habit, "accept")
    assert offer(pair.anas, pair.habit, pair.ben).status_code == 204
    assert (held(pair.bens), told()) == ([("witness", "accepted")], ["seat_offered", "seat_answered"])


def test_a_witness_may_step_back_and_nobody_steps_forward_unasked(pair: Pair) -> None:
    world.take_seat(pair.anas, pair.bens, pair.ben.id, pair.habit)
    assert answer(pair.bens, pair.habit, "cheer").status_code == 204
    assert held(pair.bens) == [("gallery", "accepted")]
    assert answer(pair.bens, pair.habit, "accept").status_code == 204
    assert held(pair.bens) == [("gallery", "accepted")]


def test_the_owner_moves_a_witness_to_the_gallery_and_asks_anew_the_other_way(pair: Pair) -> None:
    world.take_seat(pair.anas, pair.bens, pair.ben.id, pair.habit)
    offer(pair.anas, pair.habit, pair.ben, "gallery")
    assert held(pair.bens) == [("gallery", "accepted")]
    offer(pair.anas, pair.habit, pair.ben, "witness")
    assert held(pair.bens) == [("witness", "invited")]


@pytest.mark.parametrize("end", ["owner", "friend", "saying no", "unfriending", "being unfriended", "block", "blocked"])
def test_an_end_is_silent_and_at_once(pair: Pair, end: str) -> None:
    world.take_seat(pair.anas, pair.bens, pair.ben.id, pair.habit)
    before = told()
    ends = {
        "owner": lambda: pair.anas.delete(f"/habits/{pair.habit}/seats/{pair.ben.id}"),
        "friend": lambda: pair.bens.delete(f"/habits/{pair.habit}/seat"),
        "saying no": lambda: answer(pair.bens, pair.habit, "decline"),
        "unfriending": lambda: pair.bens.delete(f"/friends/{pair.ana.id}"),
        "being unfriended": lambda: pair.anas.delete(f"/friends/{pair.ben.id}"),
        "block": lambda: pair.bens.put(f"/blocks/{pair.ana.id}"),
        "blocked": lambda: pair.anas.put(f"/blocks/{pair.ben.id}"),
    }
    assert ends[end]().status_code == 204
    assert pair.bens.get(f"/habits/{pair.habit}").status_code == 404
    assert (held(pair.bens), shown(pair.anas, pair.habit)) == ([], [])
    assert set(told()[len(before) :]) <= {"seat_ended"}


def test_ending_what_has_ended_is_done(pair: Pair) -> None:
    world.take_seat(pair.anas, pair.bens, pair.ben.id, pair.habit)
    for _ in range(2):
        assert pair.anas.delete(f"/habits/{pair.habit}/seats/{pair.ben.id}").status_code == 204
        assert pair.bens.delete(f"/habits/{pair.habit}/seat").status_code == 204
    assert told().count("seat_ended") == 1


def test_friends_anew_get_nothing_back_and_both_directions_end(
    pair: Pair, time: StoppedClock, relay: Callable[[], None]
) -> None:
    theirs = world.promise(pair.bens)["id"]
    world.take_seat(pair.anas, pair.bens, pair.ben.id, pair.habit)
    world.take_seat(pair.bens, pair.anas, pair.ana.id, theirs)
    time.advance(SECOND)
    pair.anas.put(f"/blocks/{pair.ben.id}")
    pair.anas.delete(f"/blocks/{pair.ben.id}")
    time.advance(SECOND)
    cast.befriend(pair.ana, pair.ben)
    for _ in range(2):  # before the seats' rows have ended, and after
        assert (pair.bens.get(f"/habits/{pair.habit}").status_code, pair.anas.get(f"/habits/{theirs}").status_code) == (
            404,
            404,
        )
        relay()
    assert not Seat.objects.filter(ended_at__isnull=True).exists()


def test_asked_anew_right_after_making_friends_anew(pair: Pair, time: StoppedClock, relay: Callable[[], None]) -> None:
    """The relay that ends the old seats comes late, and spares the new one."""
    world.take_seat(pair.anas, pair.bens, pair.ben.id, pair.habit)
    time.advance(SECOND)
    pair.bens.delete(f"/friends/{pair.ana.id}")
    time.advance(SECOND)
    cast.befriend(pair.ana, pair.ben)
    world.take_seat(pair.anas, pair.bens, pair.ben.id, pair.habit)
    relay()
    assert held(pair.bens) == [("witness", "accepted")]
    assert Seat.objects.filter(ended_at__isnull=True).count() == 1


@pytest.mark.parametrize("body", [{}, {"role": "owner"}, {"role": None}, {"role": ["witness"]}])
def test_an_offer_names_a_role(pair: Pair, body: dict[str, Any]) -> None:
    assert world.refusal(pair.anas.put(f"/habits/{pair.habit}/seats/{pair.ben.id}", json=body)) == (400, "invalid")
    assert Seat.objects.count() == 0


@pytest.mark.parametrize("body", [{}, {"answer": "maybe"}, {"answer": None}])
def test_an_answer_is_one_of_three(pair: Pair, body: dict[str, Any]) -> None:
    offer(pair.anas, pair.habit, pair.ben)
    assert world.refusal(pair.bens.put(f"/habits/{pair.habit}/seat", json=body)) == (400, "invalid")
    assert held(pair.bens) == [("witness", "invited")]


def test_nobody_is_asked_but_friends(pair: Pair, dan: Person) -> None:
    for person in (dan, pair.ana):
        assert world.refusal(offer(pair.anas, pair.habit, person)) == (404, "not_found")
    assert Seat.objects.count() == 0


def friends_of(ana: Person, number: int) -> list[Person]:
    friends = [cast.arrive(f"Friend{place}") for place in range(number)]
    for friend in friends:
        cast.befriend(ana, friend)
    return friends


def test_five_witnesses_are_enough_invited_ones_included(pair: Pair, door: Doors) -> None:
    *five, sixth = friends_of(pair.ana, limits.WITNESSES_MAX + 1)
    for friend in five:
        assert offer(pair.anas, pair.habit, friend).status_code == 204
    assert world.refusal(offer(pair.anas, pair.habit, sixth)) == (422, "too_many_witnesses")
    assert offer(pair.anas, pair.habit, sixth, "gallery").status_code == 204
    assert world.refusal(offer(pair.anas, pair.habit, sixth)) == (422, "too_many_witnesses")
    assert ("Friend5", "gallery", "invited") in shown(pair.anas, pair.habit)
    answer(door(five[0]), pair.habit, "cheer")
    assert offer(pair.anas, pair.habit, sixth).status_code == 204


@pytest.mark.django_db(transaction=True)
def test_no_sixth_witness_slips_in_at_the_same_moment(pair: Pair, door: Doors) -> None:
    friends = friends_of(pair.ana, 8)
    doors = [door(pair.ana) for _ in friends]
    answers = all_at_once([
        lambda one=one, friend=friend: offer(one, pair.habit, friend).status_code
        for one, friend in zip(doors, friends, strict=True)
    ])  # fmt: skip
    assert sorted(answers) == [204] * 5 + [422] * 3
    assert Seat.objects.filter(ended_at__isnull=True).count() == limits.WITNESSES_MAX


@pytest.mark.django_db(transaction=True)
def test_the_same_offer_and_its_answers_at_once_are_one_seat(pair: Pair, door: Doors) -> None:
    doors = [door(pair.ana) for _ in range(4)]
    assert all_at_once([lambda one=one: offer(one, pair.habit, pair.ben).status_code for one in doors]) == [204] * 4
    theirs = [door(pair.ben) for _ in range(4)]
    words = ("accept", "cheer", "accept", "cheer")
    calls = [
        lambda one=one, word=word: answer(one, pair.habit, word).status_code
        for one, word in zip(theirs, words, strict=True)
    ]
    assert all_at_once(calls) == [204] * 4
    assert Seat.objects.count() == 1
    assert held(pair.bens) == [("gallery", "accepted")]


@pytest.mark.django_db(transaction=True)
def test_answering_and_being_unfriended_at_once_waits_for_nobody_in_a_circle(
    pair: Pair, door: Doors, relay: Callable[[], None]
) -> None:
    habits = [world.promise(pair.anas)["id"] for _ in range(4)]
    for habit in habits:
        offer(pair.anas, habit, pair.ben)
    theirs, other = [door(pair.ben) for _ in habits], door(pair.ana)
    calls: list[Callable[[], Any]] = [
        lambda one=one, habit=habit: answer(one, habit, "accept").status_code
        for one, habit in zip(theirs, habits, strict=True)
    ]
    answers = all_at_once([*calls, lambda: other.delete(f"/friends/{pair.ben.id}").status_code, relay, relay])
    assert set(answers[:4]) <= {204, 404}
    assert not [one for one in answers if isinstance(one, Exception)]
    relay()
    assert held(pair.bens) == []
    assert not Seat.objects.filter(ended_at__isnull=True).exists()
