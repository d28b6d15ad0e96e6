"""The crowd, me, a new promise, and the door."""

from functools import partial

from kivy.core.clipboard import Clipboard

from mobile.app_core import Core
from mobile.presenters import beside_copy, copy
from mobile.presenters.crowd import CrowdPresenter
from mobile.presenters.letters_state import KeepingState
from mobile.presenters.people_state import PromiseState
from mobile.ui.rooms.account import AccountRoom
from mobile.ui.rooms.beside import Besides
from mobile.ui.rooms.circles import CirclesRoom
from mobile.ui.rooms.first import FirstRoom
from mobile.ui.rooms.letters import KeptRoom, WriteGoldRoom, letters_room
from mobile.ui.rooms.reporting import why
from mobile.ui.rooms.room import House, Room
from mobile.ui.rooms.scan import ScanRoom
from mobile.ui.screens.crowd.desk import BesideDesk, CrowdDesk
from mobile.ui.screens.crowd.screen import CrowdScreen
from mobile.ui.screens.me import MeDesk, MeScreen
from mobile.ui.screens.promise import PromiseDesk, PromiseScreen
from mobile.ui.screens.quiet_card import QuietDesk, language_named, quiet_between, told_at
from mobile.ui.screens.sign_in.desk import SignInDesk
from mobile.ui.screens.sign_in.screen import SignInScreen
from mobile.ui.widgets.sheet import Way
from shared.languages import LANGUAGES, say
from shared.moods import Role

_ROUNDS = (8 * 60, 12 * 60 + 30, 17 * 60, 19 * 60, 20 * 60 + 30, None)
_QUIET = ((21 * 60, 8 * 60), (22 * 60, 7 * 60), (23 * 60, 6 * 60), (0, 0))


