"""Many at the same moment: one place for each, no more than there is room for, one carry a week."""

import pytest

from server.challenges.models import CarryRow, Challenge, Membership
from server.habits.models import Habit
from shared import ids
from shared.clock import StoppedClock
from tests.server import cast
from tests.server.challenges.crew import DAY, MONDAY, gather
from tests.server.threads import all_at_once

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_last_place_is_taken_once(time: StoppedClock) -> None:
    group = gather(time, "league", "Ben", "Cleo")
    token = group.doors["Ana"].post(f"{group.path}/links").json()["token"]
    names = [f"Friend{n}" for n in range(6)]
    for name in names:
        group.arrive(name)
    answers = all_at_once([
        lambda name=name: group.doors[name].put(f"/challenge-links/{token}/membership", {"habit": str(ids.uuid7())})
        for name in names
    ])  # fmt: skip
    assert sorted(one.status_code for one in answers) == [200] * 2 + [409] * 4
    assert Membership.objects.count() == 5
    assert Habit.objects.count() == 5, "nobody is left with a habit made for nothing"


def test_one_tap_from_many_devices_is_one_challenge_and_one_place(time: StoppedClock) -> None:
    group = gather(time, "duet")
    group.arrive("Ben")
    said = {"kind": "chain", "title": "x", "starts_on": str(MONDAY), "ends_on": str(MONDAY + DAY)}
    new, habit = str(ids.uuid7()), str(ids.uuid7())
    doors = [cast.door_of(group.people["Ben"]) for _ in range(6)]
    answers = all_at_once([
        lambda door=door: door.put(f"/challenges/{new}", said | {"habit": habit}) for door in doors
    ])  # fmt: skip
    assert sorted(one.status_code for one in answers) == [200] * 5 + [201]
    assert (Challenge.objects.count(), Membership.objects.filter(challenge=new).count()) == (2, 1)
    assert Habit.objects.filter(id=habit).count() == 1


def test_members_who_come_leave_and_change_at_once_wait_in_no_circle(time: StoppedClock) -> None:
    group = gather(time, "chain", "Ben", "Cleo", "Dora", "Emil")
    calls = [
        lambda: group.doors["Ana"].patch(group.path, json={"title": "Scales"}),
        lambda: group.doors["Ben"].delete(f"{group.path}/membership"),
        lambda: group.doors["Cleo"].delete(f"{group.path}/membership"),
        lambda: group.doors["Ana"].delete(f"{group.path}/members/{group.people['Dora'].id}"),
        lambda: group.doors["Emil"].post(f"{group.path}/links"),
        lambda: group.doors["Ana"].delete(f"{group.path}/membership"),
    ]
    answers = all_at_once(calls)
    assert {one.status_code for one in answers} <= {200, 201, 204, 404}
    assert Challenge.objects.get().creator_id in {
        row.person_id for row in Membership.objects.filter(left_at__isnull=True)
    }  # fmt: skip


def test_one_carry_a_week_however_often_it_is_tapped(time: StoppedClock) -> None:
    group = gather(time, "chain", "Ben", "Cleo", "Dora")
    for day in range(7):
        group.go(MONDAY + day * DAY)
        group.post("Ana")
        group.post("Dora")
    path = f"{group.path}/members"
    calls = [
        lambda door=door, name=name: door.put(f"{path}/{group.people[name].id}/carries/{MONDAY + 6 * DAY}")
        for door in (cast.door_of(group.people["Ana"]), cast.door_of(group.people["Dora"])) for name in ("Ben", "Cleo")
        for _ in range(2)
    ]  # fmt: skip
    answers = all_at_once(calls)
    assert {one.status_code for one in answers} <= {204, 409}
    assert CarryRow.objects.count() == 2
    assert {row.carrier_id for row in CarryRow.objects.all()} == {group.people["Ana"].id, group.people["Dora"].id}
    assert {row.member_id for row in CarryRow.objects.all()} == {group.people["Ben"].id, group.people["Cleo"].id}
