"""One photo for somebody who isn't here yet."""

from django.conf import settings
from django.db import models

from server.habits.models import CheckIn
from server.kernel.models import Record
from server.people.models import Invite
from shared import limits


class GuestLink(Record):
    """A link that shows one day's photo in the first browser that opens it, takes one answer, and dies in a week.

    Only hashes are kept, of the link and of the key in that browser's cookie.
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    check_in = models.ForeignKey(CheckIn, on_delete=models.CASCADE, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    browser_hash = models.CharField(max_length=64, blank=True)
    """Empty until a browser has opened it."""
    name = models.CharField(max_length=limits.NAME_MAX, blank=True)
    kind = models.CharField(max_length=8, blank=True)
    answered_at = models.DateTimeField(null=True)
    """When they answered first; what they say may change as long as the link lives."""
    invite = models.ForeignKey(Invite, null=True, on_delete=models.SET_NULL, related_name="+")
    """Made for them when they asked to keep watching."""
    beside_wished_at = models.DateTimeField(null=True)
    """When they asked to start beside this photo: once they are friends with its owner, they may."""
    beside_used_at = models.DateTimeField(null=True)
    """When they did."""
    invites_made = models.PositiveSmallIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["owner", "-id"], name="guest_link_latest")]
