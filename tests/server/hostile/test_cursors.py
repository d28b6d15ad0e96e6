"""Places in a list are only what we gave out, and lead nowhere but through one's own list."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from server.feed.places import Mark, encode_mark
from server.kernel.pages import PAGE, encode_cursor
from server.people.models import Person
from shared import clock, ids
from shared.clock import StoppedClock
from shared.ranking import TIERS, Place
from tests.server.cast import Door, arrive, door_of
from tests.server.circle import Circle, gather
from tests.server.world import refusal

pytestmark = pytest.mark.django_db
BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


@pytest.fixture
def circle(time: StoppedClock) -> Circle:
    """Ana's days fill more than a page of Ben's feed."""
    circle = gather(time)
    circle.keep(PAGE + 5)
    return circle


def mark(last: UUID, *, tier: int = 0, after: timedelta = timedelta(0)) -> str:
    """A place in a feed as it stands this long after now."""
    return encode_mark(Mark(clock.now() + after, Place(tier, -last.int)))


def cards(answer: Any) -> set[str]:
    return {card["check_in"] for card in answer.json()["items"]}


def test_a_spoilt_cursor_is_refused_or_a_place_in_ones_own_list(circle: Circle) -> None:
    """Every single character of it changed, one after the other."""
    first = circle.ben.get("/feed")
    cursor = first.json()["next"]
    own = cards(first) | cards(circle.ben.get(f"/feed?cursor={cursor}"))
    for at, letter in enumerate(cursor):
        flipped = cursor[:at] + BASE64[BASE64.index(letter) ^ 1] + cursor[at + 1 :]
        answer = circle.ben.get(f"/feed?cursor={flipped}")
        if answer.status_code == 200:
            assert cards(answer) <= own
        else:
            assert refusal(answer) == (400, "invalid")


def test_what_we_never_gave_out_is_refused(ana: Person, door: Callable[[Person], Door]) -> None:
    for path, good in (("/feed", mark(ids.uuid7())), ("/notices", encode_cursor(ids.uuid7()))):
        spoilt = (
            good[:-1], good[1:], good * 2, f"{good}==", f"v2.{good}", f"{good} ", f"{good}%00", good[:-1] + "B", "1",
            str(ids.uuid7()), "x" * 5000,
        )  # fmt: skip
        assert door(ana).get(f"{path}?cursor={good}").status_code == 200
        for cursor in spoilt:
            assert refusal(door(ana).get(f"{path}?cursor={cursor}")) == (400, "invalid"), cursor


def test_an_order_of_tomorrow_is_todays_and_after_the_last_place_comes_nothing(circle: Circle) -> None:
    """As where a server's clock was set back between two pages."""
    first, last = UUID(int=2**128 - 1), UUID(int=0)
    now, later = (circle.ben.get(f"/feed?cursor={mark(first, after=timedelta(days=days))}") for days in (0, 9))
    assert cards(now) == cards(later)
    assert len(cards(now)) == PAGE
    for beyond in (mark(last, tier=TIERS), mark(last, tier=255), "_" * 33 + "w"):
        assert cards(circle.ben.get(f"/feed?cursor={beyond}")) == set(), beyond


def test_anothers_cursor_shows_ones_own_list_only(circle: Circle) -> None:
    """Ben's place in his feed, taken by Dan, by Ana, and to another list."""
    cursor = circle.ben.get("/feed").json()["next"]
    assert cards(door_of(arrive("Dan")).get(f"/feed?cursor={cursor}")) == set()
    assert cards(circle.ana.get(f"/feed?cursor={cursor}")) == set()
    assert refusal(circle.ben.get(f"/notices?cursor={cursor}")) == (400, "invalid")


def test_the_ends_of_all_places_are_places(circle: Circle) -> None:
    last, first = mark(UUID(int=0), tier=TIERS - 1), mark(UUID(int=2**128 - 1))
    assert cards(circle.ben.get(f"/feed?cursor={last}")) == set()
    assert len(cards(circle.ben.get(f"/feed?cursor={first}"))) == PAGE
    before_all = encode_mark(Mark(datetime(1970, 1, 1, tzinfo=UTC), Place(0, 0)))
    assert cards(circle.ben.get(f"/feed?cursor={before_all}")) == set()


def test_a_place_stays_one_after_its_row_is_gone(circle: Circle) -> None:
    """However old: it names where to go on from, not what was there."""
    first = circle.ben.get("/feed").json()
    on = cards(circle.ben.get(f"/feed?cursor={first['next']}"))
    assert circle.ana.delete(f"/friends/{circle.people['Ben'].id}").status_code == 204
    assert len(on) == 5
    assert cards(circle.ben.get(f"/feed?cursor={first['next']}")) == set()


def test_nobody_asks_for_more_than_a_page(circle: Circle) -> None:
    for name in ("limit", "page_size", "size", "count"):
        for limit in ("0", "-1", "1000000000", "x", ""):
            assert len(circle.ben.get(f"/feed?{name}={limit}").json()["items"]) == PAGE


@pytest.mark.parametrize("after", ["-1", "x", "1.5", "1e3", "", "٣x", str(2**63), "9" * 100, "0x10", "null"])
def test_a_number_of_changes_that_is_none_is_refused(ana: Person, door: Callable[[Person], Door], after: str) -> None:
    assert refusal(door(ana).get(f"/changes?after={after}")) == (400, "invalid")


def test_changes_beyond_the_last_and_anothers(circle: Circle) -> None:
    """Ana has done more than Ben: her number is beyond his last, and his leads through her own log only."""
    anas, bens = (who.get("/changes").json()["seq"] for who in (circle.ana, circle.ben))
    assert anas > bens
    for beyond in (bens + 1, anas, 2**63 - 1):
        assert refusal(circle.ben.get(f"/changes?after={beyond}")) == (410, "resync")
    assert circle.habit not in circle.ben.get("/changes?after=0").content.decode()
    assert circle.ben.get(f"/changes?after={bens}").json()["seq"] == bens
