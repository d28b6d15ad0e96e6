"""A notice -> its words now, or nothing when its reader may no longer hear it or it no longer matters."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from uuid import UUID

from server.habits.models import CheckIn, Miss, Seat
from server.notifications import about_groups, copy
from server.notifications.kinds import Kind
from server.notifications.models import Notice
from server.notifications.present import Present
from server.responses.models import Reaction
from shared import limits
from shared.days import habit_day
from shared.moods import Role
from shared.plans import Measure
from shared.states import DayState, fold

_A_DAY = timedelta(days=1)
Tell = Callable[[Notice, Present], str | None]


def tell(notice: Notice, present: Present) -> str | None:
    """What this notice says to its recipient at this moment."""
    if notice.kind in OF_OTHERS and (notice.recipient_id, _id(notice, "person")) in present.muted:
        return None
    return TELLERS[Kind(notice.kind)](notice, present)


def _id(notice: Notice, key: str) -> UUID:
    return UUID(notice.payload[key])


def _friend_seat(notice: Notice, present: Present) -> Seat | None:
    """The seat of the friend an owner's notice speaks of."""
    return present.seat(_id(notice, "habit"), _id(notice, "person"))


def _reader_seat(notice: Notice, present: Present) -> Seat | None:
    """The seat of the reader in the habit of the friend the notice speaks of."""
    return present.seat(_id(notice, "habit"), notice.recipient_id)


def _answers(check_in: CheckIn, present: Present) -> list[tuple[Reaction, Seat]]:
    """Who answered and still may see it, in their order."""
    given = [(one, present.seat(check_in.habit_id, one.person_id)) for one in present.reactions.get(check_in.id, ())]
    return [(reaction, seat) for reaction, seat in given if seat is not None]


def _arrived(notice: Notice, present: Present) -> str | None:
    """Only while it is still to be answered, and by this reader."""
    name = present.arrivals.get((notice.recipient_id, _id(notice, "person")))
    return copy.arrived(name) if name else None


def _seat_offered(notice: Notice, present: Present) -> str | None:
    seat = present.offers.get((_id(notice, "habit"), notice.recipient_id))
    return copy.seat_offered(seat.habit.owner.name, witness=seat.role == Role.WITNESS) if seat else None


def _seat_accepted(notice: Notice, present: Present) -> str | None:
    seat = _friend_seat(notice, present)
    return copy.seat_accepted(seat.person.name, witness=seat.role == Role.WITNESS) if seat else None


def _first_answer(notice: Notice, present: Present) -> str | None:
    check_in = present.check_ins.get(_id(notice, "check_in"))
    answers = _answers(check_in, present) if check_in else []
    first = (seat.person.name for _, seat in answers if seat.person_id == _id(notice, "person"))
    name = next(first, None)
    return copy.first_answer(name) if name else None


def _more_answers(notice: Notice, present: Present) -> str | None:
    check_in = present.check_ins.get(_id(notice, "check_in"))
    answers = _answers(check_in, present) if check_in else []
    names = [seat.person.name for _, seat in answers if seat.person_id != _id(notice, "first")]
    return copy.more_answers(names) if names else None


def _guest_answer(notice: Notice, present: Present) -> str | None:
    name = present.guests.get(_id(notice, "guest_link"))
    return copy.guest_answer(name) if name else None


def _thanks(notice: Notice, present: Present) -> str | None:
    """For an answer, or for a gold letter."""
    if "gold_letter" in notice.payload:
        return _thanks_for_letter(notice, present)
    seat, check_in = _reader_seat(notice, present), present.check_ins.get(_id(notice, "check_in"))
    if seat is None or check_in is None:
        return None
    given = present.reactions.get(check_in.id, ())
    thanked = any(reaction.person_id == notice.recipient_id and reaction.thanked_at for reaction in given)
    return copy.thanks(seat.habit.owner.name) if thanked else None


def _thanks_for_letter(notice: Notice, present: Present) -> str | None:
    seat, letter = _reader_seat(notice, present), present.gold_letters.get(_id(notice, "gold_letter"))
    meant = letter is not None and letter.writer_id == notice.recipient_id and letter.thanked_at is not None
    return copy.thanks_for_letter(seat.habit.owner.name) if seat and meant else None


