"""Composing a check-in: a photo, a note or a tick, for the habit day fixed when compose was opened."""

from dataclasses import dataclass, replace
from datetime import date as calendar_date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from mobile.actions.check_in import Picked, check_in, forget_picked, pick_photo
from mobile.presenters import anchors, beside_copy, copy
from mobile.presenters.base import Phone, Presenter
from mobile.presenters.compose_state import ComposeMode, ComposeState
from mobile.presenters.reading import Reading, read_habit
from mobile.presenters.views import PhotoView
from mobile.store import kv, own, photos
from shared import limits
from shared.codes import Refused
from shared.languages import say
from shared.plans import Measure

_CLOSED = ComposeState(
    habit_id="", title="", date="", date_hint="", mode=ComposeMode.PHOTO, anchor=None, picked=None, caption="",
    wants_amount=False, unit="", amount="", can_post=False, problem="", camera_available=False,
)  # fmt: skip


@dataclass
class _Draft:
    """What isn't drawn: the photo's file."""

    picked: Picked | None = None


class ComposePresenter(Presenter[ComposeState]):
    def __init__(self, phone: Phone) -> None:
        super().__init__(phone, _CLOSED)
        self._draft = _Draft()

    def open(self, habit_id: str, date: str | None = None) -> None:
        """Start for today, or for the day in grace. The day stays this one, however long composing takes."""
        self._let_go_of_photo()
        reading = self._read(habit_id)
        if reading is None:
            self._show(_CLOSED)
            return
        day = date or reading.today.isoformat()
        self._show(self._opened(reading, day))

    def set_mode(self, mode: ComposeMode) -> None:
        self._change(mode=ComposeMode(mode), problem="")

    def pick(self, path: str | Path, source: str) -> None:
        """`source`: "camera" or "library". The photo is made ready off the screen's thread."""
        self._change(busy=True, problem="")
        now = self.phone.clock.now()

        def prepare() -> None:
            try:
                picked = pick_photo(self.phone.store, path=Path(path), source=source, now=now)
            except Refused as refused:
                self._change(busy=False, problem=copy.refusal(refused.code))
            except OSError:
                self._change(busy=False, problem=say(copy.NO_ROOM))
            else:
                self._take(picked)

        self.phone.run(prepare)

    def no_picture(self, source: str) -> None:
        """The camera gave none, or nobody chose one. What was composed so far stays."""
        self._change(problem=say(copy.NONE_TAKEN) if source == "camera" else say(copy.NONE_CHOSEN))

    def clear_photo(self) -> None:
        self._let_go_of_photo()
        self._change(picked=None, problem="")

    def set_caption(self, caption: str) -> None:
        self._change(caption=caption[: limits.CAPTION_MAX])

    def set_amount(self, amount: str) -> None:
        problem = say(copy.AMOUNT_WRONG) if amount.strip() and _decimal(amount) is None else ""
        self._change(amount=amount, problem=problem)

    def post(self) -> bool:
        """Put it on the screen and in the outbox. False, with a sentence, when it can't be posted any more."""
        state, picked, now = self.state, self._draft.picked, self.phone.clock.now()
        if not state.can_post:
            return False
        with_photo = picked if state.mode is ComposeMode.PHOTO else None
        try:
            check_in(
                self.phone.store,
                habit_id=state.habit_id,
                day=calendar_date.fromisoformat(state.date),
                now=now,
                zone=self.phone.zone(),
                captured_at=with_photo.at if with_photo and with_photo.source == "camera" else now,
                picked=with_photo,
                caption="" if state.mode is ComposeMode.TICK else state.caption,
                amount=_amount(state),
            )
        except Refused as refused:
            self._change(problem=copy.refusal(refused.code))
            return False
        if with_photo is None:
            self._let_go_of_photo()
        self._draft = _Draft()
        self._show(_CLOSED)
        return True

    def _read(self, habit_id: str) -> Reading | None:
        with self.phone.store.read() as db:
            mine = own.read(db, days_of=habit_id)
            habit = mine.habit(habit_id)
            return None if habit is None else read_habit(db, mine, habit, self.phone.clock.now())

    def _opened(self, reading: Reading, day: str) -> ComposeState:
        """Words already given for this day are there to go on with: the later ones replace them."""
        posted = reading.days.get(day)
        is_today = day == reading.today.isoformat()
        number = reading.number_of(day) if posted else reading.fold.day_number + 1
        state = replace(
            _CLOSED,
            habit_id=reading.habit["id"],
            title=f"{copy.day_label(number)} · {reading.habit['title']}",
            date=day,
            date_hint="" if is_today else say(copy.FOR_YESTERDAY),
            **self._beside(reading, day),
            caption=posted["caption"] if posted else "",
            wants_amount=reading.schedule.measure is not Measure.TICK,
            unit=reading.schedule.unit,
            amount=copy.amount(posted["amount"], "") if posted else "",
            camera_available=self.phone.device.camera is not None,
        )
        return replace(state, can_post=_can_post(state))

    def redraw_beside(self) -> None:
        """Something else was chosen to stand beside; what was composed so far stays."""
        reading = self._read(self.state.habit_id) if self.state.habit_id else None
        if reading is not None:
            self._change(**self._beside(reading, self.state.date))

    def _beside(self, reading: Reading, day: str) -> dict[str, Any]:
        with self.phone.store.read() as db:
            still = bool(kv.get(db, kv.CALM))
        what = anchors.name_of(reading)
        shown = anchors.own_anchor(self.phone.store, reading, day=day, still=still)
        line = beside_copy.line_up(what if shown else "")
        return {"anchor": shown, "line_up": line, "beside": beside_copy.beside(what)}

    def _take(self, picked: Picked) -> None:
        self._let_go_of_photo()
        self._draft = _Draft(picked)
        path = photos.path_of(self.phone.store, picked.id)
        label = self.state.title.partition(" · ")[0]
        self._change(picked=PhotoView(str(path), label=label), mode=ComposeMode.PHOTO, busy=False)

    def _let_go_of_photo(self) -> None:
        if self._draft.picked is not None:
            forget_picked(self.phone.store, self._draft.picked)
        self._draft = _Draft()

    def _change(self, **changes: object) -> None:
        state = replace(self.state, **changes)  # type: ignore[arg-type]  # each caller names fields of the state
        self._show(replace(state, can_post=_can_post(state)))


def _can_post(state: ComposeState) -> bool:
    if state.busy or not state.habit_id or (state.wants_amount and _decimal(state.amount) is None):
        return False
    if state.mode is ComposeMode.PHOTO:
        return state.picked is not None
    return state.mode is ComposeMode.TICK or bool(state.caption.strip())


def _amount(state: ComposeState) -> str | None:
    value = _decimal(state.amount) if state.wants_amount else None
    return None if value is None else format(value, "f")


def _decimal(text: str) -> Decimal | None:
    """A number a person wrote, with comma or point; None when it isn't one, or not one Kith keeps."""
    try:
        value = Decimal(text.strip().replace(",", "."))
    except InvalidOperation:
        return None
    if not value.is_finite() or value.is_signed() or value > limits.AMOUNT_MAX:
        return None
    return None if value != round(value, limits.AMOUNT_PLACES) else value
