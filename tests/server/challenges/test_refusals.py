"""What can't be, each with its code, and nothing changed by it."""

from collections.abc import Callable
from typing import Any

import pytest

from server.challenges.models import CarryRow, Challenge, Invitation, Membership
from server.habits.models import Habit
from server.people.models import Person
from shared import ids, limits
from shared.clock import StoppedClock
from tests.server import cast, world
from tests.server.challenges.crew import DAY, MONDAY, Crew

Gather = Callable[..., Crew]
KILOMETRES = {"frequency": "daily", "measure": "at_least", "target": "2", "unit": "km"}


def rows() -> list[Any]:
    tables = (Challenge, Membership, Invitation, CarryRow, Habit)
    return [sorted(map(str, table.objects.values_list())) for table in tables]


def refused(answer: Any, before: list[Any]) -> tuple[int, str]:
    assert rows() == before
    return world.refusal(answer)


@pytest.mark.parametrize(("kind", "changes", "code"), [
    ("duet", {"ends_on": str(MONDAY - DAY)}, "challenge_dates"),
    ("duet", {"starts_on": str(MONDAY - DAY)}, "challenge_dates"),
    ("duet", {"starts_on": str(MONDAY + 366 * DAY), "ends_on": str(MONDAY + 400 * DAY)}, "challenge_dates"),
    ("duet", {"ends_on": str(MONDAY + 366 * DAY)}, "challenge_dates"),
    ("duet", {"ends_on": str(MONDAY), "weekdays": [1]}, "challenge_dates"),
    ("league", {"ends_on": str(MONDAY + 7 * DAY)}, "challenge_dates"),
    ("league", {"starts_on": str(MONDAY + DAY), "ends_on": str(MONDAY + 7 * DAY)}, "challenge_dates"),
    ("goal", {"goal": "-5"}, "invalid"),
    ("goal", {"goal": "0"}, "invalid"),
    ("goal", {"own_target": "-1"}, "invalid"),
    ("goal", {"own_target": None}, "invalid"),
    ("goal", {"unit": " "}, "invalid"),
    ("goal", {"unit": "k\\u200bm"}, "invalid"),
    ("duet", {"goal": "5", "unit": "km"}, "invalid"),
    ("duet", {"asks_at": 600}, "invalid"),
    ("duet", {"kind": "pot"}, "invalid"),
    ("duet", {"weekdays": []}, "invalid"),
    ("duet", {"title": " "}, "invalid"),
])  # fmt: skip
def test_terms_that_do_not_work_out(crew: Gather, kind: str, changes: dict[str, Any], code: str) -> None:
    group = crew(kind)
    group.habits.pop("Ana")
    said = {
        name: value.replace("\\u200b", "\u200b") if isinstance(value, str) else value for name, value in changes.items()
    }
    before = rows()
    assert refused(group.make(**said), before)[1] == code


def test_no_room(crew: Gather) -> None:
    group = crew("duet", "Ben")
    group.arrive("Cleo")
    group.doors["Ana"].put(f"{group.path}/asked/{group.people['Cleo'].id}")
    before = rows()
    answer = group.doors["Cleo"].put(f"{group.path}/membership", json=group.bring("Cleo"))
    assert refused(answer, before) == (409, "challenge_full")


def test_one_place_for_each(crew: Gather) -> None:
    group = crew("chain", "Ben")
    token = group.doors["Ana"].post(f"{group.path}/links").json()["token"]
    before = rows()
    other = {"habit": str(ids.uuid7())}
    for path in (f"{group.path}/membership", f"/challenge-links/{token}/membership"):
        assert refused(group.doors["Ben"].put(path, json=other), before) == (409, "already_in")
    assert refused(group.doors["Ana"].put(f"{group.path}/asked/{group.people['Ben'].id}"), before) == (
        409,
        "already_in",
    )


