"""What happens in habits, told as facts. Payloads hold ids and habit days only."""

from server.kernel.facts import FactKind

HABIT_CHANGED = FactKind("habit_changed")
SEAT_OFFERED = FactKind("seat_offered")
SEAT_ANSWERED = FactKind("seat_answered")
SEAT_ENDED = FactKind("seat_ended")
SEAT_CHANGED = FactKind("seat_changed")
"""A witness began or ceased to keep letters; nobody is told."""
CHECK_IN_POSTED = FactKind("check_in_posted")
CHECK_IN_CHANGED = FactKind("check_in_changed")
CHECK_IN_UNDONE = FactKind("check_in_undone")
SEASON_OVER = FactKind("season_over")
"""Its thirty days have passed; told once, before any of its seats end."""
REST_CHANGED = FactKind("rest_changed")
DAY_MISSED = FactKind("day_missed")
MISS_RETURNED = FactKind("miss_returned")
MISS_VOIDED = FactKind("miss_voided")
MISS_CHANGED = FactKind("miss_changed")
REMINDER_DUE = FactKind("reminder_due")
