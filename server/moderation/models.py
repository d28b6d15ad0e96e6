"""Reports: what somebody found wrong, kept for the people who run this Kith."""

from django.conf import settings
from django.db import models

from server.kernel.models import Record


class Report(Record):
    """A report of a check-in or a person. The reported person never learns of it."""

    class Subject(models.TextChoices):
        CHECK_IN = "check_in"
        PERSON = "person"

    class Reason(models.TextChoices):
        HARASSMENT = "harassment"
        BODY_PICTURES = "body_pictures"
        SELF_HARM = "self_harm"
        SEXUAL = "sexual"
        SPAM = "spam"
        OTHER = "other"

    class State(models.TextChoices):
        OPEN = "open"
        CLOSED = "closed"

    reporter = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    subject = models.CharField(max_length=8, choices=Subject)
    subject_id = models.UUIDField()
    reason = models.CharField(max_length=16, choices=Reason)
    note = models.CharField(max_length=500, blank=True)
    state = models.CharField(max_length=8, choices=State, default=State.OPEN)
