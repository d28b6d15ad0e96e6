"""People with real phones: the app's own store, engine and presenters, against the real server in this process."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from django.core import mail
from PIL import Image

from mobile.actions.habits import edit_habit
from mobile.app_core import Core, build_core
from mobile.device.protocols import Device
from mobile.presenters.sign_in_state import Step
from mobile.presenters.views import FaceView
from shared import clock
from tests.journeys.network import Network
from tests.mobile.stage import MemorySecrets, PhoneClock

PATIENCE = 6
"""How often somebody taps again, or a phone polls again, before a story gives up."""


@dataclass
class Phone:
    """One person's phone. `kill` and `open` are the app being killed and started again."""

    name: str
    folder: Path
    network: Network
    zone: str = "Europe/Berlin"
    secrets: MemorySecrets = field(default_factory=MemorySecrets)

    def __post_init__(self) -> None:
        self.core = self._built()

    def _built(self) -> Core:
        return build_core(
            data_dir=self.folder / self.name, transport_or_base_url=self.network,
            device=Device(secrets=self.secrets), clock=PhoneClock(self.zone),
        )  # fmt: skip

    def kill(self) -> None:
        """Nothing is said to the app: only its file and its token remain."""
        self.core.store.close()

    def open(self) -> None:
        self.core = self._built()

    @property
    def email(self) -> str:
        return f"{self.name.lower()}@example.org"

    def sign_in(self) -> None:
        """Ask for the code, read it in the mailbox, type it; again if the network swallowed it."""
        for _ in range(PATIENCE):
            if self.core.sign_in.state.step is Step.EMAIL:
                self.core.sign_in.send_code(self.email)
            if self.core.sign_in.state.step is Step.CODE:
                self.core.sign_in.enter_code(self._code())
                if self.core.sign_in.state.step is Step.CODE:
                    self.core.sign_in.back()
            if self.core.sign_in.state.step is Step.NAME:
                self.core.sign_in.choose_name(self.name)
            if self.core.sign_in.state.step is Step.DONE:
                return
        raise AssertionError(f"{self.name} could not sign in: {self.core.sign_in.state.problem}")

    def _code(self) -> str:
        letters = [message for message in mail.outbox if self.email in message.to]
        found = [code for letter in letters for code in re.findall(r"^\s*([A-Z0-9-]{6,9})\s*$", letter.body, re.M)]
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

    def befriend(self, other: "Phone") -> None:
        """Send a link; the other opens it."""
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
        path = self.folder / f"{self.name}-{colour}.jpg"
        Image.new("RGB", (640, 800), colour).save(path)
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
