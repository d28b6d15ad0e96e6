"""Letters with a link that lets somebody take their data and go without the app.

Nothing secret is stored: a link is a row's id under our signature. Whoever asks is answered alike at the same cost;
whether the address is somebody's is looked up later, by whoever sends the letter.
"""

import logging
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.core.mail import send_mail
from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.template.loader import render_to_string

from server.kernel import leases
from server.leaving.models import LeaveLink
from server.leaving.services.bell import ring_on_commit
from server.people.models import Person
from shared import limits
from shared.codes import Code, Refused
from shared.languages import say, speaking

log = logging.getLogger(__name__)

_HOUR = timedelta(hours=1)
_LINK, _PAGE = Signer(salt="leave-link"), Signer(salt="leave-page")


@transaction.atomic
def ask_link(*, address: str, now: datetime) -> None:
    """Let a letter be sent to this address, should it be somebody's."""
    LeaveLink.objects.create(
        address=address.strip().lower(), created_at=now, ends_at=now + limits.LEAVE_LINK_LIFE, next_at=now
    )  # fmt: skip
    ring_on_commit()


def send_links(*, now: datetime) -> int:
    """Send the letters that are due and delete links that are over; answers how many were taken."""
    taken: list[LeaveLink] = leases.claim(LeaveLink.objects.filter(next_at__isnull=False), now=now)
    for link in taken:
        try:
            _handle(link, now)
        except Exception:  # a mail server that is away: tried again until the link is over
            log.exception("a leave link could not be sent")
            leases.postpone(link, now=now, attempts=link.attempts)
    return len(taken)


def open_link(*, token: str, now: datetime) -> str:
    """Use a link up and answer the key to its page. Raises Refused(not_found) if it is over, used or unknown."""
    link_id = _read(_LINK, token)
    fresh = LeaveLink.objects.filter(id=link_id, used_at=None, person__isnull=False, ends_at__gt=now)
    if not fresh.update(used_at=now, ends_at=now + limits.LEAVE_LINK_LIFE, next_at=now + limits.LEAVE_LINK_LIFE):
        raise Refused(Code.NOT_FOUND)
    return _PAGE.sign(link_id.hex)


def check_link(*, token: str, now: datetime) -> None:
    """Raises Refused(not_found) unless this link would open its page now. Looking uses nothing up."""
    fresh = LeaveLink.objects.filter(id=_read(_LINK, token), used_at=None, person__isnull=False, ends_at__gt=now)
    if not fresh.exists():
        raise Refused(Code.NOT_FOUND)


def person_behind(*, key: str, now: datetime) -> Person:
    """Whose page this key opens: also that of somebody suspended. Raises Refused(not_found)."""
    opened = LeaveLink.objects.filter(id=_read(_PAGE, key), used_at__isnull=False, ends_at__gt=now)
    link = opened.select_related("person").first()
    if link is None or link.person is None:
        raise Refused(Code.NOT_FOUND)
    return link.person


def close_page(*, key: str) -> None:
    """The key opens nothing any more."""
    LeaveLink.objects.filter(id=_read(_PAGE, key)).delete()


def _handle(link: LeaveLink, now: datetime) -> None:
    person = Person.objects.filter(email__iexact=link.address).first() if link.address else None
    if now >= link.ends_at or person is None or _has_many(person, now):
        link.delete()
        return
    # The row first: a link in somebody's mailbox always finds its row. A letter may come twice, never without a use.
    LeaveLink.objects.filter(pk=link.pk).update(person=person)
    _send(link, person)
    LeaveLink.objects.filter(pk=link.pk).update(address="")
    leases.finish(link, next_at=link.ends_at)


def _has_many(person: Person, now: datetime) -> bool:
    recent = LeaveLink.objects.filter(person=person, created_at__gt=now - _HOUR, address="")
    return recent.count() >= limits.LEAVE_LINKS_PER_HOUR


def _send(link: LeaveLink, person: Person) -> None:
    address = f"{settings.PUBLIC_URL}/leave/link/{_LINK.sign(link.id.hex)}"
    with speaking(person.language):
        subject, body = say("Your data in Kith"), render_to_string("leaving/letter.txt", {"link": address})
    send_mail(subject, body, None, [person.email])


def _read(signer: Signer, token: str) -> UUID:
    try:
        return UUID(signer.unsign(token))
    except (BadSignature, ValueError) as error:
        raise Refused(Code.NOT_FOUND) from error
