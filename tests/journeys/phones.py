"""People with real phones: the app's own store, engine and presenters, against the real server in this process."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from django.core import mail
from PIL import Image

from mobile.actions.habits import edit_habit
from mobile.app_core import Core, build_core
from mobile.device.protocols import CodeReader, Device
from mobile.presenters.sign_in_state import Step
from mobile.presenters.views import FaceView
from shared import clock
from shared.codes import SENTENCES, Code
from tests.journeys.network import Network
from tests.mobile.stage import MemorySecrets, PhoneClock

CODE = re.compile(r"^\s*([A-Z0-9-]{6,9})\s*$", re.M)
PATIENCE = 6
"""How often somebody taps again, or a phone polls again, before a story gives up."""


def letters_in_this_process(email: str) -> list[str]:
    """What was written to this address, oldest first."""
    return [str(letter.body) for letter in mail.outbox if email in letter.to]


@dataclass
class Phone:
    """One person's phone. `kill` and `open` are the app being killed and started again."""

    name: str
    folder: Path
    network: Network
    zone: str = "Europe/Berlin"
    secrets: MemorySecrets = field(default_factory=MemorySecrets)
    letters: Callable[[str], list[str]] = letters_in_this_process
    codes: CodeReader | None = None

    def __post_init__(self) -> None:
        self.core = self._built()

    def _built(self) -> Core:
        return build_core(
            data_dir=self.folder / self.name, transport_or_base_url=self.network,
            device=Device(secrets=self.secrets, codes=self.codes), clock=PhoneClock(self.zone),
        )  # fmt: skip

    def kill(self) -> None:
        """Nothing is said to the app: only its file and its token remain."""
        self.core.store.close()

    def open(self) -> None:
        self.core = self._built()

    @property
    def email(self) -> str:
        return f"{self.name.lower()}@example.org"

    def join(self, link: str) -> None:
        """Come to Kith for the first time with this link, or with the code in it: the one real way in."""
        self.core.open_link(link)
        self.sign_in()

    def sign_in(self) -> None:
        """Ask for the code, read it in the mailbox, type it; again if the network swallowed it or no letter came."""
        for _ in range(PATIENCE):
            self._knock()
            if self.core.sign_in.state.step is Step.CODE:
                if self.letters(self.email):
                    self.core.sign_in.enter_code(self.code())
                if self.core.sign_in.state.step is Step.CODE:
                    self.core.sign_in.back()
            if self.core.sign_in.state.step is Step.NAME:
                self.core.sign_in.choose_name(self.name)
            if self.core.sign_in.state.step is Step.DONE:
                return
        raise AssertionError(f"{self.name} could not sign in: {self.core.sign_in.state.problem}")

    def _knock(self) -> None:
        """Whoever is new joins; once the invite is used up, the answer that said so was lost, and one is in."""
        door = self.core.sign_in
        if door.state.step is Step.JOIN:
            door.join(email=self.email, invite=door.state.invite, birth_year="1990", old_enough=True)
            if door.state.problem == SENTENCES[Code.INVITE_EXPIRED]:
                door.back()
        if door.state.step is Step.EMAIL:
            door.send_code(self.email)

    def code(self, address: str = "") -> str:
        """The latest code in the mailbox."""
        found = [code for letter in self.letters(address or self.email) for code in CODE.findall(letter)]
        return str(found[-1])

    def sync(self) -> None:
        """Poll as the app does in the foreground, until all is sent."""
        for _ in range(PATIENCE):
            done = self.core.engine.run_once()
            if done.reached and not done.held and not self.unsent:
                return
        raise AssertionError(f"{self.name}'s phone still holds {self.unsent} unsent")

    @property
    def unsent(self) -> int:
        return self.core.me.state.unsent

    def link(self) -> str:
        """A fresh link for one friend."""
        for _ in range(PATIENCE):
            self.core.crowd.invite()
            if self.core.crowd.state.invite_url:
                return self.core.crowd.state.invite_url
        raise AssertionError(f"{self.name} could not make a link: {self.core.crowd.state.problem}")

    def confirm(self, newcomer: "Phone") -> None:
        """Say that somebody who joined with a link of mine is who I meant."""
        for _ in range(PATIENCE):
            self.sync()
            for arrival in self.core.crowd.state.arrivals:
                assert arrival.name == newcomer.name
                self.core.crowd.is_them(arrival.person_id)
            self.sync()
            if any(friend.name == newcomer.name for friend in self.core.crowd.state.friends):
                return newcomer.sync()
        raise AssertionError(f"{self.name} was never asked about {newcomer.name}")

    def befriend(self, other: "Phone") -> None:
        """Send a link to somebody who is with Kith already; they open it."""
        for _ in range(PATIENCE):
            self.core.crowd.invite()
            link = self.core.crowd.state.invite_url
            if link:
                other.core.crowd.accept_invite(link)
            if any(friend.name == self.name for friend in other.core.crowd.state.friends):
                return self.sync()
        raise AssertionError(f"{self.name} and {other.name} could not become friends")

    def face_of(self, name: str) -> FaceView:
        """That friend's face on this phone's Today."""
        return next(face for face in self.core.today.state.faces if face.name == name)

    def faces(self) -> set[str]:
        return {face.name for face in self.core.today.state.faces}

    def post_photo(self, colour: str, caption: str = "") -> None:
        """Pick a photo of one colour and post it for today."""
        self.post_picture(Image.new("RGB", (640, 800), colour), caption)

    def post_picture(self, picture: Image.Image, caption: str = "") -> None:
        path = self.folder / f"{self.name}.jpg"
        picture.save(path)
        self.core.compose.open(str(self.core.today.state.habit_id))
        self.core.compose.pick(path, "library")
        self.core.compose.set_caption(caption)
        assert self.core.compose.post(), self.core.compose.state.problem

    def promise(self, title: str, witnesses: list[str]) -> str:
        """Promise a habit and ask these friends to look; answers the habit's id."""
        self.core.promise.open()
        self.core.promise.set_title(title)
        for friend in self.core.promise.state.friends:
            if friend.name in witnesses:
                self.core.promise.toggle_friend(friend.person_id)
        assert self.core.promise.promise(), self.core.promise.state.problem
        return str(self.core.promise.state.made)

    def remind(self, habit: str, minutes: list[int]) -> None:
        """Set the habit's reminder times (minutes after midnight, this phone's wall clock)."""
        edit_habit(self.core.store, habit_id=habit, changes={"reminders": minutes}, now=clock.now())