class CrowdRoom(Room):
    def __init__(self, core: Core, house: House) -> None:
        super().__init__(core, house)
        crowd, today = core.crowd, core.today.state
        if today.habit_id:
            crowd.choose_habit(today.habit_id)
        desk = CrowdDesk(
            accept=self._accept, cheer=crowd.rather_cheer, decline=crowd.decline, is_them=crowd.is_them,
            is_somebody_else=crowd.is_somebody_else, person=self._person, invite=crowd.invite,
            show_guest=crowd.show_guest, copy_link=Clipboard.copy, open_link=crowd.open_invite,
            accept_link=crowd.accept_invite, keep=crowd.keep_letter, not_now=crowd.put_asking_away, seat=self._seat,
            circles=lambda: house.visit(CirclesRoom), letters=self._letters, share_half=crowd.share_half,
            quiet=self._quiet, scan=self._scan, beside=self._beside_desk(),
        )  # fmt: skip
        self.widget: CrowdScreen = CrowdScreen(
            desk=desk, state=crowd.state, beside=core.beside.state, title=today.title, dark=house.dark
        )
        self.follow(crowd, self.widget.show)
        self.follow(core.beside, self.widget.show_beside)

    def _scan(self) -> None:
        self.house.visit(lambda core, house: ScanRoom(core, house, back=lambda: house.go("crowd")))

    def _beside_desk(self) -> BesideDesk:
        beside, besides = self.core.beside, Besides(self.core, self)
        return BesideDesk(choose=besides.choose, allow=beside.allow, end=beside.end, start=besides.start)

    def _quiet(self, person_id: str) -> None:
        """Of a friend something is not shared now: whatever it is, the ways are the same."""
        crowd = self.core.crowd
        name = next((one.name for one in crowd.state.quiet if one.person_id == person_id), "")
        way = Way(say("Stop looking"), "logout", "stop_looking", lambda: crowd.stop_looking(person_id))
        self.house.ask(name, say(beside_copy.QUIET_DETAIL), way)

    def _accept(self, habit_id: str) -> None:
        """In: and right away, what one will want to say when they make it."""
        crowd = self.core.crowd
        witness = any(offer.habit_id == habit_id and offer.role is Role.WITNESS for offer in crowd.state.offers)
        crowd.accept(habit_id)
        if witness:
            self.core.keeping.open(habit_id)
            self.house.visit(lambda core, house: WriteGoldRoom(core, house, fresh=True))

    def _letters(self) -> None:
        habit_id = self.core.crowd.state.habit_id
        if habit_id is not None:
            self.house.visit(lambda core, house: letters_room(core, house, habit_id))

    def _seat(self, habit_id: str) -> None:
        """A seat I hold at a friend's habit."""
        keeping = self.core.keeping
        keeping.open(habit_id)
        state = keeping.state
        if state.owner is None:
            return
        ways = [*_witness_ways(self, state), *self._ways_out(state)]
        self.house.ask(f"{state.owner.name} · {state.habit_title}", say(copy.NOT_TOLD), *ways)

    def write_gold(self) -> None:
        self.house.visit(lambda core, house: WriteGoldRoom(core, house, fresh=False))

    def read_kept(self) -> None:
        self.house.visit(KeptRoom)

    def _ways_out(self, state: KeepingState) -> list[Way]:
        crowd, habit_id = self.core.crowd, state.habit_id
        ways = [Way(say("Stop looking"), "logout", "leave_seat", lambda: crowd.leave(habit_id))]
        if state.role is Role.WITNESS:
            cheer = partial(crowd.rather_cheer, habit_id)
            ways.insert(0, Way(say("I'd rather just cheer"), "celebration", "rather_cheer", cheer))
        return ways

    def _person(self, person_id: str) -> None:
        crowd = self.core.crowd
        name = next((friend.name for friend in crowd.state.friends if friend.person_id == person_id), "")
        ways, detail = [], say(copy.NOT_TOLD)
        if crowd.state.habit_id and person_id not in {seat.person.person_id for seat in crowd.state.seats}:
            detail = say(copy.TOLD_IF_ASKED)
            ways.append(
                Way(
                    say("Ask to be my witness"), "visibility", "ask_witness", lambda: crowd.ask(person_id, Role.WITNESS)
                )
            )
        ways.append(_let_write(crowd, person_id))
        ways.append(_mute(crowd, person_id))
        ways.append(_restrict(crowd, person_id))
        ways.append(Way(say("No longer friends"), "person", "unfriend", lambda: crowd.unfriend(person_id)))
        ways.append(Way(say("Block"), "block", "block", lambda: crowd.block(person_id)))
        ways.append(Way(say("Report"), "flag", "report_person", lambda: self._report(person_id, name)))
        self.house.ask(name, detail, *ways)

    def _report(self, person_id: str, name: str) -> None:
        ways = why(lambda reason: self.core.crowd.report(person_id, reason))
        self.house.ask(say(copy.REPORT_PERSON, name=name), say(copy.ONLY_THE_HOSTS), *ways)


def _let_write(crowd: CrowdPresenter, person_id: str) -> Way:
    text = say(copy.NO_MORE_WORDS) if person_id in crowd.state.writers else say(copy.LET_WRITE)
    return Way(text, "edit", "let_write", lambda: crowd.let_write(person_id))


def _mute(crowd: CrowdPresenter, person_id: str) -> Way:
    text = say(copy.UNMUTE) if person_id in crowd.state.muted else say(copy.MUTE)
    return Way(text, "notifications", "mute", lambda: crowd.mute(person_id))


def _restrict(crowd: CrowdPresenter, person_id: str) -> Way:
    text = say(copy.UNRESTRICT) if person_id in crowd.state.restricted else say(copy.RESTRICT)
    return Way(text, "visibility", "restrict", lambda: crowd.restrict(person_id))


def _witness_ways(room: CrowdRoom, state: KeepingState) -> list[Way]:
    """What only a witness may do: letters."""
    if state.role is not Role.WITNESS:
        return []
    gold = say("Change your gold letter") if state.gold else say("Write them a gold letter")
    ways = [Way(gold, "edit", "write_gold", room.write_gold, main=True)]
    keeping = room.core.keeping
    if state.keeps:
        ways.append(Way(say("Read the letter you keep"), "mail", "read_kept", room.read_kept))
        ways.append(Way(say("Stop keeping their letter"), "block", "stop_keeping", lambda: keeping.keep(False)))
    else:
        ways.append(Way(say("Keep their letter"), "mail", "keep_letter", lambda: keeping.keep(True)))
    return ways


