"""What members see of each other: from joining to the end, nothing else of the habit, and nothing past a block."""

from collections.abc import Callable
from typing import Any

import pytest

from server.habits.services.hiding import hide_check_in
from shared import clock
from tests.server import cast, world
from tests.server.challenges.crew import DAY, MONDAY, Crew

Gather = Callable[..., Crew]


@pytest.fixture
def trio(crew: Gather) -> Crew:
    group = crew("chain", "Ben", "Cleo")
    for name in ("Ana", "Ben", "Cleo"):
        group.show(name, caption=f"{name} was here")
    return group


def test_members_are_an_audience_for_these_days_and_nothing_else(trio: Crew) -> None:
    """Ben and Cleo are no friends, and see each other here alone."""
    ben, habit = trio.doors["Ben"], trio.habits["Cleo"]
    assert trio.face("Ben", "Cleo")["posted"]["caption"] == "Cleo was here"
    assert trio.photo("Ben", "Cleo", MONDAY) == 200
    for path in (f"/habits/{habit}", f"/habits/{habit}/days/{MONDAY}", f"/habits/{habit}/days/{MONDAY}/photos/1/320"):
        assert ben.get(path).status_code == 404
    assert habit not in ben.get(trio.path).content.decode()
    assert trio.doors["Ben"].get("/feed").json()["items"] == []
    assert ben.put(f"/habits/{habit}/days/{MONDAY}/reaction", json={"kind": "fire"}).status_code == 404


def test_from_joining_on_and_only_what_was_posted_while_a_member(trio: Crew) -> None:
    trio.go(MONDAY + DAY)
    trio.arrive("Eve")
    habit = world.promise(trio.doors["Eve"])["id"]
    trio.habits["Eve"] = habit
    assert trio.join("Eve").status_code == 200
    assert trio.photo("Eve", "Ben", MONDAY) == 404, "before she came"
    assert trio.row("Eve", "Ben") == [str(MONDAY)], "that he was in, the page counts"
    trio.show("Ben")
    trio.show("Eve")
    assert trio.photo("Eve", "Ben", MONDAY + DAY) == trio.photo("Ben", "Eve", MONDAY + DAY) == 200


def test_after_the_end_nobody_looks_any_more_and_the_grid_stays(crew: Gather) -> None:
    group = crew("duet", "Ben", ends_on=str(MONDAY))
    group.show("Ana")
    group.show("Ben")
    group.go(MONDAY + DAY)
    assert group.photo("Ana", "Ben", MONDAY) == 200
    group.go(MONDAY + DAY, 12)
    assert group.page("Ana")["ended"]
    assert group.photo("Ana", "Ben", MONDAY) == 404
    assert group.photo("Ben", "Ben", MONDAY) == 200, "one's own is one's own"
    day = group.doors["Ana"].get(f"{group.path}/days/{MONDAY}").json()["items"]
    assert [(one["is_in"], one["posted"]) for one in day] == [(True, None), (True, None)]
    assert group.row("Ana", "Ben") == [str(MONDAY)]


def test_a_wider_right_still_holds(trio: Crew) -> None:
    world.take_seat(trio.doors["Ana"], trio.doors["Ben"], trio.people["Ben"].id, trio.habits["Ana"])
    trio.doors["Ben"].delete(f"{trio.path}/membership")
    address = f"/habits/{trio.habits['Ana']}/days/{MONDAY}/photos/1/320"
    assert trio.doors["Ben"].get(address).status_code == 200
    assert trio.photo("Ben", "Ana", MONDAY) == 404


@pytest.mark.parametrize("blocker", ["Ben", "Cleo"])
def test_a_blocked_pair_sees_empty_days_and_the_count_stays_right(trio: Crew, blocker: str) -> None:
    other = "Cleo" if blocker == "Ben" else "Ben"
    assert trio.doors[blocker].put(f"/blocks/{trio.people[other].id}").status_code == 204
    for one, two in (("Ben", "Cleo"), ("Cleo", "Ben")):
        assert trio.photo(one, two, MONDAY) == 404
        assert f"{two} was here" not in trio.doors[one].get(trio.path).content.decode()
        assert trio.row(one, two) == []
        assert trio.face(one, two) == {"person": trio.face(one, two)["person"], "is_in": False, "blurred": False,
                                       "posted": None}  # fmt: skip
        assert trio.progress(one)["links"] == 1
    trio.settle()
    assert trio.row("Ana", "Ben") == trio.row("Ana", "Cleo") == [str(MONDAY)]
    assert trio.doors["Ben"].get(trio.path).status_code == 200