def test_nobody_comes_in_after_the_end(crew: Gather) -> None:
    group = crew("chain", "Ben", ends_on=str(MONDAY + DAY))
    group.arrive("Cleo")
    group.doors["Ana"].put(f"{group.path}/asked/{group.people['Cleo'].id}")
    group.go(MONDAY + 2 * DAY)  # over on her wall; the last grace still runs
    before = rows()
    answer = group.doors["Cleo"].put(f"{group.path}/membership", json=group.bring("Cleo"))
    assert refused(answer, before) == (409, "challenge_over")
    group.go(MONDAY + 2 * DAY, 12)
    before = rows()
    assert refused(group.doors["Ana"].post(f"{group.path}/links"), before) == (409, "challenge_over")
    assert refused(group.doors["Ana"].patch(group.path, json={"title": "x"}), before) == (409, "challenge_over")
    answer = group.doors["Cleo"].put(f"{group.path}/membership", json=group.bring("Cleo"))
    assert refused(answer, before) == (404, "not_found")


@pytest.mark.parametrize(("kind", "promise", "code"), [
    ("duet", {"schedule": {"frequency": "daily", "measure": "at_most", "target": "2", "unit": "km"}}, "habit_unfit"),
    ("goal", {}, "habit_unfit"),
    ("goal", {"schedule": {"frequency": "daily", "measure": "at_least", "target": "2", "unit": "mi"}}, "habit_unfit"),
    ("goal", {"sensitive": True, "schedule": KILOMETRES}, "sensitive_here"),
    ("league", {"sensitive": True}, "sensitive_here"),
])  # fmt: skip
def test_a_habit_that_does_not_fit(crew: Gather, kind: str, promise: dict[str, Any], code: str) -> None:
    group = crew(kind)
    group.arrive("Ben")
    group.habits["Ben"] = world.promise(group.doors["Ben"], **promise)["id"]
    group.doors["Ana"].put(f"{group.path}/asked/{group.people['Ben'].id}")
    before = rows()
    assert refused(group.doors["Ben"].put(f"{group.path}/membership", json=group.bring("Ben")), before) == (422, code)


def test_somebody_elses_habit_is_not_found(crew: Gather) -> None:
    group = crew("duet")
    group.arrive("Ben")
    group.habits["Ben"] = group.habits["Ana"]
    group.doors["Ana"].put(f"{group.path}/asked/{group.people['Ben'].id}")
    before = rows()
    answer = group.doors["Ben"].put(f"{group.path}/membership", json=group.bring("Ben"))
    assert refused(answer, before) == (404, "not_found")
    assert group.doors["Ben"].put(group.path, json={
        "kind": "duet", "title": "x", "starts_on": str(MONDAY), "ends_on": str(MONDAY), "habit": str(ids.uuid7()),
    }).status_code == 404  # fmt: skip


@pytest.mark.parametrize("born", [2009, None])
def test_leagues_are_for_grown_ups(crew: Gather, born: int | None) -> None:
    group = crew("league")
    ben = group.arrive("Ben")
    Person.objects.filter(pk=ben.pk).update(birth_year=born)
    group.doors["Ana"].put(f"{group.path}/asked/{ben.id}")
    before = rows()
    answer = group.doors["Ben"].put(f"{group.path}/membership", json=group.bring("Ben"))
    assert refused(answer, before) == (422, "grown_ups_only")
    said = {"kind": "league", "title": "x", "starts_on": str(MONDAY), "ends_on": str(MONDAY + 6 * DAY)}
    made = group.doors["Ben"].put(f"/challenges/{ids.uuid7()}", json=said | {"habit": str(ids.uuid7())})
    assert refused(made, before) == (422, "grown_ups_only")


def test_a_flood_of_invitations_ends(crew: Gather) -> None:
    group = crew("goal")
    made = [group.doors["Ana"].post(f"{group.path}/links") for _ in range(limits.INVITES_OPEN_MAX + 3)]
    assert [one.status_code for one in made[: limits.INVITES_OPEN_MAX]] == [201] * limits.INVITES_OPEN_MAX
    assert {world.refusal(one) for one in made[limits.INVITES_OPEN_MAX :]} == {(422, "too_many_invites")}
    for _ in range(limits.INVITES_PER_DAY.amount - limits.INVITES_OPEN_MAX):
        mine = Invitation.objects.filter(closed_at=None).first()
        assert mine is not None
        group.doors["Ana"].delete(f"{group.path}/invitations/{mine.id}")
        assert group.doors["Ana"].post(f"{group.path}/links").status_code == 201
    mine = Invitation.objects.filter(closed_at=None).first()
    assert mine is not None
    group.doors["Ana"].delete(f"{group.path}/invitations/{mine.id}")
    before = rows()
    assert refused(group.doors["Ana"].post(f"{group.path}/links"), before) == (429, "too_many")


