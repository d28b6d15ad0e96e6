"""The terms at the door: who runs the server, the texts to read, and the yes that is asked for."""

from collections.abc import Callable
from dataclasses import replace

from mobile.api.answers import Done, Refused
from mobile.presenters import copy
from mobile.presenters.base import Phone, Presenter
from mobile.presenters.sign_in_state import Reading, SignInState, Step
from mobile.store import me
from mobile.store.database import Body
from mobile.sync.about import fetch_about
from mobile.sync.adopting import adopt
from shared.languages import message, say

_TITLES = {"terms": message("Terms of use"), "privacy": message("Privacy")}


class TermsAtTheDoor(Presenter[SignInState]):
    """What every step of signing in shares, and the step that asks somebody inside about newer terms."""

    def __init__(self, phone: Phone, first: SignInState) -> None:
        super().__init__(phone, first)
        self._put_off: int | None = None
        phone.store.subscribe(self._on_store)

    def open(self) -> None:
        """The door is seen: find out who runs the server behind it."""
        self.phone.run(self._learn_about)

    def read(self, document: str) -> None:
        """Open "terms" or "privacy"."""
        self._busy()

        def run() -> None:
            about = fetch_about(self.phone.store, self.phone.api)
            text = self.phone.api.read_text(document, about["terms_version"]) if about else None
            reading = None if text is None else Reading(say(_TITLES[document]), text)
            problem = say(copy.NO_SERVER) if reading is None else ""
            self._show(replace(self.state, reading=reading, busy=False, problem=problem))

        self.phone.run(run)

    def close_reading(self) -> None:
        self._show(replace(self.state, reading=None))

    def agree(self) -> None:
        """Yes to the version of the terms that is in force."""
        version = self._wanted()
        if version:
            self._tell(lambda: self.phone.api.put_terms(version))

    def put_off_terms(self) -> None:
        """Look around first: reading goes on, and what is done waits on this phone."""
        self._put_off = self._wanted()
        self._on_store()

    def _wanted(self) -> int | None:
        return (known_person(self.phone) or {}).get("terms_to_accept")

    def _learn_about(self) -> None:
        about = fetch_about(self.phone.store, self.phone.api)
        open_sign_up = bool(about.get("open_sign_up"))
        self._show(replace(self.state, operator=copy.operator(about), open_sign_up=open_sign_up))

    def _tell(self, ask: Callable[[], object]) -> None:
        """Say something about oneself to the server, whose answer is who one is now."""
        self._busy()

        def run() -> None:
            answer = ask()
            if isinstance(answer, Done):
                adopt(self.phone.store, answer.body)
                self._show(replace(self.state, step=self._step_of(answer.body), busy=False, problem=""))
                self.phone.sync_now()
            else:
                problem = answer.detail if isinstance(answer, Refused) else say(copy.NO_SERVER)
                self._show(replace(self.state, busy=False, problem=problem))

        self.phone.run(run)

    def _busy(self, **changes: str) -> None:
        self._show(replace(self.state, busy=True, problem="", **changes))  # type: ignore[arg-type]  # only texts

    def _on_store(self) -> None:
        """Newer terms may have come into force, or been accepted on another phone."""
        if self.state.step in (Step.DONE, Step.TERMS) and not self.state.busy:
            self._show(replace(self.state, step=self._step_of(known_person(self.phone))))

    def _step_of(self, person: Body | None) -> Step:
        return step_of(person, self._put_off)


def known_person(phone: Phone) -> Body | None:
    """Who this phone belongs to, as /me printed them."""
    with phone.store.read() as db:
        return me.get(db)


def step_of(person: Body | None, put_off: int | None) -> Step:
    """Where somebody who is in stands; `put_off` is the version they want to read later."""
    if person is None:
        return Step.DONE
    if not person["name"]:
        return Step.NAME
    wanted = person.get("terms_to_accept")
    return Step.TERMS if wanted and wanted != put_off else Step.DONE
