"""Coming in, asking, changing, starting another from it, going: and who looks after it then."""

from collections.abc import Callable
from typing import Any

import pytest

from server.challenges.models import Challenge, Invitation, Membership
from server.people.models import Person
from shared import ids, limits
from tests.server import cast, world
from tests.server.challenges.crew import DAY, MONDAY, Crew

Gather = Callable[..., Crew]


@pytest.mark.sqlite
def test_a_friend_is_asked_reads_what_it_is_and_comes_in(crew: Gather) -> None:
    group = crew("duet")
    group.arrive("Ben")
    group.doors["Ana"].put(f"{group.path}/asked/{group.people['Ben'].id}")
    (asked,) = group.doors["Ben"].get("/challenges").json()["asked"]
    assert (asked["challenge"]["title"], asked["inviter"]["name"]) == ("Side by side", "Ana")
    assert group.doors["Ben"].get(group.path).status_code == 404
    assert group.told("Ben") == ["Ana would like to keep a promise together with you."]
    assert group.join("Ben").status_code == 200
    assert group.doors["Ben"].get("/challenges").json()["asked"] == []
    assert group.told("Ben") == []


def test_a_resend_is_done(crew: Gather) -> None:
    group = crew("duet", "Ben")
    again = group.doors["Ben"].put(f"{group.path}/membership", json=group.bring("Ben"))
    assert again.status_code == 200
    assert group.doors["Ana"].put(group.path, json=_terms() | group.bring("Ana")).status_code == 200
    assert (Challenge.objects.count(), Membership.objects.count()) == (1, 2)


def _terms(**changes: Any) -> dict[str, Any]:
    return {"kind": "duet", "title": "x", "starts_on": str(MONDAY), "ends_on": str(MONDAY + 6 * DAY)} | changes


def test_a_link_lets_people_in_until_it_is_withdrawn(crew: Gather) -> None:
    group = crew("chain")
    made = group.doors["Ana"].post(f"{group.path}/links")
    assert made.status_code == 201
    link = f"/challenge-links/{made.json()['token']}"
    strangers = [cast.arrive(name) for name in ("Dan", "Eve", "Finn")]
    for person in strangers[:2]:
        door = cast.door_of(person)
        assert door.get(link).json()["challenge"]["title"] == "Practise"
        assert door.put(f"{link}/membership", json={"habit": str(ids.uuid7())}).status_code == 200
    assert group.doors["Ana"].delete(f"{group.path}/invitations/{made.json()['id']}").status_code == 204
    late = cast.door_of(strangers[2])
    assert late.get(link).status_code == 404
    assert late.put(f"{link}/membership", json={"habit": str(ids.uuid7())}).status_code == 404
    assert Membership.objects.count() == 3


@pytest.mark.parametrize("ending", ["expired", "blocked", "left"])
def test_a_link_ends_with_its_week_its_makers_word_and_its_maker(crew: Gather, ending: str) -> None:
    group = crew("chain", "Ben")
    token = group.doors["Ben"].post(f"{group.path}/links").json()["token"]
    dan = cast.arrive("Dan")
    if ending == "expired":
        group.time.advance(limits.CHALLENGE_LINK_LIFE)
    elif ending == "blocked":
        group.doors["Ben"].put(f"/blocks/{dan.id}")
    else:
        group.doors["Ben"].delete(f"{group.path}/membership")
    assert cast.door_of(dan).get(f"/challenge-links/{token}").status_code == 404


def test_no_is_said_quietly_and_may_be_asked_anew(crew: Gather) -> None:
    group = crew("duet")
    group.arrive("Ben")
    group.doors["Ana"].put(f"{group.path}/asked/{group.people['Ben'].id}")
    before = group.told("Ana")
    assert group.doors["Ben"].delete(f"{group.path}/invitation").status_code == 204
    assert group.told("Ana") == before
    assert group.doors["Ben"].put(f"{group.path}/membership", json=group.bring("Ben")).status_code == 404
    assert group.join("Ben").status_code == 200


