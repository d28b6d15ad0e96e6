"""Every length, budget, tolerance and allowed kind, in one place."""

from datetime import timedelta
from decimal import Decimal
from typing import NamedTuple


class Rate(NamedTuple):
    """So much within so long, counted from the first time."""

    amount: int
    within: timedelta


# Words
TITLE_MAX = 60
NAME_MAX = 40
CAPTION_MAX = 500
UNIT_MAX = 16
NOTE_MAX = 500
BLUE_LETTER_MAX = 140
GOLD_LETTER_MAX = 140
COMMENT_MAX = 280
CHEER_WORDS_MAX = 140  # of a friend who may, around a miss

# Amounts
AMOUNT_MAX = Decimal(1_000_000)
AMOUNT_PLACES = 3

# Schedules
TIMES_PER_WEEK_MAX = 7
TIMES_PER_MONTH_MAX = 31
EVERY_MAX = 365

# Photos
PHOTO_BYTES_MAX = 20 * 1024 * 1024
PHONE_CACHE_BYTES = 60 * 1024 * 1024
"""Of others' pictures on a phone; what was seen longest ago goes first."""
PHONE_OWN_BYTES = 300 * 1024 * 1024
"""Of one's own photos on a phone that its server has accepted; it gives them back when they are looked at."""
PHOTO_PIXELS_MAX = 50_000_000
PHOTO_PIXELS_WEBP_MAX = 25_000_000  # its decoder holds four whole pictures; no camera makes them larger
PHOTO_SECONDS_MAX = 20  # of one core; 50 megapixels take one to four where a phone's photo takes half of one
PHOTO_MEGABYTES_MAX = 800  # of address space; the costliest honest shape, one pixel wide, takes 650
PHOTOS_PER_DAY_MAX = 4

# People
WITNESSES_MAX = 5
FRIENDS_MAX = 500
HABITS_MAX = 30
CIRCLES_MAX = 30
REMINDERS_MAX = 5
INVITE_DAYS = 7
INVITES_OPEN_MAX = 20  # of one person at once
CONFIRM_WITHIN = timedelta(days=7)  # an inviter's answer, after somebody came in with their link
CONFIRM_SPOKEN_OF = timedelta(days=5)  # the one who waits is written to
SIGN_UP_WITHIN = timedelta(days=1)  # an address that is not proven by then is forgotten
DEVICE_MAX = 60
WITNESS_AWAY_AFTER = timedelta(days=5)

# Days
DAY_START_MAX = 720  # minutes after midnight
GRACE_DEFAULT = timedelta(hours=12)  # wall time after day_start of the next date
GRACE_MIN = timedelta(hours=2)
SHOWN_MIN = timedelta(hours=12)  # a date shown for less is not due
LATE_AFTER = timedelta(hours=48)  # received after capture
TOO_OLD = timedelta(days=30)
GENTLE_DAYS = 7
SEASON_DAYS = 30
SEASON_ASKED_DAYS = 7  # days that are not rested, on which the owner is asked whether it goes on

# Misses
OPENS_AFTER_DAYS = 2  # calendar days after grace ended
OPENS_AT_MOST_DAYS = 8
COLD_MAX = timedelta(days=3)
PASSES_PER_MONTH = 2
REST_BACKDATES_PER_MONTH = 2

# Letters
LETTER_OFFERED_AFTER = 7  # kept days
LETTER_UNREAD = timedelta(days=7)  # then it burns
LETTERS_APART = timedelta(days=7)  # one person's openings
LETTERS_UNANSWERED_MAX = 2  # openings without a return, then it switches itself off
MISSED_TOGETHER = 2  # habits on one date: a bad week
UNOPENED_DAYS = 3  # whole days without Kith: a bad week
GOLD_MILESTONES = (7, 30, 100, 365)  # day numbers

# The outage rule
OUTAGE_MIN = timedelta(minutes=10)
OUTAGE_GRACE = timedelta(hours=6)

