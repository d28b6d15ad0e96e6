"""Who moderates: staff who may read reports and the trail, and decide; no other page of the desk opens to them."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction

from server.people.models import Person

GROUP = "Moderators"
MAY = ("view_report", "change_report", "view_ruling")


@transaction.atomic
def make_moderator(person: Person) -> None:
    """Twice is once."""
    group, _ = Group.objects.get_or_create(name=GROUP)
    group.permissions.set(Permission.objects.filter(content_type__app_label="moderation", codename__in=MAY))
    person.groups.add(group)
    person.is_staff = True
    person.save(update_fields=["is_staff"])