def test_unfriending_takes_the_asking_back(crew: Gather) -> None:
    group = crew("duet")
    group.arrive("Ben")
    group.doors["Ana"].put(f"{group.path}/asked/{group.people['Ben'].id}")
    group.doors["Ben"].delete(f"/friends/{group.people['Ana'].id}")
    assert group.doors["Ben"].put(f"{group.path}/membership", json=group.bring("Ben")).status_code == 404
    assert group.told("Ben") == []


def test_leaving_is_quiet_and_looks_like_empty_days(crew: Gather) -> None:
    group = crew("chain", "Ben", "Cleo")
    for name in ("Ana", "Ben", "Cleo"):
        group.show(name)
    group.go(MONDAY + DAY)
    before = group.told("Ana")
    assert group.doors["Cleo"].delete(f"{group.path}/membership").status_code == 204
    assert group.doors["Cleo"].get(group.path).status_code == 404
    assert group.told("Ana") == before
    assert group.row("Ana", "Cleo") == []
    assert group.photo("Ana", "Cleo", MONDAY) == 404
    assert group.progress()["links"] == 1, "what her day counted for stays counted"
    group.post("Ana")
    group.post("Ben")
    assert group.progress()["links"] == 2, "nobody waits for her any more"


def test_who_left_may_come_back_and_the_gap_stays_a_gap(crew: Gather) -> None:
    group = crew("duet", "Ben")
    group.post("Ben")
    group.doors["Ben"].delete(f"{group.path}/membership")
    group.go(MONDAY + DAY)
    world.check_in(group.doors["Ben"], group.habits["Ben"], MONDAY + DAY)
    group.go(MONDAY + 2 * DAY)
    assert group.join("Ben").status_code == 200
    group.post("Ben")
    assert group.row("Ana", "Ben") == [str(MONDAY), str(MONDAY + 2 * DAY)]


def test_the_creator_sends_somebody_away_for_good(crew: Gather) -> None:
    group = crew("chain", "Ben", "Cleo")
    ben = group.people["Ben"]
    assert group.doors["Cleo"].delete(f"{group.path}/members/{ben.id}").status_code == 404
    assert group.doors["Ana"].delete(f"{group.path}/members/{group.people['Ana'].id}").status_code == 404
    assert group.doors["Ana"].delete(f"{group.path}/members/{ben.id}").status_code == 204
    assert group.doors["Ben"].get(group.path).status_code == 404
    group.doors["Ana"].put(f"{group.path}/asked/{ben.id}")
    assert group.doors["Ben"].put(f"{group.path}/membership", json=group.bring("Ben")).status_code == 404
    token = group.doors["Cleo"].post(f"{group.path}/links").json()["token"]
    assert group.doors["Ben"].get(f"/challenge-links/{token}").status_code == 404
    assert [one["person"]["name"] for one in group.page("Cleo")["members"]] == ["Ana", "Ben", "Cleo"]


def test_when_the_creator_leaves_the_one_longest_here_follows(crew: Gather) -> None:
    group = crew("chain", "Ben", "Cleo")
    assert [group.page(name)["created_by_me"] for name in ("Ana", "Ben", "Cleo")] == [True, False, False]
    group.doors["Ana"].delete(f"{group.path}/membership")
    assert [group.page(name)["created_by_me"] for name in ("Ben", "Cleo")] == [True, False]
    assert group.doors["Ben"].patch(group.path, json={"title": "Scales"}).status_code == 200
    assert group.page("Cleo")["title"] == "Scales"


def test_with_the_last_one_it_is_gone(crew: Gather) -> None:
    group = crew("duet", "Ben")
    for name in ("Ana", "Ben"):
        group.doors[name].delete(f"{group.path}/membership")
    assert not Challenge.objects.exists()
    assert not Invitation.objects.exists()


