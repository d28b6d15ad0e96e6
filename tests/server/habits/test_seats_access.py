"""Who may do what about seats, promises and rests: every role on every endpoint, and a refusal changes nothing."""

from collections.abc import Callable
from typing import Any

import pytest

from server.people.models import Person
from shared import ids
from tests.server import world
from tests.server.cast import Door
from tests.server.house import OUTSIDERS, SHUT_OUT, TODAY, VIEWERS, House, check_refused, everything

SAID = {"title": "Mine now", "icon": "run", "schedule": {"frequency": "daily", "measure": "tick"}}
Act = Callable[[House, Door], Any]


def rest_it(house: House, by: Door) -> Any:
    body = {"habit": house.habit, "first": str(TODAY), "last": str(TODAY)}
    return by.put(f"/rests/{ids.uuid7()}", json=body)


def read(house: House, by: Door) -> Any:
    return by.get(f"/habits/{house.habit}")


def list_seats(house: House, by: Door) -> Any:
    return by.get("/seats")


def accept(house: House, by: Door) -> Any:
    return by.put(f"/habits/{house.habit}/seat", json={"answer": "accept"})


def leave(house: House, by: Door) -> Any:
    return by.delete(f"/habits/{house.habit}/seat")


OWNING: dict[str, Act] = {
    "ask somebody": lambda house, by: by.put(f"/habits/{house.habit}/seats/{house.ana.id}", json={"role": "witness"}),
    "ask oneself": lambda house, by: by.put(f"/habits/{house.habit}/seats/{house.ben.id}", json={"role": "witness"}),
    "end a seat": lambda house, by: by.delete(f"/habits/{house.habit}/seats/{house.ben.id}"),
    "say it anew": lambda house, by: by.put(f"/habits/{house.habit}", json=SAID),
    "change it": lambda house, by: by.patch(f"/habits/{house.habit}", json={"title": "Mine now"}),
    "archive it": lambda house, by: by.delete(f"/habits/{house.habit}"),
    "read its calendar": lambda house, by: by.get(f"/habits/{house.habit}/calendar"),
    "rest it": rest_it,
}
UNSEATED = tuple(role for role in OUTSIDERS if role != "invited")


@pytest.mark.parametrize("act", OWNING)
@pytest.mark.parametrize("role", [*VIEWERS, *OUTSIDERS])
def test_what_is_the_owners_is_nobody_elses(house: House, role: str, act: str) -> None:
    by = house.as_role(role)
    before = everything()
    check_refused(OWNING[act](house, by), 404)
    assert everything() == before


@pytest.mark.parametrize("act", [*OWNING.values(), read, list_seats, accept, leave])
@pytest.mark.parametrize("role", SHUT_OUT)
def test_who_is_nobody_is_asked_to_sign_in(house: House, role: str, act: Act) -> None:
    by = house.as_role(role)
    before = everything()
    check_refused(act(house, by), 401)
    assert everything() == before


@pytest.mark.parametrize(
    ("role", "status"), [("owner", 200), *((role, 200) for role in VIEWERS), *((role, 404) for role in OUTSIDERS)]
)
def test_reading_takes_a_seat(house: House, role: str, status: int) -> None:
    by = house.as_role(role)
    before = everything()
    assert read(house, by).status_code == status
    assert everything() == before


@pytest.mark.parametrize("role", ["owner", *UNSEATED])
def test_only_who_is_asked_accepts(house: House, role: str) -> None:
    by = house.as_role(role)
    before = everything()
    check_refused(accept(house, by), 404)
    assert everything() == before


@pytest.mark.parametrize("role", VIEWERS)
def test_who_has_accepted_may_say_so_again(house: House, role: str) -> None:
    by = house.as_role(role)
    before = everything()
    assert accept(house, by).status_code == 204
    assert everything() == before


@pytest.mark.parametrize("role", ["owner", *UNSEATED])
def test_who_has_no_seat_is_shown_none(house: House, role: str) -> None:
    assert list_seats(house, house.as_role(role)).json() == {"items": []}


@pytest.mark.parametrize(
    ("role", "seen"),
    [("invited", ("witness", "invited")), ("witness", ("witness", "accepted")), ("gallery", ("gallery", "accepted"))],
)
def test_who_is_asked_sees_what_for(house: House, role: str, seen: tuple[str, str]) -> None:
    (seat,) = list_seats(house, house.as_role(role)).json()["items"]
    assert (seat["role"], seat["state"]) == seen
    assert set(seat["habit"]) == {"id", "title", "icon", "owner"}


@pytest.mark.parametrize("role", ["owner", "declined", "former_witness", "friend", "stranger"])
def test_leaving_without_a_seat_changes_nothing(house: House, role: str) -> None:
    by = house.as_role(role)
    before = everything()
    assert leave(house, by).status_code == 204
    assert everything() == before


@pytest.mark.parametrize("role", ["invited", *VIEWERS])
def test_leaving_leaves(house: House, role: str) -> None:
    by = house.as_role(role)
    assert leave(house, by).status_code == 204
    check_refused(read(house, by), 404)
    assert list_seats(house, by).json() == {"items": []}


def test_a_habit_that_is_not_there_looks_like_one_that_may_not_be_seen(house: House) -> None:
    by = house.as_role("stranger")
    nowhere = ids.uuid7()
    for path in (f"/habits/{{}}/seats/{house.ben.id}", "/habits/{}", "/habits/{}/calendar"):
        assert by.get(path.format(nowhere)).content == by.get(path.format(house.habit)).content
    answers = [by.put(f"/habits/{habit}/seat", json={"answer": "accept"}) for habit in (nowhere, house.habit)]
    assert answers[0].content == answers[1].content


def test_a_suspended_owner_is_not_read_and_a_suspended_friend_is_not_shown(house: House) -> None:
    by = house.as_role("witness")
    Person.objects.filter(id=house.ana.id).update(is_active=False)
    check_refused(read(house, by), 404)
    assert list_seats(house, by).json() == {"items": []}
    Person.objects.filter(id=house.ana.id).update(is_active=True)
    Person.objects.filter(id=house.ben.id).update(is_active=False)
    assert world.promise(house.anas)["seats"] == house.anas.get(f"/habits/{house.habit}").json()["seats"] == []
