"""What can be told."""

from enum import StrEnum


class Kind(StrEnum):
    ARRIVED = "arrived"
    SEAT_OFFERED = "seat_offered"
    SEAT_ACCEPTED = "seat_accepted"
    FIRST_ANSWER = "first_answer"
    MORE_ANSWERS = "more_answers"
    GUEST_ANSWER = "guest_answer"
    THANKS = "thanks"
    MISS = "miss"
    CHEER = "cheer"
    BACK = "back"
    DONE_AFTER_ALL = "done_after_all"
    REMINDER = "reminder"
    ROUNDS = "rounds"
    RELAY = "relay"
    NUDGE = "nudge"
    COMMENT = "comment"
    LETTER_GIVEN = "letter_given"
    GOLD_LETTER = "gold_letter"
    CHECK_ASKED = "check_asked"
    SEASON_OVER = "season_over"
    SEASON_THANKS = "season_thanks"
    STARTED_BESIDE = "started_beside"
    KEPT_BESIDE = "kept_beside"
    CHALLENGE_OFFERED = "challenge_offered"
    CHALLENGE_STARTS = "challenge_starts"
    LAST_TO_COME = "last_to_come"
    CHAIN_DAY_KEPT = "chain_day_kept"
    CARRIED = "carried"
    CHALLENGE_ENDED = "challenge_ended"
    EXPORT_READY = "export_ready"
    LEAVING = "leaving"
    MODERATED = "moderated"


MAILED = frozenset({Kind.EXPORT_READY, Kind.LEAVING})
"""What is also written by mail: it must reach somebody who has no phone with Kith any more."""
