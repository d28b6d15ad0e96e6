"""Whoever runs this Kith, as a monitoring program speaks for them: by a token of its own."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare


def speaks_for_operator(request: HttpRequest) -> bool:
    """Whether the request carries `Authorization: Bearer` with the token of the settings. Without one, nobody does."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    known = settings.METRICS_TOKEN
    return bool(known) and scheme.lower() == "bearer" and constant_time_compare(token, known)
