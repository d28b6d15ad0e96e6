"""Signing in, composing, going round, the feed, the crowd, notices, me and a new promise."""

from pathlib import Path
from typing import Any

import pytest

from mobile.app_core import Core
from mobile.presenters.compose_state import ComposeMode
from mobile.presenters.rounds_state import CardKind
from mobile.presenters.sign_in_state import Step
from mobile.presenters.today_state import Card
from mobile.store import outbox
from mobile.store.outbox import Kind
from shared.codes import SENTENCES, Code
from shared.moods import Role
from tests.mobile.stage import DAY, NOON, TODAY, MemorySecrets, Stage


def phone_of_nobody(stage: Stage) -> Core:
    stage.secrets["nobody-phone"] = MemorySecrets()
    return stage.phone_of("nobody")


def waiting(core: Core) -> list[Kind]:
    with core.store.read() as db:
        return [command.kind for command in outbox.waiting(db)]


class TestSignIn:
    def test_a_known_mailbox_comes_home(self, stage: Stage) -> None:
        stage.habit(kept=3)
        core = phone_of_nobody(stage)
        assert not core.signed_in
        assert core.sign_in.state.step is Step.EMAIL
        core.sign_in.send_code(" ana@example.org ")
        assert core.sign_in.state.step is Step.CODE
        core.sign_in.enter_code("123 456")
        assert core.sign_in.state.step is Step.DONE
        assert core.signed_in
        assert core.today.state.title == "Morning run"

    def test_a_new_mailbox_gets_an_account_and_is_asked_for_a_name(self, stage: Stage) -> None:
        core = phone_of_nobody(stage)
        core.sign_in.send_code("eva@example.org")
        core.sign_in.enter_code("123456")
        assert core.sign_in.state.step is Step.NAME
        core.sign_in.choose_name("  ")
        assert core.sign_in.state.problem
        core.sign_in.choose_name("Eva")
        assert (core.sign_in.state.step, core.sign_in.state.problem) == (Step.DONE, "")
        assert core.me.state.name == "Eva"

    def test_a_wrong_code_says_so_and_can_be_corrected(self, stage: Stage) -> None:
        core = phone_of_nobody(stage)
        core.sign_in.send_code("ana@example.org")
        core.sign_in.enter_code("000000")
        assert core.sign_in.state.problem == "That code isn't right, or it has run out."
        assert not core.signed_in
        core.sign_in.enter_code("123456")
        assert core.signed_in

    def test_no_network_is_not_a_wrong_code(self, stage: Stage) -> None:
        core = phone_of_nobody(stage)
        stage.server.offline = True
        core.sign_in.send_code("ana@example.org")
        assert core.sign_in.state.problem.startswith("Kith can't be reached")
        assert core.sign_in.state.step is Step.EMAIL

    def test_what_is_no_address_is_not_sent(self, stage: Stage) -> None:
        core = phone_of_nobody(stage)
        core.sign_in.send_code("ana")
        assert core.sign_in.state.problem
        assert stage.server.requests == []

    def test_back_to_the_mailbox_and_another_server(self, stage: Stage) -> None:
        core = phone_of_nobody(stage)
        core.sign_in.send_code("ana@example.org")
        core.sign_in.back()
        assert core.sign_in.state.step is Step.EMAIL
        core.sign_in.set_server("kith.example.org/")
        assert core.sign_in.state.server == "https://kith.example.org"