def _miss(notice: Notice, present: Present) -> str | None:
    """One card for the date, whichever of the owner's habits it was."""
    day = date.fromisoformat(notice.payload["date"])
    for miss in present.misses:
        is_meant = miss.owner_id == _id(notice, "person") and miss.date == day
        is_running = miss.state == Miss.State.OPEN and present.now < miss.opens_at
        if is_meant and is_running and present.was_witness(miss, notice.recipient_id):
            return copy.miss(miss.owner.name)
    return None


def _cheer(notice: Notice, present: Present) -> str | None:
    seat = _friend_seat(notice, present)
    answer = present.miss_answers.get((_id(notice, "miss"), _id(notice, "person")))
    stands = any(miss.id == _id(notice, "miss") and miss.state in STANDING for miss in present.misses)
    if seat is None or answer is None or answer.kind != "cheer" or not stands:
        return None
    return copy.cheer(seat.person.name, answer.preset)


def _back(notice: Notice, present: Present) -> str | None:
    day = date.fromisoformat(notice.payload["date"])
    for miss in present.misses:
        is_meant = miss.habit_id == _id(notice, "habit") and miss.returned_on == day
        if is_meant and miss.state == Miss.State.RETURNED and present.was_witness(miss, notice.recipient_id):
            return copy.back(miss.owner.name)
    return None


def _done_after_all(notice: Notice, present: Present) -> str | None:
    for miss in present.misses:
        is_meant = miss.id == _id(notice, "miss") and miss.state == Miss.State.VOIDED
        if is_meant and present.was_witness(miss, notice.recipient_id):
            return copy.done_after_all(miss.owner.name)
    return None


def _reminder(notice: Notice, present: Present) -> str | None:
    """Only while its day is the present one, undone, and nothing rests."""
    history = present.histories.get(_id(notice, "habit"))
    day = date.fromisoformat(notice.payload["date"])
    if history is None or habit_day(history.clock, present.now) != day:
        return None
    folded = fold(history, present.now)
    if folded.states.get(day) is not DayState.OPEN:
        return None
    friend = present.named.get(_id(notice, "habit"))
    at_most = history.plan.in_force(day).measure is Measure.AT_MOST
    already = any(mark.day == day for mark in history.marks)
    return copy.reminder(folded.day_number + (not already), friend.name if friend else None, at_most=at_most)


def _rounds(notice: Notice, present: Present) -> str | None:
    """Only on the evening it was for: the next one tells anew what still waits."""
    owners = present.unseen.get(notice.recipient_id, ())
    is_fresh = present.now - notice.created_at < _A_DAY
    return copy.rounds([owner.name for owner in owners]) if owners and is_fresh else None


def _relay(notice: Notice, present: Present) -> str | None:
    """Only while nobody has answered, and the rounds still hold it."""
    seat, check_in = _reader_seat(notice, present), present.check_ins.get(_id(notice, "check_in"))
    if seat is None or seat.role != Role.WITNESS or check_in is None or _answers(check_in, present):
        return None
    is_fresh = present.now - check_in.received_at < limits.ROUNDS_REACH
    return copy.relay(seat.habit.owner.name) if is_fresh else None


def _nudge(notice: Notice, present: Present) -> str | None:
    """Only while its day is the present one and still waited for."""
    seat, sent = _friend_seat(notice, present), present.nudges.get(_id(notice, "nudge"))
    history, day = present.histories.get(_id(notice, "habit")), date.fromisoformat(notice.payload["date"])
    if seat is None or sent is None or history is None or habit_day(history.clock, present.now) != day:
        return None
    shown = any(mark.day == day for mark in history.marks)
    is_open = fold(history, present.now).states.get(day) is DayState.OPEN
    return copy.nudge(seat.person.name, sent.preset) if is_open and not shown else None


def _comment(notice: Notice, present: Present) -> str | None:
    comment = present.comments.get(_id(notice, "comment"))
    return copy.comment(comment.writer.name) if comment else None


