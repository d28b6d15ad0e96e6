"""Mail leaves by an outbox: a request only writes it down, so that no mailbox and no slow relay holds it up.

It also keeps secrets: whether an address is known cannot be told by how long the answer takes.
"""

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta

from celery import current_app
from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from server.kernel import leases
from server.kernel.models import OutgoingMail
from shared import clock

log = logging.getLogger(__name__)

LIFE = timedelta(days=1)
TRIES = 5
"""For a mail that is refused where others pass."""
PATIENCE = 2
"""Somebody waits in front of a screen: retries are never further apart than after this many attempts."""
BATCH = 50


class Outbox(BaseEmailBackend):
    """Django's way to send, as far as everybody else is concerned (EMAIL_BACKEND). Plain text only."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        now = clock.now()
        for message in email_messages:
            if message.attachments or getattr(message, "alternatives", None):
                raise ValueError("The outbox carries plain text.")
            OutgoingMail.objects.create(
                sender=message.from_email, recipients=message.recipients(), subject=message.subject,
                body=message.body, made_at=now, next_at=now,
            )  # fmt: skip
        transaction.on_commit(ring, robust=True)
        return len(email_messages)


def mail_leaves() -> bool:
    """Whether a mail written now would be on its way: somebody to hand it to is known, and took the latest."""
    return bool(settings.MAIL_WAY) and not OutgoingMail.objects.filter(stuck=True).exists()


def send_due_mail(*, now: datetime) -> int:
    """Hand over what is due and answer how many were taken. Sent, too old or refused too often: the row is gone."""
    OutgoingMail.objects.filter(made_at__lt=now - LIFE).delete()
    taken: list[OutgoingMail] = leases.claim(OutgoingMail.objects.all(), now=now, limit=BATCH)
    if not taken:
        return 0
    way = get_connection(settings.MAIL_WAY or None)
    try:
        way.open()
    except Exception as error:  # whatever keeps it shut, nothing leaves now
        log.error("mail cannot leave", extra={"reason": type(error).__name__, "waiting": len(taken)})
        _put_back(taken, now=now, stuck=True)
        return len(taken)
    for mail in taken:
        _hand_over(mail, way, now=now)
    way.close()
    return len(taken)


def ring() -> None:
    """Wake the sender. A lost ring costs seconds."""
    current_app.send_task("kernel.send_mail", ignore_result=True, retry=False)


def _hand_over(mail: OutgoingMail, way: BaseEmailBackend, *, now: datetime) -> None:
    message = EmailMessage(mail.subject, mail.body, mail.sender, mail.recipients, connection=way)
    try:
        message.send()
    except Exception as error:  # refused: whose fault it is, nobody can tell; the others must still leave
        log.warning("a mail was refused", extra={"reason": type(error).__name__, "attempts": mail.attempts + 1})
        if mail.attempts + 1 < TRIES:
            _put_back([mail], now=now, stuck=False)
            return
    mail.delete()


def _put_back(mails: Sequence[OutgoingMail], *, now: datetime, stuck: bool) -> None:
    OutgoingMail.objects.filter(pk__in=[mail.pk for mail in mails]).update(stuck=stuck)
    for mail in mails:
        attempts = mail.attempts if not stuck else min(mail.attempts, PATIENCE)
        leases.postpone(mail, now=now, attempts=attempts)
