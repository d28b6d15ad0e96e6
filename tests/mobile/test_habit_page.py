"""The page of one habit in Ana's hand, without a screen: months, days, duets, film, and numbers only she sees."""

from datetime import date, datetime, timedelta

import pytest

from mobile.actions.habits import archive_habit
from mobile.actions.rest import rest
from mobile.app_core import Core
from mobile.presenters import habit_copy
from mobile.presenters.habit_numbers import easiest_of
from mobile.presenters.habit_state import DayWay, Weekday
from mobile.store import albums, cache, outbox
from shared import clock
from tests.mobile.stage import DAY, NOON, TODAY, Stage


def opened(stage: Stage, **habit: object) -> Core:
    page = stage.habit(**habit)  # type: ignore[arg-type]
    core = stage.synced(stage.ana)
    core.habit.open(page)
    return core


def states(core: Core) -> dict[int, str]:
    month = core.habit.state.month
    assert month is not None
    return {day.number: day.state for day in month.days}


def test_it_says_what_it_is_and_who_looks(stage: Stage) -> None:
    state = opened(stage, kept=11).habit.state
    assert (state.title, state.line, state.headline) == ("Morning run", "Every day · with Ben and Cleo", "Day 11")
    assert {face.name for face in state.faces} == {"Ben", "Cleo"}


def test_a_month_shows_what_each_day_became(stage: Stage) -> None:
    core = opened(stage, kept=5)
    month = core.habit.state.month
    assert month is not None
    assert (month.name, month.lead, len(month.days)) == ("November", 6, 30)
    assert {n: s for n, s in states(core).items() if n > 16} == {
        17: "before", 18: "done", 19: "done", 20: "done", 21: "done", 22: "done", 23: "open",
        24: "ahead", 25: "ahead", 26: "ahead", 27: "ahead", 28: "ahead", 29: "ahead", 30: "ahead",
    }  # fmt: skip
    assert [day.number for day in month.days if day.photo] == [18, 19, 20, 21, 22]
    assert [day.number for day in month.days if day.is_today] == [23]


def test_one_turns_back_to_the_first_month_and_on_to_the_next(stage: Stage) -> None:
    core = opened(stage, kept=40)
    names = []
    for turn in (core.habit.earlier, core.habit.earlier, core.habit.later, core.habit.later, core.habit.later):
        turn()
        assert core.habit.state.month is not None
        names.append(core.habit.state.month.name)
    assert names == ["October", "October", "November", "December", "December"]
    assert not core.habit.state.month.later


def test_another_years_month_says_so() -> None:
    assert habit_copy.month(date(2025, 12, 1), TODAY) == "December 2025"


def test_a_day_that_was_touched_shows_its_photo_its_words_and_no_way_to_change_it(stage: Stage) -> None:
    core = opened(stage, kept=5)
    core.engine.run_once()
    core.habit.touch("2026-11-19")
    day = core.habit.state.day
    assert day is not None
    assert (day.title, day.number, day.words) == ("Thursday, 19 November", "Day 2", "You showed up.")
    assert day.photo is not None
    assert day.photo.path is not None
    assert (day.beside, day.ways) == (True, ())
    core.habit.put_day_away()
    assert core.habit.state.day is None


def test_before_the_promise_there_is_nothing_to_look_at(stage: Stage) -> None:
    core = opened(stage, kept=5)
    core.habit.touch("2026-11-03")
    assert core.habit.state.day is None


def test_today_is_done_and_taken_back_from_its_own_place(stage: Stage) -> None:
    core = opened(stage, kept=2)
    today = TODAY.isoformat()
    core.habit.touch(today)
    assert core.habit.state.day is not None
    assert core.habit.state.day.ways == (DayWay.PHOTO, DayWay.TICK, DayWay.REST)
    core.habit.do(today, DayWay.TICK)
    assert (states(core)[23], core.habit.state.day, core.today.state.headline.big) == ("done", None, "Day 3")
    core.habit.touch(today)
    assert core.habit.state.day is not None
    assert core.habit.state.day.ways == (DayWay.UNDO,)
    core.habit.do(today, DayWay.UNDO)
    assert states(core)[23] == "open"


