"""Signed-in devices."""

import hashlib
from uuid import UUID

from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models

from server.people.models.person import Person
from shared import limits


class Session(AbstractBaseSession):
    """A signed-in device. The row names its person, so that a token leads to them in one query.

    `device` is what it calls itself. `used_on` is a day (UTC), not an instant: when somebody opens Kith is theirs.
    """

    person = models.ForeignKey(Person, null=True, on_delete=models.CASCADE, related_name="+")
    device = models.CharField(max_length=limits.DEVICE_MAX, blank=True, default="")
    began_at = models.DateTimeField(null=True)
    used_on = models.DateField(null=True)

    @property
    def public_id(self) -> UUID:
        """A name for this session that opens nothing: the key itself is the token."""
        return UUID(bytes=hashlib.sha256(self.session_key.encode()).digest()[:16], version=5)
