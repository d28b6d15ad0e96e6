"""Celery's way into the kernel."""

from celery import shared_task

from server.kernel import allowances, mail
from server.kernel.relay import relay
from shared import clock


@shared_task(name="kernel.relay_facts")
def relay_facts() -> None:
    """Deliver owed facts until none is due."""
    while relay(now=clock.now()):
        pass


@shared_task(name="kernel.send_mail")
def send_mail() -> None:
    """Hand over mail until none is due."""
    while mail.send_due_mail(now=clock.now()):
        pass


@shared_task(name="kernel.forget_old_allowances")
def forget_old_allowances() -> None:
    """Once a day."""
    allowances.forget_ended(now=clock.now())
