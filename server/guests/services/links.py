"""Making and withdrawing links for guests."""

import secrets
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from server.guests.models import GuestLink
from server.guests.selectors import hashed, living_links, shown_photo
from server.habits.selectors.audiences import get_own_habit
from server.habits.selectors.days import get_visible_check_in
from server.kernel.allowances import spend
from server.people.locks import lock_people
from server.people.models import Person
from shared import limits
from shared.codes import Code, Refused


@transaction.atomic
def open_guest_link(*, owner: Person, habit_id: UUID, date: date, now: datetime) -> tuple[GuestLink, str]:
    """A new link to the photo of this habit day, and its token, which is shown this once.

    Raises Refused: not_found (no such day of mine, or no photo on it), too_many_invites, too_many.
    """
    lock_people(owner.id)
    get_own_habit(owner, habit_id)
    check_in = get_visible_check_in(owner, habit_id, date)
    if living_links(now).filter(owner=owner).count() >= limits.INVITES_OPEN_MAX:
        raise Refused(Code.TOO_MANY_INVITES)
    token = secrets.token_urlsafe(limits.GUEST_TOKEN_BYTES)
    link = GuestLink(owner=owner, check_in=check_in, token_hash=hashed(token), created_at=now)
    link.expires_at = now + limits.GUEST_LINK_LIFE
    shown_photo(link)
    spend("guest-links", owner.id, rate=limits.INVITES_PER_DAY, now=now)
    link.save()
    return link, token


def withdraw_guest_link(*, owner: Person, link_id: UUID, now: datetime) -> None:
    """The link shows nothing any more, at once, and its answer goes with it. Raises Refused(not_found)."""
    mine = GuestLink.objects.filter(owner=owner, id=link_id)
    if not mine.exists():
        raise Refused(Code.NOT_FOUND)
    mine.filter(withdrawn_at__isnull=True).update(withdrawn_at=now)
    mine.update(name="", kind="", answered_at=None)