class TestCompose:
    def test_a_photo_taken_before_midnight_belongs_to_its_day(self, stage: Stage, photo: Path) -> None:
        habit = stage.habit(kept=3)
        core = stage.synced(stage.ana)
        stage.time.move_to(NOON.replace(hour=23, minute=59))
        core.compose.open(habit)
        assert (core.compose.state.title, core.compose.state.date_hint) == ("Day 4 · Morning run", "")
        core.compose.pick(photo, "camera")
        stage.time.move_to(NOON.replace(hour=0, minute=2) + DAY)
        assert core.compose.post()
        core.engine.run_once()
        row = stage.server.world.check_ins[habit, TODAY.isoformat()]
        assert not row["late"]
        assert row["captured_at"].startswith("2026-11-23T23:59")

    def test_yesterday_with_a_photo(self, stage: Stage, photo: Path) -> None:
        habit = stage.habit(kept=3, until=TODAY - DAY)
        stage.time.move_to(NOON.replace(hour=9))
        core = stage.synced(stage.ana)
        core.compose.open(habit, (TODAY - DAY).isoformat())
        assert core.compose.state.date_hint == "For yesterday"
        core.compose.pick(photo, "library")
        assert core.compose.post()
        assert core.today.state.week[-2].state == "late"

    def test_what_is_no_photo_gets_a_sentence_and_nothing_is_kept(self, stage: Stage, tmp_path: Path) -> None:
        habit = stage.habit(kept=3)
        core = stage.synced(stage.ana)
        (tmp_path / "notes.txt").write_text("hello")
        core.compose.open(habit)
        core.compose.pick(tmp_path / "notes.txt", "library")
        assert core.compose.state.problem == SENTENCES[Code.PHOTO_NOT_AN_IMAGE]
        assert not core.compose.state.can_post
        assert not core.compose.post()
        assert list(core.store.photos_dir.iterdir()) == []

    def test_a_photo_not_posted_leaves_nothing_behind(self, stage: Stage, photo: Path) -> None:
        habit = stage.habit(kept=3)
        core = stage.synced(stage.ana)
        core.compose.open(habit)
        core.compose.pick(photo, "camera")
        core.compose.pick(photo, "camera")
        assert len(list(core.store.photos_dir.iterdir())) == 1
        core.compose.clear_photo()
        assert list(core.store.photos_dir.iterdir()) == []
        core.compose.pick(photo, "camera")
        core.close()
        stage.open_cores.clear()
        assert list(stage.phone_of(stage.ana).store.photos_dir.iterdir()) == []

    def test_a_note_needs_words_and_a_tick_nothing(self, stage: Stage) -> None:
        habit = stage.habit(kept=3)
        core = stage.synced(stage.ana)
        core.compose.open(habit)
        assert not core.compose.state.can_post
        core.compose.set_mode(ComposeMode.NOTE)
        core.compose.set_caption("  ")
        assert not core.compose.state.can_post
        core.compose.set_caption("Slow and wet")
        assert core.compose.state.can_post
        core.compose.set_mode(ComposeMode.TICK)
        assert core.compose.post()
        assert (core.today.state.card, core.today.state.caption) == (Card.TICK, "")

    @pytest.mark.parametrize(
        ("typed", "kept"), [("5,2", "5.2"), ("12", "12"), ("abc", None), ("-1", None), ("0.12345", None)]
    )
    def test_an_amount_is_a_number_people_write(self, stage: Stage, typed: str, kept: str | None) -> None:
        schedule = {"frequency": "daily", "measure": "at_least", "target": "1", "unit": "km"}
        habit = stage.habit(kept=0, schedule=schedule)
        core = stage.synced(stage.ana)
        core.compose.open(habit)
        assert (core.compose.state.wants_amount, core.compose.state.unit) == (True, "km")
        core.compose.set_mode(ComposeMode.TICK)
        core.compose.set_amount(typed)
        assert core.compose.post() is (kept is not None)
        if kept is None:
            assert core.compose.state.problem
        else:
            core.engine.run_once()
            assert stage.server.world.check_ins[habit, TODAY.isoformat()]["amount"] == kept

    def test_going_on_with_a_day_keeps_its_words_and_adds_the_photo(self, stage: Stage, photo: Path) -> None:
        habit = stage.habit(kept=3)
        core = stage.synced(stage.ana)
        core.compose.open(habit)
        core.compose.set_mode(ComposeMode.NOTE)
        core.compose.set_caption("First words")
        core.compose.post()
        core.compose.open(habit)
        assert (core.compose.state.caption, core.compose.state.title) == ("First words", "Day 4 · Morning run")
        core.compose.pick(photo, "library")
        core.compose.post()
        core.engine.run_once()
        row = stage.server.world.check_ins[habit, TODAY.isoformat()]
        assert (row["caption"], len(row["photos"])) == ("First words", 1)
        assert core.today.state.card is Card.DUET

    def test_a_day_that_closed_meanwhile_says_so(self, stage: Stage) -> None:
        habit = stage.habit(kept=3)
        core = stage.synced(stage.ana)
        core.compose.open(habit)
        core.compose.set_mode(ComposeMode.TICK)
        stage.time.advance(2 * DAY)
        assert not core.compose.post()
        assert core.compose.state.problem == SENTENCES[Code.DAY_CLOSED]
        assert waiting(core) == []


