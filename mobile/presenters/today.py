"""Today: one habit, its crowd, and the one thing to do about it."""

from collections.abc import Callable
from datetime import date, timedelta

from mobile.actions import respond
from mobile.later import LaterModule, later
from mobile.presenters import beside_bands, beside_copy, copy, pictures
from mobile.presenters.anchors import name_of, own_anchor
from mobile.presenters.base import Phone, StorePresenter
from mobile.presenters.faces import crowd_faces, face, first_answer
from mobile.presenters.guests import guest_faces
from mobile.presenters.letter_bands import burning, letter_band, put_away_key, read_key, seen_key
from mobile.presenters.own_words import said_today
from mobile.presenters.reading import Member, Reading, read_habit, tick_amount
from mobile.presenters.replaying import remember_shown, replay_of
from mobile.presenters.today_state import Card, HabitTab, LetterKind, Strip, TodayState
from mobile.presenters.today_words import card_of, foot_of, headline_of, primary_of
from mobile.presenters.tray import tray_items
from mobile.presenters.views import DayDot
from mobile.store import beside, clock_history, kv, own, snapshots
from mobile.store.database import Body
from mobile.store.own import Own
from shared import limits
from shared.codes import Refused
from shared.dates import date_line, weekday
from shared.days import habit_day
from shared.headlines import Headline
from shared.languages import say
from shared.moods import Mood
from shared.states import DayState

# What a person may do here is imported when they do it.
letters, people, tray = (LaterModule(f"mobile.actions.{name}") for name in ("letters", "people", "tray"))
check_in = later("mobile.actions.check_in", "check_in")
undo_check_in = later("mobile.actions.undo", "undo_check_in")
remove_face = later("mobile.actions.faces", "remove_face")
remove_comment = later("mobile.actions.own_words", "remove_comment")
end_rest = later("mobile.actions.rest", "end_rest")
have_a_hard_time = later("mobile.actions.rest", "have_a_hard_time")

_WEEK = 7


def _empty() -> TodayState:
    nothing = Headline(say(copy.NO_HABIT), small=say(copy.NO_HABIT_SMALL))
    return TodayState(mood=Mood.WAITING, date_line="", title="", headline=nothing, card=Card.NO_HABIT)


