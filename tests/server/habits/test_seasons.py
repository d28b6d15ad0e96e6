"""Seasons through the API: thirty days pass, the owner is asked, and seats follow the answer."""

from datetime import date, timedelta
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps

from server.habits.models import Season, Seat
from server.notifications.models import Delivery, Notice
from shared.clock import StoppedClock
from tests.server import cast, world
from tests.server.circle import Circle, gather, notices

DAY = timedelta(days=1)
OVER = 30
"""Days after the first on which a season is over."""


@pytest.fixture
def circle(db: None, time: StoppedClock) -> Circle:
    return gather(time)


def first(circle: Circle) -> date:
    return Season.objects.get(habit=circle.habit, number=1).first


def until_over(circle: Circle, days: int = 0) -> None:
    """It is some days after the season, just after grace. Ana rested all of it that was left."""
    if circle.today <= first(circle) + 29 * DAY:
        world.rest(circle.ana, circle.today, first(circle) + 29 * DAY)
    circle.go(first(circle) + (OVER + days) * DAY, 12)


def renew(circle: Circle, number: int = 2, **said: Any) -> Any:
    return circle.ana.put(
        f"/habits/{circle.habit}/seasons/{number}", {"witnesses": [], "gallery": []} | said
    )  # fmt: skip


def choose(circle: Circle, choice: str, number: int = 1) -> Any:
    return circle.ana.patch(f"/habits/{circle.habit}/seasons/{number}", {"choice": choice})


def ask_only_ben(circle: Circle) -> None:
    assert renew(circle, witnesses=[str(circle.people["Ben"].id)]).status_code == 201


def seats(circle: Circle) -> list[tuple[str, str, str]]:
    shown = circle.ana.get(f"/habits/{circle.habit}").json()["seats"]
    return [(seat["person"]["name"], seat["role"], seat["state"]) for seat in shown]


@pytest.mark.sqlite
def test_a_promise_begins_its_first_season(circle: Circle) -> None:
    today = circle.today
    said = circle.ana.get(f"/habits/{circle.habit}").json()["seasons"]
    gentle = (today + 6 * DAY).isoformat()
    assert said == [{"number": 1, "first": today.isoformat(), "gentle_through": gentle, "closed_on": None}]
    assert circle.item()["season"] == {"number": 1, "day": 1, "days": 30, "asks": False}


def test_after_thirty_days_the_owner_is_asked_and_each_witness_thanked(circle: Circle) -> None:
    until_over(circle)
    circle.send()
    assert circle.item()["season"] == {"number": 1, "day": 30, "days": 30, "asks": True}
    assert notices(circle.ana)[0] == "Thirty days. Once more, lighter, or done?"
    assert notices(circle.ben)[0] == "Ana's thirty days are over. Thank you for looking."
    assert not any("thirty" in line for line in notices(circle.cleo))
    assert seats(circle) == [("Ben", "witness", "accepted"), ("Cleo", "gallery", "accepted")]


def test_renewal_asks_those_picked_anew_and_says_nothing_to_the_others(circle: Circle) -> None:
    eve = cast.arrive("Eve")
    cast.befriend(circle.people["Ana"], eve)
    door = cast.door_of(eve)
    world.take_seat(circle.ana, door, eve.id, circle.habit, "witness")
    until_over(circle)
    before = notices(door)
    ask_only_ben(circle)
    circle.send()
    assert seats(circle) == [("Ben", "witness", "invited")]
    assert circle.ben.get(f"/habits/{circle.habit}").status_code == 404
    for former in (door, circle.cleo):
        assert former.get("/seats").json() == {"items": []}
        assert former.get(f"/habits/{circle.habit}").status_code == 404
    assert notices(door) == before
    assert "Ana would like you to look, once a day, for 30 days." in notices(circle.ben)
    assert circle.ben.put(f"/habits/{circle.habit}/seat", {"answer": "accept"}).status_code == 204
    assert seats(circle) == [("Ben", "witness", "accepted")]
    assert circle.item()["season"] == {"number": 2, "day": 1, "days": 30, "asks": False}


@pytest.mark.parametrize(("answer", "left"), [("cheer", [("Ben", "gallery", "accepted")]), ("decline", [])])
def test_whoever_is_asked_anew_may_rather_cheer_or_say_no(
    circle: Circle, answer: str, left: list[tuple[str, str, str]]
) -> None:
    until_over(circle)
    ask_only_ben(circle)
    assert circle.ben.put(f"/habits/{circle.habit}/seat", {"answer": answer}).status_code == 204
    assert seats(circle) == left


def test_the_same_renewal_again_changes_nothing_and_no_season_is_left_out(circle: Circle) -> None:
    assert world.refusal(renew(circle)) == (422, "season_runs")
    until_over(circle)
    assert world.refusal(renew(circle, number=3)) == (409, "conflict")
    ask_only_ben(circle)
    assert renew(circle).status_code == 200
    assert seats(circle) == [("Ben", "witness", "invited")]
    assert Season.objects.filter(habit=circle.habit).count() == 2
    assert world.refusal(choose(circle, "done")) == (409, "conflict")


def test_who_is_no_friend_any_more_is_left_out_without_a_word(circle: Circle) -> None:
    until_over(circle)
    cleo, dan = circle.people["Cleo"], cast.arrive("Dan")
    assert circle.cleo.delete(f"/friends/{circle.people['Ana'].id}").status_code == 204
    answer = renew(circle, gallery=[str(cleo.id), str(dan.id)])
    assert answer.status_code == 201
    assert answer.json()["seats"] == []