def test_only_friends_are_asked_and_only_by_members(crew: Gather) -> None:
    group = crew("duet")
    dan = cast.arrive("Dan")
    before = rows()
    assert refused(group.doors["Ana"].put(f"{group.path}/asked/{dan.id}"), before) == (404, "not_found")
    assert refused(cast.door_of(dan).put(f"{group.path}/asked/{group.people['Ana'].id}"), before) == (404, "not_found")
    assert refused(cast.door_of(dan).post(f"{group.path}/links"), before) == (404, "not_found")


def test_as_many_as_one_person_may_be_in(crew: Gather, time: StoppedClock) -> None:
    group = crew("duet")
    for _ in range(limits.CHALLENGES_MAX - 1):
        assert group.make().status_code == 201
    time.advance(2 * DAY)
    before = rows()
    late = {"starts_on": str(MONDAY + 2 * DAY)}
    assert refused(group.make(**late), before) == (422, "too_many_challenges")


def test_as_many_as_one_person_may_make_a_day(crew: Gather) -> None:
    group = crew("duet")
    for _ in range(limits.CHALLENGES_PER_DAY.amount - 1):
        group.doors["Ana"].delete(f"{group.path}/membership")
        assert group.make().status_code == 201
    group.doors["Ana"].delete(f"{group.path}/membership")
    before = rows()
    assert refused(group.make(), before) == (429, "too_many")


@pytest.fixture
def seven(crew: Gather) -> Crew:
    """A chain seven days on: Ana is in today, Ben is not yet."""
    group = crew("chain", "Ben", "Cleo")
    for day in range(8):
        group.go(MONDAY + day * DAY)
        for name in ("Ana", "Ben", "Cleo") if day < 7 else ("Ana", "Cleo"):
            group.post(name)
    return group


def carry(group: Crew, by: str, name: str, day: int = 7) -> Any:
    return group.doors[by].put(f"{group.path}/members/{group.people[name].id}/carries/{MONDAY + day * DAY}")


def test_carrying_makes_the_day_count_and_shows_nobody_who_was_not_in(seven: Crew) -> None:
    assert seven.progress()["links"] == 7
    assert "Everybody else is in. Yours makes it count, any time before you sleep." in seven.told("Ben")
    assert "Everybody else is in" not in " ".join(seven.told("Ana") + seven.told("Cleo"))
    assert carry(seven, "Ana", "Ben").status_code == 204
    assert carry(seven, "Ana", "Ben").status_code == 204, "a resend"
    assert seven.progress()["links"] == 8
    assert seven.face("Cleo", "Ben")["is_in"]
    assert len(seven.row("Cleo", "Ben")) == 8
    assert "Ana carried you along." in seven.told("Ben")
    assert "Everybody else is in. Yours makes it count, any time before you sleep." not in seven.told("Ben")
    assert "carried" not in " ".join(seven.told("Cleo"))
    assert CarryRow.objects.count() == 1


def test_carries_that_cannot_be(seven: Crew) -> None:
    dan, before = cast.arrive("Dan"), rows()
    assert refused(carry(seven, "Ana", "Ana"), before) == (409, "carry_oneself")
    assert refused(carry(seven, "Ana", "Cleo"), before) == (409, "carry_not_now")
    assert refused(carry(seven, "Ana", "Ben", 5), before) == (409, "carry_not_now")
    assert refused(carry(seven, "Ana", "Ben", 8), before) == (409, "carry_not_now")
    assert refused(carry(seven, "Ben", "Cleo"), before) == (409, "carry_not_now")
    seven.people["Dan"] = dan
    assert refused(carry(seven, "Ana", "Dan"), before) == (404, "not_found")
    assert carry(seven, "Ana", "Ben").status_code == 204
    after = rows()
    assert refused(carry(seven, "Cleo", "Ben"), after) == (409, "carry_spent")
    seven.go(MONDAY + 8 * DAY)
    seven.post("Ana")
    assert refused(carry(seven, "Ana", "Cleo", 8), after[:-1] + rows()[-1:]) == (409, "carry_spent")


def test_a_carry_is_locked_before_seven_days(crew: Gather) -> None:
    group = crew("chain", "Ben")
    group.post("Ana")
    before = rows()
    assert refused(carry(group, "Ana", "Ben", 0), before) == (409, "carry_locked")