def test_yesterday_is_added_while_it_counts_and_not_later(stage: Stage) -> None:
    stage.time.move_to(NOON - timedelta(hours=3))
    core = opened(stage, kept=2, until=TODAY - DAY)
    core.habit.touch("2026-11-22")
    day = core.habit.state.day
    assert day is not None
    assert (day.words, day.late) == ("Still counts until noon.", True)
    assert day.ways == (DayWay.PHOTO, DayWay.TICK, DayWay.REST)
    stage.time.move_to(NOON + timedelta(minutes=1))
    core.habit.do("2026-11-22", DayWay.TICK)
    assert core.habit.state.problem
    core.habit.touch("2026-11-22")
    assert core.habit.state.day is not None
    assert core.habit.state.day.ways == ()
    stage.time.move_to(NOON - timedelta(hours=3))
    core.habit.do("2026-11-22", DayWay.TICK)
    assert (states(core)[22], core.habit.state.problem) == ("late", "")


def test_a_day_ahead_rests_and_no_longer(stage: Stage) -> None:
    core = opened(stage, kept=2)
    friday = "2026-11-27"
    core.habit.touch(friday)
    assert core.habit.state.day is not None
    assert core.habit.state.day.ways == (DayWay.REST,)
    core.habit.do(friday, DayWay.REST)
    assert [n for n, state in states(core).items() if state == "rest"] == [27]
    core.engine.run_once()
    core.habit.touch(friday)
    assert core.habit.state.day is not None
    assert core.habit.state.day.ways == (DayWay.NO_REST,)
    core.habit.do(friday, DayWay.NO_REST)
    assert states(core)[27] == "ahead"
    core.engine.run_once()
    assert states(core)[27] == "ahead"


def test_one_day_of_a_longer_rest_is_not_taken_out_of_it(stage: Stage) -> None:
    core = opened(stage, kept=2)
    rest(core.store, first=TODAY, last=TODAY + 5 * DAY, habit_id=None, now=clock.now())
    core.habit.touch((TODAY + DAY).isoformat())
    assert core.habit.state.day is not None
    assert core.habit.state.day.ways == ()
    core.habit.do((TODAY + DAY).isoformat(), DayWay.NO_REST)
    assert states(core)[24] == "rest"


def test_all_of_it_works_offline_and_says_so(stage: Stage) -> None:
    core = opened(stage, kept=3)
    stage.server.offline = True
    core.habit.do(TODAY.isoformat(), DayWay.TICK)
    core.engine.run_once()
    assert (core.habit.state.offline, states(core)[23]) == (True, "done")


def test_on_day_nothing_every_part_says_what_will_be(stage: Stage) -> None:
    state = opened(stage, crowd=False).habit.state
    assert (state.line, state.faces, state.duets, state.film_title) == ("Every day", (), (), "")
    assert state.numbers is not None
    assert (state.numbers.curve, state.weekdays) == ((), ())


# Numbers
def test_numbers_are_folded_from_the_days(stage: Stage) -> None:
    numbers = opened(stage, kept=20).habit.state.numbers
    assert numbers is not None
    assert (numbers.streak, numbers.best, numbers.kept, numbers.percent) == (20, 20, 20, 66)
    assert len(numbers.curve) == 21
    assert list(numbers.curve) == sorted(numbers.curve)


def test_a_life_of_days_is_one_short_curve(stage: Stage) -> None:
    numbers = opened(stage, kept=120).habit.state.numbers
    assert numbers is not None
    assert len(numbers.curve) == 60
    assert numbers.curve[-1] > 0.98


def test_numbers_are_put_away_on_this_phone_and_nothing_is_sent(stage: Stage) -> None:
    core = opened(stage, kept=9)
    core.habit.hide_numbers(True)
    state = core.habit.state
    assert (state.numbers, state.weekdays, state.easiest) == (None, (), "")
    with core.store.read() as db:
        assert outbox.listed(db) == []
    core.close()
    again = stage.phone_of(stage.ana)
    again.habit.open(state.habit_id)
    assert again.habit.state.numbers is None
    again.habit.hide_numbers(False)
    assert again.habit.state.numbers is not None


def test_weekdays_count_what_was_due(stage: Stage) -> None:
    assert [(one.kept, one.due) for one in opened(stage, kept=10).habit.state.weekdays] == [
        (1, 1), (1, 1), (1, 1), (1, 1), (2, 2), (2, 2), (2, 2),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        (((2, 4), (4, 4), (1, 4), (0, 0), (0, 0), (0, 0), (0, 0)), "Tuesdays come easiest."),
        (((4, 4), (4, 4), (1, 4), (0, 0), (0, 0), (0, 0), (0, 0)), ""),
        (((1, 1), (0, 1), (0, 0), (0, 0), (0, 0), (0, 0), (0, 0)), ""),
        (((3, 3), (0, 0), (0, 0), (0, 0), (0, 0), (0, 0), (0, 0)), ""),
        ((), ""),
    ],
)
def test_only_a_weekday_that_clearly_comes_easiest_is_named(pairs: tuple[tuple[int, int], ...], said: str) -> None:
    assert easiest_of([Weekday("M", *pair) for pair in pairs]) == said


