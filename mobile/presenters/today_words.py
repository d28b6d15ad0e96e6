"""The headline of Today, the card under it, and the line at the foot: by the table of words, condition by condition."""

from mobile.presenters import beside_copy, copy
from mobile.presenters.anchors import stands_alone
from mobile.presenters.faces import headline_friend
from mobile.presenters.own_letter import burnt_by_comeback
from mobile.presenters.reading import Reading, shown_slot
from mobile.presenters.today_state import Card
from shared import headlines
from shared.headlines import Headline, Situation
from shared.languages import say
from shared.moods import Mood
from shared.schedule import Duty


def card_of(reading: Reading) -> Card:
    if reading.done:
        return _done_card(reading)
    if reading.mood is Mood.QUIET:
        return Card.RESTING
    if reading.fresh_miss is not None:
        return Card.COLD
    return Card.NOTHING_DUE if reading.duty is Duty.NOT_DUE else Card.EMPTY_HALF


def _done_card(reading: Reading) -> Card:
    check_in = reading.check_in
    if check_in is None or shown_slot(check_in) is None:
        return Card.TICK
    first = reading.photo_days()[0]["date"] == check_in["date"]
    if first and stands_alone(reading):
        return Card.ALONE if reading.alone else Card.PHOTO
    return Card.PHOTO if reading.came_back else Card.DUET


def headline_of(reading: Reading) -> Headline:
    friend, miss, check_in = headline_friend(reading), reading.fresh_miss, reading.check_in
    situation = Situation(
        number=reading.number, today=reading.today, mood=reading.mood, duty=reading.duty, schedule=reading.schedule,
        done=reading.done, came_back=reading.came_back, letter_burnt=burnt_by_comeback(reading) is not None,
        empty_day=miss.day if miss else None, spared=reading.spared, saw=[member.name for member in reading.saw_miss],
        first_friend=friend.name if friend else None, began=reading.fold.day_number > 0, quota=reading.quota,
        due_next=reading.due_next, logged=check_in["amount"] if check_in else None,
    )  # fmt: skip
    return headlines.headline_of(situation)


def foot_of(reading: Reading) -> str:
    """What became of the empty day, or why a photo is not shown."""
    if reading.came_back:
        forgiven = [miss.day for miss in reading.fold.misses if miss.forgiven and miss.returned_on == reading.today]
        return copy.forgiven(forgiven[-1]) if forgiven else ""
    if not reading.done and reading.fresh_miss is not None:
        let_go = [member.name for member in reading.crowd if member.act.miss_answer == "let_go"]
        return copy.let_it_go(copy.joined(let_go), reading.number) if let_go else ""
    return _photo_problem(reading) or (say(beside_copy.HALF_FOOT) if card_of(reading) is Card.ALONE else "")


def _photo_problem(reading: Reading) -> str:
    slots = reading.check_in["photos"] if reading.check_in else []
    refused = [slot["code"] for slot in slots if slot["code"]]
    return copy.refusal(refused[0]) if refused and len(refused) == len(slots) else ""


def primary_of(card: Card) -> str:
    return {Card.COLD: say(copy.SHOW_UP), Card.ALONE: say(copy.SEND_TO_A_FRIEND)}.get(card, "")
