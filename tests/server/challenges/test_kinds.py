"""Each kind from its first day to its page, through the API: one check-in serves the habit and the group."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from shared.challenges.kinds import Kind
from shared.challenges.templates import TEMPLATES
from shared.clock import StoppedClock
from tests.server import world
from tests.server.challenges.crew import DAY, MONDAY, Crew

Gather = Callable[..., Crew]


@pytest.mark.sqlite
@pytest.mark.parametrize("kind", [kind.value for kind in Kind])
def test_a_check_in_of_ones_own_habit_counts_for_the_group(crew: Gather, kind: str) -> None:
    group = crew(kind, "Ben")
    group.post("Ana")
    assert group.row("Ana", "Ana") == [str(MONDAY)]
    assert group.doors["Ana"].get("/today").json()["habits"][0]["check_in"] is not None
    group.post("Ben")
    page = group.page("Ana")
    assert page["kind"] == kind
    assert {one["person"]["name"] for one in page["members"]} == {"Ana", "Ben"}
    assert page["habit"] == group.habits["Ana"]


def test_a_duet_stands_side_by_side(crew: Gather) -> None:
    group = crew("duet", "Ben")
    group.post("Ana")
    assert group.progress()["days"] == []
    group.post("Ben")
    assert group.progress()["days"] == group.progress("Ben")["days"] == [str(MONDAY)]
    assert group.page("Ana")["room"] == 0


def test_a_goal_is_one_sum_without_a_ranking(crew: Gather) -> None:
    group = crew("goal", "Ben", "Cleo")
    group.post("Ana", amount="3")
    group.post("Ben", amount="40")
    told = group.progress("Cleo")
    assert (told["total"], told["mine"], told["reached_on"]) == ("18", "0", None), "of forty, three times five"
    assert group.progress("Ben")["mine"] == "15"
    assert "amount" not in group.face("Cleo", "Ben")["posted"]
    assert group.row("Cleo", "Ana") == [], "under one's own target the day is not kept; the amount counts"


def test_a_goal_is_reached_on_the_day_its_sum_is_there(crew: Gather) -> None:
    group = crew("goal", "Ben", goal="12")
    group.post("Ana")
    group.go(MONDAY + DAY)
    group.post("Ben", amount="7")
    assert group.progress()["reached_on"] == str(MONDAY + DAY)


def test_a_chain_grows_with_the_last_one_and_marks_nobody(crew: Gather) -> None:
    group = crew("chain", "Ben", "Cleo")
    group.post("Ana")
    group.post("Ben")
    assert group.progress()["links"] == 0
    assert [group.face("Ana", name)["is_in"] for name in ("Ana", "Ben", "Cleo")] == [True, True, False]
    group.post("Cleo")
    assert (group.progress()["links"], group.progress()["days"]) == (1, [str(MONDAY)])


def test_an_undo_takes_the_link_back_and_a_late_post_brings_it(crew: Gather) -> None:
    group = crew("chain", "Ben")
    group.post("Ana")
    group.post("Ben")
    group.time.advance(timedelta(minutes=1))
    assert world.undo(group.doors["Ben"], group.habits["Ben"], MONDAY).status_code == 200
    assert group.progress()["links"] == 0
    group.go(MONDAY + DAY, 8)
    group.post("Ben", MONDAY)
    assert group.progress()["links"] == 1


def test_a_together_opens_with_ones_own(crew: Gather, time: StoppedClock) -> None:
    group = crew("together", "Ben", "Cleo")
    group.show("Ana", caption="On the roof")
    seen = group.face("Ben", "Ana")
    assert (seen["is_in"], seen["blurred"], seen["posted"]) == (True, True, None)
    assert group.photo("Ben", "Ana", MONDAY) == 404
    group.post("Ben")
    assert group.face("Ben", "Ana")["posted"]["caption"] == "On the roof"
    assert group.photo("Ben", "Ana", MONDAY) == 200
    assert group.photo("Cleo", "Ana", MONDAY) == 404
    group.go(MONDAY + DAY)
    assert group.photo("Cleo", "Ana", MONDAY) == 200, "an empty day is not held against her"
    day = group.doors["Cleo"].get(f"{group.path}/days/{MONDAY}").json()
    assert [one["blurred"] for one in day["items"]] == [False, False, False]


def test_late_ones_say_part_of_day(crew: Gather) -> None:
    group = crew("together", "Ben")
    group.post("Ana")
    assert group.face("Ana", "Ana")["posted"]["part_of_day"] == "morning"
    group.go(MONDAY, 18)  # seven in the evening where they live
    group.post("Ben")
    assert group.face("Ana", "Ben")["posted"]["part_of_day"] == ""


def test_a_league_shows_oneself_and_the_leader(crew: Gather) -> None:
    group = crew("league", "Ben", "Cleo")
    for day in range(3):
        group.go(MONDAY + day * DAY)
        for name in ("Ana", "Ben")[: 2 - day % 2]:
            group.post(name)
    group.go(MONDAY + 3 * DAY, 13)
    week = group.progress("Cleo")["week"]
    assert (week["mine"], week["lead"], week["leader"]["name"]) == (40, 70, "Ana")
    assert group.progress("Ana")["week"]["leader"] is None
    assert group.progress("Ben")["week"]["mine"] == 60
    assert len(group.row("Cleo", "Ana")) == 3
    assert group.row("Cleo", "Ben") == [] == group.row("Ana", "Ben")
    assert group.photo("Cleo", "Ben", MONDAY) == 404
    group.go(MONDAY + 7 * DAY, 9)
    assert group.progress("Cleo")["week"] == {
        "monday": str(MONDAY + 7 * DAY), "mine": 70, "lead": 70, "leader": None,
    }  # fmt: skip


def test_a_habit_one_has_already_serves_both(crew: Gather) -> None:
    group = crew("chain", "Ben")
    group.arrive("Cleo")
    for name in ("Ana", "Ben"):
        group.post(name)
    habit = world.promise(group.doors["Cleo"], title="Scales")["id"]
    world.check_in(group.doors["Cleo"], habit, MONDAY)
    group.habits["Cleo"] = habit
    assert group.join("Cleo").status_code == 200
    assert group.page("Cleo")["first"] == str(MONDAY + DAY), "a day that has counted waits for no newcomer"
    assert "Scales" not in group.doors["Ana"].get(group.path).content.decode()
    group.go(MONDAY + DAY)
    world.check_in(group.doors["Cleo"], habit, MONDAY + DAY)
    assert group.row("Ana", "Cleo") == [str(MONDAY + DAY)]


def test_every_template_is_taken(crew: Gather) -> None:
    group = crew("duet")
    for template in TEMPLATES:
        group.kind, group.habits = template.kind.value, {}
        said = {
            "kind": template.kind.value, "title": template.title, "icon": template.icon,
            "starts_on": str(MONDAY), "ends_on": str(MONDAY + (template.days - 1) * DAY),
            "weekdays": sorted(template.weekdays),
        }  # fmt: skip
        extras = {"unit": template.unit, "goal": str(template.goal)} if template.goal else {}
        extras |= {"own_target": str(template.own_target)} if template.own_target else {}
        extras |= {"asks_at": template.asks_at} if template.asks_at else {}
        group.id = group.id[:-4] + f"{TEMPLATES.index(template) + 1:04x}"
        answer = group.doors["Ana"].put(group.path, json=said | group.bring("Ana") | extras)
        assert answer.status_code == 201, (template.key, answer.content)
    made = group.doors["Ana"].get("/challenges").json()["items"]
    assert len(made) == len(TEMPLATES) + 1


def test_what_is_made_for_a_group_asks_when_the_group_does(crew: Gather) -> None:
    group = crew("together", "Ben", weekdays=[0, 2])
    (habit,) = group.doors["Ben"].get("/habits").json()["items"]
    assert (habit["title"], habit["reminders"]) == ("This evening", [18 * 60])
    assert habit["schedule"] == {"frequency": "weekdays", "measure": "tick", "weekdays": [0, 2]}
