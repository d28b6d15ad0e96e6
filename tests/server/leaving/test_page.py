"""The public page: a link by mail, then everything the app can do about leaving, without it."""

import io
import re
import zipfile
from datetime import timedelta
from html.parser import HTMLParser

import pytest
from django.contrib.staticfiles.finders import find
from django.core import mail
from django.test import Client

from server.leaving.models import Departure, Export, LeaveLink
from server.leaving.services.links import send_links
from server.leaving.tasks import do_due_work
from server.people.models import Person
from server.people.services.standing import set_standing
from shared import clock, limits
from shared.clock import StoppedClock
from tests.server import cast
from tests.server.leaving.asking import ask as ask_export
from tests.server.threads import all_at_once

pytestmark = pytest.mark.django_db
HALF_AN_HOUR = timedelta(minutes=30)


class Browser:
    """Sends forms as they stand on the page, with the token that guards them."""

    def __init__(self) -> None:
        self.client = Client(enforce_csrf_checks=True)

    def get(self, path):
        return self.client.get(path)

    def post(self, path, **fields):
        return self.sends(path, self.form_token(path), **fields)

    def form_token(self, path):
        """What the form on this page carries; nothing where there is none."""
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', self.get(path).content.decode())
        return token[1] if token else ""

    def sends(self, path, token, **fields):
        return self.client.post(path, {"csrfmiddlewaretoken": token, **fields}, follow=True)

    def asks(self, address):
        return self.post("/leave", email=address)

    def opens(self, link):
        return self.post(link)

    def does(self, **wish):
        return self.post("/leave/choices", **wish)


@pytest.fixture
def browser() -> Browser:
    return Browser()


def link_mailed() -> str:
    send_links(now=clock.now())
    return re.search(r"http://\S+(/leave/link/\S+)", mail.outbox[-1].body).group(1)


@pytest.fixture
def inside(browser: Browser, ana: Person) -> Browser:
    """A browser in which Ana has opened her page."""
    browser.asks("Ana@Example.org")
    assert "Take your data" in browser.opens(link_mailed()).content.decode()
    return browser


@pytest.mark.sqlite
def test_data_are_packed_and_fetched(inside: Browser, ana: Person) -> None:
    page = inside.does(do="export").content.decode()
    assert "Being packed: 0 %" in page
    assert 'http-equiv="refresh"' in page
    do_due_work()
    page = inside.get("/leave/choices").content.decode()
    answer = inside.get(re.search(r'href="(/leave/file/[^"]+)"', page).group(1))
    assert answer["Cache-Control"] == "private, no-store"
    archive = zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))
    assert "ana@example.org" in archive.read("data.json").decode()


@pytest.mark.sqlite
def test_an_account_is_deleted_or_kept(inside: Browser, ana: Person) -> None:
    page = inside.does(do="leave", sure="yes").content.decode()
    assert "On 9 March 2026, 09:00 UTC, every row and photo of yours is deleted." in page
    assert Departure.objects.get().person_id == ana.id
    assert "Delete your account" in inside.does(do="stay").content.decode()
    assert not Departure.objects.exists()


def test_deleting_must_be_meant(inside: Browser) -> None:
    for wish in ({"do": "leave"}, {"do": "leave", "sure": "no"}, {"do": "nonsense"}, {}):
        inside.does(**wish)
    assert not Departure.objects.exists()


def test_refusals_are_said_on_the_page(inside: Browser) -> None:
    inside.does(do="export")
    assert "is being packed already" in inside.does(do="export").content.decode()


def test_known_and_unknown_are_answered_alike(ana: Person) -> None:
    """The same bytes, the same rows: whose address it is, is looked up by whoever sends the letter."""
    known, unknown = Browser().asks("ana@example.org"), Browser().asks("nobody@example.org")
    assert known.content == unknown.content
    assert known.status_code == unknown.status_code == 200
    assert [link.person_id for link in LeaveLink.objects.all()] == [None, None]
    send_links(now=clock.now())
    assert [letter.to for letter in mail.outbox] == [["ana@example.org"]]
    assert [(link.person_id, link.address) for link in LeaveLink.objects.all()] == [(ana.id, "")]


def test_a_link_works_once(browser: Browser, ana: Person) -> None:
    browser.asks("ana@example.org")
    link = link_mailed()
    assert browser.get(link).status_code == browser.get(link).status_code == 200, "looking uses nothing up"
    browser.opens(link)
    stranger = Browser()
    assert stranger.get(link).status_code == 410
    assert "nothing here now" in stranger.get(link).content.decode()
    assert stranger.sends(link, stranger.form_token("/leave")).status_code == 410
    assert stranger.get("/leave/choices").status_code == 410


def test_a_link_and_its_page_last_half_an_hour_each(browser: Browser, ana: Person, time: StoppedClock) -> None:
    for _ in range(2):
        browser.asks("ana@example.org")
    link, late = link_mailed(), re.search(r"(/leave/link/\S+)", mail.outbox[0].body).group(1)
    time.advance(HALF_AN_HOUR - timedelta(seconds=1))
    assert browser.opens(link).status_code == 200
    time.advance(HALF_AN_HOUR - timedelta(seconds=1))
    assert browser.get(late).status_code == 410
    assert browser.get("/leave/choices").status_code == 200
    time.advance(timedelta(seconds=1))
    assert browser.get("/leave/choices").status_code == 410
    send_links(now=clock.now())
    assert not LeaveLink.objects.exists(), "nothing of it is kept"


