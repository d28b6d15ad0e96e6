"""The whole loop on two phones, in chapters: each begins where the one before ended, so one can be told alone.

`until(instant)` lets time pass and answers when the server has done what was due.
"""

from collections.abc import Callable
from datetime import UTC, datetime

from server.people.services.invites import open_first_invite
from shared import clock
from shared.moods import Expression, Mood
from tests.journeys.phones import Phone

Until = Callable[[datetime], None]
Chapter = Callable[[Phone, Phone, Until], None]

REMINDED = datetime(2026, 3, 2, 9, 1, tzinfo=UTC)
"""Just after ten in the morning in Berlin."""
EVE = datetime(2026, 3, 9, 18, tzinfo=UTC)
"""The evening of the day that stays empty."""
AFTER_THE_MISS = datetime(2026, 3, 10, 11, 30, tzinfo=UTC)
"""Half past noon in Berlin: the first day after the gentle week stayed empty, and its grace is over."""


def arrive(ana: Phone, ben: Phone, until: Until) -> None:
    _, invite = open_first_invite(now=clock.now())
    ana.join(invite)
    ana.sync()


def bring_along(ana: Phone, ben: Phone, until: Until) -> None:
    ben.join(ana.link())
    ben.sync()


def meet(ana: Phone, ben: Phone, until: Until) -> None:
    ana.confirm(ben)


def promise(ana: Phone, ben: Phone, until: Until) -> None:
    habit = ana.promise("Morning run", witnesses=["Ben"])
    ana.remind(habit, minutes=[10 * 60])
    ana.sync()


def agree(ana: Phone, ben: Phone, until: Until) -> None:
    ben.sync()
    (offer,) = ben.core.crowd.state.offers
    ben.core.crowd.accept(offer.habit_id)
    ben.sync()


def post(ana: Phone, ben: Phone, until: Until) -> None:
    until(REMINDED)
    ana.sync()
    ana.post_photo("tomato", "Ten slow minutes.")
    ana.sync()


def answer(ana: Phone, ben: Phone, until: Until) -> None:
    ben.sync()
    ben.core.rounds.open()
    ben.core.rounds.react("proud")
    ben.sync()
    ana.sync()
    assert ana.core.today.state.mood is Mood.WARM
    assert ana.face_of("Ben").expression is Expression.SMILING


def miss(ana: Phone, ben: Phone, until: Until) -> None:
    until(EVE)
    ana.sync()  # who stays away altogether is asked about a rough week, and nothing turns cold
    until(AFTER_THE_MISS)
    ben.sync()


def cheer(ana: Phone, ben: Phone, until: Until) -> None:
    ben.core.rounds.open()
    ben.core.rounds.cheer("hug")
    ben.sync()
    ana.sync()
    assert ana.core.today.state.mood is Mood.COLD


def come_back(ana: Phone, ben: Phone, until: Until) -> None:
    ana.core.today.tick()
    ana.sync()
    assert ana.core.today.state.mood is Mood.BACK


AFTER_MEETING: tuple[Chapter, ...] = (promise, agree, post, answer, miss, cheer, come_back)
CHAPTERS: tuple[Chapter, ...] = (arrive, bring_along, meet, *AFTER_MEETING)
