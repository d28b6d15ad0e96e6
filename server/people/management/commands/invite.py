"""`manage.py invite`: the first way in. Prints a link that lets one person sign up, without an inviter."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from server.people.services.invites import open_first_invite
from shared import clock, limits


class Command(BaseCommand):
    help = "Print an invite for somebody who knows nobody here yet: a link and its code, good once and for seven days."

    def handle(self, *args: Any, **options: Any) -> None:
        _, token = open_first_invite(now=clock.now())
        self.stdout.write(f"link: {settings.PUBLIC_URL}/i/{token}\ncode: {token}\n")
        self.stdout.write(f"It lets one person sign up, within {limits.INVITE_DAYS} days.\n")
