"""Who knows whom, and how they came to."""

from datetime import datetime

from django.db import models

from server.kernel.models import Leased, Record
from server.people.models.person import Person
from shared import clock, limits


class Friendship(models.Model):
    """One direction of a friendship; both directions are always written and removed together."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    friend = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    since = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "friend"], name="friendship_once")]


class Invite(Record):
    """A link to become friends, or to join and then become friends: single use, expiring. Only its hash is kept.

    Without an inviter it is the operator's: it opens the door, and there is nobody to be friends with.
    """

    inviter = models.ForeignKey(Person, null=True, on_delete=models.CASCADE, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    accepted_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    accepted_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)


class Block(models.Model):
    """`blocker` does not want to see or be seen by `blocked`. It holds both ways and is never told."""

    blocker = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    blocked = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["blocker", "blocked"], name="block_once")]


class Distance(models.Model):
    """How `person` keeps a friend. No row is no distance, and set words only.

    Muted: nothing the friend does comes up by itself. Restricted: the friend sees nothing of the person, and what they
    send does not arrive; their seats wait, and open once more when it is lifted. The friend never learns of either.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    friend = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    muted_at = models.DateTimeField(null=True)
    restricted_at = models.DateTimeField(null=True)
    own_words_at = models.DateTimeField(null=True)
    """Since when the friend may write to the person in their own words; a gift, which they see."""

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "friend"], name="distance_once")]


class Arrival(Leased):
    """How somebody came in who signed up; people admitted otherwise have none.

    `next_at` is when the present state ends by itself. An address that is not proven in time is forgotten with its
    person; a question nobody answers is spoken of once and then ends like a no.
    """

    class State(models.TextChoices):
        KNOCKING = "knocking"
        """A code was mailed; nobody has proven yet that the address is theirs."""
        ASKED = "asked"
        """Came in with a friend's invite, and the friend has yet to say that it's them."""
        CONFIRMED = "confirmed"
        DECLINED = "declined"
        LAPSED = "lapsed"

    person = models.OneToOneField(Person, primary_key=True, on_delete=models.CASCADE, related_name="+")
    invite = models.ForeignKey(Invite, null=True, on_delete=models.SET_NULL, related_name="+")
    state = models.CharField(max_length=9, choices=State, default=State.KNOCKING)
    entered_at = models.DateTimeField(null=True)
    """When they came in first; null while they never did."""
    spoken_of_at = models.DateTimeField(null=True)
    """When they were written to that their inviter has not answered yet."""

    class Meta:
        indexes = [models.Index(fields=["next_at"], name="arrival_due", condition=models.Q(next_at__isnull=False))]

    @property
    def ends_at(self) -> datetime | None:
        """Until when (instant) the inviter may say who this is; None for whoever never came in."""
        return self.entered_at + limits.CONFIRM_WITHIN if self.entered_at else None
