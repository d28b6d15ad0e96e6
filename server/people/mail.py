"""Letters of our own, beside those that allauth sends. Never written inside a transaction."""

from typing import Any

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string

from server.people.models import Person
from shared.languages import speaking, spoken


def write_to(person: Person, letter: str, **context: Any) -> None:
    """Send one of the letters in templates/account/email. Raises OSError when the mail server does not take it."""
    said = {"person": person, "operator": settings.OPERATOR_NAME, "contact": settings.OPERATOR_CONTACT, **context}
    with speaking(person.language or spoken()):
        subject = render_to_string(f"account/email/{letter}_subject.txt", said).strip()
        body = render_to_string(f"account/email/{letter}_message.txt", said).strip()
    send_mail(subject, body, settings.DEFAULT_FROM_EMAIL, [person.email])
