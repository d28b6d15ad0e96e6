"""Error reports, should anybody turn them on, name no secret."""

import re

from django.views.debug import SafeExceptionReporterFilter


class Discreet(SafeExceptionReporterFilter):
    """Django's own, which leaves addresses with a password in them (Redis, the broker) as they are."""

    hidden_settings = re.compile(
        "API|AUTH|TOKEN|KEY|SECRET|PASS|SIGNATURE|COOKIE|CODE|URL|LOCATION|CACHES", re.IGNORECASE
    )

    def is_active(self, request: object) -> bool:
        """Also with DEBUG on: a development server may hold a copy of real data."""
        return True
