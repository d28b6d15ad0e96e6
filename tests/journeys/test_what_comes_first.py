"""The feed's order on a phone without a network and on the real server: the same."""

from datetime import datetime, timedelta

import pytest

from mobile.api.answers import Done
from shared.clock import StoppedClock
from shared.ranking import Knob, Why
from tests.journeys.conftest import run_server
from tests.journeys.phones import Phone
from tests.journeys.test_the_daily_loop import GivePhone, Until, morning

pytestmark = pytest.mark.django_db(transaction=True)
HABITS = ("Run", "Read", "Draw")
SETTINGS: list[set[Knob]] = [set(), *({knob} for knob in Knob), {Knob.WAITING, Knob.CLOSE}, set(Knob)]


def show_up(owner: Phone, *titles: str) -> None:
    """On the day it is, for these habits."""
    owner.sync()
    today = owner.core.today
    for habit in today.state.tabs:
        if habit.title in titles:
            today.select_habit(habit.habit_id)
            today.tick()
    owner.sync()


def everything(ben: Phone) -> list[tuple[str, str]]:
    """All pages as the server sorts them: each check-in, and why it stands there."""
    told, cursor = [], ""
    while cursor is not None:
        page = ben.core.phone.api.get_feed(cursor)
        assert isinstance(page, Done)
        told += [(card["check_in"], card["why"]) for card in page.body["items"]]
        cursor = page.body["next"]
    return told


def load_all(ben: Phone) -> None:
    ben.core.feed.load()
    while not ben.core.feed.state.ended:
        ben.core.feed.more()


def order(ben: Phone) -> list[str]:
    return [card.id for card in ben.core.feed.state.cards]


def turn(ben: Phone, wanted: set[Knob]) -> None:
    for knob in ben.core.knobs.state.knobs:
        if knob.on != (knob.name in wanted):
            ben.core.knobs.toggle(knob.name)
    assert {knob.name for knob in ben.core.knobs.state.knobs if knob.on} == wanted


@pytest.fixture
def until(time: StoppedClock) -> Until:
    """Four looks a day at what the server has to do: two weeks pass, and nobody waits for a reminder."""

    def pass_time(instant: datetime) -> None:
        while time.instant < instant:
            time.move_to(min(instant, time.instant + timedelta(hours=6)))
            run_server()

    return pass_time


@pytest.fixture
def ben(phone: GivePhone, until: Until) -> Phone:
    """Two weeks: an empty day of Ana's that Ben saw, her comeback, a few days of Cleo's. One habit he only cheers."""
    ana = phone("Ana")
    ben = phone("Ben", by=ana)
    cleo = phone("Cleo", by=ben)
    for owner, titles in ((ana, HABITS), (cleo, ("Sing",))):
        for title in titles:
            owner.promise(title, witnesses=["Ben"])
        owner.sync()
    ben.sync()
    for offer in ben.core.crowd.state.offers:
        (ben.core.crowd.rather_cheer if offer.habit_title == "Read" else ben.core.crowd.accept)(offer.habit_id)
    ben.sync()
    for day in range(1, 8):
        until(morning(day))
        show_up(ana, *HABITS)
    until(morning(8))
    show_up(ana, "Read", "Draw")
    until(morning(9) + timedelta(hours=4))
    ben.sync()
    ben.core.rounds.open()
    ben.sync()
    show_up(ana, *HABITS)
    show_up(cleo, "Sing")
    until(morning(15) + timedelta(hours=1))
    show_up(ana, "Run")
    show_up(cleo, "Sing")
    ben.sync()
    return ben


def test_the_phone_sorts_as_the_server_does(ben: Phone) -> None:
    load_all(ben)
    for card in ben.core.feed.state.cards[1::4]:
        ben.core.feed.react(card.id, "clap")
    ben.core.feed.show_less(next(card.id for card in ben.core.feed.state.cards if card.habit_title == "Draw"))
    ben.sync()
    load_all(ben)
    seen: set[str] = set()
    for wanted in SETTINGS:
        ben.network.up = False
        turn(ben, wanted)
        alone = order(ben)
        ben.network.up = True
        ben.sync()
        told = everything(ben)
        assert alone == [check_in for check_in, _ in told], wanted
        seen |= {reason for _, reason in told}
    assert len(alone) > 20
    assert seen == set(Why), "every reason is given by some setting"
    answer_without_a_network(ben)


def answer_without_a_network(ben: Phone) -> None:
    """Enough answers make Cleo close, too, and what waited waits no more: the phone knows before the server does."""
    before = everything(ben)
    ben.network.up = False
    for card in ben.core.feed.state.cards:
        if card.why in ("Waiting on you", "They came back"):
            ben.core.feed.react(card.id, "fire")
    ben.core.feed.load()
    alone = order(ben)
    assert alone != [check_in for check_in, _ in before]
    ben.network.up = True
    ben.sync()
    assert alone == [check_in for check_in, _ in everything(ben)]