@pytest.mark.parametrize("kind", ["together", "chain", "goal"])
def test_blocked_looks_like_left(crew: Gather, kind: str) -> None:
    """In one group Cleo blocks Ben, in the other she leaves: what Ben is shown of her is the same."""
    group = crew(kind, "Ben", "Cleo")
    first, brought = group.path, dict(group.habits)
    assert group.make().status_code == 201
    for name in ("Ben", "Cleo"):
        assert group.join(name).status_code == 200
    for name in ("Ben", "Cleo"):
        group.show(name)
    second = group.path
    seen = [_all_of(group, path) for path in (first, second)]
    assert seen[0] == seen[1]
    assert group.doors["Cleo"].delete(f"{second}/membership").status_code == 204
    left = _all_of(group, second)
    assert group.doors["Cleo"].put(f"/blocks/{group.people['Ben'].id}").status_code == 204
    assert _all_of(group, first) == left != seen[0]
    assert brought == group.habits


def _all_of(group: Crew, path: str) -> list[Any]:
    """Everything that Ben's page of this group says of Cleo, and her photo."""
    page = group.doors["Ben"].get(path).json()
    said = [one for one in page["members"] + page["faces"] if one["person"]["name"] == "Cleo"]
    address = f"{path}/members/{group.people['Cleo'].id}/days/{MONDAY}/photos/1/320"
    return [*said, group.doors["Ben"].get(address).status_code]


def test_two_alone_part_when_one_blocks_the_other(crew: Gather) -> None:
    """The other sees what they would see if they had been left."""
    group = crew("duet", "Ben")
    group.show("Ana")
    group.show("Ben")
    group.doors["Ben"].put(f"/blocks/{group.people['Ana'].id}")
    group.settle()
    assert group.doors["Ben"].get(group.path).status_code == 404
    assert group.row("Ana", "Ben") == []
    assert group.progress("Ana")["days"] == [str(MONDAY)]
    assert group.page("Ana")["created_by_me"]


def test_whoever_is_kept_at_a_distance_sees_empty_days(trio: Crew) -> None:
    said = {"muted": False, "restricted": True}
    assert trio.doors["Ana"].put(f"/friends/{trio.people['Ben'].id}/distance", json=said).status_code == 204
    assert trio.row("Ben", "Ana") == []
    assert trio.photo("Ben", "Ana", MONDAY) == 404
    assert trio.photo("Ana", "Ben", MONDAY) == 200


def test_what_a_moderator_hid_is_its_owners_alone(trio: Crew) -> None:
    from_ben = trio.face("Ana", "Ben")["posted"]["check_in"]
    assert hide_check_in(from_ben, hidden=True, now=clock.now())
    assert trio.face("Ana", "Ben")["posted"] is None
    assert trio.photo("Ana", "Ben", MONDAY) == 404
    assert trio.photo("Ben", "Ben", MONDAY) == 200
    assert trio.face("Ana", "Ben")["is_in"]


def test_a_member_reports_what_they_see_and_nothing_else(trio: Crew) -> None:
    shown = trio.face("Ben", "Cleo")["posted"]["check_in"]
    said: dict[str, Any] = {"subject": "check_in", "subject_id": shown, "reason": "harm"}
    address = "/reports/01890000-0000-7000-8000-0000000000{}"
    assert trio.doors["Ben"].put(address.format("01"), json=said).status_code == 201
    dan = cast.door_of(cast.arrive("Dan"))
    assert dan.put(address.format("02"), json=said).status_code == 404
    person = {"subject": "person", "subject_id": str(trio.people["Cleo"].id), "reason": "harm"}
    assert trio.doors["Ben"].put(address.format("03"), json=person).status_code == 201


def test_an_empty_day_is_just_empty(crew: Gather) -> None:
    """Rested, missed and not due: nobody else's page or notices tell which."""
    group = crew("chain", "Ben", "Cleo")
    world.rest(group.doors["Ben"], MONDAY, MONDAY + 3 * DAY)
    for day in range(11):
        group.go(MONDAY + day * DAY, 13)
        group.post("Ana")
    rested, missed = (group.face("Ana", name) for name in ("Ben", "Cleo"))
    assert rested | {"person": None} == missed | {"person": None}
    assert group.row("Ana", "Ben") == group.row("Ana", "Cleo") == []
    assert group.told("Ana") == []