class TestRounds:
    def test_one_tap_a_card_and_then_thats_everyone(self, stage: Stage) -> None:
        habit = stage.habit(kept=2)
        reading = stage.habit(kept=0, title="Reading")
        stage.server.world.post(habit, TODAY, photo=b"today")
        stage.server.world.post(reading, TODAY, caption="Ten pages")
        ben = stage.synced(stage.ben)
        ben.rounds.open()
        seen = []
        while (card := ben.rounds.state.card) is not None:
            seen.append((card.headline, card.accent))
            assert ben.rounds.state.next_line.endswith("Then that's everyone.")
            ben.rounds.react("proud")
        assert ("Ana, day 3.", "You're first.") in seen
        assert ben.rounds.state.next_line == "That's everyone."
        assert ben.rounds.state.done == (stage.ana,)
        ben.engine.run_once()
        assert (habit, TODAY.isoformat(), stage.ben) in stage.server.world.reactions
        assert waiting(ben) == []
        ben.rounds.open()
        assert ben.rounds.state.card is None

    def test_showing_a_card_is_the_look_and_offline_it_is_not_shown_twice(self, stage: Stage) -> None:
        habit = stage.habit(kept=0)
        stage.server.world.post(habit, TODAY, photo=b"today")
        ben = stage.synced(stage.ben)
        stage.server.offline = True
        ben.rounds.open()
        assert waiting(ben) == [Kind.LOOK]
        ben.rounds.close()
        ben.rounds.open()
        assert ben.rounds.state.card is None
        stage.server.offline = False
        ben.engine.run_once()
        assert (habit, TODAY.isoformat(), stage.ben) in stage.server.world.looks

    def test_an_empty_day_can_be_cheered_or_let_go(self, stage: Stage) -> None:
        stage.habit(kept=20, until=TODAY - DAY)
        stage.server.world.sweep()
        (miss,) = stage.server.world.misses
        ben = stage.synced(stage.ben)
        ben.rounds.open()
        card = ben.rounds.state.card
        assert card is not None
        assert (card.kind, card.headline, card.when) == (
            CardKind.MISS, "Ana: yesterday stayed empty.", "Until Wednesday at noon",
        )  # fmt: skip
        assert [choice.kind for choice in card.choices][-1] == "let_go"
        ben.rounds.cheer("hug")
        ben.engine.run_once()
        assert stage.server.world.miss_answers[miss, stage.ben] == {"kind": "cheer", "preset": "hug"}
        assert stage.server.world.misses[miss]["seen_by"] == [stage.ben]

    def test_gallery_gets_no_card_for_an_empty_day(self, stage: Stage) -> None:
        stage.habit(kept=20, until=TODAY - DAY)
        stage.server.world.sweep()
        cleo = stage.synced(stage.cleo)
        cleo.rounds.open()
        cards = [cleo.rounds.state.card]
        while cleo.rounds.state.card is not None:
            cleo.rounds.skip()
            cards.append(cleo.rounds.state.card)
        assert [card for card in cards if card is not None and card.kind is CardKind.MISS] == []

    def test_an_answer_that_came_after_they_were_back_says_so(self, stage: Stage) -> None:
        habit = stage.habit(kept=20, until=TODAY - DAY)
        stage.server.world.sweep()
        ben = stage.synced(stage.ben)
        stage.server.offline = True
        ben.rounds.open()
        ben.rounds.let_go()
        stage.server.offline = False
        stage.server.world.post(habit, TODAY)
        stage.server.world.sweep()
        ben.engine.run_once()
        (item,) = ben.today.state.tray
        assert (item.title, item.detail) == ("Your answer to Ana", SENTENCES[Code.ALREADY_BACK])

    def test_a_reaction_to_a_friend_who_left_vanishes_quietly(self, stage: Stage) -> None:
        habit = stage.habit(kept=0)
        stage.server.world.post(habit, TODAY, photo=b"today")
        ben = stage.synced(stage.ben)
        stage.server.offline = True
        ben.rounds.open()
        ben.rounds.react("fire")
        stage.server.offline = False
        stage.server.world.habits[habit]["seats"] = []
        ben.engine.run_once()
        assert ben.today.state.tray == ()
        assert waiting(ben) == []


