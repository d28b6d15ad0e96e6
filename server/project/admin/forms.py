"""The admin's door takes a password and a second factor together, and says of neither that it was the other."""

from typing import Any

from django import forms
from django.contrib.admin.forms import AdminAuthenticationForm

from server.kernel.allowances import try_spend
from server.people.services.second_factor import has_one, passed_by
from shared import clock, limits

NOT_RIGHT = "Please enter the e-mail address, the password and a fresh code of a staff account."
NO_FACTOR = "This account has no second factor yet. On the server: python manage.py admin_second_factor {}"


class TwoKeys(AdminAuthenticationForm):
    error_messages = {**AdminAuthenticationForm.error_messages, "invalid_login": NOT_RIGHT}
    code = forms.CharField(
        label="Code", max_length=16, required=False,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """The person who passed carries the factor that was used, as `passed_factor`."""
        cleaned: dict[str, Any] = super().clean()
        person = self.get_user()
        if not has_one(person):
            raise forms.ValidationError(NO_FACTOR.format(person.email), code="no_second_factor")
        if not try_spend("admin-code", person.pk, rate=limits.ADMIN_TRIES, now=clock.now()):
            raise self.get_invalid_login_error()
        person.passed_factor = passed_by(person, cleaned.get("code", ""))
        if person.passed_factor is None:
            raise self.get_invalid_login_error()
        return cleaned
