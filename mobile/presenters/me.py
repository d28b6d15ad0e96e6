"""Me: name, face, quiet hours, leaving this phone."""

from mobile.actions.language import choose_language
from mobile.actions.profile import edit_me
from mobile.presenters import copy
from mobile.presenters.base import Phone, StorePresenter
from mobile.presenters.people_state import MeState
from mobile.store import kv, outbox, own, room
from mobile.store.database import Body
from mobile.sync.about import fetch_about, known_about
from mobile.sync.adopting import forget_person
from shared.codes import Refused

_LATER = ("rounds_minute", "looks_quietly", "told_of_beside")


class MePresenter(StorePresenter[MeState]):
    def __init__(self, phone: Phone) -> None:
        self._problem = ""
        self._stored: int | None = None
        super().__init__(phone, MeState())

    def _draw(self) -> MeState:
        with self.phone.store.read() as db:
            me, unsent = own.read_me(db), len(outbox.waiting(db))
            night, silent, calm = (bool(kv.get(db, name)) for name in (kv.NIGHT, kv.SILENT, kv.CALM))
            here: Body = {"night": night, "silent": silent, "calm": calm, "language": kv.get(db, kv.LANGUAGE)}
        operator = copy.operator(known_about(self.phone.store))
        if me is None:
            return MeState(**here, operator=operator, problem=self._problem, stored=self._stored)
        fields = ("name", "email", "avatar", "zone", "grace_minutes", "quiet_from", "quiet_to")
        # A server of before these were there tells none of them.
        mine = {field: me[field] for field in fields} | {field: me[field] for field in _LATER if field in me}
        return MeState(**mine, **here, unsent=unsent, operator=operator, problem=self._problem, stored=self._stored)

    def open(self) -> None:
        """The page is seen: find out who runs the server, and how much room pictures take."""
        self.phone.run(lambda: fetch_about(self.phone.store, self.phone.api))
        self.phone.run(self._weigh)

    def make_room(self) -> None:
        """Pictures that can be had again go; they come back when they are looked at."""
        today = self.phone.clock.now().date()

        def make() -> None:
            room.make(self.phone.store, today)
            self._weigh()

        self.phone.run(make)

    def _weigh(self) -> None:
        self._stored = round(room.taken(self.phone.store) / 1024 / 1024)
        self.redraw()

    def set_name(self, name: str) -> None:
        self._edit(name=name.strip())

    def set_avatar(self, avatar: str) -> None:
        self._edit(avatar=avatar)

    def set_quiet_hours(self, quiet_from: int, quiet_to: int) -> None:
        """Minutes after midnight."""
        self._edit(quiet_from=quiet_from, quiet_to=quiet_to)

    def set_night(self, night: bool) -> None:
        """Night colours or day colours; remembered between starts."""
        self._remember(kv.NIGHT, night)

    def set_silent(self, silent: bool) -> None:
        """No notes on this phone."""
        self._remember(kv.SILENT, silent)

    def set_calm(self, calm: bool) -> None:
        """Nothing moves by itself on this phone: no flip-book, no faces turning one after the other."""
        self._remember(kv.CALM, calm)

    def set_language(self, language: str) -> None:
        """One of those Kith speaks, on this phone; empty: as the phone. Screens that stand have to be drawn anew."""
        choose_language(self.phone.store, language=language, of_machine=self.phone.device.language)
        self.phone.sync_now()

    def set_rounds(self, minute: int | None) -> None:
        """When the one push about friends' days rings (minutes after midnight); None: never."""
        self._edit(rounds_minute=minute)

    def set_looks_quietly(self, quietly: bool) -> None:
        """Look without being shown, from now on."""
        self._edit(looks_quietly=quietly)

    def set_told_of_beside(self, told: bool) -> None:
        self._edit(told_of_beside=told)

    def set_grace(self, minutes: int) -> None:
        self._edit(grace_minutes=minutes)

    def sign_out(self) -> None:
        """Leave this phone: what can be fetched goes, what was never sent waits here for its person."""
        api = self.phone.api
        token = api.token

        def leave() -> None:
            if token:
                api.auth("DELETE", "/auth/session", token=token)

        api.forget_token()
        forget_person(self.phone.store)
        self.phone.status.put(signed_out=True)
        self.phone.run(leave)

    def _remember(self, key: str, wanted: bool) -> None:
        with self.phone.store.write() as db:
            kv.put(db, key, "on" if wanted else "")

    def _edit(self, **changes: str | int | None) -> None:
        try:
            edit_me(self.phone.store, changes=dict(changes), now=self.phone.clock.now())
            self._problem = ""
        except Refused as refused:
            self._problem = copy.refusal(refused.code)
        self.redraw()
