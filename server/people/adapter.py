"""Where allauth meets Kith: what else happens when somebody signs up or in, and what they are written."""

import logging
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.headless.internal.restkit.response import ErrorResponse
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import HttpRequest, JsonResponse

from server.people import mail
from server.people.models import Person
from server.people.services.arrivals import welcome_person
from server.people.services.sign_up import begin_sign_up, come_in
from server.people.sessions import device_of, mark_beginning
from server.people.sign_up_form import SignUpForm
from shared import clock
from shared.codes import Refused

log = logging.getLogger(__name__)


class AccountAdapter(DefaultAccountAdapter):
    def save_user(self, request: HttpRequest, user: Person, form: SignUpForm, commit: bool = True) -> Person:
        """A person never exists without a clock and what they declared: all is written in one transaction.

        Of two requests for the same address at the same moment, the second is answered 409 in allauth's shape.
        """
        try:
            with transaction.atomic():
                now = clock.now()
                person = super().save_user(request, user, form, commit=commit)
                welcome_person(person=person, now=now)
                begin_sign_up(person=person, declared=form.declared, now=now)
        except IntegrityError as twin:
            raise ImmediateHttpResponse(JsonResponse({"status": 409}, status=409)) from twin
        return person

    def login(self, request: HttpRequest, user: Person) -> None:
        """All is proven. The first time, an invite is used up now; each later time, the person is written to."""
        try:
            is_first = come_in(person=user, now=clock.now())
        except Refused as refused:
            request.session.flush()
            problem = ValidationError([ValidationError(refused.detail, code=refused.code)])
            raise ImmediateHttpResponse(ErrorResponse(request, exception=problem)) from refused
        super().login(request, user)
        mark_beginning(request.session, device=device_of(request), now=clock.now())
        if not is_first:
            self._tell_of_sign_in(request, user)

    def _tell_of_sign_in(self, request: HttpRequest, person: Person) -> None:
        """A mail server that is away keeps nobody out: whoever is here has just read their mail."""
        try:
            mail.write_to(person, "new_sign_in", device=device_of(request), now=clock.now())
        except OSError:
            log.exception("a new sign-in could not be written of")

    def send_account_already_exists_mail(self, email: str) -> None:
        """allauth's mail offers a page for forgotten passwords; here a code is enough."""
        context: dict[str, Any] = {"email": email}
        self.send_mail("account/email/account_already_exists", email, context)
