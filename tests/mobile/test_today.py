"""Today, state by state and mood by mood."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from mobile.presenters.today_state import Card
from shared.headlines import Headline
from shared.moods import Expression, Mood, Role
from tests.mobile.stage import DAY, NOON, TODAY, Stage

FORBIDDEN = ("failed", "lost", "broke", "again", "noticed", "shame")


def expressions(state: Any) -> dict[str, Expression]:
    return {face.name: face.expression for face in state.faces}


def dots(state: Any) -> list[str]:
    return [dot.state for dot in state.week]


def test_nothing_promised_yet(stage: Stage) -> None:
    state = stage.synced(stage.ana).today.state
    assert (state.card, state.mood, state.habit_id) == (Card.NO_HABIT, Mood.WAITING, None)


def test_waiting_names_a_witness_and_shows_day_one_beside_the_empty_half(stage: Stage) -> None:
    stage.habit(kept=40)
    state = stage.synced(stage.ana).today.state
    assert (state.mood, state.card) == (Mood.WAITING, Card.EMPTY_HALF)
    assert state.headline == Headline("Day 41.", "Show Ben.", "Any time before you sleep.")
    assert state.date_line == "Monday, 23 November"
    assert state.anchor is not None
    assert (state.anchor.label, state.anchor.path is not None) == ("Day 1", True)
    assert expressions(state) == {"Ben": Expression.GREY, "Cleo": Expression.GREY}
    assert dots(state) == ["done"] * 6 + ["open"]
    assert [dot.letter for dot in state.week] == ["T", "W", "T", "F", "S", "S", "M"]


def test_the_friend_who_looked_lately_is_the_one_named(stage: Stage) -> None:
    habit = stage.habit(kept=5)
    stage.server.world.befriend(stage.ana, stage.dan)
    stage.server.world.seat(habit, stage.dan)
    stage.server.world.look(stage.dan, habit, (TODAY - DAY).isoformat())
    state = stage.synced(stage.ana).today.state
    assert state.headline.accent == "Show Dan."
    assert [face.name for face in state.faces] == ["Ben", "Dan", "Cleo"]


def test_alone_day_one_me_watches(stage: Stage) -> None:
    stage.habit(kept=3, crowd=False)
    state = stage.synced(stage.ana).today.state
    assert state.headline == Headline("Day 4.", "Day-1 you is watching.", "Any time before you sleep.")
    assert [(face.name, face.avatar) for face in state.faces] == [("Day-1 you", "a0")]


def test_alone_on_the_first_day_the_invitation_is_the_empty_half(stage: Stage) -> None:
    habit = stage.habit(kept=0, crowd=False)
    core = stage.synced(stage.ana)
    assert core.today.state.faces == ()
    stage.server.world.post(habit, TODAY, photo=b"first")
    core.engine.run_once()
    state = core.today.state
    assert (state.card, state.primary) == (Card.ALONE, "Send to a friend")
    assert (state.headline.big, state.headline.accent) == ("Day 1", "is in.")
    assert state.anchor is not None
    assert state.anchor.path is not None


def test_warm_is_a_duet_and_faces_show_only_what_was_done(stage: Stage) -> None:
    habit = stage.habit(kept=40)
    stage.server.world.post(habit, TODAY, photo=b"today", caption="Slow")
    core = stage.synced(stage.ana)
    assert expressions(core.today.state) == {"Ben": Expression.GREY, "Cleo": Expression.GREY}
    stage.server.world.look(stage.ben, habit, TODAY.isoformat())
    stage.server.world.react(stage.cleo, habit, TODAY.isoformat(), "fire")
    core.engine.run_once(everything=False)
    state = core.today.state
    assert (state.mood, state.card) == (Mood.WARM, Card.DUET)
    assert state.headline == Headline("Day 41", "is in.", "Nothing left to do today.")
    assert expressions(state) == {"Ben": Expression.COLOUR, "Cleo": Expression.SMILING}
    assert {face.name: face.badge for face in state.faces} == {"Ben": None, "Cleo": "fire"}
    assert state.today is not None
    assert (state.today.label, state.today.caption, state.today.when) == (
        "Day 41",
        "Slow",
        "This afternoon · taken now",
    )


def test_the_first_answer_can_be_thanked_once(stage: Stage) -> None:
    habit = stage.habit(kept=4)
    stage.server.world.post(habit, TODAY, photo=b"today")
    stage.server.world.react(stage.cleo, habit, TODAY.isoformat(), "clap")
    stage.time.advance(timedelta(minutes=5))
    stage.server.world.react(stage.ben, habit, TODAY.isoformat(), "proud")
    core = stage.synced(stage.ana)
    assert core.today.state.first_answer_text == "Cleo saw you first."
    core.today.thank()
    assert core.today.state.first_answer is None
    core.engine.run_once()
    assert stage.server.world.thanks == {(habit, TODAY.isoformat(), stage.cleo)}


def test_the_late_strip_counts_until_noon_and_adding_holds_the_streak(stage: Stage) -> None:
    habit = stage.habit(kept=10, until=TODAY - DAY)
    stage.time.move_to(NOON.replace(hour=8))
    core = stage.synced(stage.ana)
    strip = core.today.state.strip
    assert strip is not None
    assert strip.text == "Yesterday still counts until noon."
    assert (strip.yes, strip.no) == ("I did: add it", "No: show up today")
    assert dots(core.today.state)[-2:] == ["grace", "open"]
    core.today.add_yesterday()
    assert core.today.state.strip is None
    assert dots(core.today.state)[-2:] == ["late", "open"]
    core.engine.run_once()
    assert stage.server.world.check_ins[habit, (TODAY - DAY).isoformat()]["late"]


def test_the_strip_can_be_put_away_for_the_day(stage: Stage) -> None:
    stage.habit(kept=10, until=TODAY - DAY)
    stage.time.move_to(NOON.replace(hour=8))
    core = stage.synced(stage.ana)
    core.today.dismiss_strip()
    assert core.today.state.strip is None
    assert stage.phone_of(stage.ana).today.state.strip is None


def test_after_grace_there_is_no_strip_even_when_the_server_has_not_judged_yet(stage: Stage) -> None:
    stage.habit(kept=10, until=TODAY - DAY)
    core = stage.synced(stage.ana)
    stage.server.world.sweep()
    stage.time.advance(timedelta(hours=1))
    core.today.redraw()
    assert core.today.state.strip is None


def missed_yesterday(stage: Stage, **more: Any) -> tuple[str, str]:
    """The habit, and its miss, which closed today at noon."""
    habit = stage.habit(kept=20, until=TODAY - DAY, **more)
    stage.server.world.sweep()
    (miss,) = stage.server.world.misses
    return habit, miss


def test_cold_only_when_somebody_saw_and_gallery_faces_step_out(stage: Stage) -> None:
    _, miss = missed_yesterday(stage)
    core = stage.synced(stage.ana)
    state = core.today.state
    assert (state.mood, state.card) == (Mood.WAITING, Card.COLD)
    assert state.headline == Headline("Yesterday stayed empty.", small="Today is open.")
    assert expressions(state) == {"Ben": Expression.GREY}

    stage.server.world.look_at_miss(stage.ben, miss)
    core.engine.run_once()
    state = core.today.state
    assert (state.mood, state.card, state.empty_day) == (Mood.COLD, Card.COLD, "Sunday")
    assert state.headline == Headline("Yesterday stayed empty.", small="Ben saw.")
    assert (state.primary, state.foot) == ("Show up today", "")
    assert expressions(state) == {"Ben": Expression.DOWN}
    assert state.anchor is not None
    assert state.anchor.label == "Day 20"
    assert dots(state)[-2:] == ["missed", "open"]


def test_who_cheered_is_warm_and_who_let_go_says_so(stage: Stage) -> None:
    _, miss = missed_yesterday(stage)
    stage.server.world.answer_miss(stage.ben, miss, {"kind": "cheer", "preset": "hug"})
    core = stage.synced(stage.ana)
    assert expressions(core.today.state) == {"Ben": Expression.SMILING}
    assert core.today.state.faces[0].badge == "hug"
    stage.server.world.answer_miss(stage.ben, miss, {"kind": "let_go"})
    core.engine.run_once()
    assert expressions(core.today.state) == {"Ben": Expression.COLOUR}
    assert core.today.state.foot == "Ben let it go. Nothing to make up for. See you on day 21."


def test_cold_never_lasts_longer_than_three_days(stage: Stage) -> None:
    _, miss = missed_yesterday(stage, schedule={"frequency": "weekdays", "measure": "tick", "weekdays": [6]})
    stage.server.world.look_at_miss(stage.ben, miss)
    core = stage.synced(stage.ana)
    assert core.today.state.mood is Mood.COLD
    stage.time.advance(3 * DAY + timedelta(minutes=1))
    core.engine.run_once()
    assert core.today.state.mood is Mood.WAITING
    assert core.today.state.card is not Card.COLD


def test_back_after_a_miss_and_the_day_is_forgiven(stage: Stage) -> None:
    _, miss = missed_yesterday(stage)
    stage.server.world.look_at_miss(stage.ben, miss)
    core = stage.synced(stage.ana)
    stage.server.offline = True
    core.today.tick()
    state = core.today.state
    assert (state.mood, state.headline.big) == (Mood.BACK, "You came back.")
    assert state.foot == "Sunday is forgiven."
    assert dots(state)[-2:] == ["forgiven", "done"]
    assert expressions(state) == {"Ben": Expression.GREY, "Cleo": Expression.GREY}
    core.today.undo_today()
    assert core.today.state.mood is Mood.COLD


def test_hard_time_rests_everything_and_ends_when_i_say(stage: Stage) -> None:
    stage.habit(kept=10)
    stage.habit(kept=2, title="Reading")
    core = stage.synced(stage.ana)
    core.today.rest_today()
    for _ in core.today.state.tabs:
        assert (core.today.state.mood, core.today.state.card) == (Mood.QUIET, Card.RESTING)
        core.today.select_next()
    assert dots(core.today.state)[-1] == "rest"
    core.engine.run_once()
    stage.time.advance(2 * DAY)
    core.engine.run_once()
    assert core.today.state.card is Card.RESTING
    core.today.end_rest()
    assert core.today.state.card is Card.EMPTY_HALF
    core.engine.run_once()
    (rest,) = stage.server.world.rests.values()
    assert rest["last"] == (TODAY + DAY).isoformat()
    assert dots(core.today.state)[-3:] == ["rest", "rest", "open"]


def test_a_rest_set_today_and_ended_today_was_never_there(stage: Stage) -> None:
    stage.habit(kept=10)
    core = stage.synced(stage.ana)
    core.today.rest_today()
    core.today.end_rest()
    assert core.today.state.card is Card.EMPTY_HALF
    core.engine.run_once()
    assert stage.server.world.rests == {}


def test_a_day_that_is_not_due_asks_nothing_and_takes_an_extra(stage: Stage) -> None:
    stage.habit(kept=0, schedule={"frequency": "weekdays", "measure": "tick", "weekdays": [2]})
    core = stage.synced(stage.ana)
    assert core.today.state.card is Card.NOTHING_DUE
    assert core.today.state.headline == Headline("Nothing due today.", small="Next: Wednesday.")
    core.today.tick()
    assert core.today.state.mood is Mood.WARM


def test_a_quota_waits_only_when_every_day_is_needed(stage: Stage) -> None:
    stage.habit(kept=0, schedule={"frequency": "per_week", "measure": "tick", "times": 3})
    core = stage.synced(stage.ana)
    assert core.today.state.headline == Headline("0 of 3 this week.", small="Any day you like.")
    stage.time.advance(4 * DAY)  # Friday: every day left is needed
    core.engine.run_once()
    assert core.today.state.headline == Headline("Day 1.", "Show Ben.", "3 to go this week.")


def test_an_amount_below_its_target_is_not_done_yet(stage: Stage) -> None:
    schedule = {"frequency": "daily", "measure": "at_least", "target": "5", "unit": "km"}
    habit = stage.habit(kept=0, schedule=schedule)
    stage.server.world.post(habit, TODAY, amount="2.50")
    core = stage.synced(stage.ana)
    assert core.today.state.headline == Headline("2.5 km.", "5 km is the goal.", "Any time before you sleep.")
    core.today.tick()
    assert core.today.state.mood is Mood.WARM
    assert core.today.state.caption == "5 km"


def test_an_at_most_habit_waits_for_nobody(stage: Stage) -> None:
    stage.habit(kept=0, schedule={"frequency": "daily", "measure": "at_most", "target": "5", "unit": "coffees"})
    state = stage.synced(stage.ana).today.state
    assert state.headline == Headline("0 of 5 coffees.", small="Kept when the day ends.")
    assert state.strip is None


def test_midnight_begins_a_new_day_with_fresh_faces(stage: Stage) -> None:
    habit = stage.habit(kept=4)
    stage.server.world.post(habit, TODAY, photo=b"today")
    stage.server.world.react(stage.ben, habit, TODAY.isoformat(), "heart")
    core = stage.synced(stage.ana)
    stage.server.offline = True
    stage.time.move_to(datetime(2026, 11, 24, 0, 1, tzinfo=UTC))
    core.today.redraw()
    state = core.today.state
    assert (state.mood, state.headline.big, state.date_line) == (Mood.WAITING, "Day 6.", "Tuesday, 24 November")
    assert expressions(state) == {"Ben": Expression.GREY, "Cleo": Expression.GREY}


@pytest.mark.parametrize(("witnesses", "order"), [
    (1, ["W1"]), (2, ["W2", "W1"]), (3, ["W2", "W1", "W3"]), (5, ["W4", "W2", "W1", "W3", "W5"]),
])  # fmt: skip
def test_witnesses_stand_in_the_middle(stage: Stage, witnesses: int, order: list[str]) -> None:
    habit = stage.habit(kept=1, crowd=False)
    world = stage.server.world
    for name in ("G1", "G2"):
        world.seat(habit, world.add_person(name), Role.GALLERY)
    for number in range(witnesses):
        world.seat(habit, world.add_person(f"W{number + 1}"))
    names = [face.name for face in stage.synced(stage.ana).today.state.faces]
    assert {names[0], names[-1]} == {"G1", "G2"}
    assert names[1:-1] == order or names[1:-1] == order[::-1]


def test_a_refused_tap_becomes_a_sentence(stage: Stage) -> None:
    stage.habit(kept=3)
    core = stage.synced(stage.ana)
    core.today.undo_today()
    assert core.today.state.problem == "There is nothing here for you to see."
    core.today.tick()
    assert core.today.state.problem == ""


def test_the_flip_book_plays_the_last_seven_once(stage: Stage, photo: Any) -> None:
    habit = stage.habit(kept=10)
    core = stage.synced(stage.ana)
    core.engine.run_once()
    assert core.today.state.flipbook == ()
    core.compose.open(habit)
    core.compose.pick(photo, "camera")
    core.compose.post()
    book = core.today.state.flipbook
    assert len(book) == 7
    assert core.today.state.today is not None
    assert book[-1] == core.today.state.today.path
    core.today.flipbook_played()
    assert core.today.state.flipbook == ()


def test_another_zone_moves_the_day_and_tells_the_server(stage: Stage) -> None:
    stage.habit(kept=3)
    core = stage.synced(stage.ana)
    stage.clocks[f"{stage.ana}-phone"].at_zone = "Pacific/Auckland"
    core.engine.run_once()
    assert stage.server.world.people[stage.ana]["zone"] == "Pacific/Auckland"
    assert core.today.state.date == (TODAY + DAY).isoformat()
    core.engine.run_once()
    assert sum("me/clock" in request for request in stage.server.requests) == 1


def test_while_the_server_has_not_heard_where_i_am_its_old_zone_is_not_believed(stage: Stage) -> None:
    stage.habit(kept=3)
    core = stage.synced(stage.ana)
    stage.clocks[f"{stage.ana}-phone"].at_zone = "Pacific/Auckland"
    stage.server.busy_seconds = 60
    stage.server.world.people[stage.ana]["name"] = "Anna"
    stage.server.world.note(stage.ana, "me", stage.ana)
    core.engine.run_once()
    stage.time.advance(timedelta(minutes=1))
    core.engine.run_once()
    assert core.me.state.name == "Anna"
    assert core.me.state.unsent == 1
    assert core.today.state.date == (TODAY + DAY).isoformat()
    stage.server.busy_seconds = None
    core.engine.run_once()
    assert stage.server.world.people[stage.ana]["zone"] == "Pacific/Auckland"
    assert core.today.state.date == (TODAY + DAY).isoformat()


def test_no_forbidden_word_is_ever_said() -> None:
    from mobile.presenters import account_copy, copy, habit_copy

    places = (copy, habit_copy, account_copy)
    words = [(name, value) for place in places for name, value in vars(place).items()]
    said = " ".join(str(value).lower() for name, value in words if name.isupper() and name != "SENTENCES")
    assert [word for word in FORBIDDEN if word in said.split()] == []
