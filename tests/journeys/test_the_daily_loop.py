"""The whole loop as a story: promise, photo, seen, answered, reminded, missed, felt, repaired."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from mobile.presenters.rounds_state import CardKind
from mobile.presenters.today_state import Card
from shared.clock import StoppedClock
from shared.moods import Expression, Mood
from tests.journeys.phones import Phone

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.sqlite]

GivePhone = Callable[..., Phone]
Until = Callable[[datetime], None]
DAY = timedelta(days=1)


def morning(day: int) -> datetime:
    """Eight in the morning, UTC, of the story's day (1 = Monday 2 March 2026)."""
    return datetime(2026, 3, 1, 8, tzinfo=UTC) + day * DAY


def test_the_daily_loop(phone: GivePhone, until: Until, time: StoppedClock) -> None:
    # Ben comes with Ana's link; Cleo is with Kith already and becomes a friend by one.
    ana, cleo = phone("Ana"), phone("Cleo")
    ben = phone("Ben", by=ana)
    ana.befriend(cleo)

    # Promise: one friend is asked to look, one to cheer. A promise posts nothing.
    habit = ana.promise("Morning run", witnesses=["Ben"])
    ana.core.crowd.choose_habit(habit)
    ana.core.crowd.ask(next(f.person_id for f in ana.core.crowd.state.friends if f.name == "Cleo"), "gallery")
    ana.sync()
    for friend in (ben, cleo):
        friend.sync()
        assert [offer.habit_title for offer in friend.core.crowd.state.offers] == ["Morning run"]
        friend.core.crowd.accept(habit)
        friend.sync()
    ana.sync()
    assert ana.faces() == {"Ben", "Cleo"}
    assert ana.core.today.state.mood is Mood.WAITING
    assert ana.core.today.state.card is Card.EMPTY_HALF

    # Photo: on screen at once, with the network off; it survives the app being killed, and is sent once.
    ana.network.up = False
    ana.post_photo("tomato", "Ten slow minutes.")
    assert ana.core.today.state.mood is Mood.WARM
    assert ana.core.today.state.headline.big == "Day 1"
    ana.kill()
    ana.open()
    assert ana.core.today.state.mood is Mood.WARM
    assert ana.unsent
    ana.network.up = True
    ana.sync()
    assert ana.unsent == 0
    assert ana.face_of("Ben").expression is Expression.GREY

    # Seen and answered: a face turns only by that person's act.
    ben.sync()
    ben.core.rounds.open()
    card = ben.core.rounds.state.card
    assert card is not None
    assert (card.kind, card.headline, card.accent) == (CardKind.CHECK_IN, "Ana, day 1.", "You're first.")
    ben.sync()
    ana.sync()
    assert ana.face_of("Ben").expression is Expression.COLOUR
    assert ana.face_of("Cleo").expression is Expression.GREY
    ben.core.rounds.react("proud")
    ben.sync()
    ana.sync()
    assert ana.face_of("Ben").expression is Expression.SMILING
    assert ana.face_of("Ben").badge == "proud"
    assert ana.core.today.state.first_answer_text == "Ben saw you first."

    # The gentle first week, then a day that stays empty until its grace ends at noon of the next.
    for day in range(2, 9):
        until(morning(day))
        ana.sync()
        ana.core.today.tick()
        ana.sync()
        ben.sync()
        ben.core.rounds.open()
        ben.sync()
    until(morning(10) + timedelta(hours=2, minutes=50))
    ana.sync()
    assert ana.core.today.state.strip is not None, "yesterday is still open until noon"
    assert ana.core.today.state.mood is Mood.WAITING
    until(morning(10) + timedelta(hours=3, minutes=30))

    # Felt: cold only once a witness has seen it; gallery never learns of it.
    ana.sync()
    assert ana.core.today.state.mood is Mood.WAITING
    ben.sync()
    ben.core.rounds.open()
    miss = ben.core.rounds.state.card
    assert miss is not None
    assert miss.kind is CardKind.MISS
    ben.sync()
    ana.sync()
    today = ana.core.today.state
    assert (today.mood, today.card, today.headline.big) == (Mood.COLD, Card.COLD, "Yesterday stayed empty.")
    assert ana.face_of("Ben").expression is Expression.DOWN
    assert ana.faces() == {"Ben"}, "gallery faces step out while a miss is open"
    cleo.sync()
    cleo.core.rounds.open()
    seen_by_cleo = cleo.core.rounds.state.card
    assert seen_by_cleo is None or seen_by_cleo.kind is CardKind.CHECK_IN
    ben.core.rounds.cheer("hug")
    ben.sync()
    ana.sync()
    assert ana.face_of("Ben").expression is Expression.SMILING

    # Repaired: the first check-in before the window closes is a comeback; the streak never broke.
    ana.post_photo("gold", "Back.")
    assert ana.core.today.state.mood is Mood.BACK
    assert ana.core.today.state.headline.big == "You came back."
    ana.sync()
    assert ana.core.today.state.mood is Mood.BACK
    assert ana.faces() == {"Ben", "Cleo"}


def test_a_reminder_names_a_friend_who_looks_and_stops_when_the_day_is_done(
    phone: GivePhone, until: Until, time: StoppedClock
) -> None:
    ana = phone("Ana")
    ben = phone("Ben", by=ana)
    habit = ana.promise("Morning run", witnesses=["Ben"])
    ana.remind(habit, minutes=[10 * 60, 20 * 60])
    ana.sync()
    ben.sync()
    ben.core.crowd.accept(habit)
    ben.sync()
    ana.post_photo("tomato")
    ana.sync()
    ben.sync()
    ben.core.rounds.open()
    ben.sync()

    until(morning(2) + timedelta(hours=1, minutes=30))  # half past ten in Berlin: the first reminder has rung
    ana.sync()
    assert "Day 2? Ben will see it." in [notice.text for notice in ana.core.notices.state.items]
    ana.core.today.tick()
    ana.sync()
    rung = len(ana.core.notices.state.items)
    until(morning(2) + timedelta(hours=12))  # the second stays silent: the day is done
    ana.sync()
    assert len(ana.core.notices.state.items) == rung