# What may be asked for, and how often. Most people reach none of these in a lifetime.
CODES_PER_ADDRESS = Rate(5, timedelta(hours=1))
# A phone network hides thousands of people behind one address.
CODES_PER_NETWORK = Rate(300, timedelta(hours=1))
TRIES_PER_NETWORK = Rate(1200, timedelta(hours=1))
TRIES_PER_CODE = Rate(5, timedelta(minutes=15))
PASSWORDS_PER_ADDRESS = Rate(10, timedelta(minutes=15))
ADMIN_TRIES = Rate(10, timedelta(minutes=15))
INVITES_PER_DAY = Rate(50, timedelta(days=1))
REPORTS_PER_DAY = Rate(20, timedelta(days=1))
# A phone that was away for a month sends what waited there at once.
PHOTOS_PER_DAY = Rate(1_000, timedelta(days=1))
PHOTO_BYTES_PER_DAY = Rate(2 * 1024**3, timedelta(days=1))

# Guests
GUEST_LINK_LIFE = timedelta(days=7)
GUEST_TOKEN_BYTES = 24
GUEST_INVITES_MAX = 3  # for one guest who asks to keep watching
GUEST_POSTS_PER_NETWORK = Rate(300, timedelta(hours=1))

# Beside
ANCHOR_FRAMES_MAX = 12  # one is a picture, more play as a clip
ROLE_MODELS_PER_HABIT = 3
BESIDE_OFFER_LIFE = timedelta(days=7)  # for somebody who came in through a guest's page, once they are friends

# Nudges, counted by the sender's and the owner's dates
NUDGES_SENT_PER_DAY = 10
NUDGES_RECEIVED_PER_DAY = 3  # at most; the owner may lower it
LONGEST_DATE = timedelta(days=3)  # no date lasts longer anywhere, journeys included
YOUNG_FROM_HOUR, YOUNG_TO_HOUR = 8, 21  # under 18 nobody is nudged outside these

# Own words, of those who may write them
COMMENTS_PER_DAY = 5  # of one writer to one person, by the writer's dates

# Being answered
ROUNDS_REACH = timedelta(days=3)  # how long a check-in waits in the rounds after it arrived
ROUNDS_MINUTE = 19 * 60  # the hour of the rounds, until somebody chooses another
ROUNDS_AT_MOST_LATE = timedelta(hours=1)  # a push the server could not send in time waits for the next evening
RELAY_AFTER = timedelta(hours=6)  # without an answer
RELAY_AFTER_GENTLE = timedelta(hours=2)  # in a promise's first GENTLE_DAYS
RELAY_LOOK = timedelta(hours=1)  # while nobody may be asked, until the next look
RELAY_FROM, RELAY_TO = 8 * 60, 21 * 60  # the minutes of their day in which a witness may be asked
RELAYS_PER_DAY = 1  # of one witness

# Pushes a day, by the receiver's own dates. Reminders are their owner's own will: they count, and always ring.
PUSHES_OF_MINE = 4
PUSHES_OF_ROUNDS = 1
PUSHES_OF_RELAYS = 1
PUSHES_OF_OTHERS = 4

# Challenges
CHALLENGES_MAX = 20  # that one person is in at once, those over left out
CHALLENGE_DAYS_MAX = 366
CHALLENGE_AHEAD = timedelta(days=365)
CHALLENGE_LINK_LIFE = timedelta(days=7)
REWARD_MAX = 140  # "When we make it: …"
CHALLENGES_PER_DAY = Rate(20, timedelta(days=1))  # made by one person

# Leaving
EXPORTS_PER_DAY = 3
EXPORT_KEPT = timedelta(days=7)
DEPARTURE_GRACE = timedelta(days=7)
LEAVE_LINK_LIFE = timedelta(minutes=30)  # unopened, and once more as long from when it was opened
LEAVE_LINKS_PER_HOUR = 5  # mailed to one address

# Answers
REACTIONS = ("proud", "clap", "fire", "strong", "heart", "laugh")
FACE = "face"  # the friend's own picture: the strongest answer
ANSWERS = (*REACTIONS, FACE)
NUDGES = ("waiting_for_yours", "with_you", "any_time", "saving_a_seat")
CHEERS = ("hug", "here_for_you", "tomorrow_together", "take_your_time")
AVATARS = tuple(f"a{number}" for number in range(12))
ICON_MAX = 32
SOURCES = ("camera", "library", "none")
REPORT_REASONS = ("harm", "harassment", "body_pictures", "nudity", "not_their_photo", "something_else")
URGENT_REASONS = ("body_pictures", "harm")
"""Read first by whoever moderates. Somebody who asked for pictures of a body is hidden from the reporter at once."""
