"""Another e-mail address: asked for, proven by the code that is mailed there, and only then in the old one's place."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from mobile.api.account import Account, Spoken
from mobile.api.answers import Done
from mobile.presenters import address_copy, copy, second_key_copy
from mobile.presenters.account_talk import Meaning, codes, later, meaning, sign_out_here
from mobile.presenters.base import Phone, Presenter
from mobile.store import own
from mobile.sync.adopting import adopt
from shared.languages import say

_TAKEN, _WRONG_CODE = "email_taken", "incorrect_code"


class AddressStep(StrEnum):
    ASK = "ask"
    CONFIRM = "confirm"
    """Whoever has a second key gives it first."""
    CODE = "code"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class AddressState:
    step: AddressStep = AddressStep.ASK
    email: str = ""
    """The one that counts now."""
    wanted: str = ""
    busy: bool = False
    problem: str = ""


class AddressPresenter(Presenter[AddressState]):
    def __init__(self, phone: Phone) -> None:
        super().__init__(phone, AddressState())
        self._account = Account(phone.api)

    def open(self) -> None:
        self._show(AddressState(email=self._known()))

    def _known(self) -> str:
        with self.phone.store.read() as db:
            me = own.read_me(db)
        return str(me["email"]) if me else ""

    def send(self, email: str) -> None:
        """A code to the new address."""
        email = email.strip()
        if "@" not in email.strip("@"):
            self._change(wanted=email, problem=say(copy.EMAIL_WRONG))
            return
        self._change(wanted=email, busy=True, problem="")
        self.phone.run(self._send)

    def _send(self) -> None:
        spoken = self._account.change_email(self.state.wanted)
        heard = meaning(spoken)
        if heard is Meaning.DONE:
            self._change(step=AddressStep.CODE, busy=False, problem="")
        elif heard is Meaning.ASKS_KEY:
            self._change(step=AddressStep.CONFIRM, busy=False, problem="")
        else:
            self._change(busy=False, problem=self._why_not(spoken, say(address_copy.SAME_OR_WRONG)))

    def confirm(self, code: str) -> None:
        """The second key, then the code is sent."""
        self._ask(lambda: self._account.confirm("".join(code.split())), self._send, say(second_key_copy.WRONG))

    def prove(self, code: str) -> None:
        """The code from the new mailbox."""
        self._ask(lambda: self._account.prove_email("".join(code.split())), self._proven, say(address_copy.ENDED))

    def _proven(self) -> None:
        answer = self.phone.api.get_me()
        if isinstance(answer, Done):
            adopt(self.phone.store, answer.body)
        else:
            self.phone.sync_now()
        self._show(AddressState(step=AddressStep.DONE, email=self.state.wanted))

    def back(self) -> None:
        """To another address; a code that is on its way proves nothing any more once a new one is sent."""
        self._change(step=AddressStep.ASK, busy=False, problem="")

    def _ask(self, ask: Callable[[], Spoken], take: Callable[[], None], refused: str) -> None:
        self._change(busy=True, problem="")

        def run() -> None:
            spoken = ask()
            if meaning(spoken) is Meaning.DONE:
                take()
            else:
                self._change(busy=False, problem=self._why_not(spoken, refused))

        self.phone.run(run)

    def _why_not(self, spoken: Spoken, refused: str) -> str:
        heard, said = meaning(spoken), codes(spoken)
        if heard is Meaning.OUT:
            sign_out_here(self.phone)
            return say(copy.SIGN_IN_ONCE_MORE)
        if heard is not Meaning.REFUSED:
            return later(spoken)
        if _TAKEN in said:
            return say(address_copy.TAKEN)
        in_the_mail = _WRONG_CODE in said and self.state.step is AddressStep.CODE
        return say(address_copy.CODE_WRONG) if in_the_mail else refused
