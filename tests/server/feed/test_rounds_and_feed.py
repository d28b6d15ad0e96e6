"""Rounds and feed: what friends show, to whom they show it, for as long as they do."""

import pytest

from tests.server import cast, world
from tests.server.circle import DAY, Circle

CARD = {
    "person", "habit", "date", "day_number", "caption", "amount", "unit", "source", "late", "part_of_day", "photos",
    "first_photo", "my_reaction", "looked", "answers_before_me", "check_in", "posted_at",
    "my_comments", "may_write", "anchor", "may_start_beside",
}  # fmt: skip


def _dates(cards: list[dict[str, object]]) -> list[object]:
    return [card["date"] for card in cards]


@pytest.mark.sqlite
def test_a_card_says_who_what_and_which_day(circle: Circle) -> None:
    circle.keep(2)
    photo = world.put_photo(circle.ana).json()
    posted = circle.post(caption="Rain", photos=[photo["id"]], source="camera")
    card = circle.ben.get("/feed").json()["items"][0]
    assert set(card) == CARD | {"why", "sorts"}
    assert (card["person"]["name"], card["habit"]["id"], card["day_number"]) == ("Ana", circle.habit, 3)
    assert (card["caption"], card["source"], card["late"], card["check_in"]) == ("Rain", "camera", False, posted["id"])
    assert card["photos"] == [{"n": 1, "width": photo["width"], "height": photo["height"]}]
    assert card["first_photo"] == {"date": "2026-03-04", "n": 1}
    assert (card["looked"], card["my_reaction"], card["answers_before_me"]) == (False, None, 0)


@pytest.mark.parametrize(
    ("hour", "part", "begun"),
    [(3, "evening", "2026-03-02T17:00:00Z"), (9, "morning", "2026-03-03T04:00:00Z"),
     (14, "afternoon", "2026-03-03T11:00:00Z"), (20, "evening", "2026-03-03T17:00:00Z")],
)  # fmt: skip
def test_others_see_a_part_of_the_day_and_no_clock(circle: Circle, hour: int, part: str, begun: str) -> None:
    circle.go(circle.today + DAY, hour)
    circle.post()
    card = circle.ben.get("/feed").json()["items"][0]
    assert (card["part_of_day"], card["posted_at"]) == (part, begun)


def test_rounds_hold_what_i_have_not_seen_oldest_first(circle: Circle) -> None:
    circle.keep(2)
    circle.post()
    assert _dates(circle.ben.get("/rounds").json()["cards"]) == ["2026-03-02", "2026-03-03", "2026-03-04"]
    assert circle.ben.get("/today").json()["waiting"] == 3
    world.look(circle.ben, circle.habit, "2026-03-03")
    world.react(circle.ben, circle.habit, "2026-03-02", "clap")
    assert _dates(circle.ben.get("/rounds").json()["cards"]) == ["2026-03-04"]
    assert circle.ben.get("/today").json()["waiting"] == 1
    assert _dates(circle.ben.get("/feed").json()["items"]) == ["2026-03-04", "2026-03-03", "2026-03-02"]


def test_rounds_reach_back_three_days(circle: Circle) -> None:
    circle.post()
    circle.go(circle.today + 3 * DAY, 10)
    assert circle.ben.get("/rounds").json()["cards"] == []
    assert len(circle.ben.get("/feed").json()["items"]) == 1


def test_my_own_days_are_not_in_my_feed(circle: Circle) -> None:
    circle.post()
    assert circle.ana.get("/feed").json() == {"items": [], "next": None}
    assert circle.ana.get("/rounds").json() == {"cards": [], "misses": []}


def test_who_was_before_me(circle: Circle) -> None:
    circle.post()
    world.react(circle.cleo, circle.habit, circle.today, "heart")
    circle.time.advance(DAY / 24)
    assert circle.ben.get("/feed").json()["items"][0]["answers_before_me"] == 1
    world.react(circle.ben, circle.habit, circle.today, "fire")
    assert circle.ben.get("/feed").json()["items"][0]["answers_before_me"] == 1
    card = circle.cleo.get("/feed").json()["items"][0]
    assert (card["answers_before_me"], card["my_reaction"], card["looked"]) == (0, "heart", True)


def test_an_undone_day_is_gone(circle: Circle) -> None:
    circle.post()
    world.undo(circle.ana, circle.habit, circle.today)
    assert circle.ben.get("/feed").json()["items"] == []
    assert circle.ben.get("/rounds").json()["cards"] == []


