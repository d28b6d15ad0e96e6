"""The read side as JSON. What others see carries no clock times: morning, afternoon or evening is enough."""

from datetime import UTC, datetime, time, timedelta
from typing import Any

from server.beside.printing import print_anchor
from server.feed.models import LessOf
from server.feed.selectors.cards import Card
from server.feed.selectors.feed import Ranked
from server.feed.selectors.rounds import MissCard, Rounds
from server.habits.models import CheckIn
from server.habits.printing import print_habit_name, print_place
from server.habits.printing_days import print_amount, print_instant
from server.people.printing import brief
from server.responses.printing import print_miss_act
from shared.zones import load

PARTS = (("morning", 5), ("afternoon", 12), ("evening", 18))
"""Parts of a day with the hour each begins; the evening lasts until the next morning."""


def print_rounds(rounds: Rounds) -> dict[str, Any]:
    return {
        "cards": [print_card(card) for card in rounds.cards],
        "misses": [_print_miss_card(card) for card in rounds.misses],
    }


def print_card(card: Card) -> dict[str, Any]:
    """A friend's check-in. `posted_at` is the beginning of the part of the day in which it was made."""
    check_in = card.check_in
    part, begun = _part_of_day(check_in)
    return {
        "person": brief(check_in.owner),
        "habit": print_habit_name(check_in.habit),
        "date": check_in.date.isoformat(),
        "day_number": card.day_number,
        "caption": check_in.public_caption,
        "amount": print_amount(card.amount),
        "unit": card.unit if card.amount is not None else "",
        "source": check_in.source,
        "late": check_in.late,
        "part_of_day": part,
        "photos": [{"n": s.n, "width": s.photo.width, "height": s.photo.height} for s in card.slots if s.photo],
        "first_photo": print_place(card.ends.first if card.ends else None),
        "my_reaction": card.mine.answer,
        "looked": card.mine.looked_at is not None,
        "answers_before_me": card.earlier,
        "check_in": str(check_in.id),
        "posted_at": print_instant(begun),
        "anchor": print_anchor(card.beside),
        "may_start_beside": check_in.habit.opens_beside and not check_in.hidden_at,
        "my_comments": [{"id": str(one.id), "text": one.text} for one in card.said],
        "may_write": card.may_write,
    }


def print_ranked(ranked: Ranked) -> dict[str, Any]:
    """A card in the feed, with why it stands where it stands and what a phone needs to sort it without a network."""
    facts, card = ranked.facts, ranked.card
    answered = card.mine.answer is not None if facts.older else facts.answered
    sorts = {
        "back": facts.back, "waits": facts.waits, "answered": answered, "closeness": facts.closeness,
        "less": facts.less, "older": facts.older,
    }  # fmt: skip
    return print_card(card) | {"why": ranked.why.value, "sorts": sorts}


def print_less(less: LessOf) -> dict[str, Any]:
    return {"habit": print_habit_name(less.habit), "person": brief(less.habit.owner), "since": less.since}


def _print_miss_card(card: MissCard) -> dict[str, Any]:
    mine = card.mine
    return {
        "id": str(card.miss.id),
        "person": brief(card.miss.owner),
        "habit": print_habit_name(card.miss.habit),
        "date": card.miss.date.isoformat(),
        "opens_at": print_instant(card.miss.opens_at),
        "my_answer": print_miss_act(mine),
        "looked": mine.saw,
        "keeps_letter": card.keeps_letter,
        "own_words": card.own_words,
    }


def _part_of_day(check_in: CheckIn) -> tuple[str, datetime]:
    """Which part of the owner's day it was, and the instant that part began."""
    zone = load(check_in.zone)
    local = check_in.captured_at.astimezone(zone)
    begun = [(name, hour) for name, hour in PARTS if hour <= local.hour]
    name, hour = begun[-1] if begun else PARTS[-1]
    day = local.date() if begun else local.date() - timedelta(days=1)
    return name, datetime.combine(day, time(hour), zone).astimezone(UTC)
