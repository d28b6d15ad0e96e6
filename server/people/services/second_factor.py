"""The second factor of an account: an authenticator's codes, and codes on paper for the day it is lost."""

from urllib.parse import quote, urlencode

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.db import transaction

from server.people.models import Person

KINDS = [Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES]


@transaction.atomic
def enrol(*, person: Person, issuer: str) -> tuple[str, list[str]]:
    """A new second factor instead of any before: the address an authenticator reads, and the codes on paper.

    Whatever the one before had opened is shut.
    """
    Authenticator.objects.filter(user=person, type__in=KINDS).delete()
    secret = generate_totp_secret()
    TOTP.activate(person, secret)
    codes = RecoveryCodes.activate(person).generate_codes()
    return _address(person, secret, issuer), codes


def _address(person: Person, secret: str, issuer: str) -> str:
    """allauth's own asks for a request to name the site."""
    asked = urlencode({"secret": secret, "issuer": issuer}, quote_via=quote)
    return f"otpauth://totp/{quote(issuer)}:{quote(person.email)}?{asked}"


def has_one(person: Person) -> bool:
    return Authenticator.objects.filter(user=person, type=Authenticator.Type.TOTP).exists()


def passed_by(person: Person, code: str) -> int | None:
    """The id of the factor this code came from, which is thereby used up; None if it came from none."""
    for factor in Authenticator.objects.filter(user=person, type__in=KINDS).order_by("pk"):
        if factor.wrap().validate_code(code):
            return int(factor.pk)
    return None


def still_holds(person: Person, factor_id: int | None) -> bool:
    """Whether this factor is one of the account's today."""
    return factor_id is not None and Authenticator.objects.filter(user=person, pk=factor_id).exists()
