"""Letters: a habit's own, reading one, and writing one to oneself or to a friend."""

from collections.abc import Callable

from mobile.app_core import Core
from mobile.presenters import copy
from mobile.presenters.compose_state import ComposeMode
from mobile.presenters.letters_state import KeepingState, LettersState, OpenedLetter
from mobile.ui.rooms.reporting import why
from mobile.ui.rooms.room import House, Room
from mobile.ui.screens.letters.desk import ListDesk, ReadDesk, WriteDesk
from mobile.ui.screens.letters.kept import KeptScreen
from mobile.ui.screens.letters.listing import LettersScreen
from mobile.ui.screens.letters.read import ReadScreen
from mobile.ui.screens.letters.write import WriteScreen, WriteState
from mobile.ui.widgets.sheet import Way
from shared import limits
from shared.languages import say

Back = Callable[[], object]


def letters_room(core: Core, house: House, habit_id: str) -> "LettersRoom":
    core.letters.open(habit_id)
    return LettersRoom(core, house)


class LettersRoom(Room):
    """Of the habit the presenter has open."""

    private = True

    def __init__(self, core: Core, house: House) -> None:
        super().__init__(core, house)
        letters = core.letters
        desk = ListDesk(write=self._write, take_back=self._take_back, read=self._read, close=lambda: house.go("today"))
        self.widget: LettersScreen = LettersScreen(desk=desk, state=letters.state, dark=house.dark)
        self.follow(letters, self.widget.show)

    def _back(self) -> None:
        self.house.visit(LettersRoom)

    def _write(self) -> None:
        self.house.visit(lambda core, house: WriteBlueRoom(core, house, back=self._back))

    def _read(self, letter_id: str) -> None:
        letter = self.core.letters.state.letter(letter_id)
        if letter is not None:
            self.house.visit(lambda core, house: ReadRoom(core, house, letter=letter, back=self._back))

    def _take_back(self) -> None:
        way = Way(say("Take it back"), "history", "take_blue_now", self.core.letters.take_back, main=True)
        self.house.ask(say("Take your letter back?"), say("Its words go, here and with your witnesses."), way)


class ReadRoom(Room):
    """One letter, `back` where one came from."""

    private = True

    def __init__(self, core: Core, house: House, *, letter: OpenedLetter, back: Back) -> None:
        super().__init__(core, house)
        self._letter, self._back = letter, back
        core.letters.read(letter.id)
        desk = ReadDesk(
            close=back,
            thank=self._thank,
            report=self._report,
            show_up=lambda: house.open_compose(ComposeMode.PHOTO),
            rest=self._rest,
        )
        words = copy.asked_to_keep(core.letters.keeper_of(letter.id))
        self.widget: ReadScreen = ReadScreen(letter=letter, words=words, desk=desk, dark=house.dark)
        if letter.gold and not house.calm:
            self.widget.stage.rise()

    def _thank(self) -> None:
        """Said, and the letter is put away."""
        self.core.letters.thank(self._letter.id)
        self._back()

    def _report(self) -> None:
        ways = why(lambda reason: self.core.letters.report(self._letter.id, reason))
        self.house.ask(say(copy.REPORT_LETTER), say(copy.ONLY_THE_HOSTS), *ways)

    def _rest(self) -> None:
        self.house.go("today")
        self.core.today.rest_today()


class WriteBlueRoom(Room):
    """To oneself, for the habit whose letters the presenter has open."""

    private = True

    def __init__(self, core: Core, house: House, *, back: Back) -> None:
        super().__init__(core, house)
        self._back = back
        desk = WriteDesk(give=self._give, take_back=self._take_back, close=back)
        self.widget: WriteScreen = WriteScreen(desk=desk, state=_blue(core.letters.state), dark=house.dark)
        self.follow(core.letters, lambda state: self.widget.show(_blue(state)))

    def _give(self, text: str) -> None:
        if self.core.letters.write(text):
            self._back()

    def _take_back(self) -> None:
        if self.core.letters.take_back():
            self._back()


def _blue(state: LettersState) -> WriteState:
    return WriteState(
        gold=False, title=say(copy.LETTER_WRITE), detail=say(copy.LETTER_WRITE_DETAIL), hint=say("Your own words …"),
        give=say(copy.LETTER_GIVE), skip=say("Not now"), most=limits.BLUE_LETTER_MAX, standing=state.can_take_back,
        picks=state.picks, problem=state.problem,
    )  # fmt: skip


class WriteGoldRoom(Room):
    """To a friend whose seat the presenter has open. `fresh`: the seat was just taken."""

    private = True

    def __init__(self, core: Core, house: House, *, fresh: bool) -> None:
        super().__init__(core, house)
        self._fresh = fresh
        state = core.keeping.state
        self._owner = state.owner
        desk = WriteDesk(give=self._give, take_back=self._take_back, close=self._leave)
        self.widget: WriteScreen = WriteScreen(desk=desk, state=_gold(state, fresh=fresh), dark=house.dark)
        self.follow(core.keeping, lambda state: self.widget.show(_gold(state, fresh=fresh)))

    def _give(self, text: str) -> None:
        if self.core.keeping.seal(text):
            self._leave()

    def _take_back(self) -> None:
        self.core.keeping.withdraw()
        self._leave()

    def _leave(self) -> None:
        self.house.go("crowd")
        if self._fresh and self._owner is not None:
            self._and_you(self._owner.person_id, self._owner.name)

    def _and_you(self, person_id: str, name: str) -> None:
        """One witness is enough, and one asks most easily somebody one has just said yes to."""
        crowd = self.core.crowd
        if person_id in {seat.person.person_id for seat in crowd.state.seats}:
            return
        if crowd.state.habit_id:
            way = Way(
                say("Ask {name}", name=name), "visibility", "ask_back", lambda: crowd.ask_back(person_id), main=True
            )
        else:
            way = Way(say("Make a promise"), "add", "promise_back", self.house.open_promise, main=True)
        self.house.ask(copy.and_you(name), say(copy.AND_YOU_DETAIL), way)


def _gold(state: KeepingState, *, fresh: bool) -> WriteState:
    name = state.owner.name if state.owner else ""
    return WriteState(
        gold=True, title=copy.gold_for(name), detail=say(copy.GOLD_DETAIL), hint=copy.gold_hint(name),
        give=say(copy.GOLD_SEAL), skip=say("Skip") if fresh else say("Not now"), most=limits.GOLD_LETTER_MAX,
        standing=bool(state.gold), text=state.gold, problem=state.problem,
    )  # fmt: skip


class KeptRoom(Room):
    """The blue letter I keep for a friend: shown while one looks, kept nowhere on this phone."""

    private = True

    def __init__(self, core: Core, house: House) -> None:
        super().__init__(core, house)
        core.keeping.read_kept()
        self.widget: KeptScreen = KeptScreen(
            state=core.keeping.state, close=lambda: house.go("crowd"), dark=house.dark
        )  # fmt: skip
        self.follow(core.keeping, self.widget.show)

    def leave(self) -> None:
        super().leave()
        self.core.keeping.put_kept_away()