class TestFeed:
    def test_newest_first_page_by_page_and_it_ends(self, stage: Stage) -> None:
        stage.habit(kept=25)
        cleo = stage.synced(stage.cleo)
        cleo.feed.load()
        assert (len(cleo.feed.state.cards), cleo.feed.state.ended) == (20, False)
        cleo.feed.more()
        assert (len(cleo.feed.state.cards), cleo.feed.state.ended) == (25, True)
        assert len({card.id for card in cleo.feed.state.cards}) == 25
        stage.server.offline = True
        cleo.engine.run_once()
        assert (len(cleo.feed.state.cards), cleo.feed.state.offline) == (25, True)

    def test_a_reaction_shows_at_once_changes_and_is_taken_back(self, stage: Stage) -> None:
        habit = stage.habit(kept=1)
        cleo = stage.synced(stage.cleo)
        cleo.feed.load()
        card = cleo.feed.state.cards[0].id

        def chosen() -> list[str]:
            return [choice.kind for choice in cleo.feed.state.cards[0].choices if choice.chosen]

        stage.server.offline = True
        cleo.feed.react(card, "heart")
        assert chosen() == ["heart"]
        cleo.feed.react(card, "fire")
        assert chosen() == ["fire"]
        stage.server.offline = False
        cleo.engine.run_once()
        day = (TODAY - DAY).isoformat()
        assert stage.server.world.reactions[habit, day, stage.cleo][0] == "fire"
        assert chosen() == ["fire"]
        cleo.feed.react(card, "fire")
        assert chosen() == []
        cleo.engine.run_once()
        assert stage.server.world.reactions == {}

    def test_photos_nobody_may_see_any_more_leave_this_phone(self, stage: Stage) -> None:
        habit = stage.habit(kept=3)
        cleo = stage.synced(stage.cleo)
        cleo.feed.load()
        cleo.engine.run_once()
        assert len(list(cleo.store.cache_dir.iterdir())) == 3
        stage.server.world.habits[habit]["seats"] = []
        cleo.feed.load()
        cleo.engine.run_once()
        assert cleo.feed.state.cards == ()
        assert list(cleo.store.cache_dir.iterdir()) == []

    def test_a_report_is_a_row(self, stage: Stage) -> None:
        stage.habit(kept=1)
        cleo = stage.synced(stage.cleo)
        cleo.feed.load()
        cleo.feed.report(cleo.feed.state.cards[0].id, "nudity")
        cleo.engine.run_once()
        (report,) = stage.server.world.reports.values()
        assert (report["subject"], report["reason"]) == ("check_in", "nudity")


