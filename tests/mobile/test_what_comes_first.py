"""What comes first on the phone: sorted here, each with its reason, and it holds still while it is looked at."""

import pytest

from mobile.app_core import Core
from mobile.presenters.sorting import Wishes, facts_of, knobs_in
from mobile.store import outbox, snapshots
from mobile.store.outbox import Kind
from shared.ranking import CLOSE_FROM, KNOBS_AT_FIRST
from tests.mobile.stage import DAY, NOON, TODAY, Stage


def shown(core: Core) -> list[tuple[str, str]]:
    return [(card.habit_title, card.why) for card in core.feed.state.cards]


def titles(core: Core) -> list[str]:
    return [title for title, _ in shown(core)]


def waiting(core: Core) -> list[Kind]:
    with core.store.read() as db:
        return [command.kind for command in outbox.waiting(db)]


@pytest.fixture
def ben(stage: Stage) -> Core:
    """Ana's run of yesterday and her reading of today, which Ben has answered."""
    run = stage.habit(title="Run")
    stage.server.world.post(run, TODAY - DAY, at=NOON - DAY)
    reading = stage.habit(title="Reading")
    stage.server.world.post(reading, TODAY)
    ben = stage.synced(stage.ben)
    ben.feed.load()
    ben.feed.react(next(card.id for card in ben.feed.state.cards if card.habit_title == "Reading"), "fire")
    ben.engine.run_once()
    return ben


def test_unanswered_first_at_first(ben: Core) -> None:
    ben.feed.load()
    assert shown(ben) == [("Run", "You haven't answered yet"), ("Reading", "You answered")]


def test_what_i_answer_stays_where_it_is_until_the_feed_is_opened_anew(ben: Core) -> None:
    ben.feed.load()
    ben.feed.react(ben.feed.state.cards[0].id, "proud")
    assert shown(ben) == [("Run", "You answered"), ("Reading", "You answered")]
    ben.engine.run_once()
    assert titles(ben) == ["Run", "Reading"]
    ben.feed.load()
    assert titles(ben) == ["Reading", "Run"], "the newest first, now that both are answered"


def test_a_knob_sorts_at_once_offline_and_is_told_later(stage: Stage, ben: Core) -> None:
    stage.server.offline = True
    ben.knobs.toggle("unanswered")
    assert shown(ben) == [("Reading", "Newest first"), ("Run", "Newest first")]
    assert [knob.name for knob in ben.knobs.state.knobs if knob.on] == []
    ben.knobs.toggle("waiting")
    assert shown(ben) == [("Run", "Waiting on you"), ("Reading", "Newest first")]
    assert waiting(ben) == [Kind.EDIT_ME, Kind.EDIT_ME]
    stage.server.offline = False
    ben.engine.run_once()
    assert stage.server.world.people[stage.ben]["comes_first"] == ["waiting"]
    ben.feed.load()
    assert shown(ben) == [("Run", "Waiting on you"), ("Reading", "Newest first")]


def test_less_of_this_goes_last_at_once_and_comes_back_as_easily(stage: Stage, ben: Core) -> None:
    ben.feed.load()
    stage.server.offline = True
    ben.feed.show_less(ben.feed.state.cards[0].id)
    assert shown(ben) == [("Reading", "You answered"), ("Run", "You asked for less of this")]
    assert [card.less for card in ben.feed.state.cards] == [False, True]
    assert [(one.title, one.person.name) for one in ben.knobs.state.less] == [("Run", "Ana")]
    stage.server.offline = False
    ben.engine.run_once()
    assert len(stage.server.world.less) == 1
    assert titles(ben) == ["Reading", "Run"]
    assert [one.title for one in ben.knobs.state.less] == ["Run"]
    ben.knobs.as_before(ben.knobs.state.less[0].habit_id)
    assert titles(ben) == ["Run", "Reading"]
    assert ben.knobs.state.less == ()
    ben.engine.run_once()
    assert stage.server.world.less == {}
    ben.feed.load()
    ben.knobs.open()
    assert (titles(ben), ben.knobs.state.less) == (["Run", "Reading"], ())


def test_less_is_taken_back_on_the_card_too(ben: Core) -> None:
    ben.feed.load()
    card = ben.feed.state.cards[0].id
    ben.feed.show_less(card)
    ben.engine.run_once()
    ben.feed.show_as_before(card)
    assert titles(ben) == ["Run", "Reading"]


def test_less_asked_on_another_phone_comes_here(stage: Stage, ben: Core) -> None:
    ben.feed.load()
    ben.feed.show_less(ben.feed.state.cards[0].id)
    ben.engine.run_once()
    other = stage.synced(stage.ben, "tablet")
    other.feed.load()
    other.knobs.open()
    assert shown(other)[-1] == ("Run", "You asked for less of this")
    assert [one.title for one in other.knobs.state.less] == ["Run"]


def test_less_of_what_i_may_no_longer_see_vanishes_quietly(stage: Stage, ben: Core) -> None:
    ben.feed.load()
    stage.server.offline = True
    ben.feed.show_less(ben.feed.state.cards[0].id)
    stage.server.offline = False
    for habit in stage.server.world.habits.values():
        habit["seats"] = []
    ben.engine.run_once()
    ben.feed.load()
    assert (ben.today.state.tray, waiting(ben), shown(ben)) == ((), [], [])


def test_whoever_is_muted_is_not_there(stage: Stage, ben: Core) -> None:
    ben.feed.load()
    stage.server.offline = True
    ben.crowd.mute(stage.ana)
    assert shown(ben) == []


def test_closeness_counts_answers_the_server_has_not_heard(stage: Stage) -> None:
    stage.habit(kept=CLOSE_FROM + 2)
    ben = stage.synced(stage.ben)
    ben.feed.load()
    stage.server.offline = True
    ben.knobs.toggle("close")
    for card in ben.feed.state.cards[:CLOSE_FROM]:
        ben.feed.react(card.id, "clap")
    with ben.store.read() as db:
        cards = snapshots.get(db, snapshots.FEED)["items"]
        facts = facts_of(cards, outbox.waiting(db), Wishes(KNOBS_AT_FIRST, (), {}))
    assert {one.closeness for one in facts} == {CLOSE_FROM}
    before = [one.id for one in facts if one.answered]
    stage.server.offline = False
    ben.engine.run_once()
    with ben.store.read() as db:
        cards = snapshots.get(db, snapshots.FEED)["items"]
        facts = facts_of(cards, outbox.waiting(db), Wishes(KNOBS_AT_FIRST, (), {}))
    assert {one.closeness for one in facts} == {CLOSE_FROM}, "sent, and not printed anew yet"
    ben.feed.load()
    with ben.store.read() as db:
        cards = snapshots.get(db, snapshots.FEED)["items"]
        facts = facts_of(cards, outbox.waiting(db), Wishes(KNOBS_AT_FIRST, (), {}))
    assert {one.closeness for one in facts} == {CLOSE_FROM}
    assert len(before) == CLOSE_FROM


def test_a_server_of_before_these_knobs_is_sorted_all_the_same(stage: Stage, ben: Core) -> None:
    ben.feed.load()
    with ben.store.write() as db:
        feed = snapshots.get(db, snapshots.FEED)
        for card in feed["items"]:
            del card["sorts"], card["why"]
        snapshots.save(db, snapshots.FEED, feed)
    assert shown(ben) == [("Run", "You haven't answered yet"), ("Reading", "You answered")]
    assert knobs_in({"name": "Ben"}) == KNOBS_AT_FIRST