def _export_ready(notice: Notice, present: Present) -> str | None:
    until = datetime.fromisoformat(notice.payload["until"])
    return copy.export_ready(date.fromisoformat(notice.payload["day"])) if present.now < until else None


def _leaving(notice: Notice, present: Present) -> str | None:
    until = datetime.fromisoformat(notice.payload["until"])
    return copy.leaving(date.fromisoformat(notice.payload["day"])) if present.now < until else None


def _letter_given(notice: Notice, present: Present) -> str | None:
    seat = _reader_seat(notice, present)
    if seat is None or seat.role != Role.WITNESS or _id(notice, "letter") not in present.letters:
        return None
    return copy.letter_given(seat.habit.owner.name, keeps=seat.keeps_letter_since is not None)


def _gold_letter(notice: Notice, present: Present) -> str | None:
    letter, seat = present.gold_letters.get(_id(notice, "gold_letter")), _friend_seat(notice, present)
    return copy.gold_letter(seat.person.name, letter.milestone) if letter and seat else None


def _check_asked(notice: Notice, present: Present) -> str | None:
    friend = present.friends.get((notice.recipient_id, _id(notice, "person")))
    return copy.check_asked(friend.name) if friend else None


def _season_over(notice: Notice, present: Present) -> str | None:
    """Only until it is answered."""
    asks = (_id(notice, "habit"), int(notice.payload["season"])) in present.asking
    return copy.season_over() if asks else None


def _season_thanks(notice: Notice, present: Present) -> str | None:
    """It stays with whoever looked; whether a seat of theirs goes on, it doesn't tell."""
    friend = present.friends.get((notice.recipient_id, _id(notice, "person")))
    return copy.season_thanks(friend.name) if friend else None


def _started_beside(notice: Notice, present: Present) -> str | None:
    kept = present.beside.get((_id(notice, "habit"), _id(notice, "person")))
    return copy.started_beside(kept.habit.owner.name) if kept else None


def _kept_beside(notice: Notice, present: Present) -> str | None:
    """Only while they still want to hear of it."""
    kept = present.beside.get((_id(notice, "habit"), _id(notice, "person")))
    return copy.kept_beside(kept.habit.owner.name) if kept and kept.model.owner.told_of_beside else None


def _moderated(notice: Notice, present: Present) -> str | None:
    return copy.moderated(notice.payload["act"])


OF_OTHERS = frozenset({Kind.SEAT_OFFERED, Kind.MISS, Kind.BACK, Kind.DONE_AFTER_ALL, Kind.LETTER_GIVEN, Kind.RELAY})
"""What a friend's own days bring up; their answers to mine come through although I mute them."""
STANDING = (Miss.State.OPEN, Miss.State.RETURNED, Miss.State.PASSED)
TELLERS: Mapping[Kind, Tell] = {
    Kind.ARRIVED: _arrived,
    Kind.SEAT_OFFERED: _seat_offered,
    Kind.SEAT_ACCEPTED: _seat_accepted,
    Kind.FIRST_ANSWER: _first_answer,
    Kind.MORE_ANSWERS: _more_answers,
    Kind.GUEST_ANSWER: _guest_answer,
    Kind.THANKS: _thanks,
    Kind.MISS: _miss,
    Kind.CHEER: _cheer,
    Kind.BACK: _back,
    Kind.DONE_AFTER_ALL: _done_after_all,
    Kind.REMINDER: _reminder,
    Kind.ROUNDS: _rounds,
    Kind.RELAY: _relay,
    Kind.NUDGE: _nudge,
    Kind.COMMENT: _comment,
    Kind.EXPORT_READY: _export_ready,
    Kind.LEAVING: _leaving,
    Kind.LETTER_GIVEN: _letter_given,
    Kind.GOLD_LETTER: _gold_letter,
    Kind.CHECK_ASKED: _check_asked,
    Kind.SEASON_OVER: _season_over,
    Kind.SEASON_THANKS: _season_thanks,
    Kind.STARTED_BESIDE: _started_beside,
    Kind.KEPT_BESIDE: _kept_beside,
    Kind.MODERATED: _moderated,
    **about_groups.TELLERS,
}
