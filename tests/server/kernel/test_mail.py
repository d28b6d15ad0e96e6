"""Mail by the outbox: written down in the request, handed over outside of it, and forgotten."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail import EmailMessage, EmailMultiAlternatives, send_mail

from server.kernel.leases import LEASE
from server.kernel.mail import LIFE, TRIES, mail_leaves, send_due_mail
from server.kernel.models import OutgoingMail
from server.kernel.tasks import send_mail as work
from tests.server.threads import all_at_once

pytestmark = pytest.mark.django_db
TAKES_ALL = "django.core.mail.backends.locmem.EmailBackend"
SHUT, PICKY = "tests.server.kernel.ways.Shut", "tests.server.kernel.ways.Picky"


@pytest.fixture(autouse=True)
def _outbox(settings):
    settings.EMAIL_BACKEND, settings.MAIL_WAY = "server.kernel.mail.Outbox", TAKES_ALL


def write(to="ana@example.org"):
    send_mail("Your code", "    123456", "Kith <kith@example.org>", [to])


@pytest.mark.sqlite
def test_a_mail_leaves_as_it_was_written_and_its_row_is_gone():
    write()
    assert mail.outbox == [], "the request only writes it down"
    work()
    (letter,) = mail.outbox
    assert (letter.subject, letter.body, letter.to) == ("Your code", "    123456", ["ana@example.org"])
    assert letter.from_email == "Kith <kith@example.org>"
    assert not OutgoingMail.objects.exists()


def test_while_nobody_takes_mail_it_waits_and_that_is_known(settings, time):
    settings.MAIL_WAY = SHUT
    assert mail_leaves()
    write()
    work()
    assert not mail_leaves()
    settings.MAIL_WAY = TAKES_ALL
    work()
    assert mail.outbox == [], "not before it is due"
    time.advance(timedelta(minutes=1))
    work()
    assert len(mail.outbox) == 1
    assert mail_leaves()


def test_however_long_nobody_takes_mail_the_next_try_is_never_far(settings, time):
    settings.MAIL_WAY = SHUT
    write()
    for _ in range(20):
        work()
        assert OutgoingMail.objects.get().next_at - time.instant <= timedelta(minutes=1)
        time.advance(timedelta(minutes=1))


def test_one_refused_mail_holds_up_no_other_and_is_given_up(settings, time):
    settings.MAIL_WAY = PICKY
    write("nobody@example.org")
    write("ana@example.org")
    work()
    assert [letter.to for letter in mail.outbox] == [["ana@example.org"]]
    assert mail_leaves(), "the others are not kept waiting for it"
    for _ in range(TRIES):
        time.advance(timedelta(hours=1))
        work()
    assert not OutgoingMail.objects.exists()


def test_without_a_way_mail_does_not_leave(settings):
    settings.MAIL_WAY = ""
    assert not mail_leaves()


def test_what_could_not_leave_for_a_day_is_forgotten(settings, time):
    settings.MAIL_WAY = SHUT
    write()
    work()
    time.advance(LIFE + timedelta(seconds=1))
    settings.MAIL_WAY = TAKES_ALL
    work()
    assert (mail.outbox, OutgoingMail.objects.count()) == ([], 0)


def test_a_worker_that_died_leaves_the_mail_to_the_next(time):
    write()
    OutgoingMail.objects.update(leased_until=time.instant + LEASE)
    work()
    assert mail.outbox == []
    time.advance(LEASE)
    work()
    assert len(mail.outbox) == 1


def test_only_plain_text_is_carried_and_nothing_is_quietly_left_out():
    letter = EmailMultiAlternatives("s", "plain", to=["ana@example.org"])
    letter.attach_alternative("<b>rich</b>", "text/html")
    attached = EmailMessage("s", "plain", to=["ana@example.org"])
    attached.attach("photo.txt", "bytes")
    for message in (letter, attached):
        with pytest.raises(ValueError, match="plain text"):
            message.send()


@pytest.mark.django_db(transaction=True)
def test_two_workers_send_each_mail_once(time):
    for n in range(20):
        write(f"p{n}@example.org")
    all_at_once([lambda: send_due_mail(now=time.instant)] * 4)
    assert sorted(letter.to[0] for letter in mail.outbox) == sorted(f"p{n}@example.org" for n in range(20))
