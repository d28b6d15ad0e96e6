"""The admin's door takes a password, so it must not be tried without end."""

from typing import Any

from allauth.account.adapter import get_adapter
from django.contrib.admin.forms import AdminAuthenticationForm
from django.core.cache import cache
from django.core.exceptions import ValidationError

TRIES = 10
WINDOW = 15 * 60
"""Seconds: so many failed tries from one address in so long."""


class CountedLogin(AdminAuthenticationForm):
    """Django's form; failures are counted by an atomic counter, and beyond TRIES even the right password waits."""

    def clean(self) -> dict[str, Any]:
        counter = f"admin-login:{get_adapter().get_client_ip(self.request)}"
        cache.add(counter, 0, WINDOW)
        if cache.incr(counter) > TRIES:
            raise ValidationError("Too many tries. Please wait a quarter of an hour.", code="too_many")
        cleaned = super().clean()
        cache.delete(counter)
        return cleaned
