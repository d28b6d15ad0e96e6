"""Celery, the doorbell: what is to be done stands in the database, so a lost message costs seconds, never work."""

from server.project.settings.data import REDIS_URL
from server.project.settings.environment import EMBEDDED, env

# A Redis on a socket is spelled `unix://` by its client and `redis+socket://` by Celery.
CELERY_BROKER_URL = REDIS_URL.replace("unix://", "redis+socket://") or "memory://localhost/"
CELERY_BROKER_TRANSPORT_OPTIONS = {} if REDIS_URL else {"polling_interval": 0.05}
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_WORKER_REDIRECT_STDOUTS = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TIMEZONE = "UTC"

# The kernel knows no app; here it learns who hears which fact.
FACT_SUBSCRIPTIONS = "server.project.subscriptions.SUBSCRIPTIONS"
# Who counts unread notices for today: the two apps stand on one floor and never import each other.
NOTICE_COUNTER = "server.notifications.selectors.count_unread"
# Who follows a person's misses and seats at once, from a floor above habits.
MISS_FOLLOWER = "server.letters.services.following.follow_letters"

# Where Kith is deployed, its output is a log: what people are told is not printed there.
NOTICES_ON_CONSOLE = env.bool("KITH_CONSOLE_NOTICES", default=EMBEDDED)

# One entry per sweep, never one per habit.
CELERY_BEAT_SCHEDULE = {
    "deliver-owed-facts": {"task": "kernel.relay_facts", "schedule": 5.0},
    "close-habit-days": {"task": "habits.close_due_days", "schedule": 10.0},
    "ring-reminders": {"task": "habits.ring_due_reminders", "schedule": 10.0},
    "end-challenges": {"task": "challenges.end_due_challenges", "schedule": 30.0},
    "tell-eves": {"task": "challenges.tell_due_eves", "schedule": 30.0},
    "turn-letters": {"task": "letters.turn_due_letters", "schedule": 10.0},
    "ring-rounds": {"task": "notifications.ring_due_rounds", "schedule": 10.0},
    "ask-for-answers": {"task": "notifications.ask_for_answers", "schedule": 30.0},
    "send-notices": {"task": "notifications.send_due_deliveries", "schedule": 5.0},
    "pack-and-delete": {"task": "leaving.do_due_work", "schedule": 10.0},
    "settle-arrivals": {"task": "people.settle_due_arrivals", "schedule": 60.0},
    "send-mail": {"task": "kernel.send_mail", "schedule": 5.0},
    "forget-old-allowances": {"task": "kernel.forget_old_allowances", "schedule": 86400.0},
    "forget-ended-sessions": {"task": "people.forget_ended_sessions", "schedule": 86400.0},
    "forget-old-facts": {"task": "feed.forget_old_facts", "schedule": 86400.0},
    "forget-old-notices": {"task": "notifications.forget_old_notices", "schedule": 86400.0},
    "forget-nudge-faces": {"task": "nudges.forget_old_faces", "schedule": 3600.0},
    "clean-up-photos": {"task": "media.clean_up_photos", "schedule": 3600.0},
}
