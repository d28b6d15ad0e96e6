"""Thirty days on three phones: Ana renews with one of two witnesses, and the other learns nothing."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from mobile.presenters.season_state import SeasonStep
from shared.clock import StoppedClock
from shared.moods import Role
from tests.journeys.conftest import run_server
from tests.journeys.phones import Phone

pytestmark = [pytest.mark.django_db(transaction=True)]

GivePhone = Callable[..., Phone]
AFTERNOON_AFTER = datetime(2026, 4, 1, 13, tzinfo=UTC)
"""Of the day after the thirtieth, 31 March."""


def told(phone: Phone) -> list[str]:
    phone.core.notices.refresh()
    return [item.text for item in phone.core.notices.state.items if "stayed empty" not in item.text]


def watching(phone: Phone) -> list[str]:
    return [seat.habit_title for seat in phone.core.crowd.state.watching]


def test_thirty_days_and_the_next(phone: GivePhone, time: StoppedClock) -> None:
    ana = phone("Ana")
    ben, cleo = phone("Ben", by=ana), phone("Cleo", by=ana)
    ana.sync()
    habit = ana.promise("Morning run", witnesses=["Ben", "Cleo"])
    ana.sync()
    for friend in (ben, cleo):
        friend.sync()
        friend.core.crowd.accept(habit)
        friend.sync()
    ana.post_photo("tomato", "Day one.")
    ana.sync()
    assert ana.core.today.state.season == "2 Mar · 1 of 30"

    # Thirty days later Ana is asked, and whoever looked is thanked.
    time.move_to(AFTERNOON_AFTER)
    run_server()
    for one in (ana, ben, cleo):
        one.sync()
    assert ana.core.today.state.season_over
    assert "Thirty days. Once more, lighter, or done?" in told(ana)
    thanks = "Ana's thirty days are over. Thank you for looking."
    assert thanks in told(ben)
    assert thanks in told(cleo)

    # Once more, with Ben; the phone is offline and says so at once all the same.
    before = told(cleo)
    ana.network.up = False
    ana.core.season.open(habit)
    ana.core.season.once_more()
    out = next(seat.person.person_id for seat in ana.core.season.state.seats if seat.person.name == "Cleo")
    ana.core.season.toggle(out)
    assert ana.core.season.begin()
    assert ana.core.season.state.step is SeasonStep.OVER
    assert ana.core.today.state.season == "1 Apr · 1 of 30"
    ana.network.up = True
    ana.sync()
    run_server()

    # Ben is asked anew, and says yes. Cleo sees that nothing is shared right now, and nothing more.
    ben.sync()
    cleo.sync()
    assert [offer.habit_title for offer in ben.core.crowd.state.offers] == ["Morning run"]
    assert (watching(ben), watching(cleo)) == ([], [])
    assert cleo.core.crowd.state.offers == ()
    assert told(cleo) == before
    ben.core.crowd.accept(habit)
    ben.sync()
    run_server()
    cleo.sync()
    ana.sync()
    ana.core.crowd.choose_habit(habit)
    (seat,) = ana.core.crowd.state.seats
    assert (seat.person.name, seat.role, seat.waiting) == ("Ben", Role.WITNESS, False)
    assert ana.faces() == {"Ben"}
    assert ana.core.today.state.day_number == 2
    assert told(cleo) == before
