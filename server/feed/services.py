"""Keeping the change log as long as a phone may be away without fetching everything anew."""

from datetime import datetime, timedelta

from server.kernel.models import Fact

KEPT = timedelta(days=90)


def forget_old_facts(*, now: datetime) -> int:
    """Delete facts that everybody has heard and that are older than KEPT; answers how many."""
    heard = Fact.objects.filter(next_at__isnull=True, happened_at__lt=now - KEPT)
    return heard.delete()[0]
