"""The admin's one page about how this Kith is doing."""

import pytest
from django.test import Client
from django.urls import reverse

from server.habits.services.sweeps import close_due_days
from server.people.models import Person

pytestmark = pytest.mark.django_db


def page_for(person=None):
    client = Client()
    if person:
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client.get(reverse("admin:kernel_heartbeat_changelist"))


@pytest.fixture
def staff(db):
    return Person.objects.create_user("host@example.org", "a long secret", is_staff=True)


def test_staff_read_every_check_with_its_numbers(staff, time):
    close_due_days(now=time.instant)
    page = page_for(staff).content.decode()
    for name in ("database", "broker", "disk", "sweeps", "facts", "deliveries", "days", "reminders"):
        assert f'<th scope="row">{name}</th>' in page
    assert "silent_seconds 0" in page
    assert "✗" not in page


def test_what_is_late_is_marked(staff):
    page = page_for(staff).content.decode()
    assert "never ran" in page
    assert page.count("✗") == 1


def test_it_stands_in_the_list_of_the_admin(staff):
    client = Client()
    client.force_login(staff, backend="django.contrib.auth.backends.ModelBackend")
    assert reverse("admin:kernel_heartbeat_changelist") in client.get(reverse("admin:index")).content.decode()


def test_nobody_else_reads_it(ana):
    assert page_for().status_code == 302
    assert page_for(ana).status_code == 302
