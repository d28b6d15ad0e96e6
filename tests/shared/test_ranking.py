"""What comes first: the tables, and what holds for any cards, any knobs and any order they arrive in."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from shared import ids
from shared.ranking import CLOSE_FROM, KNOBS_AT_FIRST, TIERS, CardFacts, Knob, Why, knobs_of, place, rank, why

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
facts = st.builds(
    CardFacts,
    id=st.integers(0, 40).map(lambda n: UUID(int=n)),
    back=st.booleans(), waits=st.booleans(), answered=st.booleans(), closeness=st.integers(0, 2 * CLOSE_FROM),
    less=st.booleans(), older=st.booleans(), muted=st.booleans(),
)  # fmt: skip
cards = st.lists(facts, unique_by=lambda card: card.id, max_size=30)
knobs = st.frozensets(st.sampled_from(Knob))


def _order(shown: list[CardFacts], on: frozenset[Knob]) -> list[int]:
    return [found.int for found, _ in rank(shown, on)]


def _card(n: int, **said: object) -> CardFacts:
    return CardFacts(UUID(int=n), **said)  # type: ignore[arg-type]


def test_at_first_the_unanswered_come_first_and_then_the_newest() -> None:
    shown = [_card(1), _card(2, answered=True), _card(3), _card(4, answered=True)]
    assert rank(shown, KNOBS_AT_FIRST) == [
        (UUID(int=3), Why.UNANSWERED), (UUID(int=1), Why.UNANSWERED),
        (UUID(int=4), Why.ANSWERED), (UUID(int=2), Why.ANSWERED),
    ]  # fmt: skip


def test_without_a_knob_it_is_time_alone() -> None:
    shown = [_card(1), _card(2, answered=True, back=True), _card(3, waits=True)]
    assert rank(shown, frozenset()) == [(UUID(int=n), Why.NEWEST) for n in (3, 2, 1)]


def test_the_newest_is_what_arrived_last() -> None:
    early, late = (ids.uuid7_at(NOON + timedelta(milliseconds=n)) for n in (0, 1))
    assert [found for found, _ in rank([CardFacts(early), CardFacts(late)], frozenset())] == [late, early]


def test_a_comeback_comes_before_what_waits_and_that_before_the_unanswered_and_close() -> None:
    shown = [
        _card(9), _card(4, closeness=CLOSE_FROM), _card(3, waits=True), _card(1, answered=True, back=True),
        _card(8, answered=True), _card(2, answered=True, closeness=CLOSE_FROM),
    ]  # fmt: skip
    assert [(found.int, reason) for found, reason in rank(shown, frozenset(Knob))] == [
        (1, Why.COMEBACKS), (3, Why.WAITING), (4, Why.UNANSWERED), (9, Why.UNANSWERED), (2, Why.CLOSE),
        (8, Why.ANSWERED),
    ]  # fmt: skip


@pytest.mark.parametrize(("answers", "close"), [(0, False), (CLOSE_FROM - 1, False), (CLOSE_FROM, True)])
def test_close_is_about_one_answer_a_week(answers: int, close: bool) -> None:
    assert (why(_card(1, closeness=answers), {Knob.CLOSE}) is Why.CLOSE) == close


def test_less_of_this_comes_after_the_rest_and_what_is_too_old_last_by_time_alone() -> None:
    shown = [_card(9, less=True), _card(8, older=True, answered=True), _card(7, older=True, back=True), _card(1)]
    assert [(found.int, reason) for found, reason in rank(shown, frozenset(Knob))] == [
        (1, Why.UNANSWERED), (9, Why.LESS), (8, Why.OLDER), (7, Why.OLDER),
    ]  # fmt: skip


def test_a_knob_of_a_later_version_is_none() -> None:
    assert knobs_of(["close", "sponsored"]) == {Knob.CLOSE}


@given(cards, knobs, st.randoms(use_true_random=False))
def test_the_order_they_arrive_in_does_not_matter(shown: list[CardFacts], on: frozenset[Knob], chance: object) -> None:
    shuffled = list(shown)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert rank(shuffled, on) == rank(shown, on)


@given(cards, knobs)
def test_everybody_is_there_once_but_the_muted(shown: list[CardFacts], on: frozenset[Knob]) -> None:
    assert sorted(_order(shown, on)) == sorted(card.id.int for card in shown if not card.muted)


@given(cards, facts, knobs)
def test_one_card_more_moves_no_other(shown: list[CardFacts], new: CardFacts, on: frozenset[Knob]) -> None:
    assume(new.id not in {card.id for card in shown})
    assert [pair for pair in rank([*shown, new], on) if pair[0] != new.id] == rank(shown, on)


@given(facts, facts, knobs)
def test_no_two_share_a_place(one: CardFacts, other: CardFacts, on: frozenset[Knob]) -> None:
    assert (place(one, on) == place(other, on)) == (one.id == other.id) or one.id == other.id
    assert 0 <= place(one, on).tier < TIERS


LIFTED = {
    Knob.COMEBACKS: ({"back": True}, {"back": False}),
    Knob.WAITING: ({"waits": True}, {"waits": False}),
    Knob.UNANSWERED: ({"answered": False}, {"answered": True}),
    Knob.CLOSE: ({"closeness": CLOSE_FROM}, {"closeness": CLOSE_FROM - 1}),
}


@pytest.mark.parametrize("knob", Knob)
@given(card=facts, on=knobs)
def test_a_knob_lifts_what_it_names_and_only_while_it_is_on(knob: Knob, card: CardFacts, on: frozenset[Knob]) -> None:
    """The same card twice, alike but for what the knob names; the one not named is newer."""
    (named, other), fresh = LIFTED[knob], replace(card, muted=False, older=False, less=False)
    lifted, newer = replace(fresh, id=UUID(int=1), **named), replace(fresh, id=UUID(int=2), **other)
    assert _order([lifted, newer], on | {knob}) == [1, 2]
    assert _order([lifted, newer], on - {knob}) == [2, 1]


@given(facts, facts, knobs)
def test_less_of_this_comes_after_everything_else_of_these_weeks(
    one: CardFacts, other: CardFacts, on: frozenset[Knob]
) -> None:
    less = replace(one, id=UUID(int=99), less=True, older=False, muted=False)
    rest = replace(other, id=UUID(int=1), less=False, older=False, muted=False)
    assert _order([less, rest], on) == [1, 99]
    assert why(less, on) is Why.LESS


@given(facts, knobs)
def test_the_reason_is_true(card: CardFacts, on: frozenset[Knob]) -> None:
    """It names nothing the card is not, and no knob that is off."""
    reason = why(card, on)
    held = {
        Why.COMEBACKS: card.back, Why.WAITING: card.waits, Why.UNANSWERED: not card.answered,
        Why.CLOSE: card.closeness >= CLOSE_FROM, Why.ANSWERED: card.answered, Why.NEWEST: True,
        Why.OLDER: card.older, Why.LESS: card.less,
    }  # fmt: skip
    assert held[reason]
    assert reason.value in on or reason in {Why.ANSWERED, Why.NEWEST, Why.OLDER, Why.LESS}


@given(cards, knobs)
def test_whoever_was_told_of_no_comeback_has_the_order_of_a_world_without_misses(
    shown: list[CardFacts], on: frozenset[Knob]
) -> None:
    """`back` is the one fact that knows of a miss, and a gallery friend's is never true: the knob does nothing."""
    unaware = [replace(card, back=False) for card in shown]
    assert rank(unaware, on | {Knob.COMEBACKS}) == rank(unaware, on - {Knob.COMEBACKS})
