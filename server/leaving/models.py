"""Taking one's data along, and going. Rows here are work: exports to pack, departures to carry out, links to mail."""

from django.conf import settings
from django.db import models

from server.kernel.models import Leased, Record


class Export(Record, Leased):
    """One package of everything a person has here. Its file lies in the private export folder while it is ready."""

    class State(models.TextChoices):
        WAITING = "waiting"
        READY = "ready"
        STOPPED = "stopped"
        """Could not be packed, several times over."""
        EXPIRED = "expired"

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    progress = models.PositiveSmallIntegerField(default=0)
    """How much is packed, in percent."""
    size = models.BigIntegerField(default=0)
    """Bytes of the finished file."""
    ready_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(state="waiting"), name="export_one_at_a_time"
            ),
        ]
        indexes = [models.Index(fields=["next_at"], name="export_due", condition=models.Q(next_at__isnull=False))]


class Departure(Leased):
    """Somebody is leaving: until `ends_at` they may change their mind; once `begun_at` is set, nobody can."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    asked_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    begun_at = models.DateTimeField(null=True)
    by_host = models.BooleanField(default=False)
    """Closed by the people who run this Kith: then only they can take it back."""
    rest_id = models.UUIDField()
    """The rest of all habits that holds meanwhile."""

    class Meta:
        indexes = [models.Index(fields=["next_at"], name="departure_due", condition=models.Q(next_at__isnull=False))]


class LeaveLink(Record, Leased):
    """A link to the page where one can take one's data and go, without the app.

    The row is made for every address typed, known or not, and is the letter's place in the queue; `address` is emptied
    when it was handled. `used_at`: the link was opened, and works no longer; the page it opened ends at `ends_at`.
    """

    address = models.EmailField(blank=True)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+")
    ends_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["next_at"], name="leave_link_due", condition=models.Q(next_at__isnull=False))]