class TodayPresenter(StorePresenter[TodayState]):
    """Everything is folded from the store at the clock's instant, so it is as true offline as on."""

    def __init__(self, phone: Phone) -> None:
        self._problem = ""
        super().__init__(phone, _empty())

    # Drawing
    def _draw(self) -> TodayState:
        store, now = self.phone.store, self.phone.clock.now()
        with store.read() as db:
            chosen = own.selected(db)
            selected = chosen["id"] if chosen else None
            mine = own.read(db, days_of=selected)
            today = habit_day(mine.clock, now)
            common = {
                "date_line": date_line(today),
                "date": today.isoformat(),
                "offline": self.phone.status.offline,
                "tray": tray_items(db, offline=self.phone.status.offline),
                "notice_count": snapshots.get(db, snapshots.TODAY).get("notices", 0),
                "problem": self._problem,
                "calm": bool(kv.get(db, kv.CALM)),
                "silent": bool(kv.get(db, kv.SILENT)),
                "offers": beside_bands.offer_views(db),
            }
            habit = mine.habit(selected)
            if habit is None:
                return TodayState(mood=Mood.WAITING, title="", headline=_empty().headline, card=Card.NO_HABIT, **common)
            reading = read_habit(db, mine, habit, now)
            key = f"{habit['id']}/{today.isoformat()}"
            remembered: dict[str, object] = {
                "strip": _strip(reading) if kv.get(db, f"strip/{key}") == "" else None,
                "flipbook": pictures.flipbook(store, reading) if kv.get(db, kv.FLIPBOOK) == key else (),
                "letter": letter_band(db, reading, mine.me),
                "burning": burning(db, reading),
                "comments": said_today(db, reading),
            }
            guests = guest_faces(snapshots.get(db, snapshots.GUEST_LINKS), reading)
            faces = (*crowd_faces(reading, mine.me, pictures.faces(store, db, reading)), *guests)
            replay = replay_of(db, reading, faces)
            remembered |= beside_bands.beside_today(store, db, reading)
            remembered |= {"faces": faces, "replay_from": replay.faces, "replay": replay.turns}
            thanked = kv.get(db, respond.thanked_key(habit["id"], today.isoformat()))
        return self._drawn(reading, mine, first=None if thanked else first_answer(reading), **common, **remembered)

    def _drawn(self, reading: Reading, mine: Own, first: Member | None, **common: object) -> TodayState:
        store, card, habit = self.phone.store, card_of(reading), reading.habit
        today = pictures.own_photo(store, reading, reading.check_in) if reading.check_in else None
        still = bool(common["calm"])
        left = pictures.last_photo(store, reading) if card is Card.COLD else own_anchor(store, reading, still=still)
        miss = reading.fresh_miss
        return TodayState(
            mood=reading.mood,
            title=habit["title"],
            headline=headline_of(reading),
            card=card,
            habit_id=habit["id"],
            day_number=reading.number,
            tabs=tuple(_tab(other, habit) for other in mine.habits),
            anchor=today if card is Card.ALONE else left,
            today=today,
            beside=beside_copy.beside(name_of(reading)),
            caption=pictures.words(reading.check_in, reading.schedule.unit) if reading.check_in else "",
            empty_day=weekday(miss.day) if miss else "",
            first_answer=face(first, miss_open=False) if first else None,
            first_answer_text=copy.saw_first(first.name) if first else "",
            week=_week(reading),
            primary=primary_of(card),
            foot=foot_of(reading),
            season=_season(reading),
            season_over=reading.season.asks and reading.in_grace is None,
            **common,  # type: ignore[arg-type]  # drawn above, field by field
        )

    # Choosing a habit
    def select_habit(self, habit_id: str) -> None:
        self._remember(kv.SELECTED_HABIT, habit_id)

    def select_next(self) -> None:
        self._select_by(1)

    def select_previous(self) -> None:
        self._select_by(-1)

    def _select_by(self, step: int) -> None:
        ids = [tab.habit_id for tab in self.state.tabs]
        if self.state.habit_id in ids:
            self.select_habit(ids[(ids.index(self.state.habit_id) + step) % len(ids)])

    # Doing
    def tick(self) -> None:
        """Done today, without a photo. What was posted already keeps its words."""
        if self.state.card in (Card.EMPTY_HALF, Card.COLD, Card.NOTHING_DUE, Card.RESTING):
            self._post(timedelta())

    def add_yesterday(self) -> None:
        """I did it, I only forgot: a tick for the day in grace. (With a photo: compose, opened for that date.)"""
        self._post(timedelta(days=-1))

    def _post(self, offset: timedelta) -> None:
        phone, now = self.phone, self.phone.clock.now()

        def post(habit_id: str, day: date) -> None:
            with phone.store.read() as db:
                mine = own.read(db, days_of=habit_id)
                habit = mine.habit(habit_id)
                amount = tick_amount(read_habit(db, mine, habit, now), day + offset) if habit else None
            check_in(phone.store, habit_id=habit_id, day=day + offset, now=now, zone=phone.zone(), amount=amount)

        self._do(post)

    def undo_today(self) -> None:
        now = self.phone.clock.now()
        self._do(lambda habit_id, day: undo_check_in(self.phone.store, habit_id=habit_id, day=day, now=now))

    def rest_today(self, friend_id: str | None = None) -> None:
        """Hard time? Everything rests from today until it is ended; a friend may be asked to check on me."""
        now = self.phone.clock.now()
        self._do(lambda _habit, day: have_a_hard_time(self.phone.store, today=day, friend_id=friend_id, now=now))

    def end_rest(self) -> None:
        now = self.phone.clock.now()
        self._do(lambda habit_id, day: end_rest(self.phone.store, today=day, habit_id=habit_id, now=now))

    def thank(self) -> None:
        first, now = self.state.first_answer, self.phone.clock.now()
        if first is None:
            return
        person, name = first.person_id, first.name
        self._do(
            lambda habit_id, day: respond.thank(
                self.phone.store, habit_id=habit_id, date=day.isoformat(), person_id=person, name=name, now=now
            )
        )

    def remove_face(self, person_id: str) -> None:
        """Take the picture this friend answered with off my day, for good."""
        name = next((face.name for face in self.state.faces if face.person_id == person_id), "")
        now = self.phone.clock.now()
        self._do(
            lambda habit_id, day: remove_face(
                self.phone.store, habit_id=habit_id, date=day.isoformat(), person_id=person_id, name=name, now=now
            )
        )

    def take_line_away(self, comment_id: str) -> None:
        """What a friend wrote about my day: for both, and for good."""
        said = next((one for one in self.state.comments if one.comment_id == comment_id), None)
        name, now = said.person.name if said and said.person else "", self.phone.clock.now()
        self._do(
            lambda habit_id, day: remove_comment(
                self.phone.store, habit_id=habit_id, date=day.isoformat(), comment_id=comment_id, name=name, now=now
            )
        )

    def report_line(self, comment_id: str, reason: str) -> None:
        now = self.phone.clock.now()
        people.report(self.phone.store, subject="comment", subject_id=comment_id, reason=reason, now=now)

    def _do(self, act: Callable[[str, date], None]) -> None:
        """Do something about the selected habit on the day the clock now shows; a refusal becomes a sentence."""
        habit_id = self.state.habit_id
        if habit_id is None:
            return
        try:
            self._problem = ""
            act(habit_id, self._today())
        except Refused as refused:
            self._problem = copy.refusal(refused.code)
        self.redraw()

    def _today(self) -> date:
        with self.phone.store.read() as db:
            return habit_day(clock_history.get(db), self.phone.clock.now())

    # The letter
    def open_letter(self) -> None:
        self._answer_letter(letters.OPEN)

    def leave_letter_closed(self) -> None:
        self._answer_letter(letters.LEAVE_CLOSED)

    def _answer_letter(self, choice: str) -> None:
        band, now = self.state.letter, self.phone.clock.now()
        if band is not None and band.kind in (LetterKind.ASKS, LetterKind.CLOSED):
            letters.answer_letter(self.phone.store, miss_id=band.letter_id, choice=choice, now=now)
            self.phone.sync_now()

    def put_letter_away(self) -> None:
        """The offer, or that a letter is open: said once is enough."""
        band = self.state.letter
        if band is not None:
            self._remember(put_away_key(band) if band.kind is LetterKind.OFFER else read_key(band.letter_id), "away")

    def letter_burnt(self) -> None:
        """It was seen to burn."""
        if self.state.burning:
            self._remember(seen_key(self.state.burning), "seen")

    # Putting away
    def dismiss_strip(self) -> None:
        self._remember(f"strip/{self.state.habit_id}/{self.state.date}", "away")

    def replayed(self) -> None:
        """What happened has begun to be shown: it is not shown once more, whatever becomes of this app."""
        habit_id = self.state.habit_id
        with self.phone.store.write() as db:
            mine = own.read(db, days_of=habit_id)
            habit = mine.habit(habit_id)
            if habit is not None:
                remember_shown(db, read_habit(db, mine, habit, self.phone.clock.now()))

    def put_started_away(self) -> None:
        """That the habit was started beside a friend: said once is enough."""
        self._remember(beside.STARTED, "")

    def put_offer_away(self) -> None:
        """It waits in the crowd from now on."""
        if self.state.offers:
            self._remember(beside_bands.away_key(self.state.offers[0].day), "away")

    def flipbook_played(self) -> None:
        self._remember(kv.FLIPBOOK, "")

    def retry(self, outbox_id: int) -> None:
        tray.retry(self.phone.store, command_id=outbox_id)
        self.refresh()

    def drop(self, outbox_id: int) -> None:
        tray.drop(self.phone.store, command_id=outbox_id)

    def _remember(self, key: str, value: str) -> None:
        with self.phone.store.write() as db:
            kv.put(db, key, value)


def _tab(habit: Body, selected: Body) -> HabitTab:
    return HabitTab(habit["id"], habit["icon"], habit["title"], habit["id"] == selected["id"])


def _strip(reading: Reading) -> Strip | None:
    day = reading.in_grace
    if day is None:
        return None
    text = copy.still_counts(reading.grace_end(day), reading.history.clock.changes[-1].zone)
    return Strip(text, say(copy.LATE_DETAIL), say(copy.LATE_YES), say(copy.LATE_NO), day.isoformat())


def _season(reading: Reading) -> str:
    stands = reading.season
    if stands.season is None or not stands.runs:
        return ""
    return copy.season_day(reading.today, stands.season.day_of(reading.today), limits.SEASON_DAYS)


def _week(reading: Reading) -> tuple[DayDot, ...]:
    days = [reading.today - timedelta(days=back) for back in range(_WEEK - 1, -1, -1)]
    states = {day: reading.fold.states.get(day, DayState.NOT_DUE).value for day in days}
    return tuple(DayDot(weekday(day)[0], day.isoformat(), states[day], day == reading.today) for day in days)
