"""Letters on two phones and the real server: sealed for the good day, given away for the quiet one."""

from datetime import timedelta

import pytest

from mobile.presenters.today_state import Card, LetterKind
from shared.moods import Mood
from tests.journeys.phones import Phone
from tests.journeys.test_the_daily_loop import DAY, GivePhone, Until, morning

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.sqlite]

GOLD, BLUE = "Seven! I knew it when you asked me.", "I was counting on you. I still am."


def band_of(phone: Phone) -> LetterKind | None:
    band = phone.core.today.state.letter
    return band.kind if band else None


def lies_on(phone: Phone, words: str) -> bool:
    """Whether these words are anywhere in this phone's folder."""
    files = (path for path in (phone.folder / phone.name).rglob("*") if path.is_file())
    return any(words.encode() in path.read_bytes() for path in files)


@pytest.fixture
def friends(phone: GivePhone, until: Until) -> tuple[Phone, Phone]:
    """Ana kept seven days with Ben looking; his gold letter was sealed on the first."""
    ana = phone("Ana")
    ben = phone("Ben", by=ana)
    habit = ana.promise("Morning run", witnesses=["Ben"])
    ana.sync()
    ben.sync()
    ben.core.crowd.accept(habit)
    ben.core.keeping.open(habit)
    assert ben.core.keeping.seal(GOLD)
    ben.sync()
    for day in range(1, 8):
        until(morning(day))
        ana.sync()
        assert not lies_on(ana, GOLD)
        ana.core.today.tick()
        ana.sync()
        look(ben)
    return ana, ben


def look(ben: Phone) -> None:
    ben.sync()
    ben.core.rounds.open()
    ben.sync()


def give_letter(ana: Phone) -> str:
    habit = str(ana.core.today.state.habit_id)
    ana.core.letters.open(habit)
    for opened in ana.core.letters.state.opened:
        ana.core.letters.read(opened.id)
    assert ana.core.letters.write(BLUE)
    ana.sync()
    return habit


def leave_a_day_empty(ana: Phone, ben: Phone, until: Until) -> None:
    """Day 8 is kept, day 9 stays empty, and Ben sees it."""
    until(morning(8))
    ana.sync()
    ana.core.today.tick()
    ana.sync()
    until(morning(10) + timedelta(hours=3, minutes=30))
    look(ben)
    ana.sync()


def test_a_gold_letter_opens_with_the_seventh_photo(friends: tuple[Phone, Phone]) -> None:
    ana, ben = friends
    assert band_of(ana) is LetterKind.GOLD
    habit = str(ana.core.today.state.habit_id)
    ana.core.letters.open(habit)
    (letter,) = ana.core.letters.state.opened
    assert (letter.text, letter.signed, letter.line) == (GOLD, "Ben", "Your 7th photo")
    ana.core.letters.report(letter.id, "something_else")
    ana.core.letters.read(letter.id)
    ana.sync()
    assert band_of(ana) is LetterKind.OFFER
    assert ana.core.today.state.tray == ()
    ben.core.keeping.open(habit)
    assert ben.core.keeping.state.gold == ""
    assert ben.core.keeping.seal("Thirty, Ana.")
    ben.sync()
    assert ben.core.keeping.state.gold_line == "Your gold letter is sealed for Ana's 30th photo."


def test_seen_and_not_let_go_it_opens_for_its_writer_alone(friends: tuple[Phone, Phone], until: Until) -> None:
    ana, ben = friends
    habit = give_letter(ana)
    assert not lies_on(ana, BLUE)
    assert ana.core.letters.state.standing == "Ben keeps your letter."
    ben.core.keeping.open(habit)
    ben.core.keeping.read_kept()
    assert ben.core.keeping.state.kept_words == BLUE
    leave_a_day_empty(ana, ben, until)
    state = ana.core.today.state
    assert (state.mood, band_of(ana)) == (Mood.COLD, LetterKind.ON_ITS_WAY)
    assert state.letter is not None
    assert state.letter.title == "Ben is keeping your blue letter."
    assert state.letter.detail == "It can open Friday at noon. Show up before, and it burns unread."
    assert not lies_on(ana, BLUE)
    for hour in range(48):
        until(morning(10) + timedelta(hours=4 + hour))
        if hour % 12 == 0:
            ana.sync()
            look(ben)
    ana.sync()
    assert band_of(ana) is LetterKind.ASKS
    assert not lies_on(ana, BLUE)
    ana.core.today.open_letter()
    ana.sync()
    assert band_of(ana) is LetterKind.READ
    ana.core.letters.open(habit)
    assert BLUE in [letter.text for letter in ana.core.letters.state.opened]


def test_a_comeback_burns_it_unread(friends: tuple[Phone, Phone], until: Until) -> None:
    ana, ben = friends
    give_letter(ana)
    leave_a_day_empty(ana, ben, until)
    ana.network.up = False
    ana.core.today.tick()
    assert ana.core.today.state.headline.small == "The letter is gone. Nobody read it to you."
    assert ana.core.today.state.burning
    ana.network.up = True
    ana.sync()
    ana.core.today.letter_burnt()
    until(morning(11))
    ana.sync()
    assert band_of(ana) is None
    assert not lies_on(ana, BLUE)


def test_a_hard_time_rests_everything_and_ben_is_asked(friends: tuple[Phone, Phone], until: Until) -> None:
    ana, ben = friends
    give_letter(ana)
    leave_a_day_empty(ana, ben, until)
    ana.network.up = False
    ana.core.today.rest_today(ana.core.crowd.state.friends[0].person_id)
    assert ana.core.today.state.card is Card.RESTING
    assert band_of(ana) is None
    ana.network.up = True
    ana.sync()
    until(morning(10) + timedelta(hours=5))
    ben.sync()
    assert any("Ana" in item.text and "check" in item.text.lower() for item in ben.core.notices.state.items)
    until(morning(10) + 4 * DAY)
    ana.sync()
    assert band_of(ana) is None


def test_ben_lets_it_go_and_changes_his_mind_too_late(friends: tuple[Phone, Phone], until: Until) -> None:
    ana, ben = friends
    give_letter(ana)
    leave_a_day_empty(ana, ben, until)
    ben.core.rounds.open()
    ben.core.rounds.let_go()
    ben.sync()
    (said,) = ben.core.feed.state.answered
    assert said.said.startswith("Let it go")
    ana.sync()
    assert band_of(ana) is None
    assert ana.core.today.state.foot == "Ben let it go. Nothing to make up for. See you on day 9."
    ben.network.up = False
    ben.core.rounds.open(change=said.miss_id)
    ben.core.rounds.cheer("hug")
    ana.core.today.tick()
    ana.sync()
    ben.network.up = True
    ben.sync()
    assert [item.detail for item in ben.core.today.state.tray] == ["They are back already. Say hello instead."]
