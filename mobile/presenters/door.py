"""Talking to the sign-in API: its 401 means "not yet", and it answers alike for known and unknown mailboxes."""

from dataclasses import dataclass

from mobile.api.answers import Body, sentence
from mobile.api.client import Api
from mobile.presenters import copy
from shared.codes import Code
from shared.languages import say

_OK = 200
_UNHEARD = 0
"""The request, or its answer, was lost."""
_NOT_YET = 401
_SECOND = "mfa_authenticate"


@dataclass(frozen=True, slots=True)
class Pending:
    """Tokens of the doors that were knocked on. For somebody new two are: they may have an account already."""

    login: str = ""
    sign_up: str = ""


@dataclass(frozen=True, slots=True)
class Entered:
    """How a code went. `second`: the mailbox is proven, and a second factor is asked for with this token."""

    token: str = ""
    second: str = ""
    problem: str = ""


def ask_code(api: Api, email: str) -> Pending | str:
    """A code for somebody who is with Kith; or the problem."""
    login = api.auth("POST", "/auth/code/request", {"email": email})
    token = _pending_token(login)
    return Pending(login=token) if token else _problem(login)


def ask_to_join(api: Api, said: Body) -> Pending | str:
    """A code for somebody new, or for somebody who forgot that they aren't; or the problem.

    One of the two doors sends it, and nobody can tell which: with one unheard, it may never come.
    """
    login = api.auth("POST", "/auth/code/request", {"email": said["email"]})
    sign_up = api.auth("POST", "/auth/signup", said)
    if _UNHEARD in (login[0], sign_up[0]):
        return say(copy.NO_SERVER)
    if sign_up[0] == 400:
        return _problem(sign_up)
    pending = Pending(_pending_token(login), _pending_token(sign_up))
    return pending if pending != Pending() else _problem(login)


def enter_code(api: Api, pending: Pending, code: str) -> Entered:
    """Try the code on each door that was knocked on."""
    tries = (
        ("/auth/code/confirm", {"code": code}, pending.login),
        ("/auth/email/verify", {"key": code}, pending.sign_up),
    )
    problem = say(copy.NO_SERVER)
    for path, body, token in tries:
        if not token:
            continue
        status, answer = api.auth("POST", path, body, token)
        if status == _OK or _asks_second(answer):
            fresh = _token(answer) or token
            return Entered(token=fresh) if status == _OK else Entered(second=fresh)
        problem = problem if status == _UNHEARD else _code_problem(answer)
    return Entered(problem=problem)


def enter_second(api: Api, token: str, code: str) -> Entered:
    """The digits of an authenticator app, or a code from paper."""
    status, answer = api.auth("POST", "/auth/2fa/authenticate", {"code": code}, token)
    if status == _OK:
        return Entered(token=_token(answer) or token)
    return Entered(problem=say(copy.NO_SERVER) if status == _UNHEARD else _patience(answer) or say(copy.CODE_WRONG))


def _asks_second(answer: Body) -> bool:
    flows = (answer.get("data") or {}).get("flows") or []
    return any(flow.get("id") == _SECOND and flow.get("is_pending") for flow in flows)


def _problem(answer: tuple[int, Body]) -> str:
    status, body = answer
    if status != 400:
        return _patience(body) or say(copy.NO_SERVER)
    known = [code for code in _codes(body) if code in Code.__members__.values()]
    return sentence(known[0]) if known else say(copy.EMAIL_WRONG)


def _code_problem(body: Body) -> str:
    """An invite can be used up by somebody else while its code is in the mail."""
    if patience := _patience(body):
        return patience
    return sentence(Code.INVITE_EXPIRED) if Code.INVITE_EXPIRED in _codes(body) else say(copy.CODE_WRONG)


def _patience(body: Body) -> str:
    """What the server says while it lets nobody in: too many tries, or no mail can leave it."""
    return str(body.get("detail", "")) if body.get("code") in (Code.TOO_MANY, Code.UNAVAILABLE) else ""


def _codes(body: Body) -> list[str]:
    return [str(error.get("code")) for error in body.get("errors") or []]


def _pending_token(answer: tuple[int, Body]) -> str:
    status, body = answer
    return _token(body) if status in (_OK, _NOT_YET) else ""


def _token(body: Body) -> str:
    return str((body.get("meta") or {}).get("session_token") or "")
