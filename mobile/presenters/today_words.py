"""The headline of Today, the card under it, and the line at the foot: by the table of words, condition by condition."""

from mobile.presenters import beside_copy, copy
from mobile.presenters.anchors import stands_alone
from mobile.presenters.faces import headline_friend
from mobile.presenters.own_letter import burnt_by_comeback
from mobile.presenters.reading import Reading, shown_slot
from mobile.presenters.today_state import Card
from mobile.presenters.views import Headline
from shared.languages import say
from shared.moods import Mood
from shared.plans import Frequency, Measure
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
    if reading.came_back:
        in_again = f"{copy.day_label(reading.number)} {say(copy.IS_IN)}"
        return Headline(say(copy.CAME_BACK), small=say(copy.LETTER_GONE) if burnt_by_comeback(reading) else in_again)
    if reading.done:
        return Headline(copy.day_label(reading.number), say(copy.IS_IN), say(copy.NOTHING_LEFT))
    if reading.mood is Mood.QUIET:
        return Headline(say(copy.RESTING), small=say(copy.RESTING_SMALL))
    if reading.fresh_miss is not None:
        return _miss_headline(reading)
    return _open_headline(reading)


def _miss_headline(reading: Reading) -> Headline:
    miss = reading.fresh_miss
    assert miss is not None  # nosec B101  # for the types: the caller looked
    if reading.spared:
        return Headline(say(copy.ROUGH_WEEK), small=say(copy.ROUGH_WEEK_SMALL))
    seen = copy.saw([member.name for member in reading.saw_miss])
    return Headline(copy.stayed_empty(miss.day, reading.today), small=seen or say(copy.TODAY_IS_OPEN))


def _open_headline(reading: Reading) -> Headline:
    if reading.duty is Duty.NOT_DUE:
        due = reading.due_next
        return Headline(say(copy.NOTHING_DUE), small=copy.next_due(due, reading.today) if due else "")
    if reading.schedule.measure is not Measure.TICK:
        return _amount_headline(reading)
    if reading.quota is not None and reading.duty is Duty.OPTIONAL:
        done, needed = reading.quota
        return Headline(copy.quota(done, needed, _per_week(reading)), small=say(copy.ANY_DAY))
    return _waiting_headline(reading, _quota_line(reading) or say(copy.ANY_TIME))


def _waiting_headline(reading: Reading, small: str) -> Headline:
    friend = headline_friend(reading)
    alone = say(copy.ALONE_ACCENT) if reading.fold.day_number else ""
    accent = copy.show(friend.name) if friend is not None else alone
    return Headline(f"{copy.day_label(reading.number)}.", accent, small)


def _amount_headline(reading: Reading) -> Headline:
    """How far today's amount has come; an at-most habit waits for nobody and says so."""
    check_in, schedule = reading.check_in, reading.schedule
    logged = check_in["amount"] if check_in else None
    if reading.is_at_most:
        so_far = copy.so_far(copy.amount(logged or "0", ""), copy.amount(schedule.target, schedule.unit))
        return Headline(so_far, small=say(copy.KEPT_AT_THE_END))
    if logged is None:
        goal = copy.amount(schedule.target, schedule.unit)
        return _waiting_headline(reading, copy.goal_any_time(goal))
    done = copy.amount(logged, schedule.unit)
    goal = copy.amount(schedule.target, schedule.unit)
    return Headline(f"{done}.", copy.is_the_goal(goal), say(copy.ANY_TIME))


def _quota_line(reading: Reading) -> str:
    if reading.quota is None:
        return ""
    done, needed = reading.quota
    return copy.to_go(needed - done, _per_week(reading))


def _per_week(reading: Reading) -> bool:
    return reading.schedule.frequency is Frequency.PER_WEEK


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