# Photos together
def test_day_one_stands_beside_every_other_day(stage: Stage) -> None:
    core = opened(stage, kept=14)
    duets = core.habit.state.duets
    assert [duet.other.label for duet in duets] == [f"Day {n}" for n in range(14, 4, -1)]
    assert {duet.first.label for duet in duets} == {"Day 1"}
    core.habit.show_duet("2026-11-10")
    seen = []
    for step in (-1, -1, 1):
        duet = core.habit.state.duet
        assert duet is not None
        seen.append((duet.other.label, duet.earlier, duet.later))
        core.habit.step_duet(step)
    assert seen == [("Day 2", False, True), ("Day 2", False, True), ("Day 2", False, True)]
    assert core.habit.state.duet is not None
    assert core.habit.state.duet.other.label == "Day 3"
    core.habit.show_duet("")
    assert core.habit.state.duet is None


def test_the_film_fetches_its_pages_and_says_how_many_are_here(stage: Stage) -> None:
    core = opened(stage, kept=20)
    assert core.habit.state.film_title == "Film of your 20 photos"
    assert "pages are on this phone" in core.habit.state.film_line
    for _ in range(4):
        core.engine.run_once()
    assert [page.label for page in core.habit.state.film] == [f"Day {n}" for n in range(1, 21)]
    assert core.habit.state.film_line == "Yours to keep. Nobody else sees it."


def test_a_long_film_holds_sixty_pages_from_the_first_to_the_last(stage: Stage) -> None:
    days = list(range(1000))
    film = albums.film_of(days)
    assert (len(film), film[0], film[-1]) == (60, 0, 999)
    assert film == sorted(set(film))
    assert albums.film_of(days[:7]) == days[:7]


def test_the_month_that_is_open_has_its_photos_brought_here(stage: Stage) -> None:
    core = opened(stage, kept=110)
    habit = core.habit.state.habit_id
    for _ in range(2):
        core.habit.earlier()
    for _ in range(14):
        core.engine.run_once()
    month = [date(2026, 9, day).isoformat() for day in range(1, 31)]
    assert [day for day in month if not cache.has(core.store, cache.key_of(habit, day, 0))] == []


def test_whoever_signs_in_next_finds_no_album(stage: Stage) -> None:
    core = opened(stage, kept=3)
    with core.store.read() as db:
        assert albums.looked_at(db).habit
    core.me.sign_out()
    with core.store.read() as db:
        assert albums.looked_at(db).habit == ""


def test_closed_it_folds_nothing_and_a_habit_that_is_gone_closes_it(stage: Stage) -> None:
    core = opened(stage, kept=3)
    habit = core.habit.state.habit_id
    core.habit.close()
    assert core.habit.state.habit_id == ""
    core.habit.open(habit)
    tablet = stage.synced(stage.ana, "tablet")
    archive_habit(tablet.store, habit_id=habit, now=clock.now())
    tablet.engine.run_once()
    core.engine.run_once()
    assert core.habit.state.habit_id == ""


def test_what_an_amount_asks_for_stands_in_the_line(stage: Stage) -> None:
    schedule = {"frequency": "weekdays", "weekdays": [0, 2, 4], "measure": "at_least", "target": "5.2", "unit": "km"}
    core = opened(stage, kept=0, crowd=False, schedule=schedule)
    assert core.habit.state.line == "Mon, Wed and Fri · 5.2 km"
    core.habit.do(TODAY.isoformat(), DayWay.TICK)
    core.habit.touch(TODAY.isoformat())
    assert core.habit.state.day is not None
    assert core.habit.state.day.caption == "5.2 km"


def test_a_caption_stands_with_its_photo(stage: Stage) -> None:
    habit = stage.habit(kept=0)
    yesterday = TODAY - DAY
    stage.server.world.habits[habit]["starts_on"] = yesterday.isoformat()
    stage.server.world.post(habit, yesterday, at=datetime.combine(yesterday, NOON.timetz()), caption="Slowly.")
    core = stage.synced(stage.ana)
    core.habit.open(habit)
    core.habit.touch(yesterday.isoformat())
    assert core.habit.state.day is not None
    assert core.habit.state.day.caption == "Slowly."
