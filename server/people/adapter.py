"""Where allauth meets Kith: what else happens when somebody signs up, and what they are written."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from django.db import IntegrityError, transaction
from django.forms import BaseForm
from django.http import HttpRequest, JsonResponse

from server.people.models import Person
from server.people.services.arrivals import welcome_person
from shared import clock


class AccountAdapter(DefaultAccountAdapter):
    def save_user(self, request: HttpRequest, user: Person, form: BaseForm, commit: bool = True) -> Person:
        """A person never exists without a clock: both are written in one transaction.

        Of two requests for the same address at the same moment, the second is answered 409 in allauth's shape.
        """
        try:
            with transaction.atomic():
                person = super().save_user(request, user, form, commit=commit)
                welcome_person(person=person, now=clock.now())
        except IntegrityError as twin:
            raise ImmediateHttpResponse(JsonResponse({"status": 409}, status=409)) from twin
        return person

    def send_account_already_exists_mail(self, email: str) -> None:
        """allauth's mail offers a page for forgotten passwords; here a code is enough."""
        context: dict[str, Any] = {"email": email}
        self.send_mail("account/email/account_already_exists", email, context)