def test_an_archived_habit_is_gone(circle: Circle) -> None:
    circle.post()
    circle.ana.delete(f"/habits/{circle.habit}")
    assert circle.ben.get("/feed").json()["items"] == []
    assert circle.ana.get("/today").json()["habits"] == []


def test_a_long_feed_comes_in_pages_that_neither_skip_nor_repeat(circle: Circle) -> None:
    circle.keep(25)
    first = circle.ben.get("/feed").json()
    assert len(first["items"]) == 20
    circle.post()
    second = circle.ben.get(f"/feed?cursor={first['next']}").json()
    seen = [card["check_in"] for card in first["items"] + second["items"]]
    assert len(seen) == len(set(seen)) == 25
    assert second["next"] is None


@pytest.mark.parametrize("cursor", ["x", "!!!!", "AAAA", "%00"])
def test_a_cursor_we_never_gave_out(circle: Circle, cursor: str) -> None:
    answer = circle.ben.get(f"/feed?cursor={cursor}")
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid")


@pytest.mark.parametrize(("amount", "shown"), [("3", "3"), ("5", "5"), ("6", None)])
def test_an_amount_above_ones_own_limit_shows_as_done(circle: Circle, amount: str, shown: str | None) -> None:
    schedule = {"frequency": "daily", "measure": "at_most", "target": "5", "unit": "cups"}
    habit = world.promise(circle.ana, title="Coffee", schedule=schedule)["id"]
    world.take_seat(circle.ana, circle.ben, circle.people["Ben"].id, habit, "witness")
    world.check_in(circle.ana, habit, circle.today, amount=amount)
    card = circle.ben.get("/feed").json()["items"][0]
    assert (card["amount"], card["unit"]) == (shown, "cups" if shown else "")


def test_a_sensitive_habit_shows_no_amount(circle: Circle) -> None:
    schedule = {"frequency": "daily", "measure": "at_least", "target": "5", "unit": "mg"}
    habit = world.promise(circle.ana, title="Medication", schedule=schedule, sensitive=True)["id"]
    world.take_seat(circle.ana, circle.ben, circle.people["Ben"].id, habit, "witness")
    world.check_in(circle.ana, habit, circle.today, amount="3")
    assert circle.ben.get("/feed").json()["items"][0]["amount"] is None


def test_a_witness_holds_one_card_for_a_date_however_many_habits(circle: Circle) -> None:
    other = world.promise(circle.ana, title="Stretch")["id"]
    world.take_seat(circle.ana, circle.ben, circle.people["Ben"].id, other, "witness")
    for _ in range(7):
        circle.post()
        world.check_in(circle.ana, other, circle.today)
        circle.wake()
    empty = circle.stay_away()
    (card,) = circle.ben.get("/rounds").json()["misses"]
    assert set(card) == {
        "id",
        "person",
        "habit",
        "date",
        "opens_at",
        "my_answer",
        "looked",
        "keeps_letter",
        "own_words",
    }
    assert (card["date"], card["looked"], card["my_answer"]) == (empty.isoformat(), False, None)
    circle.ben.put(f"/misses/{card['id']}/answer", {"kind": "cheer", "preset": "hug"})
    (answered,) = circle.ben.get("/rounds").json()["misses"]
    said = {"kind": "cheer", "preset": "hug", "picture": None, "words": ""}
    assert answered == card | {"looked": True, "my_answer": said}


def test_the_card_goes_with_the_comeback(circle: Circle) -> None:
    circle.miss_a_day()
    assert len(circle.ben.get("/rounds").json()["misses"]) == 1
    circle.post()
    assert circle.ben.get("/rounds").json()["misses"] == []


@pytest.mark.parametrize("path", ["/rounds", "/feed"])
def test_what_is_known_is_not_sent_twice(circle: Circle, path: str) -> None:
    tag = circle.ben.get(path).headers["ETag"]
    assert circle.ben.get(path, If_None_Match=tag).status_code == 304
    circle.post()
    assert circle.ben.get(path, If_None_Match=tag).status_code == 200


def test_becoming_friends_anew_restores_nothing(circle: Circle) -> None:
    circle.post()
    circle.ana.delete(f"/friends/{circle.people['Ben'].id}")
    circle.time.advance(DAY / 24)
    cast.befriend(circle.people["Ana"], circle.people["Ben"])
    assert circle.ben.get("/feed").json()["items"] == []