def test_a_forged_or_foreign_key_opens_nothing(inside: Browser) -> None:
    link = str(LeaveLink.objects.get().id)
    for forged in ("x", "x:y", f"{link}:", f"{link}:AAAA", "\x00", "a" * 5000):
        other = Browser()
        other.client.cookies["kith_leaving"] = forged
        assert other.get("/leave/choices").status_code == 410
        assert other.get("/leave/link/" + forged.replace("\x00", "%00")).status_code == 410
    key = inside.client.cookies["kith_leaving"].value
    assert Browser().get(f"/leave/link/{key}").status_code == 410, "the key to a page is no link"


def test_the_key_is_a_short_cookie_of_its_own(inside: Browser) -> None:
    cookie = inside.client.cookies["kith_leaving"]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"], cookie["max-age"]) == (
        True,
        "Strict",
        "/leave",
        1800,
    )
    assert "sessionid" not in inside.client.cookies


def test_closing_the_page_ends_it_at_once(inside: Browser) -> None:
    key = inside.client.cookies["kith_leaving"].value
    inside.does(do="close")
    inside.client.cookies["kith_leaving"] = key
    assert inside.get("/leave/choices").status_code == 410


def test_nothing_is_done_without_the_forms_own_token(inside: Browser) -> None:
    assert inside.client.post("/leave/choices", {"do": "leave", "sure": "yes"}).status_code == 403
    assert not Departure.objects.exists()


def test_anothers_export_is_not_found(inside: Browser, ben: Person) -> None:
    export = ask_export(cast.door_of(ben))
    assert inside.get(f"/leave/file/{export}").status_code == 410


def test_somebody_suspended_may_take_their_data_and_go(browser: Browser, ana: Person) -> None:
    set_standing(person=ana, active=False, now=clock.now())
    browser.asks("ana@example.org")
    browser.opens(link_mailed())
    browser.does(do="export")
    browser.does(do="leave", sure="yes")
    do_due_work()
    assert Export.objects.get().state == Export.State.READY
    assert Departure.objects.exists()


def test_a_mailbox_is_not_flooded(ana: Person, time: StoppedClock) -> None:
    for _ in range(limits.LEAVE_LINKS_PER_HOUR + 3):
        Browser().asks("ana@example.org")
        send_links(now=clock.now())
    assert len(mail.outbox) == limits.LEAVE_LINKS_PER_HOUR


def test_a_network_asks_for_so_many_links_and_no_more(browser: Browser) -> None:
    form = browser.form_token("/leave")
    for number in range(limits.CODES_PER_NETWORK.amount):
        assert browser.sends("/leave", form, email=f"somebody{number}@example.org").status_code == 200
    refused = browser.sends("/leave", form, email="ana@example.org")
    assert (refused.status_code, b"an hour" in refused.content) == (429, True)
    assert int(refused["Retry-After"]) <= 3600
    assert LeaveLink.objects.count() == limits.CODES_PER_NETWORK.amount


@pytest.mark.parametrize(
    "address", ["", "ana", "a@b", "x" * 300 + "@example.org", "ana@example.org\nBcc: ben@example.org"]
)
def test_what_is_no_address_is_said(browser: Browser, address: str) -> None:
    answer = browser.asks(address)
    assert (answer.status_code, b"like an e-mail address" in answer.content) == (400, True)
    assert not LeaveLink.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_of_two_who_open_one_link_at_once_one_comes_in(ana: Person) -> None:
    Browser().asks("ana@example.org")
    link, browsers = link_mailed(), [Browser() for _ in range(4)]
    forms = [(one, one.form_token(link)) for one in browsers]
    codes = all_at_once([lambda one=one, token=token: one.sends(link, token).status_code for one, token in forms])
    assert sorted(codes) == [200, 410, 410, 410]


class Strict(HTMLParser):
    """Collects what a strict content policy forbids, and what a screen reader needs."""

    def __init__(self) -> None:
        super().__init__()
        self.forbidden: list[str] = []
        self.labels: set[str] = set()
        self.fields: set[str] = set()

    def handle_starttag(self, tag, attrs):
        named = dict(attrs)
        inline = [name for name in named if name == "style" or name.startswith("on")]
        if inline or tag in {"script", "style", "img", "iframe"}:
            self.forbidden.append(f"<{tag} {named}>")
        if tag == "label":
            self.labels.add(named.get("for"))
        if tag in {"input", "progress"} and named.get("type") != "hidden":
            self.fields.add(named.get("id"))


def test_pages_need_no_script_and_every_field_has_its_name(inside: Browser, browser: Browser) -> None:
    inside.does(do="export")
    other = Browser()
    for page in (other.get("/leave"), inside.get("/leave/choices"), other.get("/leave/choices"), other.asks("x")):
        text = page.content.decode()
        strict = Strict()
        strict.feed(text)
        assert strict.forbidden == []
        assert strict.fields <= strict.labels
        assert '<html lang="en" dir="ltr">' in text
        assert page["Cache-Control"] == "private, no-store"
        assert not re.search(r"\b(failed|lost|broke|noticed|shame)\b", text)
        assert '<link rel="stylesheet" href="/static/leaving/leave.css">' in text
    assert find("leaving/leave.css")
