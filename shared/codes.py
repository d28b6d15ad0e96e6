"""Why a request was refused for good: a code for programs and one sentence for people."""

from datetime import timedelta
from enum import StrEnum

from shared.languages import say


class Code(StrEnum):
    """Every refusal of the API. A code never changes its meaning once released."""

    INVALID = "invalid"
    INVALID_SCHEDULE = "invalid_schedule"
    INVALID_CLOCK = "invalid_clock"
    NOT_AUTHENTICATED = "not_authenticated"
    NOT_FOUND = "not_found"
    CONFLICT = "conflict"
    TOO_MANY = "too_many"
    TOO_LARGE = "too_large"
    UNSUPPORTED = "unsupported"
    UNAVAILABLE = "unavailable"
    RESYNC = "resync"

    DAY_CLOSED = "day_closed"
    DAY_IN_FUTURE = "day_in_future"
    TOO_OLD = "too_old"
    UNKNOWN_ZONE = "unknown_zone"

    TOO_YOUNG = "too_young"
    TERMS_TO_ACCEPT = "terms_to_accept"
    NOT_CONFIRMED_YET = "not_confirmed_yet"
    INVITE_EXPIRED = "invite_expired"
    OWN_INVITE = "own_invite"
    TOO_MANY_FRIENDS = "too_many_friends"
    TOO_MANY_INVITES = "too_many_invites"
    TOO_MANY_HABITS = "too_many_habits"
    TOO_MANY_WITNESSES = "too_many_witnesses"
    NOT_A_FRIEND = "not_a_friend"
    SEASON_RUNS = "season_runs"
    TOO_MANY_CIRCLES = "too_many_circles"

    BESIDE_CLOSED = "beside_closed"
    OWN_ANCHORS_ONLY = "own_anchors_only"
    TOO_MANY_ROLE_MODELS = "too_many_role_models"

    NOT_WAITED_FOR = "not_waited_for"
    NUDGED_ALREADY = "nudged_already"
    TOO_MANY_NUDGES = "too_many_nudges"
    WINDOW_CLOSED = "window_closed"
    ALREADY_BACK = "already_back"
    PRESETS_ONLY = "presets_only"
    OWN_WORDS_CLOSED = "own_words_closed"
    COMMENTS_CLOSED = "comments_closed"
    TOO_MANY_COMMENTS = "too_many_comments"
    MISS_STILL_OPEN = "miss_still_open"
    LETTER_NOT_HERE = "letter_not_here"
    LETTER_NOT_YET = "letter_not_yet"
    LETTER_GONE = "letter_gone"
    NO_MILESTONE_LEFT = "no_milestone_left"
    REST_TOO_FAR_BACK = "rest_too_far_back"
    TOO_MANY_BACKDATES = "too_many_backdates"

    PHOTO_NOT_AN_IMAGE = "photo_not_an_image"
    PHOTO_TRUNCATED = "photo_truncated"
    PHOTO_TOO_MANY_PIXELS = "photo_too_many_pixels"
    PHOTO_TOO_LARGE = "photo_too_large"
    PHOTO_UNSUPPORTED = "photo_unsupported"
    PHOTO_DIGEST_MISMATCH = "photo_digest_mismatch"
    PHOTO_BUSY = "photo_busy"
    PHOTO_MISSING = "photo_missing"
    PHOTO_CONFLICT = "photo_conflict"

    CHALLENGE_DATES = "challenge_dates"
    CHALLENGE_OVER = "challenge_over"
    CHALLENGE_FULL = "challenge_full"
    CHALLENGE_RUNS = "challenge_runs"
    CHALLENGE_PRIVATE = "challenge_private"
    TOO_MANY_CHALLENGES = "too_many_challenges"
    ALREADY_IN = "already_in"
    HABIT_UNFIT = "habit_unfit"
    SENSITIVE_HERE = "sensitive_here"
    GROWN_UPS_ONLY = "grown_ups_only"
    CARRY_ONESELF = "carry_oneself"
    CARRY_NOT_NOW = "carry_not_now"
    CARRY_LOCKED = "carry_locked"
    CARRY_SPENT = "carry_spent"
    COIN_ONESELF = "coin_oneself"
    NOT_SHOWN_UP = "not_shown_up"
    COINS_GIVEN = "coins_given"
    COINS_FEW = "coins_few"
    COINS_OFF = "coins_off"

    EXPORT_RUNNING = "export_running"
    EXPORT_NOT_READY = "export_not_ready"
    EXPORT_EXPIRED = "export_expired"
    TOO_MANY_EXPORTS = "too_many_exports"
    DEPARTED = "departed"
    CLOSED_BY_HOST = "closed_by_host"


