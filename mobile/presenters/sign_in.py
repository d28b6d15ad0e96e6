"""Signing in by a code sent to one's mailbox, and joining with an invite."""

from collections.abc import Callable
from dataclasses import replace

from mobile.api.answers import Done
from mobile.presenters import copy, door
from mobile.presenters.base import Phone
from mobile.presenters.sign_in_state import SignInState, Step
from mobile.presenters.sign_in_terms import TermsAtTheDoor, known_person, step_of
from mobile.store import kv
from mobile.sync.about import fetch_about, forget_about, known_about
from mobile.sync.adopting import adopt
from shared import ages, limits
from shared.codes import SENTENCES, Code
from shared.languages import say


class SignInPresenter(TermsAtTheDoor):
    def __init__(self, phone: Phone) -> None:
        super().__init__(phone, _first_state(phone))
        self._pending = door.Pending()
        self._second = ""
        phone.status.subscribe(self._on_status)
        self._on_status()

    # An address
    def send_code(self, email: str) -> None:
        """For somebody who is with Kith already."""
        self._knock(email.strip(), lambda address: door.ask_code(self.phone.api, address))

    def start_joining(self, email: str = "") -> None:
        """For somebody new."""
        self._show(replace(self.state, step=Step.JOIN, joining=True, email=email.strip(), problem=""))

    def open_link(self, link: str) -> None:
        """A friend's link was opened on a phone nobody is signed in on."""
        self._show(replace(self.state, step=Step.JOIN, joining=True, invite=_code_in(link), problem=""))

    def join(self, *, email: str, invite: str, birth_year: str, old_enough: bool) -> None:
        """Ask for a first code. `old_enough` is what the person says; the year must agree."""
        self._show(replace(self.state, invite=_code_in(invite)))
        problem = self._join_problem(birth_year, old_enough)
        if problem:
            self._show(replace(self.state, email=email.strip(), problem=problem))
        else:
            self._knock(email.strip(), lambda address: self._join(address, int(birth_year)))

    def _join_problem(self, birth_year: str, old_enough: bool) -> str:
        this_year = self.phone.clock.now().date()
        if not self.state.invite and not self.state.open_sign_up:
            return say(copy.INVITE_MISSING)
        if not (birth_year.isdecimal() and ages.is_plausible(int(birth_year), this_year)):
            return say(copy.YEAR_WRONG)
        if not old_enough or not ages.may_sign_up(int(birth_year), this_year):
            return say(SENTENCES[Code.TOO_YOUNG])
        return ""

    def _join(self, email: str, birth_year: int) -> door.Pending | str:
        about = known_about(self.phone.store) or fetch_about(self.phone.store, self.phone.api)
        if not about:
            return say(copy.NO_SERVER)
        said = {
            "email": email, "invite_code": self.state.invite, "birth_year": birth_year, "terms": about["terms_version"],
        }  # fmt: skip
        answer = door.ask_to_join(self.phone.api, said)
        if answer == say(SENTENCES[Code.TERMS_TO_ACCEPT]):
            self._learn_about()
        return answer

    def _knock(self, email: str, ask: Callable[[str], door.Pending | str]) -> None:
        if "@" not in email.strip("@"):
            self._show(replace(self.state, email=email, problem=say(copy.EMAIL_WRONG)))
            return
        self._busy(email=email)

        def run() -> None:
            answer = ask(email)
            if isinstance(answer, str):
                self._show(replace(self.state, busy=False, problem=answer))
            else:
                self._pending = answer
                self._show(replace(self.state, step=Step.CODE, busy=False, problem=""))

        self.phone.run(run)

    # Codes
    def enter_code(self, code: str) -> None:
        self._busy()
        self.phone.run(lambda: self._take(door.enter_code(self.phone.api, self._pending, _plain(code))))

    def enter_second(self, code: str) -> None:
        """The second factor: digits from an app, or a code from paper."""
        self._busy()
        self.phone.run(lambda: self._take(door.enter_second(self.phone.api, self._second, _plain(code))))

    def _take(self, entered: door.Entered) -> None:
        if entered.token:
            self._enter(entered.token)
        elif entered.second:
            self._second = entered.second
            self._show(replace(self.state, step=Step.SECOND, busy=False, problem=""))
        else:
            self._show(replace(self.state, busy=False, problem=entered.problem))

    def _enter(self, token: str) -> None:
        self.phone.api.use_token(token)
        answer = self.phone.api.get_me()
        if not isinstance(answer, Done):
            self._show(replace(self.state, busy=False, problem=say(copy.NO_SERVER)))
            return
        adopt(self.phone.store, answer.body)
        self.phone.status.put(signed_out=False, offline=False)
        self._show(replace(self.state, step=self._step_of(answer.body), invite="", busy=False, problem=""))
        self.phone.sync_now()

    # Inside
    def choose_name(self, name: str) -> None:
        name = name.strip()
        if not 0 < len(name) <= limits.NAME_MAX:
            self._show(replace(self.state, problem=say(copy.NAME_WRONG)))
            return
        self._tell(lambda: self.phone.api.patch_me({"name": name}))

    # Elsewhere
    def back(self) -> None:
        self._pending, self._second = door.Pending(), ""
        self._show(replace(self.state, step=Step.EMAIL, joining=False, busy=False, problem=""))

    def set_server(self, url: str) -> None:
        """Another Kith: its address is remembered for the next start too."""
        url = url.strip().rstrip("/")
        url = url if "://" in url else f"https://{url}"
        self.phone.api.use_server(url)
        with self.phone.store.write() as db:
            kv.put(db, kv.SERVER, url)
        forget_about(self.phone.store)
        self._show(replace(self.state, server=url, operator=""))
        self.open()

    def _on_status(self) -> None:
        """The server no longer knows this phone's token: ask its person in once more, losing nothing."""
        if self.phone.status.signed_out and self.state.step in (Step.DONE, Step.TERMS):
            known, problem = known_person(self.phone), say(copy.SIGN_IN_ONCE_MORE)
            email = known["email"] if known else self.state.email
            self._show(replace(self.state, step=Step.EMAIL, email=email, busy=False, problem=problem))


def _first_state(phone: Phone) -> SignInState:
    known, about = known_person(phone), known_about(phone.store)
    step = step_of(known, None) if phone.api.has_token else Step.EMAIL
    return SignInState(
        step, email=known["email"] if known else "", server=phone.api.base_url, operator=copy.operator(about),
        open_sign_up=bool(about.get("open_sign_up")),
    )  # fmt: skip


def _code_in(link: str) -> str:
    return link.strip().rstrip("/").rpartition("/")[2]


def _plain(code: str) -> str:
    return code.strip().replace(" ", "")