class TestCrowd:
    def test_a_seat_is_asked_for_accepted_and_shows_in_the_crowd(self, stage: Stage) -> None:
        stage.habit(kept=2, crowd=False)
        ana = stage.synced(stage.ana)
        ana.crowd.ask(stage.ben, Role.WITNESS)
        assert [(seat.person.name, seat.waiting) for seat in ana.crowd.state.seats] == [("Ben", True)]
        ana.engine.run_once()
        ben = stage.synced(stage.ben)
        (offer,) = ben.crowd.state.offers
        assert offer.text == "Ana would like you to look, once a day, for 30 days."
        ben.crowd.accept(offer.habit_id)
        assert (ben.crowd.state.offers, len(ben.crowd.state.watching)) == ((), 1)
        ben.engine.run_once()
        ana.engine.run_once()
        assert [face.name for face in ana.today.state.faces] == ["Ben"]
        assert ana.today.state.headline.accent == "Show Ben."

    @pytest.mark.parametrize(("answer", "seats"), [("rather_cheer", [("Ben", "gallery")]), ("decline", [])])
    def test_id_rather_just_cheer_or_no(self, stage: Stage, answer: str, seats: list[Any]) -> None:
        habit = stage.habit(kept=2, crowd=False)
        stage.server.world.seat(habit, stage.ben, Role.WITNESS, "invited")
        ben = stage.synced(stage.ben)
        getattr(ben.crowd, answer)(habit)
        assert ben.crowd.state.offers == ()
        ben.engine.run_once()
        held = stage.server.world.habits[habit]["seats"]
        assert [(seat["person"]["name"], seat["role"]) for seat in held] == seats

    def test_an_invitation_makes_two_friends(self, stage: Stage) -> None:
        ana, dan = stage.synced(stage.ana), stage.synced(stage.dan)
        ana.crowd.invite()
        url = ana.crowd.state.invite_url
        assert url
        dan.crowd.open_invite(url)
        assert dan.crowd.state.inviter is not None
        assert dan.crowd.state.inviter.name == "Ana"
        dan.crowd.accept_invite(url)
        assert [friend.name for friend in dan.crowd.state.friends] == ["Ana"]
        ana.crowd.accept_invite(url)
        assert ana.crowd.state.problem == SENTENCES[Code.OWN_INVITE]

    def test_unfriending_is_at_once_and_both_ways(self, stage: Stage) -> None:
        stage.habit(kept=2)
        ana = stage.synced(stage.ana)
        stage.server.offline = True
        ana.crowd.unfriend(stage.ben)
        assert [friend.name for friend in ana.crowd.state.friends] == ["Cleo"]
        stage.server.offline = False
        ana.engine.run_once()
        assert [face.name for face in ana.today.state.faces] == ["Cleo"]
        ana.crowd.block(stage.cleo)
        ana.engine.run_once()
        assert ana.crowd.state.friends == ()


def test_a_new_promise_is_there_at_once_and_asks_the_friend_chosen(stage: Stage) -> None:
    core = stage.synced(stage.ana)
    stage.server.offline = True
    core.promise.open()
    assert not core.promise.promise()
    core.promise.set_title("Drawing")
    core.promise.toggle_friend(stage.ben)
    assert core.promise.promise()
    assert (core.today.state.title, core.today.state.headline.big) == ("Drawing", "Day 1.")
    core.today.tick()
    assert waiting(core) == [Kind.HABIT, Kind.ASK_SEAT, Kind.DAY]
    stage.server.offline = False
    core.engine.run_once()
    (habit,) = stage.server.world.habits.values()
    assert (habit["title"], [seat["state"] for seat in habit["seats"]]) == ("Drawing", ["invited"])
    assert (habit["id"], TODAY.isoformat()) in stage.server.world.check_ins


def test_notices_are_read_once(stage: Stage) -> None:
    notice = {"id": "n1", "kind": "first_answer", "text": "Ben saw you first.", "created_at": "2026-11-23T08:00:00Z",
              "read_at": None, "habit": None, "date": None, "person": stage.server.world.shown(stage.ben)}  # fmt: skip
    stage.server.world.notices[stage.ana].append(notice)
    core = stage.synced(stage.ana)
    assert core.today.state.notice_count == 1
    (item,) = core.notices.state.items
    assert (item.text, item.when, item.unread) == ("Ben saw you first.", "This morning", True)
    core.notices.read_all()
    core.notices.read_all()
    assert waiting(core) == [Kind.READ_NOTICE]
    assert not core.notices.state.items[0].unread
    core.engine.run_once()
    assert notice["read_at"]
    assert core.today.state.notice_count == 0


def test_me_changes_at_once(stage: Stage) -> None:
    core = stage.synced(stage.ana)
    stage.server.offline = True
    core.me.set_name("Anna")
    core.me.set_quiet_hours(1260, 480)
    assert (core.me.state.name, core.me.state.quiet_from, core.me.state.unsent) == ("Anna", 1260, 2)
    core.me.set_name(" ")
    assert core.me.state.problem == SENTENCES[Code.INVALID]
    stage.server.offline = False
    core.engine.run_once()
    assert stage.server.world.people[stage.ana]["name"] == "Anna"


def test_signing_out_leaves_nothing_on_the_phone(stage: Stage) -> None:
    stage.habit(kept=3)
    core = stage.synced(stage.ana)
    core.me.sign_out()
    assert not core.signed_in
    assert core.sign_in.state.step is Step.EMAIL
    assert (core.today.state.card, core.me.state.email) == (Card.NO_HABIT, "")
    assert list(core.store.cache_dir.iterdir()) == []
    assert stage.ana not in stage.server.world.tokens