SENTENCES: dict[Code, str] = {
    Code.INVALID: "Something in this isn't filled in the way it needs to be.",
    Code.INVALID_SCHEDULE: "This schedule doesn't work out. Please choose the days once more.",
    Code.INVALID_CLOCK: "A day can start between midnight and noon.",
    Code.NOT_AUTHENTICATED: "Please sign in first.",
    Code.NOT_FOUND: "There is nothing here for you to see.",
    Code.CONFLICT: "This was already decided another way.",
    Code.TOO_MANY: "That was a lot at once. Please wait a moment.",
    Code.TOO_LARGE: "This is too large to send.",
    Code.UNSUPPORTED: "Kith can't read this kind of content.",
    Code.UNAVAILABLE: "Kith can't be reached right now. It will be sent later.",
    Code.RESYNC: "This phone was away for long and fetches everything anew.",
    Code.DAY_CLOSED: "This day is closed. Today is open.",
    Code.DAY_IN_FUTURE: "This day hasn't begun yet.",
    Code.TOO_OLD: "This waited on the phone for more than 30 days and can't be added any more.",
    Code.UNKNOWN_ZONE: "Kith doesn't know this time zone.",
    Code.TOO_YOUNG: "Kith is for people who are 16 or older.",
    Code.TERMS_TO_ACCEPT: "The terms changed. Please read them and say yes first.",
    Code.NOT_CONFIRMED_YET: "Whoever invited you has yet to say that it's you. Until then, Kith is yours alone.",
    Code.INVITE_EXPIRED: "This invitation has ended. Ask your friend for a new one.",
    Code.OWN_INVITE: "This is your own invitation. Send it to a friend.",
    Code.TOO_MANY_FRIENDS: "There is no room for another friend.",
    Code.TOO_MANY_INVITES: "Many of your invitations are still open. Withdraw one first.",
    Code.TOO_MANY_HABITS: "There is no room for another habit. Archive one first.",
    Code.TOO_MANY_WITNESSES: "Five witnesses are as many as a habit can have.",
    Code.NOT_A_FRIEND: "Only a friend can be asked.",
    Code.SEASON_RUNS: "This season is still running.",
    Code.TOO_MANY_CIRCLES: "There is no room for another circle.",
    Code.BESIDE_CLOSED: "Nobody starts beside this one. You can make a promise of your own.",
    Code.OWN_ANCHORS_ONLY: "Beside this habit, only pictures of your own can stand.",
    Code.TOO_MANY_ROLE_MODELS: "Three role models are as many as a habit can have beside it.",
    Code.NOT_WAITED_FOR: "Nothing is waited for on this day any more.",
    Code.NUDGED_ALREADY: "You told them today that you're waiting. Once a day is enough.",
    Code.TOO_MANY_NUDGES: "Ten a day are as many as anybody can send.",
    Code.WINDOW_CLOSED: "The time to answer this is over.",
    Code.ALREADY_BACK: "They are back already. Say hello instead.",
    Code.PRESETS_ONLY: "Here, one of the six answers says it all.",
    Code.OWN_WORDS_CLOSED: "Here, a face or one of the set words says it all.",
    Code.COMMENTS_CLOSED: "A day is waited for. Until then, a cheer says more than words.",
    Code.TOO_MANY_COMMENTS: "Five lines a day to one friend are as many as there are.",
    Code.MISS_STILL_OPEN: "A day is still waiting for you. The letter can be changed after it.",
    Code.LETTER_NOT_HERE: "This habit goes without letters.",
    Code.LETTER_NOT_YET: "This letter can't open yet. Show up before, and it burns unread.",
    Code.LETTER_GONE: "This letter is gone. Nobody read it to you.",
    Code.NO_MILESTONE_LEFT: "There is no day left to write a letter for.",
    Code.REST_TOO_FAR_BACK: "Rest can't reach back to this day any more.",
    Code.TOO_MANY_BACKDATES: "Rest can reach back to two days a month.",
    Code.PHOTO_NOT_AN_IMAGE: "This file is not a photo.",
    Code.PHOTO_TRUNCATED: "A part of this photo is missing. Please choose it once more.",
    Code.PHOTO_TOO_MANY_PIXELS: "This photo has too many pixels. Please choose a smaller one.",
    Code.PHOTO_TOO_LARGE: "This photo is too large. Please choose a smaller one.",
    Code.PHOTO_UNSUPPORTED: "Kith can't read this kind of photo (HEIC, GIF and others) here. JPEG and PNG work.",
    Code.PHOTO_DIGEST_MISMATCH: "This photo changed on its way. It will be sent once more.",
    Code.PHOTO_BUSY: "Many photos are arriving right now. Yours will be sent in a moment.",
    Code.PHOTO_MISSING: "This photo never arrived. Your day counts all the same.",
    Code.PHOTO_CONFLICT: "Another photo already has this place.",
    Code.CHALLENGE_DATES: "These dates don't work out. It starts today or later, and ends after it starts.",
    Code.CHALLENGE_OVER: "This one is over. You can start another from it.",
    Code.CHALLENGE_FULL: "There is no room for another one here.",
    Code.CHALLENGE_RUNS: "This has begun, and days that were lived stay as they are.",
    Code.CHALLENGE_PRIVATE: "Nobody starts another from this one. You can make one of your own.",
    Code.TOO_MANY_CHALLENGES: "There is no room for another challenge. Leave one first.",
    Code.ALREADY_IN: "You are in this one already.",
    Code.HABIT_UNFIT: "This habit doesn't fit here. Choose another, or make one for it.",
    Code.SENSITIVE_HERE: "A sensitive habit stays out of leagues and shared sums.",
    Code.GROWN_UPS_ONLY: "This is for people who are 18 or older.",
    Code.CARRY_ONESELF: "You can carry somebody else.",
    Code.CARRY_NOT_NOW: "There is nobody to carry on this day any more.",
    Code.CARRY_LOCKED: "Keep seven days here first. Then you can carry somebody.",
    Code.CARRY_SPENT: "One a week is as many as anybody carries.",
    Code.COIN_ONESELF: "Coins are for somebody else.",
    Code.NOT_SHOWN_UP: "Coins go to whoever showed up today.",
    Code.COINS_GIVEN: "Four a day are as many as anybody has to give.",
    Code.COINS_FEW: "There aren't enough coins in your purse for this.",
    Code.COINS_OFF: "Here, things go without coins.",
    Code.EXPORT_RUNNING: "Your data is being packed already. You will be told when it is ready.",
    Code.EXPORT_NOT_READY: "Your data is still being packed.",
    Code.EXPORT_EXPIRED: "This package isn't kept any more. You can ask for a new one.",
    Code.TOO_MANY_EXPORTS: "Your data can be packed three times a day. Please come back tomorrow.",
    Code.DEPARTED: "The seven days are over, and everything is being deleted.",
    Code.CLOSED_BY_HOST: "This account was closed by the people who run this Kith. Please write to them.",
}


class Refused(Exception):  # noqa: N818 (a refusal is an answer, not an error)
    """A request that will never succeed as it is. `detail` says more, for people.

    `wait` is how long until it may, where that is known.
    """

    def __init__(self, code: Code | str, detail: str = "", *, wait: timedelta | None = None) -> None:
        self.code = Code(code)
        self.wait = wait
        self.detail = detail or say(SENTENCES[self.code])
        super().__init__(f"{self.code}: {self.detail}")
