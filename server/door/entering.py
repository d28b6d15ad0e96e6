"""Signing in at the door, by the very doors the phone knocks on: allauth's, with the doorkeeper before them.

What the browser says is put into the words of the app's sign-in API and asked in this process. So the limits, the
letters, the second factor and what is answered to an address nobody has are the same, and are kept in one place.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from allauth.account.middleware import AccountMiddleware
from allauth.core.exceptions import ImmediateHttpResponse
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.urls import resolve

from server.people.doorkeeper import Doorkeeper
from server.people.sessions import SessionStore
from shared.codes import SENTENCES, Code, Refused
from shared.languages import say
from shared.sentences import CODE_WRONG, EMAIL_WRONG

SECOND = "mfa_authenticate"
OF_OUR_OWN = (Code.INVITE_EXPIRED, Code.TOO_YOUNG, Code.TERMS_TO_ACCEPT)
"""What signing up may be refused for; everything else is about the address."""
AUTH = "/api/auth/app/v1/auth"
_ABOUT_THE_CALLER = ("REMOTE_ADDR", "HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO", "HTTP_HOST", "HTTP_USER_AGENT",
                     "SERVER_NAME", "SERVER_PORT")  # fmt: skip
"""What limits and letters go by; no cookie and nothing else of the browser's reaches allauth."""


@dataclass(frozen=True, slots=True)
class Answer:
    """`token` of the session that goes on; `pending`: what it still waits for; `wrong`: codes and words of refusals."""

    status: int
    token: str = ""
    pending: frozenset[str] = frozenset()
    wrong: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_in(self) -> bool:
        return self.status == 200

    @property
    def asks_second(self) -> bool:
        return SECOND in self.pending

    @property
    def waits(self) -> bool:
        """A code is on its way, or so it seems to anybody who asks."""
        return self.status in (200, 401) and bool(self.token)


def ask_code(request: HttpRequest, address: str) -> Answer:
    """A code to this address, or a letter that there is none: whoever asks is told the same."""
    return _ask(request, "/code/request", {"email": address})


def ask_to_join(request: HttpRequest, said: Mapping[str, Any]) -> tuple[str, Answer]:
    """Somebody new, with an invite. They may have forgotten that they aren't: both doors are knocked on, and nobody can
    tell which of them sends the code. Answers the token of the other sitting, too.
    """
    login = ask_code(request, said["email"])
    return (login.token if login.waits else ""), _ask(request, "/signup", said)


def say_code(request: HttpRequest, sitting: str, code: str) -> Answer:
    """The code from the mail, at each door that was knocked on."""
    login, _, sign_up = sitting.partition(".")
    answer = _ask(request, "/code/confirm", {"code": code}, login) if login else Answer(400)
    if answer.is_in or answer.asks_second or not sign_up:
        return answer
    return _ask(request, "/email/verify", {"key": code}, sign_up)


def say_second(request: HttpRequest, sitting: str, code: str) -> Answer:
    """The second factor: digits from an app, or a code from paper."""
    return _ask(request, "/2fa/authenticate", {"code": code}, sitting)


def why_no_code(answer: Answer) -> str:
    """What somebody is told who asked for a code and gets none."""
    known = [code for code in OF_OUR_OWN if code in answer.wrong]
    return say(SENTENCES[known[0]] if known else EMAIL_WRONG)


def why_not_in(answer: Answer) -> str:
    """An invite can be used up by somebody else while its code is in the mail."""
    return say(SENTENCES[Code.INVITE_EXPIRED] if Code.INVITE_EXPIRED in answer.wrong else CODE_WRONG)


def _ask(request: HttpRequest, door: str, said: Mapping[str, Any], sitting: str | None = None) -> Answer:
    """Raises Refused(too_many, unavailable), as the doorkeeper does."""
    response = AccountMiddleware(_through)(_inner(request, f"{AUTH}{door}", said, sitting))
    body = json.loads(response.content or b"{}")
    if "code" in body:
        wait = timedelta(seconds=int(response.get("Retry-After", 0)))
        raise Refused(Code(body["code"]), body["detail"], wait=wait or None)
    flows = body.get("data", {}).get("flows", [])
    return Answer(
        status=response.status_code,
        token=body.get("meta", {}).get("session_token") or sitting or "",
        pending=frozenset(flow["id"] for flow in flows if flow.get("is_pending")),
        wrong={error.get("code", ""): error["message"] for error in body.get("errors", [])},
    )


def _through(inner: HttpRequest) -> HttpResponse:
    """Past the doorkeeper to the door itself."""
    match = inner.resolver_match = resolve(inner.path)
    stopped = Doorkeeper(_through).process_view(inner, match.func, match.args, match.kwargs)
    try:
        return stopped or match.func(inner, *match.args, **match.kwargs)
    except ImmediateHttpResponse as immediate:
        return immediate.response


def _inner(request: HttpRequest, path: str, said: Mapping[str, Any], sitting: str | None) -> HttpRequest:
    inner = HttpRequest()
    inner.method, inner.path, inner.path_info = "POST", path, path
    inner.META = {name: request.META[name] for name in _ABOUT_THE_CALLER if name in request.META}
    inner.META |= {"REQUEST_METHOD": "POST", "CONTENT_TYPE": "application/json"}
    if sitting:
        inner.META["HTTP_X_SESSION_TOKEN"] = sitting
    inner._body = json.dumps(said).encode()
    inner.user, inner.session = AnonymousUser(), SessionStore()
    return inner
