"""Counts at the doors of signing in, before allauth looks at what was said.

Known and unknown addresses are counted, refused and kept waiting alike. Here and not in allauth, whose limits live in
a cache, and whose count of wrong codes in one sitting is read, raised and written back: many guesses at once were one.
"""

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse

from server.kernel.allowances import spend
from server.kernel.mail import mail_leaves
from server.kernel.problems import answer_outside
from server.people.networks import network_of
from shared import clock, limits
from shared.codes import Code, Refused

ASKS_FOR_A_CODE = {"request_login_code", "signup", "request_password_reset", "manage_email"}
"""Doors (names of allauth's addresses) behind which a code is mailed to the address in the body."""
ASKS_ONCE_MORE = {"resend_login_code", "resend_email_verification_code"}
TAKES_A_PASSWORD = {"login"}
TAKES_A_CODE = {"confirm_login_code", "verify_email", "reset_password", "authenticate", "reauthenticate"}


class Doorkeeper:
    """Middleware."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self._get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """None lets the request in."""
        match = request.resolver_match
        if match is None or "headless" not in match.app_names or _only_reads(request, match.url_name):
            return None
        try:
            _count(request, match.url_name or "", now=clock.now())
        except Refused as refusal:
            return answer_outside(refusal)
        return None


def _only_reads(request: HttpRequest, door: str | None) -> bool:
    """allauth looks at codes sent by any method, OPTIONS included, and at some sent by GET, in a header."""
    return request.method == "GET" and door not in TAKES_A_CODE


def _count(request: HttpRequest, door: str, *, now: datetime) -> None:
    if door in ASKS_FOR_A_CODE | ASKS_ONCE_MORE:
        if not mail_leaves():
            raise Refused(Code.UNAVAILABLE, "Mail can't leave this Kith right now, so no code would reach you.")
        spend(f"{door}-network", network_of(request), rate=limits.CODES_PER_NETWORK, now=now)
        _count_code(request, door, now)
        return
    spend("tries-network", network_of(request), rate=limits.TRIES_PER_NETWORK, now=now)
    if door in TAKES_A_PASSWORD and (address := _address(request)):
        spend("password", address, rate=limits.PASSWORDS_PER_ADDRESS, now=now)
    elif door in TAKES_A_CODE:
        _count_sitting(request, door, now)


def _count_code(request: HttpRequest, door: str, now: datetime) -> None:
    if door in ASKS_ONCE_MORE:
        _count_sitting(request, door, now)
    elif address := _address(request):
        spend(door, address, rate=limits.CODES_PER_ADDRESS, now=now)


def _count_sitting(request: HttpRequest, door: str, now: datetime) -> None:
    """Without the token of a sitting nothing can be tried."""
    if token := request.headers.get("X-Session-Token"):
        spend(door, token, rate=limits.TRIES_PER_CODE, now=now)


def _address(request: HttpRequest) -> str:
    """The address in the body; empty when there is none, which allauth refuses in its own words.

    Refused(invalid) for a body nested without end, over which allauth would stumble.
    """
    try:
        said = json.loads(request.body)
    except ValueError:
        return ""
    except RecursionError as error:
        raise Refused(Code.INVALID) from error
    address = said.get("email") if isinstance(said, dict) else None
    return address.strip().lower() if isinstance(address, str) else ""
