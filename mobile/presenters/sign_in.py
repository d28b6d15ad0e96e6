"""Signing in by a code sent to one's mailbox; a new mailbox gets an account the same way."""

from dataclasses import dataclass, replace

from mobile.api.answers import Done, Refused
from mobile.presenters import copy
from mobile.presenters.base import Phone, Presenter
from mobile.presenters.sign_in_state import SignInState, Step
from mobile.store import kv, me
from mobile.store.database import Body
from mobile.sync.adopting import adopt
from shared import limits

_OK = 200
_UNHEARD = 0
"""The request, or its answer, was lost."""
_NOT_YET = 401
"""The sign-in API's way to say: a code is on its way."""


@dataclass(frozen=True, slots=True)
class _Pending:
    """The server answers alike for known and unknown mailboxes, so both doors are knocked on; one of them opens."""

    login: str = ""
    sign_up: str = ""


class SignInPresenter(Presenter[SignInState]):
    def __init__(self, phone: Phone) -> None:
        super().__init__(phone, _first_state(phone))
        self._pending = _Pending()
        phone.status.subscribe(self._on_status)

    def send_code(self, email: str) -> None:
        email = email.strip()
        if "@" not in email.strip("@"):
            self._show(replace(self.state, email=email, problem=copy.EMAIL_WRONG))
            return
        self._busy(email=email)
        self.phone.run(lambda: self._send_code(email))

    def _send_code(self, email: str) -> None:
        login = self.phone.api.auth("POST", "/auth/code/request", {"email": email})
        sign_up = self.phone.api.auth("POST", "/auth/signup", {"email": email})
        self._pending = _Pending(_pending_token(login), _pending_token(sign_up))
        if _UNHEARD in (login[0], sign_up[0]):
            # Nobody can tell which of the two would have sent the code: with one unheard, it may never come.
            self._show(replace(self.state, busy=False, problem=copy.NO_SERVER))
        elif self._pending == _Pending():
            problem = copy.EMAIL_WRONG if login[0] == 400 else copy.NO_SERVER
            self._show(replace(self.state, busy=False, problem=problem))
        else:
            self._show(replace(self.state, step=Step.CODE, busy=False, problem=""))

    def enter_code(self, code: str) -> None:
        self._busy()
        self.phone.run(lambda: self._enter_code(code.strip().replace(" ", "")))

    def _enter_code(self, code: str) -> None:
        tries = (
            ("/auth/code/confirm", {"code": code}, self._pending.login),
            ("/auth/email/verify", {"key": code}, self._pending.sign_up),
        )
        reached = False
        for path, body, token in tries:
            if not token:
                continue
            status, answer = self.phone.api.auth("POST", path, body, token)
            reached = reached or status != _UNHEARD
            if status == _OK:
                self._enter(_token(answer) or token)
                return
        self._show(replace(self.state, busy=False, problem=copy.CODE_WRONG if reached else copy.NO_SERVER))

    def _enter(self, token: str) -> None:
        self.phone.api.use_token(token)
        answer = self.phone.api.get_me()
        if not isinstance(answer, Done):
            self._show(replace(self.state, busy=False, problem=copy.NO_SERVER))
            return
        adopt(self.phone.store, answer.body)
        self.phone.status.put(signed_out=False, offline=False)
        self._show(replace(self.state, step=_step_of(answer.body), busy=False, problem=""))
        self.phone.sync_now()

    def choose_name(self, name: str) -> None:
        name = name.strip()
        if not 0 < len(name) <= limits.NAME_MAX:
            self._show(replace(self.state, problem=copy.NAME_WRONG))
            return
        self._busy()
        self.phone.run(lambda: self._choose_name(name))

    def _choose_name(self, name: str) -> None:
        answer = self.phone.api.patch_me({"name": name})
        if isinstance(answer, Done):
            adopt(self.phone.store, answer.body)
            self._show(replace(self.state, step=Step.DONE, busy=False, problem=""))
        else:
            problem = answer.detail if isinstance(answer, Refused) else copy.NO_SERVER
            self._show(replace(self.state, busy=False, problem=problem))

    def back(self) -> None:
        self._pending = _Pending()
        self._show(replace(self.state, step=Step.EMAIL, busy=False, problem=""))

    def set_server(self, url: str) -> None:
        """Another Kith: its address is remembered for the next start too."""
        url = url.strip().rstrip("/")
        url = url if "://" in url else f"https://{url}"
        self.phone.api.use_server(url)
        with self.phone.store.write() as db:
            kv.put(db, kv.SERVER, url)
        self._show(replace(self.state, server=url))

    def _busy(self, **changes: str) -> None:
        self._show(replace(self.state, busy=True, problem="", **changes))  # type: ignore[arg-type]  # only texts

    def _on_status(self) -> None:
        """The server no longer knows this phone's token: ask its person in once more, losing nothing."""
        if self.phone.status.signed_out and self.state.step is Step.DONE:
            known, problem = _known(self.phone), copy.SIGN_IN_ONCE_MORE
            email = known["email"] if known else self.state.email
            self._show(replace(self.state, step=Step.EMAIL, email=email, busy=False, problem=problem))


def _first_state(phone: Phone) -> SignInState:
    known = _known(phone)
    email = known["email"] if known else ""
    step = _step_of(known) if phone.api.has_token else Step.EMAIL
    return SignInState(step, email=email, server=phone.api.base_url)


def _known(phone: Phone) -> Body | None:
    with phone.store.read() as db:
        return me.get(db)


def _step_of(person: Body | None) -> Step:
    return Step.NAME if person is not None and not person["name"] else Step.DONE


def _pending_token(answer: tuple[int, Body]) -> str:
    status, body = answer
    return _token(body) if status in (_OK, _NOT_YET) else ""


def _token(body: Body) -> str:
    return str((body.get("meta") or {}).get("session_token") or "")
