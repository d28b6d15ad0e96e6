"""What the sign-up door asks for beside an address.

allauth's own form builds on this one (ACCOUNT_SIGNUP_FORM_CLASS).
"""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from server.people.models import Person
from server.people.services.sign_up import Declared, check_declared, renew_sign_up
from shared import clock
from shared.codes import Code, Refused

TOKEN_MAX = 64
_FIELDS = {Code.INVITE_EXPIRED: "invite_code", Code.TERMS_TO_ACCEPT: "terms"}


class SignUpForm(forms.Form):
    """`declared` holds what was said, once the form is valid."""

    invite_code = forms.CharField(required=False, max_length=TOKEN_MAX)
    birth_year = forms.IntegerField(min_value=1, max_value=9999)
    terms = forms.IntegerField(min_value=1, max_value=9999)
    declared: Declared
    account_already_exists: bool

    def clean(self) -> dict[str, Any]:
        """The same questions whoever's address it is, so that no answer tells who is here."""
        said = super().clean() or {}
        if not self.errors:
            now = clock.now()
            try:
                self.declared = check_declared(
                    token=said["invite_code"], birth_year=said["birth_year"], terms_version=said["terms"], now=now
                )
            except Refused as refused:
                field = _FIELDS.get(refused.code, "birth_year")
                self.add_error(field, ValidationError(refused.detail, code=refused.code))
            else:
                if self.account_already_exists:
                    renew_sign_up(email=said["email"], declared=self.declared, now=now)
        return said

    def signup(self, request: HttpRequest, user: Person) -> None:
        """allauth asks for it; all is done when the person is saved."""
