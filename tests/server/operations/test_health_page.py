"""The admin's one page about how this Kith is doing."""

import pytest
from django.test import Client
from django.urls import reverse

from server.habits.services.sweeps import close_due_days
from server.people.models import Person
from tests.server.cast import sign_in
from tests.server.desk import ADDRESS, open_desk

pytestmark = pytest.mark.django_db


PAGE = reverse("admin:kernel_heartbeat_changelist")


@pytest.fixture
def desk():
    """Staff, and nothing more: no permission is needed to see how this Kith is doing."""
    desk = open_desk()
    Person.objects.filter(email=ADDRESS).update(is_superuser=False)
    return desk


def test_staff_read_every_check_with_its_numbers(desk, time):
    close_due_days(now=time.instant)
    page = desk.get(PAGE).content.decode()
    for name in ("database", "broker", "disk", "sweeps", "facts", "deliveries", "days", "reminders"):
        assert f'<th scope="row">{name}</th>' in page
    assert "silent_seconds 0" in page
    assert "✗" not in page


def test_what_is_late_is_marked(desk):
    page = desk.get(PAGE).content.decode()
    assert "never ran" in page
    assert page.count("✗") == 1


def test_it_stands_in_the_list_of_the_admin(desk):
    assert PAGE in desk.get(reverse("admin:index")).content.decode()


def test_nobody_else_reads_it(ana):
    assert Client().get(PAGE).status_code == 302
    hers = Client(headers={"X-Session-Token": sign_in(ana)})
    assert hers.get(PAGE).status_code == 302
