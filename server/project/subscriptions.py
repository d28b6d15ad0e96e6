"""Who hears which fact: the whole table, on one screen. Handlers may run twice and in any order."""

from server.beside import facts as beside
from server.challenges import facts as challenges
from server.challenges.handlers import follow_block, follow_check_in, follow_clock
from server.comments import facts as comments
from server.comments.handlers import deliver_held, forget_comments_on_undone
from server.guests import facts as guests
from server.habits import facts as habits
from server.habits.handlers import end_shared_seats, follow_circle, follow_distance, follow_profile
from server.kernel.facts import FactKind, Handler
from server.leaving import facts as leaving
from server.letters import facts as letters
from server.moderation import facts as moderation
from server.notifications.handlers import beside as about_beside
from server.notifications.handlers import challenges as about_challenges
from server.notifications.handlers import comments as about_comments
from server.notifications.handlers import days as about_days
from server.notifications.handlers import guests as about_guests
from server.notifications.handlers import habits as about_habits
from server.notifications.handlers import leaving as about_leaving
from server.notifications.handlers import letters as about_letters
from server.notifications.handlers import moderation as about_moderation
from server.notifications.handlers import nudges as about_nudges
from server.notifications.handlers import people as about_people
from server.notifications.handlers import responses as about_responses
from server.nudges import facts as nudges
from server.people import facts as people
from server.responses import facts as responses
from server.responses.handlers import forget_acts_on_undone, forget_faces_on_voided

SUBSCRIPTIONS: dict[FactKind, tuple[Handler, ...]] = {
    people.PERSON_CHANGED: (follow_profile, about_days.move_rounds),
    people.CLOCK_CHANGED: (about_days.move_rounds, follow_clock),
    people.BLOCKED: (follow_block,),
    people.DISTANCE_CHANGED: (follow_distance,),
    people.FRIENDSHIP_ENDED: (end_shared_seats,),
    people.CIRCLE_CHANGED: (follow_circle,),
    people.ARRIVED: (about_people.tell_arrived,),
    habits.SEAT_OFFERED: (about_habits.tell_seat_offered,),
    habits.SEAT_ANSWERED: (about_habits.tell_seat_accepted,),
    habits.CHECK_IN_POSTED: (about_days.arm_rounds, about_days.await_first_answer, follow_check_in),
    habits.CHECK_IN_UNDONE: (forget_acts_on_undone, forget_comments_on_undone),
    habits.DAY_MISSED: (about_habits.tell_missed,),
    habits.MISS_RETURNED: (about_habits.tell_back, deliver_held),
    habits.MISS_VOIDED: (about_habits.tell_done_after_all, deliver_held, forget_faces_on_voided),
    habits.MISS_CHANGED: (deliver_held,),
    habits.SEASON_OVER: (about_habits.ask_how_it_goes_on, about_habits.thank_witnesses),
    habits.REMINDER_DUE: (about_habits.remind,),
    responses.REACTION_GIVEN: (about_responses.tell_answered,),
    responses.THANKED: (about_responses.tell_thanks,),
    responses.MISS_ANSWERED: (about_responses.tell_cheered,),
    leaving.EXPORT_READY: (about_leaving.tell_export_ready,),
    leaving.DEPARTURE_ASKED: (about_leaving.tell_leaving,),
    leaving.DEPARTURE_ENDED: (about_leaving.forget_leaving,),
    challenges.CHALLENGE_OFFERED: (about_challenges.tell_offered,),
    challenges.CHALLENGE_STARTS: (about_challenges.tell_starts,),
    challenges.LAST_TO_COME: (about_challenges.tell_last,),
    challenges.CHAIN_DAY_KEPT: (about_challenges.tell_day_kept,),
    challenges.CARRIED: (about_challenges.tell_carried,),
    challenges.CHALLENGE_ENDED: (about_challenges.tell_ended,),
    letters.BLUE_LETTER_CHANGED: (about_letters.tell_letter_given,),
    letters.GOLD_LETTER_OPENED: (about_letters.tell_gold_letter,),
    letters.GOLD_LETTER_THANKED: (about_letters.tell_gold_thanks,),
    letters.CHECK_ASKED: (about_letters.tell_check_asked,),
    guests.GUEST_ANSWERED: (about_guests.tell_guest_answered,),
    beside.STARTED_BESIDE: (about_beside.tell_started_beside,),
    beside.KEPT_BESIDE: (about_beside.tell_kept_beside,),
    comments.COMMENTED: (about_comments.tell_commented,),
    nudges.NUDGED: (about_nudges.tell_nudged,),
    moderation.MODERATED: (about_moderation.tell_moderated,),
}
