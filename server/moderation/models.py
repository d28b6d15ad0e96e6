"""Reports: what somebody found wrong, kept for whoever moderates; and the trail of what they decided."""

from typing import Any

from django.conf import settings
from django.db import models

from server.kernel.models import Record
from shared import limits


class Report(Record):
    """A report of something one may see; the reported person never learns of it.

    A letter is a gold one that has opened, a comment and a cheer are reported for their own words, a face is the photo
    somebody answered, cheered or nudged with, an anchor is a picture or clip of their own beside their days.
    """

    class Subject(models.TextChoices):
        CHECK_IN = "check_in"
        PERSON = "person"
        LETTER = "letter"
        COMMENT = "comment"
        CHEER = "cheer"
        FACE = "face"
        ANCHOR = "anchor"

    class State(models.TextChoices):
        OPEN = "open"
        CLOSED = "closed"

    reporter = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    subject = models.CharField(max_length=8, choices=Subject)
    subject_id = models.UUIDField()
    reason = models.CharField(max_length=16, choices=[(reason, reason) for reason in limits.REPORT_REASONS])
    note = models.CharField(max_length=limits.NOTE_MAX, blank=True)
    state = models.CharField(max_length=8, choices=State, default=State.OPEN)


class Ruling(Record):
    """One decision of a moderator. The trail is added to and never edited: the database refuses to, too.

    People are named by their bare ids, so that the trail outlives who wrote it without speaking of them; what was
    decided about somebody who departs goes with them.
    """

    class Act(models.TextChoices):
        HIDE = "hide"
        SHOW = "show"
        WARN = "warn"
        SUSPEND = "suspend"
        LET_BACK = "let_back"
        DISMISS = "dismiss"

    moderator_id = models.UUIDField()
    report_id = models.UUIDField()
    person_id = models.UUIDField(db_index=True)
    """Whom it was about."""
    subject = models.CharField(max_length=8, choices=Report.Subject)
    subject_id = models.UUIDField()
    act = models.CharField(max_length=8, choices=Act)
    note = models.CharField(max_length=limits.NOTE_MAX, blank=True)
    """Why, for other moderators."""

    def save(self, *args: Any, **named: Any) -> None:
        if not self._state.adding:
            raise ValueError("A ruling is never edited.")
        super().save(*args, **named)
