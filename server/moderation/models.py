"""Reports: what somebody found wrong, kept for the people who run this Kith."""

from django.conf import settings
from django.db import models

from server.kernel.models import Record
from shared import limits


class Report(Record):
    """A report of a check-in, a person or a gold letter that has opened. The reported person never learns of it."""

    class Subject(models.TextChoices):
        CHECK_IN = "check_in"
        PERSON = "person"
        LETTER = "letter"

    class State(models.TextChoices):
        OPEN = "open"
        CLOSED = "closed"

    reporter = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    subject = models.CharField(max_length=8, choices=Subject)
    subject_id = models.UUIDField()
    reason = models.CharField(max_length=16, choices=[(reason, reason) for reason in limits.REPORT_REASONS])
    note = models.CharField(max_length=limits.NOTE_MAX, blank=True)
    state = models.CharField(max_length=8, choices=State, default=State.OPEN)
