"""What a guest may see, decided at every read; and what came of it, for the owner."""

import hashlib
from datetime import datetime

from django.db.models import QuerySet

from server.guests.models import GuestLink
from server.habits.selectors.days import day_numbers, slots_of
from server.media.models import Photo, PhotoState
from server.people.models import Person
from shared.codes import Code, Refused


def hashed(secret: str) -> str:
    """Of a link's token or a browser's key: long random words need no salt."""
    return hashlib.sha256(secret.encode()).hexdigest()


def living_links(now: datetime) -> QuerySet[GuestLink]:
    """Links that show their photo now: not over, not withdrawn, the day standing, shown, and not archived."""
    return GuestLink.objects.filter(
        withdrawn_at__isnull=True, expires_at__gt=now, owner__is_active=True, check_in__undone_at__isnull=True,
        check_in__hidden_at__isnull=True, check_in__habit__archived_at__isnull=True,
    ).select_related("owner", "check_in__habit")  # fmt: skip


def get_link(token: str, *, now: datetime) -> GuestLink:
    """The link, whoever opens it. Raises Refused(not_found) when it shows nothing any more, or never did."""
    link = living_links(now).filter(token_hash=hashed(token)).first()
    if link is None:
        raise Refused(Code.NOT_FOUND)
    return link


def get_claimed(token: str, key: str, *, now: datetime) -> GuestLink:
    """The link, for the browser that opened it first. Raises Refused(not_found) for any other, too."""
    link = get_link(token, now=now)
    if not key or link.browser_hash != hashed(key):
        raise Refused(Code.NOT_FOUND)
    return link


def shown_photo(link: GuestLink) -> Photo:
    """The first photo of the day that can be shown. Raises Refused(not_found)."""
    for slot in slots_of([link.check_in])[link.check_in_id]:
        if slot.photo is not None and slot.photo.state == PhotoState.READY:
            return slot.photo
    raise Refused(Code.NOT_FOUND)


def day_number_of(link: GuestLink) -> int:
    return day_numbers([link.check_in])[link.check_in_id]


def links_of(owner: Person, *, now: datetime) -> QuerySet[GuestLink]:
    """Links that live, and those that were answered while their day stands; latest first."""
    mine = GuestLink.objects.filter(owner=owner, check_in__undone_at__isnull=True).select_related("check_in")
    living = mine.filter(withdrawn_at__isnull=True, expires_at__gt=now)
    return (living | mine.filter(answered_at__isnull=False)).order_by("-id")
