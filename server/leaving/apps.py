from django.apps import AppConfig


class LeavingConfig(AppConfig):
    name = "server.leaving"
    label = "leaving"
