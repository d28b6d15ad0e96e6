"""The crowd, a new promise, notices and me."""

from datetime import timedelta
from typing import Any

import pytest

from mobile.app_core import Core
from mobile.presenters import copy
from mobile.presenters.people_state import Leads
from mobile.presenters.sign_in_state import Step
from mobile.presenters.today_state import Card
from mobile.store import outbox
from mobile.store.outbox import Kind
from shared import limits
from shared.codes import SENTENCES, Code
from shared.moods import Role
from tests.mobile.stage import TODAY, Stage


def waiting(core: Core) -> list[Kind]:
    with core.store.read() as db:
        return [command.kind for command in outbox.waiting(db)]


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


def tell(stage: Stage, number: int, text: str, **more: object) -> None:
    """The server tells Ana something at the clock's instant."""
    notice = {"id": f"n{number}", "kind": "first_answer", "text": text, "created_at": stage.time.instant.isoformat(),
              "read_at": None, "habit": None, "date": None, "person": None}  # fmt: skip
    stage.server.world.notices[stage.ana].insert(0, notice | more)


def test_what_came_before_the_app_was_opened_does_not_arrive(stage: Stage) -> None:
    tell(stage, 1, "Ben saw you first.")
    core = stage.synced(stage.ana)
    assert [item.text for item in core.notices.state.items] == ["Ben saw you first."]
    assert core.notices.state.arrived is None


def test_what_comes_while_the_app_is_open_arrives_once(stage: Stage) -> None:
    core = stage.synced(stage.ana)
    stage.time.advance(timedelta(minutes=1))
    tell(stage, 1, "Day 1? Any time before you sleep.")
    tell(stage, 2, "Ben saw you first.")
    core.engine.run_once()
    assert core.notices.state.arrived == core.notices.state.items[0]
    core.notices.put_away()
    assert core.notices.state.arrived is None
    assert [item.unread for item in core.notices.state.items] == [True, True]
    stage.time.advance(timedelta(minutes=1))
    tell(stage, 3, "Ben sends you a hug.")
    core.engine.run_once()
    assert core.notices.state.arrived.text == "Ben sends you a hug."
    core.notices.read("n3")
    assert core.notices.state.arrived is None


def test_coming_back_to_the_app_makes_the_meantime_old(stage: Stage) -> None:
    core = stage.synced(stage.ana)
    stage.time.advance(timedelta(hours=1))
    tell(stage, 1, "Ben saw you first.")
    stage.time.advance(timedelta(hours=1))
    core.notices.open()
    core.engine.run_once()
    assert core.notices.state.arrived is None


def test_a_notice_knows_where_it_leads(stage: Stage) -> None:
    mine = stage.habit(kept=1)
    bens = stage.server.world.add_habit(stage.ben, "Swim", starts_on=TODAY)
    stage.server.world.seat(bens, stage.ana)
    stage.server.world.post(bens, TODAY, photo=b"a photo")
    for number, (kind, habit, day) in enumerate((
        ("seat_offered", bens, None), ("first_answer", mine, TODAY.isoformat()), ("back", bens, TODAY.isoformat()),
        ("thanks", bens, "2026-11-01"), ("cheer", None, None),
        ("started_beside", mine, None), ("kept_beside", mine, None),
    )):  # fmt: skip
        tell(stage, number, kind, kind=kind, habit=habit, date=day)
    core = stage.synced(stage.ana)
    assert {item.text: item.leads for item in core.notices.state.items} == {
        "seat_offered": Leads.OFFER, "first_answer": Leads.OWN_DAY, "back": Leads.ROUNDS, "thanks": Leads.FRIENDS_DAY,
        "cheer": Leads.NOWHERE, "started_beside": Leads.FRIEND, "kept_beside": Leads.FRIEND,
    }  # fmt: skip


def test_night_colours_outlive_the_app_and_whoever_used_it(stage: Stage) -> None:
    core = stage.synced(stage.ana)
    assert not core.me.state.night
    core.me.set_night(True)
    core.me.sign_out()
    assert stage.phone_of(stage.ana).me.state.night
    core.me.set_night(False)
    assert not stage.phone_of(stage.ana).me.state.night


def test_a_new_promise_carries_a_sign_every_phone_knows(stage: Stage) -> None:
    core = stage.synced(stage.ana)
    core.promise.open()
    core.promise.set_title("Morning run")
    core.promise.promise()
    assert core.today.state.tabs[0].icon == "directions_run"


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


class TestDistance:
    def test_a_muted_friends_days_go_at_once_and_stay_away(self, stage: Stage) -> None:
        habit = stage.habit(kept=2)
        stage.server.world.post(habit, TODAY)
        ben = stage.synced(stage.ben)
        ben.feed.load()
        assert len(ben.feed.state.cards) == 3
        stage.server.offline = True
        ben.crowd.mute(stage.ana)
        ben.feed.redraw()
        assert (ben.crowd.state.muted, ben.feed.state.cards) == ({stage.ana}, ())
        stage.server.offline = False
        ben.engine.run_once()
        assert waiting(ben) == []
        assert ben.crowd.state.muted == {stage.ana}
        ben.crowd.mute(stage.ana)
        ben.engine.run_once()
        assert ben.crowd.state.muted == frozenset()

    def test_restricting_keeps_what_was_muted(self, stage: Stage) -> None:
        stage.habit(kept=2)
        ana = stage.synced(stage.ana)
        ana.crowd.mute(stage.ben)
        ana.crowd.restrict(stage.ben)
        ana.engine.run_once()
        assert stage.server.world.distances[stage.ana, stage.ben] == {"muted": True, "restricted": True}
        assert (ana.crowd.state.muted, ana.crowd.state.restricted) == ({stage.ben}, {stage.ben})


def test_every_reason_the_server_takes_is_offered_in_words() -> None:
    assert set(copy.REPORT_WHY) == set(limits.REPORT_REASONS)