def test_an_edit_reaches_members_and_leaves_lived_days_alone(crew: Gather) -> None:
    group = crew("chain", "Ben")
    group.go(MONDAY + 2 * DAY)
    change = group.doors["Ana"].patch
    assert group.doors["Ben"].patch(group.path, json={"title": "Mine"}).status_code == 404
    said = {"title": "Scales", "reward": "Cake  for all", "ends_on": str(MONDAY + 4 * DAY)}
    assert change(group.path, json=said).status_code == 200
    page = group.page("Ben")
    assert (page["title"], page["reward"], page["ends_on"]) == ("Scales", "Cake for all", str(MONDAY + 4 * DAY))
    for said in ({"ends_on": str(MONDAY + DAY)}, {"weekdays": [0]}):
        assert world.refusal(change(group.path, json=said)) == (409, "challenge_runs")
    assert change(group.path, json={"ends_on": str(MONDAY + 2 * DAY)}).status_code == 200
    assert world.refusal(change(group.path, json={"ends_on": str(MONDAY + 400 * DAY)})) == (422, "challenge_dates")


def test_weekdays_may_change_until_it_begins(crew: Gather) -> None:
    group = crew("duet", "Ben", starts_on=str(MONDAY + DAY))
    assert group.doors["Ana"].patch(group.path, json={"weekdays": [1, 3]}).status_code == 200
    assert group.page("Ben")["weekdays"] == [1, 3]


def test_a_reached_goal_is_not_moved(crew: Gather) -> None:
    group = crew("goal", "Ben", goal="5")
    assert group.doors["Ana"].patch(group.path, json={"goal": "4"}).status_code == 200
    group.post("Ana")
    assert world.refusal(group.doors["Ana"].patch(group.path, json={"goal": "50"})) == (409, "challenge_runs")
    assert group.progress()["reached_on"] == str(MONDAY)


def test_another_is_started_from_it_and_says_whose_it_was(crew: Gather) -> None:
    group = crew("goal", "Ben", ends_on=str(MONDAY + 6 * DAY))
    new = str(ids.uuid7())
    said = {"starts_on": str(MONDAY + 3 * DAY), "habit": group.habits["Ben"]}
    made = group.doors["Ben"].put(f"{group.path}/forks/{new}", json=said)
    assert made.status_code == 201
    page = made.json()
    assert (page["started_from"], page["goal"]) == ({"title": "Walk to the sea", "name": "Ana"}, "100")
    assert (page["ends_on"], len(page["members"])) == (str(MONDAY + 9 * DAY), 1)
    assert group.doors["Ben"].put(f"{group.path}/forks/{new}", json=said).status_code == 200
    assert group.page("Ana")["forks"] == 1
    group.doors["Ana"].patch(group.path, json={"open_to_fork": False})
    assert group.doors["Ben"].get(f"/challenges/{new}").json()["started_from"]["name"] == ""
    refused = group.doors["Ben"].put(f"{group.path}/forks/{ids.uuid7()}", json=said)
    assert world.refusal(refused) == (422, "challenge_private")
    stranger = cast.door_of(cast.arrive("Dan"))
    assert stranger.put(f"{group.path}/forks/{ids.uuid7()}", json=said).status_code == 404


def test_a_finished_one_can_be_started_from(crew: Gather) -> None:
    group = crew("duet", "Ben", ends_on=str(MONDAY))
    group.go(MONDAY + 2 * DAY)
    assert group.page("Ben")["ended"]
    said = {"starts_on": str(MONDAY + 2 * DAY), "habit": group.habits["Ben"]}
    assert group.doors["Ben"].put(f"{group.path}/forks/{ids.uuid7()}", json=said).status_code == 201


def test_a_person_who_is_suspended_is_not_here_meanwhile(crew: Gather) -> None:
    group = crew("chain", "Ben", "Cleo")
    group.show("Ben")
    Person.objects.filter(pk=group.people["Ben"].pk).update(is_active=False)
    assert [one["person"]["name"] for one in group.page("Ana")["members"]] == ["Ana", "Cleo"]
    assert group.photo("Ana", "Ben", MONDAY) == 404


def test_an_archived_habit_keeps_its_days_and_shows_nothing_more(crew: Gather) -> None:
    group = crew("chain", "Ben")
    group.show("Ben")
    group.post("Ana")
    group.doors["Ben"].delete(f"/habits/{group.habits['Ben']}")
    assert group.progress()["links"] == 1
    assert group.photo("Ana", "Ben", MONDAY) == 404
    assert group.face("Ana", "Ben")["posted"] is None
