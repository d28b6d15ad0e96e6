"""The way in, as somebody new lives it: a first photo before anybody has said that it's them, and what follows."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from server.habits.models import CheckIn
from server.people.services.arrival_sweep import settle_due_arrivals
from shared import clock
from shared.clock import StoppedClock
from tests.journeys.network import Network
from tests.journeys.phones import Phone

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.sqlite]

GivePhone = Callable[..., Phone]
DAY = timedelta(days=1)


@pytest.fixture
def newcomer(phone: GivePhone) -> Callable[..., Phone]:
    """Somebody who joined with this phone's link and of whom nothing was said yet."""

    def come(name: str, by: Phone) -> Phone:
        one = Phone(name, by.folder, Network())
        one.join(by.link())
        return one

    return come


def test_the_first_photo_waits_for_nobodys_word(phone: GivePhone, newcomer: Callable[..., Phone]) -> None:
    ana = phone("Ana")
    ben = newcomer("Ben", ana)
    ben.promise("Drawing", witnesses=[])
    ben.post_photo("tomato", "A mug.")
    ben.sync()
    assert CheckIn.objects.filter(owner__name="Ben").count() == 1
    assert ben.core.crowd.state.waiting.startswith("Ana has yet to say that it's you.")
    ben.core.crowd.invite()
    assert ben.core.crowd.state.problem.startswith("Whoever invited you has yet to say")
    ana.confirm(ben)
    assert [friend.name for friend in ben.core.crowd.state.friends] == ["Ana"]
    assert ben.core.crowd.state.waiting == ""
    assert ben.link()


def test_no_ends_it_and_the_phone_keeps_what_was_never_sent(phone: GivePhone, newcomer: Callable[..., Phone]) -> None:
    ana = phone("Ana")
    stranger = newcomer("Mallory", ana)
    stranger.promise("Drawing", witnesses=[])
    stranger.sync()
    stranger.network.up = False
    stranger.post_photo("tomato")
    ana.sync()
    (asked,) = ana.core.crowd.state.arrivals
    ana.core.crowd.is_somebody_else(asked.person_id)
    ana.sync()
    stranger.network.up = True
    stranger.core.engine.run_once()
    assert not stranger.core.signed_in
    assert stranger.unsent == 2, "the photo and its day"
    assert (ana.core.crowd.state.friends, ana.core.crowd.state.arrivals) == ((), ())


def test_a_friend_who_says_nothing_for_a_week(
    phone: GivePhone, newcomer: Callable[..., Phone], time: StoppedClock
) -> None:
    ana = phone("Ana")
    ben = newcomer("Ben", ana)
    time.advance(7 * DAY)
    settle_due_arrivals(now=clock.now())
    ben.core.engine.run_once()
    assert not ben.core.signed_in
    # Another link opens the same account once more.
    time.advance(timedelta(minutes=10))
    ben.join(ana.link())
    ana.confirm(ben)
    assert [friend.name for friend in ben.core.crowd.state.friends] == ["Ana"]