def test_an_offer_not_answered_yet_stays_the_offer_it_was(circle: Circle) -> None:
    eve = cast.arrive("Eve")
    cast.befriend(circle.people["Ana"], eve)
    until_over(circle)
    world.offer_seat(circle.ana, eve.id, circle.habit)
    asked = Seat.objects.get(person=eve)
    assert renew(circle, witnesses=[str(eve.id)]).status_code == 201
    assert list(Seat.objects.filter(person=eve)) == [asked]


def test_lighter_is_an_easier_schedule_from_the_next_day(circle: Circle) -> None:
    until_over(circle)
    lighter = {"frequency": "per_week", "times": 3, "measure": "tick"}
    versions = renew(circle, schedule=lighter).json()["versions"]
    assert [version["valid_from"] for version in versions] == [
        first(circle).isoformat(), (circle.today + DAY).isoformat()
    ]  # fmt: skip
    assert versions[1]["schedule"] == lighter
    assert world.refusal(renew(circle, number=3, schedule={"frequency": "never"})) == (422, "invalid_schedule")


def test_a_season_nobody_renews_lapses_silently_and_the_habit_goes_on_alone(circle: Circle) -> None:
    circle.keep(3)
    until_over(circle)
    circle.send()
    told = Notice.objects.count()
    until_over(circle, days=6)
    assert len(seats(circle)) == 2
    until_over(circle, days=7)
    circle.send()
    assert seats(circle) == []
    assert circle.item()["season"] is None
    assert Notice.objects.exclude(kind="reminder").count() == told
    assert Delivery.objects.filter(state="waiting", notice__recipient__name__in=["Ben", "Cleo"]).count() == 0
    assert notices(circle.ana) == []
    assert circle.post()["date"] == circle.today.isoformat()
    assert circle.item()["day_number"] == 4


def test_the_question_waits_for_whoever_rests(circle: Circle) -> None:
    over = first(circle) + OVER * DAY
    world.rest(circle.ana, over, over + 20 * DAY)
    until_over(circle, days=20)
    assert len(seats(circle)) == 2
    assert circle.item()["season"]["asks"]
    until_over(circle, days=28)
    assert seats(circle) == []


def test_done_ends_the_seats_at_once_and_the_habit_stays(circle: Circle) -> None:
    assert world.refusal(choose(circle, "done")) == (422, "season_runs")
    until_over(circle)
    assert choose(circle, "done").json()["seasons"][0]["closed_on"] == circle.today.isoformat()
    assert choose(circle, "done").status_code == 200
    assert seats(circle) == []
    assert circle.item()["season"] is None
    assert not any("Thirty" in line for line in notices(circle.ana))


def test_asking_a_friend_later_begins_the_next_season(circle: Circle) -> None:
    until_over(circle)
    choose(circle, "done")
    circle.wake(10)
    world.offer_seat(circle.ana, circle.people["Ben"].id, circle.habit)
    assert circle.item()["season"] == {"number": 2, "day": 1, "days": 30, "asks": False}


def test_gentle_days_end_early_when_their_owner_says_so(circle: Circle) -> None:
    circle.wake()
    assert choose(circle, "in_earnest").json()["seasons"][0]["gentle_through"] == circle.today.isoformat()
    circle.stay_away()
    assert circle.item()["miss"] is None
    circle.stay_away()
    assert circle.item()["miss"]["date"] == (circle.today - DAY).isoformat()


def test_nothing_is_missed_while_the_question_waits_nor_in_the_new_gentle_week(circle: Circle) -> None:
    circle.go(first(circle) + (OVER + 3) * DAY, 12)
    missed = circle.ana.get("/changes").json()["misses"]
    assert max(miss["date"] for miss in missed) == (first(circle) + 29 * DAY).isoformat()
    renew(circle)
    for _ in range(7):
        circle.stay_away()
    assert circle.item()["miss"] is None
    circle.stay_away()
    assert circle.item()["miss"] is not None


def test_a_gold_letter_waits_while_its_writer_is_asked_anew(circle: Circle) -> None:
    path = f"/habits/{circle.habit}/gold-letter"
    assert circle.ben.put(path, {"text": "You did it"}).status_code == 200
    until_over(circle)
    ask_only_ben(circle)
    circle.ben.put(f"/habits/{circle.habit}/seat", {"answer": "accept"})
    assert circle.ben.get(path).json()["sealed"]["text"] == "You did it"
    circle.ben.put(f"/habits/{circle.habit}/seat", {"answer": "cheer"})
    circle.keep(7)
    assert circle.ana.get("/changes").json()["gold_letters"] == []


def test_the_owners_thanks_reach_whoever_looked_also_when_they_answer_before_noon(circle: Circle) -> None:
    circle.go(first(circle) + OVER * DAY, 6)
    assert renew(circle).status_code == 201
    circle.go(circle.today, 13)
    circle.send()
    assert notices(circle.ben).count("Ana's thirty days are over. Thank you for looking.") == 1


def test_an_upgrade_takes_nobodys_witnesses_and_changes_no_day(circle: Circle) -> None:
    """Ana's habit is as old as one that was promised long before there were seasons."""
    circle.go(first(circle) + 40 * DAY, 12)
    Season.objects.filter(habit=circle.habit).delete()
    young = world.promise(circle.ana)["id"]
    Season.objects.filter(habit=young).delete()
    import_module("server.habits.migrations.0006_seasons").give_seasons(apps, None)
    old = Season.objects.filter(habit=circle.habit).order_by("number")
    start, today = circle.today - 40 * DAY, circle.today
    assert [(one.first, one.gentle_through, one.closed_on) for one in old] == [
        (start, start + 6 * DAY, start + 29 * DAY), (today, today - DAY, None),
    ]  # fmt: skip
    assert Season.objects.get(habit=young).first == today
    circle.stay_away()
    assert circle.item()["miss"] is not None
    circle.go(today + 30 * DAY, 12)
    assert circle.item()["season"]["asks"]
