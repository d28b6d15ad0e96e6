"""`make run`: one server process with everything in it, demo people who answer, the app where there is a display."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from server.demo.database import DemoRefusedError, only_server, prepare
from server.demo.house import House


class Command(BaseCommand):
    help = "Kith with demo people, on this machine only. Stays until Ctrl-C."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--no-app", action="store_true", help="start the server only")

    def handle(self, *args: Any, **options: Any) -> None:
        folder = settings.DATA_DIR
        try:
            with only_server(folder):
                prepare(folder / "kith.sqlite3")
                house = House(host=options["host"], port=options["port"], with_app=not options["no_app"])
                house.live()
        except DemoRefusedError as reason:
            raise CommandError(str(reason)) from reason
