"""Two phones and the real server: what days stand beside, whom one would like to be like, and starting beside."""

from collections.abc import Callable

import pytest
from django.urls import reverse
from PIL import Image

from mobile.presenters.beside_state import TheirDay
from mobile.presenters.today_state import Card
from mobile.presenters.views import PhotoView
from server.moderation.models import Report
from tests.journeys.phones import Phone
from tests.server.desk import open_desk

pytestmark = [pytest.mark.django_db(transaction=True)]

GivePhone = Callable[..., Phone]


@pytest.fixture
def ana(phone: GivePhone) -> Phone:
    return phone("Ana")


@pytest.fixture
def ben(phone: GivePhone, ana: Phone) -> Phone:
    """Ben looks at Ana's run; she shows it to him by a photo."""
    ben = phone("Ben", by=ana)
    run = ana.promise("Morning run", ["Ben"])
    ana.sync()
    ben.sync()
    ben.core.crowd.accept(run)
    ben.sync()
    ana.post_photo("tomato")
    ana.sync()
    return ben


def _newest(phone: Phone) -> TheirDay:
    phone.core.feed.load()
    day = phone.core.feed.state.cards[0].day
    assert day is not None
    return day


def _left(phone: Phone) -> PhotoView:
    assert phone.core.today.state.anchor is not None
    return phone.core.today.state.anchor


def test_a_clip_reaches_the_friend_who_looks(ana: Phone, ben: Phone) -> None:
    clip = ana.folder / "row.gif"
    stills = [Image.new("RGB", (90, 120), colour) for colour in ("navy", "teal", "gold")]
    stills[0].save(clip, save_all=True, append_images=stills[1:], duration=80)
    ana.network.up = False
    ana.core.beside.choose_clip(clip)
    assert len(_left(ana).frames) == 3
    ana.network.up = True
    ana.sync()
    assert (ana.core.beside.state.kind, len(_left(ana).frames)) == ("picture", 3)
    assert not ana.core.today.state.tray
    ben.core.feed.load()
    ben.sync()
    seen = ben.core.feed.state.cards[0].anchor
    assert seen is not None
    assert len(seen.frames) == 3


def test_a_picture_beside_a_day_is_reported_and_hidden_without_the_day(ana: Phone, ben: Phone) -> None:
    picture = ana.folder / "row.png"
    Image.new("RGB", (90, 120), "navy").save(picture)
    ana.core.beside.choose_picture(picture)
    ana.sync()
    ben.core.feed.load()
    (card,) = ben.core.feed.state.cards
    assert card.own_picture_beside
    ben.core.feed.report_beside(card.id, "harassment")
    ben.sync()
    assert not ben.core.today.state.tray
    page = f"{reverse('admin:moderation_report_changelist')}{Report.objects.get(subject='anchor').id}/change/"
    assert open_desk().post(page, {"act": "hide", "why": ""}).status_code == 302
    ben.core.feed.load()
    (card,) = ben.core.feed.state.cards
    assert (card.own_picture_beside, card.photo is not None) == (False, True)
    ana.sync()
    assert ana.core.beside.state.kind == "picture", "to her it stands there as before"


def test_who_is_kept_beside_mine_shows_their_latest_day(ana: Phone, ben: Phone) -> None:
    mine = ben.promise("Swim", [])
    ben.sync()
    day = _newest(ben)
    assert ben.core.beside.keep(day, mine)
    ben.sync()
    (model,) = ben.core.today.state.models
    assert (model.line, model.title) == ("Ana, day 1", "Morning run")
    assert model.photo is not None
    assert model.photo.path
    assert (_left(ben).label, bool(_left(ben).path)) == ("Ana · day 1", True)
    ana.core.crowd.end_seat(ana.core.crowd.state.seats[0].person.person_id)
    ana.sync()
    ben.sync()
    assert ben.core.today.state.models == ()
    assert ben.core.today.state.anchor is None
    assert [face.name for face in ben.core.crowd.state.quiet] == ["Ana"]


def test_started_beside_offline_it_is_a_duet_on_its_first_day(ana: Phone, ben: Phone) -> None:
    day = _newest(ben)
    ben.sync()
    ben.network.up = False
    assert ben.core.beside.start(day)
    assert ben.core.today.state.started == "Ana"
    ben.post_photo("gold")
    ben.network.up = True
    ben.sync()
    today = ben.core.today.state
    assert (today.title, today.card, _left(ben).label) == ("Morning run", Card.DUET, "Ana · day 1")
    assert _left(ben).path
    assert [model.line for model in today.models] == ["Ana, day 1"]


def test_where_she_said_no_meanwhile_it_becomes_his_own(ana: Phone, ben: Phone) -> None:
    day = _newest(ben)
    ben.network.up = False
    ben.core.beside.start(day)
    ben.post_photo("gold")
    ana.core.beside.allow(False)
    ana.sync()
    ben.network.up = True
    ben.sync()
    today = ben.core.today.state
    assert (today.title, today.card, today.tray, today.models) == ("Morning run", Card.ALONE, (), ())
    assert not _newest(ben).may_start
