"""When it is all too much: no letter, no cold. And never two letters in seven days."""

from server.letters.models import SealedLetter
from tests.server import world
from tests.server.circle import AFTER_GRACE, DAY, Circle
from tests.server.letters import story
from tests.server.letters.story import choose, fate, may_open, miss_a_day, see, until_it_may_open


def _second_habit(circle: Circle) -> str:
    """Another daily promise with Ben as its witness, and a letter of its own."""
    habit = str(world.promise(circle.ana, title="Read", starts_on=story.PROMISED)["id"])
    world.take_seat(circle.ana, circle.ben, circle.people["Ben"].id, habit, "witness")
    story.keep_letters(circle.ben, habit)
    story.write(circle, habit=habit)
    return habit


def test_two_habits_missed_on_one_day_burn_both_letters_and_keep_the_scene_warm(circle: Circle) -> None:
    _second_habit(circle)
    miss = miss_a_day(circle)
    see(circle, miss)
    assert sorted(SealedLetter.objects.values_list("state", "reason", "text")) == [("burnt", "bad_week", "")] * 2
    assert (circle.item()["mood"], circle.item()["spared"]) == ("waiting", True)


def test_one_of_two_habits_missed_is_no_bad_week(circle: Circle) -> None:
    other = _second_habit(circle)
    circle.wake()
    circle.ana.get("/today")
    world.check_in(circle.ana, other, circle.today)
    circle.stay_away()
    miss = circle.item()["miss"]
    see(circle, miss)
    assert fate(circle, miss) == ("sealed", None)
    assert (circle.item()["mood"], circle.item()["spared"]) == ("cold", False)


def test_the_witness_cannot_tell_from_their_card_that_another_habit_was_missed(circle: Circle) -> None:
    """Ben witnesses one habit only: what burnt its letter is not his to know."""
    world.promise(circle.ana, title="Secret", starts_on=story.PROMISED)
    miss = miss_a_day(circle)
    assert fate(circle, miss) == ("burnt", "bad_week")
    (card,) = circle.ben.get("/rounds").json()["misses"]
    assert card["keeps_letter"] is True


def test_three_days_without_opening_kith(circle: Circle) -> None:
    """Last opened on Monday; missed on Tuesday. Friday would open it, were she not away for three whole days."""
    circle.wake()
    circle.stay_away()
    (miss,) = circle.ana.get("/changes").json()["misses"]
    see(circle, miss)
    circle.go(circle.today + DAY, 22)
    assert fate(circle, miss) == ("sealed", None)
    circle.go(circle.today + DAY, 0)
    assert fate(circle, miss) == ("burnt", "bad_week")


def test_coming_back_after_three_days_is_not_met_with_cold(circle: Circle) -> None:
    circle.wake(2)
    circle.stay_away()
    circle.wake()
    circle.go(circle.today, AFTER_GRACE)
    newest = max(circle.ana.get("/changes").json()["misses"], key=lambda miss: miss["date"])
    see(circle, newest)
    assert (circle.item()["miss"]["id"], circle.item()["mood"], circle.item()["spared"]) == (
        newest["id"], "waiting", True
    )  # fmt: skip


def test_opening_kith_each_day_keeps_the_letter_on_its_way(circle: Circle) -> None:
    miss = may_open(circle)
    assert fate(circle, miss) == ("may_open", None)


def test_one_opens_and_the_others_of_that_week_burn(circle: Circle) -> None:
    """Staying away for days misses every one of them; only one letter is ever opened about it."""
    miss = may_open(circle)
    assert choose(circle, miss, "open").status_code == 200
    until_it_may_open(circle, {"opens_at": "2026-03-08"})
    for other in circle.ana.get("/changes").json()["misses"]:
        if other["id"] != miss["id"] and other["letter"]["state"] != "sealed":
            assert fate(circle, other)[0] == "burnt", other
            assert choose(circle, other, "open").json()["code"] == "letter_gone"


def test_two_waiting_at_once(circle: Circle) -> None:
    first = miss_a_day(circle)
    see(circle, first)
    circle.stay_away()
    second = circle.item()["miss"]
    see(circle, second)
    until_it_may_open(circle, second)
    assert (fate(circle, first), fate(circle, second)) == (("may_open", None), ("may_open", None))
    assert choose(circle, first, "open").status_code == 200
    assert fate(circle, second) == ("burnt", "one_a_week")


def test_two_openings_without_a_return_switch_it_off(circle: Circle) -> None:
    first = may_open(circle)
    choose(circle, first, "open")
    while circle.today < circle.time.instant.date().replace(day=11):
        circle.ana.get("/today")
        circle.wake()
    circle.ana.get("/today")
    circle.stay_away()
    second = circle.item()["miss"]
    see(circle, second)
    until_it_may_open(circle, second)
    assert choose(circle, second, "open").json()["state"] == "opened"
    told = circle.ana.get(f"/habits/{circle.habit}/blue-letter").json()
    assert told == {"has": False, "since": None, "offered": False, "off": True}
    assert circle.ben.get(f"/habits/{circle.habit}/blue-letter").json()["text"] is None
    circle.post()
    story.write(circle, "Once more, then")
    assert circle.ana.get(f"/habits/{circle.habit}/blue-letter").json()["off"] is False
