from django.apps import AppConfig
from django.core.checks import register

from server.project.checks import check_production


class ProjectConfig(AppConfig):
    name = "server.project"
    label = "project"

    def ready(self) -> None:
        register(check_production, "kith")
