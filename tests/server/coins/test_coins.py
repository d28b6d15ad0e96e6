"""Coins through the API: four a day to whoever showed up, spent on what members offer, exact in any haste."""

from collections.abc import Callable
from typing import Any

import pytest

from server.coins.models import CoinTransfer, Offer
from server.people.models import Person
from shared import ids
from shared.clock import StoppedClock
from tests.server import cast, world
from tests.server.challenges.crew import DAY, MONDAY, Crew, gather
from tests.server.threads import all_at_once

Gather = Callable[..., Crew]


@pytest.fixture
def trio(db: None, time: StoppedClock) -> Crew:
    """Ana, Ben and Cleo in a chain; Ana and Ben showed up today."""
    group = gather(time, "chain", "Ben", "Cleo")
    for name in ("Ana", "Ben"):
        group.post(name)
    return group


def give(group: Crew, giver: str, to: str, coins: int = 1, gift: str | None = None, **at: Any) -> Any:
    said = {"person": str(group.people[to].id), "coins": coins}
    return at.get("door", group.doors[giver]).put(f"{group.path}/gifts/{gift or ids.uuid7()}", json=said)


def coins(group: Crew, name: str) -> dict[str, Any]:
    return dict(group.doors[name].get(f"{group.path}/coins").json())


def offer(group: Crew, name: str, price: int = 2, title: str = "Soup") -> tuple[str, Any]:
    path = f"{group.path}/offers/{ids.uuid7()}"
    return path, group.doors[name].put(path, json={"title": title, "price": price})


@pytest.mark.sqlite
def test_four_a_day_to_whoever_showed_up_gone_overnight(trio: Crew) -> None:
    assert [one["name"] for one in coins(trio, "Cleo")["takers"]] == ["Ana", "Ben"]
    assert give(trio, "Cleo", "Ana", 3).status_code == 204
    assert (coins(trio, "Cleo")["left_today"], coins(trio, "Ana")["purse"]) == (1, 3)
    assert world.refusal(give(trio, "Cleo", "Ben", 2)) == (409, "coins_given")
    assert give(trio, "Cleo", "Ben").status_code == 204
    (received,) = coins(trio, "Ana")["received"]
    assert (received["person"]["name"], received["coins"]) == ("Cleo", 3)
    trio.go(MONDAY + DAY)
    assert (coins(trio, "Cleo")["left_today"], coins(trio, "Ana")["left_today"]) == (4, 4)
    assert coins(trio, "Cleo")["takers"] == []


def test_gifts_that_are_none(trio: Crew) -> None:
    trio.people["Dan"] = cast.arrive("Dan")
    stranger = cast.door_of(trio.people["Dan"])
    assert world.refusal(give(trio, "Ana", "Ana")) == (409, "coin_oneself")
    assert world.refusal(give(trio, "Ana", "Cleo")) == (409, "not_shown_up")
    assert world.refusal(give(trio, "Ana", "Dan")) == (404, "not_found")
    assert world.refusal(give(trio, "Ana", "Ana", door=stranger)) == (404, "not_found")
    for amount in (0, -1, 5, 1.5, "1"):
        assert world.refusal(give(trio, "Ana", "Ben", amount)) == (400, "invalid")  # type: ignore[arg-type]
    trio.doors["Ben"].put(f"/blocks/{trio.people['Cleo'].id}")
    assert world.refusal(give(trio, "Cleo", "Ben")) == (404, "not_found")
    assert not CoinTransfer.objects.exists()


def test_a_resend_is_one_gift_and_another_under_its_name_is_none(trio: Crew) -> None:
    gift = str(ids.uuid7())
    assert [give(trio, "Ana", "Ben", 2, gift).status_code for _ in range(3)] == [204] * 3
    assert world.refusal(give(trio, "Ana", "Ben", 1, gift)) == (409, "conflict")
    assert world.refusal(give(trio, "Ben", "Ana", 2, gift)) == (409, "conflict")
    assert coins(trio, "Ben")["purse"] == 2