class MeRoom(Room):
    def __init__(self, core: Core, house: House) -> None:
        super().__init__(core, house)
        me, server = core.me, core.sign_in.state.server
        quiet = QuietDesk(
            self._rounds,
            self._quiet,
            me.set_looks_quietly,
            me.set_silent,
            me.set_calm,
            me.set_told_of_beside,
            self._language,
            first=lambda: house.visit(lambda core, house: FirstRoom(core, house, back="me")),
        )
        desk = MeDesk(me.set_name, me.set_avatar, house.set_dark, self._sign_out, me.make_room, quiet)
        self.widget: MeScreen = MeScreen(desk=desk, state=me.state, server=server, dark=house.dark)
        self.widget.on_account = lambda: house.visit(AccountRoom)
        self.follow(me, self.widget.show)
        me.open()

    def _rounds(self) -> None:
        me = self.core.me
        ways = (
            Way(told_at(minute), "notifications", f"rounds_{minute}", lambda minute=minute: me.set_rounds(minute))
            for minute in _ROUNDS
        )
        self.house.ask(say("When shall Kith tell you?"), say("One push a day, and only if a friend showed up."), *ways)

    def _quiet(self) -> None:
        me = self.core.me
        ways = (
            Way(quiet_between(begins, ends), "bedtime", f"quiet_{begins}", partial(me.set_quiet_hours, begins, ends))
            for begins, ends in _QUIET
        )
        self.house.ask(
            say("Quiet hours"), say("Nothing rings, and afterwards it comes as one. Your reminders are yours."), *ways
        )

    def _language(self) -> None:
        ways = (
            Way(language_named(one), "language", f"language_{one}", partial(self.house.set_language, one))
            for one in ("", *LANGUAGES)
        )
        self.house.ask(say("Which language?"), "", *ways)

    def _sign_out(self) -> None:
        way = Way(say("Sign out"), "logout", "sign_out_now", self.core.me.sign_out, main=True)
        self.house.ask(say("Leave this phone?"), say("What was never sent waits here for you."), way)


class PromiseRoom(Room):
    def __init__(self, core: Core, house: House) -> None:
        super().__init__(core, house)
        promise = core.promise
        promise.open()
        desk = PromiseDesk(
            title=promise.set_title, icon=promise.set_icon, schedule=promise.set_schedule,
            reminder=promise.set_reminder, friend=promise.toggle_friend, promise=promise.promise,
            close=lambda: house.go("today"), settings=promise.open_settings,
        )  # fmt: skip
        self.widget: PromiseScreen = PromiseScreen(desk=desk, state=promise.state, dark=house.dark)
        self.follow(promise, self._show)

    def _show(self, state: PromiseState) -> None:
        if state.made:
            self.house.go("today")
        else:
            self.widget.show(state)


class SignInRoom(Room):
    def __init__(self, core: Core, house: House) -> None:
        super().__init__(core, house)
        door = core.sign_in
        desk = SignInDesk(
            send_code=door.send_code, start_joining=door.start_joining, join=door.join, enter_code=door.enter_code,
            enter_second=door.enter_second, choose_name=door.choose_name, agree=door.agree,
            put_off_terms=door.put_off_terms, read=door.read, close_reading=door.close_reading, back=door.back,
            set_server=door.set_server, scan=self._scan,
        )  # fmt: skip
        self.widget: SignInScreen = SignInScreen(desk=desk, state=door.state, dark=house.dark)
        self.follow(door, self.widget.show)
        door.open()

    def _scan(self, email: str) -> None:
        """For somebody new: what the code holds is written into the field for the invitation; the address stays."""
        self.core.sign_in.start_joining(email)
        self.house.visit(lambda core, house: ScanRoom(core, house, back=lambda: house.visit(SignInRoom)))
