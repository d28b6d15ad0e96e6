"""The table of what a person can do -> the call that tells the server. A resend of any of them is harmless."""

from collections.abc import Callable

from mobile.api.answers import Answer
from mobile.api.client import Api
from mobile.store.database import Body
from mobile.store.outbox import Command, Kind
from shared.codes import Code

Call = Callable[[Api, Command], Answer]


def _without_names(body: Body) -> Body:
    """The seats as this phone shows them until they have been asked for are its own matter."""
    return {key: value for key, value in body.items() if key != "asked"}


CALLS: dict[Kind, Call] = {
    Kind.DAY: lambda api, c: api.put_day(c.target["habit"], c.target["date"], c.body),
    Kind.UNDO: lambda api, c: api.delete_day(c.target["habit"], c.target["date"], c.body["captured_at"]),
    Kind.REST: lambda api, c: api.put_rest(c.target["rest"], c.body),
    Kind.END_REST: lambda api, c: api.delete_rest(c.target["rest"]),
    Kind.HABIT: lambda api, c: api.put_habit(c.target["habit"], c.body),
    Kind.EDIT_HABIT: lambda api, c: api.patch_habit(c.target["habit"], c.body),
    Kind.ARCHIVE_HABIT: lambda api, c: api.delete_habit(c.target["habit"]),
    Kind.SAVE_CIRCLE: lambda api, c: api.put_circle(
        c.target["circle"], c.body["name"], [member["id"] for member in c.body["members"]]
    ),
    Kind.GIVE_UP_CIRCLE: lambda api, c: api.delete_circle(c.target["circle"]),
    Kind.SHOW_TO_CIRCLE: lambda api, c: api.put_habit_circle(c.target["habit"], c.target["circle"]),
    Kind.HIDE_FROM_CIRCLE: lambda api, c: api.delete_habit_circle(c.target["habit"], c.target["circle"]),
    Kind.RENEW_SEASON: lambda api, c: api.put_season(c.target["habit"], c.target["season"], _without_names(c.body)),
    Kind.CHANGE_SEASON: lambda api, c: api.patch_season(c.target["habit"], c.target["season"], c.body),
    Kind.ASK_SEAT: lambda api, c: api.put_seat(c.target["habit"], c.target["person"], c.body["role"]),
    Kind.END_SEAT: lambda api, c: api.delete_seat(c.target["habit"], c.target["person"]),
    Kind.ANSWER_SEAT: lambda api, c: api.answer_seat(c.target["habit"], c.body),
    Kind.LEAVE_SEAT: lambda api, c: api.leave_seat(c.target["habit"]),
    Kind.LOOK: lambda api, c: api.put_look(c.target["habit"], c.target["date"]),
    Kind.REACT: lambda api, c: api.put_reaction(c.target["habit"], c.target["date"], c.body["kind"]),
    Kind.UNREACT: lambda api, c: api.delete_reaction(c.target["habit"], c.target["date"]),
    Kind.FACE: lambda api, c: api.put_face(c.target["habit"], c.target["date"], c.body["photo"]),
    Kind.REMOVE_FACE: lambda api, c: api.delete_face(c.target["habit"], c.target["date"], c.target["person"]),
    Kind.THANK: lambda api, c: api.put_thanks(c.target["habit"], c.target["date"], c.target["person"]),
    Kind.NUDGE: lambda api, c: api.put_nudge(c.target["habit"], c.target["date"], c.body),
    Kind.COMMENT: lambda api, c: api.put_comment(
        c.target["habit"], c.target["date"], c.target["comment"], c.body["text"]
    ),
    Kind.REMOVE_COMMENT: lambda api, c: api.delete_comment(c.target["habit"], c.target["date"], c.target["comment"]),
    Kind.LET_WRITE: lambda api, c: api.put_own_words(c.target["person"], c.body),
    Kind.REMOVE_MISS_FACE: lambda api, c: api.delete_miss_face(c.target["miss"], c.target["person"]),
    Kind.REMOVE_NUDGE_FACE: lambda api, c: api.delete_nudge_face(
        c.target["habit"], c.target["date"], c.target["person"]
    ),
    Kind.LOOK_AT_MISS: lambda api, c: api.put_miss_look(c.target["miss"]),
    Kind.ANSWER_MISS: lambda api, c: api.put_miss_answer(c.target["miss"], c.body),
    Kind.EDIT_ME: lambda api, c: api.patch_me(c.body),
    Kind.CLOCK: lambda api, c: api.put_clock(c.body),
    Kind.UNFRIEND: lambda api, c: api.delete_friend(c.target["person"]),
    Kind.KEEP_DISTANCE: lambda api, c: api.put_distance(c.target["person"], c.body),
    Kind.BLOCK: lambda api, c: api.put_block(c.target["person"]),
    Kind.UNBLOCK: lambda api, c: api.delete_block(c.target["person"]),
    Kind.REPORT: lambda api, c: api.put_report(c.target["report"], c.body),
    Kind.ANSWER_ARRIVAL: lambda api, c: api.answer_arrival(c.target["person"], c.body["answer"]),
    Kind.READ_NOTICE: lambda api, c: api.put_notice_read(c.target["notice"]),
    Kind.WRITE_BLUE: lambda api, c: api.put_blue(c.target["habit"], c.body["text"]),
    Kind.TAKE_BLUE: lambda api, c: api.delete_blue(c.target["habit"]),
    Kind.ANSWER_LETTER: lambda api, c: api.answer_letter(c.target["miss"], c.body["choice"]),
    Kind.WRITE_GOLD: lambda api, c: api.put_gold(c.target["habit"], c.body["text"]),
    Kind.WITHDRAW_GOLD: lambda api, c: api.delete_gold(c.target["habit"]),
    Kind.THANK_GOLD: lambda api, c: api.thank_for_letter(c.target["letter"]),
    Kind.ANCHOR: lambda api, c: api.put_anchor(c.target["habit"], c.body["said"]),
    Kind.KEEP_BESIDE: lambda api, c: api.put_role_model(c.target["habit"], c.target["other"]),
    Kind.END_BESIDE: lambda api, c: api.delete_role_model(c.target["habit"], c.target["other"]),
    Kind.START_BESIDE: lambda api, c: api.start_beside(c.target["habit"], c.body["said"]),
    Kind.LESS_OF: lambda api, c: api.put_less(c.target["habit"]),
    Kind.AS_BEFORE: lambda api, c: api.delete_less(c.target["habit"]),
    Kind.HARD_TIME: lambda api, c: api.put_hard_time(c.target["rest"], c.body["friend"]),
}
"""Every kind but the photo, whose bytes lie in a file (sync/sending.py)."""