def test_offers_are_taken_with_what_was_received(trio: Crew) -> None:
    path, made = offer(trio, "Ana")
    assert made.status_code == 204
    give(trio, "Cleo", "Ben", 3)
    (shown,) = coins(trio, "Ben")["offers"]
    assert (shown["title"], shown["price"], shown["person"]["name"]) == ("Soup", 2, "Ana")
    take = f"{path}/takes/{ids.uuid7()}"
    assert [trio.doors["Ben"].put(take).status_code for _ in range(2)] == [204, 204]
    assert (coins(trio, "Ben")["purse"], coins(trio, "Ana")["purse"]) == (1, 2)
    (taken,) = coins(trio, "Ana")["taken"]
    assert (taken["person"]["name"], taken["title"]) == ("Ben", "Soup")
    assert world.refusal(trio.doors["Ben"].put(f"{path}/takes/{ids.uuid7()}")) == (409, "coins_few")
    assert world.refusal(trio.doors["Ana"].put(f"{path}/takes/{ids.uuid7()}")) == (409, "coin_oneself")
    assert trio.doors["Ana"].delete(path).status_code == 204
    assert world.refusal(trio.doors["Ben"].put(f"{path}/takes/{ids.uuid7()}")) == (404, "not_found")
    assert trio.doors["Ben"].put(take).status_code == 204, "a resend, still"
    assert coins(trio, "Ben")["offers"] == []


def test_offers_nobody_can_make_or_take(trio: Crew) -> None:
    path, _ = offer(trio, "Ana")
    stranger = cast.door_of(cast.arrive("Dan"))
    assert world.refusal(stranger.put(f"{path}/takes/{ids.uuid7()}")) == (404, "not_found")
    assert world.refusal(stranger.put(f"{trio.path}/offers/{ids.uuid7()}", json={"title": "x", "price": 1})) == (
        404, "not_found",
    )  # fmt: skip
    assert world.refusal(trio.doors["Ben"].put(path, json={"title": "Mine", "price": 1})) == (404, "not_found")
    for price in (0, -4, 100):
        assert world.refusal(offer(trio, "Ben", price)[1]) == (400, "invalid")
    for _ in range(5):
        assert offer(trio, "Ben")[1].status_code == 204
    assert world.refusal(offer(trio, "Ben")[1]) == (429, "too_many")
    give(trio, "Ana", "Ben", 4)
    Person.objects.filter(name="Ben").update(birth_year=2009)
    assert world.refusal(trio.doors["Ben"].put(f"{path}/takes/{ids.uuid7()}")) == (422, "grown_ups_only")
    assert world.refusal(offer(trio, "Ben")[1]) == (422, "grown_ups_only")
    assert Offer.objects.count() == 6


@pytest.mark.parametrize("who", ["giver", "receiver", "group"])
def test_off_is_off(trio: Crew, who: str) -> None:
    give(trio, "Ana", "Ben", 1)
    path = f"{trio.path}/coins" if who == "group" else "/me/coins"
    door = trio.doors["Ben" if who == "receiver" else "Ana"]
    assert door.put(path, json={"on": False}).status_code == 204
    assert world.refusal(give(trio, "Ana", "Ben")) == (409, "coins_off")
    shown = coins(trio, "Ana")
    assert (shown["on"], shown["mine_on"]) == (who != "group", who != "giver")
    assert coins(trio, "Ben")["purse"] == 1, "what was given stays"
    assert door.put(path, json={"on": True}).status_code == 204
    assert give(trio, "Ana", "Ben").status_code == 204
    if who == "group":
        assert trio.doors["Ben"].put(path, json={"on": False}).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_of_twenty_gifts_at_once_four_coins_arrive(time: StoppedClock) -> None:
    group = gather(time, "chain", "Ben", "Cleo")
    for name in ("Ben", "Cleo"):
        group.post(name)
    doors = [cast.door_of(group.people["Ana"]) for _ in range(20)]
    answers = all_at_once([
        lambda door=door, to=to: give(group, "Ana", to, door=door).status_code
        for door, to in zip(doors, ["Ben", "Cleo"] * 10, strict=True)
    ])  # fmt: skip
    assert sorted(answers) == [204] * 4 + [409] * 16
    assert sum(CoinTransfer.objects.values_list("coins", flat=True)) == 4
    assert coins(group, "Ben")["purse"] + coins(group, "Cleo")["purse"] == 4


@pytest.mark.django_db(transaction=True)
def test_a_purse_is_spent_once_however_many_take(time: StoppedClock) -> None:
    group = gather(time, "chain", "Ben")
    group.post("Ben")
    path, _ = offer(group, "Ana", 3)
    give(group, "Ana", "Ben", 4)
    doors = [cast.door_of(group.people["Ben"]) for _ in range(8)]
    answers = all_at_once([lambda door=door: door.put(f"{path}/takes/{ids.uuid7()}").status_code for door in doors])
    assert sorted(answers) == [204] + [409] * 7
    assert (coins(group, "Ben")["purse"], coins(group, "Ana")["purse"]) == (1, 3)
