"""The feed: others' check-ins I may see now, newest first. It ends."""

from datetime import datetime
from uuid import UUID

from server.feed.selectors.cards import Card, cards_of
from server.feed.selectors.visible import others_check_ins
from server.kernel.pages import PAGE
from server.people.models import Person
from server.people.selectors import muted_by


def read_feed(viewer: Person, *, before: UUID | None, now: datetime) -> list[Card]:
    """Up to one card more than a page, from the check-in after `before` on."""
    check_ins = others_check_ins(viewer).exclude(owner__in=muted_by(viewer))
    if before is not None:
        check_ins = check_ins.filter(id__lt=before)
    return cards_of(list(check_ins.order_by("-id")[: PAGE + 1]), viewer=viewer, now=now)