LOST_QUIETLY: frozenset[Kind] = frozenset({Kind.LOOK, Kind.LOOK_AT_MISS, Kind.READ_NOTICE})
"""Nobody set out to do these, so nobody is told when one is refused."""

GONE_IS_DONE: frozenset[Kind] = frozenset(
    {
        Kind.GIVE_UP_CIRCLE, Kind.SHOW_TO_CIRCLE, Kind.HIDE_FROM_CIRCLE,
        Kind.UNDO, Kind.END_REST, Kind.ARCHIVE_HABIT, Kind.END_SEAT, Kind.LEAVE_SEAT, Kind.UNFRIEND, Kind.UNBLOCK,
        Kind.KEEP_DISTANCE, Kind.UNREACT, Kind.REACT, Kind.FACE, Kind.REMOVE_FACE, Kind.THANK, Kind.NUDGE,
        Kind.ANSWER_MISS, Kind.ANSWER_ARRIVAL, Kind.TAKE_BLUE, Kind.ANSWER_LETTER, Kind.WRITE_GOLD,
        Kind.WITHDRAW_GOLD, Kind.THANK_GOLD, Kind.ANCHOR, Kind.KEEP_BESIDE, Kind.END_BESIDE,
        Kind.COMMENT, Kind.REMOVE_COMMENT, Kind.LET_WRITE, Kind.REMOVE_MISS_FACE, Kind.REMOVE_NUDGE_FACE,
        Kind.LESS_OF, Kind.AS_BEFORE,
    }
)  # fmt: skip
"""Refused as not found these vanish: the end is reached, and a tray announces no ended friendship."""

ALONE_THEN: frozenset[Code] = frozenset({Code.NOT_FOUND, Code.BESIDE_CLOSED})
"""Starting beside refused with one of these becomes a promise of one's own: the days in it stay, nobody is named."""

WORDS_GO: frozenset[Kind] = frozenset({Kind.WRITE_BLUE, Kind.WRITE_GOLD})
"""Their words leave this phone with them: once told, no byte of the command stays behind."""
